"""Oslo time: reading and writing it, whatever the machine's zone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from guide.core import clock


@pytest.fixture(params=["UTC", "America/Los_Angeles", "Pacific/Kiritimati", "Europe/Oslo"], autouse=True)
def machine_zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test here runs with the machine in several zones."""
    import time

    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_aware_is_converted() -> None:
    """An aware moment is the same moment on Oslo's clock, winter and summer."""
    assert clock.local(datetime(2026, 11, 23, 14, 30, tzinfo=UTC)).isoformat() == "2026-11-23T15:30:00+01:00"
    los_angeles = datetime(2026, 7, 1, 6, 30, tzinfo=ZoneInfo("America/Los_Angeles"))
    assert clock.local(los_angeles).isoformat() == "2026-07-01T15:30:00+02:00"


def test_naive_is_oslo_time() -> None:
    """A naive moment is read off a clock in Oslo."""
    moment = clock.local(datetime(2026, 11, 23, 15, 30))
    assert moment.tzinfo is clock.OSLO
    assert moment.isoformat() == "2026-11-23T15:30:00+01:00"


def test_fold_is_kept() -> None:
    """Of October's two equal hours, fold says which."""
    first, second = (clock.local(datetime(2026, 10, 25, 2, 30, fold=fold)) for fold in (0, 1))
    assert (first.isoformat(), second.isoformat()) == ("2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00")
    assert second.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=1)


@pytest.mark.parametrize("fold", [0, 1])
def test_skipped_time_moves_forward(fold: int) -> None:
    """A time that the spring night skips becomes the hour after, whatever its fold; its neighbours stand."""
    assert clock.local(datetime(2026, 3, 29, 2, 30, fold=fold)).isoformat() == "2026-03-29T03:30:00+02:00"
    assert clock.local(datetime(2026, 3, 29, 2, 0, fold=fold)).isoformat() == "2026-03-29T03:00:00+02:00"
    assert clock.local(datetime(2026, 3, 29, 1, 59, fold=fold)).isoformat() == "2026-03-29T01:59:00+01:00"
    assert clock.local(datetime(2026, 3, 29, 3, 0, fold=fold)).isoformat() == "2026-03-29T03:00:00+02:00"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-11-23T15:30", "2026-11-23T15:30:00+01:00"),
        (" 2026-11-23 15:30 ", "2026-11-23T15:30:00+01:00"),
        ("2026-11-23T15:30:59", "2026-11-23T15:30:59+01:00"),
        ("2026-11-23T15:30Z", "2026-11-23T16:30:00+01:00"),
        ("2026-07-01T15:30-07:00", "2026-07-02T00:30:00+02:00"),
        ("2026-03-29T02:30", "2026-03-29T03:30:00+02:00"),
    ],
)
def test_parse(text: str, iso: str) -> None:
    """The written forms of a moment, in Oslo time."""
    assert clock.parse(text).isoformat() == iso


@pytest.mark.parametrize(
    "text",
    [
        "", "i morgen", "2026-11-23", "15:30", "23.11.2026 15:30", "2026-11-23T15", "20261123T1530", "2026-W48-1T15:30",
        "2026-13-01T10:00", "2026-02-30T10:00", "2026-11-23T24:01", "2026-11-23T15:60", "2026-11-23T15:30+99:00",
        "0001-01-01T00:00Z", "9999-12-31T23:59-12:00", "٢٠٢٦-11-23T15:30", "2026-11-23T15:30\n2", "x" * 10_000,
    ],
)  # fmt: skip
def test_parse_refuses_in_norwegian(text: str) -> None:
    """What is no moment is refused with a short message that shows how to write it."""
    with pytest.raises(ValueError, match="Skriv dato og klokkeslett slik: 2026-11-23T15:30") as caught:
        clock.parse(text)
    assert len(str(caught.value)) < 150
    assert "\n" not in str(caught.value)


def test_weekday_date() -> None:
    """Norwegian names, and the year only where it isn't today's or today isn't known."""
    today = date(2026, 11, 23)
    assert clock.weekday_date(date(2026, 11, 26), today) == "torsdag 26. november"
    assert clock.weekday_date(date(2027, 1, 4), today) == "mandag 4. januar 2027"
    assert clock.weekday_date(date(2026, 11, 26)) == "torsdag 26. november 2026"
    assert clock.weekday_date(datetime(2026, 12, 31, 23, 30, tzinfo=UTC), today) == "fredag 1. januar 2027"
    week = [clock.weekday_date(date(2026, 11, 23) + timedelta(days=n), today).split()[0] for n in range(7)]
    assert week == ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"]
    months = [clock.weekday_date(date(2026, n, 1), today).split()[2] for n in range(1, 13)]
    assert months[0] == "januar"
    assert months[4] == "mai"
    assert months[11] == "desember"
    assert len(set(months)) == 12


def test_clock_time() -> None:
    """Hours and minutes on Oslo's clock, never rounded up."""
    assert clock.clock_time(datetime(2026, 11, 23, 15, 29, 59)) == "15:29"
    assert clock.clock_time(datetime(2026, 11, 23, 7, 5, tzinfo=UTC)) == "08:05"
    assert clock.clock_time(datetime(2026, 11, 23, 0, 0, tzinfo=timezone(timedelta(hours=1)))) == "00:00"


def test_next_offset_change() -> None:
    """The clocks change at 01:00 UTC on the last Sundays of March and October, and a change is not its own next."""
    spring, autumn = datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)
    assert clock.next_offset_change(datetime(2026, 1, 1, tzinfo=UTC)) == spring
    assert clock.next_offset_change(spring - timedelta(minutes=1)) == spring
    assert clock.next_offset_change(spring) == autumn
    assert clock.next_offset_change(autumn) == datetime(2027, 3, 28, 1, tzinfo=UTC)
