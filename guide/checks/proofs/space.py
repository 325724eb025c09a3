"""What each fact may be at each node of a card, on every walk: a search forwards that forgets which values go together.

So every real walk is in it, and perhaps more: where it says that a fact can't be so, no walk has it so. An alarm is
searched once for all stops that it is opened from; what it leaves as it was is, out of it, what its caller had.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from typing import NamedTuple

from guide.checks.proofs.fields import Field, Fields
from guide.checks.proofs.graph import BACK_TO_CALLER, NOWHERE, Graph, Vertex
from guide.checks.proofs.turns import turns
from guide.core.content import ASK, BY, SIGNS

Spot = int
"""A node's number as one comes to it; the number of nodes more as an alarm has led back to it: no round begins then."""


class Caller(NamedTuple):
    """Where an alarm is opened, and what every fact may be as it opens."""

    frame: Frame
    spot: Spot
    opened: Field


@dataclass(slots=True, eq=False)
class Frame:
    """The card itself (no alarm), or an alarm with so many open."""

    alarm: str
    depth: int
    seen: Field = 0
    """Of an alarm: what its callers may have."""
    held: dict[Spot, Field] = field(default_factory=dict)
    results: dict[Spot, Field] = field(default_factory=dict)
    """Of an alarm: where it leads out to, with what every fact may be then."""
    callers: dict[tuple[int, int], Caller] = field(default_factory=dict)
    """By frame and stop."""
    new_callers: set[tuple[int, int]] = field(default_factory=set)
    new_results: set[Spot] = field(default_factory=set)


