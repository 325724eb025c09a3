"""Which packs go together where several municipalities share one plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from guide.checks.proofs.answering import Answering
from guide.core.content import Content
from guide.core.together import packs_for, town_of, towns_with
from guide.service.ahead.checks import checks
from guide.service.search.search import search
from tests.checks.proofs.test_answering import START
from tests.service.guides import guide_at

SHARED_CARD = "midtdalen/nivaa"
NEIGHBOURS = ("nord-fron", "ringebu", "sor-fron")


def test_a_municipality_has_the_pack_of_its_plan_and_no_other(shipped: Content) -> None:
    """Its own first, then the plan's; felles is for all and is left out; no pack has none."""
    assert packs_for(shipped, "sor-fron") == ("sor-fron", "midtdalen")
    assert packs_for(shipped, "stange") == ("stange",)
    assert packs_for(shipped, "") == ()


def test_a_card_is_used_where_its_plan_holds(shipped: Content) -> None:
    """A shared plan's card in its municipalities, a municipality's own there, one of felles everywhere."""
    assert set(towns_with(shipped, shipped.cards[SHARED_CARD])) == set(NEIGHBOURS)
    assert towns_with(shipped, shipped.cards["stange/skole"]) == ("stange",)
    assert {"stange", "ringsaker", *NEIGHBOURS} <= set(towns_with(shipped, shipped.cards["felles/vold"]))


def test_a_plan_that_no_municipality_uses_is_tried_with_all(shipped: Content) -> None:
    """A card that nobody has taken up yet is not left unproved."""
    packs = {name: replace(pack, cards=()) for name, pack in shipped.packs.items()}
    towns = {name for name, pack in shipped.packs.items() if pack.kind == "municipality"}
    assert set(towns_with(replace(shipped, packs=packs), shipped.cards[SHARED_CARD])) == towns


@pytest.mark.parametrize(("card", "town"), [(SHARED_CARD, ""), ("stange/skole", "stange"), ("felles/vold", "")])
def test_a_card_names_a_municipality_only_where_it_is_alone(shipped: Content, card: str, town: str) -> None:
    """Whose numbers to show is not guessed for a card that several share."""
    assert town_of(shipped, card) == town


@pytest.mark.parametrize("pack", NEIGHBOURS)
def test_each_neighbour_finds_the_shared_card_and_its_review(shipped: Content, pack: str) -> None:
    """The search leads to the card of the plan, and the look ahead names the plan's own review."""
    guide = guide_at(shipped, "2026-11-25T10:00", pack, "skole")
    assert guide.main_card() == SHARED_CARD
    assert SHARED_CARD in {hit.card for hit in search(guide, "gult nivå")}
    assert SHARED_CARD not in {hit.card for hit in search(guide_at(shipped, "2026-11-25T10:00"), "gult nivå")}
    due = checks(shipped, shipped.packs[pack], date(2027, 12, 31))
    reviews = {check.pack for check in due if check.kind == "review"}
    assert reviews == {pack, "midtdalen", "felles"}


def test_what_a_shared_card_names_is_missing_for_its_own_municipalities_alone(shipped: Content) -> None:
    """P3 tells the three that they have no number for ergo- og fysioterapi, and nobody else."""
    answering = Answering(shipped, START)
    title = shipped.services["ergo_fysio"].title
    told = {pack for pack in answering.hours if any(title in broken.what for broken in answering.numbers(pack).broken)}
    assert told == set(NEIGHBOURS)
