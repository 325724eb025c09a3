"""Opening hours by day, for those who have never seen their syntax; and the coming week, as it will be read.

A text that says more than days and times (weeks, months, exceptions) has no table by day: it is edited as text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Final

from guide.core.clock import OSLO, weekday_date
from guide.core.days import is_public_holiday
from guide.core.hours import ALWAYS, Hours, HoursError
from guide.core.record import record
from guide.service.editing import words as say

WEEK: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
HOLIDAYS: Final = "PH"
Times = tuple[str, ...]
"""A day's openings, each as 08:00-15:30; empty: closed."""
_TIMES: Final = re.compile(r"\s*([0-9]{1,2})[:.]?([0-9]{2})?\s*[-–—]\s*([0-9]{1,2})[:.]?([0-9]{2})?\s*")
_RULE: Final = re.compile(r"(?P<days>[A-Z][A-Za-z,\- ]*?)\s+(?P<times>off|[0-9:,\- ]+)")
_TRIED: Final = timedelta(days=400)
_DAY: Final = timedelta(days=1)


@record
class DayLine:
    """One of the coming days: its date, its name in words, what it says, whether it is a public holiday."""

    day: date
    name: str
    text: str
    holiday: bool = False


def by_day(text: str, today: date) -> dict[str, Times] | None:
    """The times of each day and of public holidays; None where the text says more than that, or can't be read.

    No key `PH`: holidays are as their weekday. The table means the same as the text for more than a year from `today`.
    """
    table: dict[str, Times] = dict.fromkeys(WEEK, ())
    if text.strip() == ALWAYS:
        return {**table, **dict.fromkeys(WEEK, ("00:00-24:00",))}
    for rule in filter(None, (part.strip() for part in text.split(";"))):
        match = _RULE.fullmatch(rule)
        days = _days(match["days"]) if match else None
        if match is None or not days:
            return None
        times = () if match["times"] == "off" else tuple(part.strip() for part in match["times"].split(","))
        table |= dict.fromkeys(days, times)
    return table if text.strip() and _mean_the_same(text, as_text(table), today) else None


def as_text(table: Mapping[str, Times]) -> str:
    """The text for a table, days alike taken together. Empty where every day is closed: then nothing is known.

    Raises EditError's cause ValueError for a time that can't be read.
    """
    days = [(day, tuple(_time(each) for each in table.get(day, ()))) for day in WEEK]
    holidays = tuple(_time(each) for each in table[HOLIDAYS]) if HOLIDAYS in table else None
    if not any(times for _, times in days) and not holidays:
        return ""
    if all(times == ("00:00-24:00",) for _, times in days) and holidays is None:
        return ALWAYS
    rules = []
    for times, group in groupby(days, key=lambda each: each[1]):
        names = [day for day, _ in group]
        if times:
            rules.append(f"{names[0] if len(names) == 1 else f'{names[0]}-{names[-1]}'} {','.join(times)}")
    if holidays is not None:
        rules.append(f"{HOLIDAYS} {','.join(holidays) or 'off'}")
    return "; ".join(rules)


def read_times(text: str) -> Times:
    """What a person types for one day: «8-15.30», «08-11, 12-16», «stengt», «døgnåpent», nothing. Raises ValueError."""
    plain = text.strip().lower()
    if plain in ("", say.CLOSED_DAY.lower(), "off"):
        return ()
    if plain in (say.ALL_DAY.lower(), *say.ALL_DAY_TOO):
        return ("00:00-24:00",)
    return tuple(_time(part) for part in re.split(r",| og ", plain) if part.strip())


def coming_week(text: str, today: date) -> tuple[DayLine, ...]:
    """The seven days from `today`, as the hours say. Raises HoursError for hours that can't be read."""
    hours, found = Hours(text), []
    for number in range(7):
        day = today + number * _DAY
        begin = datetime.combine(day, time(), OSLO)
        spells = hours.spells(begin, datetime.combine(day + _DAY, time(), OSLO))
        shown = [(s.begin.astimezone(OSLO), s.end.astimezone(OSLO)) for s in spells if s.state == "open"]
        if any(spell.state == "unknown" for spell in spells):
            words = say.UNKNOWN_DAY
        elif not shown:
            words = say.CLOSED_DAY
        else:
            words = ", ".join(_opening(a, b, day) for a, b in shown)
        found.append(DayLine(day, weekday_date(day, today), words, is_public_holiday(day)))
    return tuple(found)


def _opening(begin: datetime, end: datetime, day: date) -> str:
    whole = begin.time() == time() and end.date() > day and end.time() == time()
    last = "24:00" if end.date() > day else f"{end:%H:%M}"
    return say.ALL_DAY if whole else say.OPEN_FROM_TO.format(begin=f"{begin:%H:%M}", end=last)


def _time(text: str) -> str:
    """«8-15.30» → «08:00-15:30». Raises ValueError, told in Norwegian."""
    match = _TIMES.fullmatch(text)
    parts = [int(part or 0) for part in match.groups()] if match else []
    good = bool(parts) and parts[0] <= 24 and parts[2] <= 24 and parts[1] < 60 and parts[3] < 60
    if not good or parts[0] * 60 + parts[1] >= 24 * 60 or parts[2] * 60 + parts[3] > 24 * 60:
        raise ValueError(say.BAD_TIME.format(text=text.strip()))
    return f"{parts[0]:02}:{parts[1]:02}-{parts[2]:02}:{parts[3]:02}"


def _days(text: str) -> tuple[str, ...] | None:
    """The days that a rule names, None where it names anything else."""
    found: list[str] = []
    for part in text.replace(" ", "").split(","):
        first, _, last = part.partition("-")
        if part == HOLIDAYS:
            found.append(part)
        elif first in WEEK and not last:
            found.append(first)
        elif first in WEEK and last in WEEK and WEEK.index(first) < WEEK.index(last):
            found += WEEK[WEEK.index(first) : WEEK.index(last) + 1]
        else:
            return None
    return tuple(found)


def _mean_the_same(one: str, other: str, today: date) -> bool:
    begin = datetime.combine(today, time(), OSLO)
    return _spells(one, begin) == _spells(other, begin) != ()


def _spells(text: str, begin: datetime) -> Sequence[tuple[datetime, datetime, str]]:
    try:
        return tuple((s.begin, s.end, s.state) for s in Hours(text).spells(begin, begin + _TRIED))
    except HoursError:
        return ()
