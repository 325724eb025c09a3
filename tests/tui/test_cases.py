"""Cases in the app: saved from the walk, found again where one was, each step on the disk, and ended."""

from __future__ import annotations

import os
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from guide.service.cases.access import Secret
from guide.service.cases.cases import Cases
from guide.service.cases.steps import take_note
from guide.store.cases import db as cases_db
from guide.store.cases.crypto import LEAST
from guide.store.cases.errors import DeviceError, FullError
from guide.tui import case_strings, strings
from guide.tui.app import GuideApp
from guide.tui.ending import crash_words
from guide.tui.modals.dialog import Dialog
from guide.tui.modals.emergency import EmergencyModal
from guide.tui.modals.working import Working
from guide.tui.screens.case import CaseScreen
from guide.tui.screens.cases import CasesScreen
from guide.tui.screens.hidden import HiddenScreen
from guide.tui.screens.home import HomeScreen
from guide.tui.screens.walk import WalkScreen
from guide.tui.widgets.entry import Entry

from .conftest import AppMaker
from .helpers import press, screen_text

PHRASE = "fire ord som passer"
SIZE = (80, 30)


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is not waited for."""
    monkeypatch.setattr(cases_db, "PRAGMAS", (*cases_db.PRAGMAS, "synchronous=OFF"))
    monkeypatch.setattr(os, "fsync", lambda _handle: None)


def with_cases(app: GuideApp, folder: Path) -> Cases:
    """The app's cases lie in the test's folder."""
    cases = Cases(app.guide, folder / "saker", LEAST)
    app.ways.use_cases(cases)
    return cases


async def typed(pilot: Pilot[None], text: str) -> None:
    """Types a text into the field that is open, and Enter."""
    pilot.app.screen.query_one(Entry).value = text
    await press(pilot, "enter")
    while isinstance(pilot.app.screen, Working):
        await pilot.pause(0.01)
    await pilot.pause()


async def saved(pilot: Pilot[None], reference: str = "mappe") -> None:
    """From home: one answer is given, and the walk is saved as the first case."""
    await press(pilot, "1", "2", "escape", "l")
    await typed(pilot, PHRASE)
    await typed(pilot, PHRASE)
    await press(pilot, "1")
    await typed(pilot, reference)
    await pilot.pause()


async def test_a_walk_is_saved_and_found_again_where_it_was(make_app: AppMaker, tmp_path: Path) -> None:
    """Saved, gone on, the app closed: unlocked in a new one, it stands at the same stop with the time it was saved."""
    app = make_app()
    with_cases(app, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await saved(pilot)
        assert isinstance(app.screen, WalkScreen)
        assert "Lagret kl. 15:10" in screen_text(app)
        await press(pilot, "enter")
        stop = app.screen.walk.state.stop
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)
        assert app.ways.held is None
    again = make_app()
    with_cases(again, tmp_path)
    async with again.run_test(size=SIZE) as pilot:
        await press(pilot, "2")
        assert "mappe" not in screen_text(again)
        await typed(pilot, PHRASE)
        assert isinstance(again.screen, CasesScreen)
        assert "mappe" in screen_text(again)
        await press(pilot, "1")
        assert isinstance(again.screen, CaseScreen)
        assert "Saken ble lagret" in screen_text(again)
        again.ways.take_up(again.screen.kept)
        await pilot.pause()
        assert isinstance(again.screen, WalkScreen)
        assert again.screen.walk.state.stop == stop


async def test_a_wrong_passphrase_is_told_and_asked_for_again(make_app: AppMaker, tmp_path: Path) -> None:
    """Nothing is shown of a case by another phrase; Escape gives up."""
    app = make_app()
    cases = with_cases(app, tmp_path)
    cases.create(PHRASE)
    cases.lock()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2")
        await typed(pilot, "noe helt annet enn det")
        assert case_strings.UNLOCK_TITLE in screen_text(app)
        assert not cases.unlocked
        await press(pilot, *"hemmelig")
        app.screen.query_one(Entry).select_all()
        await press(pilot, "ctrl+x")
        assert app.screen.query_one(Entry).value == "hemmelig"
        await press(pilot, "ctrl+c")
        assert app.clipboard == "", "a passphrase is not copied"
        assert isinstance(app.screen, HomeScreen)


async def test_the_code_on_the_sheet_opens_too(make_app: AppMaker, tmp_path: Path) -> None:
    """The same field takes the recovery code."""
    app = make_app()
    cases = with_cases(app, tmp_path)
    code = cases.create(PHRASE)
    cases.lock()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2")
        await typed(pilot, code)
        assert isinstance(app.screen, CasesScreen)
        assert cases.unlocked


async def test_the_screen_answers_while_the_cases_are_unlocked(
    make_app: AppMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The numbers come up meanwhile and stay up; what was waited for comes when they are closed. Escape gives it up,
    and then nothing is open."""
    app = make_app()
    cases = with_cases(app, tmp_path)
    cases.create(PHRASE)
    cases.lock()
    go, slow = threading.Event(), cases.secret

    def waits(phrase: str = "", code: str = "") -> Secret:
        go.wait(20)
        return slow(phrase, code)

    monkeypatch.setattr(cases, "secret", waits)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2")
        app.screen.query_one(Entry).value = PHRASE
        await press(pilot, "enter", "exclamation_mark")
        assert isinstance(app.screen, EmergencyModal)
        go.set()
        while not any(isinstance(screen, Working) and screen.ended for screen in app.screen_stack):
            await pilot.pause(0.01)
        assert isinstance(app.screen, EmergencyModal)
        await press(pilot, "escape")
        await pilot.pause()
        assert isinstance(app.screen, CasesScreen)
        app.ways.home()
        cases.lock()
        go.clear()
        await press(pilot, "2")
        app.screen.query_one(Entry).value = PHRASE
        await press(pilot, "enter", "escape")
        assert isinstance(app.screen, HomeScreen)
        go.set()
    assert not cases.unlocked


