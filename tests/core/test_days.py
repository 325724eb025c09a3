"""Public holidays, working days and deadlines."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.core import days
from guide.core.days import Calendar, CalendarError

DAY = timedelta(days=1)
ORDINARY = Calendar()
SATURDAY = Calendar(saturday_counts=True)
dates = st.dates(date(2001, 1, 1), date(2070, 12, 31))
calendars = st.sampled_from([ORDINARY, SATURDAY])


def computus(year: int) -> date:
    """Easter Sunday by Meeus, Jones and Butcher: independent of both packages."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def by_hand(year: int) -> set[date]:
    """Norway's public holidays from the law's list and the computus."""
    easter = computus(year)
    moving = {easter + timedelta(days=offset) for offset in (-3, -2, 0, 1, 39, 49, 50)}
    return moving | {date(year, *day) for day in ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))}


def each_day(first: int, last: int) -> list[date]:
    """Every day of the years first–last."""
    return [date(first, 1, 1) + DAY * n for n in range((date(last + 1, 1, 1) - date(first, 1, 1)).days)]


def test_every_day_2024_to_2035_agrees_with_two_independent_sources() -> None:
    """Holiday and working day agree with the holidays package and with an own computation, day by day."""
    package = holidays.country_holidays("NO", years=range(2024, 2036))
    hand = set().union(*(by_hand(year) for year in range(2024, 2036)))
    for day in each_day(2024, 2035):
        assert days.is_public_holiday(day) == (day in package) == (day in hand), day
        assert ORDINARY.is_working_day(day) == (day.isoweekday() <= 5 and day not in hand), day
        assert SATURDAY.is_working_day(day) == (day.isoweekday() <= 6 and day not in hand), day


def test_whole_range_agrees_with_the_computation() -> None:
    """The stated first and last years really hold: 2000–2076 agree with the computus."""
    for year in range(days.FIRST_YEAR, days.LAST_YEAR + 1):
        assert days.public_holidays(year) == by_hand(year), year


@pytest.mark.parametrize("year", [1999, 2077, 1, 9999])
def test_outside_the_range_is_an_error(year: int) -> None:
    """Outside the known years the calendar refuses, in Norwegian, instead of finding no holiday."""
    with pytest.raises(CalendarError, match="kjenner helligdagene fra 2000 til 2076"):
        ORDINARY.is_working_day(date(year, 6, 1))


def test_package_is_imported_at_first_use_only() -> None:
    """Importing the module and adding weeks cost no holiday package; asking for a working day brings it."""
    code = (
        "import sys, datetime as d; from guide.core.days import Calendar; day = d.date(2026, 11, 23)\n"
        "Calendar().due(day, 1, 'weeks'); before = 'opening_hours' in sys.modules\n"
        "Calendar().due(day, 1, 'working_days'); print(before, 'opening_hours' in sys.modules)"
    )
    root = Path(days.__file__).parents[2]
    run = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "True"]


def test_holidays_are_computed_once_a_year() -> None:
    """The same year gives the very same object: the cache works."""
    assert days.public_holidays(2026) is days.public_holidays(2026)


@pytest.mark.parametrize(
    ("start", "number", "due", "due_saturday"),
    [
        (date(2026, 11, 23), 3, date(2026, 11, 26), date(2026, 11, 26)),  # Monday
        (date(2026, 11, 26), 3, date(2026, 12, 1), date(2026, 11, 30)),  # Thursday: domain 7.5
        (date(2026, 11, 27), 3, date(2026, 12, 2), date(2026, 12, 1)),  # Friday
        (date(2026, 11, 28), 3, date(2026, 12, 2), date(2026, 12, 2)),  # Saturday
        (date(2026, 12, 23), 3, date(2026, 12, 29), date(2026, 12, 29)),  # 25 and 26 are holidays, 24 is not
        (date(2026, 3, 31), 3, date(2026, 4, 8), date(2026, 4, 7)),  # over Easter, which ends on Monday 6 April
        (date(2027, 5, 14), 1, date(2027, 5, 18), date(2027, 5, 15)),  # 16 and 17 May 2027 are Whitsun
        (date(2026, 12, 31), 1, date(2027, 1, 4), date(2027, 1, 2)),
        (date(2026, 11, 28), 0, date(2026, 11, 28), date(2026, 11, 28)),
    ],
)
def test_working_days_by_hand(start: date, number: int, due: date, due_saturday: date) -> None:
    """Known dates: the day of the event is not counted, holidays and weekends are passed over."""
    assert ORDINARY.due(start, number, "working_days") == due
    assert SATURDAY.due(start, number, "working_days") == due_saturday


