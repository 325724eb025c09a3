"""The deadlines of a case as days for a calendar, and those that no longer hold, so that a calendar forgets them.

A deadline's uid is made of the case's random reference, the step, the deadline and its round: the same in every file.
The sequence is the number of events in the case's log, which only grows: the file that is made later wins.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date, timedelta

from guide.core.case import Case, Resolve, after, replay
from guide.core.days import Calendar, CalendarError
from guide.core.progress import Due, deadlines
from guide.core.walk import Walk
from guide.exports.ics import Entry

DOMAIN = "tiltakskort"


def entries(case: Case, resolve: Resolve, calendar: Calendar) -> tuple[Entry, ...]:
    """Open deadlines with a date, and those that the case once had. Raises ReplayError."""
    now = {} if case.closed else _dated(deadlines_of(case.walk, calendar))
    once = _ever(case, resolve, calendar)
    return tuple(
        Entry(_uid(case.id, key), day, len(case.log), _warn(day, calendar), key not in now)
        for key, day in sorted((once | now).items())
    )


def deadlines_of(walk: Walk, calendar: Calendar) -> tuple[Due, ...]:
    """The deadlines; none where a date outside the known years was recorded."""
    try:
        return deadlines(walk, calendar)
    except CalendarError:
        return ()


Key = tuple[str, str, int]


def _dated(found: Iterable[Due]) -> dict[Key, date]:
    return {(due.node, due.id, due.round): due.due for due in found if due.due and due.open}


def _ever(case: Case, resolve: Resolve, calendar: Calendar) -> dict[Key, date]:
    """Every deadline that was open at some time, with the last day that it had."""
    found = dict[Key, date]()
    stands: Case | None = None
    for event in case.log:
        stands = after(stands, event, resolve) if stands else replay(case.id, (event,), resolve)
        found |= _dated(deadlines_of(stands.walk, calendar))
    return found


def _uid(name: str, key: Key) -> str:
    told = "|".join((DOMAIN, name, *(str(part) for part in key)))
    return f"{hashlib.sha256(told.encode()).hexdigest()[:32]}@{DOMAIN}"


def _warn(day: date, calendar: Calendar) -> int:
    """How many days before it the last working day is, so that nobody is first told on a Sunday."""
    for days in range(1, 15):
        try:
            if calendar.is_working_day(day - timedelta(days=days)):
                return days
        except CalendarError:
            break
    return 1
