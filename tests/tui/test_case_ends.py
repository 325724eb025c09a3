"""Where a case ends, what is said of it before, and what stands over it."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from guide.service.cases import words as cases_words
from guide.service.cases.cases import Cases
from guide.service.cases.list import overview
from guide.service.cases.steps import change, given_otherwise
from guide.service.guide import Guide
from guide.store.cases.backup import newest
from guide.store.cases.crypto import LEAST, new_pair
from guide.tui import case_strings, strings
from guide.tui.screens.anew import AnewScreen
from guide.tui.screens.case import CaseScreen
from guide.tui.screens.cases import CasesScreen
from guide.tui.screens.home import HomeScreen
from guide.tui.screens.walk import WalkScreen
from guide.tui.widgets.answers import AnswerList
from guide.tui.widgets.pane import AGAIN

from .conftest import MONDAY, PROFILE, AppMaker, make_content, with_topic
from .helpers import press, screen_text
from .test_case_pages import SIZE, opened, page_of, stored
from .test_cases import PHRASE, quick_disk, typed, with_cases

__all__ = ["quick_disk"]


async def test_the_end_of_a_case_is_told_and_confirmed(make_app: AppMaker, tmp_path: Path) -> None:
    """Fourteen days before: told, nothing deleted. Its time out: asked, again the next time, and deleted at a yes."""
    stored(tmp_path)
    day = MONDAY
    for ahead in (25, 25, 26):  # somebody is there now and then: the clock never jumps
        day += timedelta(days=ahead)
        early = Cases(Guide(make_content(), PROFILE, lambda day=day: day), tmp_path / "saker", LEAST)
        early.unlock(PHRASE)
        early.store.confirm_clock(day)
        early.lock()
    app = make_app(at=day)
    cases = with_cases(app, tmp_path)

    async def listed(pilot: Pilot[None], later: int) -> str:
        app.ways.home()
        cases.lock()
        cases.guide.now = lambda: day + timedelta(days=later)
        await press(pilot, "2")
        await typed(pilot, PHRASE)
        return " ".join(screen_text(app).split())

    async with app.run_test(size=SIZE) as pilot:
        said = await listed(pilot, 0)
        assert case_strings.SOON_TITLE in said
        assert "Er den ført i kommunens sakssystem?" in said
        await press(pilot, "1")
        assert isinstance(app.screen, CasesScreen)
        for chosen, left in (("1", 1), ("3", 0)):
            assert case_strings.EXPIRED_TITLE in await listed(pilot, 15)
            await press(pilot, chosen)
            assert isinstance(app.screen, CasesScreen)
            assert len(cases.listed().summaries) == left


async def test_no_end_is_told_of_by_a_clock_that_jumped(make_app: AppMaker, tmp_path: Path) -> None:
    """Asked whether the date is right; no: nothing is told of, and nothing can be deleted for its age."""
    stored(tmp_path)
    app = make_app(at=MONDAY + timedelta(days=400))
    cases = with_cases(app, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2")
        await typed(pilot, PHRASE)
        assert case_strings.CLOCK_TITLE in screen_text(app)
        await press(pilot, "2")
        assert isinstance(app.screen, CasesScreen)
        await press(pilot, "1")
        assert page_of(app).ending is None
        assert not cases.listed().summaries[0][1].told


async def test_the_municipality_is_let_in_only_by_a_yes(make_app: AppMaker, tmp_path: Path) -> None:
    """It has made a key since: asked, told who could read what; the list says from then on who else opens the cases."""
    stored(tmp_path)
    content = make_content()
    pack = replace(content.packs["bygda"], case_key=new_pair()[1].hex())
    app = make_app(content=replace(content, packs={**content.packs, "bygda": pack}))
    with_cases(app, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2")
        await typed(pilot, PHRASE)
        assert case_strings.KEY_TITLE in screen_text(app)
        assert "Bygda kommune har laget en nøkkel." in screen_text(app)
        assert case_strings.ALSO_OPENS not in screen_text(app)
        await press(pilot, "2")
        assert isinstance(app.screen, CasesScreen)
        assert case_strings.ALSO_OPENS in screen_text(app)


async def test_another_card_over_a_case_says_that_it_is_not_saved(make_app: AppMaker, tmp_path: Path) -> None:
    """It says so at every stop until it is saved. Left with answers, it asks; the case below is as it was."""
    stored(tmp_path)
    app = make_app(content=with_topic(make_content()))
    with_cases(app, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await press(pilot, "1")
        below = app.screen
        assert isinstance(below, WalkScreen)
        assert below.kept
        app.ways.begin("bygda/tema")
        await pilot.pause()
        assert strings.APART_CASE in screen_text(app)
        await press(pilot, "2")
        assert strings.APART_CASE in screen_text(app)
        await press(pilot, "q")
        assert strings.LEAVE_APART.split(".")[0] in screen_text(app)
        await press(pilot, "2")
        assert app.screen is below
        assert strings.APART_CASE not in screen_text(app)
        app.ways.begin("bygda/tema")
        await pilot.pause()
        await press(pilot, "2", "l")
        await typed(pilot, "Egen mappe")
        await pilot.pause()
        assert "Lagret kl." in screen_text(app)
        assert strings.APART_CASE not in screen_text(app)


async def test_home_says_what_is_due_as_far_as_it_can(make_app: AppMaker, tmp_path: Path) -> None:
    """Locked: that one sees it by unlocking, and nothing of a case. Unlocked: how many are due."""
    stored(tmp_path)
    app = make_app(at=MONDAY + timedelta(days=2))
    cases = with_cases(app, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        app.ways.look_for_cases()
        await pilot.pause()
        assert strings.HOME_LOCKED in screen_text(app)
        assert "Blå mappe" not in screen_text(app)
        await press(pilot, "2")
        await typed(pilot, PHRASE)
        await app.workers.wait_for_complete()
        assert newest(cases.folder), "the copy that was due is taken, in a thread"
        await press(pilot, "b")
        assert isinstance(app.screen, HomeScreen)
        assert "1 sak har frist i dag." in screen_text(app)
        cases.lock()
        app.screen.refill()
        await pilot.pause()
        assert strings.HOME_LOCKED in screen_text(app)


async def test_home_says_what_was_not_kept_and_leads_to_both(make_app: AppMaker, tmp_path: Path) -> None:
    """Two cards open, none saved: the first stands open, and that the other is gone is said. Saved cases are reached
    all the same."""
    stored(tmp_path)
    app = make_app(content=with_topic(make_content()))
    with_cases(app, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1", "2")
        app.ways.begin("bygda/tema")
        await pilot.pause()
        assert strings.APART in screen_text(app)
        await press(pilot, "1")
        app.ways.home()
        await pilot.pause()
        assert "Det du svarte i «Kan jeg dele dette?», er ikke lagret." in " ".join(screen_text(app).split())
        await press(pilot, "2", "2")
        assert "Passordsetning" in screen_text(app)
        await press(pilot, "escape", "2", "1")
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.walk.laid.card.id == "bygda/barnehage"


async def test_the_card_anew_over_a_case_leaves_the_case_as_it_is(make_app: AppMaker, tmp_path: Path) -> None:
    """From the last advice of a case: another walk, which says that it is not saved; with b one is back at the case."""
    stored(tmp_path)
    app = make_app()
    cases = with_cases(app, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await press(pilot, "1", "end", "enter", "end")
        before = app.screen
        assert isinstance(before, WalkScreen)
        assert before.walk.place.id == "slutt"
        log = cases.resume(cases.listed().summaries[0][0]).case.log
        before.query_one(AnswerList).post_message(AnswerList.Chosen(AGAIN))
        await pilot.pause()
        assert app.screen is not before
        assert strings.APART_CASE[:20] in " ".join(screen_text(app).split())
        await press(pilot, "b")
        assert app.screen is before
        assert cases.resume(cases.listed().summaries[0][0]).case.log == log


async def test_a_stop_that_another_window_has_taken_away_is_not_written_over(
    make_app: AppMaker, tmp_path: Path
) -> None:
    """The second try is for the same stop or for none: never for what stands in its place now."""
    other = stored(tmp_path)
    app = make_app()
    cases = with_cases(app, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        case = page_of(app).view.id
        await press(pilot, "2", "4")
        assert isinstance(app.screen, AnewScreen)
        assert "Hvor gammelt" in screen_text(app)
        other.unlock(PHRASE)
        there = other.resume(case)
        change(other, there, 0, given_otherwise(other, there, 0, answer="ja"))
        await press(pilot, "4", "enter")
        assert case_strings.FAILED_TITLE in screen_text(app)
        await press(pilot, "1")
        log = other.resume(case).case.log
        if isinstance(app.screen, AnewScreen):
            await press(pilot, "enter")
        await pilot.pause()
        assert not isinstance(app.screen, AnewScreen)
        assert cases.resume(case).case.log == log


async def test_what_is_saved_is_of_the_workplace_that_one_has_now(make_app: AppMaker, tmp_path: Path) -> None:
    """Cases that were unlocked before the settings were changed: a case saved after that has the new facts."""
    app = make_app()
    cases = with_cases(app, tmp_path)
    async with app.run_test(size=SIZE):
        profile = replace(PROFILE, facts=(("virksomhet", "skole"),))
        app.remember(profile)
        assert cases.guide is app.guide
        assert cases.guide.profile == profile


def test_a_folder_that_one_may_not_look_into_holds_no_cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No fault on the first screen, but no cases."""

    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    cases = Cases(Guide(make_content(), PROFILE, lambda: MONDAY), tmp_path / "saker", LEAST)
    monkeypatch.setattr(os, "stat", refused)
    assert not cases.there


async def test_a_case_at_advice_that_cannot_wait_asks_before_it_is_ended(make_app: AppMaker, tmp_path: Path) -> None:
    """Whether it is done; the first choice leaves the case open, and home goes on saying that it is urgent."""
    app = make_app()
    cases = with_cases(app, tmp_path)
    cases.create(PHRASE)
    walk = app.guide.begin("felles/akutt")
    while walk.place.kind != "outcome":
        walk = app.guide.answer(walk, walk.place.node.answers[0][0])
    assert walk.place.node.urgency == "now"
    opened = cases.save(walk, "mappe")
    async with app.run_test(size=(80, 24)) as pilot:
        page = CaseScreen(cases, opened.case.id)
        app.push_screen(page)
        await pilot.pause()
        for key, closed in (("1", False), ("2", True)):
            page.run_worker(page._act("avslutt"))
            await pilot.pause()
            assert cases_words.CLOSE_TITLE in screen_text(app)
            await press(pilot, key)
            assert page.view.closed is closed
            assert overview(cases).today == (("Ingen frister i dag.",) if closed else ("1 sak haster.",))
