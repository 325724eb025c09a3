"""Exercises under «Redigering»: from the list to a field, saved in the draft, and tried before anybody trains."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot

from guide.core.content import Content
from guide.service.guide import Guide
from guide.tui.app import GuideApp
from guide.tui.editing.exercise import ExerciseScreen
from guide.tui.editing.exercise_part import PartScreen
from guide.tui.editing.exercises import ExercisesScreen
from guide.tui.modals.emergency import EmergencyModal
from guide.tui.settings import Chosen
from guide.tui.training.play import PlayScreen
from tests.conftest import ROOT

from .conftest import MONDAY, MemoryStore
from .editing import choose
from .helpers import press, screen_text
from .test_every_screen import TOO_SMALL
from .test_training import STANGE

FILE = "trees/stange/exercises/merker-paa-armen.yaml"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of an admin's own with all that is shipped."""
    monkeypatch.setattr("guide.store.drafts.data_dir", lambda: tmp_path / "own")
    for name in ("trees", "contacts"):
        shutil.copytree(ROOT / name, tmp_path / "mappe" / name)
    return tmp_path / "mappe"


async def looked(pilot: Pilot[None], screen: ExerciseScreen) -> None:
    """What is wrong with it has been found out."""
    for _ in range(200):
        if screen.looked is not None and all(worker.is_finished for worker in pilot.app.workers):
            break
        await pilot.pause(0.05)
    await pilot.pause()


async def test_a_field_is_changed_saved_and_tried(shipped: Content, own: Path) -> None:
    """List, form, part, field; the file on the disk; whether it fits; a play of the draft; each at any size."""
    guide = Guide(shipped, STANGE, lambda: MONDAY)
    app = GuideApp(guide, MemoryStore(Chosen(STANGE)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.push_screen(ExercisesScreen(own, guide.now))
        await pilot.pause()
        await every_size(pilot, app)
        await choose(pilot, "Merker på armen")
        screen = app.screen
        assert isinstance(screen, ExerciseScreen)
        await looked(pilot, screen)
        assert "Øvelsen passer til kortet." in screen_text(app)
        await every_size(pilot, app)
        await choose(pilot, "Om øvelsen")
        assert isinstance(app.screen, PartScreen)
        await every_size(pilot, app)
        await press(pilot, "1", *["backspace"] * 20, "enter")
        assert "Feltet kan ikke stå tomt." in screen_text(app)
        await press(pilot, *"Armen", "enter")
        assert "Lagret i utkastet." in screen_text(app)
        assert "title: Armen" in (own / FILE).read_text(encoding="utf-8")
        await press(pilot, "3", "1")
        assert "level: lett" in (own / FILE).read_text(encoding="utf-8")
        await press(pilot, "escape")
        await looked(pilot, screen)
        await press(pilot, "1")
        assert isinstance(app.screen, PlayScreen)
        assert screen_text(app).splitlines()[0].split()[1:3] == ["ØVELSE", "Armen"]
        await press(pilot, "q", "3")
        (own / FILE).write_text((own / FILE).read_text("utf-8").replace("at: fare", "at: borte"), "utf-8")
        app.pop_screen()
        app.push_screen(ExerciseScreen(own, FILE, guide.now))
        await pilot.pause()
        stale = app.screen
        assert isinstance(stale, ExerciseScreen)
        await looked(pilot, stale)
        assert "borte" in screen_text(app)
        assert "Øvelsen passer til kortet." not in screen_text(app)


async def every_size(pilot: Pilot[None], app: GuideApp) -> None:
    """No size breaks it, below the least it says so, and the numbers are one key away."""
    screen = app.screen
    for width, height in ((39, 11), (60, 20), (200, 60), (80, 24)):
        await pilot.resize_terminal(width, height)
        await pilot.pause()
        if width < 40:
            assert screen_text(app).split() == TOO_SMALL.split()
    await press(pilot, "exclamation_mark")
    assert isinstance(app.screen, EmergencyModal)
    await press(pilot, "escape")
    assert app.screen is screen
