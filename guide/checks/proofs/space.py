"""All states of a card: node, the facts kept apart, a watcher's memory, and what every other fact may be there.

Which values of the other facts go together is not kept, so every real walk is in the search, and perhaps more: what
holds here holds, and what fails here must first be walked (`real.py`). An alarm is searched once for each way it is
entered, and what comes out of it is used wherever it can be opened.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass

from guide.checks.proofs.fields import Fields
from guide.checks.proofs.graph import BACK_TO_CALLER, NOWHERE, Graph, Vertex
from guide.checks.proofs.states import (
    ANYTHING,
    NOT_ASKED_YET,
    Apart,
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
class Keep:
    """Which facts a search keeps apart: always, or only while the watcher is awake."""

    always: frozenset[str] = frozenset()
    awake: frozenset[str] = frozenset()


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
        exact = keep.always | keep.awake
        self.apart = tuple(sorted((exact | set(watcher.facts)) & set(fields.facts)))
        self.main = Frame(None, 0)
        self.alarms: dict[Entry, Frame] = {}
        self.faults: list[Fault] = []
        self.states = 0
        self._count = len(graph.vertices)
        self._slot = {fact: index for index, fact in enumerate(self.apart)}
        self._exact = frozenset(exact)
        self._sleepy = tuple(fact not in keep.always and fact not in watcher.facts for fact in self.apart)
        self._known: dict[Apart, dict[str, str]] = {}
        self._faulty: set[tuple[str, int, State]] = set()
        self._queue = _Queue(graph, limits.shortest)
        self._fresh: dict[int, Frame] = {}
        """Alarms that have new callers or new results since it was last looked where they lead."""
        self._most, self._depth = limits.states, limits.depth
        for profile in limits.profiles:
            known = dict(profile)
            apart = tuple(self._stand_in(fact, known[fact]) if fact in known else NOT_ASKED_YET for fact in self.apart)
            self._come(self.main, State(graph.start, apart, 0), fields.begun(known), Way(None, None, 0))
        while self._queue or self._fresh:
            while self._queue:
                self._pass(*self._queue.next())
            self._lead_out()

    def known(self, apart: Apart) -> dict[str, str]:
        """The values of the facts that are kept apart, where they are known."""
        found = self._known.get(apart)
        if found is None:
            pairs = zip(self.apart, apart, strict=True)
            found = {fact: value for fact, value in pairs if value not in (NOT_ASKED_YET, ANYTHING)}
            self._known[apart] = found
        return found

    def vertex(self, state: State) -> Vertex:
        """The node of a state."""
        return self.graph.vertices[state.at % self._count]

    # --- one state after another ---------------------------------------------------------------------------------
    def _come(self, frame: Frame, state: State, held: int, way: Way) -> None:
        """A state is come to, perhaps again with more that may be."""
        if self.watcher.sleeps(state.memory, self.known(state.apart)):
            pairs = zip(state.apart, self._sleepy, strict=True)
            state = State(state.at, tuple(ANYTHING if sleepy else value for value, sleepy in pairs), state.memory)
        held = self.fields.forgotten(held, state.at % self._count)
        old = frame.held.get(state)
        if old is None:
            frame.ways[state] = way
            self.states += 1
            if self.states > self._most:
                raise TooLargeError(", ".join(self.apart))
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
        if place.kind == BY:
            if fields.may_be(held, place.fact, fields.nothing[place.fact], frame.seen):
                self._fault(STUCK, frame, state)
            for value, to in vertex.answers:
                bits = fields.fresh[place.fact][value] | fields.stale[place.fact][value]
                self._read(frame, state, now, value, to, fields.may_be(held, place.fact, bits, frame.seen))
        elif place.kind == ASK:
            for value, to in vertex.answers:
                bits = fields.fresh[place.fact][value]
                self._read(frame, state, now, value, to, fields.may_be(held, place.fact, bits, frame.seen))
            asked = fields.may_be(held, place.fact, fields.not_fresh[place.fact], frame.seen)
            if asked:
                self._stand(frame, state, now, asked)
        elif vertex.waits:
            self._arrive(frame, state, now, held)
        else:
            self._lead(frame, state, "", vertex.go, now, held)

    def _read(self, frame: Frame, state: State, now: State, value: str, to: int, held: int) -> None:
        """A known fact decides the way, where it may have this value."""
        slot = self._slot.get(self.vertex(state).place.fact)
        if not held:
            return
        if slot is not None:
            stands = self._stand_in(self.apart[slot], value)
            if now.apart[slot] not in (stands, ANYTHING):
                return
            now = now._replace(apart=(*now.apart[:slot], stands, *now.apart[slot + 1 :]))
        self._lead(frame, state, value, to, now, held)

    def _arrive(self, frame: Frame, state: State, now: State, held: int) -> None:
        """At a stop where every walk waits, the watcher looks first."""
        memory, wrong = self.watcher.arrived(now.memory, self.vertex(state), self.known(now.apart))
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
                then = self._learnt(now, {fact: value})
                if fact in self.watcher.facts:
                    memory = self.watcher.said(now.memory, fact, value, self.known(then.apart))
                    then = then._replace(memory=memory)
                self._lead(frame, state, value, to, then, self.fields.learnt(held, fact, value))
        elif vertex.place.kind == SIGNS:
            for ticks in vertex.ticks:
                self._tick(frame, state, now, held, dict(ticks))
        elif vertex.go != NOWHERE:
            self._lead(frame, state, "", vertex.go, now, held)

    def _tick(self, frame: Frame, state: State, now: State, held: int, ticks: dict[str, str]) -> None:
        then = self._learnt(now, ticks)
        if ticks.keys() & set(self.watcher.facts):
            then = then._replace(memory=self.watcher.ticked(now.memory, self.known(then.apart)))
        for fact, value in ticks.items():
            held = self.fields.learnt(held, fact, value)
        said = " ".join(f"{fact}={value}" for fact, value in ticks.items())
        self._lead(frame, state, said, self.vertex(state).go, then, held)

    def _learnt(self, now: State, given: dict[str, str]) -> State:
        apart = list(now.apart)
        for fact in given.keys() & self._slot.keys():
            apart[self._slot[fact]] = self._stand_in(fact, given[fact])
        return now._replace(apart=tuple(apart))

    def _stand_in(self, fact: str, value: str) -> str:
        return value if fact in self._exact else self.watcher.same(fact, value)

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


class _Queue:
    """Whose turn it is: what leads on to most goes first, or what a person comes to with the fewest keys."""

    def __init__(self, graph: Graph, shortest: bool) -> None:
        self._heap: list[tuple[int, int, Frame, State]] = []
        self._waiting: set[tuple[int, State]] = set()
        self._count = 0
        self._turns = None if shortest else turns(graph)

    def __bool__(self) -> bool:
        return bool(self._heap)

    def put(self, frame: Frame, state: State) -> None:
        """Unless it waits already."""
        if (id(frame), state) not in self._waiting:
            self._waiting.add((id(frame), state))
            self._count += 1
            rank = frame.ways[state].cost if self._turns is None else self._turns[state.at % len(self._turns)]
            heapq.heappush(self._heap, (rank, self._count, frame, state))

    def next(self) -> tuple[Frame, State]:
        """The next one."""
        _, _, frame, state = heapq.heappop(self._heap)
        self._waiting.discard((id(frame), state))
        return frame, state


def turns(graph: Graph) -> list[int]:
    """By node: its turn. Alarms come first, and each node after those that lead to it, where there is no circle."""
    out: list[int] = []
    seen: set[int] = set()
    for root in (graph.start, *graph.alarms.values()):
        stack = [(root, iter(list(graph.vertices[root].targets())))]
        seen.add(root)
        while stack:
            alarm = graph.vertices[stack[-1][0]].alarm
            to = next((n for n in stack[-1][1] if n >= 0 and n not in seen and graph.vertices[n].alarm == alarm), None)
            if to is None:
                out.append(stack.pop()[0])
            else:
                seen.add(to)
                stack.append((to, iter(list(graph.vertices[to].targets()))))
    out += [vertex.index for vertex in graph.vertices if vertex.index not in seen]
    turn = [0] * len(graph.vertices)
    for place, index in enumerate(reversed(out)):
        turn[index] = place
    return turn
