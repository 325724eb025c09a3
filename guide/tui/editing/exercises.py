"""The exercises of the admin's folder: which one to change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.service.editing.exercise_form import exercise_files
from guide.service.editing.folder import EditError, Editing
from guide.tui import keys
from guide.tui.editing import exercise_texts as words
from guide.tui.editing.exercise import ExerciseScreen
from guide.tui.keys import Key
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, plain, title_of
from guide.tui.widgets.answers import NEVER, AnswerList, Choice
from guide.tui.widgets.pane import Pane


class ExercisesScreen(Page):
    """All of them, by municipality and title."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]
    heading = words.EXERCISES

    def __init__(self, root: Path, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.root, self.now = root, now

    def body(self) -> Iterable[Widget]:
        """The list."""
        return (Pane(AnswerList(self._choices(), above=self._above(), airy=NEVER)),)

    def hints(self) -> Sequence[Key]:
        """Choose, or back."""
        return (keys.ANSWER, keys.OPEN, keys.BACK, keys.HELP)

    def on_screen_resume(self) -> None:
        """A title may be another now."""
        for answers in self.query(AnswerList):
            answers.show(self._choices(), answers.at, self._above())

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Opens the form."""
        event.stop()
        self.app.push_screen(ExerciseScreen(self.root, event.value, self.now))

    def _choices(self) -> list[Choice]:
        try:
            return [Choice(file, title, file) for file, title in exercise_files(Editing(self.root, self.now))]
        except (OSError, EditError):
            return []

    def _above(self) -> list[Line]:
        about = words.ABOUT if self._choices() else words.NONE
        return [Line(title_of(words.HEAD)), Line(plain(about, "$text-muted")), GAP]
