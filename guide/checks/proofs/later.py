"""Which facts still matter at each node: something reads them, or is passed for them, before they are given anew."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from guide.checks.proofs.graph import BACK_TO_CALLER, Graph, Vertex
from guide.core.content import ASK, BY, SIGNS

Facts = frozenset[str]
Needed = tuple[Facts, Facts]
"""Facts that a question is passed by for where they are fresh; facts whose value is read."""
NONE: Needed = (frozenset(), frozenset())


def needed_later(graph: Graph) -> list[Facts]:
    """By node, backwards from the ends to a fixed point. Out of an alarm one comes back to any stop it opens from."""
    return [fresh | read for fresh, read in _Looking(graph).found]


class _Looking:
    """The search backwards."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.found: list[Needed] = [NONE] * len(graph.vertices)
        self.after: dict[str, Needed] = dict.fromkeys(graph.alarms, NONE)
        into: list[set[int]] = [set() for _ in graph.vertices]
        stops: dict[str, list[int]] = {name: [] for name in graph.alarms}
        for vertex in graph.vertices:
            for to in self._targets(vertex):
                into[to].add(vertex.index)
            for name, at in graph.callable_from(vertex):
                into[at].add(vertex.index)
                stops[name].append(vertex.index)
        todo = deque(range(len(graph.vertices) - 1, -1, -1))
        while todo:
            self._settle(todo, into)
            for name, each in stops.items():
                after = NONE
                for index in each:
                    after = _either(after, self.found[index])
                if after != self.after[name]:
                    self.after[name] = after
                    todo.extend(vertex.index for vertex in graph.vertices if vertex.alarm == name)

    def _settle(self, todo: deque[int], into: list[set[int]]) -> None:
        waiting = set(todo)
        while todo:
            index = todo.popleft()
            waiting.discard(index)
            now = self._at(self.graph.vertices[index])
            if now != self.found[index]:
                self.found[index] = now
                todo.extend(into[index] - waiting)
                waiting |= into[index]

    def _targets(self, vertex: Vertex) -> Iterator[int]:
        return (to for to in vertex.targets() if to >= 0)

    def _at(self, vertex: Vertex) -> Needed:
        """Of one node, from what comes after it."""
        place, here = vertex.place, NONE
        for to in self._targets(vertex):
            here = _either(here, self.found[to])
        if vertex.alarm and BACK_TO_CALLER in vertex.targets():
            here = _either(here, self.after[vertex.alarm])
        fresh, read = here
        if place.kind == ASK:
            fresh |= {place.fact}
            # a value that is not fresh is given anew here; one that is fresh counts as `fresh`
            read -= {place.fact}
        elif place.kind == BY:
            read |= {place.fact}
        elif place.kind == SIGNS:
            given = {fact for fact, _ in vertex.ticks[0]}
            fresh, read = fresh - given, read - given
        if place.anew:
            fresh &= self.graph.laid.lasting
        for name, at in self.graph.callable_from(vertex):
            stale = self.graph.laid.alarms[name].asks - self.graph.laid.lasting
            fresh |= self.found[at][0] - stale
            read |= self.found[at][1]
        return fresh, read


def _either(one: Needed, other: Needed) -> Needed:
    return one if one == other else (one[0] | other[0], one[1] | other[1])