@given(dates, st.integers(1, 40), calendars)
@settings(max_examples=150, deadline=None)
def test_due_is_the_nth_working_day(start: date, number: int, calendar: Calendar) -> None:
    """A deadline ends on a working day after the event, with exactly n working days on the way."""
    due = calendar.add_working_days(start, number)
    assert due > start
    assert calendar.is_working_day(due)
    assert sum(calendar.is_working_day(start + DAY * n) for n in range(1, (due - start).days + 1)) == number
    assert calendar.working_days_between(start, due) == number


@given(dates, st.integers(0, 20), st.integers(0, 20), calendars)
@settings(max_examples=100, deadline=None)
def test_deadlines_add_up(start: date, first: int, second: int, calendar: Calendar) -> None:
    """Counting n and then m working days is counting n + m."""
    there = calendar.add_working_days(calendar.add_working_days(start, first), second)
    assert there == calendar.add_working_days(start, first + second)


@given(dates, st.integers(0, 20))
@settings(max_examples=100, deadline=None)
def test_saturday_never_makes_it_later(start: date, number: int) -> None:
    """Counting Saturdays gives the same or an earlier date."""
    assert SATURDAY.add_working_days(start, number) <= ORDINARY.add_working_days(start, number)


@given(dates, dates, st.integers(0, 10))
@settings(max_examples=100, deadline=None)
def test_a_later_event_is_never_due_earlier(one: date, other: date, number: int) -> None:
    """Deadlines keep the order of their events."""
    first, second = sorted((one, other))
    assert ORDINARY.add_working_days(first, number) <= ORDINARY.add_working_days(second, number)


@given(st.dates(date(2026, 1, 1), date(2027, 12, 1)), st.integers(0, 10), st.sets(st.integers(0, 60)))
@settings(max_examples=150, deadline=None)
def test_closing_days_never_move_a_deadline(start: date, number: int, offsets: set[int]) -> None:
    """Whatever days the unit is closed, the due date stands, and the reminder is an open day not after it."""
    closing = Calendar(closing_days=frozenset(start + DAY * n for n in offsets))
    due = closing.add_working_days(start, number)
    assert due == ORDINARY.add_working_days(start, number)
    before = closing.share_before_closing(start, due)
    if before is not None:
        assert start <= before < due
        assert ORDINARY.is_working_day(before)
        assert before not in closing.closing_days
        between = [before + DAY * n for n in range(1, (due - before).days + 1)]
        assert all(day in closing.closing_days or not ORDINARY.is_working_day(day) for day in between)
    elif number and due not in closing.closing_days:
        assert ORDINARY.is_working_day(due)


SUMMER = Calendar(closing_days=frozenset(date(2026, 7, 6) + DAY * n for n in (0, 1, 2, 3, 4, 7, 8, 9, 10, 11)))


@pytest.mark.parametrize(
    ("start", "due", "before"),
    [
        (date(2026, 7, 2), date(2026, 7, 7), date(2026, 7, 3)),  # Thursday's concern, closed from Monday
        (date(2026, 7, 3), date(2026, 7, 8), date(2026, 7, 3)),  # the last day itself
        (date(2026, 7, 1), date(2026, 7, 15), date(2026, 7, 3)),  # the second week: the weekend between doesn't end it
        (date(2026, 7, 1), date(2026, 7, 12), date(2026, 7, 3)),  # due on the Sunday inside
        (date(2026, 7, 4), date(2026, 7, 8), None),  # Saturday's concern: closed already
        (date(2026, 7, 7), date(2026, 7, 10), None),  # within the stretch
        (date(2026, 7, 1), date(2026, 7, 5), None),  # due before it closes, on the Sunday
        (date(2026, 6, 30), date(2026, 7, 3), None),  # due while open
        (date(2026, 7, 3), date(2026, 7, 20), None),  # due after it has opened
    ],
)
def test_share_before_closing(start: date, due: date, before: date | None) -> None:
    """The last open day before a closing stretch over the due date, none where that says nothing."""
    assert SUMMER.share_before_closing(start, due) == before


