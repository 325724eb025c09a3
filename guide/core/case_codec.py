"""Events of a case ↔ bytes: JSON with short keys, only what is not empty. What the store seals."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from guide.core.case import KINDS, Event
from guide.core.content import Pairs
from guide.core.walk import Move


class FormatError(Exception):
    """The bytes are no event that this version knows. Holds no word of them."""


def dump(event: Event) -> bytes:
    """An event as bytes."""
    data: dict[str, Any] = {"k": event.kind, "t": event.when.isoformat()}
    if event.move:
        data["m"] = _of_move(event.move, event.when)
    if event.index >= 0:
        data["i"] = event.index
    if event.text:
        data["x"] = event.text
    if event.pairs:
        data["p"] = event.pairs
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def load(data: bytes) -> Event:
    """An event of bytes. Raises FormatError."""
    try:
        found = json.loads(data)
        when = _moment(found["t"])
        move = _move(found["m"], when) if "m" in found else None
        if found["k"] not in KINDS:
            raise FormatError
        return Event(
            found["k"], when, move, int(found.get("i", -1)), str(found.get("x", "")), _pairs(found.get("p", ()))
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise FormatError from None


def _of_move(move: Move, when: datetime) -> dict[str, Any]:
    data = {"n": move.node, "v": move.visit, "k": move.kind, "a": move.answer, "s": move.ticked, "f": move.fields}
    kept = {key: value for key, value in data.items() if value}
    return kept if move.when == when else {**kept, "t": move.when.isoformat()}


def _move(data: dict[str, Any], when: datetime) -> Move:
    return Move(
        str(data["n"]),
        int(data.get("v", 0)),
        str(data["k"]),
        _moment(data["t"]) if "t" in data else when,
        str(data.get("a", "")),
        tuple(map(str, data.get("s", ()))),
        _pairs(data.get("f", ())),
    )


def _moment(text: str) -> datetime:
    """An aware moment. Raises ValueError."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError
    return moment


def _pairs(data: Any) -> Pairs:
    return tuple((str(name), str(value)) for name, value in data)
