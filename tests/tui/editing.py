"""A small folder of an admin's own, the app over it, and the way to what is chosen in a list."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from guide.service.editing.versions import export
from guide.store.flags import raise_flag
from guide.store.load import load
from guide.tui.app import GuideApp
from guide.tui.widgets.answers import AnswerList
from tests.store.small import write

from .conftest import MONDAY, AppMaker
from .helpers import press

CONTACTS = "contacts/by.yaml"
CHECKED = 'source: ["by:p-1"], checked: 2026-11-22}'
END = (
    "  slutt: {outcome: Bli hos barnet, urgency: now, report: must, guardians: not_before_advice, "
    'contact: {barnevern: De hjelper}, do: [Bli], next: [De kommer], source: ["lov:loven-1"]}\n'
)
MENDED = (
    (CONTACTS, 'ages: "18-"}', f'ages: "18-", {CHECKED}'),
    ("contacts/nasjonalt.yaml", 'www.116111.no/"}', f'www.116111.no/", {CHECKED}'),
    ("trees/felles/akutt.yaml", "alone: ring}\n", "alone: slutt}\n" + END),
)
"""What the small folder, made to put faults in, lacks of one that can be published."""
MOST = 60


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a first version; the user's data folder is the test's. No proofs: they have their own tests."""
    monkeypatch.setattr("guide.store.flags.data_dir", lambda: tmp_path / "own")
    monkeypatch.setattr("guide.store.drafts.data_dir", lambda: tmp_path / "own")
    monkeypatch.setattr("guide.tui.editing.publishing.proofs", lambda *_: ())
    return made(tmp_path)


def made(tmp_path: Path) -> Path:
    """A small folder without errors, as the app makes one."""
    source = write(tmp_path / "kilde")
    for name, old, new in MENDED:
        path = source / name
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    export(source, tmp_path / "mappe", "", MONDAY)
    return tmp_path / "mappe"


def over(make_app: AppMaker, root: Path) -> GuideApp:
    """The app over a folder; it reads it anew when something is published, and keeps its choice in memory."""
    app = make_app()
    app.folder = lambda: root
    app.choose_folder = lambda _: None
    app.reopen = lambda now: load(now / "published" / str(newest(now)))
    return app


def newest(root: Path) -> int:
    """The number of the newest version."""
    return max(int(path.name) for path in (root / "published").iterdir() if path.name.isdigit())


async def choose(pilot: Pilot[None], words: str) -> None:
    """Moves to the choice with these words, and chooses it."""
    for _ in range(MOST):
        chosen = pilot.app.screen.query_one(AnswerList).chosen
        if chosen and words in chosen.words:
            await press(pilot, "enter")
            return
        await press(pilot, "down")
    raise LookupError(words)


async def settled(pilot: Pilot[None]) -> None:
    """What runs in threads has come to its end, and is shown."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def flag(root: Path, contact: str = "by/barnevern", phone: str = "22 33 44 55") -> None:
    """Staff say that a number doesn't work."""
    raise_flag(root, contact, phone, "ingen_svar", MONDAY)
