"""One exercise as a form: its parts, whether it fits its card, and a try of it. Each change is saved in the draft."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.core.content import Content
from guide.core.exercise import Exercise
from guide.core.exercise_fit import fit
from guide.core.record import record
from guide.service.desk import Desk
from guide.service.editing.drafting import copy_of, judge
from guide.service.editing.exercise_form import ExerciseForm, exercise_form, read_exercise
from guide.service.editing.folder import EditError, Editing
from guide.service.training.running import stale_words
from guide.service.training.training import Training
from guide.tui import keys
from guide.tui.editing import exercise_texts as words
from guide.tui.faults import FAULTS
from guide.tui.keys import Key
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, plain, title_of
from guide.tui.widgets.answers import NEVER, AnswerList, Choice
from guide.tui.widgets.pane import Pane

TRY: Final = "#prov"
MOST_FAULTS: Final = 3


@record
class Looked:
    """What was found out about the draft: the content that it makes, the exercise, and what is wrong, in sentences."""

    content: Content
    exercise: Exercise | None
    wrong: tuple[str, ...]


class ExerciseScreen(Page):
    """The parts of the exercise in `file`. What is wrong is looked for in a thread; one can choose meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def __init__(self, root: Path, file: str, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.root, self.file, self.now = root, file, now
        self.editing = Editing(root, now)
        self.heading = words.EXERCISES
        self.looked: Looked | None = None
        self.note = words.LOOKING
        self._read: ExerciseForm | None = None

    # --- what is shown -------------------------------------------------------------------------------------------
    def body(self) -> Iterable[Widget]:
        """The parts, after the way to try it."""
        return (Pane(AnswerList(self._choices(), above=self._above(), airy=NEVER)),)

    def hints(self) -> Sequence[Key]:
        """Choose, or back."""
        return (keys.ANSWER, keys.OPEN, keys.BACK, keys.HELP)

    def on_screen_resume(self) -> None:
        """Something may have been changed: the form is shown and looked at anew."""
        self._show()
        self.run_worker(self._look(), exclusive=True, group="look")

    def form(self) -> ExerciseForm | None:
        """The form of what the file says now, None where it is no exercise that can be read."""
        content = self.looked.content if self.looked else self.guide_app.guide.content
        try:
            self._read = exercise_form(self.editing, self.file, content)
        except (OSError, EditError):
            self._read = None
        return self._read

    def _choices(self) -> list[Choice]:
        form = self.form()
        if form is None:
            return []
        parts = (
            Choice(f"{at}", part.head, words.FIELDS.format(count=len(part.fields)))
            for at, part in enumerate(form.parts)
        )
        return [Choice(TRY, words.TRY, words.TRY_NOTE), *parts]

    def _above(self) -> list[Line]:
        if self._read is None:
            return [Line(plain(words.FAILED, "$error"))]
        lines = [Line(title_of(self._read.title)), Line(plain(self.file, "$text-muted"))]
        if self.looked is None:
            return [*lines, Line(plain(self.note, "$text-muted")), GAP]
        if not self.looked.wrong:
            return [*lines, Line(plain(words.FITS, "$success")), GAP]
        return [*lines, *(Line(plain(text, "$error")) for text in self.looked.wrong[:MOST_FAULTS]), GAP]

    def _show(self) -> None:
        for answers in self.query(AnswerList):
            answers.show(self._choices(), answers.at, self._above())

    async def _look(self) -> None:
        copy = copy_of(self.editing)
        try:
            self.looked = await asyncio.to_thread(_looked, copy, self.file)
        except (OSError, EditError):
            self.note = words.NOT_READ
        self._show()

    # --- what is chosen ------------------------------------------------------------------------------------------
    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """A part, or a try of the whole."""
        event.stop()
        if event.value == TRY:
            self._try()
            return
        from guide.tui.editing.exercise_part import PartScreen

        self.app.push_screen(PartScreen(self, int(event.value)))

    def _try(self) -> None:
        """The exercise played as it is now, with feedback at once. Nothing of it is kept."""
        from guide.tui.training.play import PlayScreen

        found = self.looked
        try:
            exercise, _ = read_exercise(self.editing, self.file)
            if exercise is None or found is None:
                raise EditError(words.NO_TRY)
            training = Training(found.content, exercise)
            self.app.push_screen(PlayScreen(training, Desk(lambda: self.root), at_once=True))
        except (*FAULTS, EditError):
            self.say(words.NO_TRY)


def _looked(editing: Editing, file: str) -> Looked:
    """What is found out in a thread. Raises EditError."""
    content = judge(editing).content
    exercise, findings = read_exercise(editing, file)
    wrong = [str(finding) for finding in findings]
    if exercise is None:
        return Looked(content, None, tuple(wrong or [words.NOT_READ]))
    stale = stale_words(fit(content, exercise))
    return Looked(content, exercise, (*wrong, *([stale] if stale else [])))
