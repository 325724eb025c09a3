"""Search by words in cards, their nodes, signs, contacts and statutes: best first, with where it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final
from weakref import WeakKeyDictionary

from guide.core.clock import local
from guide.core.content import ASK, BY, EXIT, INCLUDE, SIGNS, Card, Node
from guide.core.record import record
from guide.core.text import clean
from guide.core.together import FOR_ALL, packs_for
from guide.service.contact_words import book, in_place_of
from guide.service.guide import Guide

CARD, NODE, SIGN, CONTACT, LAW = "card", "node", "sign", "contact", "law"

WHERE_POINT: Final = "Punkt {id}, {point} ({card})"
WHERE_SIGN: Final = "{list}: {column}"

MOST_LETTERS: Final = 200
MOST_WORDS: Final = 12
LEAST_STEM: Final = 4
"""A word that nothing begins with is shortened from its end to this many letters: «mobbet» finds «mobbing»."""
KEPT: Final = 0.25
"""What scores less than this part of the best hit has only the everyday words of the question in common with it."""

FORMS: Final = (
    ("barnevernstenest", "barneverntjenest"),
    ("barnevernstjenest", "barneverntjenest"),
    ("barneverntenest", "barneverntjenest"),
    ("teieplikt", "taushetsplikt"),
    ("tieplikt", "taushetsplikt"),
    ("verkedag", "virkedag"),
    ("yrkedag", "virkedag"),
    ("føresett", "foresatt"),
    ("skule", "skole"),
    ("heim", "hjem"),
    ("vald", "vold"),
    ("frå", "fra"),
)
"""(nynorsk or an older form, bokmål) as a word begins: the education act is in nynorsk, the others in bokmål."""

_EVERYDAY: Final = (
    "å jeg du vi han hun den det de et en ei er og i på til for av om med som at har kan skal må vil ikke hva hvem "
    "eg ho dei ein eit frå fra ikkje kva kven"
)
PASSED_OVER: Final = frozenset(_EVERYDAY.split())
"""Words that say nothing of what is looked for."""

MEANT: Final = 0.8
"""How much a word counts that the cards have for the one written (search.yaml)."""
SURE: Final = 5
"""From so many letters a word of search.yaml is known by its beginning: «mobbinga» is «mobbing»."""

WHOLE, BEGINS, INSIDE = 1.0, 0.6, 0.25
"""How much a word counts that is the one written, begins with it, or holds it (a compound)."""

_WORD = re.compile(r"[^\W_]+")
_PASSED_BY = frozenset((BY, INCLUDE, EXIT))


@record
class Hit:
    """Something found. `kind`: card, node, sign, contact or law; `card` and `node` say where it can be walked to.

    `number` is a contact's; `where` is a sentence or a place in words. What a hit does not have is empty.
    """

    kind: str
    title: str
    where: str
    card: str = ""
    node: str = ""
    number: str = ""


@dataclass(slots=True, eq=False)
class _Index:
    """Entries with how much each counts, and for every word which entries have it, with the weight of the place."""

    hits: list[tuple[Hit, float]]
    words: dict[str, dict[int, float]]


_INDEXES: WeakKeyDictionary[Guide, _Index] = WeakKeyDictionary()


def search(guide: Guide, words: str, limit: int = 20) -> tuple[Hit, ...]:
    """The best hits for `words`, at most `limit`, none where nothing fits. Contacts are those of the guide's hour."""
    wanted = [word for word in _split(clean(words, MOST_LETTERS)) if word not in PASSED_OVER]
    asked = list(dict.fromkeys(wanted))[:MOST_WORDS]
    if not asked:
        return ()
    index = _INDEXES.get(guide)
    if index is None:
        index = _INDEXES[guide] = _indexed(_made(guide))
    indexes = index, _indexed(_contacts(guide))  # who is open changes by the hour
    found = _ranked(indexes, {word: _meant(guide, word) for word in asked})
    best = max((score for score, _ in found), default=0.0)
    kept = sorted((pair for pair in found if pair[0] >= best * KEPT), key=lambda pair: -pair[0])
    once: dict[tuple[str, str, str], Hit] = {}
    for _, hit in kept:  # a card may ask the same in several rounds
        once.setdefault((hit.kind, hit.title, hit.number or hit.card), hit)
    return tuple(once.values())[:limit]


# --- what there is to find -----------------------------------------------------------------------------------------
_Entry = tuple[Hit, float, tuple[tuple[float, str], ...]]
"""A hit, how much it counts, and its texts, each with the weight of its place."""


