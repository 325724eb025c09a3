"""The compiled form of content: JSON, made once, read without pydantic and yaml by everybody who only uses it.

A JSON array with a line for what every reader needs and a line for each card, list and law, so that those are decoded
when somebody asks for them. It counts for one hash of all sources and one stamp of the code that made it; anything else
is ignored and made anew. Never pickle: a folder that others can write to must not be able to run code.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from guide.core.content import Content
from guide.core.findings import Finding
from guide.core.record import replace
from guide.store import codec, files
from guide.store.digest import sha256
from guide.store.locate import shipped
from guide.store.sources import Sources, read_sources
from guide.store.wording import NOWHERE, say

FORMAT: Final = 1
"""Of the file itself: its lines and their order."""
LAZY: Final[dict[str, codec.Decode]] = {
    "cards": codec.card,
    "lists": codec.sign_list,
    "laws": codec.law,
    **{name: codec.later(name) for name in codec.LATER},
}
KEPT: Final = 8
_SHA256: Final = 64
MOST_BYTES: Final = 64 * 1024 * 1024
T = TypeVar("T")


class Lines(Mapping[str, T], Generic[T]):
    """Things by name, each decoded from its line when it is first asked for. Raises KeyError like any mapping."""

    def __init__(self, lines: dict[str, bytes], decode: codec.Decode) -> None:
        """`lines` holds one JSON value a name."""
        self._lines, self._decode = lines, decode
        self._made: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        made = self._made.get(name)
        if made is None:
            made = self._made[name] = self._decode(json.loads(self._lines[name]))
        return made

    def __contains__(self, name: object) -> bool:
        return name in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and dict(self.items()) == dict(other.items())

    __hash__ = None  # type: ignore[assignment]


def open_content(root: Path, cache_dir: Path) -> Content:
    """The content of `root`: compiled where that fits, else loaded, checked and compiled into `cache_dir`.

    With errors, the last content of `root` that had none, as a whole, with the findings of the new one and a warning
    `sist-gode` before them. Never raises for what stands in files; not being able to write is no error.
    """
    return _opened(read_sources(root), root, cache_dir)


def _opened(sources: Sources, root: Path, cache_dir: Path) -> Content:
    """The content of `sources`, which were read in `root` or in a version of it."""
    content = None
    if root == shipped():
        # in nobody else's folder: what a reviewer reads there is YAML, and it is YAML that must count
        content = read_compiled(root / "compiled.json", sources.sha256)
    if content is None:
        content = read_compiled(_cached(cache_dir, sources), sources.sha256)
    if content is None:
        content = _compile(sources, root, cache_dir)
    return _last_good(content, root, cache_dir)


def open_current(root: Path, cache_dir: Path) -> Content:
    """The content that staff read: the published version in use, where the folder has any; else all of the folder.

    A version that is half or damaged is never opened: the whole one before it is, with a warning, and without the
    numbers that have been withdrawn. Without any whole one, nothing but an error (the emergency numbers are in code).
    """
    # imported here: the shipped content has no versions, and most people start with that
    if root == shipped() or not os.path.isdir(root / "published"):
        return open_content(root, cache_dir)
    from guide.store import published

    found = published.in_use(root)
    if found is None:
        lost = say("utgave-mangler", str(root), NOWHERE)
        return Content(packs={}, cards={}, facts={}, services={}, laws={}, lists={}, contacts={}, findings=(lost,))
    content = published.without(_opened(found.sources, root, cache_dir), found.withdrawn)
    return replace(content, findings=(found.note, *content.findings)) if found.note else content


def compile_content(content: Content) -> bytes:
    """The compiled form of `content`."""
    head = {name: codec.plain(getattr(content, name)) for name in codec.rest}
    names = {name: list(getattr(content, name)) for name in LAZY}
    body = [json.dumps({"format": FORMAT, "stamp": stamp(), "names": names, **head}, ensure_ascii=False)]
    for name in LAZY:
        body += [_line(thing) for thing in getattr(content, name).values()]
    text = "[\n" + ",\n".join(body) + "\n]\n"
    return text.encode("utf-8", "surrogatepass")


def write_compiled(content: Content, path: Path) -> None:
    """Write the compiled form to `path`, whole or not at all. Raises OSError."""
    files.write_atomically(path, compile_content(content))


def read_compiled(path: Path, sha256: str = "") -> Content | None:
    """The content of a compiled file, None where it is missing, damaged, of other sources or made by other code."""
    data = files.read_bytes(path, path.name, MOST_BYTES)
    if isinstance(data, Finding):
        return None
    try:
        return _decode(data, sha256)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return None


@cache
def stamp() -> str:
    """Changes with the fields of core and with the code that makes content of files: nothing old stays in use."""
    digest = sha256(f"{FORMAT};{codec.shape()}".encode())
    here = Path(__file__).parent
    for path in [
        *sorted(here.glob("*.py")),
        here.parent / "core" / "lay.py",
        here.parent / "core" / "lists.py",
        here.parent / "core" / "text.py",
    ]:
        with contextlib.suppress(OSError):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _line(thing: object) -> str:
    return json.dumps(codec.plain(thing), ensure_ascii=False)


def _decode(data: bytes, sha256: str) -> Content | None:
    """The content of a compiled file's bytes. Raises what json and wrong shapes raise."""
    lines = data.split(b"\n")
    if lines[0] != b"[" or lines[-2] != b"]" or lines[-1] != b"":
        return None
    head: dict[str, Any] = json.loads(lines[1].removesuffix(b","))
    if head["format"] != FORMAT or head["stamp"] != stamp() or (sha256 and head["sha256"] != sha256):
        return None
    found: dict[str, Any] = {name: decode(head[name]) for name, decode in codec.rest.items()}
    at = 2
    for name, decode in LAZY.items():
        names = head["names"][name]
        own = [line.removesuffix(b",") for line in lines[at : at + len(names)]]
        if not all(line.startswith(b"{") and line.endswith(b"}") for line in own):
            return None
        found[name] = Lines(dict(zip(names, own, strict=True)), decode)
        at += len(names)
    return Content(**found) if at == len(lines) - 2 else None


