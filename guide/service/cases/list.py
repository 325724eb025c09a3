"""The list of cases in words: by what is due next, overdue first; the quiet ones, the closed ones, what goes soon."""

from __future__ import annotations

from datetime import date, datetime

from guide.core import case_due
from guide.core.case_due import EXPIRED, NOTICE_DUE, DueDate, Summary, by_what_is_next, end_of, phase_of, quiet_days
from guide.core.clock import local, weekday_date
from guide.core.content import Content
from guide.core.days import Calendar, CalendarError
from guide.core.record import record
from guide.core.sensitive import blanked, find
from guide.service.cases import words
from guide.service.cases.cases import Cases
from guide.store.cases.errors import DamagedError
from guide.store.cases.read import FINE, LEDGER_BROKEN

URGENT, OVERDUE, TODAY, COMING, OPEN, CLOSED, DAMAGED = (
    "urgent",
    "overdue",
    "today",
    "coming",
    "open",
    "closed",
    "damaged",
)


@record
class CaseRow:
    """A line of the list. `due` says what is due in words, `state` is one of those above; empty: nothing to say."""

    id: str
    reference: str
    title: str
    stop: str
    state: str
    due: str
    what: str = ""
    quiet: str = ""
    ends: str = ""
    phase: str = ""
    due_date: str = ""


@record
class Overview:
    """The whole list. `today` says what is due today, `clock` asks whether the date is right (empty: it is)."""

    rows: tuple[CaseRow, ...]
    today: tuple[str, ...]
    clock: str = ""
    note: str = ""


@record
class SensitiveView:
    """A place in a text that may tell who somebody is."""

    words: str
    start: int
    end: int


def overview(cases: Cases) -> Overview:
    """All cases. Raises CaseError where the store cannot be read at all; damaged cases are rows of their own."""
    listed = cases.listed()
    now = local(cases.guide.now())
    clock = clock_of(cases, now)
    calendar = cases.guide.calendar()
    rows = [
        _row(case, summary, now.date(), calendar, clock == FINE) for case, summary in by_what_is_next(listed.summaries)
    ]
    rows += [CaseRow(case, case, "", "", DAMAGED, said) for case, said in listed.damaged]
    asked = words.CLOCK[clock].format(date=weekday_date(now.date())) if clock in words.CLOCK else ""
    return Overview(tuple(rows), _today(rows, now.date()), asked, "" if listed.whole else LEDGER_BROKEN)


def clock_of(cases: Cases, now: datetime) -> str:
    """`fine`, `ahead` or `behind`; empty where the ledger is damaged."""
    try:
        return cases.store.clock(now)
    except DamagedError:
        return ""


def due_words(due: DueDate, today: date, calendar: Calendar) -> str:
    """«2 virkedager over fristen», «Fristen er i dag», «3 virkedager til fristen»."""
    if not due.due:
        return words.NO_DATE
    day = date.fromisoformat(due.due)
    agreed, late = due.unit == "on", day < today
    if day == today:
        return words.AGREED_TODAY if agreed else words.TODAY
    number = abs((today - day).days)
    if due.unit == "working_days":
        try:
            number = calendar.working_days_between(min(day, today), max(day, today))
        except CalendarError:
            return words.WAS.format(date=weekday_date(day)) if late else words.NO_DATE
        if not number:  # due on Friday, and it is Sunday
            return words.WAS.format(date=weekday_date(day, today))
        return words.counted(words.OVER_WORKING if late else words.LEFT_WORKING, number)
    if agreed:
        return words.counted(words.PASSED if late else words.AGREED_IN, number)
    return words.counted(words.OVER_DAYS if late else words.LEFT_DAYS, number)


def sensitive(content: Content, text: str) -> tuple[SensitiveView, ...]:
    """What in a text may tell who somebody is; numbers of the services are none. To be shown before it is stored."""
    hits = find(text, _numbers(content))
    return tuple(SensitiveView(words.SENSITIVE[hit.kind], hit.start, hit.end) for hit in hits)


def without_sensitive(content: Content, text: str) -> str:
    """The text with all of that blanked, and nothing else: what was not shown stays."""
    return blanked(text, find(text, _numbers(content)))


def _numbers(content: Content) -> frozenset[str]:
    """The last eight digits of the services' numbers."""
    points = (point for points in content.contacts.values() for point in points)
    return frozenset("".join(c for c in point.phone if c.isdigit())[-8:] for point in points if point.phone)


def _row(case: str, summary: Summary, today: date, calendar: Calendar, sure: bool) -> CaseRow:
    first = summary.first()
    quiet = quiet_days(summary, today)
    state, said = _state(summary, first, today, calendar)
    phase = phase_of(summary, today) if sure else case_due.ALIVE
    end = weekday_date(end_of(summary), today)
    ends = {NOTICE_DUE: words.NOTICE, EXPIRED: words.EXPIRED, case_due.WAITING: words.ENDS}.get(phase, "")
    return CaseRow(
        case,
        summary.reference,
        summary.title,
        summary.stop,
        state,
        said,
        summary.stop if state == URGENT else first.what if first else "",
        words.QUIET.format(n=quiet) if quiet else "",
        ends.format(date=end),
        phase,
        first.due if first else "",
    )


def _state(summary: Summary, first: DueDate | None, today: date, calendar: Calendar) -> tuple[str, str]:
    if summary.closed:
        day = local(datetime.fromisoformat(summary.closed)).date()
        return CLOSED, words.CLOSED.format(date=weekday_date(day, today))
    if summary.urgent:
        late = first is not None and _day_of(first, today) == OVERDUE
        return URGENT, words.URGENT_LATE.format(
            late=due_words(first, today, calendar)
        ) if first and late else words.URGENT
    if first is None:
        return OPEN, words.ENDED if summary.ended else words.NOTHING_DUE
    return _day_of(first, today), due_words(first, today, calendar)


def _day_of(due: DueDate, today: date) -> str:
    """The state of a case by what is due first in it."""
    if not due.due:
        return OPEN
    day = date.fromisoformat(due.due)
    return OVERDUE if day < today else TODAY if day == today else COMING


def _today(rows: list[CaseRow], today: date) -> tuple[str, ...]:
    """What comes before all else. A case that is urgent is counted among those over their deadline, too."""
    urgent = sum(row.state == URGENT for row in rows)
    dates = [row.due_date for row in rows if row.due_date and row.state in (URGENT, OVERDUE, TODAY)]
    late = sum(day < today.isoformat() for day in dates)
    due = sum(day == today.isoformat() for day in dates)
    said = [words.counted(words.URGENT_CASES, urgent)] if urgent else []
    said += [words.counted(words.OVERDUE_CASES, late)] if late else []
    said += [words.counted(words.TODAY_CASES, due)] if due else []
    return tuple(said) or (words.NOTHING_TODAY,)
