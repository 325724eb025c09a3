"""A document as Markdown (CommonMark with tables). What stands in it is text: all that could be markup is escaped."""

from __future__ import annotations

from typing import Final

from guide.exports.markdown import escaped
from guide.exports.paper.document import Blank, Document, Heading, Items, Paragraph, Simple, Table, Text, walk

LINE: Final = "_" * 20
_MARKS: Final = {"do": "- [ ] ", "dont": "- ", "plain": "- "}


def as_markdown(document: Document) -> str:
    """The whole document, ending in a newline."""
    top = " · ".join(f"**{escaped(number)}** {escaped(who)}" for number, who in document.top)
    first = (part for part in (top or escaped(document.mark), escaped(document.about)) if part)
    lines = [f"# {escaped(document.title)}", "", *(line for part in first for line in (part, ""))]
    lines += [f"- {escaped(name)}: {escaped(value)}" for name, value in document.facts]
    for block in walk(document):
        lines += ["", *_block(block)]
    return "\n".join([*lines, "", escaped(document.foot), ""])


def _block(block: Simple) -> list[str]:
    if isinstance(block, Heading):
        number = f"{escaped(block.number)} " if block.number else ""
        return [f"{'#' * (block.level + 1)} {number}{escaped(block.text)}"]
    if isinstance(block, Items):
        return [_MARKS[block.kind] + _text(item) for item in block.items]
    if isinstance(block, Paragraph):
        return [_text(block.text)]
    if isinstance(block, Blank):
        return [f"- {escaped(block.label)}: {escaped(LINE)}", *[f"  {escaped(LINE)}"] * (block.lines - 1)]
    return _table(block)


def _table(table: Table) -> list[str]:
    rows = [f"| {' | '.join(_text(cell) for cell in row)} |" for row in table.rows]
    head = f"| {' | '.join(escaped(name) for name in table.header)} |"
    caption = [f"**{escaped(table.caption)}**", ""] if table.caption else []
    return [*caption, head, f"|{' --- |' * len(table.header)}", *rows]


def _text(text: Text) -> str:
    runs = (f"**{escaped(span.text)}**" if span.strong and span.text.strip() else escaped(span.text) for span in text)
    return " ".join(run for run in runs if run)
