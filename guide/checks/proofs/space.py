"""All states of a card: node, the facts kept apart, a watcher's memory, and what every other fact may be there.

Which values of the other facts go together is not kept, so every real walk is in the search, and perhaps more: what
holds here holds, and what fails here must first be walked (`real.py`). An alarm is searched once for each way it is
entered, and what comes out of it is used wherever it can be opened.
"""

from __future__ import annotations

from dataclasses import dataclass

from guide.checks.proofs.fields import Fields
from guide.checks.proofs.graph import BACK_TO_CALLER, NOWHERE, Graph, Vertex
from guide.checks.proofs.keeping import Keep, Keeping
from guide.checks.proofs.queue import Queue
from guide.checks.proofs.states import (
    ANYTHING,
    Caller,
    Entry,
    Fault,
    Frame,
    State,
    TooLargeError,
    Way,
)
from guide.checks.proofs.watching import Watcher
from guide.core.content import ASK, BY, SIGNS, Pairs

STUCK = "stuck"


@dataclass(frozen=True, slots=True)
class Limits:
    """Where a search begins (`profiles`: what may be known from the start) and when it gives up.

    With `shortest`, states are taken up in the order of the keys that a person presses, so that ways are the shortest.
    """

    profiles: tuple[Pairs, ...]
    states: int
    shortest: bool = False
    depth: int = 0
    """How many alarms may be open within each other."""


