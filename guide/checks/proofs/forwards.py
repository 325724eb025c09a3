"""A walk to something wrong, once a search backwards has found that there is one: as few keys as it knows of.

All that is known is kept. At each stop only moves are tried after which what is known lies in a box that leads on to
something wrong (`backwards.py`), those with the fewest keys left first.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from typing import Final, NamedTuple

from guide.checks.proofs.backwards import AFTER, BEFORE, IN_TURN, Back, Backwards, Caller, Part
from guide.checks.proofs.fields import Field
from guide.checks.proofs.graph import BACK_TO_CALLER, NOWHERE
from guide.checks.proofs.real import OPENED, Real, Step
from guide.checks.proofs.space import said
from guide.checks.proofs.watching import EVER, STILL, Needs
from guide.core.content import ASK, BY, SIGNS, Pairs

MOST: Final = 20_000
"""After as many stops the search for a walk gives up."""
MOST_MORE: Final = 1_000
"""After one walk, as many stops for another that ends elsewhere."""
NO_STOP: Final = -1


class At(NamedTuple):
    """A moment of a walk. `stop` is where the alarm that is open was opened; `still`: STILL holds (`watching.py`)."""

    part: int
    node: int
    stop: int
    held: Field
    still: bool


class Trail(NamedTuple):
    """How a walk came there."""

    step: Step
    before: Trail | None
    profile: Pairs


class Forwards:
    """Walks out of what a search backwards has found."""

    def __init__(self, found: Backwards) -> None:
        """Nothing is searched yet."""
        self.found, self.graph = found, found.graph
        self.fields, self.watcher = found.boxes.fields, found.watcher
        self._value = {
            bit: value
            for fact in self.fields.facts
            for bits in (self.fields.fresh[fact], self.fields.stale[fact])
            for value, bit in bits.items()
        }
        boxes = (box for pile in found.piles.values() for _, _, box in pile.trace)
        self._matters = found.boxes.all_in(found.boxes.told_apart(boxes))
        self._open: dict[tuple[str, int], list[tuple[Back, Caller]]] = {}
        for back, callers in found.callers.items():
            for caller in callers:
                self._open.setdefault((back.alarm, caller.stop), []).append((back, caller))
        self._heap: list[tuple[int, int, int, At, Trail | None]] = []
        self._seen: set[At] = set()
        self._walks: dict[int, Real] = {}

    def walks(self, most: int) -> list[Real]:
        """Up to `most` walks that end at different nodes; none where the search gives up."""
        begin = AFTER if self.found.ground.alarms == IN_TURN else BEFORE
        for profile in self.graph.profile:
            held = self.fields.begun(dict(profile))
            at = At(begin, self.graph.start, NO_STOP, held, self.watcher.begins)
            self._come(at, Trail((NOWHERE, ""), None, profile), 0, renewed=True)
        left = MOST
        while self._heap and left and len(self._walks) < most:
            _, _, keys, at, trail = heapq.heappop(self._heap)
            before = len(self._walks)
            for value, then, renewed in self._moves(at):
                self._come(then, Trail((at.node, value), trail, ()), keys + 1, renewed)
            left = min(left - 1, MOST_MORE if len(self._walks) > before else left)
        return list(self._walks.values())[:most]

    # --- where a walk may go on ----------------------------------------------------------------------------------
    def _come(self, at: At, trail: Trail, keys: int, renewed: bool) -> None:
        """A walk comes to a node and through all that needs no person, as far as that leads to something wrong."""
        while True:
            vertex = self.graph.vertices[at.node]
            if vertex.place.anew and renewed:
                still = at.still and self.watcher.before_round()
                at = at._replace(held=self.fields.renewed(at.held), still=still)
            left = self._left(at)
            if left is None:
                return
            if self._wrong(at):
                self._walks.setdefault(at.node, _real(trail, at.node))
                return
            to = self._passes(at)
            if to is None:
                break
            at, renewed = self._on(at, to)
        if vertex.waits:
            at = at._replace(still=self._still(at, self.watcher.before_arrival(vertex, at.held), at.held))
        known = at._replace(held=at.held & self._matters)
        if known not in self._seen and vertex.place.kind != BY:
            self._seen.add(known)
            heapq.heappush(self._heap, (keys + left, len(self._seen), keys, at, trail))

    def _passes(self, at: At) -> int | None:
        """Where a node leads by itself; None where a walk stops, or is stuck."""
        vertex = self.graph.vertices[at.node]
        fact = vertex.place.fact
        if vertex.place.kind in (ASK, BY):
            bit = at.held & self.found.boxes.fields.all_known[fact]
            value = self._value.get(bit, "")
            if vertex.place.kind == ASK and bit != self.fields.fresh[fact].get(value):
                return None
            return vertex.leads(value)
        return None if vertex.waits else vertex.go

    def _on(self, at: At, to: int) -> tuple[At, bool]:
        """On to a node, perhaps out of the alarm; and whether a new round may begin there."""
        if to == BACK_TO_CALLER:
            return at._replace(node=at.stop, stop=NO_STOP), False
        inside = self.graph.vertices[to].alarm
        return at._replace(node=to, stop=at.stop if inside else NO_STOP), True

    def _moves(self, at: At) -> Iterator[tuple[str, At, bool]]:
        """All that a person can do at a stop."""
        vertex, fields = self.graph.vertices[at.node], self.fields
        if at.part == self.found.ground.opened_from and at.stop == NO_STOP:
            for name, start in self.graph.callable_from(vertex):
                held = fields.opened(at.held, name)
                yield OPENED + name, At(AFTER, start, at.node, held, at.still), True
        if vertex.place.kind == ASK:
            fact = vertex.place.fact
            for value, to in vertex.answers:
                held = fields.learnt(at.held, fact, value)
                needs = self.watcher.before_answer(fact, value, held) if fact in self.watcher.facts else None
                yield value, *self._on(self._learnt(at, held, needs), to)
        elif vertex.place.kind == SIGNS:
            for ticks in vertex.ticks:
                yield said(ticks), *self._on(self._ticked(at, ticks), vertex.go)
        elif vertex.go != NOWHERE:
            yield "", *self._on(at, vertex.go)

    def _ticked(self, at: At, ticks: tuple[tuple[str, str], ...]) -> At:
        held = at.held
        for fact, value in ticks:
            held = self.fields.learnt(held, fact, value)
        heard = not self.watcher.facts.isdisjoint(fact for fact, _ in ticks)
        return self._learnt(at, held, self.watcher.before_ticks(held) if heard else None)

    def _learnt(self, at: At, held: Field, needs: Needs | None) -> At:
        still = at.still if needs is None else self._still(at, needs, held)
        return at._replace(held=held, still=still)

    def _still(self, at: At, needs: Needs, held: Field) -> bool:
        """Whether STILL holds after something, by what it needs to have held before."""
        before = {need for need, box in needs if held & box == held}
        return EVER in before or (at.still and STILL in before)

    # --- what leads to something wrong ---------------------------------------------------------------------------
    def _wrong(self, at: At) -> bool:
        wrong = self.watcher.wrong(self.graph.vertices[at.node])
        return any(at.held & box == at.held and (need == EVER or at.still) for need, box in wrong)

    def _left(self, at: At) -> int | None:
        """How many keys are left to something wrong, None where nothing leads there."""
        found = self._within(at.part, at)
        alarm = self.graph.vertices[at.node].alarm
        for back, caller in self._open.get((alarm, at.stop), ()) if at.stop != NO_STOP else ():
            rest = self.found.elsewhere[alarm] & at.held
            if not rest & ~caller.box:
                inside = self._within(back, at)
                if inside is not None and (found is None or inside + caller.cost < found):
                    found = inside + caller.cost
        return found

    def _within(self, part: Part, at: At) -> int | None:
        pile = self.found.piles.get((part, at.node))
        fits = (
            cost
            for cost, need, box in (pile.trace if pile else ())
            if at.held & box == at.held and (need == EVER or at.still)
        )
        return min(fits, default=None)


def _real(trail: Trail, end: int) -> Real:
    """The walk that a trail tells of."""
    moves: list[Step] = []
    while trail.before is not None:
        moves.append(trail.step)
        trail = trail.before
    return Real(trail.profile, tuple(reversed(moves)), end)
