"""Who is rung now: the rules of resolution, one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from guide.core.clock import OSLO
from guide.core.contacts import ContactLine, ContactPoint, Service, answers_now, contact_book, resolve

DAY = datetime(2026, 11, 23, 12)
LATE = datetime(2026, 11, 23, 15, 30)
OFFICE = "Mo-Fr 08:00-15:30; PH off"
DUTY = "Mo-Fr 00:00-08:00,15:30-24:00; Sa-Su 00:00-24:00; PH 00:00-24:00"

SERVICES = {
    service.id: service
    for service in (
        Service(
            "barnevern",
            "Barneverntjenesten",
            "Tar imot meldinger",
            stand_in=("barnevernvakt",),
            fallback=("alarmtelefonen",),
            acute=("politi_nod",),
        ),
        Service("barnevernvakt", "Barnevernvakta", "", fallback=("alarmtelefonen",), acute=("politi_nod",)),
        Service("alarmtelefonen", "Alarmtelefonen", "Hele landet", acute=("politi_nod",)),
        Service("politi", "Politiet", "", acute=("politi_nod",)),
        Service("legevakt", "Legevakta", "", acute=("amk",)),
        Service("barnehus", "Statens barnehus", "", fallback=("barnehusliste",)),
        Service("barnehusliste", "Oversikten over barnehusene", ""),
        Service("ungdomskontakten", "Ungdomskontakten", "", stand_in=("helsesykepleier",)),
        Service("helsesykepleier", "Helsesykepleier", ""),
        Service("ppt", "PPT", ""),
        Service("styrer", "Styrer", "", inside=True),
        Service("politi_nod", "Politiet", "Når det haster"),
        Service("amk", "Ambulanse", ""),
    )
}
CHILD = ContactPoint(
    "mottak", "barnevern", "Mottaket", "ringsaker", "47 47 27 87", hours=OFFICE, note=("Be om mottaket.",),
    source=("ringsaker:8.1",), checked="2026-11-22", confidence="plan",
)  # fmt: skip
GUARD = ContactPoint("vakt", "barnevernvakt", "Vakta", "ringsaker", "91 60 60 60", hours=DUTY)
ALARM = ContactPoint("alarm", "alarmtelefonen", "Alarmtelefonen", "nasjonalt", "116 111", hours="24/7")
POLICE = ContactPoint("politi", "politi", "Politiet", "nasjonalt", "02800", hours="24/7")
DOCTOR = ContactPoint("legevakt", "legevakt", "Legevakta", "nasjonalt", "116 117", hours="24/7")
HOUSES = ContactPoint("hus", "barnehusliste", "Oversikten", "nasjonalt", web="https://example.no/barnehus")
YOUTH = ContactPoint(
    "ung", "ungdomskontakten", "Ungdomskontakten", "ringsaker", "11 11 11 11", hours=OFFICE, ages=(12, 23)
)
NURSE = ContactPoint("helse", "helsesykepleier", "Helsestasjonen", "ringsaker", "22 22 22 22", hours=OFFICE)
POINTS = (CHILD, GUARD, ALARM, POLICE, DOCTOR, HOUSES, YOUTH, NURSE)


def ids(lines: tuple[ContactLine, ...]) -> list[tuple[str, str]]:
    """Service and state of each line."""
    return [(line.service, line.state) for line in lines]


def test_open_service_then_fallback() -> None:
    """By day: the service with its hours and its own source, no stand-in, the national line last."""
    lines = resolve(SERVICES, POINTS, [("barnevern", "De tar imot meldingen")], DAY)
    assert ids(lines) == [("barnevern", "open"), ("alarmtelefonen", "always")]
    first = lines[0]
    assert (first.title, first.name, first.phone) == ("Barneverntjenesten", "Mottaket", "47 47 27 87")
    assert first.until == datetime(2026, 11, 23, 15, 30, tzinfo=OSLO)
    assert (first.reason, first.fallback, first.missing, first.sure) == ("De tar imot meldingen", False, False, True)
    assert (first.note, first.source, first.checked, first.confidence) == (
        CHILD.note, CHILD.source, "2026-11-22", "plan",
    )  # fmt: skip
    assert lines[1].fallback
    assert lines[1].reason == "Alarmtelefonen gjelder for hele landet."
    assert answers_now(lines) is first


def test_closed_service_has_its_stand_in_before_it() -> None:
    """From 15:30:00 the duty line stands first and says why; the closed service says when it opens."""
    lines = resolve(SERVICES, POINTS, [("barnevern", "De tar imot meldingen")], LATE)
    assert ids(lines) == [("barnevernvakt", "open"), ("barnevern", "closed"), ("alarmtelefonen", "always")]
    assert lines[0].reason == "Barneverntjenesten er stengt nå. Barnevernvakta svarer."
    assert not lines[0].fallback
    assert lines[1].opens_at == datetime(2026, 11, 24, 8, tzinfo=OSLO)
    assert lines[1].reason == "De tar imot meldingen"
    assert answers_now(lines) is lines[0]


def test_one_second_before_is_still_open() -> None:
    """At 15:29:59 the service itself still answers."""
    lines = resolve(SERVICES, POINTS, [("barnevern", "")], datetime(2026, 11, 23, 15, 29, 59))
    assert ids(lines)[0] == ("barnevern", "open")


def test_unknown_hours_bring_the_open_stand_in() -> None:
    """A service whose hours nobody gives comes after the stand-in that is known to answer."""
    lines = resolve(SERVICES, (replace(CHILD, hours=""), GUARD), [("barnevern", "")], LATE)
    assert ids(lines) == [("barnevernvakt", "open"), ("barnevern", "unknown")]
    assert lines[0].reason == "Åpningstiden til Barneverntjenesten er ikke kjent. Barnevernvakta svarer nå."


def test_missing_number_is_said() -> None:
    """A named service without a number, or with no point at all, is one line that says so, after who answers."""
    named = ContactPoint("m", "barnevern", "Mottaket i Stange", "stange", missing=True, source=("stange:2a",))
    for points, name in (((named, GUARD), "Mottaket i Stange"), ((GUARD,), "Barneverntjenesten")):
        lines = resolve(SERVICES, points, [("barnevern", "Meld")], LATE)
        assert ids(lines) == [("barnevernvakt", "open"), ("barnevern", "unknown")]
        assert lines[0].reason == "Barneverntjenesten har ikke noe nummer her. Barnevernvakta svarer nå."
        assert (lines[1].name, lines[1].phone, lines[1].missing, lines[1].reason) == (name, "", True, "Meld")
        assert "Det står ikke i planen. Se nettsiden til kommunen eller tjenesten." in lines[1].note


def test_several_missing_points_are_one_line() -> None:
    """However many points without a number, the service is said to be missing once."""
    points = [ContactPoint(f"m{n}", "ppt", f"Kontor {n}", "stange", missing=True) for n in range(3)]
    assert ids(resolve(SERVICES, points, [("ppt", "")], DAY)) == [("ppt", "unknown")]


def test_one_office_without_a_number_stands_after_one_with() -> None:
    """Where only some offices have a number, the others are still said to be missing, last."""
    points = [
        ContactPoint("a", "ppt", "Kontor A", "stange", missing=True),
        ContactPoint("b", "ppt", "Kontor B", "stange", "33 33 33 33"),
    ]
    lines = resolve(SERVICES, points, [("ppt", "")], DAY)
    assert [(line.name, line.missing) for line in lines] == [("Kontor B", False), ("Kontor A", True)]


def test_a_missing_role_at_work_says_how_to_mend_it() -> None:
    """The leader's number is in no plan: the line says that it can be entered."""
    (line,) = resolve(SERVICES, (), [("styrer", "Dere vurderer sammen")], DAY)
    assert line.missing
    assert line.note == ("Legg det inn under Innstillinger, så står det her neste gang.",)


