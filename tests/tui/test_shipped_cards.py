"""The real cards of the municipalities, walked to the end by key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

import pytest
from textual.pilot import Pilot

from guide.core.clock import OSLO
from guide.core.content import ASK, OUTCOME, Content
from guide.service.guide import Guide
from guide.service.present import outcome_view
from guide.service.profile import Profile
from guide.service.views import AnswerView, OutcomeView, QuestionView, RecordView, SignsView
from guide.tui import strings
from guide.tui.app import GuideApp
from guide.tui.screens.walk import WalkScreen
from guide.tui.settings import Chosen
from guide.tui.text import GAP, Line, plain
from guide.tui.widgets.advice import AdvicePane
from guide.tui.widgets.question import QuestionPane

from .conftest import MONDAY, MemoryStore
from .helpers import key_of, press, screen_text

MAIN_CARDS = (
    "stange/barnehage",
    "stange/skole",
    "ringsaker/hvem",
    "ringerike/bti",
    "midtdalen/nivaa",
    "stor-elvdal/hjelp",
)
LONGEST = 140
TALLEST = 8
NIGHT = datetime(2026, 11, 23, 23, 10, tzinfo=OSLO)
CALM = {"akutt_fare": "nei", "mistanke_vold": "nei", "omsorgssvikt": "nei", "behandling_mangler": "nei"}
VIOLENCE = {"akutt_fare": "nei", "mistanke_vold": "konkret", "mistenkt": "foresatt"}
EMPLOYEE = {"akutt_fare": "nei", "mistanke_vold": "konkret", "mistenkt": "ansatt"}
DOUBT = {"*": "vet_ikke"}
DANGER = {"akutt_fare": "ja"}


async def to_the_end(app: GuideApp, pilot: Pilot[None], wanted: Mapping[str, str]) -> list[str]:
    """Walks by key until an outcome where the card ends; gives the stops."""
    stops: list[str] = []
    tried: Counter[tuple[str, str]] = Counter()
    for _ in range(LONGEST):
        screen = app.screen
        assert isinstance(screen, WalkScreen), type(screen)
        shown = screen.scene.shown
        stops.append(shown.node)
        assert shown.text[:12] in screen_text(app)
        if isinstance(shown, OutcomeView) and not shown.goes_on:
            return stops
        if isinstance(shown, QuestionView):
            keys = key_of(screen.walk, shown, wanted, tried)
        elif isinstance(shown, RecordView):
            keys = ["escape", "enter"]
        else:
            keys = ["enter"] if isinstance(shown, SignsView) else ["1"]
        await press(pilot, *keys)
    pytest.fail(f"ingen ende: {stops[-12:]}")


@pytest.mark.parametrize(
    ("pack", "workplace", "wanted"),
    [
        pytest.param("stange", "barnehage", CALM, id="stange-barnehage-calm"),
        pytest.param("stange", "barnehage", VIOLENCE, id="stange-barnehage-violence"),
        pytest.param("stange", "barnehage", DOUBT, id="stange-barnehage-doubt"),
        pytest.param("stange", "skole", CALM, id="stange-skole-calm"),
        pytest.param("stange", "skole", EMPLOYEE, id="stange-skole-employee"),
        pytest.param("stange", "skole", DANGER, id="stange-skole-danger"),
        pytest.param("ringsaker", "skole", CALM, id="ringsaker-skole-calm"),
        pytest.param("ringsaker", "barnehage", VIOLENCE, id="ringsaker-barnehage-violence"),
        pytest.param("sor-fron", "skole", CALM, id="midtdalen-skole-calm"),
        pytest.param("ringebu", "barnehage", VIOLENCE, id="midtdalen-barnehage-violence"),
        pytest.param("stor-elvdal", "skole", CALM, id="stor-elvdal-skole-calm"),
        pytest.param("stor-elvdal", "sfo", DANGER, id="stor-elvdal-sfo-danger"),
    ],
)
async def test_a_card_can_be_walked_to_its_end_by_key(
    shipped: Content, pack: str, workplace: str, wanted: Mapping[str, str]
) -> None:
    """From the first screen; every stop is drawn; the moves that the app made are the engine's."""
    profile = Profile(pack, (("virksomhet", workplace), ("rolle", "ansatt")))
    guide = Guide(shipped, profile, lambda: MONDAY)
    assert guide.main_card()
    app = GuideApp(guide, MemoryStore(Chosen(profile)))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        stops = await to_the_end(app, pilot, wanted)
        assert isinstance(app.screen, WalkScreen)
        walk = app.screen.walk
    assert [move.node for move in walk.moves] == stops[:-1]
    again = guide.begin(walk.laid.card.id)
    for move in walk.moves:
        again = again._apply(move)
    assert again.state == walk.state


