"""Opening hours: right at the minute, on every border, holiday and clock-change night."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import holidays
import pytest

from guide.core.clock import OSLO
from guide.core.hours import UNKNOWN, Hours, HoursError

OFFICE = Hours("Mo-Fr 08:00-15:30; PH off")
DUTY = Hours("Mo-Fr 00:00-08:00,15:30-24:00; Sa-Su 00:00-24:00; PH 00:00-24:00")
NIGHT = Hours("Mo-Su 02:15-02:45")
MINUTE = timedelta(minutes=1)
FREE = holidays.country_holidays("NO", years=range(2026, 2030))
HOLIDAYS = sorted(day for day in FREE if day.year <= 2028)
EVES = [date(2026, 12, 24), date(2026, 12, 31), date(2026, 4, 1), date(2027, 3, 24), date(2028, 4, 12)]


@pytest.fixture(params=["UTC", "America/Los_Angeles", "Pacific/Kiritimati", "Europe/Oslo"])
def machine_zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine in several zones."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def office_open(wall: datetime) -> bool:
    """OFFICE, computed here from the date and the wall clock."""
    weekday = wall.weekday() < 5 and wall.date() not in FREE
    return weekday and (8, 0) <= (wall.hour, wall.minute) < (15, 30)


def night_open(wall: datetime) -> bool:
    """NIGHT, computed here."""
    return wall.hour == 2 and 15 <= wall.minute < 45


@pytest.mark.usefixtures("machine_zone")
@pytest.mark.parametrize(
    ("at", "state"),
    [
        ("2026-11-23T07:59:59.999999", "closed"),
        ("2026-11-23T07:59", "closed"),
        ("2026-11-23T08:00", "open"),
        ("2026-11-23T15:29", "open"),
        ("2026-11-23T15:29:59", "open"),
        ("2026-11-23T15:29:59.999999", "open"),
        ("2026-11-23T15:30", "closed"),
        ("2026-11-23T15:30:00.000001", "closed"),
        ("2026-11-23T06:59:59+00:00", "closed"),
        ("2026-11-23T07:00:00+00:00", "open"),
        ("2026-11-23T14:30:00+00:00", "closed"),
        ("2026-07-01T13:29:59+00:00", "open"),
        ("2026-07-01T13:30:00+00:00", "closed"),
        ("2026-11-27T15:30", "closed"),
        ("2026-11-28T10:00", "closed"),
        ("2026-11-29T10:00", "closed"),
        ("2026-11-30T00:00", "closed"),
        ("2026-11-22T23:30:00-08:00", "open"),
        ("2026-11-22T23:30:00-07:00", "closed"),
        ("2026-11-23T01:00:00-08:00", "open"),
    ],
)
def test_borders_to_the_second(at: str, state: str) -> None:
    """Open on a border's one side and closed on the other, in any notation; the duty line is the mirror of it."""
    moment = datetime.fromisoformat(at)
    assert OFFICE.state(moment).state == state
    assert DUTY.state(moment).state == ("closed" if state == "open" else "open")


@pytest.mark.usefixtures("machine_zone")
def test_until_and_opens_at_are_oslo_moments() -> None:
    """Until when, and when next, with Oslo's offset."""
    open_now = OFFICE.state(datetime(2026, 11, 27, 12))
    assert (open_now.until, open_now.opens_at) == (datetime(2026, 11, 27, 15, 30, tzinfo=OSLO), None)
    assert open_now.until is not None
    assert open_now.until.tzinfo is OSLO
    weekend = OFFICE.state(datetime(2026, 11, 27, 15, 30))
    assert (weekend.until, weekend.opens_at) == (None, datetime(2026, 11, 30, 8, tzinfo=OSLO))
    duty = DUTY.state(datetime(2026, 11, 27, 16))
    assert duty.until == datetime(2026, 11, 30, 8, tzinfo=OSLO)


