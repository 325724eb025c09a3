"""What leads elsewhere from the walk: search, the palette, and the contacts as the clock goes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from guide.core.clock import OSLO
from guide.service.guide import Guide
from guide.tui import keys, strings
from guide.tui.app import GuideApp
from guide.tui.modals.emergency import EmergencyModal
from guide.tui.modals.help import HelpModal
from guide.tui.modals.note import NoteModal
from guide.tui.modals.number import NumberModal
from guide.tui.modals.palette import PaletteModal
from guide.tui.screens.contacts import ContactsPane, ContactsScreen
from guide.tui.screens.home import HomeScreen
from guide.tui.screens.reading import ReadingScreen
from guide.tui.screens.search import SearchScreen
from guide.tui.screens.walk import WalkScreen
from guide.tui.widgets.answers import AnswerList
from guide.tui.widgets.pane import ReadingPane

from .conftest import PROFILE, AppMaker, MemoryStore
from .helpers import press, screen_text

ROOT = Path(__file__).resolve().parents[2]
TO_SIGNS = ("1", "2", "enter", "enter")
TO_REPORT = (*TO_SIGNS, "right", "space", "enter", "v")
TO_END = (*TO_SIGNS, "enter", "4", "enter", "1")


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


async def test_enter_turns_the_page_of_what_is_told_and_closes_it_at_the_end(make_app: AppMaker) -> None:
    """In a dialog with nothing to choose: the help is long, and all of it has been seen when it closes."""
    app = make_app()
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "f1")
        pane = app.screen.query_one("#dialog", ReadingPane)
        assert "Enter videre" in screen_text(app)
        assert not pane.at_end
        while not pane.at_end:
            before = pane.scroll_offset.y
            await press(pilot, "enter")
            assert pane.scroll_offset.y > before
        assert isinstance(app.screen, HelpModal)
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)
