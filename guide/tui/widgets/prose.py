"""Text in paragraphs with hanging marks, wrapped to its width; it can be marked with the mouse."""

from __future__ import annotations

from collections.abc import Iterable

from textual.geometry import Size
from textual.selection import Selection
from textual.widget import Widget

from guide.tui.rows import Rows
from guide.tui.text import Line, rows_of


class Prose(Widget):
    """Shows lines. `show` puts others in their place."""

    def __init__(self, lines: Iterable[Line] = (), *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines = tuple(lines)
        self._made: tuple[int, Rows] = (-1, Rows(()))

    def show(self, lines: Iterable[Line]) -> None:
        """Shows these lines instead. As high as before, it costs no layout; the same as before, nothing."""
        width, before = self._made
        self._lines = tuple(lines)
        if width <= 0:
            self.refresh(layout=True)
            return
        rows = Rows(rows_of(self._lines, width))
        if not rows.same(before):
            self._made = (width, rows)
            self.refresh(layout=len(rows.rows) != len(before.rows))

    def render(self) -> Rows:
        """The lines at the width that the widget has."""
        return self._at(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """How many rows the lines take at `width`."""
        return len(self._at(width).rows) if width else 0

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What is marked of it."""
        return self.render().selected(selection)

    def _at(self, width: int) -> Rows:
        if self._made[0] != width:
            self._made = (width, Rows(rows_of(self._lines, width)))
        return self._made[1]
