"""What can be taken out of a case, or of a walk that is not saved; and the draft of a report, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.service.out import words as out_words
from guide.service.out.making import DEADLINES, REPORT, Subject
from guide.service.out.report import Part, parts
from guide.tui import keys
from guide.tui.keys import Key
from guide.tui.out import strings
from guide.tui.out.flow import take_out, tell_sending, warned
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, plain
from guide.tui.widgets.answers import NEVER, AnswerList, Choice
from guide.tui.widgets.pane import Pane

FILE, SENDING = "fil", "sending"
FILE_KEY = Key("f", "", "f", strings.K_FILE, strings.KL_FILE)
SENDING_KEY = Key("s", "", "s", strings.K_SENDING, strings.KL_SENDING)


class OutScreen(Page):
    """One line a kind; what is chosen is made. A report opens its draft first."""

    heading = strings.TITLE
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self.subject = subject

    def body(self) -> Iterable[Widget]:
        """The kinds."""
        kinds = [kind for kind in out_words.KINDS if self.subject.matter.case or kind != DEADLINES]
        choices = [Choice(kind, out_words.KINDS[kind], strings.NOTES[kind]) for kind in kinds]
        above = (*(Line(plain(text)) for text in strings.LINES), GAP)
        yield Pane(AnswerList(choices, above=above, airy=NEVER))

    def hints(self) -> Sequence[Key]:
        """Choose, or back."""
        return (keys.ANSWER, keys.ARROWS, keys.BACK, keys.HELP)

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """The draft, or a file."""
        event.stop()
        self.run_worker(self._take(event.value), group="cases", exclusive=True)

    async def _take(self, kind: str) -> None:
        if kind != REPORT:
            await take_out(self.guide_app, self.subject, kind)
        elif await warned(self.guide_app, kind):
            self.app.push_screen(DraftScreen(self.subject))


class DraftScreen(Page):
    """The fields of the form: what is chosen is copied. `f` makes a file, `s` says how it is sent."""

    heading = strings.DRAFT_TITLE
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self.subject = subject
        self.parts: dict[str, Part] = {part.id: part for part in parts(subject.matter)}

    def body(self) -> Iterable[Widget]:
        """The ways on, and the fields."""
        choices = [Choice(part.id, part.title, _note(part)) for part in self.parts.values()]
        choices += [
            Choice(FILE, strings.TO_FILE, key=FILE_KEY.shown),
            Choice(SENDING, strings.SENDING, key=SENDING_KEY.shown),
        ]
        above = (*(Line(plain(text)) for text in strings.DRAFT_LINES), GAP)
        yield Pane(AnswerList(choices, above=above, airy=NEVER))

    def hints(self) -> Sequence[Key]:
        """Copy, a file, how it is sent, or back."""
        return (keys.COPY, FILE_KEY, SENDING_KEY, keys.BACK, keys.HELP)

    def action_copy(self) -> None:
        """Copies the field that the mark is on."""
        chosen = self.query_one(AnswerList).chosen
        if chosen and chosen.value in self.parts:
            self._copy(self.parts[chosen.value])

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Copies a field, makes a file, or says how it is sent."""
        event.stop()
        if event.value in self.parts:
            answers = self.query_one(AnswerList)
            answers.show(answers.choices, list(self.parts).index(event.value), answers.above)
            self._copy(self.parts[event.value])
        elif event.value == FILE:
            self.run_worker(take_out(self.guide_app, self.subject, REPORT), group="cases", exclusive=True)
        else:
            self.run_worker(tell_sending(self.guide_app, self.subject), group="cases", exclusive=True)

    def _copy(self, part: Part) -> None:
        if not part.text:
            self.say(strings.NOT_TO_COPY)
            return
        self.guide_app.copy_to_clipboard(part.text, lines=True)
        self.guide_app.ways.copied = True
        self.say(strings.COPIED.format(title=part.title))


def _note(part: Part) -> str:
    """The beginning of what would be copied, or what a person has to fill in."""
    first = part.text.partition("\n")[0]
    return first or strings.FILL_IN.format(labels=" · ".join(part.labels))
