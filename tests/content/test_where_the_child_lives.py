"""Invariant 10: a report goes where the child lives, and staff read that before they read a number."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from guide.checks.proofs.safety import prove_safety
from guide.cli.route import as_text
from guide.core.contacts import advised
from guide.core.content import Content
from guide.plain.lines import contact_lines
from guide.service.contact_words import contact_view
from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.service.route import Given, route
from tests.checks.proofs.altered import with_node

AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
RULE = "melding-etter-bosted"
UNKNOWN = "Meldingen skal dit barnet bor"
FAR = {"annen": "Barnet bor i en annen kommune", "vet_ikke": UNKNOWN, "": UNKNOWN}


def guide_in(content: Content, pack: str) -> Guide:
    """A guide for somebody at a school in this municipality, on a weekday morning."""
    return Guide(content, Profile(pack, (("virksomhet", "skole"),)), lambda: AT)


@pytest.mark.parametrize("card", ["felles/vold", "stange/barnehage"])
def test_a_report_before_the_question_breaks_the_rule(shipped: Content, card: str) -> None:
    """A card that sends somebody to child welfare today, unasked where the child lives, is found by the proof."""
    answers = (
        ("konkret", "meld-idag"),
        ("uklare_tegn", "droft-idag"),
        ("vet_ikke", "droft-idag"),
        ("nei", "ikke-vold"),
    )
    broken = with_node(shipped, "felles/vold", "t-idag", answers=answers)
    only = replace(broken, invariants=tuple(rule for rule in broken.invariants if rule.id == RULE))
    found = prove_safety(only, card).broken
    assert {(one.code, one.node.rpartition("/")[2]) for one in found} == {("regel-brutt", "meld-idag")}
    kept = replace(shipped, invariants=only.invariants)
    assert not prove_safety(kept, card).broken


def test_every_number_for_a_report_says_first_where_it_goes(shipped: Content) -> None:
    """In every municipality: a number to report to never stands alone when the child may live elsewhere."""
    towns = [pack for pack in shipped.packs.values() if pack.kind == "municipality"]
    looked = 0
    for card in shipped.cards.values():
        for node in card.nodes.values():
            if node.report not in ("must", "with_consent") and "reports" not in node.does:
                continue
            for town in towns:
                points = guide_in(shipped, town.id).contact_points()
                for home, said in FAR.items():
                    known = {"barnets_kommune": home} if home else {}
                    for line in advised(shipped.services, points, node, known, AT):
                        if line.stands_for == "barnevern" and line.phone:
                            looked += 1
                            assert line.lives.startswith(("Si hvilken", said)), (card.id, node.id, town.id, home)
                lines = advised(shipped.services, points, node, {"barnets_kommune": "samme"}, AT)
                assert not any(line.lives for line in lines), (card.id, node.id)
    assert looked > 1000


@pytest.mark.parametrize("card", ["ringsaker/hvem", "felles/plikt"])
def test_it_is_read_before_the_number(shipped: Content, card: str) -> None:
    """On the command line and in line mode the sentence stands above the number, never below it."""
    facts = {
        "akutt_fare": "nei", "hvem_tema": "hjemme", "mistanke_vold": "nei", "virksomhet": "skole",
        "omsorgssvikt": "alvorlig", "barnets_kommune": "annen",
    }  # fmt: skip
    guide = guide_in(shipped, "ringsaker")
    wanted = {fact: value for fact, value in facts.items() if fact in guide.laid(card).facts}
    found = route(guide, card, Given(wanted))
    assert found.place.node.text == "Ja, du har meldeplikt. Meld i dag"
    text = as_text(guide, found)
    assert text.index("Barnet bor i en annen kommune.") < text.index("47 47 27 87")
    line = next(line for line in found.contacts if line.service == "barnevern")
    said = list(contact_lines(contact_view(line, AT), call=True))
    assert said[0].startswith("Barnet bor i en annen kommune.")
    assert "47 47 27 87" in said[1]


def test_the_country_s_own_line_asks_which_municipality(shipped: Content) -> None:
    """Where no number is known, the national line is the one to ring, and it must hear where the child lives."""
    points = guide_in(shipped, "ringerike").contact_points()
    node = shipped.cards["felles/plikt"].nodes["meld"]
    lines = advised(shipped.services, points, node, {"barnets_kommune": "annen"}, AT)
    national = [line for line in lines if line.fallback and line.stands_for == "barnevern"]
    assert national
    assert all(line.lives.startswith("Si hvilken kommune barnet bor i") and line.sure for line in national)
