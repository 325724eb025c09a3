"""The list: by what is due next, overdue first and in words; quiet ones, closed ones; what is due today."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from guide.core.case_due import DueDate, Summary, by_what_is_next
from guide.core.content import RECORD, Content
from guide.core.days import Calendar
from guide.service.cases.cases import Cases, OpenCase
from guide.service.cases.list import _row, _today, due_words, overview, sensitive, without_sensitive
from guide.service.cases.steps import close, follow
from tests.cases.flips import raw
from tests.cases.made import Clock, cases_of

CARD = "stange/barnehage"
TODAY = date(2026, 11, 25)  # a Wednesday


@pytest.mark.parametrize(
    ("due", "unit", "said"),
    [
        ("2026-11-23", "working_days", "2 virkedager over fristen"),
        ("2026-11-24", "working_days", "1 virkedag over fristen"),
        ("2026-11-20", "working_days", "3 virkedager over fristen"),
        ("2026-11-25", "working_days", "Fristen er i dag"),
        ("2026-11-26", "working_days", "1 virkedag til fristen"),
        ("2026-11-30", "working_days", "3 virkedager til fristen"),
        ("2026-11-24", "weeks", "1 dag over fristen"),
        ("2026-10-25", "months", "31 dager over fristen"),
        ("2026-12-02", "weeks", "7 dager til fristen"),
        ("2026-11-25", "on", "Avtalt dato er i dag"),
        ("2026-11-26", "on", "1 dag til avtalt dato"),
        ("2026-11-29", "on", "4 dager til avtalt dato"),
        ("2026-11-22", "on", "3 dager siden avtalt dato"),
        ("", "working_days", "Fristen kan ikke regnes ut: datoen mangler"),
        ("1999-01-01", "working_days", "Fristen var fredag 1. januar 1999"),
    ],
)
def test_deadlines_in_words(due: str, unit: str, said: str) -> None:
    """Over it, on it, before it; in working days where the rule counts those."""
    assert due_words(DueDate(due, unit, "x"), TODAY, Calendar()) == said


def test_a_weekend_is_not_counted() -> None:
    """Due on Friday, looked at on Sunday: no working day has passed, but the day has."""
    assert due_words(DueDate("2026-11-20", "working_days", ""), date(2026, 11, 22), Calendar()) == (
        "Fristen var fredag 20. november"
    )


def test_the_order_of_the_list() -> None:
    """The longest overdue first, then by date, then those without a date with the newest first, closed ones last."""

    def row(name: str, due: str, last: str, closed: str = "") -> tuple[str, Summary]:
        return name, Summary(name, "", "", (DueDate(due, "weeks", ""),) if due else (), last=last, closed=closed)

    when = "2026-11-{}T12:00:00+01:00".format
    rows = [
        row("closed", "", when("24"), when("24")), row("new", "", when("23")), row("late", "2026-11-20", when("10")),
        row("old", "", when("01")), row("soon", "2026-11-26", when("10")), row("later", "2026-11-01", when("10")),
    ]  # fmt: skip
    assert [name for name, _ in by_what_is_next(rows)] == ["later", "late", "soon", "new", "old", "closed"]


def test_advice_that_cannot_wait_comes_before_every_deadline() -> None:
    """Advice for now, then for today, then what is overdue; a closed case with such advice stands with the closed."""
    when = "2026-11-20T12:00:00+01:00"

    def row(name: str, urgency: str, due: str = "", closed: str = "") -> tuple[str, Summary]:
        dues = (DueDate(due, "weeks", ""),) if due else ()
        return name, Summary(name, "", "", dues, last=when, closed=closed, urgency=urgency)

    rows = [
        row("closed", "now", closed=when), row("late", "", "2026-11-01"), row("today", "today"),
        row("calm", "deadline"), row("now", "now", "2026-12-20"),
    ]  # fmt: skip
    assert [name for name, _ in by_what_is_next(rows)] == ["now", "today", "late", "calm", "closed"]


def test_a_case_that_stands_at_a_report_is_never_said_to_have_nothing_due(shipped: Content, tmp_path: Path) -> None:
    """Put down at «report now», it says so at the start and in the list; once gone past, or closed, no more."""
    cases = cases_of(shipped, tmp_path, Clock())
    walk = cases.guide.begin("felles/vold")
    for _ in range(40):
        if walk.place.kind == "outcome":
            break
        walk = cases.guide.answer(walk, walk.place.node.answers[0][0])
    assert walk.place.node.urgency == "now"
    opened = cases.save(walk, "A")
    found = overview(cases)
    assert found.today == ("1 sak haster.",)
    assert (found.rows[0].state, found.rows[0].due, found.rows[0].what) == ("urgent", "Haster", walk.place.node.text)
    close(cases, opened)
    assert overview(cases).today == ("Ingen frister i dag.",)


def test_a_case_that_is_urgent_and_late_is_counted_as_both(shipped: Content, tmp_path: Path) -> None:
    """«Haster» hides no deadline that is over; one that is to come is not counted."""
    today, calendar = date(2026, 11, 25), cases_of(shipped, tmp_path, Clock()).guide.calendar()
    rows = []
    for due in ("2026-11-23", "2026-11-25", "2026-12-01"):
        dues = (DueDate(due, "working_days", "Del bekymringen"),)
        rows.append(
            _row(
                due, Summary("A", "", "", dues, last="2026-11-20T12:00:00+01:00", urgency="now"), today, calendar, True
            )
        )
    assert [row.due for row in rows] == ["Haster. 2 virkedager over fristen", "Haster", "Haster"]
    assert _today(rows, today) == ("3 saker haster.", "1 sak er over fristen.", "1 sak har frist i dag.")


def with_deadline(cases: Cases, day: str, reference: str) -> OpenCase:
    """A case whose record of `day` starts the deadline for telling the leader."""
    guide, walk = cases.guide, cases.guide.begin(CARD)
    for _ in range(40):
        if walk.place.node.deadlines:
            break
        if walk.place.kind == RECORD:
            walk = guide.note(walk, {f.id: day if f.kind == "date" else "" for f in walk.place.node.fields})
        elif walk.place.kind == "signs":
            walk = guide.tick(walk, [])
        elif walk.place.kind == "task":
            walk = guide.done(walk)
        elif walk.place.kind == "outcome":
            walk = guide.go_on(walk)
        else:
            walk = guide.answer(walk, "nei" if walk.place.target("nei") else walk.place.node.answers[0][0])
    assert walk.place.node.deadlines
    return cases.save(walk, reference)


def test_what_is_due_is_said_at_the_start(shipped: Content, tmp_path: Path) -> None:
    """The same cases on the day, two working days over, and thirty days later."""
    clock = Clock()
    cases = cases_of(shipped, tmp_path, clock)
    first = with_deadline(cases, "2026-11-25", "den første")
    second = with_deadline(cases, "2026-11-20", "den andre")
    found = overview(cases)
    assert [row.reference for row in found.rows] == ["den andre", "den første"]
    assert found.today == ("1 sak har frist i dag.",)
    assert [row.due for row in found.rows] == ["Fristen er i dag", "3 virkedager til fristen"]
    clock.forward(days=2)
    found = overview(cases)
    assert found.today == ("1 sak er over fristen.",)
    assert found.rows[0].due == "2 virkedager over fristen"
    clock.forward(days=29)
    found = overview(cases)
    assert found.today == ("2 saker er over fristen.",)
    assert found.rows[0].quiet == "Ingen aktivitet på 31 dager"
    close(cases, cases.resume(second.case.id))
    found = overview(cases)
    assert [row.reference for row in found.rows] == ["den første", "den andre"]
    assert found.rows[1].due == "Avsluttet lørdag 26. desember"
    assert found.rows[1].quiet == ""
    following = cases.resume(first.case.id)
    follow(cases, following, following.guide.done(following.walk))
    assert "over fristen" not in " ".join(row.due for row in overview(cases).rows)


def test_a_damaged_case_is_a_row_of_its_own(shipped: Content, tmp_path: Path) -> None:
    """It says what is wrong, and the others are listed."""
    cases = cases_of(shipped, tmp_path)
    first, second = with_deadline(cases, "2026-11-25", "en"), with_deadline(cases, "2026-11-25", "to")
    with raw(cases.store) as sql:
        sql.execute("UPDATE cases SET head=x'00' WHERE id=?", (first.case.id,))
    rows = overview(cases).rows
    assert [(row.id, row.state) for row in rows] == [(second.case.id, "coming"), (first.case.id, "damaged")]
    assert "skadet" in rows[1].due
    with raw(cases.store) as sql:
        sql.execute("UPDATE meta SET value=x'00' WHERE name='ledger'")
    assert "Registeret" in overview(cases).note


def test_what_may_tell_who_somebody_is(shipped: Content) -> None:
    """The place is marked and can be blanked; the services' own numbers are none."""
    points = [point for found in shipped.contacts.values() for point in found]
    point = next(point for point in points if len(point.phone.replace(" ", "")) == 8)
    text = f"Mor har 412 34 567. Ring {point.phone}."
    found = sensitive(shipped, text)
    assert [text[hit.start : hit.end] for hit in found] == ["412 34 567"]
    assert found[0].words == "Dette ligner et telefonnummer."
    assert without_sensitive(shipped, text) == f"Mor har •••. Ring {point.phone}.", "what was not marked stays"
    assert without_sensitive(shipped, "Mor har 412 34 567, mor@hjemme.no") == "Mor har •••, •••"
