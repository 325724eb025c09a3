"""Real walks, step by step with `core.walk`, to where `Arrivals` says that one can come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from heapq import heappop, heappush
from itertools import count
from typing import Final

from guide.checks.proofs.arrivals import Arrivals
from guide.checks.proofs.diagrams import NO, Diagram
from guide.checks.proofs.shortest import ANSWERED, DONE, NOT_TICKED, NOTED, TICKED, WENT_ON
from guide.core.content import ASK, BACK, OUTCOME, RECORD, SIGNS, TASK, Content, SignList
from guide.core.walk import Walk, begin

WHEN: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""The walks of a proof are at no time; this one stands in every move."""
OPENED: Final = "Åpne «{title}» fra «{question}»"
SETTING: Final = "Innstilling: {about} er «{answer}»"
MOST: Final = 20_000
GOAL = -1


@dataclass(frozen=True, slots=True)
class Step:
    """A walk one step on, and the line that says what was done."""

    walk: Walk
    line: str
    crosses: bool
    """Whether a new round began, an alarm was opened, or one led back."""


def ticks_for(signs: SignList, wanted: Mapping[str, str]) -> tuple[str, ...] | None:
    """Signs that set the facts so, None where none do."""
    marks = {mark for fact, mark in signs.sets if wanted[fact] == "ja"}
    every = {mark for _, mark in signs.sets}
    chosen: list[str] = []
    covered: set[str] = set()
    for sign in signs.signs:
        points = set(sign.points_at) & every
        if points <= marks and not points <= covered:
            covered |= points
            chosen.append(sign.id)
    return tuple(chosen) if covered == marks else None


def ticked(walk: Walk, facts: Mapping[str, str]) -> Step | None:
    """A walk at a list of signs, with these facts ticked, None where no ticks say so."""
    signs = walk.lists[walk.place.node.list]
    chosen = ticks_for(signs, facts)
    if chosen is None:
        return None
    names = ", ".join(walk.laid.facts[fact].about for fact, value in facts.items() if value == "ja")
    line = (TICKED if names else NOT_TICKED).format(question=walk.place.node.text, facts=names)
    return _step(walk, walk.tick(chosen, WHEN), line)


def answered(walk: Walk, value: str) -> Step:
    """A walk at a question, with this answer. Raises WalkError where it is not offered."""
    words = walk.laid.facts[walk.place.fact].words(value)
    return _step(walk, walk.answer(value, WHEN), ANSWERED.format(answer=words, question=walk.place.node.text))


def gone_on(walk: Walk) -> Step:
    """A walk on from a task, a record or an outcome."""
    kind, text = walk.place.kind, walk.place.node.text
    template = {TASK: DONE, RECORD: NOTED, OUTCOME: WENT_ON}[kind]
    move = {TASK: walk.done, OUTCOME: walk.go_on}.get(kind)
    return _step(walk, move(WHEN) if move else walk.note({}, WHEN), template.format(question=text))


def _step(before: Walk, after: Walk, line: str) -> Step:
    nodes = before.laid.nodes
    passed = after.state.path[len(before.state.path) :]
    return Step(after, line, any(nodes[p.node].anew or nodes[p.node].go == BACK for p in passed))


Way = tuple[Walk, tuple[str, ...], Diagram]
"""A walk at a goal, its lines, and what of the goal fits it."""


class WayThere:
    """The search for a real walk to a goal, among the states that `arrivals` holds."""

    def __init__(self, arrivals: Arrivals, content: Content) -> None:
        """Nothing is searched yet."""
        self.arrivals, self.content = arrivals, content
        self.graph = arrivals.rounds.graph

    def find(self) -> Way | None:
        """The first walk that is found; None where the search finds none."""
        known = self.arrivals.begins()
        if known is None:
            return None
        facts = self.graph.laid.facts
        profile = tuple((fact, value) for fact, value in known.items() if facts[fact].set_by == "profile")
        init = {**{f.id: f.default for f in facts.values() if f.default}, **self.graph.laid.init}
        said = [pair for pair in profile if init.get(pair[0]) != pair[1]]
        lines = tuple(SETTING.format(about=facts[f].about, answer=facts[f].words(value)) for f, value in said)
        walk = begin(self.graph.laid, self.content.lists, profile)
        turn = count()
        heap = [(self._rank(walk), 0, next(turn), walk, lines)]
        seen: set[object] = set()
        while heap and len(seen) < MOST:
            rank, steps, _, walk, lines = heappop(heap)
            if rank == GOAL:
                return walk, lines, self._goal(walk)
            state = walk.state
            key = (state.stop, frozenset(state.known.items()), state.fresh, state.returns)
            if key in seen or rank is None:
                continue
            seen.add(key)
            for step in self._moves(walk):
                to = self._rank(step.walk)
                if to is not None and (to < rank or (to == rank and not step.crosses)):
                    heappush(heap, (to, steps + 1, next(turn), step.walk, (*lines, step.line)))
        return None

    def _goal(self, walk: Walk) -> Diagram:
        """What of the goal fits a walk that stands at one."""
        goal = self.arrivals.goals.get(self.graph.number[walk.state.stop], NO)
        return self.arrivals.within(goal, walk.state.known, walk.state.fresh) if goal != NO else NO

    def _rank(self, walk: Walk) -> int | None:
        """How far it is at most: GOAL, or twice the number of layers, less one where an alarm must lead back first."""
        state = walk.state
        if state.ended:
            return None
        if self._goal(walk) != NO:
            return GOAL
        stop = self.graph.number[state.stop]
        for number, layer in enumerate(self.arrivals.layers):
            if walk.in_alarm:
                opened = self.graph.number[state.returns[-1]], self.graph.vertices[stop].alarm
                inside = layer.back.get(opened, {}).get(stop, NO)
                if self.arrivals.overlaps(inside, state.known, state.fresh):
                    return 2 * number - 1
            if self.arrivals.overlaps(layer.at.get(stop, NO), state.known, state.fresh):
                return 2 * number
        return None

    def _moves(self, walk: Walk) -> Iterator[Step]:
        """All that a person can do at a stop."""
        place = walk.place
        vertex = self.graph.vertices[self.graph.number[place.id]]
        if place.kind == ASK:
            yield from (answered(walk, value) for value, _ in vertex.answers)
        elif place.kind == SIGNS:
            yield from (step for facts in vertex.ticks if (step := ticked(walk, dict(facts))))
        else:
            yield gone_on(walk)
        for name, _ in self.graph.callable_from(vertex):
            line = OPENED.format(title=self.content.cards[name].title, question=place.node.text)
            yield Step(walk.alarm(name, WHEN), line, True)
