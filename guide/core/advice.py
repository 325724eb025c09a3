"""The closed vocabularies of advice, each in its order of severity (design.md, «Words»)."""

from __future__ import annotations

from typing import Final

URGENCY: Final = ("routine", "deadline", "today", "now")
"""Least urgent first."""

REPORT: Final = ("not_now", "discuss", "with_consent", "must")
"""The answer on the duty to report to child welfare, weakest first."""

GUARDIANS: Final = ("consent_needed", "inform_unless", "leader_informs_after_advice", "not_before_advice")
"""What guardians may know, freest first."""

DUTIES: Final = ("avert", "police", "tell_leader_at_once", "tell_leader_now", "tell_owner")
"""What else binds at the same time, in the order it is shown."""

EFFECTS: Final = (
    "contacts_leader",
    "contacts_guardians",
    "invites_guardians",
    "asks_consent",
    "talks_with_child",
    "holds_meeting",
    "shares_named",
    "discusses_without_name",
    "reports",
    "confronts",
    "leaves_child",
    "closes",
)
"""What a task or an outcome does to the world; the invariants speak of them."""

UNITS: Final = ("working_days", "weeks", "months")


def rank(scale: tuple[str, ...], value: str) -> int:
    """The place of `value` on `scale`, -1 where there is none (no outcome yet)."""
    return scale.index(value) if value in scale else -1
