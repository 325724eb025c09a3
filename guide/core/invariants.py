"""The invariants of `felles/safety.yaml`, watched along one walk.

Tests sample them; the proofs search with the same code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guide.core.advice import DUTIES
from guide.core.content import NOT_ASKED, OUTCOME, DutyRule, Invariant, Matcher
from guide.core.lay import Place


def binding(place: Place, known: Mapping[str, str], rules: Iterable[DutyRule]) -> tuple[str, ...]:
    """The duties that bind at an outcome: its own, and those that the facts bring whatever the outcome says."""
    found = {*place.node.duties, *(rule.duty for rule in rules if holds_given(rule.given, known))}
    return tuple(duty for duty in DUTIES if duty in found)


def holds_given(given: Matcher, known: Mapping[str, str]) -> bool:
    """Whether what is known is what a rule speaks of; a fact that nobody has asked counts as `ikke_spurt`."""
    return all(known.get(fact, NOT_ASKED) in values for fact, values in given)


def matches(matcher: Matcher, place: Place, duties: tuple[str, ...] = ()) -> bool:
    """Whether the stop `place` is one that `matcher` looks for (answers are matched apart).

    `duties` are those that an outcome shows here: its own and those that the facts bring.
    """
    node = place.node
    end = node.kind == OUTCOME and not place.go
    for key, values in matcher:
        if key == "does" and set(values) & set(node.does):
            return True
        if key == "contact" and set(values) & {service for service, _ in node.contact}:
            return True
        if (key == "deadline" and node.deadlines) or (key == "end" and end):
            return True
        if node.kind == OUTCOME and (
            (key == "urgency" and node.urgency in values)
            or (key == "report" and node.report in values)
            or (key == "guardians" and node.guardians in values)
            or (key == "duties" and set(values) & set(duties))
        ):
            return True
    return False


class Watch:
    """One invariant along one walk: tell it each stop, with the answer that led there."""

    def __init__(self, rule: Invariant, duties: tuple[DutyRule, ...] = ()) -> None:
        self.rule = rule
        self.happened = False
        self.met = 0
        self._duties = duties
        self._answers = next((values for key, values in rule.before if key == "answer"), ())
        self._facts = frozenset(fact for fact, _ in rule.given)

    def arrive(self, place: Place, known: Mapping[str, str], fact: str = "", value: str = "") -> bool:
        """Whether the rule still holds at the stop `place`, reached by answering `fact` with `value`.

        `before` counts from when the facts of `given` were last answered; it may come with this very stop.
        """
        given = holds_given(self.rule.given, known)
        if not given or fact in self._facts:
            self.happened = False
        if not given:
            return True
        self.met += 1
        duties = binding(place, known, self._duties)
        if matches(self.rule.before, place, duties) or (fact and f"{fact}={value}" in self._answers):
            self.happened = True
            return True
        return self.happened or not matches(self.rule.never, place, duties)