@pytest.mark.parametrize("day", HOLIDAYS, ids=str)
def test_every_public_holiday(day: date) -> None:
    """On each public holiday of 2026–2028, the eve of it and the day after, the office is as the calendar has it."""
    for near in (day - timedelta(days=1), day, day + timedelta(days=1)):
        for hour, minute in ((0, 0), (7, 59), (8, 0), (12, 0), (15, 29), (15, 30), (23, 59)):
            wall = datetime(near.year, near.month, near.day, hour, minute)
            expected = office_open(wall)
            assert (OFFICE.state(wall).state == "open") == expected, wall
            assert (DUTY.state(wall).state == "open") == (not expected), wall
    following = next(d for n in range(1, 9) if (d := day + timedelta(days=n)).weekday() < 5 and d not in FREE)
    opens = datetime(following.year, following.month, following.day, 8, tzinfo=OSLO)
    assert OFFICE.state(datetime(day.year, day.month, day.day, 16)).opens_at == opens


@pytest.mark.parametrize("day", EVES, ids=str)
def test_eves_are_open_but_may_close_early(day: date) -> None:
    """The eves are ordinary in law: open, with a warning for office hours and none for the duty line."""
    noon = datetime(day.year, day.month, day.day, 12)
    state = OFFICE.state(noon)
    assert (state.state, state.may_close_early) == ("open", True)
    assert OFFICE.state(noon.replace(hour=7)).may_close_early, "before it opens on the eve"
    assert not OFFICE.state(noon.replace(hour=16)).may_close_early, "when the next opening is another day"
    assert not DUTY.state(noon.replace(hour=16)).may_close_early
    assert not DUTY.state(noon.replace(hour=7)).may_close_early
    assert not Hours("24/7").state(noon).may_close_early


def test_hours_of_their_own_on_an_eve_need_no_warning() -> None:
    """Where the hours speak of the eve themselves, there is nothing to expect; other eves keep the warning."""
    hours = Hours("Mo-Fr 08:00-15:30; PH off; Dec 24 08:00-12:00; easter -4 days 08:00-11:00")
    assert hours.state(datetime(2026, 12, 24, 11, 59)).may_close_early is False
    assert hours.state(datetime(2026, 12, 24, 12)).state == "closed"
    assert hours.state(datetime(2026, 12, 31, 11)).may_close_early is True
    assert hours.state(datetime(2026, 4, 1, 10, 59)).may_close_early is False
    assert hours.state(datetime(2026, 4, 1, 11)).state == "closed"
    assert not hours.state(datetime(2026, 12, 23, 11)).may_close_early


def naive_answer(rule: Callable[[datetime], bool], moment: datetime) -> tuple[bool, datetime]:
    """State and next change by looking at each minute in turn (real time; the wall clock decides)."""

    def is_open(utc: datetime) -> bool:
        return rule(utc.astimezone(OSLO).replace(tzinfo=None))

    change = moment
    while is_open(change) == is_open(moment):
        change += MINUTE
    return is_open(moment), change


@pytest.mark.usefixtures("machine_zone")
@pytest.mark.parametrize("night", [datetime(2026, 3, 29, tzinfo=UTC), datetime(2026, 10, 25, tzinfo=UTC)], ids=str)
@pytest.mark.parametrize("zone", [UTC, OSLO, ZoneInfo("Asia/Tokyo")], ids=str)
def test_clock_change_nights_minute_by_minute(night: datetime, zone: ZoneInfo) -> None:
    """In both nights each minute has the state and the next change that the wall clock shows, in real time."""
    for number in range(-120, 240, 7):
        moment = night + number * MINUTE
        expected, change = naive_answer(night_open, moment)
        state = NIGHT.state(moment.astimezone(zone))
        assert (state.state == "open") == expected, moment
        told = state.until if expected else state.opens_at
        assert told is not None
        assert told.astimezone(UTC) == change, moment
        assert DUTY.state(moment.astimezone(zone)).state == "open"


def test_hours_that_come_twice_are_open_twice() -> None:
    """02:20 is open in both of October's equal hours, and from 02:50 summer time it opens again after 25 minutes."""
    assert [NIGHT.state(datetime(2026, 10, 25, 2, 20, fold=fold)).state for fold in (0, 1)] == ["open", "open"]
    opens = NIGHT.state(datetime(2026, 10, 25, 2, 50)).opens_at
    assert opens is not None
    assert opens.isoformat() == "2026-10-25T02:15:00+01:00"


