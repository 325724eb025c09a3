"""The one strict YAML reader: every scalar is text as it stands, and every key and value knows its line and column.

Bytes pass size, UTF-8, hidden characters and depth before libyaml sees them; then its events are read one by one
(libyaml's own loader recurses in C and dies on deep nesting, its event parser keeps its state on the heap), so that
the first step too deep ends the reading. Nothing here raises for any bytes: faults are findings.
"""

from __future__ import annotations

import gc
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NoReturn, Union, cast

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from guide.core.findings import Finding
from guide.core.record import record
from guide.core.text import FORBIDDEN, hidden
from guide.store import files
from guide.store.depth import too_deep
from guide.store.syntax import syntax_fault
from guide.store.wording import NOWHERE, Place, place_in, say

Value = Union[str, "Map", "Items"]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Map(dict[str, Value]):
    """A mapping. `at` holds its own spot, then the spot of each key and of each value, in the order of the keys."""

    __slots__ = ("at",)
    at: list[int]


class Items(list[Value]):
    """A list. `at` holds its own spot, then the spot of each item."""

    __slots__ = ("at",)
    at: list[int]


def place_at(spot: int) -> Place:
    """The place that a spot stands for: line and column in one number, half the memory of the parser's own marks."""
    return Place((spot >> 32) + 1, (spot & 0xFFFFFFFF) + 1)


@record
class Limits:
    """How much a file may hold: `size` in bytes, `events` of the parser, `scalar` in characters, levels of `depth`."""

    size: int = 512 * 1024
    events: int = 400_000
    scalar: int = 8_000
    depth: int = 24
    before: int = 200
    """Levels that the check before libyaml lets through. Looser than `depth`: it must not refuse brackets in texts."""
    findings: int = 50


LIMITS: Final = Limits()
_SHOWN_OF_LONG: Final = 100
_PRINTABLE: Final = bytes(range(32, 127)) + b"\n\t"
_NO_KEYS: Final = ("", "<<")


