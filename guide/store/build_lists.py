"""Checked lists of measures, arenas, factors and terms, and the topics → the records of core."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from guide.core.lists import (
    AnyList,
    Arena,
    ArenaList,
    Factor,
    FactorList,
    Measure,
    MeasureList,
    Term,
    TermList,
    Topic,
)
from guide.store import build

_PARTS: Final[dict[str, Callable[[Any], Any]]] = {"ages": build.ages, "new": "ja".__eq__, "levels": tuple}


def _thing(kind: Callable[..., Any], data: Mapping[str, Any], **made: Any) -> Any:
    """A `kind` of what the file has: lists as tuples, the keys of `_PARTS` by their own way, all else as text."""
    own = {
        key: _PARTS[key](value) if key in _PARTS else tuple(value) if isinstance(value, list) else value
        for key, value in data.items()
        if key not in made
    }
    return kind(**own, **made)


def _file(kind: Callable[..., Any], data: Mapping[str, Any], key: str, entry: Callable[..., Any]) -> Any:
    """A list: its head, and what it holds under `key`."""
    head = {name: value for name, value in data.items() if name not in ("format", "list", "levels")}
    made: dict[str, Any] = {key: tuple(_thing(entry, shape) for shape in data[key])}
    if "levels" in data:
        made["levels"] = build.pairs(data["levels"])
    return _thing(kind, head, id=data["list"], **made)


def any_list(kind: str, data: Mapping[str, Any]) -> AnyList:
    """A list of the kind `measures`, `arenas`, `factors` or `terms`."""
    whole, entry = MAKE[kind]
    made: AnyList = _file(whole, data, kind, entry)
    return made


def topics(data: Mapping[str, Any]) -> dict[str, Topic]:
    """The topics by id."""
    return {
        name: Topic(name, shape["title"], build.matcher(shape.get("facts", {})))
        for name, shape in data["topics"].items()
    }


MAKE: Final[dict[str, tuple[Callable[..., Any], Callable[..., Any]]]] = {
    "measures": (MeasureList, Measure),
    "arenas": (ArenaList, Arena),
    "factors": (FactorList, Factor),
    "terms": (TermList, Term),
}
"""Kind of list → the list and what it holds."""
