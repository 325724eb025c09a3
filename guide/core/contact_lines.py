"""A contact line, and which of them is rung now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from guide.core.record import record

StateName = Literal["open", "closed", "always", "unknown"]


@record
class ContactLine:
    """One line on the screen: a service at a moment. Times are aware, in Oslo time."""

    service: str
    title: str
    name: str
    phone: str = ""
    web: str = ""
    state: StateName = "unknown"
    until: datetime | None = None
    opens_at: datetime | None = None
    reason: str = ""
    """Why the advice names the service, or why this line stands here. A whole sentence or the card's own words."""
    fallback: bool = False
    missing: bool = False
    note: tuple[str, ...] = ()
    remark: tuple[str, ...] = ()
    """Those of `note` that are the source's own: what the plan says of the number, not what matters now."""
    source: tuple[str, ...] = ()
    checked: str = ""
    confidence: str = ""
    entered: str = ""
    may_close_early: bool = False
    sure: bool = True
    """False: perhaps the wrong municipality's service."""
    lives: str = ""
    """Where the report goes, to be read before the number; empty where it goes to this line for sure."""
    stands_for: str = ""
    """The service that the advice wants and that this line answers for; empty: it comes before all (acute)."""

    @property
    def answers(self) -> bool:
        """Whether somebody picks up a telephone now."""
        return bool(self.phone) and self.state in ("open", "always")


def answers_now(lines: Iterable[ContactLine]) -> ContactLine | None:
    """Who is rung now: the first service that the advice wants and that somebody answers for, None where nobody does.

    For each service in the advice's order: a line that answers, be it a stand-in or the national one; else one whose
    hours no source gives. So an open second choice never goes before a first choice with unknown hours, and a first
    choice without a number is answered for by its national line.
    """
    groups: dict[str, list[ContactLine]] = {}
    for line in lines:
        groups.setdefault(line.stands_for, []).append(line)
    for group in groups.values():
        own = [line for line in group if line.phone and not line.fallback and line.state == "unknown"]
        found = next((line for line in group if line.answers and not line.fallback), None) or next(iter(own), None)
        found = found or next((line for line in group if line.answers), None)
        if found:
            return found
    return None
