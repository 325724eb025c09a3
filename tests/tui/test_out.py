"""Taking something out of a case in the app: warned first, copied field by field, written where one wants it."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.service.cases.kept import Kept
from guide.service.out import words
from guide.service.out.making import matter_of
from guide.store.cases import db as cases_db
from guide.tui import strings as app_strings
from guide.tui.app import GuideApp
from guide.tui.out import strings
from guide.tui.out.screen import DraftScreen, OutScreen
from guide.tui.screens.home import HomeScreen
from guide.tui.screens.summary import SummaryScreen
from guide.tui.screens.walk import WalkScreen

from .conftest import AppMaker
from .helpers import press, screen_text
from .test_cases import PHRASE, typed, with_cases

SIZE = (80, 24)
SEEN = "Det du har sett: Uten votter. Satt alene."
GUIDE = Path(__file__).resolve().parents[2] / "guide"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's home (of the test); the store's disk is not waited for."""
    monkeypatch.setattr(cases_db, "PRAGMAS", (*cases_db.PRAGMAS, "synchronous=OFF"))
    monkeypatch.setenv("HOME", str(tmp_path / "hjemme"))
    (tmp_path / "hjemme").mkdir()
    return tmp_path / "hjemme"


def opened(app: GuideApp, folder: Path) -> None:
    """The app with what can be taken out of a case of a few steps."""
    cases = with_cases(app, folder)
    cases.create(PHRASE)
    guide = app.guide
    walk = guide.answer(guide.begin(guide.main_card()), "nei")
    walk = guide.note(walk, {"dato": "2026-11-20", "sett": "Uten votter.\nSatt alene."})
    app.ways.take_out(matter_of(cases, cases.save(walk, "mappe")))


async def test_a_report_is_copied_field_by_field_after_the_warning(make_app: AppMaker, tmp_path: Path) -> None:
    """Where it belongs comes first, once a sitting; a field is copied with its lines, one that is blank says so."""
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        opened(app, tmp_path)
        await pilot.pause()
        assert isinstance(app.screen, OutScreen)
        await press(pilot, "1")
        assert strings.WARNING_TITLE in screen_text(app)
        await press(pilot, "2")
        assert isinstance(app.screen, OutScreen)
        await press(pilot, "1", "1")
        assert isinstance(app.screen, DraftScreen)
        await press(pilot, "5")
        assert app.clipboard.splitlines() == ["- Dato: 20.11.2026", f"- 20.11.2026: {SEEN}"]
        assert strings.COPIED.format(title=words.SEEN) in screen_text(app)
        before = app.clipboard
        await press(pilot, "2")
        assert strings.NOT_TO_COPY in screen_text(app)
        assert app.clipboard == before
        await press(pilot, "s")
        assert words.RING_URGENT in screen_text(app)
        await press(pilot, "escape", "b", "1")
        assert isinstance(app.screen, DraftScreen)


async def test_a_file_is_written_where_one_wants_it_and_never_over_another(
    make_app: AppMaker, tmp_path: Path, home: Path
) -> None:
    """The name tells nothing; a file of that name is asked about, and another name can be given."""
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        opened(app, tmp_path)
        await pilot.pause()
        await press(pilot, "3", "1", "3", "enter")
        (first,) = home.iterdir()
        assert first.name.startswith("tiltakskort-")
        assert "mappe" not in first.name
        assert first.stat().st_mode & 0o777 == 0o600
        assert "Uten votter" in first.read_text(encoding="utf-8")
        assert strings.DONE_TITLE in screen_text(app)
        first.write_bytes(b"min")
        await press(pilot, "escape", "3", "3", "enter")
        assert strings.THERE_TITLE in screen_text(app)
        await press(pilot, "1")
        await typed(pilot, str(home / "annen.txt"))
        assert (home / "annen.txt").exists()
        await press(pilot, "escape", "3", "3", "enter", "2")
        assert first.read_bytes() != b"min"


async def test_what_can_not_be_made_is_told(make_app: AppMaker, tmp_path: Path, home: Path) -> None:
    """A folder that is not there is said in the field; a calendar without deadlines is not made."""
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        opened(app, tmp_path)
        await pilot.pause()
        await press(pilot, "6", "1")
        assert strings.NOT_MADE_TITLE in screen_text(app)
        await press(pilot, "escape", "5", "1", "3")
        await typed(pilot, str(home / "nei" / "fil.txt"))
        assert "mappa finnes ikke" in screen_text(app)
        await press(pilot, "escape")
        assert not list(home.iterdir())


async def test_a_walk_that_is_not_saved_can_be_taken_out_too(make_app: AppMaker) -> None:
    """From its summary; without deadlines, which need a case to be moved by."""
    app = make_app()
    async with app.run_test(size=(80, 40)) as pilot:
        guide = app.guide
        walk = guide.answer(guide.begin(guide.main_card()), "nei")
        app.push_screen(SummaryScreen(guide, walk, "et notat"))
        await pilot.pause()
        assert app_strings.SUMMARY_OUT in screen_text(app)
        await press(pilot, "3")
        assert isinstance(app.screen, OutScreen)
        assert words.KINDS["deadlines"] not in screen_text(app)
        app.push_screen(SummaryScreen(guide, walk, "", "Lagret kl. 15:10"))
        await pilot.pause()
        assert app_strings.SUMMARY_OUT not in screen_text(app)


def test_nothing_is_taken_out_of_an_exercise() -> None:
    """No module of the exercises knows of these papers or of the summary that leads to them."""
    named = ("service.out", "tui.out", "take_out", "screens.summary", "ways.summary")
    modules = [
        *GUIDE.glob("tui/training/*.py"),
        *GUIDE.glob("service/training/*.py"),
        *GUIDE.glob("plain/exercises.py"),
    ]
    assert len(modules) > 5
    assert not [path for path in modules for name in named if name in path.read_text(encoding="utf-8")]


async def test_locking_leaves_nothing_of_the_draft_on_the_screen(make_app: AppMaker, tmp_path: Path) -> None:
    """Whoever has left with a draft and a question open comes back to the first screen, with nothing to paste."""
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        opened(app, tmp_path)
        await pilot.pause()
        await press(pilot, "1", "1", "5", "f")
        assert "votter" in app.clipboard
        app.ways.watch()
        assert app.ways.idle is not None
        app.ways.idle.lock()
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert "votter" not in screen_text(app) + app.clipboard
        assert not app.ways.cases().unlocked


async def test_u_takes_out_of_the_card_that_stands_open(make_app: AppMaker, tmp_path: Path) -> None:
    """Of a walk in memory without deadlines; of a saved one with them. What stands typed is there when one is back."""
    app = make_app()
    cases = with_cases(app, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1", "2", "escape", "u")
        assert isinstance(app.screen, OutScreen)
        assert app.screen.subject.matter.case is None
        await press(pilot, "b")
        assert isinstance(app.screen, WalkScreen)
        cases.create(PHRASE)
        walk = app.guide.answer(app.guide.begin(app.guide.main_card()), "nei")
        app.ways.take_up(Kept(cases, cases.save(walk, "mappe")))
        await pilot.pause()
        await press(pilot, "escape", "u")
        assert isinstance(app.screen, OutScreen)
        assert words.KINDS["deadlines"] in screen_text(app)
