"""What Stor-Elvdal's plan asks of its card: who helps with what, at which level, and exclusion as a risk."""

from __future__ import annotations

import pytest

from guide.core.content import OUTCOME, Content
from guide.service.route import Given, route
from tests.content.test_midtdalen import CALM, HOUR
from tests.service.guides import guide_at

CARD = "stor-elvdal/hjelp"


def advice(shipped: Content, need: str) -> tuple[str, set[str], str]:
    """The text of the first advice for a need, the services that it names, and its notes."""
    found = route(
        guide_at(shipped, HOUR, "stor-elvdal", "skole"), CARD, Given({**CALM, "hjelp_til": need, "folge_ekstra": "ja"})
    )
    node = found.place.node
    return node.text, {service for service, _ in node.contact}, " ".join(node.note)


@pytest.mark.parametrize(
    ("need", "services", "level"),
    [
        ("nok", {"helsesykepleier"}, "universell"),
        ("psykisk", {"psykisk_barn"}, "indikativ"),
        ("laering", {"ppt", "logoped"}, "indikativ"),
        ("okonomi", {"nav"}, "selektiv"),
        ("hjemme", {"helsesykepleier", "barnevern"}, "universell"),
        ("hverdag", {"tjenestetildeling"}, "indikativ"),
        ("utenfor", {"helsesykepleier", "psykisk_barn"}, "risiko"),
    ],
)
def test_each_need_leads_to_its_services_and_says_the_level(
    shipped: Content, need: str, services: set[str], level: str
) -> None:
    """The services that the plan has for it, and what the plan calls the level."""
    _, named, notes = advice(shipped, need)
    assert services <= named
    assert level in notes


def test_the_psychology_service_needs_no_referral_and_is_for_0_to_25(shipped: Content) -> None:
    """Children, guardians and staff may ring themselves: said in the advice and with the contact."""
    point = next(point for point in shipped.contacts["stor-elvdal"] if point.service == "psykisk_barn")
    assert point.ages == (0, 25)
    assert "ikke henvisning" in " ".join(point.note)
    node = shipped.cards[CARD].nodes["psykisk"]
    assert "Ingen henvisning" in dict(node.contact)["psykisk_barn"]
    assert any("ta kontakt selv" in line for line in node.do)


def test_individual_plan_and_responsibility_group_are_named_where_several_must_help(shipped: Content) -> None:
    """The meeting says when which arena fits, and only with a yes; both advices cite the plan."""
    nodes = shipped.cards[CARD].nodes
    assert "ansvarsgruppe" in " ".join(nodes["mote"].do)
    assert "individuell plan" in " ".join(nodes["mote"].do)
    assert [value for value, to in nodes["flere"].answers if to == "mote"] == ["gitt"]
    for name in ("mote", "hverdag"):
        assert "stor-elvdal:6.3-plan" in nodes[name].source


def test_exclusion_is_asked_for_and_is_a_risk_by_itself(shipped: Content) -> None:
    """It is among the first needs, and what is said of it cites the plan's own words for it."""
    assert "faller utenfor" in dict(shipped.cards[CARD].facts["hjelp_til"].values)["utenfor"]
    assert "stor-elvdal:5.3-utenforskap" in shipped.cards[CARD].nodes["utenfor"].source


def test_no_advice_is_without_child_welfare_or_waits_for_a_level(shipped: Content) -> None:
    """Below the duty one can always ask without a name; a ground of the duty comes before every need."""
    for node in shipped.cards[CARD].nodes.values():
        if node.kind == OUTCOME:
            assert "barnevern" in dict(node.contact), node.id
    guide = guide_at(shipped, HOUR, "stor-elvdal", "skole")
    grave = Given({**CALM, "omsorgssvikt": "alvorlig", "hjelp_til": "okonomi"})
    assert route(guide, CARD, grave).place.node.report == "must"


def test_no_number_is_made_up(shipped: Content) -> None:
    """The plan has none: every contact point says so."""
    points = shipped.contacts["stor-elvdal"]
    assert len(points) >= 7
    assert all(point.missing and not point.phone for point in points)


def test_admins_read_what_was_mended_and_what_is_left_out(shipped: Content) -> None:
    """The old words, the missing appendix on meetings, and the chapters that are not in the card."""
    notes = " ".join(shipped.packs["stor-elvdal"].notes)
    for said in ("ingen telefonnumre", "§ 15-1", "Vedlegget er ikke lest", "individuelt tilrettelagt", "Ikke i kortet"):
        assert said in notes
