"""Pictures of what the plans hold: `python -m tests.tui.system_pictures` writes docs/bilder/plan-*.svg."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path
from typing import Final, NamedTuple

from textual.pilot import Pilot

from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.service.views import QuestionView, RecordView, SignsView
from guide.store.load import load
from guide.tui.app import GuideApp
from guide.tui.screens.walk import WalkScreen
from guide.tui.settings import Chosen
from guide.tui.themes import DARK, LIGHT

from .conftest import MemoryStore
from .helpers import key_of, press
from .pictures import FOLDER, MORNING, NAMES, ROOT, SIZE, cleaned

MOST_STOPS: Final = 60
QUIET: Final = {
    "hvem_tema": "hjemme",
    "egen_utvikling": "nei",
    "onsker_hjelp": "nei",
    "utrygt_miljo": "nei",
    "samtykke": "ikke_spurt",
    "akutt_fare": "nei",
    "mistanke_vold": "nei",
    "omsorgssvikt": "nei",
    "behandling_mangler": "nei",
}


class Scene(NamedTuple):
    """Where one works, the keys from the first screen, and the stop that is walked to with these answers (or none)."""

    pack: str
    place: str
    keys: tuple[str, ...]
    node: str = ""
    facts: tuple[tuple[str, str], ...] = ()


SCENES: Final = {
    "ringsaker-hvem": Scene("ringsaker", "skole", ("1",), "tema"),
    "ringsaker-annen-kommune": Scene(
        "ringsaker", "skole", ("1",), "meld-apen", (("omsorgssvikt", "alvorlig"), ("barnets_kommune", "annen"))
    ),
    "ringsaker-rus": Scene("ringsaker", "skole", ("slash", *"rus")),
    "ringerike-bti": Scene("ringerike", "skole", ("1",), "nivaa"),
    "ringerike-ikke-i-planen": Scene(
        "ringerike", "skole", ("1",), "meld-apen", (("omsorgssvikt", "alvorlig"), ("barnets_kommune", "samme"))
    ),
    "midtdalen-gult": Scene(
        "ringebu", "skole", ("1",), "gult", (("klare_tegn", "nei"), ("risiko_rundt", "ja"), ("gront_holder", "nei"))
    ),
    "stor-elvdal-hjelp": Scene("stor-elvdal", "barnehage", ("1",), "hjelp"),
    "stange-moter": Scene("stange", "skole", ("slash", *"beredskapsteam")),
    "stange-flyktning": Scene("stange", "barnehage", ("slash", *"flyktning")),
}
"""Name of the file after `plan-`."""


async def walk_to(app: GuideApp, pilot: Pilot[None], scene: Scene) -> None:
    """Walks to the scene's stop. Raises LookupError where it does not come."""
    tried: Counter[tuple[str, str]] = Counter()
    wanted = {**QUIET, **dict(scene.facts)}
    for _ in range(MOST_STOPS):
        assert isinstance(app.screen, WalkScreen)
        shown = app.screen.scene.shown
        if shown.node == scene.node:
            return
        if isinstance(shown, QuestionView):
            keys = key_of(app.screen.walk, shown, wanted, tried)
        elif isinstance(shown, RecordView):
            keys = ["escape", "enter"]
        else:
            keys = ["enter"] if isinstance(shown, SignsView) else ["1"]
        await press(pilot, *keys)
    raise LookupError(scene.node)


async def picture(scene: Scene, theme: str, size: tuple[int, int] = SIZE) -> str:
    """One scene as SVG."""
    guide = Guide(load(ROOT), Profile(scene.pack, (("virksomhet", scene.place), ("rolle", "ansatt"))), lambda: MORNING)
    app = GuideApp(guide, MemoryStore(Chosen(guide.profile, theme)))
    async with app.run_test(size=size) as pilot:
        await press(pilot, *scene.keys)
        if scene.node:
            await walk_to(app, pilot, scene)
        await pilot.pause()
        return cleaned(app.export_screenshot(title="Tiltakskort"))


async def write(folder: Path = FOLDER) -> None:
    """Every scene, in light and dark."""
    for name, scene in SCENES.items():
        for theme in (LIGHT.name, DARK.name):
            (folder / f"plan-{name}-{NAMES[theme]}.svg").write_text(await picture(scene, theme), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(write())
