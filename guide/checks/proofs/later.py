"""What still matters of a fact at each node: whether a question is passed for it, whether it is read, and which of its
values anything further on tells apart. A search forgets the rest, or the states would have no end."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from guide.checks.proofs.graph import BACK_TO_CALLER, NOWHERE, Graph, Vertex
from guide.core.content import ASK, BY, SIGNS

Classes = tuple[int, ...]
"""By value of the fact, in the graph's order: the first value that it cannot be told from."""


@dataclass(frozen=True, slots=True)
class Later:
    """Of one fact at one node.

    `fresh`: a question further on is passed by where it is fresh; `read`: its value is read before it is given anew;
    `classes`: which values lead to different ways.
    """

    fresh: bool
    read: bool
    classes: Classes


class LookAhead:
    """One fact, backwards from the ends to a fixed point: by node in `found`, by alarm that leads back in `after`."""

    def __init__(self, graph: Graph, fact: str, *, inside: bool = False) -> None:
        """Looks at all nodes at once."""
        self.graph, self.fact, self.inside = graph, fact, inside
        self.none = Later(False, False, (0,) * len(graph.values[fact]))
        self.found = [self.none] * len(graph.vertices)
        self.after = dict.fromkeys(graph.alarms, self.none)
        """By alarm: what matters at any of the stops that it may lead back to."""
        self.stale = {name: fact in graph.laid.alarms[name].asks - graph.laid.lasting for name in graph.alarms}
        into: list[set[int]] = [set() for _ in graph.vertices]
        self.stops: dict[str, list[int]] = {name: [] for name in graph.alarms}
        for vertex in graph.vertices:
            for to in self._targets(vertex):
                into[to].add(vertex.index)
            for name, at in graph.callable_from(vertex):
                into[at].add(vertex.index)
                self.stops[name].append(vertex.index)
        self._settle(into)

    def _targets(self, vertex: Vertex) -> Iterator[int]:
        """Where it can lead to, without going back to a caller; out of an alarm only where that counts."""
        for to in vertex.targets():
            if to >= 0 and not (self.inside and vertex.alarm and not self.graph.vertices[to].alarm):
                yield to

    def _settle(self, into: list[set[int]]) -> None:
        todo = deque(range(len(self.graph.vertices) - 1, -1, -1))
        while True:
            while todo:
                index = todo.popleft()
                now = self._at(self.graph.vertices[index])
                if now != self.found[index]:
                    self.found[index] = now
                    todo.extend(into[index])
            if self.inside:
                return
            for name, stops in self.stops.items():
                after = self.none
                for index in stops:
                    after = joined(after, self.found[index])
                if after != self.after[name]:
                    self.after[name] = after
                    todo.extend(v.index for v in self.graph.vertices if v.alarm == name)
            if not todo:
                return

    def _at(self, vertex: Vertex) -> Later:
        """Of one node, from what comes after it."""
        place = vertex.place
        here = self.none
        for to in self._targets(vertex):
            here = joined(here, self.found[to])
        if vertex.alarm and not self.inside and BACK_TO_CALLER in vertex.targets():
            here = joined(here, self.after[vertex.alarm])
        if place.kind == ASK and place.fact == self.fact:
            here = Later(True, False, self._told_apart(vertex))
        elif place.kind == BY and place.fact == self.fact:
            here = Later(here.fresh, True, self._told_apart(vertex))
        elif place.kind == SIGNS and any(fact == self.fact for fact, _ in vertex.ticks[0]):
            here = self.none
        if place.anew and self.fact not in self.graph.laid.lasting:
            here = Later(False, here.read, here.classes)
        for name, at in self.graph.callable_from(vertex):
            opened = self.found[at]
            here = joined(here, Later(opened.fresh and not self.stale[name], opened.read, opened.classes))
        return here

    def _told_apart(self, vertex: Vertex) -> Classes:
        """Values by where they lead from here and what tells them apart there; what is not offered stands alone."""
        ways = dict(vertex.answers)
        marks: list[tuple[int, int]] = []
        for index, value in enumerate(self.graph.values[self.fact]):
            to = ways.get(value)
            if to is None:
                marks.append((NOWHERE - 1, index))
            elif to == BACK_TO_CALLER:
                marks.append((to, self.after[vertex.alarm].classes[index]))
            else:
                marks.append((to, self.found[to].classes[index]))
        return tuple(marks.index(mark) for mark in marks)


def joined(one: Later, other: Later) -> Later:
    """What matters on either way."""
    if one == other:
        return one
    return Later(one.fresh or other.fresh, one.read or other.read, joined_classes(one.classes, other.classes))


def joined_classes(one: Classes, other: Classes) -> Classes:
    """Values that neither tells apart."""
    if one == other:
        return one
    marks = list(zip(one, other, strict=True))
    return tuple(marks.index(mark) for mark in marks)
