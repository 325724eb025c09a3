"""The line mode without a verb."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guide.core.clock import local, parse
from guide.core.content import Content
from guide.plain import strings
from guide.plain.home import LEFT, OPEN, run_home
from guide.service.guide import Guide
from guide.service.profile import Profile
from tests.plain.talking import talk_of


def home(content: Content, profile: Profile, *lines: str, fixed: bool = False) -> tuple[str, str, list[Profile]]:
    """How it ended, what was said, what was saved."""
    saved: list[Profile] = []
    talk, heard = talk_of(lines)
    guide = Guide(content, profile, lambda: local(parse("2026-11-23T10:00")))
    ended = run_home(guide, talk, None if fixed else lambda chosen: saved.append(chosen) is None, fixed)
    return ended, heard.text, saved


def place_of(content: Content, pack: str) -> str:
    """The number of a municipality in the list."""
    return str([p.id for p in content.packs.values() if p.kind == "municipality"].index(pack) + 1)


def test_the_first_start_asks_and_remembers(shipped: Content) -> None:
    """Municipality, workplace, then the card of that workplace."""
    ended, text, saved = home(shipped, Profile(""), place_of(shipped, "stange"), "skole")
    assert [(p.pack, p.workplace) for p in saved] == [("stange", "skole")]
    assert ended == OPEN
    assert shipped.cards["stange/skole"].title in text
    assert strings.REMEMBERED in text


def test_what_is_chosen_already_is_not_asked(shipped: Content) -> None:
    """Straight to the card; `bytt` asks anew."""
    profile = Profile("stange", (("virksomhet", "barnehage"), ("rolle", "ansatt")))
    _, text, saved = home(shipped, profile)
    assert strings.SETUP_MUNICIPALITY not in text
    assert not saved
    _, text, saved = home(shipped, profile, "bytt", place_of(shipped, "ringsaker"), "sfo")
    assert [(p.pack, p.workplace, dict(p.facts)["rolle"]) for p in saved] == [("ringsaker", "sfo", "ansatt")]


def test_a_given_municipality_asks_for_the_workplace_alone_and_saves_nothing(shipped: Content) -> None:
    """`--pack` holds for this run only."""
    _, text, saved = home(shipped, Profile("stange"), "1", fixed=True)
    assert strings.SETUP_MUNICIPALITY not in text
    assert shipped.cards["stange/barnehage"].title in text
    assert not saved


def test_a_wrong_choice_says_what_is_expected(shipped: Content) -> None:
    """The list is still there, and the emergency numbers are given on the way."""
    _, text, saved = home(shipped, Profile(""), "99", "!", "x")
    assert text.count("Skriv et tall fra 1") == 4
    assert strings.EMERGENCY_STAY in text
    assert not saved


@pytest.mark.parametrize("lines", [("q",), ("1", "slutt")])
def test_leaving_while_choosing(shipped: Content, lines: tuple[str, ...]) -> None:
    """Nothing is saved, and that is said."""
    ended, text, saved = home(shipped, Profile(""), *lines)
    assert ended == LEFT
    assert strings.LEFT in text
    assert not saved


def test_a_workplace_without_a_card_gets_everybody_to_ring_and_the_alarms(shipped: Content) -> None:
    """The contacts, then the cards that are for everybody."""
    stange = replace(shipped.packs["stange"], cards=())
    content = replace(shipped, packs={**shipped.packs, "stange": stange})
    _, text, _ = home(content, Profile("stange", (("virksomhet", "sfo"),)), "1")
    assert strings.HOME_NO_CARD.format(municipality=stange.name) in text
    assert "116 111" in text
    assert shipped.cards["felles/akutt"].nodes[shipped.cards["felles/akutt"].start].text in text


def test_without_content_there_are_the_emergency_numbers(shipped: Content) -> None:
    """Whatever could not be read."""
    empty = Content(packs={}, cards={}, facts={}, services={}, laws={}, lists={}, contacts={})
    ended, text, _ = home(empty, Profile(""))
    assert ended == LEFT
    assert strings.NO_CONTENT in text
    assert "112" in text
