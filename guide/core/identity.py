"""Norwegian identity numbers in a text: found by their date alone, so that a slip of the keys does not hide one.

Eleven digits, the first six a day, a month and a year. A D-number has 40 added to the day, an H-number 40 to the month,
Skatteetaten's synthetic numbers 80 to the month. Check digits are not asked for: those of numbers issued from 2032 on
follow another rule, and a number with one digit wrong still shows who it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_ELEVEN: Final = re.compile(r"(?<![0-9])[0-9]{2}[ .]?[0-9]{2}[ .]?[0-9]{2}[ \u00a0.-]?[0-9]{5}(?![0-9])")
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_D, _H, _MADE_UP = 40, 40, 80


def identity_numbers(text: str) -> Iterator[re.Match[str]]:
    """Every place in `text` that may be an identity number: 010190 12345, 01019012345, 01.01.90-12345."""
    return (found for found in _ELEVEN.finditer(text) if is_plausible(found[0]))


def masked(text: str) -> str:
    """`text` with a dot for every letter of what may be an identity number, for what goes to a screen or a log."""
    for found in reversed(list(identity_numbers(text))):
        text = text[: found.start()] + "•" * len(found[0]) + text[found.end() :]
    return text


def is_plausible(text: str) -> bool:
    """Whether the digits of `text` are eleven, and the first six a date as identity numbers write it."""
    digits = "".join(letter for letter in text if letter.isdigit())
    if len(digits) != 11:
        return False
    day, month = int(digits[:2]), int(digits[2:4])
    return any(
        1 <= month - month_off <= 12 and 1 <= day - day_off <= _DAYS[month - month_off - 1]
        for day_off in (0, _D)
        for month_off in (0, _H, _MADE_UP)
    )
