"""Scroll bars of signs that the old Windows console has, too: half blocks instead of eighths."""

from __future__ import annotations

from typing import ClassVar

from textual.scrollbar import ScrollBar, ScrollBarRender


class HalfBars(ScrollBarRender):
    """The ends of a bar in steps of half a cell."""

    VERTICAL_BARS: ClassVar[list[str]] = ["▄", " "]
    HORIZONTAL_BARS: ClassVar[list[str]] = ["▌", " "]


def use() -> None:
    """From now on every bar is drawn so."""
    ScrollBar.renderer = HalfBars
