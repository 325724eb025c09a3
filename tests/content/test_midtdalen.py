"""What Midtdalen's plan asks of its card, and that three municipalities have it with contacts of their own."""

from __future__ import annotations

import pytest

from guide.core.content import Content
from guide.core.lay import Laid, lay, targets
from guide.service.route import Given, route
from tests.service.guides import guide_at

CARD = "midtdalen/nivaa"
TOWNS = {"nord-fron": "Nord-Fron", "sor-fron": "Sør-Fron", "ringebu": "Ringebu"}
LEVELS = frozenset({"folg-med", "gront", "gult", "gult-forst", "rodt"})
HOUR = "2026-11-25T10:00"
CALM = {
    "akutt_fare": "nei",
    "mistanke_vold": "nei",
    "omsorgssvikt": "nei",
    "behandling_mangler": "nei",
    "egen_utvikling": "nei",
    "onsker_hjelp": "nei",
    "utrygt_miljo": "nei",
    "samtykke": "ikke_spurt",
    "alder": "9",
    "barnets_kommune": "samme",
}


@pytest.fixture(scope="module")
def laid(shipped: Content) -> Laid:
    """The card with all that is laid in."""
    found = lay(shipped, CARD)
    found.nodes.whole()
    return found


def first(shipped: Content, pack: str = "ringebu", **facts: str) -> str:
    """The node of the first advice that a school in the municipality gets."""
    return route(guide_at(shipped, HOUR, pack, "skole"), CARD, Given({**CALM, **facts})).place.id


@pytest.mark.parametrize(
    ("facts", "node"),
    [
        ({"klare_tegn": "nei", "risiko_rundt": "nei"}, "folg-med"),
        ({"klare_tegn": "nei", "risiko_rundt": "ja", "gront_holder": "ja"}, "gront"),
        ({"klare_tegn": "nei", "risiko_rundt": "ja", "gront_holder": "nei"}, "gult"),
        ({"klare_tegn": "nei", "risiko_rundt": "vet_ikke", "gront_holder": "vet_ikke"}, "gult"),
        ({"klare_tegn": "ja", "lavere_provd": "nei"}, "gult-forst"),
        ({"klare_tegn": "vet_ikke", "lavere_provd": "vet_ikke"}, "gult-forst"),
        ({"klare_tegn": "ja", "lavere_provd": "ja"}, "rodt"),
        ({"klare_tegn": "ja", "lavere_provd": "ja", "samtykke": "utrygt"}, "stille"),
    ],
    ids=str,
)
def test_the_level_is_found(shipped: Content, facts: dict[str, str], node: str) -> None:
    """Green, yellow or red as the plan draws them; «vet ikke» is never taken for the lesser one."""
    assert {first(shipped, pack, **facts) for pack in TOWNS} == {node}


def test_red_comes_only_after_lower_levels_were_tried(laid: Laid) -> None:
    """One question leads to red, and there one answer."""
    assert [place.id for place in laid.nodes.values() if "rodt" in targets(place)] == ["provd"]
    assert [value for value in laid.nodes["provd"].edges if laid.nodes["provd"].target(value) == "rodt"] == ["ja"]


@pytest.mark.parametrize(
    "facts",
    [
        {"akutt_fare": "ja", "hva_skjer": "vold_naa"},
        {"mistanke_vold": "konkret", "mistenkt": "foresatt", "ferske_spor": "ja"},
        {"omsorgssvikt": "alvorlig"},
        {"behandling_mangler": "ja"},
        {"egen_utvikling": "alvorlig_fare"},
    ],
    ids=str,
)
def test_danger_and_duty_wait_for_no_level(shipped: Content, facts: dict[str, str]) -> None:
    """That nothing has been tried does not stand between danger or a ground of the duty and the advice."""
    assert first(shipped, klare_tegn="ja", lavere_provd="nei", **facts) not in LEVELS


def test_yellow_has_the_guardians_and_the_daily_arena_with_it(shipped: Content) -> None:
    """The plan's two musts are in both advices of yellow and in the meeting, and cited."""
    nodes = shipped.cards[CARD].nodes
    for name in ("gult", "gult-forst"):
        said = " ".join(nodes[name].do)
        assert "contacts_guardians" in nodes[name].does
        assert "foresatte" in said
        assert "barnehagen eller på skolen" in said
        assert "midtdalen:6.2-gult-hvem" in nodes[name].source
    assert {"invites_guardians", "holds_meeting"} <= set(nodes["mote"].does)
    assert "ser barnet hver dag" in " ".join(nodes["mote"].do)


def test_where_nothing_may_be_said_at_home_no_yellow_begins(laid: Laid) -> None:
    """The quiet advice leads to what one does oneself and back to the first question, not to any level."""
    seen, left = set[str](), ["stille"]
    while left:
        name = left.pop()
        if name not in seen and name != laid.start:
            seen.add(name)
            left += targets(laid.nodes[name])
    assert seen == {"stille", "avtale", "oppfolging"}


def test_three_municipalities_have_contacts_of_their_own(shipped: Content) -> None:
    """The same services under the municipality's own name, and no number that the plan does not give."""
    for pack, name in TOWNS.items():
        points = shipped.contacts[pack]
        assert {point.service for point in points} == {point.service for point in shipped.contacts["ringebu"]}
        assert all(name in point.name and point.missing and not point.phone for point in points)


def test_admins_read_what_was_mended_and_what_the_plan_leaves_open(shipped: Content) -> None:
    """The law's new words, plans that have run out, and what each municipality must answer itself."""
    notes = " ".join(shipped.packs["midtdalen"].notes)
    for said in (
        "ingen telefonnumre",
        "§ 15-1",
        "barnevernsloven",
        "gått ut",
        "barnekoordinator",
        "utsetter en melding",
    ):
        assert said in notes
    for pack, name in TOWNS.items():
        assert f"contacts/{pack}.yaml" in " ".join(shipped.packs[pack].notes), name
