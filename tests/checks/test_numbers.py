"""The series of Norwegian numbers that the rule knows are those that Google's phonenumbers knows."""

from __future__ import annotations

import phonenumbers
import pytest

from guide.checks.rules.umulig_nummer import FILLED_IN, is_possible


@pytest.mark.parametrize("first", range(20, 100))
def test_series_agree(first: int) -> None:
    """No number that somebody can have is refused (premium ones are), and a series that nobody can have always is."""
    known = {}
    for more in range(0, 1_000_000, 5_171):
        number = f"{first}{more:06}"
        parsed = phonenumbers.parse(number, "NO")
        paid = phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.PREMIUM_RATE
        if not FILLED_IN.fullmatch(number):
            known[number] = phonenumbers.is_valid_number(parsed) and not paid
    assert not [number for number, right in known.items() if right and not is_possible(number)]
    if not any(known.values()):
        assert not [number for number in known if is_possible(number)]


@pytest.mark.parametrize(
    "number", ["112", "02800", "116 117", "116 006", "+47 22 40 00 40", "800 12 345", "1881", "175"]
)
def test_short_and_free_numbers_are_possible(number: str) -> None:
    """What people are told to ring."""
    assert is_possible(number)
