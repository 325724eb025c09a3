"""Rows that are wrapped already, as Textual's protocol for what a widget shows (`Visual`).

A `Content` would be split and wrapped once more for each paint, which takes half the time of a new question.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual.content import Content
from textual.css.styles import RulesMap
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Rows(Visual):
    """Shows `rows`, one a line, none of which is wider than the widget. They can be marked with the mouse."""

    def __init__(self, rows: Sequence[Content]) -> None:
        self.rows = tuple(rows)

    @property
    def plain(self) -> str:
        """The rows as text."""
        return "\n".join(row.plain for row in self.rows)

    def same(self, other: Rows) -> bool:
        """Whether it looks the same."""
        return len(self.rows) == len(other.rows) and all(map(same_row, self.rows, other.rows))

    def selected(self, selection: Selection) -> tuple[str, str]:
        """What is marked of it, and what comes after it where more is marked."""
        return selection.extract(self.plain), "\n"

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The rows as they are painted."""
        if options.selection is not None:
            return Content("\n").join(self.rows).render_strips(width, height, style, options)
        return [_strip(row, y, style, options.get_style) for y, row in enumerate(self.rows[:height])]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width of the widest row."""
        return max((row.cell_length for row in self.rows), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The number of rows."""
        return len(self.rows)


def same_row(one: Content, other: Content) -> bool:
    """Whether two rows look the same. (`==` compares their text alone.)"""
    return one.plain == other.plain and one.spans == other.spans


def _strip(row: Content, y: int, style: Style, get_style: Callable[[str | Style], Style]) -> Strip:
    segments: list[Segment] = []
    x = 0
    for text, own in row.render(style, end="", parse_style=get_style):
        segments.append(Segment(text, (style + own).rich_style_with_offset(x, y)))  # the place is what marking needs
        x += len(text)
    return Strip(segments, row.cell_length)
