"""The end of a case: told fourteen days before, confirmed, and never by a clock that jumped."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from guide.core.content import Content
from guide.core.record import replace
from guide.service.cases.cases import Cases
from guide.service.cases.end import about_to_end, confirm_clock, delete, delete_expired, keep_longer
from guide.service.cases.list import overview
from guide.service.cases.steps import take_note
from guide.store.cases.errors import CaseError
from tests.cases.made import NOON, Clock, cases_of

CARD = "stange/barnehage"


@pytest.fixture
def clock() -> Clock:
    """The test's clock."""
    return Clock()


@pytest.fixture
def cases(shipped: Content, tmp_path: Path, clock: Clock) -> Cases:
    """One case, saved at noon."""
    found = cases_of(shipped, tmp_path, clock)
    found.save(found.guide.begin(CARD), "lua")
    return found


def in_steps(cases: Cases, clock: Clock, days: int) -> None:
    """So many days on, with the app opened every third week (so that the clock has not jumped)."""
    for _ in range(days // 21):
        clock.forward(days=21)
        confirm_clock(cases)
    clock.forward(days=days % 21)


def only(cases: Cases) -> str:
    """The one case."""
    return cases.listed().summaries[0][0]


def test_the_whole_way_out(cases: Cases, clock: Clock) -> None:
    """Nothing for 75 days, told on day 76, again nothing till day 90, then it may be deleted, when it is confirmed."""
    case = only(cases)
    in_steps(cases, clock, 75)
    assert about_to_end(cases) == ()
    clock.forward(days=1)
    told = about_to_end(cases)
    assert [(end.id, end.expired) for end in told] == [(case, False)]
    assert "tirsdag 23. februar" in told[0].words
    assert about_to_end(cases) == ()
    with pytest.raises(CaseError, match="tirsdag 23"):
        delete_expired(cases, case, in_system=True)
    clock.forward(days=14)
    assert [end.expired for end in about_to_end(cases)] == [True]
    with pytest.raises(CaseError, match="sakssystem"):
        delete_expired(cases, case, in_system=False)
    assert only(cases) == case
    delete_expired(cases, case, in_system=True)
    assert cases.listed().summaries == ()


def test_the_municipality_may_say_how_long(shipped: Content, tmp_path: Path, clock: Clock) -> None:
    """`keep_days` of its pack; a case keeps the number that it began with."""
    pack = replace(shipped.packs["stange"], keep_days=30)
    cases = cases_of(replace(shipped, packs={**shipped.packs, "stange": pack}), tmp_path / "kort", clock)
    cases.save(cases.guide.begin(CARD), "lua")
    clock.forward(days=15)
    assert about_to_end(cases) == ()
    clock.forward(days=1)
    assert [end.expired for end in about_to_end(cases)] == [False]


def test_who_was_not_there_still_gets_fourteen_days(cases: Cases, clock: Clock) -> None:
    """Opened first on day 120: told then, and deleted on day 134 at the earliest."""
    in_steps(cases, clock, 120)
    assert [end.expired for end in about_to_end(cases)] == [False]
    clock.forward(days=13)
    assert about_to_end(cases) == ()
    clock.forward(days=1)
    assert [end.expired for end in about_to_end(cases)] == [True]


def test_what_is_done_in_a_case_keeps_it(cases: Cases, clock: Clock) -> None:
    """A note on day 80 begins the ninety days anew; being told of does not."""
    in_steps(cases, clock, 80)
    assert len(about_to_end(cases)) == 1
    take_note(cases, cases.resume(only(cases)), "ringte")
    in_steps(cases, clock, 70)
    with pytest.raises(CaseError):
        delete_expired(cases, only(cases), in_system=True)


def test_a_case_can_be_kept_longer(cases: Cases, clock: Clock) -> None:
    """Another ninety days, and told again before they are out."""
    in_steps(cases, clock, 80)
    about_to_end(cases)
    keep_longer(cases, only(cases))
    in_steps(cases, clock, 75)
    assert about_to_end(cases) == ()
    clock.forward(days=2)
    assert [end.expired for end in about_to_end(cases)] == [False]


@pytest.mark.parametrize(
    ("now", "kind"),
    [
        (NOON + timedelta(days=3653), "mer enn 30 dager"),
        (NOON + timedelta(days=31), "mer enn 30 dager"),
        (NOON - timedelta(days=365), "før det siste"),
        (NOON - timedelta(days=2), "før det siste"),
        (datetime(1970, 1, 1, tzinfo=UTC), "før det siste"),
    ],
)
def test_no_clock_that_jumped_deletes(cases: Cases, clock: Clock, now: datetime, kind: str) -> None:
    """Ten years ahead, a year back, an empty battery: nothing is told or deleted, and the date is asked for."""
    case = only(cases)
    clock.now = now
    assert about_to_end(cases) == ()
    assert kind in overview(cases).clock
    with pytest.raises(CaseError, match="Bekreft datoen"):
        delete_expired(cases, case, in_system=True)
    assert only(cases) == case
    assert overview(cases).rows[0].ends == ""


def test_a_jump_does_not_stay(cases: Cases, clock: Clock) -> None:
    """What is written while the clock is ten years ahead is stored, and the clock put right is no jump."""
    clock.now = NOON + timedelta(days=3653)
    take_note(cases, cases.resume(only(cases)), "skrevet med feil klokke")
    clock.now = NOON + timedelta(days=1)
    assert overview(cases).clock == ""
    assert about_to_end(cases) == ()


def test_a_date_that_somebody_confirms_counts(cases: Cases, clock: Clock) -> None:
    """After a long holiday the question is answered once."""
    clock.now = NOON + timedelta(days=100)
    assert overview(cases).clock
    confirm_clock(cases)
    assert overview(cases).clock == ""
    assert len(about_to_end(cases)) == 1


@pytest.mark.parametrize("hours", [0.5, 1, 13, 25])
def test_a_zone_or_winter_time_is_no_jump(cases: Cases, clock: Clock, hours: float) -> None:
    """An hour back in October, a laptop over the date line."""
    clock.forward(hours=-hours)
    assert overview(cases).clock == ""


def test_a_damaged_case_keeps_no_other_from_being_told_of(cases: Cases, clock: Clock) -> None:
    """It is passed by; the list says what is wrong with it."""
    other = cases.save(cases.guide.begin(CARD), "hatt").case.id
    in_steps(cases, clock, 80)
    cases.store.db.sql.execute("UPDATE events SET sealed=x'00' WHERE id=?", (other,))
    assert [end.reference for end in about_to_end(cases)] == ["lua"]


def test_the_user_may_always_delete(cases: Cases, clock: Clock) -> None:
    """Asked for and confirmed: no age, no clock stands in the way."""
    clock.now = NOON - timedelta(days=900)
    delete(cases, only(cases))
    assert cases.listed().summaries == ()
