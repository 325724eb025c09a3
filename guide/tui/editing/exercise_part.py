"""A part of an exercise: each field in a line, chosen to be changed, saved in the draft at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.service.editing.exercise_form import Part, put_field
from guide.service.editing.folder import ChangedOutsideError, EditError, SaveError
from guide.service.editing.forms import Field
from guide.tui import keys
from guide.tui.editing import exercise_texts as words
from guide.tui.editing import texts
from guide.tui.editing.blanks import DONE, Blank, FormModal
from guide.tui.keys import Key
from guide.tui.modals.dialog import Dialog
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, plain, title_of
from guide.tui.widgets.answers import NEVER, AnswerList, Choice
from guide.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from guide.tui.editing.exercise import ExerciseScreen


class PartScreen(Page):
    """The fields of the part number `index` of the exercise that the screen `below` has open."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]
    heading = words.EXERCISES

    def __init__(self, below: ExerciseScreen, index: int) -> None:
        super().__init__()
        self.below, self.index = below, index

    def body(self) -> Iterable[Widget]:
        """The fields."""
        return (Pane(AnswerList(self._choices(), above=self._above(), airy=NEVER)),)

    def hints(self) -> Sequence[Key]:
        """Change, or back."""
        return (keys.ANSWER, keys.OPEN, keys.BACK, keys.HELP)

    def part(self) -> Part | None:
        """The part as the file is now; None where there is none any more."""
        form = self.below.form()
        return form.parts[self.index] if form and self.index < len(form.parts) else None

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Asks for another value."""
        event.stop()
        part = self.part()
        if part:
            self.run_worker(self._change(part.fields[int(event.value)]), exclusive=True)

    async def _change(self, field: Field) -> None:
        """Asks until the file takes it, or the user gives up."""
        value, error = _typed(field), ""
        while True:
            given = await self._asked(field, value, error)
            if given is None:
                return
            try:
                put_field(self.below.editing, self.below.file, field, given)
                self.below.editing.save(self.below.file)
            except ChangedOutsideError:
                self.say(texts.CHANGED)
            except SaveError as wrong:
                self.say(str(wrong))
            except EditError as wrong:
                value, error = given if isinstance(given, list) else [given], str(wrong)
                if field.kind != "one":
                    continue
                self.say(error)
            else:
                self._show()
                self.say(words.SAVED)
            return

    async def _asked(self, field: Field, value: Sequence[str], error: str) -> Any:
        """What the user gives: a text, several, or one of the options; None for nothing given."""
        if field.kind == "one":
            choices = [Choice(option.value, option.title) for option in field.options]
            return await self.app.push_screen_wait(Dialog(field.label, (GAP,), choices)) or None
        blanks = [Blank(f"felt{at}", field.label, words.WHAT, text) for at, text in enumerate(value or [""])]
        if field.kind == "lines":
            blanks.append(Blank("felt-ny", field.label, words.ONE_MORE))
        lines = [field.about, *([] if field.required else [words.EMPTY_TAKES_AWAY])]
        modal = FormModal(field.label, lines, blanks, lambda _: "", error)
        if await self.app.push_screen_wait(modal) != DONE:
            return None
        given = [text for text in modal.given.values() if text]
        return given if field.kind == "lines" else given[0] if given else ""

    def _choices(self) -> list[Choice]:
        part = self.part()
        return [Choice(f"{at}", field.label, shown(field)) for at, field in enumerate(part.fields if part else ())]

    def _above(self) -> list[Line]:
        part = self.part()
        if part is None:
            return [Line(plain(texts.CHANGED, "$error"))]
        return [Line(title_of(part.head)), Line(plain(words.PART_ABOUT, "$text-muted")), GAP]

    def _show(self) -> None:
        answers = self.query_one(AnswerList)
        choices = self._choices()
        answers.show(choices, min(answers.at, max(len(choices) - 1, 0)), self._above())


def _typed(field: Field) -> list[str]:
    """What stands in a field, as it is typed."""
    values = field.value if isinstance(field.value, list) else [field.value] if field.value else []
    return [" ".join(str(value).split()) for value in values]


def shown(field: Field) -> str:
    """What stands in a field, in words; several under one another."""
    titles = {option.value: option.title for option in field.options}
    return "\n".join(titles.get(text, text) for text in _typed(field)) or words.NOTHING
