"""The real cards of Stange and Ringsaker, walked to the end by key."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Mapping

import pytest
from textual.pilot import Pilot

from guide.core.content import ASK, OUTCOME, Content
from guide.core.lay import Laid, targets
from guide.core.walk import Walk
from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.service.views import AnswerView, OutcomeView, QuestionView, RecordView, SignsView
from guide.tui.app import GuideApp
from guide.tui.screens.walk import WalkScreen
from guide.tui.settings import Chosen
from guide.tui.widgets.question import QuestionPane

from .conftest import MONDAY, MemoryStore
from .helpers import press, screen_text

LONGEST = 90
CALM = {"akutt_fare": "nei", "mistanke_vold": "nei", "omsorgssvikt": "nei", "behandling_mangler": "nei"}
VIOLENCE = {"akutt_fare": "nei", "mistanke_vold": "konkret", "mistenkt": "foresatt"}
EMPLOYEE = {"akutt_fare": "nei", "mistanke_vold": "konkret", "mistenkt": "ansatt"}
DOUBT = {"*": "vet_ikke"}
DOUBTS = 12
"""So many questions are answered «vet ikke»; in doubt for ever, one goes round for ever."""
DANGER = {"akutt_fare": "ja"}


def distances(laid: Laid) -> dict[str, int]:
    """How many nodes lie between each node and the nearest end, whatever is known."""
    before: dict[str, list[str]] = {}
    for place in laid.nodes.values():
        for target in targets(place):
            before.setdefault(target, []).append(place.id)
    found = {place.id: 0 for place in laid.nodes.values() if place.kind == OUTCOME and not place.go}
    queue = deque(found)
    while queue:
        node = queue.popleft()
        for other in before.get(node, ()):
            if other not in found:
                found[other] = found[node] + 1
                queue.append(other)
    return found


def key_of(walk: Walk, shown: QuestionView, wanted: Mapping[str, str], tried: Counter[tuple[str, str]]) -> list[str]:
    """The keys that answer: what is wanted the first time, else the shortest way on that has not been tried."""
    if shown.years:
        return ["1", "2", "enter"]
    far = distances(walk.laid)
    offered = [answer.value for answer in shown.answers]
    want = wanted.get(shown.fact, wanted.get("*", "") if tried.total() < DOUBTS else "")
    if want not in offered or tried[shown.node, want]:
        want = min(offered, key=lambda v: 20 * tried[shown.node, v] + far.get(walk.place.target(v) or "", 500))
    tried[shown.node, want] += 1
    assert offered.index(want) < 9, shown.node
    return [str(offered.index(want) + 1)]


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
    laid = [guide.laid(card) for card in ("stange/barnehage", "ringsaker/hvem")]
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
