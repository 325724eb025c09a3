"""P5: a more serious answer never gives less urgent advice or a weaker duty to report; nor «vet ikke» for «nei».

Two walks that differ in one ordered answer and answer all later questions of the round alike: the more serious one has
no lower urgency at its first outcome, and no weaker `report` as the strongest of the round; values of one level are
equal both ways. No outcome at all is less than any. A list of signs is a question with an answer for each fact that it
sets; the same list at two nodes may be ticked differently.

For each node a decision diagram says what comes of every way of answering what is still asked in the round (`Rounds`),
so that all routes are compared at once. Where two values of one question give less for more, a search backwards from
there (`Arrivals`) tells whether a walk can stand there so, and the walk is walked, both ways, with `core.walk`: only
what that confirms is a finding of a weaker answer. What can neither be ruled out nor walked is said to be not proved.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Final

from guide.checks.proofs.arrivals import Arrivals
from guide.checks.proofs.asked_twice import asked_twice
from guide.checks.proofs.courses import Course, course, instead
from guide.checks.proofs.diagrams import NO, Diagram, Level, terminal
from guide.checks.proofs.graph import Vertex, graph_of
from guide.checks.proofs.rounds import Rounds
from guide.checks.proofs.severity_words import (
    ASKED_TWICE,
    CIRCLE,
    LESS_URGENT,
    LESS_URGENT_ALIKE,
    NOT_PROVED,
    NOTHING,
    WEAKER,
    WEAKER_ALIKE,
)
from guide.checks.proofs.severity_words import REPORT as REPORT_WORDS
from guide.checks.proofs.severity_words import URGENCY as URGENCY_WORDS
from guide.checks.proofs.verdict import Broken, Verdict
from guide.checks.proofs.walks_there import Way, WayThere
from guide.core.advice import REPORT, URGENCY, rank
from guide.core.content import ASK, OUTCOME, SIGNS, Content, Fact
from guide.core.lay import lay
from guide.core.step import StuckError
from guide.core.walk import Walk, WalkError

PROOF: Final = "P5"
URGENT, DUTY, UNPROVED, TWICE, RING = (
    "alvor-haster-mindre",
    "alvor-svakere-plikt",
    "alvor-ikke-bevist",
    "alvor-spurt-to-ganger",
    "alvor-ring",
)
IMPOSSIBLE: Final = 9
"""In place of a rank: no walk answers so."""


@dataclass(frozen=True, slots=True)
class Weaker:
    """A question, two values, and the answers with which the one that should not gives less."""

    vertex: Vertex
    fact: str
    low: str
    high: str
    code: str
    answers: Diagram

    @property
    def place(self) -> tuple[str, str, str]:
        """Where the mistake is: the card and its node, wherever the card is laid in, and what is weaker."""
        return self.vertex.place.card, self.vertex.place.node.id, self.code


def prove_severity(content: Content, card_id: str) -> Verdict:
    """P5 over all routes of one card; one finding for each node of a card and kind. Raises LayError."""
    begin = time.perf_counter()
    proof = Severity(content, card_id)
    broken = tuple(proof.broken())
    states = len(proof.rounds.order) + len(proof.rounds.diagrams)
    return Verdict(PROOF, card_id, states, time.perf_counter() - begin, broken)


class Severity:
    """P5 over one card."""

    def __init__(self, content: Content, card_id: str) -> None:
        """Lays the card. Raises LayError."""
        self.content, self.card = content, card_id
        self.laid = lay(content, card_id)
        self.rounds = Rounds(graph_of(self.laid, content.lists))
        self.urgency: dict[int, Diagram] = {}
        self.report: dict[int, Diagram] = {}

    def broken(self) -> Iterator[Broken]:
        """Every way in which the property fails, or cannot be proved."""
        rounds = self.rounds
        if rounds.circle is not None:
            yield self._said(rounds.graph.vertices[rounds.circle], RING, CIRCLE)
            return
        yield from (self._said(vertex, TWICE, ASKED_TWICE) for vertex in asked_twice(rounds))
        for vertex in reversed(rounds.order):
            self._rank(vertex)
        found = list(self.weaker())
        for focus in dict.fromkeys(self._focus(weaker) for weaker in found):
            yield from self._confirmed([weaker for weaker in found if self._focus(weaker) == focus], focus)

    # --- what comes of each answer -------------------------------------------------------------------------------
    def _rank(self, vertex: Vertex) -> None:
        """Ranks of a node from those of the nodes behind it: 0 for no outcome, then 1 for the least."""
        node, rounds = vertex.place.node, self.rounds
        if vertex.place.kind != OUTCOME:
            nothing = terminal(IMPOSSIBLE)
            for ranks in (self.urgency, self.report):
                ranks[vertex.index] = rounds.before(vertex, partial(self._behind, ranks), nothing)
            return
        self.urgency[vertex.index] = terminal(rank(URGENCY, node.urgency) + 1)
        here, later = terminal(rank(REPORT, node.report) + 1), self._behind(self.report, vertex.go)
        self.report[vertex.index] = rounds.diagrams.combined("strongest", max, here, later)

    def _behind(self, ranks: dict[int, Diagram], to: int) -> Diagram:
        return terminal(0) if to < 0 or self.rounds.graph.vertices[to].place.anew else ranks[to]

    def weaker(self) -> Iterator[Weaker]:
        """Every pair of values where the more serious one gives less, whether a walk stands there so or not."""
        diagrams = self.rounds.diagrams
        for vertex in self.rounds.order:
            for fact, low, high in self._pairs(vertex):
                level = self.rounds.level_of(vertex, fact)
                for code, ranks in ((URGENT, self.urgency), (DUTY, self.report)):
                    one, other = (
                        diagrams.restricted(ranks[vertex.index], level, self.rounds.index(fact, value))
                        for value in (low, high)
                    )
                    less = diagrams.combined("less", _less, one, other) if one != other else NO
                    if less != NO:
                        yield Weaker(vertex, fact, low, high, code, less)

    def _pairs(self, vertex: Vertex) -> Iterator[tuple[str, str, str]]:
        """The facts that a node asks of, with values next to each other, the less serious one first."""
        if vertex.place.kind == ASK:
            offered = [value for value, _ in vertex.answers]
            yield from ((vertex.place.fact, *pair) for pair in pairs(self.laid.facts[vertex.place.fact], offered))
        elif vertex.place.kind == SIGNS:
            for fact, _ in vertex.ticks[0]:
                offered = sorted({dict(ticks)[fact] for ticks in vertex.ticks})
                yield from ((fact, *pair) for pair in pairs(self.laid.facts[fact], offered))

    # --- whether a walk stands there -----------------------------------------------------------------------------
    def _focus(self, weaker: Weaker) -> str:
        """The fact that must not be fresh at the question; signs can always be ticked."""
        return weaker.fact if weaker.vertex.place.kind == ASK else ""

    def _confirmed(self, found: list[Weaker], focus: str) -> Iterator[Broken]:
        """The findings among some pairs of one fact: one place is confirmed or given up at a time."""
        while found:
            goals: dict[int, Diagram] = {}
            for weaker in found:
                goal = self._goal(weaker, focus)
                goals[weaker.vertex.index] = self.rounds.diagrams.union(goals.get(weaker.vertex.index, NO), goal)
            possible, way = self._way(goals, focus)
            if not possible:
                return
            if way is None:
                yield from (self._said(v, UNPROVED, NOT_PROVED) for v in dict.fromkeys(w.vertex for w in found))
                return
            walk, lines, fits = way
            here = [w for w in found if w.vertex.place.id == walk.state.stop]
            weaker = next(w for w in here if self.rounds.diagrams.meet(w.answers, fits) != NO)
            answers = self.rounds.diagrams.some(self.rounds.diagrams.meet(weaker.answers, fits))
            yield self._walked(weaker, walk, lines, answers)
            found = [other for other in found if other.place != weaker.place]

    def _way(self, goals: dict[int, Diagram], focus: str) -> tuple[bool, Way | None]:
        """Whether a walk may come to a goal, and one that does."""
        for watched in ((focus,) if focus else (), self.rounds.answer):
            arrivals = Arrivals(self.rounds, goals, watched)
            if arrivals.begins() is None:
                return False, None
            way = WayThere(arrivals, self.content).find()
            if way is not None:
                return True, way
        return True, None

    def _goal(self, weaker: Weaker, focus: str) -> Diagram:
        """What must hold at the question for a walk to stop there and show it."""
        diagrams = self.rounds.diagrams
        return (
            diagrams.meet(weaker.answers, diagrams.where({self.rounds.fresh[focus]: (0,)})) if focus else weaker.answers
        )

    def _walked(self, weaker: Weaker, walk: Walk, lines: tuple[str, ...], answers: dict[Level, int]) -> Broken:
        """The finding, once both walks have been walked."""
        level = self.rounds.level_of(weaker.vertex, weaker.fact)
        low, high = ({**answers, level: self.rounds.index(weaker.fact, v)} for v in (weaker.low, weaker.high))
        try:
            one, other = course(self.rounds, walk, low), course(self.rounds, walk, high)
        except (StuckError, WalkError):
            return self._said(weaker.vertex, UNPROVED, NOT_PROVED)
        urgent = weaker.code == URGENT
        if (one.urgency <= other.urgency) if urgent else (one.report <= other.report):
            return self._said(weaker.vertex, UNPROVED, NOT_PROVED)
        first = one.told(0 if urgent else one.strongest)
        second = other.told(0 if urgent else len(other.outcomes))
        back = instead(self.rounds, walk, high)
        return Broken(
            weaker.code,
            self.card,
            weaker.vertex.place.id,
            self._what(weaker, one, other),
            (*lines, *first, back, *second[1:]),
        )

    def _what(self, weaker: Weaker, one: Course, other: Course) -> str:
        """The sentence of a finding."""
        fact = self.laid.facts[weaker.fact]
        alike = fact.level(weaker.low) == fact.level(weaker.high)
        if weaker.code == URGENT:
            template, words, scale = LESS_URGENT_ALIKE if alike else LESS_URGENT, URGENCY_WORDS, URGENCY
            ranks = one.urgency, other.urgency
        else:
            template, words, scale = WEAKER_ALIKE if alike else WEAKER, REPORT_WORDS, REPORT
            ranks = one.report, other.report
        low_gives, high_gives = (words[scale[found]] if found >= 0 else NOTHING for found in ranks)
        return template.format(
            question=weaker.vertex.place.node.text,
            low=fact.words(weaker.low),
            high=fact.words(weaker.high),
            low_gives=low_gives,
            high_gives=high_gives,
        )

    def _said(self, vertex: Vertex, code: str, template: str) -> Broken:
        """A finding without a walk."""
        return Broken(code, self.card, vertex.place.id, template.format(question=vertex.place.node.text))


def pairs(fact: Fact, offered: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(less serious, more serious) for values of levels that follow each other, and both ways within a level."""
    levels = [[value for value in level if value in set(offered)] for level in fact.order]
    levels = [level for level in levels if level]
    for lower, higher in pairwise(levels):
        yield from ((low, high) for low in lower for high in higher)
    for level in levels:
        yield from ((one, other) for one in level for other in level if one != other)


def _less(low: int, high: int) -> int:
    return int(low > high and IMPOSSIBLE not in (low, high))
