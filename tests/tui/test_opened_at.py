"""The app opened at a card: the walk is its first screen, and the app's own first screen comes when one leaves."""

from __future__ import annotations

from dataclasses import replace

from guide.core.content import Content
from guide.service.profile import Profile
from guide.tui import strings
from guide.tui.modals.ask import LeaveModal
from guide.tui.modals.stuck import StuckModal
from guide.tui.screens.home import HomeScreen
from guide.tui.screens.walk import WalkScreen
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.side import Side

from .conftest import AppMaker
from .helpers import press, screen_text

CARD = "bygda/barnehage"


async def test_the_walk_is_the_first_screen_and_home_comes_when_one_leaves(make_app: AppMaker) -> None:
    """Back from the first question; then the first screen has all its keys, and a card can be walked from there."""
    app = make_app(card=CARD)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert [type(screen) for screen in app.screen_stack] == [WalkScreen]
        await press(pilot, "b")
        assert isinstance(app.screen, HomeScreen)
        assert strings.HOME_TITLE in screen_text(app)
        await press(pilot, "1")
        assert isinstance(app.screen, WalkScreen)
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)


async def test_a_card_that_stands_open_is_found_again_at_home(make_app: AppMaker) -> None:
    """After an answer, leaving asks; from the first screen the card is taken up where it was."""
    app = make_app(card=CARD)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "escape", "q")
        assert isinstance(app.screen, LeaveModal)
        await press(pilot, "2")
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "2")
        assert isinstance(app.screen, WalkScreen)
        assert len(app.screen.walk.moves) == 1
        await press(pilot, "escape", "q", "2")
        assert isinstance(app.screen, HomeScreen)


async def test_danger_and_hiding_work_from_it(make_app: AppMaker) -> None:
    """Both come over the walk, and it is there after them."""
    app = make_app(card=CARD)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "h")
        assert strings.HIDDEN in screen_text(app)
        await press(pilot, "h", "exclamation_mark", "1")
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.walk.in_alarm


async def test_a_card_that_cannot_be_laid_says_so_over_the_first_screen(make_app: AppMaker, content: Content) -> None:
    """Instead of nothing at all."""
    broken = replace(content.cards[CARD], start="ingensteds")
    app = make_app(content=replace(content, cards={**content.cards, CARD: broken}), card=CARD)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, StuckModal)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_back_is_a_letter_in_a_field(make_app: AppMaker) -> None:
    """The key for back comes before the focus; not where one types."""
    app = make_app(profile=Profile("bygda", (("virksomhet", "barnehage"),)))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", "2")
        assert isinstance(app.screen, WalkScreen)
        stop = app.screen.walk.state.stop
        assert app.screen.stage.pane.typing
        await press(pilot, "b")
        assert app.screen.walk.state.stop == stop
        await press(pilot, "escape", "b")
        assert app.screen.walk.state.stop != stop


async def test_the_sides_come_when_there_is_room(make_app: AppMaker) -> None:
    """None are made at 80 columns; at 120 they stand beside the question, and they follow it."""
    app = make_app(card=CARD)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not app.screen.query(Side)
        await pilot.resize_terminal(120, 30)
        await pilot.pause()
        assert len(app.screen.query(Side)) == 2
        assert strings.KNOWN_NOTHING in screen_text(app)
        await press(pilot, "2")
        assert strings.KNOWN_NOTHING not in screen_text(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert strings.KNOWN not in screen_text(app)


async def test_a_second_key_is_no_answer_to_a_question_that_nobody_has_seen(make_app: AppMaker) -> None:
    """What was meant for another stop than the one that is shown is not given."""
    app = make_app(card=CARD)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, WalkScreen)
        for stop, moves in (("et-annet-sted", 0), (screen.scene.shown.node, 1)):
            screen.post_message(Pane.Given("nei", stop))
            await pilot.pause()
            assert len(screen.walk.moves) == moves


async def test_keys_have_their_effect_in_the_order_they_are_pressed(make_app: AppMaker) -> None:
    """An answer and back, both there before either is looked at: the answer, then back."""
    app = make_app(card=CARD)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in ("3", "b"):
            app.simulate_key(key)
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, WalkScreen)
        assert not screen.walk.moves
        assert [move.answer for move in screen.walk.kept] == ["vet_ikke"]
