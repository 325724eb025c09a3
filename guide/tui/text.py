"""The only way text reaches a widget: `plain`. Never a `str`, which Textual would read as markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from textual.content import Content

from guide.core.record import record
from guide.core.text import clean

NOTHING: Final = Content("")
LEAST = 8
"""Columns that a text keeps beside its mark, however narrow the window is."""


def plain(text: str, style: str = "") -> Content:
    """`text` as it stands: no markup, no control characters. `style` is one of ours, e.g. `bold $primary`."""
    return Content.styled(clean(text), style)


def joined(parts: Iterable[Content], between: str = "") -> Content:
    """Parts side by side, or one under the other with a newline between."""
    return Content(between).join([part for part in parts if part])


@record
class Line:
    """A paragraph with a hanging mark: `mark` stands in the first `indent` columns of its first line."""

    text: Content = NOTHING
    mark: Content = NOTHING
    indent: int = 0


GAP: Final = Line()


def heading(text: str) -> tuple[Line, ...]:
    """A heading, with air above it."""
    return (GAP, Line(plain(text, "bold $primary")))


def title_of(text: str) -> Content:
    """The title of a side, a modal or a page."""
    return plain(text, "bold $primary")


def bullets(texts: Iterable[str], mark: str = "–", style: str = "") -> tuple[Line, ...]:
    """One hanging paragraph a text."""
    return tuple(Line(plain(text), plain(mark, style), 2) for text in texts)


def section(title: str, texts: Sequence[str], mark: str = "–", style: str = "") -> tuple[Line, ...]:
    """A heading with its paragraphs, nothing where there are none."""
    return (*heading(title), *bullets(texts, mark, style)) if texts else ()


def rows_of(lines: Iterable[Line], width: int) -> list[Content]:
    """Lines wrapped to `width` cells, each with its hanging mark, row by row."""
    rows: list[Content] = []
    for line in lines:
        indent = min(line.indent, max(width - LEAST, 0))
        room = max(width - indent, 1)
        fits = line.text.cell_length <= room and "\n" not in line.text.plain
        pieces = [line.text] if fits else line.text.wrap(room)
        if not indent:
            rows += pieces
            continue
        blank = Content(" " * indent)
        lead = line.mark.truncate(indent)
        for number, piece in enumerate(pieces):
            rows.append((blank if number or not line.mark else lead.extend_right(indent - lead.cell_length)) + piece)
    return rows
