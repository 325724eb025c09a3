"""What people write finds what they look for, among the first five hits (searches.yaml)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from guide.core.content import Content
from guide.service.search.search import CARD, CONTACT, NODE, SIGN, Hit, search
from tests.service.guides import guide_at

FILE = Path(__file__).parent / "searches.yaml"
LEAST = 150
FIRST = 5


def rows() -> list[tuple[str, str, str, tuple[str, ...]]]:
    """(pack, workplace, what is written, places) of every search."""
    found = []
    for where, searches in yaml.safe_load(FILE.read_text("utf-8")).items():
        pack, place = where.split(" ")
        found += [(pack, place, str(words), tuple(wanted)) for words, wanted in searches]
    return found


ROWS = rows()


def is_at(hit: Hit, place: str) -> bool:
    """Whether a hit leads to a place of searches.yaml."""
    kind, _, name = place.partition(":")
    if kind == CARD:
        return hit.kind in (CARD, NODE) and hit.card == name
    if kind == SIGN:
        return hit.kind == SIGN and name in hit.title
    own = hit.ref if kind in (CONTACT, "law", "service") else hit.ref.partition("#")[2]
    return hit.kind == kind and own == name


def missed(content: Content, pack: str, place: str) -> list[str]:
    """The searches of one workplace that do not lead where they must, with what they led to."""
    guide = guide_at(content, "2026-11-23T10:00", pack, place)
    found = []
    for words, wanted in ((row[2], row[3]) for row in ROWS if row[:2] == (pack, place)):
        hits = search(guide, words, FIRST)
        if not any(is_at(hit, place) for hit in hits for place in wanted):
            found.append(f"{words}: {[(hit.kind, hit.card or hit.ref, hit.title) for hit in hits]}")
    return found


@pytest.mark.parametrize(("pack", "place"), dict.fromkeys(row[:2] for row in ROWS))
def test_everyday_searches_lead_where_they_must(shipped: Content, pack: str, place: str) -> None:
    """Each of them leads to one of its places within the first five hits."""
    assert missed(shipped, pack, place) == []


def test_there_are_enough_of_them_each_once() -> None:
    """Fewer would say little; one that stands twice would say it twice."""
    assert len(ROWS) >= LEAST
    assert len({row[:3] for row in ROWS}) == len(ROWS)


CHANGES: dict[str, tuple[Callable[[str], str], float]] = {
    "a letter before the end": (lambda word: word[:-1], 0.95),
    "two letters before the end": (lambda word: word[:-2], 0.9),
    "two letters swapped": (lambda word: word[:3] + word[4] + word[3] + word[5:], 0.9),
    "a letter left out": (lambda word: word[:3] + word[4:], 0.9),
    "in capitals": (str.upper, 1.0),
}
"""How a word is written, and how many of the searches must lead where they do when it is written right."""


@pytest.mark.parametrize("change", CHANGES)
def test_words_lead_there_as_one_types_and_with_a_slip(shipped: Content, change: str) -> None:
    """The searches of one word with six letters or more: while it is typed, with a slip in it, in capitals."""
    write, least = CHANGES[change]
    tried, led = 0, 0
    for pack, place in dict.fromkeys(row[:2] for row in ROWS):
        guide = guide_at(shipped, "2026-11-23T10:00", pack, place)
        for words, wanted in ((row[2], row[3]) for row in ROWS if row[:2] == (pack, place)):
            if " " not in words and len(words) >= 6:
                tried += 1
                led += any(is_at(hit, place) for hit in search(guide, write(words), FIRST) for place in wanted)
    assert tried > 100
    assert led >= least * tried, f"{led} of {tried}"
