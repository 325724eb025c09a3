"""A property over all walks of a card: searched, and where the search says that it fails, walked; else searched finer.

The search (`space.py`) allows more than real walks do. A way in it that nobody can walk names a fact that it has mixed
up; that fact is kept apart and everything is searched again. So three things can come out: it holds, here is a walk
that breaks it, or the search became too large and nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from guide.checks.proofs.fields import Fields
from guide.checks.proofs.graph import Graph
from guide.checks.proofs.keeping import Keep
from guide.checks.proofs.real import Conflict, Real, realize
from guide.checks.proofs.space import STUCK, Limits, Space
from guide.checks.proofs.states import Fault, TooLargeError
from guide.checks.proofs.watching import Watcher
from guide.core.content import Pairs

MOST_WALKS: Final = 3
"""Of the nodes where a property fails, how many are shown with a walk."""
NO_ALARM, ONE_ALARM = 0, 1
"""How many alarms are open within each other, at most, on the walks that are searched."""
MOST_STATES: Final = {NO_ALARM: 60_000, ONE_ALARM: 6_000}
"""Of one search. A card has about a thousand nodes; above this, too many facts must be kept apart."""
MOST_TRIES: Final = {NO_ALARM: 12, ONE_ALARM: 4}
TRIES_TOGETHER: Final = 6
"""For all workplaces in one search, before each is searched by itself."""
SETTING: Final = "virksomhet"


@dataclass(slots=True)
class Tried:
    """What came of it. `undecided`: nothing is claimed, for `facts` had to be kept apart and were too many."""

    states: int = 0
    broken: list[Real] = field(default_factory=list)
    undecided: bool = False
    facts: frozenset[str] = frozenset()


def try_all(
    graph: Graph,
    fields: Fields,
    watcher: Callable[[], Watcher],
    *,
    depth: int,
    stuck: bool = False,
) -> Tried:
    """Every workplace in one search; where that is not enough, and no alarm is opened, each by itself.

    `stuck`: looks for where a walk leads nowhere, not for what the watcher says.
    """
    settings = tuple(_settings(graph))
    found = _try(graph, fields, watcher, tuple(graph.profile), stuck, depth, TRIES_TOGETHER)
    if depth or not found.undecided or len(settings) == 1:
        return found
    found = Tried(found.states)
    for profiles in settings:
        one = _try(graph, fields, watcher, profiles, stuck, depth, MOST_TRIES[depth])
        found.states += one.states
        known = {real.end for real in found.broken}
        found.broken += [real for real in one.broken if real.end not in known]
        found.undecided |= one.undecided
        found.facts |= one.facts
    return found


def _settings(graph: Graph) -> Iterator[tuple[Pairs, ...]]:
    """The profiles, those of one workplace together."""
    by: dict[str, list[Pairs]] = {}
    for profile in graph.profile:
        by.setdefault(dict(profile).get(SETTING, ""), []).append(profile)
    yield from map(tuple, by.values())


def _try(
    graph: Graph,
    fields: Fields,
    watcher: Callable[[], Watcher],
    profiles: tuple[Pairs, ...],
    stuck: bool,
    depth: int,
    tries: int,
) -> Tried:
    keep, found = Keep(), Tried()
    for turn in range(tries):
        limits = Limits(profiles, MOST_STATES[depth], shortest=turn > 0, depth=depth)
        try:
            space = Space(graph, fields, watcher(), keep, limits)
        except TooLargeError:
            break
        found.states = space.states
        conflicts: set[str] = set()
        for fault in _nearest(space, stuck):
            got = realize(space, fault, profiles, stuck=stuck)
            if isinstance(got, Conflict):
                conflicts.add(got.fact)
            else:
                found.broken.append(got)
        if found.broken or not conflicts:
            return found
        finer = _finer(keep, conflicts, frozenset(space.watcher.facts))
        if finer == keep:
            break
        keep = finer
    return Tried(found.states, undecided=True, facts=keep.always | keep.awake)


def _nearest(space: Space, stuck: bool) -> list[Fault]:
    """For some of the nodes where something is wrong, the nearest of it."""
    nearest: dict[int, Fault] = {}
    for fault in sorted(space.faults, key=lambda fault: fault.frame.ways[fault.state].cost):
        if (fault.kind == STUCK) == stuck:
            nearest.setdefault(space.vertex(fault.state).index, fault)
    return list(nearest.values())[:MOST_WALKS]


def _finer(keep: Keep, conflicts: set[str], watched: frozenset[str]) -> Keep:
    """Facts are kept apart while the watcher is awake, and always when that was not enough."""
    again = conflicts & (keep.awake | watched)
    return Keep(keep.always | again, keep.awake | conflicts)
