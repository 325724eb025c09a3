"""From what is wrong, backwards over all walks: everything that leads there, as boxes of what is known (`boxes.py`).

Nothing is forgotten on the way, so what comes out is exact: a walk that begins in one of the boxes can be walked to
something wrong (`forwards.py` does), and no other walk can. What no walk can have at a node is left out beforehand
(`space.py`), which keeps the boxes few.

A walk is in one of two parts: BEFORE an alarm is opened, or in it and AFTER it. An alarm that leads elsewhere is part
of AFTER. One that leads back to its stop is searched by itself, once for each box that it leads back to, cut down to
the facts that the alarm deals with: all stops with that box share it, and their other facts pass it by.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from guide.checks.proofs.boxes import Box, Boxes
from guide.checks.proofs.fields import Field
from guide.checks.proofs.graph import BACK_TO_CALLER, Graph, Vertex
from guide.checks.proofs.turns import turns
from guide.checks.proofs.watching import EVER, STILL, Need, Watcher
from guide.core.content import ASK, BY, SIGNS

NO_ALARM, ONE_ALARM, IN_TURN = 0, 1, 2
"""Walks on which no alarm is opened; on which one is, at most; any number of them, one after the other."""
BEFORE: Final = 0
AFTER: Final = 1


class Back(NamedTuple):
    """A part of its own: inside an alarm that leads back to a stop where `box` holds, of the facts it deals with."""

    alarm: str
    need: Need
    box: Box


Part = int | Back


class TooLargeError(Exception):
    """More boxes than a search may have; the argument are those that lie at one node."""


class Caller(NamedTuple):
    """A stop that an alarm leads back to."""

    stop: int
    box: Box
    cost: int


@dataclass(slots=True)
class Pile:
    """The boxes at a node, by need."""

    boxes: tuple[list[Box], list[Box]] = field(default_factory=lambda: ([], []))
    new: list[tuple[Need, Box, int]] = field(default_factory=list)
    """Those that it has not been looked where they come from, with the keys from there to what is wrong."""
    trace: list[tuple[int, Need, Box]] = field(default_factory=list)
    """Every box as it was put there, with the keys from there."""


class Ground:
    """What all searches over one graph share. `alarms` is NO_ALARM, ONE_ALARM or IN_TURN."""

    def __init__(self, graph: Graph, boxes: Boxes, reached: tuple[list[Field], list[Field]], alarms: int) -> None:
        """`reached` is what walks can have at each node, BEFORE and AFTER."""
        self.graph, self.boxes, self.reached, self.alarms = graph, boxes, reached, alarms
        self.turns = [len(graph.vertices) - turn for turn in turns(graph)]
        """By node: its turn; those that lead to it come after it. BEFORE an alarm, `late` more."""
        self.late = len(graph.vertices)
        self.opened_from = {NO_ALARM: None, ONE_ALARM: BEFORE, IN_TURN: AFTER}[alarms]
        """The part of a walk in which an alarm can be opened."""
        self.parts = (BEFORE,) if alarms == NO_ALARM else (AFTER,) if alarms == IN_TURN else (BEFORE, AFTER)
        self.places = sum(bool(held) for part in self.parts for held in reached[part])
        """How many nodes walks come to, in all parts."""
        self.into: list[list[Vertex]] = [[] for _ in graph.vertices]
        self.backs: dict[str, list[Vertex]] = {name: [] for name in graph.alarms}
        self.deals: dict[str, set[str]] = {name: set() for name in graph.alarms}
        self.unasked: list[Field] = [0] * len(graph.vertices)
        """Of a question: what its fact is when it is asked."""
        for vertex in graph.vertices:
            self._look(vertex)

    def _look(self, vertex: Vertex) -> None:
        for to in set(vertex.targets()):
            if to == BACK_TO_CALLER:
                self.backs[vertex.alarm].append(vertex)
            else:
                self.into[to].append(vertex)
        fields, fact = self.boxes.fields, vertex.place.fact
        if vertex.place.kind == ASK:
            offered = sum(fields.fresh[fact][value] for value, _ in vertex.answers)
            self.unasked[vertex.index] = fields.all_known[fact] & ~offered
        if vertex.alarm:
            deals = self.deals[vertex.alarm]
            deals |= {fact} if fact else set()
            deals |= {fact for fact, _ in vertex.ticks[0]} if vertex.ticks else set()
            deals |= set(fields.facts) - self.graph.laid.lasting if vertex.place.anew else set()


class Backwards:
    """One search. `begins`: a walk can begin so that it comes to something wrong."""

    def __init__(self, ground: Ground, watcher: Watcher, most: int, nearest: bool = False) -> None:
        """Searches everything; `nearest`: what leads to something wrong by few keys first. Raises TooLargeError."""
        self.ground, self.graph, self.boxes, self.watcher = ground, ground.graph, ground.boxes, watcher
        self.piles: dict[tuple[Part, int], Pile] = {}
        self.callers: dict[Back, list[Caller]] = {}
        self.begins = False
        self.states = ground.places
        """Nodes that were looked at, and boxes."""
        self._opened: dict[Back, list[tuple[Need, Box, int]]] = {}
        self._most, self._nearest = most + ground.places, nearest
        self._heap: list[tuple[int, int, Part, int]] = []
        self._number = 0
        part: Part
        deals = {name: facts | watcher.facts for name, facts in ground.deals.items()}
        self.elsewhere: dict[str, Box] = {
            name: self.boxes.all & ~self.boxes.all_in(facts) for name, facts in deals.items()
        }
        """By alarm: a box of all facts that it does not deal with."""
        for vertex in self.graph.vertices:
            for need, box in watcher.wrong(vertex):
                for part in ground.parts:
                    self._put(part, vertex, need, box, 0)
        while self._heap:
            _, _, part, index = heapq.heappop(self._heap)
            self._spread(part, index)

    def at_start(self) -> list[Box]:
        """The boxes at the card's first node."""
        pile = self.piles.get((self.ground.parts[0], self.graph.start), Pile())
        return [*pile.boxes[EVER], *pile.boxes[STILL]]

    # --- boxes at nodes ------------------------------------------------------------------------------------------
    def _put(self, part: Part, vertex: Vertex, need: Need, box: Box, cost: int) -> None:
        """Where a walk has come to a node, a new round begun: this leads to something wrong by `cost` keys."""
        boxes, reached = self.boxes, self.ground.reached[part if isinstance(part, int) else AFTER][vertex.index]
        if not boxes.possible(box, reached):
            return
        box = (box | ~reached) & boxes.all
        pile = self.piles.get((part, vertex.index))
        if pile is None:
            pile = self.piles[part, vertex.index] = Pile()
        ever, still = pile.boxes
        if any(not box & ~old for old in ever) or (need == STILL and any(not box & ~old for old in still)):
            return
        pile.trace.append((cost, need, box))
        own = pile.boxes[need]
        box = self._widened(box, own)
        own[:] = [old for old in own if old & ~box]
        own.append(box)
        if need == EVER:
            still[:] = [old for old in still if old & ~box]
        self.states += 1
        if self.states > self._most:
            raise TooLargeError(max((max(p.boxes, key=len) for p in self.piles.values()), key=len))
        if not pile.new:
            self._number += 1
            turn = cost if self._nearest else self.ground.turns[vertex.index] + self.ground.late * (part == BEFORE)
            heapq.heappush(self._heap, (turn, self._number, part, vertex.index))
        pile.new.append((need, box, cost))

    def _widened(self, box: Box, lying: list[Box]) -> Box:
        while True:
            before = box
            for old in lying:
                box = self.boxes.widened(box, old)
            if box == before:
                return box

    def _spread(self, part: Part, index: int) -> None:
        """To all nodes that lead to one, what had to hold there."""
        pile, vertex = self.piles[part, index], self.graph.vertices[index]
        new, pile.new = pile.new, []
        for need, box, cost in new:
            if box not in pile.boxes[need]:
                continue  # a wider one has come since
            if part == AFTER and not vertex.alarm and vertex.stops and self.ground.opened_from is not None:
                for name in self.graph.alarms:
                    self._lead_back(name, vertex, need, box, cost)
            if vertex.place.anew and need == STILL and not self.watcher.before_round():
                continue
            came = self.boxes.before_round(box) if vertex.place.anew else box
            self._come_from(part, vertex, need, came, cost)

    def _come_from(self, part: Part, vertex: Vertex, need: Need, box: Box, cost: int) -> None:
        """What had to hold before a walk came to a node: at the start, at an alarm's opening, at other nodes."""
        if part == self.ground.parts[0] and vertex.index == self.graph.start:
            held = (self.boxes.fields.begun(dict(profile)) for profile in self.graph.profile)
            self.begins |= (need == EVER or self.watcher.begins) and any(known & box == known for known in held)
        if vertex.alarm and vertex.index == self.graph.alarms[vertex.alarm]:
            self._open(part, vertex.alarm, need, self.boxes.before_opening(box, vertex.alarm), cost + 1)
        for before in self.ground.into[vertex.index]:
            self._cross(part, before, vertex.index, need, box, cost)

    # --- one step back -------------------------------------------------------------------------------------------
    def _cross(self, part: Part, vertex: Vertex, to: int, need: Need, box: Box, cost: int) -> None:
        """What had to hold at `vertex` so that a walk came from there to `to`, where `box` holds."""
        boxes, place = self.boxes, vertex.place
        if place.kind == BY:
            read = boxes.valued(place.fact, (value for value, way in vertex.answers if way == to))
            self._put(part, vertex, need, boxes.where(box, place.fact, read), cost)
        elif place.kind == ASK:
            self._ask(part, vertex, [value for value, way in vertex.answers if way == to], need, box, cost)
        elif place.kind == SIGNS:
            for ticks in vertex.ticks:
                self._tick(part, vertex, ticks, need, box, cost + 1)
        elif vertex.waits:
            self._stand(part, vertex, need, box, cost + 1)
        else:
            self._put(part, vertex, need, box, cost)

    def _ask(self, part: Part, vertex: Vertex, values: list[str], need: Need, box: Box, cost: int) -> None:
        """At a question: it was passed, for its fact was fresh, or it was answered with one of `values`."""
        boxes, fact, unasked = self.boxes, vertex.place.fact, self.ground.unasked[vertex.index]
        fresh = boxes.fields.fresh[fact]
        good = box & sum(fresh[value] for value in values)
        if not good:
            return
        if need == EVER or fact not in self.watcher.facts:
            self._put(part, vertex, need, boxes.where(box | unasked, fact, good | unasked), cost + 1)
            return
        self._put(part, vertex, need, boxes.where(box, fact, good), cost)
        for value in values:
            if good & fresh[value]:
                answered = boxes.where(box, fact, fresh[value])
                for before, one in self.watcher.before_answer(fact, value, answered):
                    self._put(part, vertex, before, boxes.where(boxes.anything(one, fact), fact, unasked), cost + 1)

    def _tick(
        self, part: Part, vertex: Vertex, ticks: tuple[tuple[str, str], ...], need: Need, box: Box, cost: int
    ) -> None:
        """At a list of signs: these were ticked, whatever was known of their facts."""
        boxes = self.boxes
        given = sum(boxes.fields.fresh[fact][value] for fact, value in ticks)
        said = boxes.all_in(fact for fact, _ in ticks)
        ticked = box & (~said | given)
        if not all(ticked & boxes.fields.fresh[fact][value] for fact, value in ticks):
            return
        if need == EVER or self.watcher.facts.isdisjoint(fact for fact, _ in ticks):
            self._stand(part, vertex, need, ticked | said, cost)
            return
        for before, one in self.watcher.before_ticks(ticked):
            self._stand(part, vertex, before, one | said, cost)

    def _stand(self, part: Part, vertex: Vertex, need: Need, box: Box, cost: int) -> None:
        """At a stop, what holds while a person is there: what had to hold as the walk came."""
        if vertex.place.kind == ASK:
            unasked = self.ground.unasked[vertex.index]
            self._put(part, vertex, need, self.boxes.where(box, vertex.place.fact, unasked), cost)
        elif need == EVER:
            self._put(part, vertex, need, box, cost)
        else:
            for before, one in self.watcher.before_arrival(vertex, box):
                self._put(part, vertex, before, one, cost)

    # --- alarms ----------------------------------------------------------------------------------------------------
    def _open(self, part: Part, alarm: str, need: Need, box: Box, cost: int) -> None:
        """Before an alarm was opened: at every stop, or at those that it leads back to."""
        opens = self.ground.opened_from
        if opens is None:
            return
        if not isinstance(part, int):
            self._opened[part].append((need, box, cost))
            for caller in self.callers[part]:
                self._stand_outside(part, caller, need, box, cost)
            return
        for vertex in self.graph.vertices:
            if vertex.stops and not vertex.alarm:
                self._stand(opens, vertex, need, box, cost)

    def _lead_back(self, alarm: str, vertex: Vertex, need: Need, box: Box, cost: int) -> None:
        """Before an alarm led back to a stop."""
        back = Back(alarm, need, box | self.elsewhere[alarm])
        caller = Caller(vertex.index, box, cost)
        if back not in self.callers:
            self.callers[back], self._opened[back] = [], []
            for before in self.ground.backs[alarm]:
                self._cross(back, before, BACK_TO_CALLER, need, back.box, 0)
        self.callers[back].append(caller)
        for before_need, opened, keys in self._opened[back]:
            self._stand_outside(back, caller, before_need, opened, keys)

    def _stand_outside(self, back: Back, caller: Caller, need: Need, box: Box, cost: int) -> None:
        """At a stop before the alarm that leads back to it was opened; what it does not deal with stays as it is."""
        opens = self.ground.opened_from
        if opens is not None:
            rest = caller.box | (self.boxes.all & ~self.elsewhere[back.alarm])
            self._stand(opens, self.graph.vertices[caller.stop], need, box & rest, cost + caller.cost)
