"""The municipality's cards on one topic, for those who know what they are looking for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.service.guide import Guide
from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, title_of
from guide.tui.widgets.answers import AnswerList, Choice
from guide.tui.widgets.pane import Pane


class CardsScreen(Page):
    """Each card with what it is for. The card that is chosen takes its place."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self.guide = guide

    def body(self) -> Iterable[Widget]:
        """The cards."""
        cards = [self.guide.content.cards[name] for name in self.guide.other_cards()]
        choices = [Choice(card.id, card.title, card.about) for card in cards]
        return (Pane(AnswerList(choices, above=(Line(title_of(strings.CARDS_TITLE)), GAP))),)

    def hints(self) -> Sequence[Key]:
        """The keys at the foot."""
        return (keys.ANSWER, keys.OPEN, keys.BACK, keys.SEARCH, keys.HELP)

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Opens the card."""
        event.stop()
        self.dismiss()
        self.guide_app.ways.open(event.value)
