"""What holds for each screen and modal of editing: any size, danger by one key, letters that can be read."""

from __future__ import annotations

import importlib
import random
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from guide.tui.app import GuideApp
from guide.tui.editing import contact_texts, folder_texts, publish_texts, texts
from guide.tui.editing.picking import TicksModal
from guide.tui.modals.emergency import EmergencyModal
from guide.tui.themes import CONTRAST, THEMES
from tests.glyphs import outside

from .conftest import AppMaker
from .editing import CONTACTS, choose, flag, folder, over, settled
from .helpers import press, screen_text
from .test_every_screen import EACH, RESIZES, TOO_SMALL, painted, resized
from .test_themes import AA, AAA, contrast

__all__ = ["folder"]
MODULES = ("contact", "contacts", "flagged", "blanks", "home", "hours", "picking", "publishing", "versions")
"""The modules of the package whose screens are looked at here. Those of cards have tests of their own."""
CONTACT = ("=By kommune", "1")
SCREENS = {
    "home": ((), "EditHomeScreen"),
    "folder": ((f"={folder_texts.OTHER}",), "FormModal"),
    "contacts": (CONTACT[:1], "EditContactsScreen"),
    "service": ((*CONTACT[:1], f"={contact_texts.NEW}"), "PickModal"),
    "contact": (CONTACT, "EditContactScreen"),
    "number": ((*CONTACT, "1"), "FormModal"),
    "hours": ((*CONTACT, "2"), "HoursScreen"),
    "withdraw": ((*CONTACT, f"={contact_texts.WITHDRAW}"), "FormModal"),
    "flagged": ((f"={texts.FLAGGED}",), "FlaggedScreen"),
    "publish": ((f"={publish_texts.PUBLISH}",), "PublishScreen"),
    "who": ((f"={publish_texts.PUBLISH}", "1"), "FormModal"),
    "versions": ((f"={publish_texts.VERSIONS}",), "VersionsScreen"),
    "version": ((f"={publish_texts.VERSIONS}", "1"), "VersionScreen"),
}
"""Keys from «Redigering», and where they lead; a word with = before it is chosen in the list."""
EACH_STYLE = ("hours", "service", "who")
"""Between them they have every kind of widget and style; the rest are lists like the first, at fewer sizes."""
FEWER = 20


async def go(pilot: Pilot[None], app: GuideApp, screen: str) -> None:
    """Opens one of SCREENS."""
    await press(pilot, "7")
    await settled(pilot)
    for key in SCREENS[screen][0]:
        if key.startswith("="):
            await choose(pilot, key[1:])
        else:
            await press(pilot, key)
        if key != "1" and key != "2":
            await settled_or_waiting(pilot, app)
    assert type(app.screen).__name__ == SCREENS[screen][1]


async def settled_or_waiting(pilot: Pilot[None], app: GuideApp) -> None:
    """What runs in threads has come to its end, but for workers that wait for a modal."""
    for _ in range(100):
        running = [worker for worker in app.workers if worker.group in ("look", "publish") and not worker.is_finished]
        if not running:
            break
        await pilot.pause(0.05)
    await pilot.pause()


def test_no_screen_of_editing_is_left_out() -> None:
    """Every screen and modal of these modules is among those that are looked at here."""
    found = set()
    for name in MODULES:
        module = importlib.import_module(f"guide.tui.editing.{name}")
        own = (each for each in vars(module).values() if isinstance(each, type) and each.__module__ == module.__name__)
        found |= {each.__name__ for each in own if issubclass(each, Screen)}
    assert found - {TicksModal.__name__} == {name for _, name in SCREENS.values()}  # ticked in the form of a step alone


@pytest.mark.parametrize("screen", SCREENS)
async def test_any_size_danger_and_letters(make_app: AppMaker, folder: Path, screen: str) -> None:
    """Two hundred sizes break nothing, below the least it says so; the numbers are one key away, and Escape leads back;
    every letter can be read in every theme. Screens that are drawn alike share the costly part."""
    flag(folder)
    path = folder / CONTACTS
    path.write_text(path.read_text("utf-8").replace("22 33 44 55", "22 33 44 66"), "utf-8")
    app = over(make_app, folder)
    sizes, name = random.Random(screen), SCREENS[screen][1]
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, app, screen)
        before = screen_text(app)
        for number in range(RESIZES - 2 if screen in EACH_STYLE else FEWER):
            await resized(app, int(1 + 200 * sizes.random() ** 2), int(1 + 60 * sizes.random() ** 2), number % EACH)
        await resized(app, 1, 1)
        await resized(app, 39, 11)
        await pilot.pause()
        assert screen_text(app).split() == TOO_SMALL.split()
        await resized(app, 80, 24)
        await pilot.pause()
        assert len(screen_text(app).split()) >= len(before.split()) / 2
        await press(pilot, "exclamation_mark")
        assert isinstance(app.screen, EmergencyModal)
        await press(pilot, "escape")
        assert type(app.screen).__name__ == name
        for theme in THEMES if screen in EACH_STYLE else ():
            app.theme = theme.name
            await pilot.pause()
            assert outside(screen_text(app)) == set()
            least = AAA if theme is CONTRAST else AA
            seen = set(painted(app))
            assert len(seen) > 3
            assert not {(a.hex, b.hex) for a, b in seen if contrast(a, b) < least}, theme.name
