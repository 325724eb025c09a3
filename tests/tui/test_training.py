"""Training in the app: alone, quick, in a room; and the deep line between it and what is real."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from guide.core.content import Content
from guide.core.exercise_model import following
from guide.service.desk import Desk
from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.tui.app import GuideApp
from guide.tui.settings import Chosen
from guide.tui.training.debrief import DebriefScreen
from guide.tui.training.lessons import LessonsScreen
from guide.tui.training.play import PlayScreen
from tests.conftest import ROOT

from .conftest import MONDAY, MemoryStore
from .helpers import press, screen_text

STANGE = Profile("stange", (("virksomhet", "barnehage"), ("rolle", "ansatt")))
EXERCISES = "6"
Maker = Callable[[], GuideApp]


@pytest.fixture
def app(shipped: Content, tmp_path: Path) -> GuideApp:
    """The app over the shipped content, with a desk of its own."""
    made = GuideApp(Guide(shipped, STANGE, lambda: MONDAY), MemoryStore(Chosen(STANGE)))
    made.open_desk = lambda: Desk(lambda: ROOT, tmp_path)
    return made


async def open_list(pilot: Pilot[None]) -> None:
    """Opens the exercises from the first screen."""
    at = next(line for line in screen_text(pilot.app).splitlines() if "Øvelser" in line)  # type: ignore[arg-type]
    await press(pilot, at.split()[0].lstrip("›") or at.split()[1])


async def open_exercise(pilot: Pilot[None], app: GuideApp, name: str, way: str) -> None:
    """Opens an exercise as it is chosen in the list."""
    await open_list(pilot)
    assert isinstance(app.screen, LessonsScreen)
    number = [lesson.id for lesson in app.screen.lessons].index(name) + 2
    await press(pilot, str(number), way)


async def on_right_way(pilot: Pilot[None], app: GuideApp) -> None:
    """Plays the exercise as it would be done itself, by what the screen takes."""
    for _ in range(200):
        screen = app.screen
        if not isinstance(screen, PlayScreen):
            return
        await one_step(pilot, screen)
    raise AssertionError


async def one_step(pilot: Pilot[None], screen: PlayScreen) -> None:
    """Reads what is to be read, or does what the exercise does."""
    from guide.core.exercise_play import act

    if screen.first.display and not screen.shown.ask:
        await press(pilot, "end", "1")
        return
    given = following(screen.play)
    if screen.first.display:
        options = [answer.value for answer in screen.shown.ask.options] if screen.shown.ask else []
        await press(pilot, "end", str(options.index(given.answer) + 1))  # type: ignore[union-attr]
        return
    await screen.act(lambda play: act(play, given))  # type: ignore[arg-type]
    await pilot.pause()


async def test_alone_along_the_right_way_to_a_full_score(app: GuideApp) -> None:
    """From the first screen through story, stops and events to the debrief, with all points."""
    async with app.run_test(size=(80, 24)) as pilot:
        await open_exercise(pilot, app, "stange/merker-paa-armen", "1")
        assert isinstance(app.screen, PlayScreen)
        assert "tirsdag 24. november 2026 kl. 14:40" in screen_text(app)
        await on_right_way(pilot, app)
        assert isinstance(app.screen, DebriefScreen)
        assert "28 av 28 poeng" in screen_text(app)



async def test_look(app: GuideApp, tmp_path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        def snap(n):
            print(n); print(screen_text(app))
        await open_exercise(pilot, app, "stange/merker-paa-armen", "3")
        snap("size")
        await press(pilot, "8", "enter")
        snap("story")
        await press(pilot, "enter")
        snap("ask")
        await press(pilot, "enter")
        snap("hands")
        await press(pilot, *"1 2 5", "enter")
        snap("reveal")
        await press(pilot, "u")
        await press(pilot, "right", "right")
        snap("next")
        await press(pilot, "left", "enter", "enter", "2", "enter")
        snap("maj")
        await press(pilot, *["right"] * 20)
        snap("end")
        await press(pilot, "end", "2")
        snap("kept")
        print(app.screen.desk.groups())
        await press(pilot, "end", "1", "home", *f"{tmp_path}/", "enter")
        print((tmp_path/"ovelse-ark.md").read_text())