def test_missing_flag_never_shows_a_number() -> None:
    """A point marked as missing shows no number even if a file gives one as well."""
    (line,) = resolve(
        SERVICES, [ContactPoint("x", "ppt", "PPT", "stange", "12 34 56 78", missing=True)], [("ppt", "")], DAY
    )
    assert (line.phone, line.missing, line.state) == ("", True, "unknown")


def test_stand_in_that_may_answer_stands_after() -> None:
    """When no stand-in is known to answer, one with unknown hours or a missing number is named after the service."""
    wanted = [("barnevern", "")]
    lines = resolve(SERVICES, (CHILD, replace(GUARD, hours="")), wanted, LATE)
    assert ids(lines) == [("barnevern", "closed"), ("barnevernvakt", "unknown")]
    assert lines[1].reason == "Barnevernvakta kan svare når Barneverntjenesten ikke gjør det."
    assert answers_now(lines) is lines[1]
    assert [line.missing for line in resolve(SERVICES, (CHILD,), wanted, LATE)] == [False, True]


def test_closed_stand_in_is_left_out() -> None:
    """A stand-in that is closed as well helps nobody."""
    lines = resolve(SERVICES, (YOUTH, NURSE), [("ungdomskontakten", "")], LATE)
    assert ids(lines) == [("ungdomskontakten", "closed")]