@contextmanager
def without_gc() -> Iterator[None]:
    """Keep the garbage collector away (it triples a load, and a tree of texts has no cycles to find)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read(source: Path | bytes, name: str, limits: Limits = LIMITS) -> tuple[Value | None, tuple[Finding, ...]]:
    """The tree of one YAML file, or None and what is wrong with it. `name` is the file's name in the findings."""
    if isinstance(source, Path):
        got = files.read_bytes(source, name, limits.size)
        if isinstance(got, Finding):
            return None, (got,)
        source = got
    if len(source) > limits.size:
        return None, (say("for-stor-fil", name, most=limits.size // 1024),)
    text, found = _decode(source, name, limits)
    if found:
        return None, tuple(found)
    with without_gc():
        tree, found = _Reading(name, text, limits).run()
    return (None, tuple(found)) if found else (tree, ())


def _decode(data: bytes, name: str, limits: Limits) -> tuple[str, list[Finding]]:
    """Bytes → text: strict UTF-8, without BOM or hidden characters, not deeper than libyaml can bear."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "", [say("utf16", name, Place(1, 1))]
    if data.startswith(b"\xef\xbb\xbf"):
        return "", [say("bom", name, Place(1, 1))]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [say("ikke-utf8", name, _place_in_bytes(data, error.start))]
    if not _plainly_clean(data) and hidden(text) is not None:
        plain = text.replace("\r\n", "\n")
        return "", [
            say("skjult-tegn", name, place_in(plain, match.start()), sign=sign_name(match[0]))
            for _, match in zip(range(limits.findings), FORBIDDEN.finditer(plain), strict=False)
        ]
    deep = too_deep(text, limits.before)
    return text, [] if deep is None else [say("for-dypt", name, deep, most=limits.depth)]


def _plainly_clean(data: bytes) -> bool:
    """Whether what is not printable ASCII holds nothing hidden; it is little, so that asking this first saves time."""
    return hidden(data.translate(None, _PRINTABLE).decode("utf-8")) is None


def _place_in_bytes(data: bytes, index: int) -> Place:
    """The place of a byte; everything before it is valid UTF-8."""
    start = data.rfind(b"\n", 0, index) + 1
    return Place(data.count(b"\n", 0, index) + 1, len(data[start:index].decode("utf-8", "replace")) + 1)


def sign_name(sign: str) -> str:
    """A hidden character by its code, as `U+202E`."""
    return f"U+{ord(sign):04X}"


class _Stop(Exception):
    """The reading cannot go on; the finding is noted already."""


class _Reading:
    """One pass over the events of one text."""

    def __init__(self, name: str, text: str, limits: Limits) -> None:
        """Nothing is parsed yet."""
        self.name, self.text, self.limits = name, text, limits
        self.found: list[Finding] = []
        # Only an escape in a quoted text, or a text that is not NFC, can make a scalar that needs mending or refusing.
        self.careful = "\\" in text or not unicodedata.is_normalized("NFC", text)

    def run(self) -> tuple[Value | None, list[Finding]]:
        """The tree and the findings."""
        tree: Value | None = None
        try:
            loader = _Loader(self.text)
            try:
                tree = self._document(loader.get_event)
            finally:
                loader.dispose()
        except _Stop:
            pass
        except yaml.YAMLError as error:
            self.found.append(syntax_fault(error, self.name, self.text))
        except (ValueError, OverflowError, RecursionError, IndexError, MemoryError):
            self._note("yaml", None)
        return tree, self.found

    def _document(self, get: Callable[[], Any]) -> Value | None:
        """The one document of the stream."""
        get()
        start = get()
        if type(start) is StreamEndEvent:
            self._note("tom-fil", None)
            return None
        if start.version or start.tags:
            self._note("direktiv", start.start_mark)
        tree = self._tree(get)
        if tree == "":
            self._note("tom-fil", None)
        get()
        after = get()
        if type(after) is DocumentStartEvent:
            self._note("flere-dokumenter", after.start_mark)
        return tree

    def _tree(self, get: Callable[[], Any]) -> Value:
        """Events → tree, without recursion: the holders that are open stand on the stack."""
        root = Items()
        root.at = []
        holder, at, in_map, key = cast(Any, root), root.at, False, cast(Any, None)
        stack: list[Any] = []
        most, careful = self.limits.scalar, self.careful
        for _ in range(self.limits.events):
            event = get()
            kind = type(event)
            if kind is ScalarEvent:
                value = event.value
                if careful or event.tag is not None or event.anchor is not None or len(value) > most:
                    value = self._odd(event)
                mark = event.start_mark
                at.append(mark.line << 32 | mark.column)
                if in_map and key is None:
                    key = self._odd_key(event, holder, value) if value in holder or value in _NO_KEYS else value
                    continue
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                value = self._opened(event, len(stack), in_map and key is None)
                at.append(value.at[0])
            elif kind is AliasEvent:
                self._refuse("alias", event.start_mark)
            else:
                holder = stack.pop()
                if not stack:
                    return root[0]
                at, in_map = holder.at, type(holder) is Map
                continue
            if in_map:
                holder[key], key = value, None
            else:
                holder.append(value)
            if kind is not ScalarEvent:
                stack.append(holder)
                holder, at, in_map = value, value.at, kind is MappingStartEvent
            elif not stack:
                return root[0]
        self._refuse("for-mye", None)

    def _opened(self, event: Any, depth: int, as_key: bool) -> Map | Items:
        """A new mapping or list, `depth` levels in."""
        if as_key:
            self._refuse("nokkel-ikke-tekst", event.start_mark)
        if depth >= self.limits.depth:
            self._refuse("for-dypt", event.start_mark, most=self.limits.depth)
        if event.tag is not None or event.anchor is not None:
            self._odd(event)
        opened = Map() if type(event) is MappingStartEvent else Items()
        mark = event.start_mark
        opened.at = [mark.line << 32 | mark.column]
        return opened

    def _odd(self, event: Any) -> str:
        """The text of a scalar that needs a closer look; an empty one where it is refused."""
        if event.tag is not None:
            self._note("tagg", event.start_mark)
        if event.anchor is not None:
            self._note("anker", event.start_mark)
        if type(event) is not ScalarEvent:
            return ""
        value = str(event.value)
        if len(value) > self.limits.scalar:
            self._note("for-lang-tekst", event.start_mark, most=self.limits.scalar)
            return value[:_SHOWN_OF_LONG]
        match = FORBIDDEN.search(value)
        if match is not None:
            self._note("skjult-escape", event.start_mark, sign=sign_name(match[0]))
        return unicodedata.normalize("NFC", value)

    def _odd_key(self, event: Any, holder: Map, key: str) -> str:
        """Note what is wrong with a key, and give it a name that lets the reading go on."""
        if key == "<<":
            self._note("fletting", event.start_mark)
        elif not key:
            self._note("tom-nokkel", event.start_mark)
        if key in holder:
            first = holder.at[1 + 2 * list(holder).index(key)]
            self._note("dobbel-nokkel", event.start_mark, key=key, first=place_at(first).line)
        return f"{key}\0{len(holder)}"

    def _refuse(self, code: str, mark: Any, **slots: object) -> NoReturn:
        """Add a finding after which there is nothing more to read."""
        self._note(code, mark, **slots)
        raise _Stop

    def _note(self, code: str, mark: Any, **slots: object) -> None:
        """Add a finding; stop where there are enough of them."""
        place = NOWHERE if mark is None else Place(mark.line + 1, mark.column + 1)
        self.found.append(say(code, self.name, place, **slots))
        if len(self.found) >= self.limits.findings:
            raise _Stop
