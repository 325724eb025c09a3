"""The deep line: each screen of training says «ØVELSE» at the top, in another colour, and gives no number away."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

import guide.tui.training
from guide.core.content import Content
from guide.core.training_result import Group, Vote
from guide.service.desk import Desk
from guide.service.guide import Guide
from guide.service.training.training import Training
from guide.service.views import OutcomeView
from guide.tui.app import GuideApp
from guide.tui.screens.home import HomeScreen
from guide.tui.settings import Chosen
from guide.tui.themes import CONTRAST, THEMES
from guide.tui.training.file import FileModal
from guide.tui.training.hands import NumbersModal
from guide.tui.training.lessons import LessonsScreen
from guide.tui.training.page import TrainingPage
from guide.tui.training.play import PlayScreen
from guide.tui.training.play_asides import PlayAsides
from guide.tui.training.room import RoomScreen
from guide.tui.training.timed import TimedPage
from tests.conftest import ROOT
from tests.glyphs import outside

from .conftest import MONDAY, MemoryStore
from .helpers import press, screen_text
from .test_every_screen import painted
from .test_themes import AA, AAA, contrast
from .test_training import ARM, STANGE, to_exercise

BASES = {TrainingPage, FileModal, NumbersModal, PlayAsides, TimedPage}
ONE, LAST = "the-exercise", "to-the-last-slide"
TO_END = ("escape", LAST)
SCREENS = {
    "list": ((), "LessonsScreen"),
    "how": ((ONE,), "Dialog"),
    "story": ((ONE, "1"), "PlayScreen"),
    "stop": ((ONE, "1", "1"), "PlayScreen"),
    "feedback": ((ONE, "1", "1", "1"), "PlayScreen"),
    "hint": ((ONE, "1", "1", "i"), "Dialog"),
    "told": ((ONE, "1", "1", "s"), "Dialog"),
    "why": ((ONE, "1", "1", "question_mark"), "Dialog"),
    "alarms": ((ONE, "1", "1", "a"), "Dialog"),
    "contacts": ((ONE, "1", "1", "k"), "TrainingContactsScreen"),
    "leaving": ((ONE, "1", "1", "q"), "Dialog"),
    "debrief": ((ONE, "1", "1", "q", "2"), "DebriefScreen"),
    "quick-areas": (("1",), "Dialog"),
    "quick": (("1", "1"), "QuickScreen"),
    "quick-why": (("1", "2", "1"), "QuickScreen"),
    "overview": (("2",), "OverviewScreen"),
    "overview-file": (("2", "end", "1"), "MadeModal"),
    "done": ((ONE, "3", *TO_END, "3"), "DoneModal"),
    "size": ((ONE, "3"), "SizeModal"),
    "wall-story": ((ONE, "3", "escape"), "RoomScreen"),
    "wall": ((ONE, "3", "escape", "enter"), "RoomScreen"),
    "hands": ((ONE, "3", "escape", "enter", "enter"), "HandsModal"),
    "reveal": ((ONE, "3", "escape", "enter", "enter", "enter"), "RoomScreen"),
    "wall-end": ((ONE, "3", *TO_END), "RoomScreen"),
    "sheet": ((ONE, "3", *TO_END, "1"), "MadeModal"),
}
"""Keys from the list of exercises, and where they lead. RecordModal belongs to a real walk."""
EACH_STYLE = ("overview", "feedback", "contacts", "reveal", "hands")
"""Between them they show every style of training; to change the theme takes a second."""
SIZES = ((1, 1), (40, 12), (200, 60), (80, 24))
SMALL = ((40, 12), (80, 24))


@pytest.fixture
def app(shipped: Content, tmp_path: Path) -> GuideApp:
    """The app over the shipped content, with a desk of its own."""
    made = GuideApp(Guide(shipped, STANGE, lambda: MONDAY), MemoryStore(Chosen(STANGE)))
    made.open_desk = lambda: Desk(lambda: ROOT, tmp_path / "data")
    return made


def two_groups(folder: Path) -> None:
    """Two groups of one exercise, in two months, with something to get wrong."""
    for month, wrong in (("2026-09", 6), ("2026-11", 2)):
        vote = Vote("hva", "Hva sier du?", "Foresatte", (("right", 8 - wrong), ("wrong", wrong)))
        assert Desk(lambda: ROOT, folder).keep(Group(ARM, month, 8, (vote,)))


Trail = list[tuple[str, ...]]
"""For each screen that is open over the first one, the keys from the list of exercises that made it what it is."""


async def go(pilot: Pilot[None], app: GuideApp, screen: str, trail: Trail | None = None) -> None:
    """Opens one of SCREENS; with a `trail` from the nearest screen that is open already and lies on the way."""
    keys, trail = SCREENS[screen][0], [] if trail is None else trail
    while trail and keys[: len(trail[-1])] != trail[-1]:
        trail.pop()
        app.pop_screen()
    await pilot.pause()
    if not trail:
        app.ways.exercises()
        trail.append(())
        await pilot.pause()
    below = len(app.screen_stack) - len(trail)
    for number in range(len(trail[-1]), len(keys)):
        await take(pilot, app, keys[number])
        del trail[len(app.screen_stack) - below :]
        trail[len(app.screen_stack) - below - 1 :] = [keys[: number + 1]]
    assert type(app.screen).__name__ == SCREENS[screen][1]


async def take(pilot: Pilot[None], app: GuideApp, key: str) -> None:
    """Presses a key, or does what one of the words of SCREENS stands for."""
    if key == ONE:
        assert isinstance(app.screen, LessonsScreen)
        to_exercise(app.screen, ARM)
        await press(pilot, "enter")
    elif key == LAST:
        assert isinstance(app.screen, RoomScreen)
        app.screen.at = len(app.screen.slides)
        app.screen.draw()
    else:
        await press(pilot, key)


def test_no_screen_of_training_is_left_out() -> None:
    """Every screen and modal of the package is among those that are looked at here."""
    for module in pkgutil.walk_packages(guide.tui.training.__path__, "guide.tui.training."):
        importlib.import_module(module.name)

    def below(kind: type) -> Iterator[type]:
        for one in kind.__subclasses__():
            yield one
            yield from below(one)

    own = {one for one in below(Screen) if one.__module__.startswith("guide.tui.training.")}
    assert {one.__name__ for one in own - BASES} == {name for _, name in SCREENS.values()} - {"Dialog"} | {
        "RecordModal"
    }


async def test_every_screen_says_exercise_can_be_read_and_gives_no_number(
    app: GuideApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """«ØVELSE» in the first line, also under a panel and in a small window; letters that can be read in each theme.

    Neither the key for copying nor that for the code does anything, and nothing can be marked with the mouse.
    """
    copied: list[str] = []
    two_groups(tmp_path / "data")
    monkeypatch.setattr(GuideApp, "copy_to_clipboard", lambda _, text: copied.append(text))
    trail: Trail = []
    async with app.run_test(size=(80, 24)) as pilot:
        for screen in SCREENS:
            await go(pilot, app, screen, trail)
            await at_sizes(pilot, app, SIZES if screen in EACH_STYLE else SMALL)
            for theme in THEMES if screen in EACH_STYLE else ():
                app.theme = theme.name
                await pilot.pause()
                assert outside(screen_text(app)) == set(), screen
                least = AAA if theme is CONTRAST else AA
                measured = {(fore.hex, ground.hex): contrast(fore, ground) for fore, ground in painted(app)}
                assert {pair: v for pair, v in measured.items() if v < least} == {}, (screen, theme.name)
            if "Modal" not in SCREENS[screen][1]:
                await keeps_its_numbers(pilot, app)
            assert copied == []


async def at_sizes(pilot: Pilot[None], app: GuideApp, sizes: tuple[tuple[int, int], ...]) -> None:
    """No size breaks the screen, and where it can be read it says what it is."""
    for width, height in sizes:
        await pilot.resize_terminal(width, height)
        await pilot.pause()
        if height >= 12:
            text = screen_text(app)
            assert "ØVELSE" in text.splitlines()[0] or "ØVELSE:" in text
    assert "ØVELSE" in screen_text(app).splitlines()[0]


async def keeps_its_numbers(pilot: Pilot[None], app: GuideApp) -> None:
    """Keys that would copy, show a code or open what is real stay where they are."""
    before = app.screen
    for action in ("copy", "qr", "measures", "search"):
        if isinstance(before, TrainingPage):
            await before.run_action(action)
        else:  # a panel has no such key
            assert not hasattr(before, f"action_{action}")
    await pilot.pause()
    assert app.screen is before
    pages = [one for one in app.screen_stack if isinstance(one, TrainingPage)]
    assert pages
    assert not any(page.ALLOW_SELECT or page.contact() for page in pages)


async def test_advice_in_an_exercise_shows_its_number_and_keeps_it(app: GuideApp) -> None:
    """At the advice with 112 on the plate: copying says why not, and the screen says not to ring."""
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, app, "story")
        screen = app.screen
        assert isinstance(screen, PlayScreen)
        screen.at_once = False
        for play, _ in Training(screen.training.content, screen.training.exercise).course:
            if not play.waiting and isinstance(screen.training.view(play).stop, OutcomeView):
                screen.play = play
                break
        screen._told |= {scene.id for scene in screen.play.exercise.scenes}
        await screen.draw()
        await press(pilot, "c")
        assert screen.stage.pane.contact is not None
        assert "Ikke ring numrene" in screen_text(app)
        assert screen_text(app).splitlines()[0].split()[1:3] == ["ØVELSE", "Numre"]
        assert not [key for key in screen.hints() if key.action in ("copy", "qr")]


async def test_the_overview_shows_how_it_moves_and_makes_its_files(
    app: GuideApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What most get wrong with its share, from the first month to the last; PDF, CSV and Markdown beside it."""
    monkeypatch.chdir(tmp_path)
    two_groups(tmp_path / "data")
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, app, "overview")
        text = screen_text(app)
        assert "50 %" in text
        assert "Hva sier du?" in text
        assert "75 prosent i september 2026, 25 prosent i november 2026" in text
        for key, name, start in (
            ("1", "o.pdf", b"%PDF"),
            ("2", "o.csv", b"\xef\xbb\xbf"),
            ("3", "o.md", "# Ø".encode()),
        ):
            await press(pilot, "end", key, *["backspace"] * 12, *str(tmp_path / name), "enter")
            assert (tmp_path / name).read_bytes().startswith(start)
        await press(pilot, "end", "3", *["backspace"] * 12, *"~ingen-slik-bruker/o.md", "enter")
        assert "kunne ikke lagres der" in screen_text(app)  # the home of nobody: told, and no fault
        await press(pilot, "escape", "end", "4")
        assert isinstance(app.screen, LessonsScreen)


