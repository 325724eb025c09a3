"""The list of cards on one topic."""

from __future__ import annotations

from guide.tui import strings
from guide.tui.screens.cards import CardsScreen
from guide.tui.screens.home import HomeScreen
from guide.tui.screens.walk import WalkScreen

from .conftest import AppMaker, make_content, with_topic
from .helpers import press, screen_text


async def test_a_card_on_one_topic_is_two_keys_from_the_first_screen(make_app: AppMaker) -> None:
    """The list says what each card is for; the card opens in its place, and Escape leads home."""
    app = make_app(content=with_topic(make_content()))
    async with app.run_test(size=(80, 24)) as pilot:
        assert strings.HOME["kort"] in screen_text(app)
        await press(pilot, "5")
        assert isinstance(app.screen, CardsScreen)
        assert "Før du forteller noen om et barn." in screen_text(app)
        await press(pilot, "1")
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.walk.laid.card.id == "bygda/tema"


async def test_the_list_closes_again(make_app: AppMaker) -> None:
    """Escape and b lead back to the first screen."""
    app = make_app(content=with_topic(make_content()))
    async with app.run_test(size=(60, 20)) as pilot:
        for key in ("escape", "b"):
            await press(pilot, "5", key)
            assert isinstance(app.screen, HomeScreen)


async def test_no_list_is_offered_where_there_are_no_such_cards(make_app: AppMaker) -> None:
    """A municipality with one card has no empty list on its first screen."""
    app = make_app()
    async with app.run_test(size=(80, 24)):
        assert strings.HOME["kort"] not in screen_text(app)