def test_skipped_hours_do_not_open() -> None:
    """What would open in the hour that March skips opens the night after."""
    opens = NIGHT.state(datetime(2026, 3, 29, 1, 50)).opens_at
    assert opens is not None
    assert opens.isoformat() == "2026-03-30T02:15:00+02:00"


def test_duty_runs_through_the_clock_changes() -> None:
    """The weekend duty is 64.5 hours, one less in March and one more in October, in real time."""
    for friday, hours in ((date(2026, 11, 27), 64.5), (date(2026, 10, 23), 65.5), (date(2026, 4, 10), 64.5)):
        begin = datetime(friday.year, friday.month, friday.day, 15, 30, tzinfo=OSLO)
        until = DUTY.state(begin).until
        assert until is not None
        assert until.astimezone(UTC) - begin.astimezone(UTC) == timedelta(hours=hours)
    # March 2026's change lies in the week before Easter
    begin, until = datetime(2026, 3, 27, 15, 30, tzinfo=OSLO), DUTY.state(datetime(2026, 3, 27, 15, 30)).until
    assert until is not None
    assert until.astimezone(UTC) - begin.astimezone(UTC) == timedelta(hours=63.5)


def test_office_and_duty_cover_every_minute_of_a_year() -> None:
    """From border to border through 2026 and 2027, exactly one of the two answers, and each hands over to the other."""
    moment, end = datetime(2025, 12, 31, 23, tzinfo=UTC), datetime(2027, 12, 31, 23, tzinfo=UTC)
    borders = 0
    while moment < end:
        office, duty = OFFICE.state(moment), DUTY.state(moment)
        assert {office.state, duty.state} == {"open", "closed"}, moment
        opened, shut = (office, duty) if office.state == "open" else (duty, office)
        assert opened.until is not None
        assert opened.until == shut.opens_at, moment
        for inside in (moment + timedelta(seconds=59), opened.until - timedelta(seconds=1)):
            assert (OFFICE.state(inside).state, DUTY.state(inside).state) == (office.state, duty.state), inside
        moment, borders = opened.until.astimezone(UTC), borders + 1
    assert borders > 2 * 2 * 249


def test_every_minute_of_chosen_days() -> None:
    """Minute by minute over both clock changes, 17 May and Christmas: as computed here, never both or none."""
    for first in (date(2026, 3, 28), date(2026, 5, 16), date(2026, 10, 24), date(2026, 12, 23)):
        midnight = datetime(first.year, first.month, first.day, tzinfo=OSLO).astimezone(UTC)
        for number in range(3 * 24 * 60):
            moment = midnight + number * MINUTE
            expected = office_open(moment.astimezone(OSLO).replace(tzinfo=None))
            assert (OFFICE.state(moment).state, DUTY.state(moment).state) == (
                ("open", "closed") if expected else ("closed", "open")
            ), moment


def test_always_needs_no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """«24/7» is always, in any year, with the package out of reach; open without end is always as well."""
    assert Hours("Mo-Su 00:00-24:00").state(datetime(2026, 11, 23)).state == "always"
    monkeypatch.setitem(__import__("sys").modules, "opening_hours", None)
    assert Hours(" 24/7 ").state(datetime(2026, 11, 23)).state == "always"
    assert Hours("24/7").state(datetime(1950, 11, 23)).state == "always"


def test_what_is_not_said_is_unknown() -> None:
    """No hours, hours marked unknown, and years whose holidays nobody knows are unknown, never closed or open."""
    noon = datetime(2026, 11, 23, 12)
    assert Hours("").state(noon) == Hours().state(noon) == Hours("  ").state(noon) == UNKNOWN
    assert Hours("Mo-Fr 08:00-15:30 unknown").state(noon).state == "unknown"
    assert [OFFICE.state(noon.replace(year=year)).state for year in (1999, 2076, 2077)] == ["unknown"] * 3
    assert OFFICE.state(datetime(2075, 12, 31, 23, 59)).state == "closed"


