"""A document as Markdown (CommonMark with tables). What stands in it is text: all that could be markup is escaped."""

from __future__ import annotations

import re
from typing import Final

from guide.exports.paper.document import Document, Heading, Items, Paragraph, Simple, Table, Text, one_line, walk

_MEANS: Final = re.compile(r"([\\`*_{}\[\]<>#|!~&:@+-]|(?<=\d)[.)](?=\s|$)|www\.)")
_MARKS: Final = {"do": "- [ ] ", "dont": "- ", "plain": "- "}


def escape(text: str) -> str:
    """`text` as one line that a reader of Markdown shows as it stands."""
    return _MEANS.sub(lambda found: "www\\." if found[0] == "www." else f"\\{found[0]}", one_line(text))


def as_markdown(document: Document) -> str:
    """The whole document, ending in a newline."""
    top = " · ".join(f"**{escape(number)}** {escape(who)}" for number, who in document.top)
    lines = [f"# {escape(document.title)}", "", top, "", escape(document.about), ""]
    lines += [f"- {escape(name)}: {escape(value)}" for name, value in document.facts]
    for block in walk(document):
        lines += ["", *_block(block)]
    return "\n".join([*lines, "", escape(document.foot), ""])


def _block(block: Simple) -> list[str]:
    if isinstance(block, Heading):
        number = f"{escape(block.number)} " if block.number else ""
        return [f"{'#' * (block.level + 1)} {number}{escape(block.text)}"]
    if isinstance(block, Items):
        return [_MARKS[block.kind] + _text(item) for item in block.items]
    if isinstance(block, Paragraph):
        return [_text(block.text)]
    return _table(block)


def _table(table: Table) -> list[str]:
    rows = [f"| {' | '.join(_text(cell) for cell in row)} |" for row in table.rows]
    head = f"| {' | '.join(escape(name) for name in table.header)} |"
    return [f"**{escape(table.caption)}**", "", head, f"|{' --- |' * len(table.header)}", *rows]


def _text(text: Text) -> str:
    runs = (f"**{escape(span.text)}**" if span.strong and span.text.strip() else escape(span.text) for span in text)
    return " ".join(run for run in runs if run)