def test_every_question_of_the_shipped_cards_can_be_answered_by_1_to_9(shipped: Content) -> None:
    """No question has more answers than there are keys."""
    asked = [(card.id, node) for card in shipped.cards.values() for node in card.nodes.values() if node.kind == ASK]
    assert asked
    assert [(card, node.id) for card, node in asked if len(node.answers) > 9] == []


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=["80x24", "60x20"])
async def test_every_answer_of_the_shipped_cards_is_on_the_screen_at_once(
    shipped: Content, size: tuple[int, int]
) -> None:
    """No answer, and above all no «vet ikke», is below the edge."""
    profile = Profile("stange", (("virksomhet", "barnehage"), ("rolle", "ansatt")))
    guide = Guide(shipped, profile, lambda: MONDAY)
    app = GuideApp(guide, MemoryStore(Chosen(profile)))
    laid = [guide.laid(card) for card in MAIN_CARDS if card != "stange/skole"]
    asked = {place.node.text: (place, one.facts) for one in laid for place in one.nodes.values() if place.kind == ASK}
    below = {}
    async with app.run_test(size=size) as pilot:
        await press(pilot, "1")
        pane = app.screen.query_one(QuestionPane)
        for text, (place, facts) in asked.items():
            fact = facts[place.node.fact]
            answers = tuple(AnswerView(value, fact.words(value)) for value, _ in place.node.answers)
            years = fact.kind == "years"
            view = QuestionView(place.id, "1", text, place.node.help, answers=() if years else answers, years=years)
            pane.show(view)
            await pilot.pause()
            if pane.max_scroll_y:
                below[place.id] = pane.max_scroll_y
    assert len(asked) > 40
    assert below == {}


@pytest.mark.parametrize("at", [MONDAY, NIGHT], ids=["day", "night"])
async def test_the_number_of_every_outcome_is_on_the_screen_at_60_by_20(shipped: Content, at: datetime) -> None:
    """Without scrolling, whoever answers: those with the longest heads of each card."""
    below = {}
    for card in MAIN_CARDS:
        profile = Profile(
            card.partition("/")[0].replace("midtdalen", "ringebu"), (("virksomhet", "barnehage"), ("rolle", "ansatt"))
        )
        guide = Guide(shipped, profile, lambda: at)
        app = GuideApp(guide, MemoryStore(Chosen(profile)))
        async with app.run_test(size=(60, 20)) as pilot:
            walk = guide.begin(card)
            app.push_screen(WalkScreen(guide, walk))
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, WalkScreen)
            shown = [outcome_view(guide, walk, p) for p in walk.laid.nodes.values() if p.kind == OUTCOME]
            for view in sorted(shown, key=lambda v: len(v.text) + len(v.help), reverse=True)[:TALLEST]:
                where = (Line(plain(strings.POINT.format(id="1", title="Sett ord på bekymringen"))), GAP)
                await screen.stage.show(screen, view, where, at.date())
                await pilot.pause()
                number = screen.query_one("#number")
                pane = screen.query_one(AdvicePane)
                if pane.number and number.region.bottom > pane.region.bottom:
                    below[card, view.text] = number.region.bottom - pane.region.bottom
    assert below == {}


async def test_who_looks_for_child_welfare_finds_somebody_who_answers(shipped: Content) -> None:
    """Stange's number is not known: those who answer in its place stand above it, with their numbers."""
    profile = Profile("stange", (("virksomhet", "barnehage"), ("rolle", "ansatt")))
    app = GuideApp(Guide(shipped, profile, lambda: NIGHT), MemoryStore(Chosen(profile)))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "k", "slash", *"barnevern")
        text = screen_text(app)
        assert text.index("116 111") < text.index("Barneverntjenesten i Stange")
        assert "Familievernkontoret" not in text
