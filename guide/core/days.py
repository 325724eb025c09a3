"""Norway's public holidays, working days and the dates that deadlines fall on.

Source of the holidays: the `opening_hours` package, held against the `holidays` package and an own computation in the
tests. Dates are Oslo dates. The law has no single meaning of «virkedag»; what is assumed here is said to the reader.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Literal

from guide.core.clock import local
from guide.core.record import record

if TYPE_CHECKING:
    from guide.core.content import Pack

Unit = Literal["working_days", "weeks", "months"]

FIRST_YEAR = 2000
"""First year that the package knows Norway's holidays for."""
LAST_YEAR = 2076
"""Last such year. Outside, the package says «no holiday» without a word, hence the error here."""

_ONE_DAY = timedelta(days=1)

OUT_OF_RANGE = "{day} ligger utenfor kalenderen. Guiden kjenner helligdagene fra {first} til {last}."
NEGATIVE = "En frist kan ikke være kortere enn 0, men her står det {number}."
BAD_UNIT = "Fristen har enheten «{unit}». Bruk working_days, weeks eller months."


class CalendarError(ValueError):
    """A date outside the known years, or a length or unit of a deadline that has no meaning."""


@cache
def public_holidays(year: int) -> frozenset[date]:
    """All public holidays of a year (1 January … second day of Christmas; ordinary Sundays are not among them).

    Raises CalendarError outside FIRST_YEAR–LAST_YEAR.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise CalendarError(OUT_OF_RANGE.format(day=f"{year}", first=FIRST_YEAR, last=LAST_YEAR))
    # imported here: it costs more than a whole walk, and most screens need no deadline
    from opening_hours import OpeningHours

    rule = OpeningHours("PH", country="NO")
    first = date(year, 1, 1)
    days = (first + timedelta(days=offset) for offset in range((date(year, 12, 31) - first).days + 1))
    return frozenset(day for day in days if rule.is_open(datetime(day.year, day.month, day.day, 12)))


def is_public_holiday(day: date) -> bool:
    """Whether the day is a public holiday by name (an ordinary Sunday is not). Raises CalendarError."""
    day = _oslo_date(day)
    return day in public_holidays(day.year)


def eve_note(day: date) -> bool:
    """Whether offices may close early: 24 and 31 December and the Wednesday before Maundy Thursday.

    In law these are ordinary working days. Raises CalendarError.
    """
    day = _oslo_date(day)
    if day.month == 12 and day.day in (24, 31):
        return True
    # Maundy Thursday, Good Friday, Easter Sunday and Monday after it: no other Wednesday has all four
    return day.weekday() == 2 and all(is_public_holiday(day + timedelta(days=ahead)) for ahead in (1, 2, 4, 5))


@record
class Calendar:
    """A municipality's way of counting: does Saturday count, and when is the unit closed."""

    saturday_counts: bool = False
    closing_days: frozenset[date] = frozenset()
    """Days when the kindergarten or school is closed. They never move a deadline later."""

    def is_working_day(self, day: date) -> bool:
        """Monday to Friday (and Saturday if it counts) less public holidays. Raises CalendarError."""
        day = _oslo_date(day)
        return day.weekday() < (6 if self.saturday_counts else 5) and not is_public_holiday(day)

    def add_working_days(self, start: date, number: int) -> date:
        """The date `number` working days after `start`; the day of the event is not counted, 0 is that day itself.

        Raises CalendarError for a negative number and for dates outside the known years.
        """
        if number < 0:
            raise CalendarError(NEGATIVE.format(number=number))
        day = _oslo_date(start)
        while number:
            day += _ONE_DAY
            number -= self.is_working_day(day)
        return day

    def due(self, start: date, within: int, unit: Unit) -> date:
        """The last day of a deadline of `within` units after `start`.

        Weeks and months land on their date, the same weekday or the same day of the month (the last one where the month
        is shorter), also when it is no working day. Moving it to the next working day is a rule for statutory and
        procedural deadlines (domstolloven §§ 148–149) that a municipal routine could follow by analogy only, and it
        would move the date later: a guide that must never delay anything keeps the earlier one.

        Raises CalendarError for a negative length, an unknown unit and dates outside the known years.
        """
        if within < 0:
            raise CalendarError(NEGATIVE.format(number=within))
        start = _oslo_date(start)
        if unit == "working_days":
            return self.add_working_days(start, within)
        if unit == "weeks":
            return _known(_weeks_later(start, within), start)
        if unit == "months":
            return _known(_months_later(start, within), start)
        raise CalendarError(BAD_UNIT.format(unit=unit))

    def share_before_closing(self, start: date, due: date) -> date | None:
        """The last day the unit is open before a closing stretch that covers `due`, for «del før dere stenger».

        A stretch is closing days with the weekends and holidays between and around them. None when the unit is open on
        `due`, or when it had closed already on `start`. Never later than `due`. Raises CalendarError.
        """
        start, day = _oslo_date(start), _oslo_date(due)
        closing = False
        while day >= start:
            closed = day in self.closing_days
            if not closed and self.is_working_day(day):
                return day if closing else None
            # a free Saturday is no closing by itself: only closing days bring the reminder
            closing = closing or (closed and self.is_working_day(day))
            day -= _ONE_DAY
        return None

    def working_days_between(self, earlier: date, later: date) -> int:
        """Working days after `earlier` up to and including `later`; 0 when `later` is not after it.

        For «2 virkedager over fristen» give the due date and today. Raises CalendarError.
        """
        return sum(self.is_working_day(day) for day in _days_after(_oslo_date(earlier), _oslo_date(later)))


def calendar_of(pack: Pack | None) -> Calendar:
    """How a municipality counts days; the usual way where there is none. Raises ValueError for no date."""
    if pack is None:
        return Calendar()
    return Calendar(pack.saturday_counts, frozenset(date.fromisoformat(day) for day in pack.closing_days))


def _oslo_date(day: date) -> date:
    """The plain date. A datetime is a date to the type checker but equals none, so its Oslo date is taken."""
    if isinstance(day, datetime):
        return local(day).date()
    return day


def _days_after(start: date, last: date) -> Iterator[date]:
    """The dates after `start` up to and including `last`."""
    while start < last:
        start += _ONE_DAY
        yield start


def _weeks_later(start: date, weeks: int) -> date | None:
    """The same weekday `weeks` weeks later; None past the end of all dates."""
    try:
        return start + timedelta(weeks=weeks)
    except OverflowError:
        return None


def _months_later(start: date, months: int) -> date | None:
    """The same day of the month `months` months later, or that month's last day; None past the end of all dates."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > LAST_YEAR:
        return None
    last = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - _ONE_DAY
    return last.replace(day=min(start.day, last.day))


def _known(day: date | None, start: date) -> date:
    """The day, if it and `start` lie in the known years. Raises CalendarError."""
    if not FIRST_YEAR <= start.year <= LAST_YEAR or day is None:
        raise CalendarError(OUT_OF_RANGE.format(day=start.isoformat(), first=FIRST_YEAR, last=LAST_YEAR))
    if day.year > LAST_YEAR:
        raise CalendarError(OUT_OF_RANGE.format(day=day.isoformat(), first=FIRST_YEAR, last=LAST_YEAR))
    return day
