"""The days that a look ahead speaks of: the year, its weeks, and what falls in a stretch of days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from guide.core.content import Pack
from guide.core.days import Calendar, is_public_holiday
from guide.core.holiday_names import holiday_names
from guide.service.ahead import words

DAY = timedelta(days=1)
WEEK = timedelta(days=7)


def year_on(day: date) -> date:
    """The same day a year later; of 29 February the 28th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def days(first: date, last: date) -> Iterator[date]:
    """Every day from `first` to `last`, both among them."""
    while first <= last:
        yield first
        first += DAY


def calendar_of(pack: Pack, closing: Iterable[date] = ()) -> Calendar:
    """A municipality's calendar, with closing days that somebody thinks of."""
    own = {date.fromisoformat(day) for day in pack.closing_days}
    return Calendar(pack.saturday_counts, frozenset(own | set(closing)))


def weeks_of(first: date, last: date) -> str:
    """«uke 52», or «uke 52–1»: ISO weeks, as calendars in Norway have them."""
    begin, end = first.isocalendar().week, last.isocalendar().week
    return (words.WEEK if begin == end else words.WEEKS).format(first=begin, last=end)


def ordinary_weeks(first: date, last: date) -> list[date]:
    """The Mondays of weeks that have no public holiday, and none on the days around them."""
    monday = first + timedelta(days=(7 - first.weekday()) % 7)
    found = []
    while monday + WEEK <= last:
        if not any(is_public_holiday(day) for day in days(monday - 3 * DAY, monday + 9 * DAY)):
            found.append(monday)
        monday += WEEK
    return found


def occasion(first: date, last: date) -> str:
    """What is special about some days: Christmas, Easter, the names of other holidays, the summer; else nothing."""
    inside = list(days(first, last))
    names = list(dict.fromkeys(name for day in inside for name in holiday_names(day)))
    if first == last:
        return words.AND.join(names)
    if any(day.month == 12 and day.day in (24, 25, 26) for day in inside):
        return words.CHRISTMAS
    if "langfredag" in names or "første påskedag" in names:
        return words.EASTER
    if names == [words.FIRST_OF_JANUARY]:
        return words.NEW_YEAR
    if words.WHIT_MONDAY in names:
        names = [name for name in names if name != words.WHIT_SUNDAY]
    if names:
        return words.AND.join(names) if len(names) < 3 else ", ".join(names)
    return words.SUMMER if all(day.month in (6, 7, 8) for day in inside) else ""
