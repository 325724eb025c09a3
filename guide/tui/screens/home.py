"""The first screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from textual.widget import Widget

from guide.service import words
from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, plain, title_of
from guide.tui.widgets.answers import TALL, AnswerList, Choice
from guide.tui.widgets.pane import Pane

TITLE: Final = (Line(title_of(strings.HOME_TITLE)), GAP, GAP)


class HomeScreen(Page):
    """«Jeg er bekymret», and what else there is. What comes later says so in one line."""

    def __init__(self) -> None:
        super().__init__()
        self.note = ""
        self._away = False

    def body(self) -> Iterable[Widget]:
        """The choices, and a line below them."""
        below = self._below("" if self.guide_app.guide.content.cards else strings.HOME_NO_CONTENT)
        return (Pane(AnswerList(self._choices(), above=TITLE, below=below, airy=TALL), id="home"),)

    def hints(self) -> Sequence[Key]:
        """The keys of the first screen."""
        return (keys.ANSWER, keys.CONTACTS, keys.SEARCH, keys.HELP, keys.LEAVE)

    def on_screen_suspend(self) -> None:
        """Something is opened over it."""
        self._away = True

    def on_screen_resume(self) -> None:
        """Back from somewhere else: a card may stand open now."""
        if self._away:
            self.refill()
        self._away = False

    def refill(self) -> None:
        """Shows the choices as they are now."""
        answers = self.query_one(AnswerList)
        answers.show(self._choices(), answers.at, TITLE)
        self.tell(self.note or ("" if self.guide_app.guide.content.cards else strings.HOME_NO_CONTENT))
        self.frame()

    def _choices(self) -> list[Choice]:
        held = self.guide_app.ways.held
        card = strings.HOME_HELD.format(card=held.walk.laid.card.title) if held else ""
        note = "\n".join(filter(None, (card, self.guide_app.ways.due_words())))
        left_out = () if self.guide_app.guide.other_cards() else ("kort",)
        return [Choice(v, text, note if v == "saker" else "") for v, text in strings.HOME.items() if v not in left_out]

    def tell(self, note: str) -> None:
        """Says one thing below the choices."""
        self.query_one(AnswerList).tell(self._below(note))
        if note:
            self.query_one(Pane).scroll_end(animate=False)

    def _below(self, note: str) -> tuple[Line, ...]:
        self.note = note
        return (GAP, Line(plain(note), plain("»", "$primary"), 3)) if note else ()

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """One choice."""
        event.stop()
        ways = self.guide_app.ways
        self.tell("")
        if event.value == "bekymret":
            ways.main_card()
        elif event.value == "saker":
            ways.ongoing()
        elif event.value == "kontakter":
            ways.contacts()
        elif event.value == "tegn":
            ways.signs()
        elif event.value == "kort":
            ways.cards()
        elif event.value == "tiltak":
            ways.measures()
        elif event.value == "ovelser" and ways.desk:
            ways.exercises()
        elif event.value == "redigering" and self.guide_app.folder:
            ways.editing()
        elif event.value == "innstillinger":
            ways.settings()
        else:
            later = {"ovelser": "exercises", "redigering": "editing"}[event.value]
            self.tell(words.LATER[later])

    def action_back(self) -> None:
        """There is nothing below it."""

    def action_leave(self) -> None:
        """Leaves, after a word where a card stands open."""
        if self.guide_app.ways.held:
            from guide.tui.modals.ask import LeaveModal

            self.app.push_screen(LeaveModal(home=False), self._left)
        else:
            self.app.exit()

    def _left(self, chosen: str | None) -> None:
        if chosen:
            self.app.exit()