class Space:
    """One search. `faults` are what the watcher found, and where a walk would be stuck."""

    def __init__(self, graph: Graph, fields: Fields, watcher: Watcher, keep: Keep, limits: Limits) -> None:
        """Searches everything. Raises TooLargeError."""
        self.graph, self.fields, self.watcher = graph, fields, watcher
        self.keeping = Keeping(keep, watcher, fields.facts)
        self.main = Frame(None, 0)
        self.alarms: dict[Entry, Frame] = {}
        self.faults: list[Fault] = []
        self.states = 0
        self._count = len(graph.vertices)
        self._faulty: set[tuple[str, int, State]] = set()
        self._queue = Queue(graph, limits.shortest)
        self._fresh: dict[int, Frame] = {}
        """Alarms that have new callers or new results since it was last looked where they lead."""
        self._most, self._depth = limits.states, limits.depth
        for profile in limits.profiles:
            first = State(graph.start, self.keeping.begun(dict(profile)), 0)
            self._come(self.main, first, fields.begun(dict(profile)), Way(None, None, 0))
        while self._queue or self._fresh:
            while self._queue:
                self._pass(*self._queue.next())
            self._lead_out()

    def vertex(self, state: State) -> Vertex:
        """The node of a state."""
        return self.graph.vertices[state.at % self._count]

    # --- one state after another ---------------------------------------------------------------------------------
    def _come(self, frame: Frame, state: State, held: int, way: Way) -> None:
        """A state is come to, perhaps again with more that may be."""
        state = self.keeping.rested(state)
        held = self.fields.forgotten(held, state.at % self._count)
        old = frame.held.get(state)
        if old is None:
            frame.ways[state] = way
            self.states += 1
            if self.states > self._most:
                raise TooLargeError(", ".join(self.keeping.facts))
        elif old | held == old:
            return
        frame.held[state] = held | (old or 0)
        self._queue.put(frame, state)

    def _pass(self, frame: Frame, state: State) -> None:
        """From a state, all that follows."""
        vertex, held, fields = self.vertex(state), frame.held[state], self.fields
        place, now = vertex.place, state
        if place.anew and state.at < self._count:
            held, now = fields.renewed(held), state._replace(memory=self.watcher.renewed(state.memory))
        if place.kind in (ASK, BY):
            self._turn_by(frame, state, now, held)
        elif vertex.waits:
            self._arrive(frame, state, now, held)
        else:
            self._lead(frame, state, "", vertex.go, now, held)

    def _turn_by(self, frame: Frame, state: State, now: State, held: int) -> None:
        """At a question or a turn: what is known decides; else the one is asked, the other leads nowhere."""
        vertex, fields = self.vertex(state), self.fields
        fact, by, good = vertex.place.fact, vertex.place.kind == BY, 0
        for value, to in vertex.answers:
            bits = fields.fresh[fact][value] | (fields.stale[fact][value] if by else 0)
            good |= bits
            self._read(frame, state, now, value, to, fields.may_be(held, fact, bits, frame.seen))
        left = fields.may_be(held, fact, fields.all_known[fact] & ~good, frame.seen)
        if left and by:
            self._fault(STUCK, frame, state)
        elif left:
            self._stand(frame, state, now, left)

    def _read(self, frame: Frame, state: State, now: State, value: str, to: int, held: int) -> None:
        """A known fact decides the way, where it may have this value."""
        slot = self.keeping.slot.get(self.vertex(state).place.fact)
        if not held:
            return
        if slot is not None:
            stands = self.keeping.stand_in(self.keeping.facts[slot], value)
            if now.apart[slot] not in (stands, ANYTHING):
                return
            now = now._replace(apart=(*now.apart[:slot], stands, *now.apart[slot + 1 :]))
        self._lead(frame, state, value, to, now, held)

    def _arrive(self, frame: Frame, state: State, now: State, held: int) -> None:
        """At a stop where every walk waits, the watcher looks first."""
        memory, wrong = self.watcher.arrived(now.memory, self.vertex(state), self.keeping.known(now.apart))
        if wrong:
            self._fault(wrong, frame, state)
        self._stand(frame, state, now._replace(memory=memory), held)

    def _stand(self, frame: Frame, state: State, now: State, held: int) -> None:
        """What a person can do at a stop."""
        vertex = self.vertex(state)
        for name, at in self.graph.callable_from(vertex) if frame.depth < self._depth else ():
            self._open(frame, state, Entry(name, now.apart, now.memory, frame.depth + 1), at, held)
        if vertex.place.kind == ASK:
            fact = vertex.place.fact
            for value, to in vertex.answers:
                then = self.keeping.learnt(now, {fact: value})
                if fact in self.watcher.facts:
                    memory = self.watcher.said(now.memory, fact, value, self.keeping.known(then.apart))
                    then = then._replace(memory=memory)
                self._lead(frame, state, value, to, then, self.fields.learnt(held, fact, value))
        elif vertex.place.kind == SIGNS:
            for ticks in vertex.ticks:
                self._tick(frame, state, now, held, dict(ticks))
        elif vertex.go != NOWHERE:
            self._lead(frame, state, "", vertex.go, now, held)

    def _tick(self, frame: Frame, state: State, now: State, held: int, ticks: dict[str, str]) -> None:
        then = self.keeping.learnt(now, ticks)
        if ticks.keys() & set(self.watcher.facts):
            then = then._replace(memory=self.watcher.ticked(now.memory, self.keeping.known(then.apart)))
        for fact, value in ticks.items():
            held = self.fields.learnt(held, fact, value)
        said = " ".join(f"{fact}={value}" for fact, value in ticks.items())
        self._lead(frame, state, said, self.vertex(state).go, then, held)

    def _lead(self, frame: Frame, state: State, value: str, to: int, now: State, held: int) -> None:
        """On to a node of the same frame, or out of an alarm."""
        cost = frame.ways[state].cost + self.vertex(state).stops
        way = Way(state, (state.at % self._count, value), cost)
        self._on(frame, State(to, now.apart, now.memory), held, way)

    def _on(self, frame: Frame, state: State, held: int, way: Way) -> None:
        if frame.entry is None or (state.at >= 0 and self.vertex(state).alarm):
            self._come(frame, state, held, way)
            return
        old = frame.results.get(state)
        if old is None:
            frame.ways[state] = way
        elif old | held == old:
            return
        frame.results[state] = held | (old or 0)
        frame.new_results.add(state)
        self._fresh[id(frame)] = frame

    def _fault(self, kind: str, frame: Frame, state: State) -> None:
        if (kind, id(frame), state) not in self._faulty:
            self._faulty.add((kind, id(frame), state))
            self.faults.append(Fault(kind, frame, state))

    # --- alarms ----------------------------------------------------------------------------------------------------
    def _open(self, frame: Frame, state: State, entry: Entry, at: int, held: int) -> None:
        """Opens an alarm at a stop; where it leads is looked at when nothing else is left to do."""
        inner = self.alarms.get(entry)
        if inner is None:
            inner = self.alarms[entry] = Frame(entry, entry.depth)
            way = Way(None, None, 0)
            self._come(inner, State(at, entry.apart, entry.memory), self.fields.entered(entry.alarm), way)
        opened = self.fields.opened(held, entry.alarm)
        spot = (id(frame), state.at % self._count)
        old = inner.callers.get(spot)
        if old is None:
            inner.callers[spot] = Caller(frame, state, opened)
        elif old.opened | opened == old.opened:
            return
        else:
            inner.callers[spot] = old._replace(opened=old.opened | opened)
        inner.new_callers.add(spot)
        self._fresh[id(inner)] = inner

    def _lead_out(self) -> None:
        """On from alarms: each new result for every caller, each new caller with every result."""
        fresh, self._fresh = self._fresh, {}
        for inner in fresh.values():
            seen = inner.seen
            for spot in inner.new_callers:
                seen |= inner.callers[spot].opened
            if seen != inner.seen:
                inner.seen = seen
                for state in inner.held:
                    self._queue.put(inner, state)
            for result in inner.results:
                spots = inner.callers if result in inner.new_results else inner.new_callers
                self._out(inner, result, [inner.callers[spot] for spot in spots])
            inner.new_callers, inner.new_results = set(), set()

    def _out(self, inner: Frame, result: State, callers: list[Caller]) -> None:
        """One result of an alarm, in the frames that it was opened from."""
        if result.at != BACK_TO_CALLER:
            # where it leads does not depend on the stop: those of one frame go together
            together: dict[int, Caller] = {}
            for caller in callers:
                first = together.setdefault(id(caller.frame), caller)
                together[id(caller.frame)] = first._replace(opened=first.opened | caller.opened)
            callers = list(together.values())
        for frame, state, opened in callers:
            # back is to the stop itself, not through it: its round does not begin twice
            at = state.at % self._count + self._count if result.at == BACK_TO_CALLER else result.at
            cost = frame.ways[state].cost + 1 + inner.ways[result].cost
            held = self.fields.left(opened, inner.results[result])
            self._on(frame, State(at, result.apart, result.memory), held, Way(state, None, cost, (inner, result)))
