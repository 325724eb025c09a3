"""Text in paragraphs with hanging marks, wrapped to its width; it can be marked with the mouse."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from guide.tui.text import Line, laid


class Prose(Widget):
    """Shows lines. `show` puts others in their place."""

    def __init__(self, lines: Iterable[Line] = (), *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines = tuple(lines)
        self._made: tuple[int, Content] = (-1, Content(""))

    def show(self, lines: Iterable[Line]) -> None:
        """Shows these lines instead."""
        width = self.content_size.width
        before = self._height(width)
        self._lines = tuple(lines)
        self._made = (-1, Content(""))
        # as high as before: the other widgets stay where they are
        self.refresh(layout=not width or self._height(width) != before)

    def render(self) -> Content:
        """The lines at the width that the widget has."""
        return self._at(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """How many rows the lines take at `width`."""
        return self._height(width)

    def _height(self, width: int) -> int:
        return self._at(width).plain.count("\n") + 1 if self._lines and width else 0

    def _at(self, width: int) -> Content:
        if self._made[0] != width:
            self._made = (width, laid(self._lines, width))
        return self._made[1]
