"""How serious a change is: what is looked for first, and shown first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from guide.checks.diff.versions import DUTIES, GUARDIANS, REPORT, URGENCY
from guide.core import advice

Change = tuple[str, tuple[str, ...], tuple[str, ...]]
"""A field, what it was, what it is."""
WEAKER_DUTY, LESS_URGENT, GUARDIANS_EARLIER, OTHER = range(4)
_SCALES: Final = {
    REPORT: (WEAKER_DUTY, advice.REPORT),
    URGENCY: (LESS_URGENT, advice.URGENCY),
    GUARDIANS: (GUARDIANS_EARLIER, advice.GUARDIANS),
}


def serious(changes: Iterable[Change]) -> int:
    """The gravest of some changes, 0 first: a weaker duty, less urgent, guardians told earlier, anything else."""
    return min((_one(*change) for change in changes), default=OTHER)


def _one(what: str, before: tuple[str, ...], after: tuple[str, ...]) -> int:
    if what == DUTIES:
        return WEAKER_DUTY if set(before) - set(after) else OTHER
    if what not in _SCALES or not before or not after:
        return OTHER
    grave, scale = _SCALES[what]
    return grave if advice.rank(scale, after[0]) < advice.rank(scale, before[0]) else OTHER
