"""Where in a text an edit is made: which characters go, and what stands in their place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from guide.store.edits.kinds import Change, Insert, Put, Remove
from guide.store.edits.write import STEP, Form, Plain, Where, collection, in_brackets, item, scalar
from guide.store.spans import Span

_COLON: Final = re.compile(r"\s*:")


class Splice(NamedTuple):
    """`text` takes the place of the characters from `start` to before `end`."""

    start: int
    end: int
    text: str


class _Spot(NamedTuple):
    """The holder of what is changed: its span, and the entry's number in it; -1 where there is none yet."""

    holder: Span
    number: int


def index_for(keys: Sequence[str], key: str, order: Sequence[str]) -> int:
    """Where a new key goes among `keys`: after the last of them that `order` has before it; last without an order."""
    if key not in order:
        return len(keys)
    earlier = set(order[: order.index(key)])
    known = [number for number, other in enumerate(keys) if other in earlier]
    return known[-1] + 1 if known else 0


def splice_of(text: str, root: Span, change: Change, line_end: str) -> Splice:
    """The splice for a change that the tree allows."""
    spot = _spot(root, change.way)
    if isinstance(change, Insert):
        return _insert(text, spot.holder, int(change.way[-1]), "", change.value, line_end)
    if isinstance(change, Put) and spot.number < 0:
        index = index_for(spot.holder.names, str(change.way[-1]), change.order)
        return _insert(text, spot.holder, index, str(change.way[-1]), change.value, line_end)
    if isinstance(change, Put):
        return _replace(text, spot, change.value, line_end)
    if isinstance(change, Remove):
        return _remove(text, spot, _holder_of(root, change.way), line_end)
    key = spot.holder.keys[spot.number]
    where: Where = "flow" if spot.holder.flow else "key"
    written = scalar(change.key, Form(where, key.style, was=text[key.start : key.end]))
    return Splice(key.start, key.end, written)


def _spot(root: Span, way: Sequence[str | int]) -> _Spot:
    holder = root
    for step in way[:-1]:
        holder = holder.values[_index(holder, step)]
    return _Spot(holder, _index(holder, way[-1]))


def _holder_of(root: Span, way: Sequence[str | int]) -> _Spot | None:
    """The spot of the holder itself, None where that is the whole file."""
    return _spot(root, way[:-1]) if len(way) > 1 else None


def _index(holder: Span, step: str | int) -> int:
    if holder.kind == "list":
        return int(step) if int(step) < len(holder.values) else -1
    return holder.names.index(str(step)) if step in holder.names else -1


def _replace(text: str, spot: _Spot, value: Plain, line_end: str) -> Splice:
    holder, old = spot.holder, spot.holder.values[spot.number]
    before = text[old.start : old.end]
    if isinstance(value, str) and old.kind == "scalar":
        indent = holder.column + STEP
        was = before if not old.style else ""
        form = Form("flow" if holder.flow else "block", old.style, indent, old.column, line_end, before, was)
        blank = " " if old.start == old.end and text[old.start - 1 : old.start] not in (" ", "\n") else ""
        return Splice(old.start, old.end, blank + scalar(value, form))
    if holder.flow or (old.flow and _short(value, old.column)):
        return Splice(old.start, old.end, in_brackets(value))
    if holder.kind == "list":
        dash = _dash(text, holder, spot.number)
        return Splice(dash + 1, old.end, item(value, holder.column, line_end))
    key = holder.keys[spot.number]
    colon = _after_colon(text, key)
    return Splice(colon, old.end, collection(value, holder.column + STEP, False, line_end, colon - _line(text, colon)))


def _short(value: Plain, column: int) -> bool:
    return not isinstance(value, str) and column + len(in_brackets(value)) <= 120


def _insert(text: str, holder: Span, index: int, key: str, value: Plain, line_end: str) -> Splice:
    if holder.flow:
        return _insert_in_brackets(text, holder, index, key, value)
    blanks = " " * holder.column
    if holder.kind == "list":
        flow = bool(holder.values) and holder.values[0].kind == "map" and holder.values[0].flow
        entry = "-" + item(value, holder.column, line_end, flow)
    else:
        name = scalar(key, Form("key"))
        entry = f"{name}:{collection(value, holder.column + STEP, False, line_end, holder.column + len(name) + 1)}"
    if index > 0:
        end = text.find("\n", holder.values[index - 1].end)
        if end < 0:  # the file has no last line end, and gets none
            return Splice(len(text), len(text), f"{line_end}{blanks}{entry}")
        return Splice(end + 1, end + 1, f"{blanks}{entry}{line_end}")
    first = holder.start
    if text[_line(text, first) : first].strip():  # after the dash of a list
        return Splice(first, first, f"{entry}{line_end}{blanks}")
    line = _line(text, first)
    return Splice(line, line, f"{blanks}{entry}{line_end}")


def _insert_in_brackets(text: str, holder: Span, index: int, key: str, value: Plain) -> Splice:
    entry = f"{scalar(key, Form('flow'))}: {in_brackets(value)}" if holder.kind == "map" else in_brackets(value)
    if not holder.values:
        return Splice(holder.start + 1, holder.start + 1, entry)
    if index > 0:
        end = holder.values[index - 1].end
        return Splice(end, end, f", {entry}")
    first = (holder.keys or holder.values)[0].start
    return Splice(first, first, f"{entry}, ")


def _remove(text: str, spot: _Spot, above: _Spot | None, line_end: str) -> Splice:
    holder, index = spot.holder, spot.number
    if len(holder.values) == 1:
        empty: Any = {} if holder.kind == "map" else []
        if holder.flow or above is None:
            return Splice(holder.start, holder.end, in_brackets(empty))
        return _replace(text, above, empty, line_end)
    start = holder.keys[index].start if holder.kind == "map" else holder.values[index].start
    end = holder.values[index].end
    if holder.flow:
        return _remove_in_brackets(text, holder, index, start, end)
    if holder.kind == "list":
        start = _dash(text, holder, index)
    line = _line(text, start)
    if text[line:start].strip():  # the first one after the dash of a list
        following = holder.keys[1].start if holder.kind == "map" else _dash(text, holder, 1)
        return Splice(start, end if "#" in text[end:following] else following, "")
    after = text.find("\n", end)
    if after < 0:
        return Splice(line - len("\r\n" if text[line - 2 : line] == "\r\n" else "\n"), len(text), "")
    return Splice(line, after + 1, "")


def _remove_in_brackets(text: str, holder: Span, index: int, start: int, end: int) -> Splice:
    if index == len(holder.values) - 1:
        return Splice(holder.values[index - 1].end, end, "")
    following = (holder.keys or holder.values)[index + 1].start
    if "#" in text[end:following]:
        return Splice(start, text.index(",", end) + 1, "")
    return Splice(start, following, "")


def _dash(text: str, holder: Span, index: int) -> int:
    """The dash of a list's entry: the first line after the entry before it that has one where the dashes stand."""
    if index == 0:
        return holder.start
    at = text.index("\n", holder.values[index - 1].end) + 1
    while text[at + holder.column : at + holder.column + 1] != "-" or text[at : at + holder.column].strip():
        at = text.index("\n", at) + 1
    return at + holder.column


def _after_colon(text: str, key: Span) -> int:
    match = _COLON.match(text, key.end)
    return match.end() if match else key.end


def _line(text: str, index: int) -> int:
    """Where the line of a character begins."""
    return text.rfind("\n", 0, index) + 1
