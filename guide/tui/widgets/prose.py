"""Text in paragraphs with hanging marks, wrapped to its width."""

from __future__ import annotations

from collections.abc import Iterable

from guide.tui.rows import Rows
from guide.tui.text import Line, rows_of
from guide.tui.widgets.printed import Printed


class Prose(Printed):
    """Shows lines. `show` puts others in their place."""

    def __init__(self, lines: Iterable[Line] = (), *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines = tuple(lines)

    def show(self, lines: Iterable[Line]) -> None:
        """Shows these lines instead."""
        self._lines = tuple(lines)
        self.again()

    def made(self, width: int) -> Rows:
        """The lines at `width`."""
        return Rows(rows_of(self._lines, width))