@pytest.mark.parametrize(("age", "fits"), [(11, False), (12, True), (23, True), (24, False), (None, True)])
def test_age_limits_hold_at_their_ends(age: int | None, fits: bool) -> None:
    """A service is for its ages, both ends included; an age that isn't known shuts nobody out."""
    lines = resolve(SERVICES, (YOUTH,), [("ungdomskontakten", "Snakk med dem")], DAY, age=age)
    own = [line for line in lines if line.service == "ungdomskontakten"]
    assert len(own) == 1
    assert (own[0].phone != "") == fits
    assert own[0].reason == ("Snakk med dem" if fits else "Ungdomskontakten er bare for dem fra 12 til 23 år.")
    assert not own[0].missing
    assert (answers_now(lines) is not None) == fits


def test_wrong_age_brings_the_stand_in_that_fits() -> None:
    """Instead of a service for other ages, its open stand-in; a stand-in for other ages is left out."""
    lines = resolve(SERVICES, (YOUTH, NURSE), [("ungdomskontakten", "")], DAY, age=9)
    assert ids(lines) == [("helsesykepleier", "open"), ("ungdomskontakten", "unknown")]
    assert lines[0].reason == "Ungdomskontakten er ikke for denne alderen. Helsesykepleier svarer."
    grown = replace(NURSE, ages=(18, 120))
    assert ids(resolve(SERVICES, (YOUTH, grown), [("ungdomskontakten", "")], DAY, age=9)) == [
        ("ungdomskontakten", "unknown")
    ]


def test_only_points_for_the_age_are_shown() -> None:
    """Of two offices, the one for other ages is left out; an upper age of 100 or more is no limit."""
    small, grown = replace(NURSE, id="a", ages=(0, 15)), replace(NURSE, id="b", phone="33 33 33 33", ages=(16, 199))
    assert [x.phone for x in resolve(SERVICES, (small, grown), [("helsesykepleier", "")], DAY, age=15)] == [
        "22 22 22 22"
    ]
    assert [x.phone for x in resolve(SERVICES, (small, grown), [("helsesykepleier", "")], DAY, age=300)] == [
        "33 33 33 33"
    ]
    (line,) = resolve(SERVICES, (grown,), [("helsesykepleier", "")], DAY, age=5)
    assert line.reason == "Helsestasjonen er bare for dem fra 16 år."


