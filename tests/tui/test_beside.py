"""What stands beside the walk: note, drafts, the number with its code, the summary."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import segno
from textual.events import Paste
from textual.widgets import Input

from guide.tui import strings
from guide.tui.modals.note import NoteModal
from guide.tui.modals.number import NumberModal
from guide.tui.qr import HALVES, QUIET, qr_text, tel
from guide.tui.screens.home import HomeScreen
from guide.tui.screens.summary import SummaryScreen
from guide.tui.screens.walk import WalkScreen
from guide.tui.widgets.entry import LONGEST

from .conftest import AppMaker
from .helpers import press, screen_text

ROOT = Path(__file__).resolve().parents[2]
TO_SIGNS = ("1", "2", "enter", "enter")
TO_REPORT = (*TO_SIGNS, "right", "space", "enter", "v")
TO_END = (*TO_SIGNS, "enter", "4", "enter", "1")


# --- the note ------------------------------------------------------------------------------------------------------
async def test_a_note_stands_in_the_overview_and_the_summary(make_app: AppMaker) -> None:
    """n, some words, Enter: they are there, with a word that they are not saved and that no name belongs there."""
    app = make_app()
    async with app.run_test(size=(80, 60)) as pilot:
        await press(pilot, "1", "n")
        assert isinstance(app.screen, NoteModal)
        text = " ".join(screen_text(app).split())
        assert "Bare i minnet" in text
        assert "Skriv ikke navn" in text
        await press(pilot, *"snakk med", "enter", "p")
        assert "snakk med" in screen_text(app)
        await press(pilot, "escape", "2", "enter", "enter", "enter", "4", "enter", "1", "1")
        assert isinstance(app.screen, SummaryScreen)
        assert "snakk med" in screen_text(app)


@pytest.mark.parametrize("way", [("escape",), ("exclamation_mark", "1", "1", "1")])
async def test_a_note_is_kept_however_one_leaves_it(make_app: AppMaker, way: tuple[str, ...]) -> None:
    """By Escape, or by opening an alarm from it."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *TO_SIGNS, "n", *"hei", *way)
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.memo.note.startswith("hei")


async def test_a_card_begun_again_has_no_old_note(make_app: AppMaker) -> None:
    """The note belongs to the walk."""
    app = make_app()
    async with app.run_test(size=(80, 60)) as pilot:
        await press(pilot, *TO_END, "n", *"hei", "enter", "2")
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.memo.note == ""


# --- what was typed ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "away",
    [
        ("escape", "b", "2"),
        ("exclamation_mark", "1", "1", "1"),
        ("escape", "q", "2", "2"),
        ("escape", "b", "b", "2", "2"),
    ],
    ids=["back", "alarm", "home", "out"],
)
async def test_what_was_typed_is_there_when_one_comes_back(make_app: AppMaker, away: tuple[str, ...]) -> None:
    """Back, an alarm, the first screen: the words still stand in the field."""
    app = make_app()
    async with app.run_test(size=(80, 50)) as pilot:
        await press(pilot, "1", "2", "tab", *"ord", *away)
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.walk.state.stop == "oppsto"
        assert [field.value.rstrip("!") for field in app.screen.query(Input)][1] == "ord"


async def test_what_was_given_is_no_draft_any_more(make_app: AppMaker) -> None:
    """Given and gone back to: what was given stands there."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", "2", "tab", *"ord", "enter")
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.memo.drafts == {}
        await press(pilot, "b")
        assert [field.value for field in app.screen.query(Input)][1] == "ord"


async def test_ticks_are_there_when_one_comes_back(make_app: AppMaker) -> None:
    """Signs ticked, then back, then on again."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *TO_SIGNS, "2", "b", "enter", "enter")
        assert "[x] Er mye alene" in screen_text(app)


