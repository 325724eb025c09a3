"""Opening hours by day, as people write them, and the week as staff meet it."""

from __future__ import annotations

from datetime import date

import pytest

from guide.core.hours import HoursError
from guide.service.editing.hours import by_day, coming_week, read_times
from tests.service.edited import TODAY, small, whole

__all__ = ["small", "whole"]


@pytest.mark.parametrize(
    "text", ["Jun-Aug Mo-Fr 08:00-15:00", "Mo-Fr 08:00-15:00; Dec 24 off", "sunrise", "week 1-3", ""]
)
def test_hours_that_say_more_have_no_table(text: str) -> None:
    """Nothing that the text says is lost in a table."""
    assert by_day(text, TODAY) is None


@pytest.mark.parametrize(
    ("typed", "times"),
    [
        ("8-15.30", ("08:00-15:30",)),
        ("08:00–11:00, 12-16", ("08:00-11:00", "12:00-16:00")),
        ("8-11 og 12-14", ("08:00-11:00", "12:00-14:00")),
        ("stengt", ()),
        ("", ()),
        ("Hele døgnet", ("00:00-24:00",)),
        ("15-08", ("15:00-08:00",)),
    ],
)
def test_times_as_people_type_them(typed: str, times: tuple[str, ...]) -> None:
    """Times are read the way that people write them."""
    assert read_times(typed) == times


@pytest.mark.parametrize("typed", ["åtte", "8", "25-26", "8-15:75", "24-25", "8:00-"])
def test_times_that_are_none(typed: str) -> None:
    """What is no time is told, with how to write it."""
    with pytest.raises(ValueError, match="08:00-15:30"):
        read_times(typed)


def test_the_coming_week_shows_holidays() -> None:
    """The week before Christmas, as staff will meet it."""
    week = coming_week("Mo-Fr 08:00-15:30; PH off", date(2026, 12, 22))
    assert [(line.name, line.text, line.holiday) for line in week[:5]] == [
        ("tirsdag 22. desember", "08:00–15:30", False),
        ("onsdag 23. desember", "08:00–15:30", False),
        ("torsdag 24. desember", "08:00–15:30", False),
        ("fredag 25. desember", "Stengt", True),
        ("lørdag 26. desember", "Stengt", True),
    ]
    assert {line.text for line in coming_week("", TODAY)} == {"Ikke oppgitt"}
    assert {line.text for line in coming_week("24/7", TODAY)} == {"Hele døgnet"}
    assert coming_week("Mo-Su 15:30-08:00", TODAY)[0].text == "00:00–08:00, 15:30–24:00"
    with pytest.raises(HoursError):
        coming_week("tull", TODAY)
