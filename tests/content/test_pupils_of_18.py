"""A pupil of 18 decides alone who is told: no card has somebody ring home, and the proof finds one that would."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guide.checks.proofs.safety import prove_safety
from guide.core.content import Content
from tests.checks.proofs.altered import with_node

RULES = ("videregaende-alder", "voksen-bestemmer")


def with_rules(content: Content, *rules: str) -> Content:
    """The content with these rules alone."""
    return replace(content, invariants=tuple(rule for rule in content.invariants if rule.id in rules))


@pytest.mark.parametrize("card", ["stor-elvdal/hjelp", "midtdalen/nivaa", "ringsaker/skolefravaer"])
def test_a_card_that_rings_home_unasked_breaks_the_rules(shipped: Content, card: str) -> None:
    """Without the question about the age both rules are broken; as the card is, they hold."""
    node = shipped.cards[card].nodes["elev"]
    on = dict(node.answers)["skole"]
    answers = tuple((value, on) for value, _ in node.answers)
    broken = prove_safety(with_rules(with_node(shipped, card, "elev", answers=answers), *RULES), card).broken
    assert broken
    assert {one.code for one in broken} == {"regel-brutt"}
    assert not prove_safety(with_rules(shipped, *RULES), card).broken


def test_a_year_that_no_card_tells_apart_is_tried(shipped: Content) -> None:
    """A rule on one year is broken even where the card only has «13 or more»."""
    rule = next(rule for rule in shipped.invariants if rule.id == "voksen-bestemmer")
    only = replace(rule, id="femten", given=(("alder", ("15",)),), before=())
    assert prove_safety(replace(shipped, invariants=(only,)), "ringerike/bti").broken
