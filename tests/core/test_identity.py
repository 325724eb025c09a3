"""Identity numbers are found however they are written, of every kind, with or without right check digits."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.core.identity import identity_numbers, is_plausible

KINDS = {"ordinary": (0, 0), "D": (40, 0), "H": (0, 40), "made up": (0, 80), "made up D": (40, 80)}


@given(
    day=st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    kind=st.sampled_from(sorted(KINDS)),
    rest=st.integers(0, 99_999),
    gaps=st.sampled_from(["{}{}{}{}", "{}{}{} {}", "{}{}{}-{}", "{}.{}.{} {}", "{} {} {} {}", "{}{}{}\u00a0{}"]),
    around=st.sampled_from(["{}", "fnr {}", "({})", "{}.", "«{}»", "a{}b"]),
)
def test_every_day_of_every_kind_is_found(day: date, kind: str, rest: int, gaps: str, around: str) -> None:
    """Any date, any five digits after it, in each way people write it."""
    more_days, more_months = KINDS[kind]
    parts = f"{day.day + more_days:02}", f"{day.month + more_months:02}", f"{day.year % 100:02}", f"{rest:05}"
    number = gaps.format(*parts)
    assert [found[0] for found in identity_numbers(around.format(number))] == [number]


@pytest.mark.parametrize("number", ["02013299997", "30108299920", "30108299939"])
def test_numbers_of_2032_are_found(number: str) -> None:
    """The tax administration's own examples of numbers whose first check digit follows the new rule."""
    assert is_plausible(number)


@pytest.mark.parametrize(
    "text",
    [
        "22 40 00 40", "+47 22 40 00 40", "0047 22 40 00 40", "1234567890", "123456789012", "974 760 673",
        "1234.56.78901", "32 13 90 12345", "00019012345", "01009012345", "30029012345", "31049012345", "81019012345",
        "01139012345", "2026-11-22 08:00", "LOV-2025-06-20-96",
    ],
)  # fmt: skip
def test_other_numbers_are_left_alone(text: str) -> None:
    """Telephones, organisations, accounts, days that are none, dates and acts."""
    assert not list(identity_numbers(text))


def test_two_in_one_text_are_both_found() -> None:
    """Siblings come in pairs."""
    assert len(list(identity_numbers("010115 12345 og 020216 12345"))) == 2
