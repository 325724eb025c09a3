"""docs/bruk/ansatte.md is true: its keys are the app's, its ways lead where it says, its pictures are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide.core.contacts import ContactPoint
from guide.core.content import Content
from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.tui import keys
from guide.tui.app import GuideApp
from guide.tui.settings import Chosen
from guide.tui.widgets.advice import AdvicePane

from .conftest import MONDAY, MemoryStore
from .helpers import press, screen_text

FILE = Path(__file__).resolve().parents[2] / "docs" / "bruk" / "ansatte.md"
NAMES = {"Enter": "enter", "!": "exclamation_mark", "+": "plus"}
MOST_KEYS = 12
"""So many keys a common worry may take; danger takes one."""


def ways() -> list[tuple[list[str], str]]:
    """The keys of each worry, and what stands in «…» in the text below it."""
    found = re.findall(r"^Taster: (.+)\n\n((?:.+\n)+)", FILE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [(re.findall(r"`([^`]+)`", line), re.findall(r"«([^»]+)»", below)[-1]) for line, below in found]


@pytest.mark.parametrize("number", [0, 1, 2])
async def test_the_keys_lead_where_it_says(shipped: Content, number: int) -> None:
    """From the first screen in Stange, barnehage, in at most twelve keys; danger in one."""
    pressed, says = ways()[number]
    assert len(pressed) <= (1 if number == 0 else MOST_KEYS)
    profile = Profile("stange", (("virksomhet", "barnehage"), ("rolle", "ansatt")))
    app = GuideApp(Guide(shipped, profile, lambda: MONDAY), MemoryStore(Chosen(profile)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in pressed[:-1]:
            await press(pilot, NAMES.get(key, key))
            assert says not in screen_text(app) or number == 0
        await press(pilot, NAMES.get(pressed[-1], pressed[-1]))
        assert says in screen_text(app), screen_text(app)


WORRIES = {
    "in danger": ("stange", "barnehage", ("!",), "112"),
    "hit at home, goes home today": ("stange", "barnehage", (*"12", *["Enter"] * 4, *"121122"), "116 111"),
    "hungry and dirty, in Ringsaker": ("ringsaker", "skole", tuple("121311"), "47 47 27 87"),
    "sad and tired": ("stange", "barnehage", (*"12", *["Enter"] * 4, *"33222"), "62 00 00 01"),
}
"""Where one works, the keys from the first screen, and the number that is the right one."""


@pytest.mark.parametrize("worry", WORRIES)
async def test_the_right_number_is_few_keys_away(shipped: Content, worry: str) -> None:
    """One key when the child is in danger, at most twelve for a common worry; the number stands alone, to be rung."""
    pack, place, pressed, number = WORRIES[worry]
    assert len(pressed) <= (1 if worry == "in danger" else MOST_KEYS)
    leader = ContactPoint("l", "pedagogisk_leder", "", pack, phone="62 00 00 01", entered="2026-11-02")
    profile = Profile(pack, (("virksomhet", place), ("rolle", "ansatt")), (leader,))
    app = GuideApp(Guide(shipped, profile, lambda: MONDAY), MemoryStore(Chosen(profile)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in pressed:
            await press(pilot, NAMES.get(key, key))
        if worry == "in danger":
            assert number in screen_text(app)
        else:
            contact = app.screen.query_one(AdvicePane).contact
            assert contact is not None
            assert contact.number == number
            assert number in screen_text(app)


def test_every_key_of_the_help_is_in_the_table() -> None:
    """No key is left out."""
    table = set(re.findall(r"^\| `([^`]+)` \|", FILE.read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert {key.shown for key in (*keys.IN_HELP, keys.HELP)} <= table


def test_every_picture_is_there() -> None:
    """No picture is missing; `python -m tests.tui.pictures` makes them."""
    for document in (FILE, FILE.parents[2] / "README.md"):
        linked = re.findall(r"!\[[^\]]*\]\(([^)]+\.svg)\)", document.read_text(encoding="utf-8"))
        assert linked
        assert [name for name in linked if not (document.parent / name).is_file()] == []
