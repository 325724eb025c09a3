"""The comparison against brute force on random small cards and random edits of them."""

from __future__ import annotations

from random import Random

import pytest

from guide.checks.diff.cards import Difference, compare
from guide.checks.diff.versions import side_by_side
from guide.core.record import replace
from tests.checks.proofs.random_cards import CARD, random_content
from tests.diff.brute import NOBODY, differences
from tests.diff.edits import edited, reordered, with_duties

PER_TEST, TESTS = 30, 10


@pytest.mark.parametrize("part", range(TESTS))
def test_what_differs_is_what_brute_force_finds(part: int) -> None:
    """300 random pairs: the stops that say something else, and what, are those of all walks of both versions."""
    some = 0
    for number in range(part * PER_TEST, (part + 1) * PER_TEST):
        rng = Random(f"diff {number}")
        old = with_duties(random_content(rng), rng)
        versions = side_by_side(old, edited(old, rng))
        got = compare(versions, CARD)
        assert not got.unproved, number
        mine = {
            (*_about(each), f"{what} {each.value}".strip())
            for each in got.differences
            if not each.alarm
            for what in each.what
        }
        wanted = differences(versions, CARD)
        assert mine == wanted, f"{number}: {mine ^ wanted}"
        some += bool(wanted)
    assert some > PER_TEST // 8


def _about(each: Difference) -> tuple[tuple[str, str], tuple[str, str]]:
    old, new = each.idents
    return (NOBODY if each.what == ("added",) else old), (NOBODY if each.what == ("removed",) else new)


def test_reordering_and_rewording_are_no_difference() -> None:
    """60 random cards with nodes and answers in another order and other words: nothing is found."""
    for number in range(60):
        rng = Random(f"same {number}")
        old = random_content(rng)
        cards = {name: reordered(card, old, rng) for name, card in old.cards.items()}
        assert not compare(side_by_side(old, replace(old, cards=cards)), CARD).differences, number