async def test_a_long_paste_says_that_it_was_cut(make_app: AppMaker) -> None:
    """Several lines become one; what does not fit is said, and the start is kept."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", "2", "tab")
        field = list(app.screen.query(Input))[1]
        field.post_message(Paste("en\nto"))
        await pilot.pause()
        assert field.value == "en to"
        field.post_message(Paste("x" * (LONGEST + 50)))
        await pilot.pause()
        await pilot.pause()
        assert len(field.value) == LONGEST
        assert strings.TOO_LONG in screen_text(app)


# --- the number and its code ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("62 11 22 33", "tel:+4762112233"),
        ("+47 62 11 22 33", "tel:+4762112233"),
        ("116 111", "tel:116111"),
        ("112", "tel:112"),
        ("02800", "tel:02800"),
    ],
)
def test_the_code_is_the_number_as_a_phone_rings_it(number: str, address: str) -> None:
    """Ordinary numbers with the country code, short ones as they are; every module is where segno puts it."""
    assert tel(number) == address
    back = {sign: pair for pair, sign in HALVES.items()}
    lines = qr_text(number).split("\n")
    drawn = [[back[sign][half] for sign in line] for line in lines for half in (0, 1)]
    wanted = [[bool(d) for d in row] for row in segno.make(address, micro=False, error="l").matrix_iter(border=QUIET)]
    assert drawn[: len(wanted)] == wanted
    assert not any(any(row) for row in drawn[len(wanted) :])


async def test_the_code_stands_at_the_outcome_where_there_is_room(make_app: AppMaker) -> None:
    """x shows it, whole; in a small window the number alone, and why; c copies."""
    app = make_app()
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, *TO_REPORT, "x")
        assert isinstance(app.screen, NumberModal)
        text = screen_text(app)
        assert "62 11 22 33" in text
        for row in qr_text("62 11 22 33").split("\n"):
            assert row.strip() in text
        await pilot.resize_terminal(50, 18)
        await pilot.pause()
        assert "▀" not in screen_text(app)
        assert "QR-kode" in screen_text(app)
        await press(pilot, "c")
        assert app.clipboard == "62 11 22 33"


async def test_the_code_is_black_on_white_in_every_theme(make_app: AppMaker) -> None:
    """A phone reads it in the dark, too."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *TO_REPORT, "x")
        for _ in range(3):
            styles = app.screen.query_one("#qr").styles
            assert (styles.color.hex, styles.background.hex) == ("#000000", "#FFFFFF")
            await press(pilot, "t")


def test_the_encoder_is_imported_by_nobody_but_who_asks() -> None:
    """Neither the start nor the walk pays for it, nor the screen that shows it before it is drawn."""
    modules = "guide.tui.app, guide.tui.screens.walk, guide.tui.modals.number"
    code = f"import sys, {modules}; sys.exit('segno' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0


# --- the summary ---------------------------------------------------------------------------------------------------
async def test_the_summary_has_the_gravest_first_and_what_is_open(make_app: AppMaker) -> None:
    """Report before follow-up, then the points one has not been at; the first choice leads home."""
    app = make_app()
    async with app.run_test(size=(80, 90)) as pilot:
        await press(pilot, *TO_REPORT)
        await press(pilot, "1", "1")
        assert isinstance(app.screen, SummaryScreen)
        text = screen_text(app)
        assert text.index("Meld til barnevernet i dag") < text.index("Følg med videre")
        await press(pilot, "1")
        assert isinstance(app.screen, HomeScreen)
        assert app.ways.held


async def test_the_summary_says_which_points_are_open(make_app: AppMaker) -> None:
    """An end that leaves points behind names them."""
    app = make_app()
    async with app.run_test(size=(80, 90)) as pilot:
        await press(pilot, *TO_END)
        screen = app.screen
        assert isinstance(screen, WalkScreen)
        points = [p if p.state != "now" else replace(p, state="to_come") for p in screen.scene.points]
        assert points[-1].title == "Meld"
        await press(pilot, "b")
        screen.show_summary()
        await pilot.pause()
        assert strings.SUMMARY_OPEN in screen_text(app)
        assert strings.SUMMARY_POINT.format(id="3", title="Meld") in screen_text(app)
        assert "Senest torsdag 26. november." in screen_text(app)


# --- nothing is cut off --------------------------------------------------------------------------------------------
async def test_fields_and_signs_scroll_in_a_small_window(make_app: AppMaker) -> None:
    """What is below the edge can be reached, and a scroll bar says that there is more; Tab brings a field in sight."""
    app = make_app()
    async with app.run_test(size=(60, 13)) as pilot:
        await press(pilot, "1", "2")
        pane = app.screen.query_one("#record")
        assert pane.max_scroll_y > 0
        await press(pilot, "tab")
        field = list(app.screen.query(Input))[1]
        assert pane.region.contains_region(field.region)
        await press(pilot, "enter")
        signs = app.screen.query_one("#signs")
        assert signs.max_scroll_y > 0
        await press(pilot, "end")
        assert "Har merker" in screen_text(app)