class Space:
    """One search; `depth` is how many alarms may be open within each other."""

    def __init__(self, graph: Graph, fields: Fields, depth: int) -> None:
        """Searches everything."""
        self.graph, self.fields = graph, fields
        self.main = Frame("", 0)
        self.alarms: dict[tuple[str, int], Frame] = {}
        self._count, self._depth = len(graph.vertices), depth
        self._turns = turns(graph)
        self._heap: list[tuple[int, int, Frame, Spot]] = []
        self._waiting: set[tuple[int, Spot]] = set()
        self._number = 0
        self._fresh: dict[int, Frame] = {}
        """Alarms that have new callers or new results since it was last looked where they lead."""
        for profile in graph.profile:
            self._come(self.main, graph.start, fields.begun(dict(profile)))
        while self._heap or self._fresh:
            while self._heap:
                _, _, frame, spot = heapq.heappop(self._heap)
                self._waiting.discard((id(frame), spot))
                self._pass(frame, spot)
            self._lead_out()

    def reached(self) -> list[Field]:
        """By node, what every fact may be once one has come to it, a new round begun; 0 where no walk comes."""
        found = [0] * self._count
        for frame in (self.main, *self.alarms.values()):
            for spot, held in frame.held.items():
                vertex = self.graph.vertices[spot % self._count]
                known = self.fields.left(frame.seen, held) if frame.alarm else held
                begins = vertex.place.anew and spot < self._count
                found[vertex.index] |= self.fields.renewed(known) if begins else known
        return found

    # --- one spot after another ----------------------------------------------------------------------------------
    def _come(self, frame: Frame, spot: Spot, held: Field) -> None:
        """A spot is come to, perhaps again with more that may be."""
        old = frame.held.get(spot, 0)
        if old | held != old:
            frame.held[spot] = old | held
            self._put(frame, spot)

    def _put(self, frame: Frame, spot: Spot) -> None:
        if (id(frame), spot) not in self._waiting:
            self._waiting.add((id(frame), spot))
            self._number += 1
            heapq.heappush(self._heap, (self._turns[spot % self._count], self._number, frame, spot))

    def _pass(self, frame: Frame, spot: Spot) -> None:
        """From a spot, all that follows."""
        vertex, held = self.graph.vertices[spot % self._count], frame.held[spot]
        if vertex.place.anew and spot < self._count:
            held = self.fields.renewed(held)
        if vertex.place.kind in (ASK, BY):
            self._turn(frame, vertex, held)
        elif vertex.waits:
            self._stand(frame, vertex, held)
        else:
            self._lead(frame, vertex, "", vertex.go, held)

    def _turn(self, frame: Frame, vertex: Vertex, held: Field) -> None:
        """At a question or a turn: what is known decides; else the one is asked, the other leads nowhere."""
        fields, fact, by, good = self.fields, vertex.place.fact, vertex.place.kind == BY, 0
        for value, to in vertex.answers:
            bits = fields.fresh[fact][value] | (fields.stale[fact][value] if by else 0)
            good |= bits
            read = fields.may_be(held, fact, bits, frame.seen)
            if read:
                self._lead(frame, vertex, value, to, read)
        left = 0 if by else fields.may_be(held, fact, fields.all_known[fact] & ~good, frame.seen)
        if left:
            self._stand(frame, vertex, left)

    def _stand(self, frame: Frame, vertex: Vertex, held: Field) -> None:
        """What a person can do at a stop."""
        for name, at in self.graph.callable_from(vertex) if frame.depth < self._depth else ():
            self._open(frame, vertex, name, at, held)
        if vertex.place.kind == ASK:
            for value, to in vertex.answers:
                self._lead(frame, vertex, value, to, self.fields.learnt(held, vertex.place.fact, value))
        elif vertex.place.kind == SIGNS:
            for ticks in vertex.ticks:
                then = held
                for fact, value in ticks:
                    then = self.fields.learnt(then, fact, value)
                self._lead(frame, vertex, said(ticks), vertex.go, then)
        elif vertex.go != NOWHERE:
            self._lead(frame, vertex, "", vertex.go, held)

    def _lead(self, frame: Frame, vertex: Vertex, value: str, to: Spot, held: Field) -> None:
        """On from a node by an answer to another one of the same frame, or out of an alarm."""
        self._on(frame, to, held)

    def _on(self, frame: Frame, to: Spot, held: Field) -> None:
        if not frame.alarm or (to >= 0 and self.graph.vertices[to % self._count].alarm):
            self._come(frame, to, held)
            return
        old = frame.results.get(to, 0)
        if old | held != old:
            frame.results[to] = old | held
            frame.new_results.add(to)
            self._fresh[id(frame)] = frame

    # --- alarms ----------------------------------------------------------------------------------------------------
    def _open(self, frame: Frame, vertex: Vertex, name: str, at: int, held: Field) -> None:
        """Opens an alarm at a stop; where it leads is looked at when nothing else is left to do."""
        inner = self.alarms.get((name, frame.depth + 1))
        if inner is None:
            inner = self.alarms[name, frame.depth + 1] = Frame(name, frame.depth + 1)
            self._come(inner, at, self.fields.entered(name))
        opened = self.fields.opened(held, name)
        key = id(frame), vertex.index
        old = inner.callers.get(key)
        if old is not None and old.opened | opened == old.opened:
            return
        inner.callers[key] = Caller(frame, vertex.index, opened | (old.opened if old else 0))
        inner.new_callers.add(key)
        self._fresh[id(inner)] = inner

    def _lead_out(self) -> None:
        """What alarms that have something new lead to, in the frames that they were opened from."""
        fresh, self._fresh = self._fresh, {}
        for inner in fresh.values():
            seen = inner.seen
            for key in inner.new_callers:
                seen |= inner.callers[key].opened
            if seen != inner.seen:
                inner.seen = seen
                for spot in inner.held:
                    self._put(inner, spot)
            for result in inner.results:
                keys = inner.callers if result in inner.new_results else inner.new_callers
                self._out(inner, result, [inner.callers[key] for key in keys])
            inner.new_callers, inner.new_results = set(), set()

    def _out(self, inner: Frame, result: Spot, callers: list[Caller]) -> None:
        """One result of an alarm, in the frames that it was opened from."""
        if result != BACK_TO_CALLER:
            # where it leads does not depend on the stop: those of one frame go together
            together: dict[int, Caller] = {}
            for caller in callers:
                first = together.setdefault(id(caller.frame), caller)
                together[id(caller.frame)] = first._replace(opened=first.opened | caller.opened)
            callers = list(together.values())
        for frame, stop, opened in callers:
            # back is to the stop itself, not through it: its round does not begin twice
            to = stop + self._count if result == BACK_TO_CALLER else result
            self._on(frame, to, self.fields.left(opened, inner.results[result]))


def said(ticks: tuple[tuple[str, str], ...]) -> str:
    """What is ticked, as one value."""
    return " ".join(f"{fact}={value}" for fact, value in ticks)
