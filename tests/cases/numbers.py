"""Numbers made up for tests: identity numbers of every kind with right check digits, accounts, organisations."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)

KINDS = {
    "fnr": (0, 0, 0),
    "D": (40, 0, 0),
    "H": (0, 40, 0),
    "synthetic 80": (0, 80, 0),
    "synthetic 65": (0, 65, 0),
    "synthetic 40 D": (40, 40, 0),
    "from 2032": (0, 0, 3),
}
"""What is added to the day and to the month, and the most that the first sum may leave (0 before 2032)."""

WRITINGS: tuple[Callable[[str], str], ...] = (
    lambda n: n,
    lambda n: f"{n[:6]} {n[6:]}",
    lambda n: f"{n[:6]}-{n[6:]}",
    lambda n: f"{n[:2]}.{n[2:4]}.{n[4:6]} {n[6:]}",
    lambda n: f"{n[:2]} {n[2:4]} {n[4:6]} {n[6:]}",
)


def identity_number(kind: str, dice: random.Random) -> str:
    """Eleven digits of that kind."""
    days, months, most = KINDS[kind]
    while True:
        born = date(1920, 1, 1) + timedelta(days=dice.randrange(44_000))
        digits = f"{born.day + days:02}{born.month + months:02}{born.year % 100:02}{dice.randrange(1000):03}"
        left = sum(a * int(b) for a, b in zip(_FIRST, digits, strict=True)) % 11
        first = (dice.randrange(most + 1) - left) % 11
        if first > 9:
            continue
        digits += str(first)
        second = -sum(a * int(b) for a, b in zip(_SECOND, digits, strict=True)) % 11
        if second <= 9:
            return digits + str(second)


def account(dice: random.Random) -> str:
    """An account number as banks write it."""
    while True:
        digits = f"{dice.randrange(10**10):010}"
        last = -sum(a * int(b) for a, b in zip(_SECOND, digits, strict=True)) % 11
        if last <= 9:
            whole = digits + str(last)
            return f"{whole[:4]}.{whole[4:6]}.{whole[6:]}"


def organisation(dice: random.Random) -> str:
    """An organisation number in threes."""
    return f"{dice.choice('89')}{dice.randrange(100):02} {dice.randrange(1000):03} {dice.randrange(1000):03}"
