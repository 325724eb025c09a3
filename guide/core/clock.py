"""Oslo time: reading it, writing it, and the nights when the clock changes. What time it is comes from outside."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    OSLO: ZoneInfo
    """The only zone. Where the machine has no zone data, the tzdata package brings it."""

UNREADABLE = "«{text}» er ikke et tidspunkt. Skriv dato og klokkeslett slik: 2026-11-23T15:30."
NO_SUCH_TIME = "«{text}» er ikke i kalenderen. Skriv dato og klokkeslett slik: 2026-11-23T15:30."

_MOMENT = (  # compiled when a moment is read: the first screen reads none
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})?"
)
_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
_DATE = "{weekday} {day}. {month}"
_DATE_WITH_YEAR = "{weekday} {day}. {month} {year}"
_MONTH_WITH_YEAR = "{month} {year}"


@cache
def _oslo() -> ZoneInfo:
    from zoneinfo import ZoneInfo  # a hundredth of the app's start, and the first screen tells no time

    return ZoneInfo("Europe/Oslo")


def __getattr__(name: str) -> ZoneInfo:
    """OSLO, read when somebody asks for it."""
    if name == "OSLO":
        return _oslo()
    raise AttributeError(name)


def local(moment: datetime) -> datetime:
    """The moment in Oslo time, aware.

    An aware moment is converted. A naive one is Oslo time as on a clock on the wall: in the hour that comes twice in
    October, `fold` says which (0 the first, summer time). A time that the spring night skips is moved forward by the
    skipped hour (02:30 becomes 03:30), whatever its `fold`, so that no step of the walk goes back in time.
    """
    if moment.tzinfo is not None:
        return moment.astimezone(_oslo())
    aware = moment.replace(tzinfo=_oslo())
    there_and_back = aware.astimezone(UTC).astimezone(_oslo())
    if there_and_back.replace(tzinfo=None, fold=0) == moment.replace(fold=0):
        return aware
    return aware.replace(fold=0).astimezone(UTC).astimezone(_oslo())


def parse(text: str) -> datetime:
    """A moment as `2026-11-23T15:30`, with seconds, a space for T, `Z` or an offset where wanted, in Oslo time.

    Without an offset it is Oslo time (see `local`). Raises ValueError with a message to show, also outside 1900–2199:
    at the ends of all dates, adding a day or a zone breaks.
    """
    stripped = text.strip()
    if not re.fullmatch(_MOMENT, stripped):
        raise ValueError(UNREADABLE.format(text=_short(stripped)))
    try:
        moment = datetime.fromisoformat(stripped)
    except ValueError:
        raise ValueError(NO_SUCH_TIME.format(text=_short(stripped))) from None
    if not 1900 <= moment.year < 2200:
        raise ValueError(NO_SUCH_TIME.format(text=_short(stripped)))
    return local(moment)


def weekday_date(day: date, today: date | None = None) -> str:
    """«torsdag 26. november», with the year when it is not the year of `today` (or when there is no `today`)."""
    day, today = _date(day), None if today is None else _date(today)
    template = _DATE if today is not None and today.year == day.year else _DATE_WITH_YEAR
    return template.format(weekday=_WEEKDAYS[day.weekday()], day=day.day, month=_MONTHS[day.month - 1], year=day.year)


def month_name(month: str) -> str:
    """«november 2026» of `2026-11`; what is no month comes back as it is."""
    year, _, number = month.partition("-")
    if not (len(number) == 2 and number.isascii() and number.isdigit() and 1 <= int(number) <= 12):
        return month
    return _MONTH_WITH_YEAR.format(month=_MONTHS[int(number) - 1], year=year)


def clock_time(moment: datetime) -> str:
    """«15:30», in Oslo time; seconds are left out, never rounded up."""
    return f"{local(moment):%H:%M}"


def next_offset_change(moment: datetime) -> datetime:
    """The first moment (UTC) after `moment` (aware) when Oslo's clocks change; a year ahead at most, change or not."""
    utc = moment.astimezone(UTC)
    changes = (change for year in (utc.year, utc.year + 1) for change in _offset_changes(year))
    return next((change for change in changes if change > utc), utc + timedelta(days=366))


@cache
def _offset_changes(year: int) -> tuple[datetime, ...]:
    """The moments (UTC) of a year when Oslo's clocks change, asked of the zone data and not of a rule by heart."""
    start = datetime(year, 1, 1, tzinfo=UTC)
    days = [start + timedelta(days=number) for number in range(367)]
    return tuple(
        _change_between(before, after)
        for before, after in pairwise(days)
        if _offset(before) != _offset(after) and after.year == year
    )


def _change_between(before: datetime, after: datetime) -> datetime:
    """The minute (UTC) of the change between two moments with different offsets."""
    while after - before > timedelta(minutes=1):
        middle = before + timedelta(minutes=(after - before) // timedelta(minutes=2))
        if _offset(middle) == _offset(before):
            before = middle
        else:
            after = middle
    return after


def _offset(moment: datetime) -> timedelta | None:
    return moment.astimezone(_oslo()).utcoffset()


def _date(day: date) -> date:
    """The plain date; of a datetime its Oslo date."""
    return local(day).date() if isinstance(day, datetime) else day


def _short(text: str) -> str:
    """The text as a message can show it: a line of at most 40 characters."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"
