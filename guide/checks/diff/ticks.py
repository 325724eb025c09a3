"""The ways in which lists of signs can be ticked."""

from __future__ import annotations

from guide.checks.diff.versions import NEW, OLD
from guide.core.content import SignList


def ticks(old: SignList, new: SignList) -> list[frozenset[str]]:
    """Signs to tick, one set for each way in which the two lists can be told something; fewest signs first.

    Where a sign is in both lists, it is ticked in both.
    """
    points: dict[tuple[frozenset[str], frozenset[str]], str] = {}
    marks = tuple({mark for _, mark in signs.sets} for signs in (old, new))
    by_id = tuple({sign.id: frozenset(sign.points_at) for sign in signs.signs} for signs in (old, new))
    for name in sorted({*by_id[OLD], *by_id[NEW]}):
        points.setdefault(
            (by_id[OLD].get(name, frozenset()) & marks[OLD], by_id[NEW].get(name, frozenset()) & marks[NEW]), name
        )
    found: dict[tuple[frozenset[str], frozenset[str]], frozenset[str]] = {(frozenset(), frozenset()): frozenset()}
    for (one, other), name in points.items():
        for (a, b), chosen in list(found.items()):
            found.setdefault((a | one, b | other), chosen | {name})
    return sorted(found.values(), key=lambda chosen: (len(chosen), sorted(chosen)))


def told(signs: SignList, chosen: frozenset[str]) -> dict[str, str]:
    """The facts that ticking these signs sets."""
    pointed = {mark for sign in signs.signs if sign.id in chosen for mark in sign.points_at}
    return {fact: "ja" if mark in pointed else "nei" for fact, mark in signs.sets}


def every_way(signs: SignList) -> bool:
    """Whether a list can be ticked so that its facts are anything."""
    every: int = 2 ** len(signs.sets)
    return len(ticks(signs, signs)) == every
