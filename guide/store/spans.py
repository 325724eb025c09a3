"""Where every key and value of a YAML text begins and ends, to the character, and how it is written.

For text that the strict reader has accepted: no anchors, no tags, and no more levels than may be recursed into.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, Literal

import yaml
from yaml.events import MappingStartEvent, ScalarEvent, SequenceStartEvent

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BLANK_END: Final = re.compile(r"(?:\r?\n[ \t]*)+\Z")
BLOCK_STYLES: Final = ("|", ">")
Kind = Literal["scalar", "map", "list"]


class Span:
    """A value: `text[start:end]`, without the line end after it. `column` is from 0.

    `keys` and `values` belong together in a mapping; a list has only `values`. `style` is a scalar's sign: `'`, `"`,
    `|`, `>`, or empty where it is plain. `flow`: written with brackets.
    """

    __slots__ = ("column", "end", "flow", "keys", "kind", "names", "start", "style", "values")

    def __init__(self, kind: Kind, start: int, column: int) -> None:
        """Nothing is in it yet."""
        self.kind, self.start, self.column = kind, start, column
        self.end, self.flow, self.style = start, False, ""
        self.keys: list[Span] = []
        self.names: list[str] = []
        self.values: list[Span] = []


def spans(text: str) -> Span:
    """The spans of a text that the reader has accepted. Raises yaml.YAMLError for others."""
    loader = _Loader(text)
    try:
        get = loader.get_event
        get()
        get()
        return _value(get, get(), text)
    finally:
        loader.dispose()


def _value(get: Callable[[], Any], event: Any, text: str) -> Span:
    mark: Any = event.start_mark
    if type(event) is ScalarEvent:
        found = Span("scalar", mark.index, mark.column)
        found.style = event.style or ""
        found.end = _end(event)
        if found.style in BLOCK_STYLES:  # the parser's end is that of the blank lines after it
            found.end = found.start + len(_BLANK_END.sub("", text[found.start : found.end]))
        return found
    found = Span("map" if type(event) is MappingStartEvent else "list", mark.index, mark.column)
    found.flow = bool(event.flow_style)
    while True:
        event = get()
        if type(event) not in (ScalarEvent, MappingStartEvent, SequenceStartEvent):
            break
        if found.kind == "map":
            found.keys.append(_value(get, event, text))
            found.names.append(event.value)
            event = get()
        found.values.append(_value(get, event, text))
    if found.flow:
        found.end = _end(event)
    elif found.values:  # the end that the parser gives is that of the comments and blank lines after it
        found.end = found.values[-1].end
    return found


def _end(event: Any) -> int:
    return int(event.end_mark.index)
