"""A list of answers: 1–9, arrows and Enter, mouse. The pane around it has the focus and passes the keys on.

One widget draws them all, with what stands above and below: each widget more costs a start a millisecond and each
question a third of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from guide.core.record import record
from guide.tui.rows import Rows
from guide.tui.text import GAP, NOTHING, Line, plain, rows_of
from guide.tui.widgets.printed import Printed

MARK_WIDTH: Final = 5
MARK_ALONE: Final = 2
"""Where no key stands before an answer."""
FEW: Final = 5
"""So many answers stand with air between them from AIRY rows on."""
AIRY: Final = 24
TALL: Final = 30
"""Rows of the window from which answers stand with air between them, however many they are."""
NEVER: Final = 100_000
AT_STYLE: Final = "on $row-at"


@record
class Choice:
    """`key` is what is pressed for it, its number where nothing else is said; `note` stands below in grey."""

    value: str
    words: str
    note: str = ""
    key: str = ""


class AnswerList(Printed):
    """Answers one under the other, between lines that stand `above` and `below`. Posts Chosen when one is clicked.

    `airy` is the height of the window from which answers have air between them where there are no more than `few`.
    """

    class Chosen(Message):
        """An answer was chosen, by its value."""

        def __init__(self, value: str) -> None:
            super().__init__()
            self.value = value

    def __init__(
        self,
        choices: Sequence[Choice] = (),
        at: int = 0,
        *,
        above: Iterable[Line] = (),
        below: Iterable[Line] = (),
        numbered: bool = True,
        airy: int = AIRY,
        few: int = FEW,
    ) -> None:
        super().__init__()
        self.choices, self.at = tuple(choices), at
        self.above, self.below = tuple(above), tuple(below)
        self.numbered, self.airy, self.few = numbered, airy, few
        self._over = -1  # the answer that the mouse is over
        self._spans: list[range] = []

    # --- what is shown -------------------------------------------------------------------------------------------
    def show(self, choices: Sequence[Choice], at: int = 0, above: Iterable[Line] = ()) -> None:
        """Shows these choices instead. As high as before, it costs no layout."""
        self.choices, self.at, self.above = tuple(choices), at, tuple(above)
        self._over = -1
        self.again()

    def tell(self, below: Iterable[Line]) -> None:
        """Shows these lines below the answers."""
        self.below = tuple(below)
        self.again()

    # --- choosing ------------------------------------------------------------------------------------------------
    @property
    def chosen(self) -> Choice | None:
        """The one that Enter chooses."""
        return self.choices[self.at] if self.choices else None

    def keyed(self, key: str) -> Choice | None:
        """The one that `key` stands before, None where there is none."""
        found = (choice for index, choice in enumerate(self.choices) if key and key == self._key(index))
        return next(found, None)

    def move(self, by: int) -> bool:
        """Moves the mark; False at the end of the list."""
        to = self.at + by
        if not 0 <= to < len(self.choices):
            return False
        self.at = to
        self.again()
        rows = self._spans[to]
        if isinstance(self.parent, Widget):
            at = self.virtual_region
            self.parent.scroll_to_region(Region(at.x, at.y + rows.start, at.width, len(rows)), animate=False)
        return True

    def on_click(self, event: events.Click) -> None:
        """Chosen by mouse."""
        row = self._row_at(event)
        if row >= 0:
            event.stop()
            self.post_message(self.Chosen(self.choices[row].value))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The answer under the mouse is marked."""
        self._hover(self._row_at(event))

    def on_leave(self) -> None:
        """The mouse is gone."""
        self._hover(-1)

    # --- inside --------------------------------------------------------------------------------------------------
    def _hover(self, row: int) -> None:
        if row != self._over:
            self._over = row
            self.again()

    def _row_at(self, event: events.MouseEvent) -> int:
        at = event.get_content_offset(self)
        return next((index for index, span in enumerate(self._spans) if at and at.y in span), -1)

    def _key(self, index: int) -> str:
        own = self.choices[index].key
        return own or (str(index + 1) if index < 9 and self.numbered else "")

    def stamp(self) -> bool:
        """Whether there is air between the answers."""
        high = self.app.size.height
        return high >= self.airy and (high >= TALL or len(self.choices) <= self.few)

    def made(self, width: int) -> Rows:
        """The lines and the answers at `width`."""
        air = self.stamp()
        rows, spans = rows_of(self.above, width), list[range]()
        for index in range(len(self.choices)):
            rows += [NOTHING] * (air and index > 0)
            own = self._answer(index, width)
            spans.append(range(len(rows), len(rows) + len(own)))
            rows += own
        if self.below:
            rows += rows_of((*((GAP,) if air and self.choices else ()), *self.below), width)
        self._spans = spans
        return Rows(rows)

    def _answer(self, index: int, width: int) -> list[Content]:
        choice, key, at = self.choices[index], self._key(index), index == self.at
        lead = plain(f"› {key}" if at else f"  {key}", "bold $primary")
        indent = MARK_WIDTH if key or self.numbered else MARK_ALONE
        lines = [Line(plain(choice.words, "bold" if at else ""), lead, indent)]
        if choice.note:
            lines.append(Line(plain(choice.note, "$text-muted"), indent=indent))
        rows = [row.pad_left(1) for row in rows_of(lines, width - 2)]
        if at or index == self._over:
            rows = [row.extend_right(width - row.cell_length).stylize_before(AT_STYLE) for row in rows]
        return rows
