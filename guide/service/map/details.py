"""What a node says in full, under headings, for the page of a map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guide.core.content import Card, Content, Fact, Node
from guide.core.text import clean
from guide.exports.map.model import Detail
from guide.service import labels, words
from guide.service.map import words as map_words
from guide.service.said import source_title


def fact_of(content: Content, card: Card, node: Node) -> Fact | None:
    """The fact that a node speaks of: the card's own or a common one."""
    return card.facts.get(node.fact) or content.facts.get(node.fact)


def details(content: Content, card: Card, node: Node) -> tuple[Detail, ...]:
    """All that a node says apart from its title and its answers; what it lacks is left out."""
    made = ((title, tuple(clean(line) for line in lines if line)) for title, lines in _all(content, card, node))
    return tuple(Detail(title, lines) for title, lines in made if lines)


def _all(content: Content, card: Card, node: Node) -> Iterator[tuple[str, Iterable[str]]]:
    fact = fact_of(content, card, node)
    yield map_words.HELP, [node.help]
    yield map_words.DEFINITION, [fact.definition] if fact else []
    yield map_words.SIGNS, _signs(content, node)
    yield map_words.FIELDS, [map_words.FIELD.format(label=f.label, help=f.help).strip() for f in node.fields]
    yield map_words.CONTACTS, [_contact(content, service, why) for service, why in node.contact]
    yield labels.DO, node.do
    yield labels.DONT, node.dont
    yield labels.SAY_PHONE, node.say_phone
    yield labels.SAY_CHILD, node.say_child
    yield labels.SHARE, node.share
    yield labels.GUARDIANS, [words.GUARDIANS[node.guardians]] if node.guardians else []
    yield labels.NEXT, node.next
    yield map_words.OVERDUE, [node.overdue]
    yield labels.NOTES, node.note
    yield map_words.NOT_OFFERED, [_missing(fact, value, reason) for value, reason in node.not_offered]
    yield labels.SOURCES, [_source(content, source) for source in node.source]


def _signs(content: Content, node: Node) -> list[str]:
    found = content.lists.get(node.list)
    columns = dict(found.columns) if found else {}
    return [
        map_words.SIGN.format(column=columns.get(sign.column, sign.column), text=sign.text)
        for sign in (found.signs if found else ())
    ]


def _contact(content: Content, service: str, why: str) -> str:
    known = content.services.get(service)
    return map_words.CONTACT.format(service=known.title if known else service, why=why)


def _missing(fact: Fact | None, value: str, reason: str) -> str:
    return map_words.NOT_OFFERED_LINE.format(value=fact.words(value) if fact else value, reason=reason)


def _source(content: Content, source: str) -> str:
    try:
        return source_title(content, source)
    except KeyError:
        return source
