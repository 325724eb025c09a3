"""What came of an exercise: what one did beside what it would have done, and what to try next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from textual.binding import Binding
from textual.widget import Widget

from guide.core.exercise_state import Play
from guide.service.debrief import debrief
from guide.service.training import Training
from guide.tui import keys
from guide.tui.keys import Key
from guide.tui.training import texts
from guide.tui.training.page import TrainingPage
from guide.tui.training.told import debrief_lines
from guide.tui.widgets.answers import AnswerList, Choice
from guide.tui.widgets.pane import Pane, ReadingPane
from guide.tui.widgets.prose import Prose

LIST: Final = "lista"
AGAIN: Final = "igjen"


class DebriefScreen(TrainingPage):
    """The debrief of one play, and the ways on below it. Nothing of it is kept."""

    BINDINGS = [Binding("escape", "back", show=False)]  # noqa: RUF012
    heading = texts.DEBRIEF

    def __init__(self, training: Training, play: Play, at_once: bool) -> None:
        super().__init__()
        self.training, self.at_once = training, at_once
        self.lines = debrief_lines(debrief(training, play))

    def body(self) -> Iterable[Widget]:
        """The lines and the ways on."""
        ways = [Choice(LIST, texts.TO_LIST), Choice(AGAIN, texts.AGAIN)]
        return (ReadingPane(Prose(self.lines), AnswerList(ways), classes="reading"),)

    def on_mount(self) -> None:
        """Once it is laid out it is known whether there is more to read."""
        self.call_after_refresh(self.frame)

    def hints(self) -> Sequence[Key]:
        """Read on until the end."""
        pane = self.query_one(ReadingPane)
        return (keys.ENTER if pane.at_end else keys.READ_ON, keys.BACK, keys.HELP)

    def on_pane_changed(self, event: Pane.Changed) -> None:
        """The page has moved."""
        event.stop()
        self.bar.show(self.hints())

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Back to the list, or once more."""
        event.stop()
        if event.value == AGAIN:
            from guide.tui.training.play import PlayScreen

            self.app.switch_screen(PlayScreen(self.training, self.at_once))
        else:
            self.dismiss()
