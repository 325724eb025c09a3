"""Text on its way in."""

from __future__ import annotations

import pytest

from guide.core.text import clean, hidden


@pytest.mark.parametrize("sign", ["\ufdd0", "\ufdef", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff"])
def test_what_is_no_character_is_left_out(sign: str) -> None:
    """Word files can't have it: a paste of it must not stop what is taken out later."""
    assert clean(f"a{sign}b") == "ab"
    assert hidden(f"a{sign}b")


def test_what_people_write_stays() -> None:
    """Other alphabets and smileys are words of the child's, too."""
    text = "«Jeg er redd» 😀 سلام ሰላም ไทย"
    assert clean(text) == text
