"""What stands beside the walk: note, search, palette, the number with its code, drafts, the summary, the clock."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
import segno
from textual.events import Paste
from textual.widgets import Input

from guide.core.clock import OSLO
from guide.service.guide import Guide
from guide.tui import keys, strings
from guide.tui.app import GuideApp
from guide.tui.modals.emergency import EmergencyModal
from guide.tui.modals.note import NoteModal
from guide.tui.modals.number import NumberModal
from guide.tui.modals.palette import PaletteModal
from guide.tui.qr import HALVES, QUIET, qr_text, tel
from guide.tui.screens.contacts import ContactsPane, ContactsScreen
from guide.tui.screens.home import HomeScreen
from guide.tui.screens.reading import ReadingScreen
from guide.tui.screens.search import SearchScreen
from guide.tui.screens.summary import SummaryScreen
from guide.tui.screens.walk import WalkScreen
from guide.tui.widgets.answers import AnswerList
from guide.tui.widgets.entry import LONGEST

from .conftest import PROFILE, AppMaker, MemoryStore
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


# --- search --------------------------------------------------------------------------------------------------------
async def test_search_opens_the_signs(make_app: AppMaker) -> None:
    """A sign leads to the list."""
    app = make_app()
    async with app.run_test(size=(80, 40)) as pilot:
        await press(pilot, "slash", *"alene", "enter")
        assert isinstance(app.screen, ReadingScreen)
        assert "Er mye alene" in screen_text(app)


async def test_search_opens_the_number_of_a_contact(make_app: AppMaker) -> None:
    """A contact leads to its number, large; Escape leads back to what was found."""
    app = make_app()
    async with app.run_test(size=(80, 40)) as pilot:
        await press(pilot, "slash", *"barnevernvakta", "enter")
        assert isinstance(app.screen, NumberModal)
        assert "62 44 55 66" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, SearchScreen)
        assert "barnevernvakta" in screen_text(app)


async def test_search_opens_a_shared_card_and_leads_back(make_app: AppMaker) -> None:
    """The card of felles is walked; b leads back to where one was."""
    app = make_app()
    async with app.run_test(size=(80, 40)) as pilot:
        await press(pilot, "slash", *"fare")
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        at = next(i for i, hit in enumerate(screen.hits) if (hit.kind, hit.card) == ("card", "felles/akutt"))
        await press(pilot, *["down"] * at, "enter")
        await pilot.pause()
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.walk.laid.card.id == "felles/akutt"
        await press(pilot, "b")
        assert isinstance(app.screen, HomeScreen)


async def test_search_shows_a_stop_to_read_and_offers_its_card(make_app: AppMaker) -> None:
    """A stop of the municipality's card: what it says, and the card from its start."""
    app = make_app()
    async with app.run_test(size=(80, 40)) as pilot:
        await press(pilot, "slash", *"styrer")
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        at = next(i for i, hit in enumerate(screen.hits) if hit.node == "del")
        await press(pilot, *["down"] * at, "enter")
        assert "Fortell hva du har sett" in screen_text(app)
        await press(pilot, "1")
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.walk.state.stop == "fare"


async def test_search_from_a_walk_finds_back_to_the_same_walk(make_app: AppMaker) -> None:
    """The card that stands open is not begun a second time."""
    app = make_app()
    async with app.run_test(size=(80, 40)) as pilot:
        await press(pilot, *TO_SIGNS, "slash", *"bekymret")
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        at = next(i for i, hit in enumerate(screen.hits) if (hit.kind, hit.card) == ("card", "bygda/barnehage"))
        await press(pilot, *["down"] * at, "enter")
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.walk.state.stop == "tegn"


async def test_search_says_when_there_is_nothing(make_app: AppMaker) -> None:
    """A sentence; Escape empties the field, and leaves when it is empty."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"zzz")
        assert "Fant ikke noe" in screen_text(app)
        await press(pilot, "enter", "escape")
        assert strings.SEARCH_BEGIN in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


# --- the palette ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("key", ["f2", "ctrl+p"])
async def test_the_palette_runs_what_is_chosen(make_app: AppMaker, key: str) -> None:
    """Typing narrows; Enter does it."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", key)
        assert isinstance(app.screen, PaletteModal)
        await press(pilot, *"notat", "enter")
        assert isinstance(app.screen, NoteModal)


async def test_the_palette_has_every_action_that_the_screen_can_do(make_app: AppMaker) -> None:
    """At an outcome all but those of the measures; at home neither the note nor the number; never a screenshot."""
    app = make_app()
    async with app.run_test(size=(80, 50)) as pilot:
        await press(pilot, "f2")
        at_home = {choice.value for choice in app.screen.query_one(AnswerList).choices}
        assert "copy" not in at_home
        assert "note" not in at_home
        await press(pilot, "escape", *TO_REPORT, "f2")
        assert {c.value for c in app.screen.query_one(AnswerList).choices} == {
            key.action for key in keys.ACTIONS if key not in (keys.TOPIC, keys.AGE, keys.LEVEL, keys.WHOM, keys.FLAG)
        }
        assert "creenshot" not in screen_text(app)


def test_every_key_that_does_something_is_in_the_help_or_the_palette() -> None:
    """No key is left out of both."""
    declared = {key for key in vars(keys).values() if isinstance(key, keys.Key) and key.action}
    known = {key.action for key in (*keys.IN_HELP, *keys.ACTIONS)}
    assert {key.action for key in declared} <= known


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


# --- contacts and the clock ----------------------------------------------------------------------------------------
async def test_contacts_are_sorted_anew_when_one_closes(content: object) -> None:
    """At 15:30 the office goes below those who answer; the mark stays with whom it was at."""
    from guide.core.content import Content

    assert isinstance(content, Content)
    clock = [datetime(2026, 11, 23, 15, 29, tzinfo=OSLO)]
    app = GuideApp(Guide(content, PROFILE, lambda: clock[0]), MemoryStore())
    async with app.run_test(size=(80, 60)) as pilot:
        await press(pilot, "k", "down", "down", "down")
        screen = app.screen
        assert isinstance(screen, ContactsScreen)
        marked = screen.contact()
        assert marked
        assert marked.number == "62 11 22 33"
        text = screen_text(app)
        assert text.index("62 11 22 33") < text.index("62 44 55 66")
        clock[0] = datetime(2026, 11, 23, 15, 30, tzinfo=OSLO)
        screen.query_one(ContactsPane).fill()
        await pilot.pause()
        text = screen_text(app)
        assert text.index("62 44 55 66") < text.index("62 11 22 33")
        again = screen.contact()
        assert again
        assert again.number == "62 11 22 33"


async def test_contacts_are_narrowed_by_typing(make_app: AppMaker) -> None:
    """By name or number, spaces or none; Escape shows all again."""
    app = make_app()
    async with app.run_test(size=(80, 60)) as pilot:
        await press(pilot, "k", "slash", *"6244")
        assert "62 44 55 66" in screen_text(app)
        assert "62 11 22 33" not in screen_text(app)
        await press(pilot, "enter", "c")
        assert app.clipboard == "62 44 55 66"
        await press(pilot, "slash", "x", "x")
        assert strings.CONTACTS_NONE in screen_text(app)
        await press(pilot, "escape", "x")
        assert isinstance(app.screen, NumberModal)
        await press(pilot, "escape")
        assert "62 11 22 33" in screen_text(app)


async def test_danger_is_one_key_from_the_field_of_a_search(make_app: AppMaker) -> None:
    """! works where letters are text."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", "a", "exclamation_mark")
        assert isinstance(app.screen, EmergencyModal)


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
