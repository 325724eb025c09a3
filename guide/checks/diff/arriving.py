"""Where a walk of two versions begins, and what is kept of it at each pair of nodes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.checks.diff.joint import NOTHING, Held
from guide.checks.diff.shown import OVER, Pair, Shown, State
from guide.checks.diff.versions import NEW, OLD, Versions
from guide.checks.proofs.graph import Graph, graph_of
from guide.checks.proofs.later import needed_later
from guide.core.lay import Laid


class Arrivals:
    """What may be known where a pair is come to: no more than is read behind it, so that fewer states differ."""

    def __init__(self, shown: Shown) -> None:
        """`shown`: the two cards."""
        self.shown, self.joint = shown, shown.joint
        versions, laid = shown.versions, shown.laid
        self._graphs = tuple(_graph(versions, side, laid[side]) for side in (OLD, NEW))
        self._need = tuple(_needed(graph) for graph in self._graphs)
        ruled = {fact for side in (OLD, NEW) for rule in versions.content(side).duties for fact, _ in rule.given}
        self._ruled = [fact in ruled for fact in self.joint.facts]
        self._live: dict[Pair, tuple[int, ...]] = {}

    def profiles(self) -> Iterator[tuple[tuple[str, str], ...]]:
        """What a walk may begin with in both versions; one that only one of them has begins in neither."""
        new = set(self._graphs[NEW].profile)
        yield from (profile for profile in self._graphs[OLD].profile if profile in new)

    def start(self, profile: tuple[tuple[str, str], ...]) -> State:
        """Where a walk begins with a profile."""
        held = self.joint.begun(dict(profile))
        if not self.shown.alarm:
            return self.arrive((self.shown.laid[OLD].start, self.shown.laid[NEW].start), held, (True, True))
        alarms = self.shown.laid[OLD].alarms[self.shown.alarm], self.shown.laid[NEW].alarms[self.shown.alarm]
        for side in (OLD, NEW):
            asked = [
                self.joint.slot[f] for f in alarms[side].asks - self.shown.laid[side].lasting if f in self.joint.slot
            ]
            held = self.joint.renewed(held, side, asked)
        return self.arrive((alarms[OLD].start, alarms[NEW].start), held, (True, True))

    def arrive(self, pair: Pair, held: Held, come: tuple[bool, bool]) -> State:
        """The state at a pair, with what was known before; `come`: which of the two has just moved there."""
        for side in (OLD, NEW):
            if come[side] and pair[side] != OVER and self.shown.place(side, pair[side]).anew:
                held = self.joint.renewed(held, side)
        live = self._live.get(pair)
        if live is None:
            live = self._live[pair] = tuple(self._matters(pair))
        return State(
            pair,
            tuple(
                may if mark == 2 else NOTHING if not mark else self.joint.without_age(may)
                for may, mark in zip(held, live, strict=True)
            ),
        )

    def _matters(self, pair: Pair) -> Iterator[int]:
        """By fact: 0 nothing reads it from here on, 1 only the rules on duties do, 2 the cards do."""
        need = [self._need[side].get(pair[side], frozenset()) for side in (OLD, NEW)]
        for fact, ruled in zip(self.joint.facts, self._ruled, strict=True):
            yield 2 if fact in need[OLD] or fact in need[NEW] else int(ruled)


def _graph(versions: Versions, side: int, laid: Laid) -> Graph:
    """The graph of one card without its alarms: they are walked by themselves."""
    graph = graph_of(laid, versions.content(side).lists)
    graph.alarms.clear()
    for vertex in graph.vertices:
        vertex.alarm = ""
    return graph


def _needed(graph: Graph) -> Mapping[str, frozenset[str]]:
    need = needed_later(graph)
    return {name: need[index] for name, index in graph.number.items()}
