"""What holds for each screen and modal of the app: any size, and letters that can be read in the three themes."""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.color import Color
from textual.geometry import Size
from textual.pilot import Pilot
from textual.screen import Screen

import guide.tui
from guide.service.guide import Guide
from guide.tui import strings
from guide.tui.app import GuideApp
from guide.tui.modals.emergency import EmergencyModal
from guide.tui.modals.working import Working
from guide.tui.screens.asides import Asides
from guide.tui.screens.keeping import Keeping
from guide.tui.screens.opening import Opening
from guide.tui.screens.page import Page
from guide.tui.screens.walk import WalkScreen
from guide.tui.themes import CONTRAST, THEMES
from tests.glyphs import outside

from .conftest import AppMaker, make_content, with_topic
from .helpers import press, screen_text
from .test_case_pages import later_content
from .test_cases import PHRASE, with_cases
from .test_themes import AA, AAA, contrast

TO_TICK = ("1", "2", "enter", "enter")
TO_YEARS = (*TO_TICK, "enter")
TO_OUTCOME = (*TO_TICK, "right", "space", "enter", "v")
SCREENS = {
    "home": ((), "HomeScreen"),
    "contacts": (("k",), "ContactsScreen"),
    "number": (("k", "down", "down", "down", "x"), "NumberModal"),
    "signs": (("4",), "ReadingScreen"),
    "cards": (("5",), "CardsScreen"),
    "settings": (("8",), "SettingsScreen"),
    "setup": (("8", "1"), "SetupScreen"),
    "numbers": (("8", "2"), "NumbersScreen"),
    "measures": (("m",), "MeasuresScreen"),
    "age": (("m", "2"), "AgeModal"),
    "search": (("slash", "b", "a", "r"), "SearchScreen"),
    "found": (("slash", "l", "o", "v", "e", "n", "enter"), "Dialog"),
    "palette": (("f2",), "PaletteModal"),
    "alarms": (("a",), "AlarmModal"),
    "emergency": (("exclamation_mark",), "EmergencyModal"),
    "help": (("f1",), "HelpModal"),
    "hidden": (("h",), "HiddenScreen"),
    "question": (("1",), "WalkScreen"),
    "why": (("1", "question_mark"), "Dialog"),
    "overview": (("1", "p"), "Dialog"),
    "note": (("1", "n"), "NoteModal"),
    "record": (("1", "2"), "WalkScreen"),
    "tick": (TO_TICK, "WalkScreen"),
    "years": (TO_YEARS, "WalkScreen"),
    "task": ((*TO_YEARS, "4", "enter"), "WalkScreen"),
    "stuck": ((*TO_YEARS, "2", "0", "enter"), "StuckModal"),
    "outcome": (TO_OUTCOME, "WalkScreen"),
    "summary": ((*TO_OUTCOME, "1", "1"), "SummaryScreen"),
    "leaving": (("1", "2", "escape", "q"), "LeaveModal"),
    "passphrase": (("1", "2", "escape", "l"), "FieldModal"),
    "cases": (("2",), "CasesScreen"),
    "case": (("2", "1"), "CaseScreen"),
    "out": (("2", "1", "3"), "OutScreen"),
    "draft": (("2", "1", "3", "1", "1"), "DraftScreen"),
    "given": (("2", "1", "2"), "GivenScreen"),
    "anew": (("2", "1", "2", "1"), "AnewScreen"),
    "newer": (("2", "1", "3"), "NewerScreen"),
    "ongoing": (("1", "2", "escape", "q", "2", "2"), "OngoingModal"),
    "replacing": (("1", "2", "escape", "q", "2", "1"), "ReplaceModal"),
}
"""Keys from the first screen, and where they lead."""
NUMBERS = "112 113 110"
TOO_SMALL = f"{strings.TOO_SMALL} {strings.TOO_SMALL_EMERGENCY.format(numbers=NUMBERS)}"
RESIZES = 200
EACH = 10
"""So many sizes stand between two at which the app has time: widgets hear of their size, and do something about it."""
TURNS = 4
"""Turns of the event loop for that."""


def app_of(make_app: AppMaker, screen: str, folder: Path) -> GuideApp:
    """The app in which the screen is to be found: cards on one topic are listed only where there are any, and cases."""
    app = make_app(content=with_topic(make_content())) if screen == "cards" else make_app()
    cases = with_cases(app, folder)
    if screen in ("cases", "case", "out", "draft", "given", "anew", "newer", "ongoing"):
        cases.create(PHRASE)
        walk = app.guide.begin(app.guide.main_card())
        cases.save(app.guide.answer(walk, "nei"), "mappe")
    if screen == "newer":
        app.guide = Guide(later_content(), app.guide.profile, app.guide.now)
        with_cases(app, folder).unlock(PHRASE)
    if screen == "ongoing":
        cases.lock()
    return app


def every_class() -> set[str]:
    """The names of all screens and modals that the app has, but for what they are built on, and a dialog that waits.

    Those of training and editing are looked at in tests of their own: they need exercises, and a folder.
    """
    for module in pkgutil.walk_packages(guide.tui.__path__, "guide.tui."):
        importlib.import_module(module.name)

    def below(kind: type) -> Iterator[type]:
        for one in kind.__subclasses__():
            yield one
            yield from below(one)

    own = {
        one
        for one in below(Screen)
        if one.__module__.startswith("guide.")
        and not one.__module__.startswith(("guide.tui.training", "guide.tui.editing"))
    }
    return {one.__name__ for one in own - {Page, Asides, Keeping, Opening, Working}}