def test_order_of_a_services_points() -> None:
    """Open before unknown before closed, and the content's order among equals."""
    points = [
        ContactPoint("c", "ppt", "stengt", "p", "1000 0001", hours="Sa 10:00-12:00"),
        ContactPoint("u", "ppt", "ukjent", "p", "1000 0002"),
        ContactPoint("o1", "ppt", "åpen 1", "p", "1000 0003", hours=OFFICE),
        ContactPoint("o2", "ppt", "alltid", "p", "1000 0004", hours="24/7"),
    ]
    assert [line.name for line in resolve(SERVICES, points, [("ppt", "")], DAY)] == [
        "åpen 1",
        "alltid",
        "ukjent",
        "stengt",
    ]


def test_the_advice_decides_the_order_of_services() -> None:
    """Wanted services keep the advice's order, open or closed, and wanted always-open lines keep their place."""
    wanted = [("politi", "Når noe har skjedd"), ("ungdomskontakten", ""), ("barnevern", "")]
    points = (CHILD, GUARD, ALARM, POLICE, YOUTH)
    assert ids(resolve(SERVICES, points, wanted, DAY)) == [
        ("politi", "always"), ("ungdomskontakten", "open"), ("barnevern", "open"), ("alarmtelefonen", "always"),
    ]  # fmt: skip


def test_local_number_goes_before_the_plans() -> None:
    """A number entered here stands first and says when; a missing one of the plan gives way to it."""
    entered = ContactPoint("l", "barnevern", "Direkte linje", "lokalt", "99 99 99 99", entered="2026-11-20")
    lines = resolve(SERVICES, (CHILD, entered), [("barnevern", "")], DAY)
    assert [(line.name, line.entered) for line in lines] == [("Direkte linje", "2026-11-20"), ("Mottaket", "")]
    assert answers_now(lines) is lines[1], "the one that is known to answer"
    missing = replace(CHILD, phone="", missing=True)
    assert resolve(SERVICES, (missing, entered), [("barnevern", "")], DAY)[0].name == "Direkte linje"
    assert not any(line.missing for line in resolve(SERVICES, (missing, entered, GUARD), [("barnevern", "")], DAY))


def test_closed_local_number_does_not_hide_an_open_one() -> None:
    """A local number that is known to be closed stands after the plan's open one."""
    entered = ContactPoint("l", "ppt", "lokal", "lokalt", "99 99 99 99", hours="Sa 10:00-12:00", entered="2026-11-20")
    planned = ContactPoint("p", "ppt", "plan", "stange", "88 88 88 88", hours=OFFICE)
    assert [line.name for line in resolve(SERVICES, (entered, planned), [("ppt", "")], DAY)] == ["plan", "lokal"]


def test_fallbacks_once_and_last() -> None:
    """Two services with the same national line name it once, last; web pages without a number count as well."""
    lines = resolve(SERVICES, POINTS, [("barnevern", ""), ("barnevernvakt", ""), ("barnehus", "")], DAY)
    assert ids(lines) == [
        ("barnevern", "open"), ("barnevernvakt", "closed"), ("barnehus", "unknown"),
        ("barnehusliste", "unknown"), ("alarmtelefonen", "always"),
    ]  # fmt: skip
    assert [line.fallback for line in lines] == [False, False, False, True, True]
    assert lines[3].web == HOUSES.web
    assert not lines[3].missing


def test_a_wanted_national_line_is_no_fallback() -> None:
    """When the advice itself wants the national line, it stands in the advice's place and only there."""
    lines = resolve(SERVICES, POINTS, [("alarmtelefonen", "Råd nå"), ("barnevern", "")], DAY)
    assert ids(lines) == [("alarmtelefonen", "always"), ("barnevern", "open")]
    assert (lines[0].fallback, lines[0].reason) == (False, "Råd nå")


def test_same_number_once() -> None:
    """One number, written in two ways for two services, is one line: the one that answers, with a note on the other."""
    guard = replace(GUARD, phone="+47 47472787")
    lines = resolve(SERVICES, (CHILD, guard), [("barnevern", "")], LATE)
    assert ids(lines) == [("barnevernvakt", "open")]
    assert lines[0].note == ("Nummeret er det samme for Barneverntjenesten.",)
    shared = [
        ContactPoint(s, s, s, "p", "62 00 00 00", hours=h) for s, h in (("ppt", "Sa 10:00-12:00"), ("politi", "24/7"))
    ]
    lines = resolve(SERVICES, shared, [("ppt", ""), ("politi", "")], DAY)
    assert ids(lines) == [("politi", "always")]
    assert lines[0].note == ("Nummeret er det samme for PPT.",)


