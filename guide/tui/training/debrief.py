"""What came of an exercise: what one did beside what it would have done, and what to try next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from textual.binding import Binding
from textual.widget import Widget

from guide.core.exercise_state import AT_END, Play
from guide.service.desk import Desk
from guide.service.training.debrief import debrief
from guide.service.training.training import Training
from guide.tui import keys
from guide.tui.keys import Key
from guide.tui.training import texts
from guide.tui.training.done import DoneModal
from guide.tui.training.page import TrainingPage
from guide.tui.training.told import debrief_lines
from guide.tui.widgets.answers import AnswerList, Choice
from guide.tui.widgets.pane import Pane, ReadingPane
from guide.tui.widgets.prose import Prose

LIST: Final = "lista"
AGAIN: Final = "igjen"
SHEET: Final = "ark"


class DebriefScreen(TrainingPage):
    """The debrief of one play, and the ways on below it. Nothing of it is kept."""

    BINDINGS = [Binding("escape", "back", show=False)]  # noqa: RUF012
    heading = texts.DEBRIEF

    def __init__(self, training: Training, play: Play, desk: Desk, at_once: bool) -> None:
        super().__init__()
        self.training, self.desk, self.at_once = training, desk, at_once
        self.done = play.finished == AT_END
        self.lines = debrief_lines(debrief(training, play))

    def body(self) -> Iterable[Widget]:
        """The lines and the ways on."""
        sheet = [Choice(SHEET, texts.DONE_SHEET)] if self.done else []
        ways = [Choice(LIST, texts.TO_LIST), Choice(AGAIN, texts.AGAIN), *sheet]
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
        """Back to the list, once more, or the sheet that says that one has trained."""
        event.stop()
        if event.value == AGAIN:
            from guide.tui.training.play import PlayScreen

            self.app.switch_screen(PlayScreen(self.training, self.desk, self.at_once))
        elif event.value == SHEET:
            modal = DoneModal(self.training, self.desk, False, self.guide_app.guide.now)
            self.ask_file(modal)
        else:
            self.dismiss()
