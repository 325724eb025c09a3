"""P4: the invariants of felles/safety.yaml hold on every walk."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Final

from guide.checks.proofs.fields import fields_of
from guide.checks.proofs.graph import Graph, Vertex, graph_of
from guide.checks.proofs.real import lines
from guide.checks.proofs.trying import NO_ALARM, ONE_ALARM, Tried, try_all
from guide.checks.proofs.verdict import Broken, Verdict
from guide.checks.proofs.watching import Known, Watcher
from guide.core.content import Content, DutyRule, Invariant
from guide.core.invariants import binding, holds_given, matches
from guide.core.lay import lay

BREAKS: Final = "Regelen «{text}» holder ikke: vandringen under kommer til «{node}»."
UNDECIDED: Final = {
    False: (
        "Regelen «{text}» er ikke bevist for dette kortet. Ingen vandring som bryter den, er funnet. "
        "For mange svar må holdes fra hverandre: {facts}."
    ),
    True: (
        "Regelen «{text}» er ikke bevist for vandringer der du åpner en alarm. Ingen som bryter den, er funnet. "
        "For mange svar må holdes fra hverandre: {facts}."
    ),
}


def prove_safety(content: Content, card: str, *, alarms: bool = False) -> Verdict:
    """Every invariant over every walk of one card, all rounds among them. Raises LayError.

    Without `alarms`, on walks on which none is opened; with them, on those with at most one open at a time.
    """
    begin = time.perf_counter()
    graph = graph_of(lay(content, card), content.lists)
    fields = fields_of(graph)
    states, broken = 0, list[Broken]()
    for rule in content.invariants:
        tried = try_all(graph, fields, _guard(rule, content), depth=ONE_ALARM if alarms else NO_ALARM)
        states += tried.states
        broken += _told(content, graph, rule, tried, alarms)
    return Verdict("P4", card, states, time.perf_counter() - begin, tuple(broken))


def _guard(rule: Invariant, content: Content) -> Callable[[], Guard]:
    return lambda: Guard(rule, content.duties)


def _told(content: Content, graph: Graph, rule: Invariant, tried: Tried, alarms: bool) -> list[Broken]:
    card = graph.laid.card.id
    if tried.undecided and not tried.broken:
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
    """One invariant along all walks. Memory: 1 when `before` has happened since the given facts were last answered."""

    def __init__(self, rule: Invariant, duties: Iterable[DutyRule]) -> None:
        """`duties` are the rules of felles/duties.yaml."""
        self.rule, self.duties = rule, tuple(duties)
        self.met = False
        """Whether any walk comes under the rule."""
        self._answers = frozenset(said for key, values in rule.before for said in values if key == "answer")
        self._given = frozenset(fact for fact, _ in rule.given)
        tests = [(fact, frozenset(values)) for fact, values in rule.given]
        tests += [(said.partition("=")[0], frozenset({said.partition("=")[2]})) for said in self._answers]
        named = {
            duty for matcher in (rule.never, rule.before) for key, each in matcher if key == "duties" for duty in each
        }
        forcing = (duty.given for duty in self.duties if duty.duty in named)
        tests += [(fact, frozenset(values)) for given in forcing for fact, values in given]
        self.facts = tuple(sorted({fact for fact, _ in tests}))
        self._tests = {fact: [values for name, values in tests if name == fact] for fact in self.facts}
        self._same: dict[tuple[str, tuple[bool, ...]], str] = {}

    def same(self, fact: str, value: str) -> str:
        """Values that all of the rule's lists hold alike stand for each other."""
        return self._same.setdefault((fact, tuple(value in values for values in self._tests[fact])), value)

    def said(self, memory: int, fact: str, value: str, known: Known) -> int:
        """An answer to a given fact begins anew; one that `before` names counts."""
        if not holds_given(self.rule.given, known):
            return 0
        if f"{fact}={value}" in self._answers:
            return 1
        return 0 if fact in self._given else memory

    def ticked(self, memory: int, known: Known) -> int:
        """Signs say something of the facts, but are no answer to a question."""
        return memory if holds_given(self.rule.given, known) else 0

    def arrived(self, memory: int, vertex: Vertex, known: Known) -> tuple[int, str]:
        """Whether this stop is one that must never be, or one that had to come before."""
        if not holds_given(self.rule.given, known):
            return 0, ""
        self.met = True
        duties = binding(vertex.place, known, self.duties)
        if matches(self.rule.before, vertex.place, duties):
            return 1, ""
        return memory, "" if memory or not matches(self.rule.never, vertex.place, duties) else self.rule.id

    def sleeps(self, memory: int, known: Known) -> bool:
        """Until it is given, and once `before` has happened."""
        return bool(memory) or not holds_given(self.rule.given, known)
