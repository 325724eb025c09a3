"""What goes on paper, before it is known as what: headings, lists, tables and pairs of columns, all of it plain text.

The seam that cards, reports, minutes and forms are typeset through: whoever has something to print makes a Document,
and `as_html`, `as_markdown` and `as_pdf` of this package each write the same one.
"""

from __future__ import annotations

from guide.core.record import record
from guide.core.text import clean


@record
class Span:
    """A run of text; `strong` is set in bold, `whole` is never broken between two lines (a number)."""

    text: str
    strong: bool = False
    whole: bool = False


Text = tuple[Span, ...]


@record
class Heading:
    """A heading. `level` is 1 under the document's title, 2 under that; `number` stands before it."""

    text: str
    level: int = 1
    number: str = ""


@record
class Paragraph:
    """Running text; `quiet` is set smaller (where something comes from, how it was counted)."""

    text: Text
    quiet: bool = False


@record
class Items:
    """A list. `kind` is `do` (in order, ticked off), `dont` (never) or `plain`."""

    items: tuple[Text, ...]
    kind: str = "plain"


@record
class Table:
    """A table with a header; `widths` are shares of the line, the first column is what the row is about."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[int, ...]


@record
class Blank:
    """Something that a person writes in by hand: the label, and so many empty `lines` for it."""

    label: str
    lines: int = 1


Simple = Heading | Paragraph | Items | Table | Blank


@record
class Pair:
    """Two columns side by side, read left before right. `panel` sets them on a tinted ground, `shares` are widths."""

    left: tuple[Simple, ...]
    right: tuple[Simple, ...]
    panel: bool = False
    shares: tuple[int, int] = (2, 3)


Block = Simple | Pair


@record
class Document:
    """A whole print. `top` are (number, who) for the top of every page, `facts` (name, value); `foot` ends each.

    `mark` stands at the top of every page of a letter: what it is, and who may read it. With it, the print is set as a
    letter and not as a sheet for the wall.
    """

    title: str
    about: str
    author: str
    top: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    foot: str
    blocks: tuple[Block, ...]
    language: str = "nb"
    mark: str = ""


def plain(text: str, strong: bool = False, whole: bool = False) -> Text:
    """A text of one run."""
    return (Span(text, strong, whole),)


def one_line(text: str) -> str:
    """`text` as it may stand on paper: cleaned of what is hidden, in one line."""
    return " ".join(clean(text).split())


def walk(document: Document) -> tuple[Simple, ...]:
    """Every block in the order of reading, pairs taken apart."""
    found: list[Simple] = []
    for block in document.blocks:
        found += (*block.left, *block.right) if isinstance(block, Pair) else (block,)
    return tuple(found)
