"""Where a walk must stand to come to a question with the answers that a proof wants: a search backwards in diagrams.

`Arrivals` works out, one round more at a time, for each node what must be answered and known there. Of facts that it
does not watch it forgets whether a walk stops at their question or passes it by, and so lets alarms be opened where no
walk stops; watching all facts it is exact but for one thing: an alarm that is opened inside an alarm counts, but not
one that leads back into it from where that one leads back, too. A walk that it promises is walked with `core.walk`
(`walks_there.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from guide.checks.proofs.diagrams import NO, Diagram, Level
from guide.checks.proofs.graph import BACK_TO_CALLER, Vertex
from guide.checks.proofs.rounds import Rounds

Sets = dict[int, Diagram]
"""By node the set of what is answered in this round and known there; left out: none."""


@dataclass(slots=True)
class Layer:
    """What leads to a goal within so many rounds."""

    at: Sets
    back: dict[tuple[int, str], Sets] = field(default_factory=dict)
    """Inside an alarm that was opened at a stop and will lead back to it, by stop and alarm."""


class Arrivals:
    """The sets that lead to some nodes, by the number of rounds and alarms on the way."""

    def __init__(self, rounds: Rounds, goals: Mapping[int, Diagram], watched: Iterable[str]) -> None:
        """Searches until a walk can begin so, or nothing new is found. Of the facts `watched` it is known when they
        are fresh."""
        self.rounds, self.watched = rounds, frozenset(watched)
        self.goals = dict(goals)
        self.starts = [dict(known) for known in sorted(rounds.graph.profile, key=len)]
        self._free_anew = self._levels(fact for fact in rounds.answer if fact not in rounds.lasting)
        self._free_alarm = {name: self._levels(self._anew_in(name)) for name in rounds.graph.alarms}
        self.layers = [Layer(self._round(Layer({}), {}))]
        back = False  # alarms that lead back cost most and make long walks: only when nothing else leads there
        while self.begins() is None:
            layer = self._next(self.layers[-1], back)
            if layer.at != self.layers[-1].at:
                self.layers.append(layer)
            elif back:
                break
            else:
                back = True

    def _levels(self, facts: Iterable[str]) -> frozenset[Level]:
        """The variables of facts that are given anew, and those of all ticks."""
        rounds = self.rounds
        return frozenset((*(rounds.answer[f] for f in facts if f in rounds.answer), *rounds.ticked.values()))

    def _anew_in(self, alarm: str) -> frozenset[str]:
        """The facts that an alarm asks again."""
        return self.rounds.graph.laid.alarms[alarm].asks - self.rounds.lasting

    # --- what is found -------------------------------------------------------------------------------------------
    def begins(self) -> dict[str, str] | None:
        """The facts with which a walk that comes to a goal begins, the fewest; None where there is none so far."""
        start = self.layers[-1].at.get(self.rounds.graph.start, NO)
        return next((known for known in self.starts if self.overlaps(start, known, frozenset(known))), None)

    def overlaps(self, of: Diagram, known: Mapping[str, str], fresh: frozenset[str]) -> bool:
        """Whether a set has a member with what is known and fresh."""
        return of != NO and self.within(of, known, fresh) != NO

    def within(self, of: Diagram, known: Mapping[str, str], fresh: frozenset[str]) -> Diagram:
        """The members of a set with what is known and fresh."""
        rounds = self.rounds
        values = rounds.held((fact, known[fact]) for fact in fresh)
        for fact, level in rounds.known.items():
            values[level] = rounds.index(fact, known[fact]) if fact in known else len(rounds.graph.values[fact])
        values |= {rounds.fresh[fact]: int(fact in fresh) for fact in self.watched}
        return rounds.diagrams.meet(of, rounds.diagrams.where({level: (value,) for level, value in values.items()}))

    # --- one round more ------------------------------------------------------------------------------------------
    def _next(self, last: Layer, back: bool) -> Layer:
        """All that leads to a goal with one round or alarm more than `last`; `back`: and by alarms that lead back."""
        layer = Layer({})
        extra: Sets = {}
        for vertex in self.rounds.order:
            for name, at in self.rounds.graph.callable_from(vertex):
                found = self._before_alarm(name, last.at.get(at, NO))
                here = last.at.get(vertex.index, NO)
                if back and here != NO:
                    inside = self._inside(name, here, last.back.get((vertex.index, name), {}))
                    layer.back[vertex.index, name] = inside
                    found = self.rounds.diagrams.union(found, self._before_alarm(name, inside.get(at, NO)))
                extra[vertex.index] = self.rounds.diagrams.union(extra.get(vertex.index, NO), found)
            if vertex.index in extra and vertex.place.fact in self.watched:
                unasked = self.rounds.diagrams.where({self.rounds.fresh[vertex.place.fact]: (0,)})
                extra[vertex.index] = self.rounds.diagrams.meet(extra[vertex.index], unasked)
        layer.at = self._round(last, extra)
        return layer

    def _round(self, last: Layer, extra: Sets) -> Sets:
        """What leads within a round to a goal, to one of `extra`, or to a new round that `last` knows of."""
        found: Sets = {}
        union = self.rounds.diagrams.union
        renewed = self._renewed(last.at)
        for vertex in reversed(self.rounds.order):
            here = union(self._passed(vertex, found, renewed, NO), extra.get(vertex.index, NO))
            here = union(here, self.goals.get(vertex.index, NO))
            if here != NO:
                found[vertex.index] = here
        return found

    def _inside(self, alarm: str, caller: Diagram, last: Sets) -> Sets:
        """What leads out of an alarm and back to where `caller` holds."""
        found: Sets = {}
        renewed = self._renewed(last)
        for vertex in reversed(self.rounds.order):
            if vertex.alarm == alarm:
                here = self._passed(vertex, found, renewed, caller)
                if here != NO:
                    found[vertex.index] = here
        return found

    def _passed(self, vertex: Vertex, found: Sets, renewed: Sets, caller: Diagram) -> Diagram:
        """What must hold at a node so that what is found behind it holds there."""
        vertices = self.rounds.graph.vertices

        def behind(to: int) -> Diagram:
            if to == BACK_TO_CALLER:
                return caller
            if to < 0:
                return NO
            return (renewed if vertices[to].place.anew else found).get(to, NO)

        if all(behind(to) == NO for to in vertex.targets()):
            return NO
        return self.rounds.before(vertex, behind, NO, self.watched)

    def _renewed(self, last: Sets) -> Sets:
        """What must hold before a new round begins at each node that begins one."""
        vertices = self.rounds.graph.vertices
        return {index: self._before_anew(of) for index, of in last.items() if vertices[index].place.anew}

    def _before_anew(self, of: Diagram) -> Diagram:
        of = self._forgotten(of, self.watched - self.rounds.lasting)
        return self.rounds.diagrams.freed(of, self._free_anew)

    def _before_alarm(self, alarm: str, of: Diagram) -> Diagram:
        of = self._forgotten(of, self.watched & self._anew_in(alarm))
        return self.rounds.diagrams.freed(of, self._free_alarm[alarm])

    def _forgotten(self, of: Diagram, facts: Iterable[str]) -> Diagram:
        """What must hold before these facts need to be asked again."""
        for fact in facts:
            of = self.rounds.diagrams.restricted(of, self.rounds.fresh[fact], 0)
        return of