async def test_the_story_stands_beside_the_stop_where_there_is_room(app: GuideApp) -> None:
    """From 110 columns on, with the newest first; gone in a narrower window, and while the story itself is read."""
    async with app.run_test(size=(120, 30)) as pilot:
        await go(pilot, app, "story")
        screen = app.screen
        assert isinstance(screen, PlayScreen)
        assert screen.side is None
        await press(pilot, "end", "1")
        assert screen.side is not None
        row = next(line for line in screen_text(app).splitlines() if "Det som skjer" in line)
        assert row.index("Det som skjer") > 75
        for width, there in ((109, False), (110, True)):
            await pilot.resize_terminal(width, 30)
            await pilot.pause()
            assert screen.side.display is there


async def test_an_exercise_leaves_nothing_behind(app: GuideApp, tmp_path: Path) -> None:
    """A play that is left is no open card on the first screen, and nothing is on the disk."""
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, app, "feedback")
        await press(pilot, "q", "3", "b")
        assert isinstance(app.screen, HomeScreen)
        assert app.ways.held is None
        assert not (tmp_path / "data").exists()


async def test_real_danger_is_one_key_from_an_exercise(app: GuideApp) -> None:
    """The numbers come up as everywhere, and the card behind them is the real one, not the exercise's."""
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, app, "stop")
        play = app.screen
        await press(pilot, "exclamation_mark", "1")
        await pilot.pause()
        assert type(app.screen).__name__ == "WalkScreen"
        assert "ØVELSE" not in screen_text(app)
        assert isinstance(play, PlayScreen)
        assert play.play.acts == 0


async def test_a_room_may_be_gone_back_through(app: GuideApp) -> None:
    """Back goes from the reasons to the question, the story, and the slide before."""
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, app, "reveal")
        room = app.screen
        assert isinstance(room, RoomScreen)
        seen = []
        for _ in range(3):
            seen.append((room.at, room.phase))
            await press(pilot, "left")
        assert seen == [(0, "reveal"), (0, "ask"), (0, "story")]
