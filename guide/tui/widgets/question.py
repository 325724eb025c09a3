"""A question with its answers, or with a number of years to type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.widget import Widget

from guide.service.views import QuestionView, Shown
from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.text import GAP, Line, joined, plain
from guide.tui.widgets.answers import AnswerList, Choice
from guide.tui.widgets.pane import Pane

MOST_DIGITS = 3


class QuestionPane(Pane):
    """Shows a QuestionView; posts Given with the value. One widget draws the question and all its answers."""

    GIVES: ClassVar = True
    KEPT: ClassVar = True

    def __init__(self, shown: QuestionView) -> None:
        super().__init__(id="question")
        self.shown, self.stop_id = shown, shown.node
        self.typed = ""
        self.error = ""
        self._list = AnswerList(self._choices(), self._at(), above=self._lines())

    def compose(self) -> Iterable[Widget]:
        """The question with its answers."""
        yield self._list

    def show(self, shown: QuestionView) -> None:
        """Shows this question instead."""
        self.shown, self.stop_id = shown, shown.node
        self.typed, self.error = "", ""
        self._draw(self._at())

    def takes(self, shown: Shown) -> bool:
        """Another question."""
        fits = isinstance(shown, QuestionView)
        if isinstance(shown, QuestionView):
            self.show(shown)
        return fits

    def hints(self) -> Sequence[Key]:
        """Digits mean years where years are asked for."""
        if self.shown.years:
            return (keys.YEARS, keys.ENTER)
        return (keys.ANSWER,)

    def on_key(self, event: events.Key) -> None:
        """Digits are years here; elsewhere they choose."""
        if not self.shown.years:
            return
        if event.character and event.character in "0123456789":
            self._type((self.typed + event.character)[:MOST_DIGITS])
            event.stop()
        elif event.key == "backspace":
            self._type(self.typed[:-1])
            event.stop()

    def action_enter(self) -> None:
        """The years typed, or the answer that is marked."""
        if not self.shown.years:
            super().action_enter()
        elif self.typed:
            self.choose(str(int(self.typed)))
        else:
            self.refuse(strings.YEARS_NONE)

    def refuse(self, why: str) -> None:
        """Says why the years can't be taken."""
        self.error = why
        self._draw()

    def _type(self, typed: str) -> None:
        self.typed, self.error = typed, ""
        self._draw()

    def _draw(self, at: int = 0) -> None:
        self._list.show(self._choices(), at, self._lines())

    def _at(self) -> int:
        return next((i for i, answer in enumerate(self.shown.answers) if answer.chosen), 0)

    def _choices(self) -> list[Choice]:
        if self.shown.years:
            return [Choice(self.shown.unknown, strings.DONT_KNOW, key="v")]
        return [Choice(a.value, a.words, strings.ANSWERED_BEFORE if a.chosen else "") for a in self.shown.answers]

    def _lines(self) -> list[Line]:
        lines = [Line(plain(self.shown.text, "bold"))]
        if self.shown.help:
            lines += [GAP, Line(plain(self.shown.help, "$text-muted"))]
        if self.shown.hint:
            lines += [GAP, Line(plain(self.shown.hint), plain("■", "bold $warning"), 2)]
        if self.shown.years:
            typed = joined([plain(strings.YEARS), plain(self.typed + "_", "bold $primary")], "  ")
            lines += [GAP, Line(typed), Line(plain(self.error, "$error"))]
        return [*lines, GAP]
