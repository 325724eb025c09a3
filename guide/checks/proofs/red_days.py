"""Norway's public holidays once more, from the law's own list and the date of Easter, for a proof to count with.

The product asks one library (docs/adr, the first). A proof that asked the same one would agree with its mistakes.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Final

_FIXED: Final = ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))
_FROM_EASTER: Final = (-3, -2, 0, 1, 39, 49, 50)
"""Days from Easter Sunday: Maundy Thursday to Easter Monday, Ascension Day, Whit Sunday and Monday."""


@cache
def red_days(year: int) -> frozenset[date]:
    """The public holidays of a year of the Gregorian calendar."""
    easter = easter_sunday(year)
    moving = {easter + timedelta(days=days) for days in _FROM_EASTER}
    return frozenset(moving | {date(year, month, day) for month, day in _FIXED})


def easter_sunday(year: int) -> date:
    """Easter Sunday by the church's own reckoning: a Metonic moon corrected by century, and the Sunday after it."""
    golden = year % 19
    century = year // 100
    leaps_left_out = century - century // 4
    moon_moved = (8 * century + 13) // 25
    moon = (leaps_left_out - moon_moved + 19 * golden + 15) % 30
    moon -= moon // 28 * (1 - 29 // (moon + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - leaps_left_out) % 7
    return date(year, 3, 1) + timedelta(days=moon - weekday + 27)


def is_working(day: date, saturday_counts: bool) -> bool:
    """Monday to Friday, and Saturday where it counts, less public holidays."""
    return day.isoweekday() <= (6 if saturday_counts else 5) and day not in red_days(day.year)
