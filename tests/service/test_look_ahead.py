"""A look ahead: thin contact, checks and deadlines, held against dates that are worked out here in another way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import holidays
import pytest

from guide.core.contacts import ContactPoint, Service
from guide.core.content import Card, Content, Deadline, Field, Law, Node, Pack
from guide.core.record import replace
from guide.service.ahead.days import year_on
from guide.service.ahead.look_ahead import Ahead, look_ahead
from guide.service.ahead.text import sections

DAY = timedelta(days=1)
OFFICE = "Mo-Fr 08:00-15:30; PH off"
DUTY = "Mo-Fr 00:00-08:00,15:30-24:00; Sa-Su 00:00-24:00; PH 00:00-24:00"
FIRST = date(2026, 11, 25)


def office_days(first: date, last: date) -> Iterator[date]:
    """Monday to Friday without public holidays, by the `holidays` package."""
    free = holidays.country_holidays("NO", years=range(first.year - 1, last.year + 2))
    day = first
    while day <= last:
        if day.weekday() < 5 and day not in free:
            yield day
        day += DAY


def point(service: str, **more: object) -> ContactPoint:
    """A contact point of the made-up municipality."""
    given = {"id": service, "service": service, "name": service.title(), "pack": "prove", "phone": "22 33 44 55"}
    return ContactPoint(**{**given, "checked": "2026-11-22", **more})  # type: ignore[arg-type]


def content(*points: ContactPoint, deadlines: tuple[Deadline, ...] = (), closing: tuple[str, ...] = ()) -> Content:
    """A municipality with these contacts and a card with these deadlines."""
    nodes = {
        "dag": Node("dag", "record", "Når?", fields=(Field("dato", "date", "Dagen"),), go="del"),
        "del": Node("del", "task", "Del det", go="slutt", deadlines=deadlines),
        "slutt": Node("slutt", "outcome", "Slutt", urgency="routine", report="not_now", guardians="inform_unless"),
    }
    services = {
        "kontor": Service("kontor", "Kontoret", stand_in=("vakt",), fallback=("linje",)),
        "vakt": Service("vakt", "Vakta"),
        "linje": Service("linje", "Linja"),
    }
    national = (point("linje", pack="nasjonalt", hours="24/7", phone="116 111"),)
    return Content(
        packs={"prove": Pack("prove", "Prøve kommune", "municipality", "1", closing_days=closing)},
        cards={"prove/kort": Card("prove/kort", "Kort", "", "dag", nodes)},
        facts={},
        services=services,
        laws={},
        lists={},
        contacts={"prove": points, "nasjonalt": national},
    )


def text(found: Ahead) -> str:
    """All sentences."""
    return "\n".join(line for _, lines in sections(found)[1] for line in lines)


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2027, 2028])
def test_an_office_is_closed_longer_than_usual_where_the_calendar_says_so(year: int) -> None:
    """Every stretch between two office days that is longer than a weekend, and no other; the duty line stands in."""
    first = date(year, 1, 2)
    found = look_ahead(content(point("kontor", hours=OFFICE), point("vakt", hours=DUTY)), "prove", first)
    open_days = list(office_days(first - timedelta(days=20), year_on(first) + timedelta(days=20)))
    longest_weekend = timedelta(days=3)
    wanted = [(a, b) for a, b in pairwise(open_days) if b - a > longest_weekend and b >= first and a < year_on(first)]
    got = [(spell.begin, spell.end) for spell in found.thin.closed]
    assert [(a.date(), b.date()) for a, b in got] == wanted
    assert all(f"{a:%H:%M}–{b:%H:%M}" == "15:30–08:00" for a, b in got)
    assert {spell.always for spell in found.thin.closed} == {("Vakta",)}
    assert {spell.usual for spell in found.thin.closed} == {timedelta(hours=64.5)}


def test_christmas_and_easter_are_named_with_their_weeks_and_who_stands_in() -> None:
    """The sentence says from when to when, which weeks, how long, what is usual and who answers."""
    said = text(look_ahead(content(point("kontor", hours=OFFICE), point("vakt", hours=DUTY)), "prove", FIRST))
    assert (
        "Kontoret er stengt fra onsdag 24. mars kl. 15:30 til tirsdag 30. mars kl. 08:00 (uke 12–13, påske). "
        "Det er 5 døgn og 16 timer. Vanlig er høyst 2 døgn og 16 timer. Vakta svarer hele tiden."
    ) in said
    assert "(uke 52–53, jul og nyttår)" in said
    assert "Torsdag 24. desember kan Kontoret stenge tidlig. Ring før lunsj." in said


@pytest.mark.parametrize(
    ("duty", "said"),
    [
        ("Mo-Fr 15:30-24:00", "Vakta svarer bare deler av tiden. Ingen i kommunen svarer hele tiden i stedet."),
        ("", "Ingen i kommunen svarer hele tiden i stedet. Disse gjelder for hele landet: Linja."),
    ],
)
def test_who_stands_in_is_not_promised_more_than_the_hours_say(duty: str, said: str) -> None:
    """A duty line with gaps is said to answer only partly; without hours it is no stand-in."""
    found = look_ahead(content(point("kontor", hours=OFFICE), point("vakt", hours=duty)), "prove", FIRST)
    assert said in text(found)


def test_nobody_in_place_of_a_closed_service_is_said() -> None:
    """Without stand-in and national line somebody must arrange it."""
    made = content(point("alene", hours=OFFICE))
    said = text(look_ahead(made, "prove", FIRST))
    assert "Ingen er satt opp til å svare i stedet. Avtal hvem som gjør det." in said


def test_a_service_is_open_when_one_of_its_telephones_is() -> None:
    """Two telephones that share the week leave no long closing."""
    both = (point("kontor", hours=OFFICE), point("kontor", hours=DUTY, id="annen"))
    assert look_ahead(content(*both), "prove", FIRST).thin.closed == ()


def test_summer_closing_and_shorter_summer_hours_are_told() -> None:
    """Closed in July is a long stretch; fewer hours a week in July are weeks with a number of hours."""
    closed = look_ahead(content(point("kontor", hours="Mo-Fr 08:00-15:30; PH off; Jul off")), "prove", FIRST)
    july = [s for s in closed.thin.closed if s.begin.month == 6]
    assert [(s.begin.isoformat(), s.end.isoformat()) for s in july] == [
        ("2027-06-30T15:30:00+02:00", "2027-08-02T08:00:00+02:00")
    ]
    assert "(uke 26–31, sommeren)" in text(closed)
    shorter = look_ahead(
        content(point("kontor", hours="Mo-Fr 08:00-15:30; Jul 05-31 Mo-Fr 10:00-13:00; PH off")), "prove", FIRST
    )
    (weeks,) = shorter.thin.shorter
    assert (weeks.first, weeks.last, weeks.open, weeks.usual) == (date(2027, 7, 5), date(2027, 8, 1), 15.0, 37.5)
    assert "Kontoret har åpent 15 timer i uke 27–30, sommeren. Vanlig er 37,5 timer i uka." in text(shorter)


def test_a_night_with_a_clock_change_is_no_longer_closing() -> None:
    """The weekend in October that is an hour longer is not told of."""
    found = look_ahead(content(point("kontor", hours=OFFICE)), "prove", date(2027, 10, 1))
    assert not [s for s in found.thin.closed if s.begin.date() == date(2027, 10, 29)]


def test_what_is_not_known_is_said() -> None:
    """A number that is missing, hours that no source gives and hours that cannot be read have a sentence each."""
    made = content(point("kontor"), point("vakt", phone="", missing=True), point("annet", hours="når som helst"))
    said = text(look_ahead(made, "prove", FIRST))
    assert "Ingen av kommunens tjenester har både nummer og åpningstid her." in said
    assert "Åpningstiden er ikke oppgitt for Kontor." in said
    assert "Nummeret mangler for Vakt." in said
    assert "Åpningstiden til Annet kan ikke leses." in said


def test_checks_are_due_a_year_after_the_last_one() -> None:
    """Overdue ones, those that fall due within the year, never checked ones; not what is due later. 112 is not rung."""
    made = content(
        point("kontor", checked="2025-11-24"),
        point("vakt", checked="2026-11-24", phone="22 00 00 00"),
        point("ny", checked=""),
        point("senere", checked="2026-11-25"),
        point("politi_nod", phone="112", name="Nødnummer"),
    )
    made = replace(
        made,
        packs={"prove": replace(made.packs["prove"], review_by="2027-01-01")},
        laws={"lov:x": Law("lov:x", "Loven", checked="2024-02-29")},
    )
    found = look_ahead(made, "prove", FIRST)
    said = text(found)
    assert "Forfalt tirsdag 24. november 2026: ring og sjekk Kontor (22 33 44 55)." in said
    assert "Innen onsdag 24. november 2027: ring og sjekk Vakt (22 00 00 00)." in said
    assert "Forfalt fredag 28. februar 2025: slå opp Loven." in said
    assert "Innen fredag 1. januar 2027: gå gjennom kortene for Prøve kommune." in said
    assert "Aldri kontrollert: Ny." in said
    assert "slå opp, uten å ringe: Linje (116 111) og Nødnummer (112)." in said
    assert "Senere" not in [check.name for check in found.checks]


@pytest.mark.parametrize("within", [1, 3, 5])
def test_deadlines_move_where_holidays_lie_between(within: int) -> None:
    """For every day of three years: the due date and the one without holidays, counted here by stepping day by day."""
    for year in (2026, 2027, 2028):
        first = date(year, 3, 1)
        made = content(deadlines=(Deadline("frist", within=within, start="dag.dato"),))
        found = look_ahead(made, "prove", first)
        got = {s.start: (s.due, s.ordinary) for group in found.moved for s in group.starts}
        open_days = set(office_days(first, year_on(first) + timedelta(days=60)))
        wanted = {}
        day = first
        while day < year_on(first):
            due = _step(day, within, open_days)
            ordinary = _step(day, within, None)
            if due != ordinary:
                wanted[day] = (due, ordinary)
            day += DAY
        assert got == wanted


def _step(day: date, number: int, open_days: set[date] | None) -> date:
    """The date `number` office days later; without `open_days` every Monday to Friday is one."""
    while number:
        day += DAY
        number -= day.weekday() < 5 if open_days is None else day in open_days
    return day


def test_christmas_is_summed_up_in_one_sentence() -> None:
    """The start that is moved furthest stands for all that Christmas moves."""
    made = content(deadlines=(Deadline("frist", within=3, start="dag.dato"),))
    said = text(look_ahead(made, "prove", date(2024, 11, 1)))
    assert (
        "Jul og nyttår: Begynner fristen på 3 virkedager mandag 23. desember, er den ute mandag 30. desember, "
        "ikke torsdag 26. desember."
    ) in said


def test_closing_days_never_move_a_deadline_but_bring_it_forward() -> None:
    """Closed on the due date: share before; a closing day that somebody only thinks of counts the same."""
    rule = (Deadline("frist", within=3, start="dag.dato"), Deadline("uke", within=1, unit="weeks", start="dag.dato"))
    own = look_ahead(content(deadlines=rule, closing=("2027-02-15",)), "prove", FIRST)
    thought = look_ahead(content(deadlines=rule), "prove", FIRST, [date(2027, 2, 15)])
    assert own.moved == thought.moved
    closed = [group for group in own.moved if group.closing and group.rule.unit == "working_days"]
    assert [(s.start, s.due, s.before) for group in closed for s in group.starts] == [
        (date(2027, 2, 10), date(2027, 2, 15), date(2027, 2, 12))
    ]
    said = text(own)
    assert "er den ute mandag 15. februar, men da har dere stengt. Del senest fredag 12. februar." in said
    assert "Fristen på 1 uke er ute en dag dere har stengt, når den begynner mandag 8. februar." in said
    assert "Dere har stengt mandag 15. februar (uke 7)." in said


def test_the_shipped_municipalities(shipped: Content) -> None:
    """Ringsaker's child welfare at Christmas and Easter; Stange's deadline of three working days at Easter."""
    ringsaker = look_ahead(shipped, "ringsaker", FIRST)
    assert [(s.begin.date().isoformat(), s.end.date().isoformat()) for s in ringsaker.thin.closed] == [
        ("2026-12-24", "2026-12-28"),
        ("2026-12-31", "2027-01-04"),
        ("2027-03-24", "2027-03-30"),
        ("2027-05-14", "2027-05-18"),
    ]
    assert all(s.always == (shipped.services["barnevernvakt"].title,) for s in ringsaker.thin.closed)
    stange = look_ahead(shipped, "stange", FIRST)
    easter = next(group for group in stange.moved if group.occasion == "påske")
    assert (easter.example.start, easter.example.due) == (date(2027, 3, 22), date(2027, 3, 30))
    assert {card for _, card in easter.rule.where} == {"stange/barnehage", "stange/skole"}
    assert {check.pack for check in stange.checks} == {"stange", "nasjonalt", "felles"}


def test_a_year_from_a_leap_day(shipped: Content) -> None:
    """From 29 February it is 365 days, too."""
    found = look_ahead(shipped, "stange", date(2028, 2, 29))
    assert (found.last - found.first).days + 1 == 365
