"""Pictures of the main screens: `python -m tests.tui.pictures` writes docs/bilder/*.svg, the same bytes each time.

Names after the folder (`python -m tests.tui.pictures docs/bilder ovelser`) are the only ones that are written.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from textual.pilot import Pilot

from guide.core.content import ASK, RECORD, TASK
from guide.core.walk import NOTE, Walk
from guide.service.cases.cases import Cases
from guide.service.cases.steps import change, given_otherwise
from guide.service.desk import Desk
from guide.service.guide import Guide
from guide.service.out.making import subject_of
from guide.service.profile import Profile
from guide.service.training.room import Hands, group_of, slides
from guide.service.training.training import Training
from guide.service.views import OutcomeView, QuestionView, RecordView, Shown, SignsView
from guide.store.cases.crypto import LEAST
from guide.store.load import load
from guide.tui.app import GuideApp
from guide.tui.editing.exercise import ExerciseScreen
from guide.tui.editing.exercise_part import PartScreen
from guide.tui.editing.opened import file_screen
from guide.tui.out.screen import DraftScreen
from guide.tui.screens.case import CaseScreen
from guide.tui.screens.cases import CasesScreen
from guide.tui.screens.walk import WalkScreen
from guide.tui.settings import Chosen
from guide.tui.themes import CONTRAST, DARK, LIGHT
from guide.tui.training.overview import OverviewScreen

from .conftest import MONDAY, MemoryStore
from .helpers import key_of, press

ROOT: Final = Path(__file__).resolve().parents[2]
FOLDER: Final = ROOT / "docs" / "bilder"
SIZE: Final = (80, 24)
MORNING: Final = MONDAY.replace(hour=10)
NAMES: Final = {LIGHT.name: "lys", DARK.name: "mork", CONTRAST.name: "kontrast"}
VIOLENCE: Final = {"akutt_fare": "nei", "mistanke_vold": "konkret", "mistenkt": "foresatt"}
MOST_STOPS: Final = 40
GROUPS: Final = (
    ("stange/merker-paa-armen", 9, 4),
    ("stange/merker-paa-armen", 11, 2),
    ("stange/fredag-ti-over-fire", 10, 5),
    ("ringsaker/lukt-av-hasj", 11, 3),
)
"""(exercise, month, how often they are wrong) for the trainer's overview."""
FONT: Final = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"

Done = Callable[[Shown], bool]


def must_report(shown: Shown) -> bool:
    """An outcome with a duty to report, and a number to ring."""
    return isinstance(shown, OutcomeView) and shown.report == "must" and shown.first is not None


def has_signs(shown: Shown) -> bool:
    """The list of signs."""
    return isinstance(shown, SignsView)


async def walk_to(app: GuideApp, pilot: Pilot[None], done: Done) -> None:
    """Walks the main card on the way of violence at home until a stop is found."""
    tried: Counter[tuple[str, str]] = Counter()
    await press(pilot, "1")
    for _ in range(MOST_STOPS):
        assert isinstance(app.screen, WalkScreen)
        shown = app.screen.scene.shown
        if done(shown):
            return
        if isinstance(shown, QuestionView):
            keys = key_of(app.screen.walk, shown, VIOLENCE, tried)
        elif isinstance(shown, RecordView):
            keys = ["escape", "enter"]
        else:
            keys = ["enter"] if isinstance(shown, SignsView) else ["1"]
        await press(pilot, *keys)
    raise LookupError(done.__name__)


SCENES: Final[dict[str, tuple[str, ...] | Done]] = {
    "start": (),
    "sporsmal": ("1",),
    "tegn": has_signs,
    "rad": must_report,
    "fare": ("exclamation_mark",),
    "kontakter": ("k",),
    "sok": ("slash", *"mobbing"),
    "tiltak": ("m", "1", "6", "2", *"15", "enter"),
    "ovelser": ("7",),
    "ovelse-historie": ("7", "9", "1"),
    "ovelse-svar": ("7", "9", "1", "end", "1", "3"),
    "ovelse-rom": ("7", "9", "3", *"12", "enter", "enter"),
    "ovelse-rom-svar": ("7", "9", "3", *"12", "enter", "enter", "enter", *"2 3 7", "enter"),
    "utkast": must_report,
    "hurtigoving": ("7", "1", "2", "1"),
    "ovelse-oversikt": (),
    "ovelse-opptak": ("1", "2", "escape", "r"),
    "ovelse-skjema": (),
    "saker": (),
    "sak": (),
}
"""Name of the file, and the keys, or what is walked to."""
CARD: Final = "trees/stange/barnehage.yaml"
TO_STEP: Final = ("slash", *"del", "space", *"bek", "enter", "enter")
EDITING: Final[dict[str, tuple[str, ...]]] = {
    "kort": ("slash", *"del", "space", *"bek", "enter"),
    "kort-skjema": (*TO_STEP, "slash", *"frist", "enter"),
    "kort-velg": (*TO_STEP, "slash", *"kontakt", "enter", "enter"),
    "kort-tekst": (*TO_STEP, "y"),
    "kort-prove": (*TO_STEP, "p"),
}
"""The same for a card that is edited: the keys from its tree."""
WIDE: Final = {"kort-skjema": (120, 30)}
"""Those that have something beside them in a wide window."""


def open_draft(app: GuideApp) -> None:
    """The draft of a report, of the walk that stands open."""
    assert isinstance(app.screen, WalkScreen)
    app.push_screen(DraftScreen(subject_of(app.guide, app.screen.walk)))


