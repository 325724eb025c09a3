"""A document as a tagged PDF (PDF/UA-1), or its pages as pictures, typeset by Typst with the fonts that it brings.

The text goes to the typesetter as data, never as markup; no file, package, font or address outside of it is read.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from guide.exports.paper.document import (
    Blank,
    Block,
    Document,
    Heading,
    Items,
    Pair,
    Paragraph,
    Simple,
    Table,
    Text,
    one_line,
)

TEMPLATE: Final = Path(__file__).with_name("document.typ")
LETTER: Final = Path(__file__).with_name("letter.typ")
STANDARD: Final = "ua-1"
PIXELS_PER_INCH: Final = 110
NO_SIGN: Final = "En PDF kan ikke vise tegnet «{sign}». Velg et annet format, eller ta bort tegnet."
_UNSHOWN: Final = re.compile(r"text `\"(.+)\"` could not be displayed")


class SignError(ValueError):
    """The fonts lack a sign of the text (a smiley, some alphabets); the message says which, and what to do."""


def as_pdf(document: Document, made: datetime) -> bytes:
    """The PDF; `made` (aware) is the time that it says it was made, so that the same print gives the same bytes.

    Raises SignError.
    """
    return _pages(
        document, format="pdf", pdf_standards=STANDARD, timestamp=made.astimezone(UTC).replace(microsecond=0)
    )[0]


def as_pictures(document: Document) -> tuple[bytes, ...]:
    """Each page as a PNG."""
    return _pages(document, format="png", ppi=PIXELS_PER_INCH)


def _pages(document: Document, **options: Any) -> tuple[bytes, ...]:
    """What the typesetter makes: one file, or one a page."""
    import typst  # tens of megabytes of compiled code: for whoever prints, and nobody else

    data = {"document": json.dumps(as_data(document), ensure_ascii=False)}
    template = LETTER if document.mark else TEMPLATE
    try:
        found = typst.compile(template.read_bytes(), sys_inputs=data, ignore_system_fonts=True, **options)
    except typst.TypstError as error:
        if unshown := _UNSHOWN.search(str(error)):
            raise SignError(NO_SIGN.format(sign=unshown[1])) from None
        raise
    return tuple(found) if isinstance(found, list) else (found,)


def as_data(document: Document) -> dict[str, Any]:
    """What the template reads: the document as JSON has it."""
    return {
        "title": one_line(document.title),
        "about": one_line(document.about),
        "author": one_line(document.author),
        "language": one_line(document.language),
        "top": [[one_line(part) for part in pair] for pair in document.top],
        "facts": [[one_line(part) for part in pair] for pair in document.facts],
        "foot": one_line(document.foot),
        "mark": one_line(document.mark),
        "blocks": [_block(block) for block in document.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Pair):
        left, right = ([_simple(part) for part in side] for side in (block.left, block.right))
        return {"kind": "pair", "left": left, "right": right, "panel": block.panel, "shares": list(block.shares)}
    return _simple(block)


def _simple(block: Simple) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {
            "kind": "heading",
            "text": one_line(block.text),
            "level": block.level,
            "number": one_line(block.number),
        }
    if isinstance(block, Items):
        return {"kind": "items", "mark": block.kind, "items": [_text(item) for item in block.items]}
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "text": _text(block.text), "quiet": block.quiet}
    if isinstance(block, Blank):
        return {"kind": "blank", "label": one_line(block.label), "lines": block.lines}
    return _table(block)


def _table(table: Table) -> dict[str, Any]:
    return {
        "kind": "table",
        "caption": one_line(table.caption),
        "header": [one_line(name) for name in table.header],
        "rows": [[_text(cell) for cell in row] for row in table.rows],
        "widths": list(table.widths),
    }


def _text(text: Text) -> list[list[Any]]:
    return [[one_line(span.text), span.strong, span.whole] for span in text if one_line(span.text)]