async def test_a_reference_that_tells_who_it_is_is_marked_first(make_app: AppMaker, tmp_path: Path) -> None:
    """A phone number as reference: asked about before it is stored, and blanked when wanted."""
    app = make_app()
    cases = with_cases(app, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await saved(pilot, "mappe 41234567")
        assert case_strings.MARKED_TITLE in screen_text(app)
        assert "mappe 41234567" in screen_text(app)
        assert not cases.listed().summaries
        await press(pilot, "1")
        await app.workers.wait_for_complete()
        (case,) = cases.listed().summaries
        assert "41234567" not in case[1].reference


async def test_a_step_that_is_not_stored_is_not_shown(
    make_app: AppMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk: says so, and the walk stands where the disk has it."""
    app = make_app()
    cases = with_cases(app, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await saved(pilot)
        walk = app.screen
        assert isinstance(walk, WalkScreen)
        stop = walk.walk.state.stop

        def full(*_: object) -> None:
            raise FullError("Disken er full.")

        monkeypatch.setattr(cases.store, "append", full)
        await press(pilot, "enter")
        assert isinstance(app.screen, Dialog)
        assert "Disken er full." in screen_text(app)
        assert walk.walk.state.stop == stop


async def test_what_was_typed_for_a_step_that_failed_is_kept(
    make_app: AppMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk fails, and the case is read anew: the fields are as they were typed, and are stored as a draft."""
    app = make_app()
    cases = with_cases(app, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await saved(pilot)
        walk = app.screen
        assert isinstance(walk, WalkScreen)

        def fails(*_: object) -> None:
            raise DeviceError("Disken svarte med en feil.")

        with monkeypatch.context() as patch:
            patch.setattr(cases.store, "append", fails)
            list(walk.query(Entry))[1].value = "Er lei seg"
            await press(pilot, "enter")
            assert "Disken svarte med en feil." in screen_text(app)
            await press(pilot, "escape")
        assert list(walk.query(Entry))[1].value == "Er lei seg"
        walk.keep_now()
        (case,) = cases.listed().summaries
        draft = cases.resume(case[0]).draft.typed[("oppsto", 0)]
        assert isinstance(draft, dict)
        assert draft["sett"] == "Er lei seg"


async def test_a_note_is_kept_in_the_case(make_app: AppMaker, tmp_path: Path) -> None:
    """What is written with n is in the case when it is taken up again."""
    app = make_app()
    cases = with_cases(app, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await saved(pilot)
        await press(pilot, "escape", "n")
        await typed(pilot, "ring i morgen")
        await app.workers.wait_for_complete()
        (case,) = cases.listed().summaries
        assert cases.resume(case[0]).case.notes[-1].text == "ring i morgen"


async def test_what_is_typed_is_stored_without_being_given(make_app: AppMaker, tmp_path: Path) -> None:
    """The text in a field is in the store after the next beat."""
    app = make_app()
    cases = with_cases(app, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await saved(pilot)
        walk = app.screen
        assert isinstance(walk, WalkScreen)
        walk.memo.note = "halvskrevet"
        walk.keep_now()
        (case,) = cases.listed().summaries
        assert cases.resume(case[0]).draft.note == "halvskrevet"


async def test_a_case_is_ended_opened_again_and_deleted(make_app: AppMaker, tmp_path: Path) -> None:
    """By the choices of its page, and called something else; deleting asks first, and the first choice keeps it."""
    app = make_app()
    cases = with_cases(app, tmp_path)
    async with app.run_test(size=(80, 50)) as pilot:
        await saved(pilot)
        await press(pilot, "q", "2", "1")
        page = app.screen
        assert isinstance(page, CaseScreen)
        for value, closed in (("avslutt", True), ("apne", False)):
            await page._act(value)
            assert page.view.closed is closed
        page.run_worker(page._act("navn"))
        await pilot.pause()
        assert app.screen.query_one(Entry).value == "mappe"
        await typed(pilot, "grønn mappe")
        assert page.heading == "grønn mappe"
        page.run_worker(page._act("slett"))
        await pilot.pause()
        await press(pilot, "1")
        assert len(cases.listed().summaries) == 1
        page.run_worker(page._act("slett"))
        await pilot.pause()
        await press(pilot, "2")
        assert not cases.listed().summaries
        assert isinstance(app.screen, CasesScreen)
        assert case_strings.LIST_NONE.split(".")[0] in screen_text(app)


async def test_without_a_saved_case_home_says_how_to_save_one(make_app: AppMaker, tmp_path: Path) -> None:
    """No store: nothing is asked for, and it says which key saves."""
    app = make_app()
    with_cases(app, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2")
        assert isinstance(app.screen, HomeScreen)
        assert "Du har ikke lagret noen sak." in screen_text(app)


async def test_an_idle_case_is_covered_and_then_locked(make_app: AppMaker, tmp_path: Path) -> None:
    """Two minutes: covered. Fifteen: the key is forgotten, nothing of the case is shown, what was typed is stored."""
    app = make_app()
    cases = with_cases(app, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await saved(pilot)
        walk, idle = app.screen, app.ways.idle
        assert isinstance(walk, WalkScreen)
        assert idle
        idle.last -= timedelta(minutes=1, seconds=59)
        idle.look()
        assert app.screen is walk
        idle.last -= timedelta(seconds=1)
        idle.look()
        await pilot.pause()
        assert isinstance(app.screen, HiddenScreen)
        walk.memo.note = "halvskrevet"
        idle.last -= timedelta(minutes=13)
        await press(pilot, "x")
        assert isinstance(app.screen, HomeScreen)
        assert case_strings.LOCKED.split(",")[0] in screen_text(app)
        assert not cases.unlocked
        cases.unlock(PHRASE)
        (case,) = cases.listed().summaries
        assert cases.resume(case[0]).draft.note == "halvskrevet"


async def test_no_word_of_a_case_is_in_the_folder(make_app: AppMaker, tmp_path: Path) -> None:
    """Reference and note, in the ways that a program writes text: in no file."""
    app = make_app()
    with_cases(app, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await saved(pilot, "Kanarifugl")
        await press(pilot, "escape", "n")
        await typed(pilot, "Kanarifugl i note")
        await press(pilot, "q")
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    for path in files:
        held = path.read_bytes()
        assert not any("Kanarifugl".encode(code) in held for code in ("utf-8", "utf-16-le", "utf-16-be"))


async def test_hostile_words_of_a_case_stay_words(make_app: AppMaker, tmp_path: Path) -> None:
    """Markup, escape sequences and letters that turn the line round: shown as they stand, or not at all."""
    app = make_app()
    cases = with_cases(app, tmp_path)
    cases.create(PHRASE)
    card = app.guide.main_card()
    assert card
    opened = cases.save(app.guide.answer(app.guide.begin(card), "nei"), "[red]a[/] \x1b]0;b\x07 \u202ec")
    take_note(cases, opened, "[@click=app.quit]d[/] \x1b[2Je")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2")
        assert "[red]a[/]" in screen_text(app)
        listed = screen_text(app)
        await press(pilot, "1")
        assert "[@click=app.quit]d[/]" in screen_text(app)
        shown = listed + screen_text(app)
        for key, name in (("2", "GivenScreen"), ("1", "AnewScreen")):
            await press(pilot, key)
            assert type(app.screen).__name__ == name
            shown += screen_text(app)
        assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_a_crash_tells_when_the_case_was_saved() -> None:
    """«Ingenting ble lagret» stands only where no case is open."""
    from guide.core.faults import last_saved

    last_saved("15:10")
    assert "sist kl. 15:10" in crash_words("E walk:1")
    last_saved("")
    assert crash_words("E walk:1") == strings.CRASH.format(code="E walk:1")
