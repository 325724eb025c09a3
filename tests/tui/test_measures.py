"""The measures finder in the app: the four choices, what fits, and that all front ends say the same."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from guide.cli.main import main
from guide.core.content import Content
from guide.core.lists import Measure, MeasureList, Topic
from guide.core.record import replace
from guide.plain.measures import asked
from guide.service.guide import Guide
from guide.service.measures import words
from guide.service.profile import Profile
from guide.service.route import Given, route
from guide.tui.app import GuideApp
from guide.tui.modals.dialog import Dialog
from guide.tui.screens.measures import MeasuresScreen
from guide.tui.screens.walk import WalkScreen
from tests.plain.talking import talk_of

from .conftest import AppMaker, MemoryStore
from .helpers import press, screen_text

HOUR = "2026-11-25T10:00+01:00"
SIZES = ((80, 24), (60, 20))
HOSTILE = "[red]Kurs[/red] [link=x]her[/link]"


def measure(id: str, **parts: object) -> Measure:
    """A measure for all, but for what is said of it."""
    made = Measure(
        id, id.title(), "Om det.", "Helsestasjonen", ("selective",), ("family",), ("bygda:p1",), topics=("ro",)
    )
    return replace(made, **parts)


@pytest.fixture
def listed(content: Content) -> Content:
    """The fixture content with measures, one of them hostile."""
    measures = (
        measure("samtale", service="barnevern", status="in_use", ages=(3, 9), access="referral", consent="ja"),
        measure("plan", given_by="Skolen", status="planned", levels=("universal",), whom=("child",), topics=("rus",)),
        measure("ond", name=HOSTILE, about=HOSTILE, given_by=HOSTILE, note=(HOSTILE,)),
    )
    lists = {"bygda/tiltak": MeasureList("bygda/tiltak", "Tiltak", "", measures)}
    topics = {"ro": Topic("ro", "Ro"), "rus": Topic("rus", "Rus")}
    return replace(content, measures=lists, topics=topics)


def names(app: GuideApp) -> list[str]:
    """The measures that the finder shows, in their order."""
    assert isinstance(app.screen, MeasuresScreen)
    return [view.name for view in app.screen.shown]


@pytest.mark.parametrize("size", SIZES)
async def test_every_choice_narrows_the_list(make_app: AppMaker, listed: Content, size: tuple[int, int]) -> None:
    """By m from the first screen; each choice by its key, and it stands at the top in words."""
    app = make_app(content=listed)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "m")
        assert names(app) == ["Samtale", HOSTILE, "Plan"]
        await press(pilot, "1", "3")
        assert names(app) == ["Plan"]
        assert "Hva det gjelder: Rus" in screen_text(app)
        await press(pilot, "1", "1", "2", *"12", "enter")
        assert names(app) == [HOSTILE, "Plan"]
        assert "Alder: 12 år" in screen_text(app)
        await press(pilot, "2", "backspace", "backspace", "enter", "3")
        assert names(app) == ["Plan"]
        await press(pilot, "3")
        assert names(app) == ["Samtale", HOSTILE]
        await press(pilot, "3", "3", "4")
        assert names(app) == ["Plan"]
        await press(pilot, "4", "4")
        assert names(app) == []
        assert words.NONE[:30] in screen_text(app)


async def test_all_of_a_measure_is_shown(make_app: AppMaker, listed: Content) -> None:
    """Status, whom, access, consent, who can be rung, the source; Escape leads back to the list."""
    app = make_app(content=listed)
    async with app.run_test(size=(80, 40)) as pilot:
        await press(pilot, "5", "enter")
        assert isinstance(app.screen, Dialog)
        text = screen_text(app)
        for said in ("I bruk", "Familien", "3–9 år", words.ACCESS["referral"], words.CONSENT["ja"], "62 11 22 33"):
            assert said in text
        assert "Bygda kommune: Sett ord på" in text
        await press(pilot, "escape")
        assert names(app)[0] == "Samtale"


async def test_hostile_text_stays_text(make_app: AppMaker, listed: Content) -> None:
    """What looks like markup is shown as it stands, in the list and in the whole."""
    app = make_app(content=listed)
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, "m", "down", "enter")
        assert HOSTILE in screen_text(app)


async def test_an_age_that_cannot_be_is_refused(make_app: AppMaker, listed: Content) -> None:
    """It is said; letters are not taken; Escape changes nothing; danger is one key away."""
    app = make_app(content=listed)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "m", "2", "x", *"999", "enter")
        assert "Alderen kan ikke stemme" in screen_text(app)
        await press(pilot, "escape")
        assert len(names(app)) == 3
        await press(pilot, "exclamation_mark")
        assert "112" in screen_text(app)


async def test_without_a_list_it_says_so(make_app: AppMaker) -> None:
    """A sentence, and no empty screen."""
    app = make_app()
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "m")
        assert words.NO_LIST[:40] in screen_text(app)


async def test_an_outcome_opens_what_fits_and_one_comes_back_to_it(shipped: Content) -> None:
    """The last way on of an outcome below the duty; back leads to the advice."""
    guide = shipped_guide(shipped)
    walk = route(guide, "stange/skole", Given(FACTS)).walk
    app = GuideApp(guide, MemoryStore(), card="stange/skole")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.push_screen(WalkScreen(guide, walk))
        await pilot.pause()
        await press(pilot, "2")
        assert isinstance(app.screen, MeasuresScreen)
        assert app.screen.heading == words.FITTING
        assert names(app)
        await press(pilot, "b")
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.walk is walk


async def test_factors_stand_below_the_signs_to_read(shipped: Content) -> None:
    """Words for a worry, what is hard and what helps, and where the plans differ; nothing can be ticked or counted."""
    app = GuideApp(shipped_guide(shipped), MemoryStore())
    async with app.run_test(size=(80, 200)) as pilot:
        await press(pilot, "4")
        text = screen_text(app)
        for said in ("Risiko og beskyttelse", words.SAY, *words.FACTOR_KIND.values(), "Én venn", words.DIFFERENCES):
            assert said in text
        assert text.index("Tegn til bekymring") < text.index("Risiko og beskyttelse")


# --- all front ends --------------------------------------------------------------------------------------------------
FACTS = {
    "akutt_fare": "nei",
    "mistanke_vold": "nei",
    "omsorgssvikt": "noe",
    "behandling_mangler": "nei",
    "egen_utvikling": "bekymring",
    "utrygt_miljo": "nei",
    "onsker_hjelp": "nei",
    "alder": "9",
}


def shipped_guide(content: Content, pack: str = "stange") -> Guide:
    """A guide on the shipped content."""
    hour = datetime.fromisoformat(HOUR)
    return Guide(content, Profile(pack, (("virksomhet", "skole"), ("rolle", "ansatt"))), lambda: hour)


@pytest.mark.parametrize("pack", ["stange", "ringsaker", "ringerike", "stor-elvdal"])
async def test_all_front_ends_find_the_same(shipped: Content, pack: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The same measures in the same order, for a topic, an age, a level and whom: app, line mode, command line."""
    guide = shipped_guide(shipped, pack)
    app = GuideApp(guide, MemoryStore())
    topics = list(shipped.topics)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "m", "1", "2", "2", "9", "enter", "3", "3", "4", "4")
        shown = names(app)
    argv = ["measures", "--pack", pack, "--topic", topics[0], "--age", "9", "--level", "selective", "--whom", "family"]
    assert main([*argv, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [m["name"] for group in answer["groups"] for m in group["measures"]] == shown
    talk, _ = talk_of(["2", "9", "3", "3"])
    lines = asked(guide, talk)
    assert [line for line in lines if line in shown] == shown
    assert shown or words.NONE in lines


async def test_an_outcome_offers_the_same_everywhere(shipped: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """`route` names what the app lists, and what it says to write finds the same."""
    guide = shipped_guide(shipped)
    walk = route(guide, "stange/skole", Given(FACTS)).walk
    app = GuideApp(guide, MemoryStore())
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(WalkScreen(guide, walk))
        await pilot.pause()
        await press(pilot, "2")
        assert isinstance(app.screen, MeasuresScreen)
        shown = [view.own.id for view in app.screen.shown]
    facts = [part for fact, value in FACTS.items() for part in ("--fact", f"{fact}={value}")]
    argv = ["route", "stange/skole", "--pack", "stange", "--at", "2026-11-25T10:00", *facts]
    assert main([*argv, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["advice"]["measures"] == shown
    assert main(argv) == 0
    said = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("Tiltak som kan passe"))
    assert said.startswith(f"Tiltak som kan passe: {len(shown)}. ")
    assert main([*said.partition("tiltakskort ")[2].split(), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [m["id"] for group in answer["groups"] for m in group["measures"]] == shown
