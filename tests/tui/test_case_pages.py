"""The page of a case: an earlier answer changed, a record with its wordings, a newer card, the end of its time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot

from guide.core.content import Content
from guide.core.walk import Walk
from guide.service.cases.cases import Cases
from guide.service.guide import Guide
from guide.store.cases.crypto import LEAST
from guide.tui import case_strings
from guide.tui.app import GuideApp
from guide.tui.modals.dialog import Dialog
from guide.tui.screens.anew import AnewScreen
from guide.tui.screens.case import CaseScreen
from guide.tui.screens.home import HomeScreen
from guide.tui.screens.newer import NewerScreen
from guide.tui.screens.walk import WalkScreen
from guide.tui.widgets.entry import Entry

from .conftest import MONDAY, PROFILE, AppMaker, make_content
from .helpers import press, screen_text
from .test_cases import PHRASE, quick_disk, typed, with_cases

__all__ = ["quick_disk"]
SIZE = (80, 50)


def walked(guide: Guide, seen: str = "Er lei seg") -> Walk:
    """From the start to the task: not in danger, noted, one sign, three years old."""
    walk = guide.answer(guide.begin("bygda/barnehage"), "nei")
    walk = guide.note(walk, {"dato": "2026-11-20", "sett": seen})
    return guide.answer(guide.tick(walk, ["trist"]), "3")


def stored(folder: Path, content: Content | None = None, seen: str = "Er lei seg") -> Cases:
    """A store with one case in it, made of `content`, locked."""
    cases = Cases(Guide(content or make_content(), PROFILE, lambda: MONDAY), folder / "saker", LEAST)
    cases.create(PHRASE)
    cases.save(walked(cases.guide, seen), "Blå mappe")
    cases.lock()
    return cases


async def opened(pilot: Pilot[None]) -> None:
    """From home to the page of the first case."""
    await press(pilot, "2")
    await typed(pilot, PHRASE)
    await press(pilot, "1")
    assert isinstance(pilot.app.screen, CaseScreen)


def page_of(app: GuideApp) -> CaseScreen:
    """The page of a case that is shown."""
    assert isinstance(app.screen, CaseScreen)
    return app.screen


async def test_an_earlier_answer_is_changed_and_what_it_takes_away_is_told(make_app: AppMaker, tmp_path: Path) -> None:
    """Told first, and kept where one says no; given otherwise, the page shows both answers. The same again: nothing."""
    stored(tmp_path)
    app = make_app()
    cases = with_cases(app, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        page = page_of(app)
        await press(pilot, "2")
        assert "? 3" in screen_text(app)
        await press(pilot, "1")
        assert isinstance(app.screen, AnewScreen)
        assert case_strings.ANEW in screen_text(app)
        await press(pilot, "1")
        said = screen_text(app)
        assert isinstance(app.screen, Dialog)
        assert case_strings.TAKES_AWAY in said
        assert "Skrevet: Når ble du bekymret?" in said
        assert "1 tegn krysset av" in said
        await press(pilot, "1")
        assert isinstance(app.screen, AnewScreen)
        assert len(cases.resume(page.view.id).case.log) == len(page.kept.opened.case.log)
        await press(pilot, "2")
        assert app.screen is not page, "the same answer again closes the stop and changes nothing"
        await press(pilot, "1", "1", "2")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.screen is page
        assert "(før: Nei)" in " ".join(screen_text(app).split())
        assert page.view.stop == "Hva skjer?"


async def test_a_record_keeps_its_earlier_wording(make_app: AppMaker, tmp_path: Path) -> None:
    """What may tell who somebody is, is marked before it is stored, and blanked when wanted; the page shows both."""
    stored(tmp_path)
    app = make_app()
    cases = with_cases(app, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        page = page_of(app)
        await press(pilot, "2", "2")
        entry = list(app.screen.query(Entry))[1]
        assert entry.value == "Er lei seg"
        entry.value = "Mor, 412 34 567, sa mer"
        entry.focus()
        await press(pilot, "enter")
        assert case_strings.MARKED_TITLE in screen_text(app)
        assert "I feltet «Det du har sett»:" in screen_text(app)
        await press(pilot, "1")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.screen is page
        said = screen_text(app)
        assert said.index("Mor, •••, sa mer") < said.index("Slik sto det") < said.index("Er lei seg")
        assert "412 34 567" not in said
        fields = cases.resume(page.view.id).walk.state.records["oppsto"]
        assert dict(fields)["sett"] == "Mor, •••, sa mer"
        assert page.view.stop == "Del bekymringen med styrer"


async def test_what_is_typed_in_an_earlier_record_is_kept_when_the_cases_are_locked(
    make_app: AppMaker, tmp_path: Path
) -> None:
    """Fifteen minutes later it stands there still, not given; with b it is let go."""
    stored(tmp_path)
    app = make_app()
    cases = with_cases(app, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await press(pilot, "2", "2")
        anew = app.screen
        assert isinstance(anew, AnewScreen)
        list(anew.query(Entry))[1].value = "Halvskrevet"
        anew.keep_now()
        assert app.ways.idle
        app.ways.idle.lock()
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        await opened(pilot)
        await press(pilot, "2", "2")
        assert list(app.screen.query(Entry))[1].value == "Halvskrevet"
        again = app.screen
        assert isinstance(again, AnewScreen)
        again.keep_now()
        assert cases.resume(again.kept.opened.case.id).draft, "nothing new was typed: what was, stays"
        await press(pilot, "escape", "b")
        case = cases.listed().summaries[0][0]
        assert not cases.resume(case).draft
        assert dict(cases.resume(case).walk.state.records["oppsto"])["sett"] == "Er lei seg"


async def test_words_of_a_record_are_looked_at_on_saving_and_on_going_on(make_app: AppMaker, tmp_path: Path) -> None:
    """A walk that becomes a case: its records first. In the case: before the step. Blanked in what one goes on with."""
    app = make_app()
    cases = with_cases(app, tmp_path)
    cases.create(PHRASE)
    async with app.run_test(size=SIZE) as pilot:
        app.push_screen(WalkScreen(app.guide, walked(app.guide, "Ring 41234567")))
        await pilot.pause()
        await press(pilot, "l")
        assert "Ring 41234567" in screen_text(app)
        await press(pilot, "1")
        await typed(pilot, "mappe")
        walk = app.screen
        assert isinstance(walk, WalkScreen)
        assert walk.kept
        assert walk.walk.moves[1].fields[1] == ("sett", "Ring •••")
        await press(pilot, "b", "b", "b")
        assert walk.walk.state.stop == "oppsto"
        list(app.screen.query(Entry))[1].value = "Ring 41234567 igjen"
        list(app.screen.query(Entry))[1].focus()
        await press(pilot, "enter")
        assert case_strings.MARKED_TITLE in screen_text(app)
        await press(pilot, "2")
        assert walk.walk.state.stop == "oppsto"
        assert list(app.screen.query(Entry))[1].value == "Ring 41234567 igjen"
        await press(pilot, "enter", "3")
        await app.workers.wait_for_complete()
        assert walk.walk.state.stop != "oppsto"
        assert dict(walk.kept.opened.walk.state.records["oppsto"])["sett"] == "Ring 41234567 igjen"


def later_content() -> Content:
    """The card in a newer edition: the question on danger has no «nei», the task another title."""
    content = make_content()
    card = content.cards["bygda/barnehage"]
    nodes = dict(card.nodes)
    nodes["fare"] = replace(nodes["fare"], answers=(("ja", "akutt"), ("vet_ikke", "oppsto")))
    nodes["del"] = replace(nodes["del"], text="Del bekymringen samme dag")
    pack = replace(content.packs["bygda"], version="2")
    cards = {**content.cards, card.id: replace(card, nodes=nodes)}
    return replace(content, cards=cards, packs={**content.packs, "bygda": pack})


async def test_a_newer_card_is_told_of_and_gone_over_to_when_wanted(make_app: AppMaker, tmp_path: Path) -> None:
    """The page says that there is one; what differs for this case is read first. What no longer fits is asked again,
    and the old answer stays in the history."""
    stored(tmp_path)
    app = make_app(content=later_content())
    cases = with_cases(app, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        page = page_of(app)
        assert "nyere utgave (2)" in " ".join(screen_text(app).split())
        await press(pilot, "3")
        assert isinstance(app.screen, NewerScreen)
        said = " ".join(screen_text(app).split())
        assert "heter nå «Del bekymringen samme dag»" in said
        assert "Dette må du svare på igjen: «Er barnet i fare nå?»" in said
        await press(pilot, "1")
        assert page_of(app).newer
        await press(pilot, "3", "2")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert page_of(app) is page
        assert page.newer is None
        assert page.view.stop == "Er barnet i fare nå?"
        assert [old.move.answer for old in cases.resume(page.view.id).case.old] == ["nei"]
