"""What the tests of a card's editing share: a small folder, and the ways to its screens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from guide.service.editing.folder import Editing
from guide.tui.app import GuideApp
from guide.tui.editing.boxes import PickBox, TextBox
from guide.tui.editing.card import CardScreen
from guide.tui.editing.opened import file_screen
from guide.tui.editing.step import StepScreen
from tests.store import small
from tests.tui.conftest import MONDAY
from tests.tui.helpers import press

CARD, BARNEHAGE = "trees/by/kort.yaml", "trees/stange/barnehage.yaml"
MARKUP = "[red]Hei[/red] [@click=app.quit]her[/] <b>"


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's data folder is the test's."""
    monkeypatch.setattr("guide.store.drafts.data_dir", lambda: tmp_path / "own")
    monkeypatch.setattr("guide.store.flags.data_dir", lambda: tmp_path / "own")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small folder."""
    return small.write(tmp_path / "mappe")


async def settled(app: GuideApp, pilot: Pilot[None]) -> None:
    """All threads have answered, and what they say is shown."""
    await pilot.pause(0.4)  # what was typed is taken up once no key has come for a while
    await app.workers.wait_for_complete()
    await pilot.pause()


async def at_card(app: GuideApp, pilot: Pilot[None], root: Path, file: str = CARD) -> None:
    """The card as a tree."""
    await app.push_screen(file_screen(root, file, lambda: MONDAY))
    await settled(app, pilot)


async def at_step(app: GuideApp, pilot: Pilot[None], node: str) -> None:
    """From the tree to the form of a step."""
    assert isinstance(app.screen, CardScreen)
    app.screen.go_to(node)
    await press(pilot, "enter")
    assert isinstance(app.screen, StepScreen)
    await pilot.pause()


async def at_slot(app: GuideApp, pilot: Pilot[None], id: str) -> None:
    """The slot has the keys."""
    boxes = [box for box in app.screen.query("TextBox, PickBox") if isinstance(box, TextBox | PickBox)]
    box = next(box for box in boxes if box.slot.id == id)
    box.focus()
    if isinstance(box, TextBox):
        box.move_cursor((0, 0))
    await pilot.pause()


async def to_letters(app: GuideApp, pilot: Pilot[None]) -> None:
    """Out of the field where one types, so that letters are keys."""
    if isinstance(app.focused, TextArea):
        await press(pilot, "escape")


def saved(root: Path, *way: str | int, file: str = CARD) -> Any:
    """What stands in the file on the disk."""
    return Editing(root, lambda: MONDAY).document(file).value(way)


def words(text: str) -> str:
    """A text on one line, however it is wrapped."""
    return " ".join(text.split())
