"""What the search can find: cards and their stops, signs, measures, arenas, terms, factors, services, statutes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guide.core.clock import local
from guide.core.content import ASK, BY, EXIT, INCLUDE, SIGNS, Card, Content, Node
from guide.core.record import record
from guide.core.together import FOR_ALL, packs_for
from guide.service.contact_words import book, in_place_of
from guide.service.guide import Guide
from guide.service.measures import words
from guide.service.measures.view import measure_view

CARD, NODE, SIGN, CONTACT, LAW = "card", "node", "sign", "contact", "law"
MEASURE, ARENA, TERM, FACTOR, SERVICE = "measure", "arena", "term", "factor", "service"

WHERE_POINT: Final = "Punkt {id}, {point} ({card})"
WHERE_SIGN: Final = "{list}: {column}"
WHERE_MEASURE: Final = "{giver}. {status}."
WHERE_ARENA: Final = "{level}. {purpose}"

_PASSED_BY = frozenset((BY, INCLUDE, EXIT))


@record
class Hit:
    """Something found. `card` and `node` say where it can be walked to, `ref` which one it is of its kind.

    `number` is a contact's; `where` is a sentence or a place in words. What a hit does not have is empty. `ref`: the
    service of a contact, a source of a statute, `pack/list#id` of what stands in a list.
    """

    kind: str
    title: str
    where: str
    card: str = ""
    node: str = ""
    number: str = ""
    ref: str = ""


Entry = tuple[Hit, float, tuple[tuple[float, str], ...]]
"""A hit, how much it counts, and its texts, each with the weight of its place."""


def made(guide: Guide) -> Iterator[Entry]:
    """All that does not change by the hour: the user's municipality, what all share, and the law."""
    content, pack = guide.content, guide.profile.pack
    near = (*packs_for(content, pack), FOR_ALL)
    yield from _cards(guide, near)
    yield from _measures(content, near)
    yield from _arenas(content, near)
    yield from _known(content)
    yield from _services(guide)
    yield from _laws(content)


def contacts(guide: Guide) -> Iterator[Entry]:
    """Everybody who can be rung, as the clock stands."""
    for view in book(guide, local(guide.now())):
        line, number = view.line, view.number.replace(" ", "")
        others = in_place_of(guide, line.service)
        texts = ((4, line.name), (4, view.title), (8, number), (2, " ".join(others)), (1, " ".join(line.note)))
        counts = 1.4 if number else 1.0  # whom one can ring now comes first
        hit = Hit(CONTACT, line.name or view.title, view.state_words, number=view.number, ref=line.service)
        yield hit, counts, texts


# --- cards -----------------------------------------------------------------------------------------------------------
def _cards(guide: Guide, near: tuple[str, ...]) -> Iterator[Entry]:
    content = guide.content
    cards = [card for card in content.cards.values() if not guide.profile.pack or card.pack in near]
    lists: dict[str, tuple[str, str]] = {}
    for card in sorted(cards, key=lambda card: card.id != guide.main_card()):
        counts = _counts(guide, card)
        yield Hit(CARD, card.title, card.about, card.id), counts * 1.5, ((4, card.title), (2, card.about))
        for node in card.nodes.values():
            if node.kind == SIGNS:
                lists.setdefault(node.list, (card.id, node.id))
            if node.kind not in _PASSED_BY:
                texts = ((3, node.text), (1.5, node.help), (1, " ".join((*node.do, *_asked_for(guide, card, node)))))
                yield Hit(NODE, node.text, _where(card, node), card.id, node.id), counts, texts
    for name, (card_id, node_id) in lists.items():
        signs = content.lists[name]
        columns = dict(signs.columns)
        for sign in signs.signs:
            column = columns.get(sign.column, "")
            where = WHERE_SIGN.format(list=signs.title, column=column)
            hit = Hit(SIGN, sign.text, where, card_id, node_id, ref=f"{name}#{sign.id}")
            yield hit, 0.9, ((3, sign.text), (0.5, column))


def _asked_for(guide: Guide, card: Card, node: Node) -> tuple[str, ...]:
    """What a question means by what it asks for, and the words of its answers."""
    fact = card.facts.get(node.fact) or guide.content.facts.get(node.fact)
    return (fact.definition, *(words for _, words in fact.values)) if fact and node.kind == ASK else ()


def _counts(guide: Guide, card: Card) -> float:
    """The workplace's own card before the others, another workplace's last."""
    if card.id == guide.main_card():
        return 1.2
    workplace = guide.profile.workplace
    return 0.8 if workplace and card.serves and workplace not in card.serves else 1.0


def _where(card: Card, node: Node) -> str:
    point = next((point for point in card.points if point.id == node.point), None)
    return WHERE_POINT.format(card=card.title, id=point.id, point=point.title) if point else card.title


# --- lists -----------------------------------------------------------------------------------------------------------
def _measures(content: Content, near: tuple[str, ...]) -> Iterator[Entry]:
    for name in content.measures:
        if name.partition("/")[0] not in near:
            continue
        for measure in content.measures[name].measures:
            view = measure_view(content, measure)
            topics = " ".join(content.topics[topic].title for topic in measure.topics if topic in content.topics)
            texts = ((4, view.name), (2, view.about), (2.5, view.given_by), (1, topics), (0.5, measure.how))
            where = WHERE_MEASURE.format(giver=view.given_by, status=view.status)
            yield Hit(MEASURE, view.name, where, ref=f"{name}#{measure.id}"), 0.9 if view.now else 0.7, texts


def _arenas(content: Content, near: tuple[str, ...]) -> Iterator[Entry]:
    for name in content.arenas:
        if name.partition("/")[0] not in near:
            continue
        for arena in content.arenas[name].arenas:
            where = WHERE_ARENA.format(level=words.ARENA_LEVELS[arena.level], purpose=arena.purpose)
            texts = ((4, arena.name), (1.5, arena.purpose), (0.5, arena.who))
            yield Hit(ARENA, arena.name, where, ref=f"{name}#{arena.id}"), 0.85, texts


def _known(content: Content) -> Iterator[Entry]:
    """What holds for all municipalities: terms, and what makes it harder or easier for a child."""
    for name in content.terms:
        for term in content.terms[name].terms:
            texts = ((4, term.term), (3.5, " ".join(term.forms)), (1, term.says))
            yield Hit(TERM, term.term, term.says, ref=f"{name}#{term.id}"), 0.9, texts
    for name in content.factors:
        found = content.factors[name]
        for factor in found.factors:
            yield Hit(FACTOR, factor.text, found.title, ref=f"{name}#{factor.id}"), 0.75, ((3, factor.text),)


def _services(guide: Guide) -> Iterator[Entry]:
    """Roles that advice speaks of and that nobody here has a number or an address for."""
    there = {point.service for point in guide.contact_points()}
    for service in guide.content.services.values():
        if service.id not in there:
            texts = ((3, service.title), (1, service.about))
            yield Hit(SERVICE, service.title, service.about, ref=service.id), 0.8, texts


def _laws(content: Content) -> Iterator[Entry]:
    older: dict[str, list[str]] = {}
    for old, now in content.superseded:
        older.setdefault(now, []).append(old)
    for law in content.laws.values():
        texts = ((3, law.title), (1.5, law.says), (2, " ".join(older.get(law.id, ()))))
        yield Hit(LAW, law.title, law.says, ref=law.id), 0.8, texts
