"""A document as plain text: to read anywhere, and to paste into a form field by field. Nothing hidden is in it."""

from __future__ import annotations

from typing import Final

from guide.exports.paper.document import Blank, Document, Heading, Items, Paragraph, Simple, Text, one_line, walk

LINE: Final = "_" * 30
_MARKS: Final = {"do": "[ ] ", "dont": "x ", "plain": "- "}


def as_text(document: Document) -> str:
    """The whole document, ending in a newline. A paragraph is one line, so that it can be pasted as it is."""
    lines = [one_line(text) for text in (document.mark, document.title, document.about) if text]
    lines += [f"{one_line(name)}: {one_line(value)}" for name, value in document.facts]
    for block in walk(document):
        lines += ["", *of_block(block)] if isinstance(block, Heading) else of_block(block)
    return "\n".join([*lines, "", one_line(document.foot)]).rstrip() + "\n"


def of_block(block: Simple) -> tuple[str, ...]:
    """A block as lines."""
    if isinstance(block, Heading):
        return (" ".join(part for part in (one_line(block.number), one_line(block.text).upper()) if part),)
    if isinstance(block, Items):
        return tuple(_MARKS[block.kind] + _text(item) for item in block.items)
    if isinstance(block, Paragraph):
        return (_text(block.text),)
    if isinstance(block, Blank):
        return (f"{one_line(block.label)}: {LINE}", *(LINE,) * (block.lines - 1))
    rows = (" | ".join(_text(cell) for cell in row) for row in block.rows)
    caption = (one_line(block.caption),) if block.caption else ()
    return (*caption, " | ".join(one_line(name) for name in block.header), *rows)


def _text(text: Text) -> str:
    return " ".join(part for part in (one_line(span.text) for span in text) if part)
