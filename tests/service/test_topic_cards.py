"""Cards on one topic: which of them a workplace is offered, and that everyday words lead to them."""

from __future__ import annotations

from datetime import datetime

import pytest

from guide.core.clock import OSLO
from guide.core.content import Content
from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.service.search.search import search

MORNING = datetime(2026, 11, 25, 10, tzinfo=OSLO)


def guide_of(content: Content, pack: str, workplace: str) -> Guide:
    """A guide for a municipality and a workplace; an empty one is not chosen yet."""
    return Guide(content, Profile(pack, (("virksomhet", workplace),) if workplace else ()), lambda: MORNING)


@pytest.mark.parametrize(
    ("pack", "workplace", "cards"),
    [
        ("stange", "barnehage", ("stange/barnesamtale", "stange/taushetsplikt", "stange/analyse")),
        ("stange", "skole", ("stange/barnesamtale", "stange/taushetsplikt", "stange/analyse")),
        ("ringsaker", "barnehage", ("ringsaker/parorende", "ringsaker/familien", "ringsaker/bup")),
        (
            "ringsaker",
            "skole",
            (
                "ringsaker/parorende",
                "ringsaker/skolefravaer",
                "ringsaker/familien",
                "ringsaker/bup",
                "ringsaker/rus",
            ),
        ),
        ("ringsaker", "", ()),
        ("", "skole", ()),
    ],
)
def test_a_workplace_is_offered_the_cards_that_are_for_it(
    shipped: Content, pack: str, workplace: str, cards: tuple[str, ...]
) -> None:
    """By title, without the workplace's own card and without those of other places."""
    guide = guide_of(shipped, pack, workplace)
    assert guide.other_cards() == cards
    assert guide.main_card() not in guide.other_cards()


@pytest.mark.parametrize(
    ("pack", "words", "card"),
    [
        ("stange", "kan jeg dele", "stange/taushetsplikt"),
        ("stange", "taushetsplikt", "stange/taushetsplikt"),
        ("stange", "pedagogisk analyse", "stange/analyse"),
        ("stange", "øve på samtale", "stange/barnesamtale"),
        ("ringsaker", "vil ikke på skolen", "ringsaker/skolefravaer"),
        ("ringsaker", "skulker", "ringsaker/skolefravaer"),
        ("ringsaker", "skolevegring", "ringsaker/skolefravaer"),
        ("ringsaker", "hasj", "ringsaker/rus"),
        ("ringsaker", "TIUR", "ringsaker/rus"),
        ("ringsaker", "ruskontakt", "ringsaker/rus"),
        ("ringsaker", "dårlig råd", "ringsaker/familien"),
        ("ringsaker", "fotball", "ringsaker/familien"),
        ("ringsaker", "aktivitetskort", "ringsaker/familien"),
        ("ringsaker", "flyktning", "ringsaker/familien"),
        ("ringsaker", "pårørende", "ringsaker/parorende"),
        ("ringsaker", "mor er syk", "ringsaker/parorende"),
        ("ringsaker", "BUP", "ringsaker/bup"),
    ],
)
def test_everyday_words_lead_to_the_card(shipped: Content, pack: str, words: str, card: str) -> None:
    """It is among the first five that are found."""
    assert card in {hit.card for hit in search(guide_of(shipped, pack, "skole"), words, 5)}
