"""P3: who the advice names answers at every minute, or the one that stands in; and the proof fails when they don't."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

import holidays
import pytest

from guide.checks.proofs.answer_table import ALWAYS, GAPS, MISSING, NATIONAL, OTHER_AGES, UNSURE
from guide.checks.proofs.answering import Answering, groups
from guide.checks.proofs.verdict import Broken, Verdict
from guide.core.content import BACK, Content
from guide.core.together import MUNICIPALITY
from tests.checks.proofs.altered import with_node, with_point, with_service, without_point

START = datetime(2026, 11, 25, 4)
HVEM = "ringsaker/hvem"


FREE = holidays.country_holidays("NO", years=range(2026, 2028))
DAYS = [START.date() + timedelta(days=number) for number in range(400)]
"""The days from START on; the 400 days end at four in the morning of the day after the last."""


def is_office(day: date) -> bool:
    """Whether an ordinary office is open that day, by a package that the guide does not ask."""
    return day.weekday() < 5 and day not in FREE


def errors(verdicts: Iterable[Verdict]) -> list[Broken]:
    """What breaks the proof, warnings left out."""
    return [broken for verdict in verdicts for broken in verdict.broken if broken.severity == "error"]


def only(verdict: Verdict) -> Broken:
    """The one finding of a verdict."""
    assert len(verdict.broken) == 1, verdict
    return verdict.broken[0]


def test_every_end_of_the_shipped_content_is_answered(shipped: Content) -> None:
    """No outcome of any card, in any pack, at any age, is left without an answer in 400 days; it takes no time."""
    verdicts = Answering(shipped, START).all()
    assert not errors(verdicts)
    towns = {pack.id for pack in shipped.packs.values() if pack.kind == MUNICIPALITY}
    assert {verdict.about for verdict in verdicts} == {*shipped.cards, *towns}
    assert all(verdict.seconds < 2 for verdict in verdicts)
    assert sum(verdict.states for verdict in verdicts) > 10_000


def test_a_number_that_no_source_gives_is_a_finding_of_its_own(shipped: Content) -> None:
    """Stange's plan has no numbers: a warning for each service, one for who would stand in, and none of the cards'."""
    answering = Answering(shipped, START)
    stange = answering.numbers("stange")
    assert {broken.code for broken in stange.broken} == {"nummer-mangler"}
    assert {broken.severity for broken in stange.broken} == {"warning"}
    told = " ".join(broken.what for broken in stange.broken)
    assert "Stange kommune har ikke noe eget nummer til Barneverntjenesten (utfall som viser dit:" in told
    assert "Barnevernvakta, som skal svare når Barneverntjenesten er stengt." in told
    assert "Alarmtelefonen" not in told
    assert "Styrer" not in told
    assert not answering.card("stange/barnehage").broken
    ringsaker = " ".join(broken.what for broken in answering.numbers("ringsaker").broken)
    assert "UNG-team" in ringsaker
    assert "Barnevern" not in ringsaker


@pytest.mark.parametrize(
    ("hours", "first", "counts"),
    [
        ("Mo-Fr 08:00-15:15; PH off",
         "onsdag 25. november 2026 kl. 15:15 til onsdag 25. november 2026 kl. 15:30", is_office),
        ("Mo-Fr 08:15-15:30; PH off",
         "onsdag 25. november 2026 kl. 08:00 til onsdag 25. november 2026 kl. 08:15", is_office),
        ("Mo-Th 08:00-15:30; PH off", "fredag 27. november 2026 kl. 08:00 til fredag 27. november 2026 kl. 15:30",
         lambda day: day.weekday() == 4 and is_office(day)),
        ("Mo-Fr 08:00-15:30; PH off; Dec 24 off",
         "torsdag 24. desember 2026 kl. 08:00 til torsdag 24. desember 2026 kl. 15:30",
         lambda day: (day.month, day.day) == (12, 24)),
    ],
)  # fmt: skip
def test_an_office_that_closes_early_leaves_a_gap(
    shipped: Content, hours: str, first: str, counts: Callable[[date], bool]
) -> None:
    """A quarter of an hour less, a day less, Christmas Eve off: the first minute, and how often, in plain words."""
    broken = only(Answering(with_point(shipped, "ringsaker", "barnevern-mottak", hours=hours), START).card(HVEM))
    assert (broken.code, broken.severity) == ("tjeneste-svarer-ikke", "error")
    assert f"I Ringsaker kommune svarer ingen hos Barneverntjenesten eller Barnevernvakta fra {first}" in broken.what
    assert f"(tidsrom på 400 dager: {sum(map(counts, DAYS))}, utfall i kortet:" in broken.what
    assert broken.way[0] == "Svar «Ja» på «Er barnet i fare nå?»"
    assert broken.way[-1].startswith("Da får du rådet «")


@pytest.mark.parametrize(
    ("hours", "first", "counts"),
    [
        ("Mo-Fr 00:00-08:00,15:30-24:00; Sa-Su 00:00-24:00", "fra fredag 25. desember 2026 kl. 08:00",
         lambda day: day.weekday() < 5 and day in FREE),
        ("Mo-Fr 00:00-08:00,15:30-24:00; Su 00:00-24:00; PH 00:00-24:00", "fra lørdag 28. november 2026 kl. 00:00",
         lambda day: day.weekday() == 5 and day not in FREE),
        ("Mo-Fr 00:00-08:00,16:00-24:00; Sa-Su 00:00-24:00; PH 00:00-24:00",
         "kl. 15:30 til onsdag 25. november 2026 kl. 16:00",
         is_office),
        ("Mo-Fr 00:00-08:00,15:30-23:59; Sa-Su 00:00-24:00; PH 00:00-24:00",
         "kl. 23:59 til torsdag 26. november 2026 kl. 00:00",
         is_office),
    ],
)  # fmt: skip
def test_a_duty_line_with_a_hole_leaves_a_gap(
    shipped: Content, hours: str, first: str, counts: Callable[[date], bool]
) -> None:
    """Without public holidays, without Saturdays, half an hour late, a minute short of midnight: each is found."""
    broken = only(Answering(with_point(shipped, "ringsaker", "barnevernvakt", hours=hours), START).card(HVEM))
    assert broken.code == "tjeneste-svarer-ikke"
    assert first in broken.what
    assert f"(tidsrom på 400 dager: {sum(map(counts, DAYS))}, utfall i kortet:" in broken.what


def test_nobody_to_stand_in_is_found_in_every_way(shipped: Content) -> None:
    """The stand-in's number, the stand-in itself or its hours taken away: every card with urgent advice tells."""
    for changed in (
        without_point(shipped, "ringsaker", "barnevernvakt"),
        with_service(shipped, "barnevern", stand_in=()),
        with_point(shipped, "ringsaker", "barnevernvakt", phone="", missing=True),
        with_point(shipped, "ringsaker", "barnevernvakt", hours="off"),
    ):
        found = errors(Answering(changed, START).all())
        assert {broken.code for broken in found} == {"tjeneste-svarer-ikke"}
        assert {"felles/vold", "felles/akutt", "felles/raad", HVEM} <= {broken.card for broken in found}
        assert all(
            "fra onsdag 25. november 2026 kl. 04:00 til onsdag 25. november 2026 kl. 08:00" in b.what for b in found
        )