def test_a_fallback_with_the_same_number_leaves_no_trace() -> None:
    """A national line whose number stands there already is dropped without a note."""
    lines = resolve(SERVICES, (CHILD, replace(ALARM, phone=CHILD.phone)), [("barnevern", "")], DAY)
    assert ids(lines) == [("barnevern", "open")]
    assert lines[0].note == CHILD.note


def test_wanted_twice_stands_once() -> None:
    """A service that the advice names twice keeps its first reason."""
    lines = resolve(SERVICES, POINTS, [("ppt", "a"), ("politi", "b"), ("ppt", "c"), ("politi", "d")], DAY)
    assert [(line.service, line.reason) for line in lines] == [("ppt", "a"), ("politi", "b")]


def test_acute_puts_the_emergency_number_first_where_the_advice_does() -> None:
    """Danger: the numbers that the advice names, and those of its services, stand before everything, once."""
    wanted = [("amk", "Barnet puster ikke"), ("barnevern", ""), ("legevakt", ""), ("amk", "En gang til")]
    lines = resolve(SERVICES, POINTS, wanted, DAY, acute=True)
    assert [line.phone for line in lines][:3] == ["113", "112", "47 47 27 87"]
    assert lines[0].reason == "Barnet puster ikke"
    assert answers_now(lines) is lines[0]


def test_acute_has_the_emergency_number_below_where_somebody_else_is_rung_first() -> None:
    """No danger: who the advice puts first is rung, and 112 stands below, with what it is for."""
    lines = resolve(SERVICES, POINTS, [("barnevern", "Så barnevernet"), ("politi", "")], LATE, acute=True)
    assert ids(lines) == [
        ("barnevernvakt", "open"), ("barnevern", "closed"), ("politi", "always"), ("politi_nod", "always"),
        ("alarmtelefonen", "always"),
    ]  # fmt: skip
    assert (lines[3].phone, lines[3].reason, lines[3].fallback) == (
        "112",
        "Ring Politiet først hvis det er fare.",
        False,
    )
    assert answers_now(lines) is lines[0]
    named = resolve(SERVICES, POINTS, [("barnevern", ""), ("politi_nod", "Når noen truer")], DAY, acute=True)
    assert [(line.phone, line.reason) for line in named][:2] == [("47 47 27 87", ""), ("112", "Når noen truer")]


def test_the_number_is_not_known_and_nothing_is_acute() -> None:
    """What is not known is said; the national line is rung, and 112 is not."""
    missing = replace(CHILD, phone="", missing=True)
    lines = resolve(SERVICES, (missing, ALARM), [("barnevern", "Tar imot meldingen")], DAY, acute=True)
    assert "Det står ikke i planen. Se nettsiden til kommunen eller tjenesten." in lines[0].note
    first = answers_now(lines)
    assert first is not None
    assert (first.phone, first.service) == (ALARM.phone, "alarmtelefonen")
    assert first.reason.startswith("Nummeret til Barneverntjenesten står ikke i planen. Se nettsiden deres")


def test_acute_has_112_even_where_the_content_names_none() -> None:
    """No service, no acute list, no point: 112 is there all the same, and is what is rung."""
    lines = resolve({}, (), [("ppt", "")], DAY, acute=True)
    assert [line.phone for line in lines] == ["", "112"]
    assert answers_now(lines) is lines[1]
    assert [line.phone for line in resolve({}, (), [], DAY, acute=True)] == ["112"]


def test_not_acute_has_no_emergency_number_of_itself() -> None:
    """112 isn't pressed on everyone: only acute advice brings it unasked."""
    assert all(line.phone != "112" for line in resolve(SERVICES, POINTS, [("barnevern", ""), ("politi", "")], DAY))


