"""Where a word of a text stands in its file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from guide.core.places import Place, Spots, Value

_REACH: Final = 40
"""The most lines after its first that a text is looked for in."""


def place_of(spots: Spots, value: Value, start: int) -> Place:
    """Where the character `start` of a text stands in the file; the text's own place where it is written otherwise."""
    begin = spots.at(value.file, *value.way)
    lines = spots.lines(value.file)
    found = _match(lines, begin, value.text[:start], value.text[start:].split()[:1])
    return found or begin


def rest_of_line(spots: Spots, value: Value) -> str:
    """What stands after an unquoted text on its last line; empty where the text is quoted or written otherwise."""
    begin = spots.at(value.file, *value.way)
    lines = spots.lines(value.file)
    if not begin.line or lines[begin.line - 1][begin.column - 1 : begin.column] in ("'", '"', "|", ">"):
        return ""
    end = _match(lines, begin, value.text, [])
    return lines[end.line - 1][end.column - 1 :] if end else ""


def _match(lines: Sequence[str], begin: Place, before: str, after: Sequence[str]) -> Place | None:
    """The place behind `before` (and blanks, when `after` follows it), where any blank may be a new line."""
    if not begin.line:
        return None
    text = "\n".join(lines[begin.line - 1 : begin.line + _REACH])[begin.column - 1 :]
    words = [re.escape(word) for word in before.split()]
    spaced = r"\s+" if after and (before[-1:].isspace() or not before) else ""
    opening = r"['\"]?" if not text.startswith(("|", ">")) else r"[|>][-+0-9]*\s*"
    found = re.match(opening + r"\s+".join(words) + (spaced if words else ""), text)
    if not found or (after and not text.startswith(after[0], found.end())):
        return None
    upto = found.end()
    down = text.count("\n", 0, upto)
    column = upto - text.rfind("\n", 0, upto) if down else begin.column + upto
    return Place(begin.line + down, column)