def test_a_national_line_in_a_local_guise_does_not_count(shipped: Content) -> None:
    """Alarmtelefonen's or the police's number written as the municipality's own is nobody of its own who answers."""
    for phone in ("116 111", "116111", "+47 116111", "112"):
        changed = with_point(shipped, "ringsaker", "barnevernvakt", phone=phone, hours="24/7")
        assert only(Answering(changed, START).card(HVEM)).code == "tjeneste-svarer-ikke", phone


def test_hours_that_no_source_gives_are_a_warning(shipped: Content) -> None:
    """A duty line without hours is neither open nor closed: a warning, with the first time that nobody is sure."""
    changed = with_point(shipped, "ringsaker", "barnevernvakt", hours="")
    broken = only(Answering(changed, START).card(HVEM))
    assert (broken.code, broken.severity) == ("apningstid-ukjent", "warning")
    assert "første tidsrom uten svar: onsdag 25. november 2026 kl. 04:00 til" in broken.what


def test_urgent_advice_that_names_the_wrong_age_is_found(shipped: Content) -> None:
    """An urgent end whose only service takes 12–23 years fails for the ages that a walk can bring there."""
    changed = with_node(shipped, HVEM, "rus-stille", contact=(("ungdomskontakten", "Råd"),))
    found = {broken.code: broken for broken in Answering(changed, START).card(HVEM).broken}
    assert found.keys() == {"feil-alder", "apningstid-ukjent"}
    assert "for barn som er 0–11 år eller 24 år eller mer, men" in found["feil-alder"].what
    assert "Svar «0» på «Hvor gammelt er barnet?»" in found["feil-alder"].way
    assert found["feil-alder"].node == "rus-stille"


def test_an_age_that_no_walk_brings_there_is_no_finding(shipped: Content) -> None:
    """An end that only 13- to 15-year-olds reach may name a service for exactly them."""
    alone = with_node(shipped, HVEM, "psykisk-13-15", contact=(("helsesykepleier", "Råd"),), urgency="today")
    fitting = with_point(alone, "ringsaker", "helsestasjon", ages=(13, 15), hours="24/7")
    assert not Answering(fitting, START).card(HVEM).broken
    narrow = with_point(alone, "ringsaker", "helsestasjon", ages=(13, 14), hours="24/7")
    assert only(Answering(narrow, START).card(HVEM)).code == "feil-alder"


