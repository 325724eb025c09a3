"""The app and `route` go the same way: every golden situation that `route` walks, in one running app, by key."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from guide.core.content import OUTCOME, Content
from guide.service.guide import Guide
from guide.service.route import Given, Route, _ticked
from guide.service.views import QuestionView
from guide.tui.app import GuideApp
from guide.tui.screens.walk import WalkScreen
from guide.tui.settings import Chosen
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.question import QuestionPane
from guide.tui.widgets.record import RecordPane
from guide.tui.widgets.signs import SignsPane
from tests.golden.situations import Situation, read, walk

from .conftest import PROFILE, MemoryStore
from .helpers import screen_text

TABLE = [row for row in read() if not row.to_end]  # a row with alarms and second answers is no `route`
MOST_STOPS = 200
PATIENCE = 20.0
"""Seconds after which a key that has had no effect has failed."""


class Hand:
    """Presses keys in a running app, and waits for what they do: a pilot waits for idle time, fifty times as long."""

    def __init__(self, app: GuideApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot
        self.keys = 0

    async def press(self, key: str, done: Callable[[], bool]) -> None:
        """One key, as the terminal's driver hands it on; returns when `done` is true."""
        self.keys += 1
        assert self.app._driver
        self.app._driver.send_message(events.Key(key, key if len(key) == 1 else None))
        await until(done)

    async def begin(self, guide: Guide, card: str) -> WalkScreen:
        """A new walk of `card` from the first screen."""
        app = self.app
        app.ways.held = None
        app.ways.home()
        app.ways.held = None
        app.guide = guide
        app.ways.begin(card)
        await until(lambda: isinstance(app.screen, WalkScreen) and ready(app.screen) is not None)
        assert isinstance(app.screen, WalkScreen)
        return app.screen


async def until(done: Callable[[], bool]) -> None:
    """Lets the app work until `done`."""
    async with asyncio.timeout(PATIENCE):
        while not done():
            await asyncio.sleep(0)


def ready(screen: WalkScreen) -> Pane | None:
    """The pane of the stop when it is drawn whole and has the keys, None before that."""
    pane = next((pane for pane in screen.query(Pane) if pane.display), None)
    if pane is None or getattr(pane, "shown", None) is not screen.scene.shown or not pane.is_mounted:
        return None
    if isinstance(pane, SignsPane) and len(pane.rows) < sum(len(signs) for _, signs in pane.shown.columns):
        return None
    if isinstance(pane, RecordPane) and len(pane.query(Input)) < len(pane.shown.fields):
        return None
    focused = screen.focused
    return pane if focused is pane or (focused is not None and pane in focused.ancestors) else None


async def give(hand: Hand, screen: WalkScreen, guide: Guide, given: Given) -> bool:
    """Presses the keys for what is given at the stop; False where it leaves the stop open."""
    pane, before = ready(screen), screen.walk
    place = before.place
    key = "1"
    if isinstance(pane, QuestionPane):
        value = given.facts.get(place.fact, "")
        if not (value and place.target(value)):
            return False
        key = await answer(hand, pane, value)
    elif isinstance(pane, SignsPane):
        ids = [row.sign.id for row in pane.rows]
        for sign in _ticked(guide, place, given):
            await tick(hand, pane, ids.index(sign))
        key = "enter"
    elif isinstance(pane, RecordPane):
        for _ in pane.shown.fields[1:]:
            focused = screen.focused
            await hand.press("enter", lambda was=focused: screen.focused is not was)  # type: ignore[misc]
        key = "enter"
    await hand.press(key, lambda: screen.walk is not before and ready(screen) is not None)
    return True


async def answer(hand: Hand, pane: QuestionPane, value: str) -> str:
    """The last key of an answer; years are typed before it."""
    shown: QuestionView = pane.shown
    if not shown.years:
        return str([answer.value for answer in shown.answers].index(value) + 1)
    if value == shown.unknown:
        return "v"
    for count, digit in enumerate(value, 1):
        await hand.press(digit, lambda count=count: pane.typed == value[:count])  # type: ignore[misc]
    return "enter"


async def tick(hand: Hand, pane: SignsPane, wanted: int) -> None:
    """Moves the mark to a sign and ticks it."""
    while pane.at != wanted:
        step = 1 if pane.at < wanted else -1
        await hand.press("down" if step > 0 else "up", lambda to=pane.at + step: pane.at == to)  # type: ignore[misc]
    await hand.press("space", lambda: pane.rows[wanted].ticked)


async def walked(hand: Hand, guide: Guide, row: Situation) -> WalkScreen:
    """The row's card in the app, from its first stop to where the row's facts end."""
    known = {f: v for f, v in row.facts.items() if f in guide.laid(row.card).facts}
    given, passed = Given(known, past_count=row.outcome - 1, stop_at=row.stop), 0
    screen = await hand.begin(guide, row.card)
    for _ in range(MOST_STOPS):
        place = screen.walk.place
        if place.kind == row.stop:
            return screen
        if place.kind == OUTCOME:
            if passed == given.past_count or not place.go:
                return screen
            passed += 1
        if not await give(hand, screen, guide, given):
            return screen
    raise AssertionError(row.id)


@pytest.fixture
async def hand(shipped: Content) -> AsyncIterator[Hand]:
    """One app that runs from the first situation to the last."""
    app = GuideApp(Guide(shipped, PROFILE, lambda: TABLE[0].at), MemoryStore(Chosen(PROFILE)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        yield Hand(app, pilot)


async def test_the_same_answers_give_the_same_route(shipped: Content, hand: Hand) -> None:
    """Every golden situation, answered by key, passes the nodes that `route` passes, and shows the stop it ends at."""
    wrong: dict[str, object] = {}
    for row in TABLE:
        guide, found = walk(shipped, row)
        screen = await walked(hand, guide, row)
        await hand.pilot.pause()  # the end is painted, too
        if told := differences(hand.app, screen, found):
            wrong[row.id] = told
    assert wrong == {}
    assert hand.keys > 5 * len(TABLE)


def differences(app: GuideApp, screen: WalkScreen, found: Route) -> list[str]:
    """Where the walk on the screen is another than the route."""
    path = [passed.node for passed in screen.walk.state.path]
    told = [] if path == list(found.path) else [f"path {path}, not {list(found.path)}"]
    told += [] if screen.walk.place.id == found.place.id else [f"at {screen.walk.place.id}, not {found.place.id}"]
    text = "".join(screen_text(app).split())
    told += [] if "".join(found.place.node.text.split())[:40] in text else [f"not shown: {found.place.node.text}"]
    return told
