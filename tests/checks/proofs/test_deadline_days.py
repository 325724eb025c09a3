"""P9: deadlines fall on days that are some; the proof fails for each mistake that a calendar or a card could hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.checks.proofs.deadline_days import DeadlineDays
from guide.checks.proofs.red_days import is_working, red_days
from guide.checks.proofs.registry import with_deadlines
from guide.checks.proofs.verdict import Broken
from guide.core import days
from guide.core.content import Content, Deadline
from guide.core.days import Calendar, Unit
from tests.checks.proofs.altered import with_node, with_pack

DAY = timedelta(days=1)
FIRST = date(2026, 11, 25)
FREE = holidays.country_holidays("NO", years=range(2000, 2077))
ADD, DUE, SHARE = Calendar.add_working_days, Calendar.due, Calendar.share_before_closing
PUBLIC = days.public_holidays


def test_every_deadline_of_the_shipped_cards_holds(shipped: Content) -> None:
    """Ten years of first days, every rule, every pack's calendar, in no time; what lands on a date says so."""
    verdicts = DeadlineDays(shipped, FIRST).all()
    assert not [found for verdict in verdicts for found in verdict.broken if found.severity == "error"]
    towns = sum(pack.kind == "municipality" for pack in shipped.packs.values())
    assert {v.about: v.states for v in verdicts if v.states} == {
        "felles/melding": 3 * towns * 3652,
        "stange/barnehage": 3652,
        "stange/skole": 3652,
    }
    assert all(verdict.seconds < 2 for verdict in verdicts)
    warned = {(found.code, found.card, found.node) for verdict in verdicts for found in verdict.broken}
    assert warned == {
        ("frist-kan-falle-paa-fridag", "felles/melding", "vent"),
        ("frist-kan-falle-paa-fridag", "felles/melding", "undersokelse"),
    }


def found_in(content: Content, card: str = "stange/barnehage") -> dict[str, Broken]:
    """The errors of a card by code."""
    verdict = DeadlineDays(content, FIRST).card(card)
    return {found.code: found for found in verdict.broken if found.severity == "error"}


def counts_the_first_day(self: Calendar, start: date, number: int) -> date:
    """A calendar that counts the day of the event."""
    return ADD(self, start - DAY, number)


def one_more(self: Calendar, start: date, number: int) -> date:
    """A calendar that gives a day too much."""
    return ADD(self, start, number + 1)


def all_days(self: Calendar, start: date, number: int) -> date:
    """A calendar that counts every day."""
    return start + number * DAY


def skips_closing_days(self: Calendar, start: date, number: int) -> date:
    """A calendar for which a closed kindergarten stops the clock."""
    day = start
    while number:
        day += DAY
        number -= self.is_working_day(day) and day not in self.closing_days
    return day


def late_on_thirteenths(self: Calendar, start: date, number: int) -> date:
    """A calendar with one odd day."""
    return ADD(self, start, number + 5 * (start.day == 13))


@pytest.mark.parametrize(
    ("bug", "codes", "told"),
    [
        (counts_the_first_day, {"frist-feil-antall"},
         "Fristen «deling» på 3 virkedager regnes feil i Stange kommune: fra onsdag 25. november 2026 skal den falle "
         "på mandag 30. november 2026, ikke fredag 27. november 2026."),
        (one_more, {"frist-feil-antall"}, "ikke tirsdag 1. desember 2026."),
        (all_days, {"frist-feil-antall", "frist-paa-fridag"},
         "faller på lørdag 28. november 2026, som ikke er en virkedag i Stange kommune, når den regnes fra onsdag"),
        (skips_closing_days, {"frist-flyttet"},
         "Stengte dager flytter fristen «deling» på 3 virkedager i Stange kommune: fra torsdag 17. desember 2026"),
        (late_on_thirteenths, {"frist-feil-antall", "frist-baklengs"}, "men senere når den regnes fra dagen før."),
    ],
)  # fmt: skip
def test_a_calendar_that_counts_wrongly_is_found(
    shipped: Content, monkeypatch: pytest.MonkeyPatch, bug: Callable[..., date], codes: set[str], told: str
) -> None:
    """Each mistake in counting breaks the proof by its own code, with the first day that shows it."""
    monkeypatch.setattr(Calendar, "add_working_days", bug)
    found = found_in(shipped)
    assert found.keys() == codes
    assert any(told in broken.what for broken in found.values()), found
    assert {broken.node for broken in found.values()} == {"del"}


