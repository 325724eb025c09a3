"""What Norway's public holidays are called. Which days are holidays, `days` says; this only names them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Final

FIXED: Final = {
    (1, 1): "første nyttårsdag",
    (5, 1): "1. mai",
    (5, 17): "17. mai",
    (12, 25): "første juledag",
    (12, 26): "andre juledag",
}
AFTER_EASTER: Final = {
    -3: "skjærtorsdag",
    -2: "langfredag",
    0: "første påskedag",
    1: "andre påskedag",
    39: "Kristi himmelfartsdag",
    49: "første pinsedag",
    50: "andre pinsedag",
}
"""Days from Easter Sunday."""


def holiday_names(day: date) -> tuple[str, ...]:
    """The names of a public holiday, several where two fall on one day; none for other days."""
    fixed = FIXED.get((day.month, day.day))
    movable = AFTER_EASTER.get((day - easter(day.year)).days)
    return tuple(name for name in (movable, fixed) if name)


@cache
def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the rule of Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * weekday) // 433
    month = (h + weekday - 7 * m + 90) // 25
    return date(year, month, 1) + timedelta(days=(h + weekday - 7 * m + 33 * month + 19) % 32 - 1)