@pytest.mark.parametrize(
    ("home", "said"),
    [
        (
            "annen",
            "Barnet bor i en annen kommune. Meldingen skal dit. Har du ikke nummeret: ring her, og bli satt over.",
        ),
        ("vet_ikke", "Meldingen skal dit barnet bor. Vet du ikke hvor: ring og spør."),
    ],
)
def test_child_from_elsewhere(home: str, said: str) -> None:
    """The municipality's own child welfare is no sure recipient of a report on a child from elsewhere; others are."""
    lines = resolve(SERVICES, POINTS, [("barnevern", ""), ("politi", ""), ("ungdomskontakten", "")], LATE, home=home)
    unsure = {line.service for line in lines if not line.sure}
    assert unsure == {"barnevern", "barnevernvakt"}
    assert all((line.lives == said) == (line.service in unsure) for line in lines)
    missing = resolve(SERVICES, (), [("barnevern", "")], LATE, home=home)
    assert (missing[0].sure, missing[0].lives) == (False, "Meldingen skal dit barnet bor.")
    national = resolve(SERVICES, (replace(CHILD, pack="nasjonalt"),), [("barnevern", "")], DAY, home=home)
    assert national[0].sure
    assert all(line.sure for line in resolve(SERVICES, POINTS, [("barnevern", "")], LATE))


def test_hours_that_cannot_be_read_are_unknown() -> None:
    """A broken opening hour never takes the number away: its state is unknown."""
    lines = resolve(SERVICES, (replace(CHILD, hours="man-fre 8-15"),), [("barnevern", "")], DAY)
    assert (lines[0].phone, lines[0].state) == (CHILD.phone, "unknown")


def test_service_that_the_content_has_lost() -> None:
    """A wanted service without an entry takes its point's name, and without a point is missing by its id."""
    assert resolve({}, (CHILD,), [("barnevern", "")], DAY)[0].title == "Mottaket"
    (line,) = resolve({}, (), [("ukjent", "")], DAY)
    assert line.missing
    assert line.title == "ukjent"


def test_eve_is_passed_on() -> None:
    """The office that may close early on 24 December says so on its line."""
    lines = resolve(SERVICES, POINTS, [("barnevern", "")], datetime(2026, 12, 24, 12))
    assert [line.may_close_early for line in lines] == [True, False]


def test_answers_now_prefers_open_then_unknown() -> None:
    """First who answers, then who may, never who is closed, missing or has only a web page."""
    line = ContactLine("s", "S", "s")
    closed, unknown, always = (replace(line, phone="1", state=x) for x in ("closed", "unknown", "always"))
    web = replace(line, web="https://example.no", state="always")
    assert answers_now((closed, unknown, web, always)) is always
    assert answers_now((web, closed, unknown)) is unknown
    assert answers_now((web, closed, line)) is None
    assert answers_now(()) is None


def test_contact_book() -> None:
    """All points: emergency numbers, open, unknown, closed, missing; local ones first among equals; ages filter."""
    local = ContactPoint("l", "styrer", "Styrer", "lokalt", "99 99 99 99", hours=OFFICE, entered="2026-11-20")
    gone = ContactPoint("m", "ppt", "PPT", "stange", missing=True)
    book = contact_book(SERVICES, (gone, *POINTS, local), DAY)
    assert [line.phone or line.name for line in book] == [
        "112", "113", "110", "99 99 99 99", "47 47 27 87", "116 111", "02800", "116 117", "11 11 11 11", "22 22 22 22",
        "Oversikten", "91 60 60 60", "PPT",
    ]  # fmt: skip
    assert book[4].reason == "Tar imot meldinger"
    assert "11 11 11 11" not in [line.phone for line in contact_book(SERVICES, POINTS, DAY, age=9)]
    assert [line.phone for line in contact_book({}, (), DAY)] == ["112", "113", "110"]