def _made(guide: Guide) -> Iterator[_Entry]:
    content, pack = guide.content, guide.profile.pack
    near = (*packs_for(content, pack), FOR_ALL)
    cards = [card for card in content.cards.values() if not pack or card.pack in near]
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
            yield Hit(SIGN, sign.text, where, card_id, node_id), 0.9, ((3, sign.text), (0.5, column))
    for law in content.laws.values():
        yield Hit(LAW, law.title, law.says), 0.8, ((3, law.title), (1.5, law.says))


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


def _contacts(guide: Guide) -> Iterator[_Entry]:
    for view in book(guide, local(guide.now())):
        line, number = view.line, view.number.replace(" ", "")
        others = in_place_of(guide, line.service)
        texts = ((4, line.name), (4, view.title), (8, number), (2, " ".join(others)), (1, " ".join(line.note)))
        counts = 1.4 if number else 1.0  # whom one can ring now comes first
        yield Hit(CONTACT, line.name or view.title, view.state_words, number=view.number), counts, texts


# --- words ---------------------------------------------------------------------------------------------------------
def _split(text: str) -> list[str]:
    """The words of a text, folded to one case and one form; æ, ø and å stay what they are."""
    return [_form(word) for word in _WORD.findall(text.casefold())]


def _form(word: str) -> str:
    for other, usual in FORMS:
        if word.startswith(other):
            return usual + word[len(other) :]
    return word


def _indexed(entries: Iterable[_Entry]) -> _Index:
    index = _Index([], {})
    for number, (hit, counts, texts) in enumerate(entries):
        index.hits.append((hit, counts))
        for weight, text in texts:
            for word in _split(text):
                places = index.words.setdefault(word, {})
                places[number] = max(places.get(number, 0.0), weight)
    return index


def _meant(guide: Guide, word: str) -> tuple[str, ...]:
    """The words that the cards have for `word`, where it is one that people say (search.yaml)."""
    found: dict[str, None] = {}
    for synonym in guide.content.synonyms:
        if any(_says(_form(said.casefold()), word) for said in synonym.say):
            found |= dict.fromkeys(part for means in synonym.means for part in _split(means) if part != word)
    return tuple(found)


def _says(said: str, word: str) -> bool:
    """Whether `word` is what is said, its beginning as one types, or a form of it."""
    return (
        said == word
        or (len(word) >= LEAST_STEM and said.startswith(word))
        or (len(said) >= SURE and word.startswith(said))
    )


def _ranked(indexes: Sequence[_Index], asked: Mapping[str, Sequence[str]]) -> list[tuple[float, Hit]]:
    """(score, hit) of every entry that has one of the words, or what is meant by it; a rare word counts more."""
    scores: list[dict[int, float]] = [{} for _ in indexes]
    total = sum(len(index.hits) for index in indexes)
    looked_for = [(word, 1.0, not meant) for word, meant in asked.items()]
    looked_for += [(word, MEANT, False) for meant in asked.values() for word in meant]
    for word, counts, shorten in looked_for:
        found = _places(indexes, word, shorten)
        rare = log(1 + total / max(sum(map(len, found)), 1))
        for score, places in zip(scores, found, strict=True):
            for number, weight in places.items():
                score[number] = score.get(number, 0.0) + weight * rare * counts
    return [
        (value * index.hits[number][1], index.hits[number][0])
        for index, score in zip(indexes, scores, strict=True)
        for number, value in score.items()
    ]


def _places(indexes: Sequence[_Index], word: str, shorten: bool) -> list[dict[int, float]]:
    """Of each index the entries that have `word`, with the weight of the best place.

    `shorten`: where none has it, a word like it counts. What search.yaml explains needs no guess.
    """
    found: list[dict[int, float]] = []
    for length in range(len(word), min(LEAST_STEM, len(word)) - 1 if shorten else len(word) - 1, -1):
        found = [_like(index, word[:length], length == len(word)) for index in indexes]
        if any(found):
            break
    return found


def _like(index: _Index, part: str, whole: bool) -> dict[int, float]:
    found: dict[int, float] = {}
    for known, places in index.words.items():
        quality = _quality(known, part, whole)
        if quality:
            for number, weight in places.items():
                found[number] = max(found.get(number, 0.0), weight * quality)
    return found


def _quality(known: str, part: str, whole: bool) -> float:
    if known.startswith(part):
        return BEGINS if known != part or not whole else WHOLE
    return INSIDE if len(part) >= LEAST_STEM and part in known else 0.0