def test_easter_closing_joins_holidays() -> None:
    """Closing days before Easter and the holidays after them are one stretch."""
    easter = Calendar(
        closing_days=frozenset({date(2026, 3, 30), date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 7)})
    )
    assert easter.share_before_closing(date(2026, 3, 26), date(2026, 4, 7)) == date(2026, 3, 27)


@pytest.mark.parametrize(
    ("start", "within", "unit", "due"),
    [
        (date(2026, 11, 23), 1, "weeks", date(2026, 11, 30)),
        (date(2026, 12, 18), 1, "weeks", date(2026, 12, 25)),  # a holiday: not moved
        (date(2026, 11, 22), 3, "weeks", date(2026, 12, 13)),  # a Sunday: not moved
        (date(2026, 11, 23), 3, "months", date(2027, 2, 23)),
        (date(2026, 11, 30), 3, "months", date(2027, 2, 28)),
        (date(2027, 11, 30), 3, "months", date(2028, 2, 29)),
        (date(2026, 1, 31), 1, "months", date(2026, 2, 28)),
        (date(2026, 12, 31), 12, "months", date(2027, 12, 31)),
        (date(2026, 11, 23), 0, "months", date(2026, 11, 23)),
    ],
)
def test_weeks_and_months_land_on_their_date(start: date, within: int, unit: days.Unit, due: date) -> None:
    """Weeks keep the weekday, months the day (or the month's last), and neither is moved to a working day."""
    assert ORDINARY.due(start, within, unit) == due


def test_due_refuses_nonsense() -> None:
    """Negative lengths, unknown units and dates past the calendar are errors of one kind."""
    for within, unit in (
        (-1, "working_days"),
        (-1, "weeks"),
        (1, "days"),
        (10**9, "weeks"),
        (10**9, "months"),
        (700, "months"),
    ):
        with pytest.raises(CalendarError):
            ORDINARY.due(date(2026, 11, 23), within, unit)  # type: ignore[arg-type]
    with pytest.raises(CalendarError):
        ORDINARY.due(date(1999, 12, 31), 1, "weeks")


def test_working_days_over_the_deadline() -> None:
    """Due on a Thursday, two working days over on the Monday after, none on the day itself or before."""
    due = date(2026, 11, 26)
    assert ORDINARY.working_days_between(due, date(2026, 11, 30)) == 2
    assert ORDINARY.working_days_between(due, date(2026, 11, 29)) == 1
    assert ORDINARY.working_days_between(due, due) == 0
    assert ORDINARY.working_days_between(due, date(2026, 11, 20)) == 0
    assert SATURDAY.working_days_between(due, date(2026, 11, 30)) == 3


def test_a_datetime_counts_by_its_oslo_date() -> None:
    """A moment late in the evening in UTC is the next day in Oslo."""
    assert ORDINARY.add_working_days(datetime(2026, 11, 22, 23, 30, tzinfo=UTC), 1) == date(2026, 11, 24)
    assert not ORDINARY.is_working_day(datetime(2026, 12, 25, 9))


def test_eves_are_the_three_days_and_no_other() -> None:
    """24 and 31 December and the Wednesday before Maundy Thursday, over the whole range, also where 17 May is near."""
    for day in each_day(2000, 2076):
        expected = (day.month, day.day) in ((12, 24), (12, 31)) or day == computus(day.year) - 4 * DAY
        assert days.eve_note(day) == expected, day


def test_eves_are_ordinary_in_law() -> None:
    """The eves are working days when they fall on Monday to Friday."""
    assert all(ORDINARY.is_working_day(day) for day in (date(2026, 12, 24), date(2026, 12, 31), date(2026, 4, 1)))
