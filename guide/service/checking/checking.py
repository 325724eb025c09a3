"""All that is wrong with a content folder, found in one run: what the loader refuses and what the rules say.

Writes nothing and asks no clock. `today` is the day in Oslo, from outside.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from guide.checks.registry import RULES
from guide.checks.rule import Subject
from guide.core.content import Content
from guide.core.exercise import Exercise
from guide.core.findings import ERROR, Finding
from guide.core.places import Spots
from guide.store.sources import Sources


@dataclass(frozen=True)
class Report:
    """What was found, sorted by place; `waiting` are the rules that need content without errors to know anything."""

    content: Content
    spots: Spots
    findings: tuple[Finding, ...]
    waiting: tuple[str, ...] = ()
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    """Those of `sources`, where they were read with it."""

    @property
    def errors(self) -> int:
        """How many findings put something out of use or are wrong to show."""
        return sum(finding.severity == ERROR for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings somebody should look at."""
        return len(self.findings) - self.errors

    def lines(self, file: str) -> Sequence[str]:
        """The lines of a file as they are written."""
        return self.spots.lines(file)


def check(sources: Sources, today: date) -> Report:
    """The findings of the loader and of every rule. Never raises for what files hold."""
    # imported here: pydantic and yaml are for those who read YAML, and nothing else of this layer does
    from guide.store.load import load_with_places

    content, spots, exercises = load_with_places(sources)
    broken = any(finding.severity == ERROR for finding in content.findings)
    subject = Subject(content, spots, today, exercises)
    found = list(content.findings)
    for rule in RULES:
        if not (rule.whole and broken):
            found += rule.find(subject)
    ordered = sorted(dict.fromkeys(found), key=lambda f: (f.file, f.line, f.column, f.code, f.what))
    waiting = tuple(rule.code for rule in RULES if rule.whole and broken)
    return Report(content, spots, tuple(ordered), waiting, exercises)
