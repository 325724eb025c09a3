"""Scroll bars of signs that the old Windows console has, too: whole cells instead of eighths."""

from __future__ import annotations

from typing import ClassVar

from textual.scrollbar import ScrollBar, ScrollBarRender


class WholeBars(ScrollBarRender):
    """The ends of a bar are cells like its middle."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]


def use() -> None:
    """From now on every bar is drawn so."""
    ScrollBar.renderer = WholeBars