def test_no_screen_is_left_out() -> None:
    """Every screen and modal of the app is among those that are looked at here."""
    assert every_class() == {name for _, name in SCREENS.values()}


@pytest.mark.parametrize("screen", SCREENS)
async def test_two_hundred_sizes_break_no_screen(make_app: AppMaker, screen: str, tmp_path: Path) -> None:
    """From 1×1 to 200×60: nothing breaks; below the least it says so; at 80×24 it is as it was."""
    app = app_of(make_app, screen, tmp_path)
    sizes = random.Random(screen)
    keys, name = SCREENS[screen]
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys)
        assert type(app.screen).__name__ == name
        before = own_words(app)
        for number in range(RESIZES - 2):
            # squared: more of the small ones, where things break
            await resized(app, int(1 + 200 * sizes.random() ** 2), int(1 + 60 * sizes.random() ** 2), number % EACH)
        await resized(app, 1, 1)
        await resized(app, 200, 60)
        await resized(app, 39, 11)
        await pilot.pause()
        if screen != "hidden":
            assert screen_text(app).split() == TOO_SMALL.split()
        await resized(app, 80, 24)
        await pilot.pause()
        assert type(app.screen).__name__ == name
        assert screen == "hidden" or "112" in screen_text(app)
        assert own_words(app) >= before / 2


@pytest.mark.parametrize("screen", SCREENS)
async def test_danger_is_one_key_from_every_screen(make_app: AppMaker, screen: str, tmp_path: Path) -> None:
    """The numbers large, from wherever one is, also where letters are text; Escape leads back to where one was."""
    app = app_of(make_app, screen, tmp_path)
    keys, name = SCREENS[screen]
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, *keys)
        await press(pilot, "exclamation_mark")
        assert isinstance(app.screen, EmergencyModal)
        assert all(number in screen_text(app) for number in ("112", "113", "110"))
        await press(pilot, "escape")
        assert screen in ("emergency", "hidden") or type(app.screen).__name__ == name


def own_words(app: GuideApp) -> int:
    """How many words the screen shows; of a modal its dialog alone, for what is dimmed below comes and goes."""
    dialogs = app.screen.query("#dialog") if app.screen.is_modal else ()
    rows = screen_text(app).split("\n")
    for dialog in dialogs:
        region = dialog.region
        rows = [row[region.x : region.right] for row in rows[region.y : region.bottom]]
    words = sum(len(row.split()) for row in rows)
    assert words > 0 or type(app.screen).__name__ == "HiddenScreen"
    return words


async def test_a_resize_in_the_middle_loses_nothing(make_app: AppMaker) -> None:
    """What is typed, ticked and marked is there again when the window has been too small for a while."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", "2", "enter", *"slag")
        await shaken(app, pilot)
        assert "slag" in screen_text(app)
        await press(pilot, "enter", "down", "space")
        await shaken(app, pilot)
        assert "[x] Er mye alene" in screen_text(app)
        await press(pilot, "enter", "1")
        await shaken(app, pilot)
        await press(pilot, "1", "enter")
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.walk.state.known["alder"] == "11"


async def shaken(app: GuideApp, pilot: Pilot[None]) -> None:
    """The window is made tiny, wide, and what it was."""
    for size in ((1, 1), (200, 60), (39, 11), (80, 24)):
        await pilot.resize_terminal(*size)
        await pilot.pause()


async def resized(app: GuideApp, width: int, height: int, hurry: int = 0) -> None:
    """The terminal has another size, and the screen is drawn; without `hurry`, again when the app has had time."""
    size = Size(width, height)
    app._driver._size = size  # type: ignore[union-attr]
    app.screen._screen_resized(size)
    if not hurry:
        for _ in range(TURNS):
            await asyncio.sleep(0)
        app.screen._compositor.render_strips()


@pytest.mark.parametrize("screen", SCREENS)
async def test_every_letter_can_be_read_in_every_theme(make_app: AppMaker, screen: str, tmp_path: Path) -> None:
    """As it is painted: WCAG AA in dark and light, AAA in high contrast; signs that the old Windows console has, too.

    What a modal dims is not counted.
    """
    app = app_of(make_app, screen, tmp_path)
    keys, _ = SCREENS[screen]
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, *keys)
        for theme in THEMES:
            app.theme = theme.name
            await pilot.pause()
            seen = set(painted(app))
            assert len(seen) > (3 if screen != "hidden" else 0)
            assert outside(screen_text(app)) == set()
            least = AAA if theme is CONTRAST else AA
            measured = {(fore.hex, ground.hex): contrast(fore, ground) for fore, ground in seen}
            assert {pair: value for pair, value in measured.items() if value < least} == {}, theme.name


def painted(app: GuideApp) -> Iterator[tuple[Color, Color]]:
    """Every pair of colours in which the top screen writes something."""
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        x = 0
        for text, style, _ in strip:
            letters = text.strip()
            if letters and style and style.color and style.bgcolor and not is_bar(letters):
                at = x + len(text) - len(text.lstrip())
                if app.screen.get_widget_at(at, y)[0] is not app.screen:
                    fore, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
                    yield (ground, fore) if style.reverse else (fore, ground)
            x += len(text)


def is_bar(letters: str) -> bool:
    """Whether it is a scroll bar, or a code for a camera."""
    return all("\u2580" <= letter <= "\u259f" or letter.isspace() for letter in letters)
