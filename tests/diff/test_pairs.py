"""Made pairs of versions: each difference that is known beforehand is found, and nothing else."""

from __future__ import annotations

import pytest

from guide.checks.diff.whole import compare_all
from tests.diff.pairs import PAIRS, Pair, both


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_each_difference_is_found_and_nothing_else(pair: Pair) -> None:
    """Stops with field, before and after; and how many contacts, questions, cards and rewordings."""
    old, new = both(pair)
    assert not [each for each in (*old.findings, *new.findings) if each.severity == "error"]
    found = compare_all(old, new)
    assert not found.unproved
    mine = [
        (each.idents[1][1], what, before, after)
        for each in found.differences
        for what, before, after in each.changes
        if "stop" not in each.what or what == "stop"
    ]
    assert sorted(mine) == sorted(pair.found)
    kinds = ("contacts", "asked", "cards_added", "cards_removed", "alarms", "rewordings")
    assert {kind: len(getattr(found, kind)) for kind in kinds} == {**dict.fromkeys(kinds, 0), **pair.also}


def test_there_are_forty_pairs() -> None:
    """At least forty, ten of them with a note, and each has a name of its own."""
    assert len({pair.name for pair in PAIRS}) == len(PAIRS) >= 40
    assert sum(pair.noted for pair in PAIRS) == 10