@pytest.mark.parametrize(
    ("urgency", "hours", "code"),
    [
        ("routine", "Mo-Fr 08:00-15:30; PH off", ""),
        ("deadline", "Mo-Fr 08:00-15:30; PH off", ""),
        ("today", "Mo-Fr 08:00-15:30; PH off", "tjeneste-svarer-ikke"),
        ("", "Mo-Fr 08:00-15:30; PH off", "tjeneste-svarer-ikke"),
        ("routine", "Tu 10:00-12:00; PH off", ""),
        ("deadline", "Tu 10:00-12:00; PH off", "stengt-for-lenge"),
        ("routine", "Mo-Fr 08:00-15:30; PH off; Jul off", "stengt-for-lenge"),
    ],
)
def test_advice_that_can_wait_waits_a_stated_time(shipped: Content, urgency: str, hours: str, code: str) -> None:
    """Office hours do for routine and deadline but not today; once a week for routine alone; July closed for none."""
    changed = with_point(shipped, "ringsaker", "helsestasjon", hours=hours)
    changed = with_node(changed, HVEM, "psykisk-liten", contact=(("helsesykepleier", "Råd"),), urgency=urgency)
    assert [broken.code for broken in Answering(changed, START).card(HVEM).broken] == ([code] if code else [])


def test_an_end_that_only_an_alarm_leads_to_is_held_to_account(shipped: Content) -> None:
    """The ends of an alarm are ends: found although no walk is searched there, and named by their place."""
    tvil = shipped.cards["felles/tvil"]
    nodes = {**tvil.nodes, "ring": replace(tvil.nodes["ring"], contact=(("slt", "Råd"),))}
    hvem = shipped.cards[HVEM]
    alarms = (*hvem.alarms, ("felles/prove", tuple((name, BACK) for name in tvil.exits)))
    cards = {
        **shipped.cards,
        "felles/prove": replace(tvil, id="felles/prove", start="ring", nodes=nodes),
        HVEM: replace(hvem, alarms=alarms),
    }
    changed = with_point(replace(shipped, cards=cards), "ringsaker", "slt", hours="Mo-Fr 08:00-15:30; PH off")
    broken = only(Answering(changed, START).card(HVEM))
    assert (broken.code, broken.node, broken.way) == ("tjeneste-svarer-ikke", "!felles/prove/ring", ())


def test_which_services_must_answer(shipped: Content) -> None:
    """Child welfare with its duty line, an emergency number named first, else any of those named outside."""
    hours = Answering(shipped, START).hours["ringsaker"]

    def of(card: str, node: str) -> tuple[tuple[str, ...], ...]:
        return groups(hours, shipped.cards[card].nodes[node])

    assert of("felles/vold", "meld-ansatt") == (("barnevern", "barnevernvakt"),)
    assert of("felles/akutt", "ring-110") == (("brann",),)
    assert of("felles/akutt", "ring-112") == (("politi_nod",), ("barnevern", "barnevernvakt"))
    assert of(HVEM, "omsorg") == (("barnevern", "barnevernvakt"),)
    alone = with_node(shipped, HVEM, "omsorg", contact=(("leder", ""), ("barnevernvakt", ""), ("politi_nod", "")))
    assert groups(hours, alone.cards[HVEM].nodes["omsorg"]) == (("barnevernvakt",),)
    rest = with_node(shipped, HVEM, "omsorg", contact=(("leder", ""), ("ppt", ""), ("slt", ""), ("amk", "")))
    assert groups(hours, rest.cards[HVEM].nodes["omsorg"]) == (("ppt", "slt"),)
    inside = with_node(shipped, HVEM, "omsorg", contact=(("leder", ""),))
    assert groups(hours, inside.cards[HVEM].nodes["omsorg"]) == ()


def test_the_table_tells_also_what_is_no_error(shipped: Content) -> None:
    """Gaps of a duty line by itself, unknown hours, ages, missing numbers, and eves when an office may close early."""
    answering = Answering(shipped, START)
    rows = {(row.service, row.ages): row for row in answering.table("ringsaker")}
    assert rows["barnevern", None].state == ALWAYS
    assert [str(day) for day in rows["barnevern", None].eves] == [
        "2026-12-24",
        "2026-12-31",
        "2027-03-24",
        "2027-12-24",
    ]
    alone = rows["barnevernvakt", None]
    assert (alone.state, alone.times) == (GAPS, sum(map(is_office, DAYS)))
    assert alone.longest is not None
    assert alone.longest[1] - alone.longest[0] == 450
    assert rows["ppt", None].state == UNSURE
    assert rows["ungdomskontakten", (0, 11)].state == OTHER_AGES
    assert rows["ungdomskontakten", (12, 23)].state == UNSURE
    assert rows["ung_team", None].state == MISSING
    assert rows["alarmtelefonen", None].state == NATIONAL
    assert not {"leder", "rektor"} & {service for service, _ in rows}
    assert {row.state for row in answering.table("stange")} == {ALWAYS, MISSING, NATIONAL, UNSURE}