def test_closed_for_good_opens_at_nothing() -> None:
    """Hours that never open are closed, without a next time, and quickly."""
    begin = time.perf_counter()
    for text in ("off", "2020 Mo 08:00-10:00", "Mo-Fr 08:00-15:30; 2026-2028 off"):
        state = Hours(text).state(datetime(2026, 11, 23, 12))
        assert (state.state, state.opens_at) == ("closed", None), text
    assert time.perf_counter() - begin < 1


@pytest.mark.parametrize(
    "text",
    [
        "x", "man-fre 08:00-15:30", "Mo-Fr 08.00-15.30", "Mo-Fr 8-15", "Mo-Fr 25:00-99:00", "Mo-Fr 08:00-15:30;",
        "24/7 hele døgnet", "\0", "Mo-Fr 08:00-15:30\nPH off\n)", "💥", "(" * 200, "Mo" * 5000,
    ],
)  # fmt: skip
def test_unreadable_hours_are_refused_in_norwegian(text: str) -> None:
    """What can't be read is refused when made, with a message that says what to write."""
    with pytest.raises(HoursError, match="Åpningstiden") as caught:
        Hours(text)
    assert isinstance(caught.value, ValueError)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    "text",
    [
        '"etter avtale"', 'Mo-Fr 08:00-15:30 || "ring"', "Mo-Fr 08:00-15:30 || unknown", "Mo-Fr 08:00-15:30; SH off",
        "sunrise-sunset", "Mo-Fr 08:00-dusk", "Mo-Fr 08:00-15:30+",
    ],
)  # fmt: skip
def test_syntax_that_would_be_answered_by_guess_is_refused(text: str) -> None:
    """Comments, fallbacks, school holidays, the sun and open ends: the package answers wrongly, so they are refused."""
    with pytest.raises(HoursError, match="ikke kan regne ut"):
        Hours(text)


def test_message_points_at_the_fault() -> None:
    """The message names the character where reading stopped."""
    with pytest.raises(HoursError, match="Se ved tegn 7"):
        Hours("Mo-Fr 08.00-15.30")


SPELLED = (
    "Mo-Fr 08:00-15:30; PH off", "Mo-Fr 00:00-08:00,15:30-24:00; Sa-Su 00:00-24:00; PH 00:00-24:00", "24/7", "", "off",
    "Mo-Su 02:15-02:45", "Mo-Fr 08:00-15:30 unknown", "Tu 10:00-12:00; easter -3 days off", "Sa 22:00-03:30",
)  # fmt: skip


@pytest.mark.parametrize("text", SPELLED)
@pytest.mark.parametrize(
    "first", [date(2026, 3, 27), date(2026, 10, 23), date(2026, 12, 23), date(2075, 12, 30)], ids=str
)
def test_spells_say_what_the_state_says(text: str, first: date) -> None:
    """Over both clock changes, Christmas and the end of the calendar, moments and all borders lie in the spell that
    their own state names, and spells follow each other without gap, overlap or two of one state in a row."""
    hours = Hours(text)
    begin = datetime(first.year, first.month, first.day, 0, 0, 30, tzinfo=OSLO)
    end = begin.astimezone(UTC) + timedelta(days=5)
    spells = hours.spells(begin, end)
    assert spells[0].begin == begin.replace(second=0)
    assert spells[-1].end == end
    for before, after in pairwise(spells):
        assert before.end == after.begin
        assert before.state != after.state
    for spell in spells:
        moment = spell.begin
        while moment < spell.end:
            state = hours.state(moment).state
            assert ("open" if state == "always" else state) == spell.state, moment
            moment += 43 * MINUTE
        for border in (spell.begin, spell.end - timedelta(seconds=31)):
            assert hours.state(border).state in (spell.state, "always" if spell.state == "open" else ""), border


def test_no_time_has_no_spells() -> None:
    """An end that is not after the beginning gives nothing."""
    noon = datetime(2026, 11, 23, 12)
    assert [Hours(text).spells(noon, noon) for text in SPELLED] == [()] * len(SPELLED)
    assert OFFICE.spells(noon, noon - timedelta(days=1)) == ()