@pytest.mark.parametrize(
    ("change", "first"),
    [
        (lambda free: free - {d for d in free if (d.month, d.day) == (5, 17)}, "17. mai"),
        (lambda free: free - {d for d in free if d.weekday() == 0 and 4 < d.month < 7}, "mai"),
        (lambda free: free | {date(2030, 11, 4)}, "2030"),
        (lambda free: frozenset(), "desember 2026"),
    ],
    ids=["17 May forgotten", "Whit Monday forgotten", "a holiday too many", "no holidays"],
)
def test_a_holiday_forgotten_or_made_up_is_found(
    shipped: Content,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[frozenset[date]], frozenset[date]],
    first: str,
) -> None:
    """The proof does not ask the library that it holds to account: a holiday more or less breaks it."""
    monkeypatch.setattr(days, "public_holidays", lambda year: change(PUBLIC(year)))
    found = found_in(shipped)
    assert "frist-feil-antall" in found
    assert first in found["frist-feil-antall"].what


def test_a_date_moved_past_a_free_day_is_found(shipped: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """Weeks and months land on their date: moved to the next working day, they are found, and nothing else is."""

    def moved(self: Calendar, start: date, within: int, unit: Unit) -> date:
        day = DUE(self, start, within, unit)
        while not self.is_working_day(day):
            day += DAY
        return day

    monkeypatch.setattr(Calendar, "due", moved)
    verdict = DeadlineDays(shipped, FIRST).card("felles/melding")
    assert {found.code for found in verdict.broken} == {"frist-feil-antall"}
    assert {found.node for found in verdict.broken} == {"vent", "undersokelse"}


def test_a_last_open_day_that_is_closed_is_found(shipped: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """«Del før dere stenger» with a day on which nobody is there breaks the proof."""

    def too_late(self: Calendar, start: date, due: date) -> date | None:
        return SHARE(self, start, due) and due

    monkeypatch.setattr(Calendar, "share_before_closing", too_late)
    assert found_in(shipped).keys() == {"siste-dag-stengt"}


@pytest.mark.parametrize(
    ("within", "first", "codes"),
    [(0, FIRST, {"frist-ikke-senere", "frist-paa-fridag"}), (3, date(2074, 6, 1), {"frist-uten-kalender"})],
)
def test_a_deadline_that_cannot_be_kept_is_found(shipped: Content, within: int, first: date, codes: set[str]) -> None:
    """A deadline of no days, and one that runs out of the known calendar."""
    node = shipped.cards["stange/skole"].nodes["del"]
    (rule,) = node.deadlines
    changed = with_node(shipped, "stange/skole", "del", deadlines=(replace(rule, within=within),))
    verdict = DeadlineDays(changed, first).card("stange/skole")
    assert {found.code for found in verdict.broken} == codes


def test_the_packs_own_way_of_counting_is_used(shipped: Content) -> None:
    """Saturdays that count and a summer closed hold, too; a date that somebody agreed on is left alone."""
    july = tuple(f"2027-07-{day:02}" for day in range(1, 32))
    changed = with_pack(shipped, "stange", saturday_counts=True, closing_days=july)
    assert not found_in(changed)
    agreed = with_node(shipped, "stange/skole", "del", deadlines=(Deadline("avtalt", on="oppsto.dato"),))
    assert DeadlineDays(agreed, FIRST).card("stange/skole").states == 0


def test_a_card_with_nothing_but_agreed_dates_has_nothing_to_prove(shipped: Content) -> None:
    """It is not among the cards that the proof is for; those that count days are."""
    found = with_deadlines(shipped)
    assert {"stange/barnehage", "stange/skole", "felles/melding"} <= set(found)
    assert any(node.deadlines for node in shipped.cards["ringerike/bti"].nodes.values())
    assert "ringerike/bti" not in found


def test_red_days_agree_with_a_package_for_the_whole_calendar() -> None:
    """The proof's own holidays are those of a package that the guide does not ask, every day of 2000–2076."""
    day = date(2000, 1, 1)
    while day.year < 2077:
        assert (day in red_days(day.year)) == (day in FREE), day
        day += DAY


@settings(max_examples=300, deadline=None)
@given(
    start=st.dates(date(2001, 1, 1), date(2070, 12, 31)),
    number=st.integers(1, 40),
    saturday=st.booleans(),
    closed=st.sets(st.integers(-10, 80), max_size=40),
)
def test_no_deadline_falls_on_a_day_that_is_none(start: date, number: int, saturday: bool, closed: set[int]) -> None:
    """Whatever the start, the length, Saturdays and closing days: a working day, with exactly so many after the start,
    as counted by a package that the guide does not ask, and no earlier than a day before would give."""
    calendar = Calendar(saturday, frozenset(start + offset * DAY for offset in closed))
    due = calendar.due(start, number, "working_days")
    after = [start + n * DAY for n in range(1, (due - start).days + 1)]
    working = [d for d in after if d.weekday() < (6 if saturday else 5) and d not in FREE]
    assert working[-1] == due
    assert len(working) == number
    assert due == Calendar(saturday).due(start, number, "working_days")
    assert calendar.due(start - DAY, number, "working_days") <= due
    assert all(is_working(day, saturday) == (day in working) for day in after)
