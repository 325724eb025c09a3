"""A question with its answers, or with a number of years to type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.reactive import reactive
from textual.widgets import Static

from guide.service.views import QuestionView
from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.text import GAP, Line, joined, plain
from guide.tui.widgets.answers import AnswerList, Choice
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose

MOST_DIGITS = 3


class QuestionPane(Pane):
    """Shows a QuestionView; posts Given with the value."""

    GIVES: ClassVar = True
    typed = reactive("")
    """The digits of the years typed so far."""

    def __init__(self, shown: QuestionView) -> None:
        super().__init__(id="question")
        self.shown = shown
        self.error = ""

    def compose(self) -> ComposeResult:
        """The question, the years, the answers."""
        yield Prose(id="ask")
        yield Static(id="years")
        yield AnswerList()

    def on_mount(self) -> None:
        """Fills it."""
        self.show(self.shown)

    def show(self, shown: QuestionView) -> None:
        """Shows this question instead."""
        self.shown, self.error = shown, ""
        self.set_reactive(QuestionPane.typed, "")
        self.query_one("#ask", Prose).show(self._lines())
        chosen = next((i for i, a in enumerate(shown.answers) if a.chosen), 0)
        self.query_one(AnswerList).show(self._choices(), chosen)
        self.query_one("#years").display = shown.years
        self._draw_years()

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
            self.typed = (self.typed + event.character)[:MOST_DIGITS]
            event.stop()
        elif event.key == "backspace":
            self.typed = self.typed[:-1]
            event.stop()

    def action_enter(self) -> None:
        """The years typed, or the answer that is marked."""
        if not self.shown.years:
            super().action_enter()
        elif self.typed:
            self.post_message(self.Given(str(int(self.typed))))
        else:
            self.refuse(strings.YEARS_NONE)

    def refuse(self, why: str) -> None:
        """Says why the years can't be taken."""
        self.error = why
        self._draw_years()

    def watch_typed(self) -> None:
        """Draws what is typed."""
        self.error = ""
        self._draw_years()

    def _draw_years(self) -> None:
        line = [plain(strings.YEARS), plain(self.typed + "_", "bold $primary")]
        rows = [joined(line, "  "), plain(self.error, "$error")]
        self.query_one("#years", Static).update(joined(rows, "\n"))

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
        return lines
