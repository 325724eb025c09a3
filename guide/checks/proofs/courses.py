"""Walks from one question that answer alike but for that one, walked on with `core.walk` to the end of the round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from guide.checks.proofs.diagrams import Level
from guide.checks.proofs.rounds import Rounds
from guide.checks.proofs.severity_words import ADVICE, INSTEAD, NO_ADVICE, TICK_INSTEAD, TICK_NOTHING_INSTEAD
from guide.checks.proofs.severity_words import REPORT as REPORT_WORDS
from guide.checks.proofs.severity_words import URGENCY as URGENCY_WORDS
from guide.checks.proofs.walks_there import Step, answered, gone_on, ticked
from guide.core.advice import REPORT, URGENCY, rank
from guide.core.content import ASK, BACK, OUTCOME, SIGNS
from guide.core.lay import Place
from guide.core.walk import Walk

Answers = Mapping[Level, int]
"""What is answered by variable; the first value where a variable is left out."""


@dataclass(slots=True)
class Course:
    """How one walk goes on in its round. `lines` are those before each outcome, and those after the last one."""

    lines: list[list[str]] = field(default_factory=lambda: [[]])
    outcomes: list[Place] = field(default_factory=list)

    @property
    def urgency(self) -> int:
        """The rank of the first outcome's urgency, -1 where there is none."""
        return rank(URGENCY, self.outcomes[0].node.urgency) if self.outcomes else -1

    @property
    def report(self) -> int:
        """The rank of the strongest report, -1 where there is no outcome."""
        return max((rank(REPORT, place.node.report) for place in self.outcomes), default=-1)

    def told(self, until: int) -> tuple[str, ...]:
        """The lines up to the outcome of this number; up to the end of the round where there is none."""
        said: list[str] = []
        for number, place in enumerate(self.outcomes[: until + 1]):
            node = place.node
            urgency, report = URGENCY_WORDS[node.urgency], REPORT_WORDS[node.report]
            said += [*self.lines[number], ADVICE.format(advice=node.text, urgency=urgency, report=report)]
        return tuple(said) if self.outcomes else (*self.lines[0], NO_ADVICE)

    @property
    def strongest(self) -> int:
        """The number of the first outcome with the strongest report, 0 where there is none."""
        reports = [rank(REPORT, place.node.report) for place in self.outcomes]
        return reports.index(max(reports)) if reports else 0


def course(rounds: Rounds, walk: Walk, answers: Answers, most: int = 1000) -> Course:
    """The rest of the round from where a walk stands, answered so. Raises StuckError and WalkError."""
    found = Course()
    for _ in range(most):
        step = _answer(rounds, walk, answers)
        if step is None:
            return found
        found.lines[-1].append(step.line)
        for passed in step.walk.state.path[len(walk.state.path) :]:
            place = walk.laid.nodes[passed.node]
            if place.anew:
                return found
            if place.kind == OUTCOME:
                found.outcomes.append(place)
                found.lines.append([])
            if place.go == BACK:
                return found
        walk = step.walk
        if walk.state.ended:
            return found
    return found


def instead(rounds: Rounds, walk: Walk, answers: Answers) -> str:
    """The line that says to go back to where a walk stands, and to answer so."""
    vertex = rounds.graph.vertices[rounds.graph.number[walk.state.stop]]
    text = walk.place.node.text
    if walk.place.kind == SIGNS:
        facts = _ticks(rounds, walk, answers)
        names = ", ".join(walk.laid.facts[fact].about for fact, value in facts.items() if value == "ja")
        return (TICK_INSTEAD if names else TICK_NOTHING_INSTEAD).format(question=text, facts=names)
    value = _value(rounds, walk.place.fact, rounds.level_of(vertex, walk.place.fact), answers)
    return INSTEAD.format(question=text, answer=walk.laid.facts[walk.place.fact].words(value))


def _answer(rounds: Rounds, walk: Walk, answers: Answers) -> Step | None:
    """One step, None where no ticks can say what is wanted."""
    place = walk.place
    if place.kind == ASK:
        return answered(walk, _value(rounds, place.fact, rounds.answer[place.fact], answers))
    return ticked(walk, _ticks(rounds, walk, answers)) if place.kind == SIGNS else gone_on(walk)


def _ticks(rounds: Rounds, walk: Walk, answers: Answers) -> dict[str, str]:
    index = rounds.graph.number[walk.state.stop]
    facts = (fact for fact, _ in walk.lists[walk.place.node.list].sets)
    return {fact: _value(rounds, fact, rounds.ticked[index, fact], answers) for fact in facts}


def _value(rounds: Rounds, fact: str, level: Level, answers: Answers) -> str:
    return rounds.graph.values[fact][answers.get(level, 0)]