def _compile(sources: Sources, root: Path, cache_dir: Path) -> Content:
    """Load, and keep the compiled form where that can be done."""
    # imported here: pydantic and yaml cost more than the whole start of the app
    from guide.store.load import load_sources

    content = load_sources(sources)
    with contextlib.suppress(OSError):
        write_compiled(content, _cached(cache_dir, sources))
        if not has_errors(content):
            write_compiled(content, _good(cache_dir, root))
        _prune(cache_dir)
    return content


def _prune(cache_dir: Path) -> None:
    """Keep the newest compiled contents only: every edit makes one. Raises OSError."""
    own = [path for path in cache_dir.glob("*.json") if len(path.stem) == _SHA256]
    for path in sorted(own, key=lambda path: path.stat().st_mtime_ns)[:-KEPT]:
        path.unlink()


def _last_good(content: Content, root: Path, cache_dir: Path) -> Content:
    """`content`, or the last good one in its place where it has errors."""
    if not has_errors(content):
        return content
    good = read_compiled(_good(cache_dir, root))
    if good is None:
        return content
    note = say("sist-gode", str(root), NOWHERE, "warning")
    return replace(good, findings=(note, *content.findings))


def has_errors(content: Content) -> bool:
    """Whether anything is out of use."""
    return any(finding.severity == "error" for finding in content.findings)


def _cached(cache_dir: Path, sources: Sources) -> Path:
    return cache_dir / f"{sources.sha256}.json"


def _good(cache_dir: Path, root: Path) -> Path:
    name = sha256(str(root.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:32]
    return cache_dir / f"last-good-{name}.json"
