"""Pictures of editing for docs/bruk/redaktorer.md: `python -m tests.tui.editing_pictures` writes docs/bilder/*.svg.

A folder is made for it under a name that is the same each time; numbers and hours are those that the content has.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from unittest.mock import patch

from textual.pilot import Pilot

from guide.service.editing.versions import export
from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.store.flags import raise_flag
from guide.store.load import load
from guide.tui.app import GuideApp
from guide.tui.editing import publish_texts, texts
from guide.tui.settings import Chosen
from guide.tui.themes import LIGHT
from guide.tui.widgets.answers import AnswerList

from .conftest import MONDAY, MemoryStore
from .helpers import press
from .pictures import FOLDER, MORNING, ROOT, SIZE, cleaned

NATIONAL: Final = "contacts/nasjonalt.yaml"
SHADE: Final = "lys"
COUNTRY: Final = ("=nasjonalt", "=Legevakta")
SCENES: Final[dict[str, tuple[str, ...]]] = {
    "rediger-start": (),
    "rediger-kontakt": COUNTRY,
    "rediger-apningstid": (*COUNTRY, "2"),
    "rediger-meldt": (f"={texts.FLAGGED}", "1"),
    "rediger-publiser": (f"={publish_texts.PUBLISH}",),
    "rediger-hvem": (f"={publish_texts.PUBLISH}", "1"),
    "rediger-utgaver": (f"={publish_texts.VERSIONS}",),
}
"""Name of the file, and the keys from «Redigering»; a word with = before it is chosen in the list."""


def folder(home: Path) -> Path:
    """A folder in which a contact's hours are taken out, and staff have said that a number doesn't work."""
    root = home / "tiltakskort"
    export(ROOT, root, "", MONDAY)
    path = root / NATIONAL
    before, name, after = path.read_text("utf-8").partition("id: mental-helse")
    path.write_text(before + name + after.replace('    hours: "24/7"\n', "", 1), "utf-8")
    raise_flag(root, "nasjonalt/alarmtelefonen", "116 111", "ingen_svar", MONDAY)
    return root


async def go(pilot: Pilot[None], app: GuideApp, keys: Sequence[str]) -> None:
    """From the first screen to a scene."""
    app.ways.editing()
    await settled(pilot, app)
    for key in keys:
        if key.startswith("="):
            answers = app.screen.query_one(AnswerList)
            answers.at = next(at for at, choice in enumerate(answers.choices) if key[1:] in choice.words)
            await press(pilot, "enter")
            await settled(pilot, app)
        else:
            await press(pilot, key)


async def settled(pilot: Pilot[None], app: GuideApp) -> None:
    """What is looked for in threads is there; a worker that waits for a dialog is none of it."""
    await pilot.pause()
    while any(worker.group in ("look", "publish") and not worker.is_finished for worker in app.workers):
        await asyncio.sleep(0.05)
    await pilot.pause()


async def write(target: Path, home: Path) -> None:
    """Every scene."""
    root = folder(home)
    profile = Profile("stange", (("virksomhet", "barnehage"), ("rolle", "ansatt")))
    guide = Guide(load(ROOT), profile, lambda: MORNING)
    target.mkdir(parents=True, exist_ok=True)
    for name, keys in SCENES.items():
        app = GuideApp(guide, MemoryStore(Chosen(profile, LIGHT.name)))
        app.folder = lambda: root
        async with app.run_test(size=SIZE) as pilot:
            await go(pilot, app, keys)
            svg = cleaned(app.export_screenshot(title="Tiltakskort")).replace(str(home), "~")
        (target / f"{name}-{SHADE}.svg").write_text(svg, encoding="utf-8")


def main() -> None:
    """Writes them; the user's own folder for what was typed is not looked into, and proofs are for other tests."""
    with tempfile.TemporaryDirectory() as made:
        home = Path(made)
        with (
            patch("guide.store.flags.data_dir", lambda: home / "own"),
            patch("guide.store.drafts.data_dir", lambda: home / "own"),
            patch("guide.tui.editing.publishing.proofs", lambda *_: ()),
        ):
            asyncio.run(write(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER, home))


if __name__ == "__main__":
    main()
