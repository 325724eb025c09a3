"""P4: the invariants of felles/safety.yaml hold on every walk."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Final

from guide.checks.proofs.boxes import Box, Boxes
from guide.checks.proofs.graph import Graph, Vertex, graph_of, is_outcome
from guide.checks.proofs.real import lines
from guide.checks.proofs.trying import NO_ALARM, ONE_ALARM, Tried, Trying
from guide.checks.proofs.verdict import Broken, Verdict
from guide.checks.proofs.watching import EVER, STILL, Needs, Watcher
from guide.core.content import Content, DutyRule, Invariant, Matcher
from guide.core.invariants import matches
from guide.core.lay import lay

BREAKS: Final = "Regelen «{text}» holder ikke: vandringen under kommer til «{node}»."
UNDECIDED: Final = {
    False: (
        "Regelen «{text}» er ikke bevist for dette kortet. Ingen vandring som bryter den, er funnet. "
        "For mange svar må holdes fra hverandre: {facts}."
    ),
    True: (
        "Regelen «{text}» er ikke bevist for vandringer der du åpner én alarm. Ingen som bryter den, er funnet. "
        "For mange svar må holdes fra hverandre: {facts}."
    ),
}


def prove_safety(content: Content, card: str, *, alarms: bool = False) -> Verdict:
    """Every invariant over every walk of one card, all rounds among them. Raises LayError.

    Without `alarms`, on walks on which none is opened; with them, on those on which at most one is.
    """
    begin = time.perf_counter()
    graph = graph_of(lay(content, card), content.lists, _told_apart(content))
    trying, states, broken = Trying(graph, content.lists), 0, list[Broken]()
    for rule in content.invariants:
        tried = trying.all(Guard(rule, content.duties, trying.boxes), ONE_ALARM if alarms else NO_ALARM)
        states += tried.states
        broken += _told(content, graph, rule, tried, alarms)
    return Verdict("P4", card, states, time.perf_counter() - begin, tuple(broken))


def _told_apart(content: Content) -> dict[str, set[str]]:
    """The values that the rules name, by fact: a year that no card tells apart is tried all the same."""
    named: dict[str, set[str]] = {}
    for rule in content.invariants:
        for fact, values in rule.given:
            named.setdefault(fact, set()).update(values)
    return named


def _told(content: Content, graph: Graph, rule: Invariant, tried: Tried, alarms: bool) -> list[Broken]:
    card = graph.laid.card.id
    if tried.undecided:
        facts = ", ".join(sorted(graph.laid.facts[fact].about or fact for fact in tried.facts))
        what = UNDECIDED[alarms].format(text=rule.text, facts=facts)
        return [Broken("regel-ikke-bevist", card, "", what, severity="warning")]
    found = []
    for real in tried.broken:
        place = graph.vertices[real.end].place
        what = BREAKS.format(text=rule.text, node=place.node.text)
        found.append(Broken("regel-brutt", card, place.id, what, lines(content, graph, real)))
    return found


class Guard(Watcher):
    """One invariant along all walks, told backwards. STILL: `before` has not happened since the given facts were last
    answered."""

    def __init__(self, rule: Invariant, duties: Iterable[DutyRule], boxes: Boxes) -> None:
        """`duties` are the rules of felles/duties.yaml."""
        self.rule, self.boxes = rule, boxes
        self._answers = frozenset(said for key, values in rule.before for said in values if key == "answer")
        self._asked = frozenset(fact for fact, _ in rule.given)
        self._given = self._where(boxes.all, rule.given)
        self._forced = {
            id(matcher): [
                duty for duty in duties if any(key == "duties" and duty.duty in values for key, values in matcher)
            ]
            for matcher in (rule.never, rule.before)
        }
        forcing = (duty.given for found in self._forced.values() for duty in found)
        spoken = {fact for given in (rule.given, *forcing) for fact, _ in given}
        self.facts = frozenset(spoken | {said.partition("=")[0] for said in self._answers})
        self._unhappened: dict[int, tuple[Box, ...]] = {}

    def wrong(self, vertex: Vertex) -> Needs:
        """A stop that must never be, as long as what had to come before has not, and does not come with it."""
        if not vertex.waits:
            return
        never = [self._given] if matches(self.rule.never, vertex.place, vertex.place.node.duties) else []
        if is_outcome(vertex):
            never += [self._where(self._given, duty.given) for duty in self._forced[id(self.rule.never)]]
        for box in never:
            yield from ((STILL, box & other) for other in self._not_here(vertex))

    def before_arrival(self, vertex: Vertex, box: Box) -> Needs:
        """`before` may come with the stop; where the rule does not speak of what is known, nothing has happened."""
        yield from ((STILL, box & other) for other in self._not_here(vertex))
        yield from self._not_given(box)

    def before_answer(self, fact: str, value: str, box: Box) -> Needs:
        """An answer to a given fact begins anew; one that `before` names counts."""
        if f"{fact}={value}" in self._answers:
            yield from self._not_given(box)
        elif fact in self._asked:
            yield EVER, box
        else:
            yield STILL, box
            yield from self._not_given(box)

    def before_ticks(self, box: Box) -> Needs:
        """Signs say something of the facts, but are no answer to a question."""
        yield STILL, box
        yield from self._not_given(box)

    def _where(self, box: Box, given: Matcher) -> Box:
        for fact, values in given:
            box = self.boxes.where(box, fact, self.boxes.counted(fact, values))
        return box

    def _not_given(self, box: Box) -> Needs:
        """What is known is nothing that the rule speaks of: whatever happened before, it does not count."""
        for fact, values in self.rule.given:
            part = self.boxes.where(box, fact, ~self.boxes.counted(fact, values))
            if part & self.boxes.all_in([fact]):
                yield EVER, part

    def _not_here(self, vertex: Vertex) -> tuple[Box, ...]:
        """What must be known for `before` not to come with a stop: one of these."""
        found = self._unhappened.get(vertex.index)
        if found is None:
            found = self._unhappened[vertex.index] = tuple(self._without(vertex))
        return found

    def _without(self, vertex: Vertex) -> list[Box]:
        if matches(self.rule.before, vertex.place, vertex.place.node.duties):
            return []
        out = [self.boxes.all]
        for duty in self._forced[id(self.rule.before)] if is_outcome(vertex) else ():
            ways = [(fact, ~self.boxes.counted(fact, values)) for fact, values in duty.given]
            out = [self.boxes.where(box, fact, bits) for box in out for fact, bits in ways]
        return out
