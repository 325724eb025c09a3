"""How far it is to some stops when every fact but the child's age may be anything: what steers the search for a walk.

Since nothing but the age is held against it, a stop that is out of reach here is out of reach on every walk.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterator

from guide.core.content import ASK, BACK, BY, EXIT, INCLUDE
from guide.core.lay import Laid, Place, targets
from guide.core.step import Known

AGE = "alder"
_PASSED_BY = (BY, INCLUDE, EXIT)
Spot = tuple[str, str]
"""A node, and the age as an answer gives it; empty: nobody has asked."""


def distances(
    laid: Laid, ends: Collection[str], fits: Callable[[Known], bool], ages: Collection[str]
) -> dict[Spot, int]:
    """The number of stops from each spot to the nearest of `ends` where the age is one that `fits` accepts.

    Spots that lead to none are left out. `ages` are the answers that stand for all.
    """
    fact = laid.facts.get(AGE)
    every = ("", *ages, *((fact.unknown,) if fact else ()))
    before: dict[Spot, list[tuple[Spot, int]]] = {}
    for place in laid.nodes.values():
        for age in every:
            for after, cost in _edges(laid, place, age, every):
                before.setdefault(after, []).append(((place.id, age), cost))
    found = {(end, age): 0 for end in ends for age in every if fits({AGE: age} if age else {})}
    waiting = deque(found)
    while waiting:
        spot = waiting.popleft()
        for other, cost in before.get(spot, ()):
            far = found[spot] + cost
            if other not in found or far < found[other]:
                found[other] = far
                if cost:
                    waiting.append(other)
                else:
                    waiting.appendleft(other)
    return found


def within_reach(laid: Laid) -> frozenset[str]:
    """Every node that the lines lead to from the start of the card or of one of its alarms.

    What an included card does when it is walked by itself lies in the graph, too, and no line leads there.
    """
    found = {laid.start, *(alarm.start for alarm in laid.alarms.values())}
    waiting = list(found)
    while waiting:
        new = set(targets(laid.nodes[waiting.pop()])) - found - {BACK}
        found |= new
        waiting += new
    return frozenset(found)


def _edges(laid: Laid, place: Place, age: str, every: Collection[str]) -> Iterator[tuple[Spot, int]]:
    """Where one can come from a node with a child of this age, and what it costs: 1 for a stop, 0 for passing by."""
    asked = place.kind == ASK
    if place.kind in (ASK, BY) and place.fact == AGE:
        if age and (target := place.target(age)):
            yield (target, age), 0
        if asked and (not age or AGE not in laid.lasting):
            yield from (((target, other), 1) for other in every if other and (target := place.target(other)))
        return
    cost = 0 if place.kind in _PASSED_BY else 1
    yield from (((target, age), cost) for target in targets(place))
