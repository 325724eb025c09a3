"""A list of answers: 1–9, arrows and Enter, mouse. The pane around it has the focus and passes the keys on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from guide.core.record import record
from guide.tui.text import Line, joined, plain
from guide.tui.widgets.prose import Prose

MARK_WIDTH = 5
MARK_ALONE = 2
"""Where no key stands before an answer."""
FEW = 5
"""So many answers stand with air between them at 24 rows."""


@record
class Choice:
    """`key` is what is pressed for it, its number where nothing else is said; `note` stands below in grey."""

    value: str
    words: str
    note: str = ""
    key: str = ""


class AnswerRow(Prose):
    """One answer."""

    @dataclass
    class Clicked(Message):
        """The row was clicked."""

        row: AnswerRow

    def __init__(self) -> None:
        super().__init__()
        self.choice = Choice("", "")
        self.key = ""

    def put(self, choice: Choice, key: str, at: bool) -> None:
        """Shows `choice`; `at` marks the one that Enter chooses."""
        self.choice, self.key = choice, key
        self.set_class(at, "-at")
        lead = joined([plain("› " if at else "  ", "bold $primary"), plain(key, "bold $primary")])
        width = MARK_WIDTH if key else MARK_ALONE
        lines = [Line(plain(choice.words, "bold" if at else ""), lead, width)]
        if choice.note:
            lines.append(Line(plain(choice.note, "$text-muted"), indent=width))
        self.show(lines)

    def on_click(self, event: events.Click) -> None:
        """Chosen by mouse."""
        event.stop()
        self.post_message(self.Clicked(self))


class AnswerList(Vertical):
    """Answers one under the other. Posts Chosen."""

    @dataclass
    class Chosen(Message):
        """An answer was chosen, by its value."""

        value: str

    def __init__(self, choices: Sequence[Choice] = (), at: int = 0, *, numbered: bool = True) -> None:
        super().__init__()
        self.choices = tuple(choices)
        self.at = at
        self.numbered = numbered

    def compose(self) -> ComposeResult:
        """A row a choice."""
        for _ in self.choices:
            yield AnswerRow()

    def on_mount(self) -> None:
        """Fills the rows."""
        self._draw()

    def show(self, choices: Sequence[Choice], at: int = 0) -> None:
        """Shows these choices instead. Rows are kept and reused: a new question costs no new widgets."""
        self.choices, self.at = tuple(choices), at
        if not self.is_mounted:
            return
        missing = len(self.choices) - len(self._rows())
        if missing > 0:
            self.mount(*(AnswerRow() for _ in range(missing)))
        self._draw()

    @property
    def chosen(self) -> Choice | None:
        """The one that Enter chooses."""
        return self.choices[self.at] if self.choices else None

    def move(self, by: int) -> bool:
        """Moves the mark; False at the end of the list."""
        to = self.at + by
        if not 0 <= to < len(self.choices):
            return False
        self.at = to
        self._draw()
        self._rows()[to].scroll_visible(animate=False)
        return True

    def press(self, key: str) -> bool:
        """Chooses by the key that stands before an answer; False where there is none."""
        for index, choice in enumerate(self.choices):
            if key and key == self._key(index):
                self._tell(choice.value)
                return True
        return False

    def choose(self) -> None:
        """Chooses the one that is marked."""
        if self.chosen:
            self._tell(self.chosen.value)

    def on_answer_row_clicked(self, event: AnswerRow.Clicked) -> None:
        """Chosen by mouse."""
        event.stop()
        self._tell(event.row.choice.value)

    def _tell(self, value: str) -> None:
        # made and posted in the list's own turn: a message that a parent makes for its child stops at the parent
        self.call_next(lambda: self.post_message(self.Chosen(value)))

    def _key(self, index: int) -> str:
        own = self.choices[index].key
        return own or (str(index + 1) if index < 9 and self.numbered else "")

    def _rows(self) -> list[AnswerRow]:
        return [row for row in self.children if isinstance(row, AnswerRow)]

    def _draw(self) -> None:
        self.set_class(len(self.choices) > FEW, "-many")
        for index, row in enumerate(self._rows()):
            used = index < len(self.choices)
            row.display = used
            if used:
                row.put(self.choices[index], self._key(index), index == self.at)