def walked(guide: Guide) -> Walk:
    """From the start of the main card to its first task: a worry that is nothing grave."""
    walk = guide.begin(guide.main_card())
    while walk.place.kind != TASK:
        place = walk.place
        if place.kind == ASK:
            offered = [value for value, _ in place.node.answers]
            walk = guide.answer(walk, next(value for value in ("nei", "vet_ikke", offered[0]) if place.target(value)))
        elif place.kind == RECORD:
            seen = "Sitter alene ved garderoben hver morgen"
            texts = {
                f.id: "2026-11-20" if f.kind == "date" else seen if f.id == "sett" else "" for f in place.node.fields
            }
            walk = guide.note(walk, texts)
        else:
            walk = guide.tick(walk, ())
    return walk


def made_cases(guide: Guide, folder: str) -> Cases:
    """Two made-up cases in `folder`, one of them changed since."""
    cases = Cases(guide, Path(folder) / "saker", LEAST)
    cases.create("fire ord som passer")
    cases.save(guide.answer(guide.begin(guide.main_card()), "nei"), "Grønn mappe")
    opened = cases.save(walked(guide), "Blå mappe 3")
    index = next(i for i, move in enumerate(opened.walk.moves) if move.kind == NOTE)
    fields = {**dict(opened.walk.moves[index].fields), "sett": "Sitter alene ved garderoben og vil ikke leke"}
    change(cases, opened, index, given_otherwise(cases, opened, index, fields=tuple(fields.items())))
    return cases


def open_cases(app: GuideApp) -> None:
    """The list of cases."""
    with TemporaryDirectory() as folder:
        app.push_screen(CasesScreen(made_cases(app.guide, folder)))


def open_case(app: GuideApp) -> None:
    """The page of a case."""
    with TemporaryDirectory() as folder:
        cases = made_cases(app.guide, folder)
        found = next(case for case, summary in cases.listed().summaries if summary.reference == "Blå mappe 3")
        app.push_screen(CaseScreen(cases, found))


def open_overview(app: GuideApp) -> None:
    """The trainer's overview of made-up groups: an exercise done twice, with fewer wrong hands the second time."""
    with TemporaryDirectory() as folder:
        desk = Desk(lambda: ROOT, Path(folder))
        for name, month, wrong in GROUPS:
            training = Training(app.guide.content, desk.exercises[name])
            found = []
            for number, slide in enumerate(slides(training)):
                right = next(at for at, choice in enumerate(slide.choices) if choice.kind == "right")
                bad = next((at for at, choice in enumerate(slide.choices) if choice.kind in ("wrong", "grave")), right)
                counts = [0] * len(slide.choices)
                counts[bad] += number * wrong % 9
                counts[right] += 12 - number * wrong % 9
                found.append((slide, Hands(tuple(counts))))
            desk.keep(group_of(training, found, 12, MORNING.replace(month=month, day=2)))
        app.push_screen(OverviewScreen(app.guide, desk))


def open_form(app: GuideApp) -> None:
    """A part of an exercise under «Redigering»: what comes in, the choices, and what is said of each."""
    below = ExerciseScreen(ROOT, "trees/stange/exercises/merker-paa-armen.yaml", lambda: MORNING)
    app.push_screen(below)
    app.push_screen(PartScreen(below, 3))


AFTER: Final = {
    "ovelse-skjema": open_form,
    "ovelse-oversikt": open_overview,
    "utkast": open_draft,
    "saker": open_cases,
    "sak": open_case,
}
"""What is opened over the scene."""


def cleaned(svg: str) -> str:
    """Without a font from the net; spaces are kept as they are."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: (Fira Code|arial)[^;]*;", f"font-family: {FONT};", svg)
    svg = svg.replace("<text ", '<text xml:space="preserve" ')
    return "\n".join(line.rstrip() for line in svg.strip().split("\n")) + "\n"


async def picture(
    guide: Guide, theme: str, scene: tuple[str, ...] | Done, after: Callable[[GuideApp], None] | None = None
) -> str:
    """One screen as SVG."""
    app = GuideApp(guide, MemoryStore(Chosen(guide.profile, theme)))
    app.open_desk = lambda: Desk(lambda: ROOT)
    async with app.run_test(size=SIZE) as pilot:
        if callable(scene):
            await walk_to(app, pilot, scene)
            if scene is has_signs:
                await press(pilot, "1", "down", "space")
        else:
            await press(pilot, *scene)
        if after:
            after(app)
        await pilot.pause()
        return cleaned(app.export_screenshot(title="Tiltakskort"))


async def editing_picture(guide: Guide, theme: str, name: str) -> str:
    """One screen of a card that is edited, as SVG. Nothing is edited, so nothing is written."""
    app = GuideApp(guide, MemoryStore(Chosen(guide.profile, theme)))
    async with app.run_test(size=WIDE.get(name, SIZE)) as pilot:
        await app.push_screen(file_screen(ROOT, CARD, lambda: MORNING))
        await app.workers.wait_for_complete()
        for key in EDITING[name]:
            await press(pilot, key)
            await app.workers.wait_for_complete()
        await pilot.pause()
        return cleaned(app.export_screenshot(title="Tiltakskort"))


async def write(folder: Path, only: Sequence[str] = ()) -> None:
    """Every scene in every theme; `only` these where some are named."""
    profile = Profile("stange", (("virksomhet", "barnehage"), ("rolle", "ansatt")))
    guide = Guide(load(ROOT), profile, lambda: MORNING)
    folder.mkdir(parents=True, exist_ok=True)
    for name, scene in SCENES.items():
        for theme, shade in NAMES.items() if name in only or not only else ():
            svg = await picture(guide, theme, scene, AFTER.get(name))
            (folder / f"{name}-{shade}.svg").write_text(svg, encoding="utf-8")
    for name in EDITING:
        for theme, shade in NAMES.items() if name in only or not only else ():
            svg = await editing_picture(guide, theme, name)
            (folder / f"{name}-{shade}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(write(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER, sys.argv[2:]))
