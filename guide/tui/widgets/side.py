"""A side of the walk, where the window is wide enough for one: the card's points, or what is known so far."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from guide.tui.text import Line
from guide.tui.widgets.prose import Prose


class Side(Widget):
    """Lines that scroll by themselves."""

    def __init__(self, lines: Iterable[Line], *, id: str) -> None:
        self.prose = Prose(lines)
        super().__init__(self.prose, id=id, classes="side")

    def show(self, lines: Iterable[Line]) -> None:
        """Shows these lines instead."""
        self.prose.show(lines)
