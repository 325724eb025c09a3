"""Search by words in all that staff can look up: best first, with where it is. It finds as one types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from typing import Final
from weakref import WeakKeyDictionary

from guide.core.text import clean
from guide.service.guide import Guide
from guide.service.search.entries import ARENA as ARENA
from guide.service.search.entries import CARD as CARD
from guide.service.search.entries import CONTACT as CONTACT
from guide.service.search.entries import FACTOR as FACTOR
from guide.service.search.entries import LAW as LAW
from guide.service.search.entries import MEASURE as MEASURE
from guide.service.search.entries import NODE as NODE
from guide.service.search.entries import SERVICE as SERVICE
from guide.service.search.entries import SIGN as SIGN
from guide.service.search.entries import TERM as TERM
from guide.service.search.entries import Entry, contacts, made
from guide.service.search.entries import Hit as Hit
from guide.service.search.words import LEAST_STEM, PASSED_OVER, close_ones, says, split

MOST_LETTERS: Final = 200
MOST_WORDS: Final = 12
KEPT: Final = 0.25
"""What scores less than this part of the best hit has only the everyday words of the question in common with it."""
MEANT: Final = 0.8
"""How much a word counts that the cards have for the one written (search.yaml)."""
SLIPPED: Final = 0.7
"""How much a word counts that the one written is with a slip or two."""
TOGETHER, APART = 1.2, 0.3
"""How much what several words mean together counts, and then each of them by itself."""
CALLED: Final = 1.5
"""How much more an entry counts that is called just what is written."""
FURTHER: Final = 0.85
"""How much each further stop of a card that has been found counts: five stops of one card help nobody."""
WHOLE, BEGINS, INSIDE = 1.0, 0.6, 0.25
"""How much a word counts that is the one written, begins with it, or holds it (a compound)."""
SHORT, BEGINS_SHORT = 3, 0.3
"""With so few letters, many words begin with it by chance."""


@dataclass(slots=True, eq=False)
class _Index:
    """Entries with how much each counts, and for every word which entries have it, with the weight of the place."""

    hits: list[tuple[Hit, float]]
    words: dict[str, dict[int, float]]


@dataclass(slots=True, eq=False)
class _Book:
    """What holds for one guide: the index of all but contacts, and what search.yaml explains, as folded words."""

    index: _Index
    explained: list[tuple[tuple[str, ...], tuple[str, ...]]]


_BOOKS: WeakKeyDictionary[Guide, _Book] = WeakKeyDictionary()


def search(guide: Guide, words: str, limit: int = 20) -> tuple[Hit, ...]:
    """The best hits for `words`, at most `limit`, none where nothing fits. Contacts are those of the guide's hour."""
    written = split(clean(words, MOST_LETTERS))[: 2 * MOST_WORDS]
    asked = list(dict.fromkeys(word for word in written if word not in PASSED_OVER))[:MOST_WORDS]
    if not asked:
        return ()
    book = _BOOKS.get(guide)
    if book is None:
        book = _BOOKS[guide] = _Book(_indexed(made(guide)), list(_explained(guide)))
    indexes = book.index, _indexed(contacts(guide))  # who is open changes by the hour
    ranked = _ranked(indexes, _looked_for(indexes, book, written, asked))
    found = sorted(((_called(hit, written) * score, hit) for score, hit in ranked), key=lambda pair: -pair[0])
    best = max((score for score, _ in found), default=0.0)
    once: dict[tuple[str, str, str], Hit] = {}
    for _, hit in _mixed([pair for pair in found if pair[0] >= best * KEPT]):  # a card may ask the same in many rounds
        once.setdefault((hit.kind, hit.title, hit.number or hit.card or hit.ref), hit)
    return tuple(once.values())[:limit]


def _called(hit: Hit, written: Sequence[str]) -> float:
    return CALLED if split(hit.title) == written else 1.0


def _mixed(found: Sequence[tuple[float, Hit]]) -> list[tuple[float, Hit]]:
    """The hits in their order, but each further stop of a card behind what is nearly as good elsewhere."""
    stops: dict[str, int] = {}
    mixed = []
    for score, hit in found:
        before = stops.get(hit.card, 0) if hit.kind == NODE else 0
        stops[hit.card] = before + (hit.kind == NODE)
        mixed.append((score * FURTHER**before, hit))
    return sorted(mixed, key=lambda pair: -pair[0])


def _indexed(entries: Iterable[Entry]) -> _Index:
    index = _Index([], {})
    for number, (hit, counts, texts) in enumerate(entries):
        index.hits.append((hit, counts))
        for weight, text in texts:
            for word in split(text):
                places = index.words.setdefault(word, {})
                places[number] = max(places.get(number, 0.0), weight)
    return index


def _explained(guide: Guide) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """(what is said, what the content has for it) of search.yaml, each as folded words."""
    for synonym in guide.content.synonyms:
        means = tuple(dict.fromkeys(part for text in synonym.means for part in split(text)))
        yield from ((tuple(split(said)), means) for said in synonym.say)


def _looked_for(
    indexes: Sequence[_Index], book: _Book, written: Sequence[str], asked: Sequence[str]
) -> list[tuple[str, float, bool]]:
    """(word, how much it counts, whether it may be shortened): as written, what is meant, what it is but for a slip.

    Several words that search.yaml explains together mean more than each of them by itself.
    """
    wanted: dict[str, tuple[float, bool]] = {}
    together: set[str] = set()
    for said, means in book.explained:
        if len(said) > 1 and all(any(says(part, word) for word in written) for part in said):
            together |= {word for word in asked if any(says(part, word) for part in said)}
            wanted |= dict.fromkeys(means, (TOGETHER, False))
    for word in asked:
        meant = _meant(book, word)
        known = meant or any(_like(index, word, True) for index in indexes)
        for close in [word] if known else _close(indexes, book, word):
            counts = 1.0 if close == word else SLIPPED
            counts *= APART if word in together else 1.0
            for part, least in ((close, 1.0), *((part, MEANT) for part in meant or _meant(book, close))):
                if part not in wanted or wanted[part][0] < counts * least:
                    wanted[part] = counts * least, part == word and not meant
    return [(part, counts, shorten) for part, (counts, shorten) in wanted.items()]


def _meant(book: _Book, word: str) -> tuple[str, ...]:
    """The words that the content has for `word`, where it is one that people say (search.yaml)."""
    found = (part for said, means in book.explained if len(said) == 1 and says(said[0], word) for part in means)
    return tuple(dict.fromkeys(part for part in found if part != word))


def _close(indexes: Sequence[_Index], book: _Book, word: str) -> list[str]:
    """The words that `word` is but for a slip, `word` itself where it is none of them."""
    said = {said[0] for said, _ in book.explained if len(said) == 1}
    return close_ones(word, {*said, *(known for index in indexes for known in index.words)}) or [word]


def _ranked(indexes: Sequence[_Index], wanted: Iterable[tuple[str, float, bool]]) -> list[tuple[float, Hit]]:
    """(score, hit) of every entry that has one of the words; a rare word counts more."""
    scores: list[dict[int, float]] = [{} for _ in indexes]
    total = sum(len(index.hits) for index in indexes)
    for word, counts, shorten in wanted:
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
        if known == part and whole:
            return WHOLE
        return BEGINS if len(part) > SHORT else BEGINS_SHORT
    return INSIDE if len(part) >= LEAST_STEM and part in known else 0.0
