"""The measures finder line by line, and what an outcome offers there."""

from __future__ import annotations

import pytest

from guide.core.content import Content
from guide.plain.measures import asked
from guide.plain.talk import LeftError
from guide.plain.walk import LineWalk
from guide.service.measures import words
from guide.service.measures.offer import count_for
from guide.service.route import Given, route
from tests.plain.talking import talk_of
from tests.service.guides import guide_at

HOUR = "2026-11-25T10:00"
FACTS = {
    "akutt_fare": "nei",
    "mistanke_vold": "nei",
    "omsorgssvikt": "noe",
    "behandling_mangler": "nei",
    "egen_utvikling": "bekymring",
    "utrygt_miljo": "nei",
    "onsker_hjelp": "nei",
    "alder": "9",
}


def test_four_questions_and_what_fits(shipped: Content) -> None:
    """An age that can't be is asked again; the numbers for danger are one line away; what was chosen is said."""
    guide = guide_at(shipped, HOUR, "ringsaker", "skole")
    talk, heard = talk_of(["Rus", "hundre", "!", "15", "1", "Barnet"])
    lines = asked(guide, talk)
    assert "Alderen kan ikke stemme." in heard.text
    assert "112" in heard.text
    assert "Hva det gjelder: Rus" in lines
    assert "TIUR" in lines
    assert lines[-1] == words.NOT_A_REPORT


def test_back_says_nothing_and_quit_leaves(shipped: Content) -> None:
    """«tilbake» at the first question leads back; «slutt» leaves from any of them."""
    guide = guide_at(shipped, HOUR, "stange", "skole")
    assert asked(guide, talk_of(["tilbake"])[0]) == []
    with pytest.raises(LeftError):
        asked(guide, talk_of(["1", "slutt"])[0])


def test_an_outcome_offers_what_the_app_offers(shipped: Content) -> None:
    """The same count; chosen, it says the measures and stands at the same advice."""
    guide = guide_at(shipped, HOUR, "stange", "skole")
    walk = route(guide, "stange/skole", Given(FACTS)).walk
    count = count_for(guide, walk, walk.place)
    talk, heard = talk_of(["2", "tiltak", "tilbake"])
    line_walk = LineWalk(guide, walk, talk)
    with pytest.raises(EOFError):
        line_walk.run()
    assert count
    assert heard.text.count(f"2. Se tiltak som kan passe ({count})") >= 2
    assert "For hvem: Ansatte" in heard.text
    assert words.TITLE in heard.text
    assert line_walk.walk is walk
