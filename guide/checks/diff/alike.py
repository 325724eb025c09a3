"""Which laid-in nodes of two versions lead to the same, whatever is answered: nothing need be looked at behind them.

Nodes are put into classes by what staff meet there, never by their names or words; then a class is split for as long as
its nodes lead to different classes. What is left together cannot be told apart by any walk that knows the same.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from guide.checks.diff.versions import NEW, OLD, SAYS, Versions, exit_stop, leads_to, says
from guide.core.content import ASK, BACK, BY, EXIT, INCLUDE, SIGNS, SignList
from guide.core.lay import Laid, Place

Classes = tuple[Mapping[str, int], Mapping[str, int]]
"""By version: the class of each laid-in node."""
_PASSED = frozenset({INCLUDE, EXIT})


def classes(versions: Versions, laid: tuple[Laid, Laid], values: Mapping[str, tuple[str, ...]], alarm: str) -> Classes:
    """The classes of all nodes of both. With `alarm`, it is left by its exits, and they are told apart by where to."""
    same_rules = versions.old.duties == versions.new.duties and laid[OLD].lasting == laid[NEW].lasting
    ways: list[tuple[int, str, tuple[str, ...]]] = []
    now: dict[tuple[int, str], int] = {}
    numbers: dict[Hashable, int] = {}
    past = _past(laid[OLD], alarm), _past(laid[NEW], alarm)
    for side in (OLD, NEW):
        for place in laid[side].nodes.values():
            label = _label(versions, side, laid[side], place, alarm), None if same_rules else side
            now[side, place.id] = numbers.setdefault(label, len(numbers))
            targets = () if exit_stop(place, alarm) else tuple(past[side](to) for to in _targets(place, values))
            ways.append((side, place.id, targets))
    count = len(numbers)
    while True:
        numbers = {}
        after = {}
        for side, name, targets in ways:
            key = now[side, name], tuple(now.get((side, to), -1) for to in targets)
            after[side, name] = numbers.setdefault(key, len(numbers))
        now = after
        if len(numbers) == count:
            break
        count = len(numbers)
    found: tuple[dict[str, int], dict[str, int]] = ({}, {})
    for side, name in now:
        found[side][name] = now.get((side, past[side](name)), -1)
    return found


def _past(laid: Laid, alarm: str) -> Callable[[str], str]:
    """Past what is laid between the cards, which nobody sees."""

    def skip(name: str) -> str:
        seen = 0
        while name and name != BACK and seen <= len(laid.nodes):
            place = laid.nodes[name]
            if place.kind not in _PASSED or place.anew or exit_stop(place, alarm):
                break
            name, seen = place.go, seen + 1
        return name

    return skip


def _label(versions: Versions, side: int, laid: Laid, place: Place, alarm: str) -> Hashable:
    """What staff meet at a node, without what comes behind it."""
    if exit_stop(place, alarm):
        return "exit", leads_to(versions, side, laid, place)
    if place.kind in (ASK, BY):
        return place.kind, place.fact, place.anew
    if place.kind == SIGNS:
        return place.kind, ticking(versions.content(side).lists[place.node.list]), place.anew
    if place.kind in SAYS:
        ident = versions.of(side, place)
        who: Hashable = ident if versions.in_both(ident) else (place.kind, place.node.text)
        said = tuple(sorted(says(versions, side, place).items()))
        return who, said, tuple(sorted(place.node.duties)), place.anew
    return (place.kind if place.kind not in _PASSED else ""), place.anew


def ticking(signs: SignList) -> Hashable:
    """What ticking a list can tell: its signs, each with what it points at, and the facts."""
    marks = {mark for _, mark in signs.sets}
    points = frozenset((sign.id, frozenset(sign.points_at) & marks) for sign in signs.signs)
    return signs.id, frozenset(signs.sets), points


def _targets(place: Place, values: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    if place.kind in (ASK, BY):
        return tuple(place.target(value) or "" for value in values[place.fact])
    return (place.go,)
