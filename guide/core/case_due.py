"""What a list of cases shows of each: what is due, how long nothing has happened, when it is to be deleted.

A summary is made when the case is written and lies sealed beside it, so that a list needs no replay. The days are
reckoned from its dates on the day that the list is shown. Dates are Oslo dates.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from guide.core.case import KEEP_DAYS, Case
from guide.core.clock import local
from guide.core.days import Calendar, CalendarError
from guide.core.progress import deadlines
from guide.core.record import as_dict, record

NOTICE: Final = timedelta(days=14)
"""How long before it is deleted somebody is told."""
QUIET_DAYS: Final = 30
URGENT: Final = ("now", "today")
"""Advice that can't wait has no deadline to be listed by: it stands before all that have one."""
ALIVE, NOTICE_DUE, WAITING, EXPIRED = "alive", "notice", "waiting", "expired"
"""Where a case is on its way out: not yet; to be told of; told of, days left; its time is out and it may be deleted."""


@record
class DueDate:
    """An open deadline: `due` as 2026-11-26, empty where its date is not recorded; `unit` of its rule, or `on`."""

    due: str
    unit: str
    what: str


@record
class Summary:
    """What a list shows of a case. Moments are ISO text with an offset, empty where they have not been."""

    reference: str
    title: str
    stop: str
    dues: tuple[DueDate, ...] = ()
    begun: str = ""
    last: str = ""
    closed: str = ""
    told: str = ""
    kept: str = ""
    keep_days: int = KEEP_DAYS
    pack: str = ""
    sha256: str = ""
    number: str = ""
    events: int = 0
    ended: bool = False
    urgency: str = ""
    """Of the advice that it stands at; empty at any other stop and where the case is closed."""

    def dump(self) -> str:
        """As text."""
        return json.dumps({**as_dict(self), "dues": [as_dict(due) for due in self.dues]}, ensure_ascii=False)

    @classmethod
    def load(cls, text: str) -> Summary:
        """Of text that was sealed, and therefore is ours; keys of other versions are passed by. Raises ValueError."""
        try:
            data = json.loads(text)
            known = {name: value for name, value in data.items() if name in cls.__match_args__}
            return cls(**{**known, "dues": tuple(DueDate(**due) for due in known.get("dues", ()))})
        except (TypeError, KeyError, AttributeError):
            raise ValueError from None

    @property
    def urgent(self) -> bool:
        """Whether it stands at advice that can't wait."""
        return self.urgency in URGENT

    def first(self) -> DueDate | None:
        """The deadline that comes first, those without a date last."""
        return min(self.dues, key=lambda due: due.due or "9", default=None)


def summary_of(case: Case, calendar: Calendar) -> Summary:
    """The summary of a case as it stands."""
    walk = case.walk
    return Summary(
        reference=case.reference,
        title=walk.laid.card.title,
        stop=walk.place.node.text,
        dues=() if case.closed else _dues(case, calendar),
        begun=case.begun.isoformat(),
        last=case.last.isoformat(),
        closed=case.closed.isoformat() if case.closed else "",
        told=case.told.isoformat() if case.told else "",
        kept=case.kept.isoformat() if case.kept else "",
        keep_days=case.keep_days,
        pack=case.pack,
        sha256=case.version.sha256,
        number=case.version.number,
        events=len(case.log),
        ended=walk.state.ended,
        urgency="" if case.closed else walk.place.node.urgency,
    )


def _dues(case: Case, calendar: Calendar) -> tuple[DueDate, ...]:
    try:
        found = [due for due in deadlines(case.walk, calendar) if due.open]
    except CalendarError:  # a date outside the known years was recorded: the case is shown all the same
        return ()
    return tuple(
        DueDate(
            due.due.isoformat() if due.due else "",
            "on" if due.rule.on else due.rule.unit,
            case.walk.laid.nodes[due.node].node.text,
        )
        for due in found
    )


def by_what_is_next(found: Iterable[tuple[str, Summary]]) -> list[tuple[str, Summary]]:
    """Cases by what is due next: advice that can't wait, the longest overdue, those without a date, the closed ones."""

    def key(entry: tuple[str, Summary]) -> tuple[int, str, float, str]:
        case, summary = entry
        first = summary.first()
        last = -datetime.fromisoformat(summary.last).timestamp()
        if summary.closed:
            return 3, "", last, case
        if summary.urgent:
            return 0, str(URGENT.index(summary.urgency)), last, case
        return (1, first.due, last, case) if first and first.due else (2, "", last, case)

    return sorted(found, key=key)


def quiet_days(summary: Summary, today: date) -> int:
    """For how many days nothing has happened in an open case; 0 below QUIET_DAYS and for closed ones."""
    days = (today - _day(summary.last)).days
    return days if days >= QUIET_DAYS and not summary.closed else 0


def end_of(summary: Summary) -> date:
    """The day from which the case may be deleted: its days after the last event, and never before 14 days' notice."""
    days = timedelta(days=summary.keep_days)
    end = max(_day(text) for text in (summary.last, summary.kept) if text) + days
    return max(end, _day(summary.told) + NOTICE) if summary.told else end


def phase_of(summary: Summary, today: date) -> str:
    """Where the case is on its way out, by a clock that somebody has said is right."""
    end = end_of(summary)
    if not summary.told:
        return NOTICE_DUE if today >= end - NOTICE else ALIVE
    return EXPIRED if today >= end else WAITING


def _day(text: str) -> date:
    return local(datetime.fromisoformat(text)).date()
