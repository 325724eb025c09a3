"""The files of a content folder: which they are, their bytes, one hash over all of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from guide.core.findings import Finding
from guide.core.record import record
from guide.store import files
from guide.store.digest import sha256
from guide.store.wording import NOWHERE, say

MOST_BYTES: Final = 512 * 1024
MOST_FILES: Final = 2_000
SKIPPED: Final = frozenset({"exercises"})
"""Folders of a pack that others read."""


@record
class Sources:
    """What was read: `data` by name (with `/`, from the content folder), sorted; what could not be read; the hash."""

    data: dict[str, bytes]
    findings: tuple[Finding, ...]
    sha256: str


def read_sources(root: Path) -> Sources:
    """All YAML files under trees/ and contacts/. Never raises: what cannot be read is a finding, and is in the hash."""
    found: list[Finding] = []
    if not root.is_dir():
        found.append(say("mangler-mappe", str(root), name=root))
    return _read(root, sorted(_names(root, found, ("trees", "contacts"), SKIPPED)), found)


def read_exercises(root: Path) -> Sources:
    """All exercises of the packs under trees/, apart from the rest: whoever walks a card never reads them."""
    found: list[Finding] = []
    folders = sorted(f"trees/{pack.parent.name}/{pack.name}" for pack in root.glob("trees/*/exercises"))
    return _read(root, sorted(_names(root, found, folders)), found)


def with_exercises(sources: Sources, root: Path) -> Sources:
    """The files of a folder with its exercises among them, for those who check all that is there."""
    own = read_exercises(root)
    data = dict(sorted({**sources.data, **own.data}.items()))
    return Sources(data, (*sources.findings, *own.findings), sources.sha256)


def _read(root: Path, names: list[str], found: list[Finding]) -> Sources:
    data: dict[str, bytes] = {}
    digest = sha256()
    if len(names) > MOST_FILES:
        found.append(say("for-mange-filer", str(root), most=MOST_FILES))
    for name in names[:MOST_FILES]:
        got = files.read_bytes(root / name, name, MOST_BYTES)
        content = got.code.encode() if isinstance(got, Finding) else got
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
        if isinstance(got, Finding):
            found.append(got)
        else:
            data[name] = got
    for finding in found:
        digest.update(str(finding).encode("utf-8", "replace"))
    return Sources(data, tuple(found), digest.hexdigest())


def _names(
    root: Path, found: list[Finding], tops: Iterable[str], skipped: frozenset[str] = frozenset()
) -> Iterator[str]:
    """The names of the files, in no order."""
    real = os.path.realpath(root)
    for top in tops:
        for folder, folders, names in os.walk(root / top):
            folders[:] = [name for name in folders if name not in skipped and not name.startswith(".")]
            inner = os.path.relpath(folder, root).replace(os.sep, "/")
            for name in names:
                path = f"{inner}/{name}"
                if name.startswith("."):
                    continue
                if name.endswith(".yml"):
                    found.append(say("feil-endelse", path, NOWHERE, "warning", ending=".yml"))
                elif name.endswith(".yaml"):
                    full = os.path.join(folder, name)
                    if os.path.islink(full) and not os.path.realpath(full).startswith(real + os.sep):
                        found.append(say("utenfor-mappa", path))
                    else:
                        yield path
