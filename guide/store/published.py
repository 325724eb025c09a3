"""The published content of an admin's folder: whole versions beside the drafts, and which of them staff read.

`published/<n>/` holds a version and its manifest: a hash of every file, who, when, why. `current` names the one in use.
It is a small file that is replaced as a whole; a version is never written to after it has got its number. Read on the
way to the first screen, so only what is needed is imported.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from guide.core.content import Content
from guide.core.emergency import ContactPoint
from guide.core.findings import Finding
from guide.core.record import record, replace
from guide.store import files
from guide.store.digest import sha256
from guide.store.sources import Sources, read_sources
from guide.store.wording import NOWHERE, say

FOLDER: Final = "published"
CURRENT: Final = "current"
MANIFEST: Final = "manifest.json"
FORMAT: Final = 1
MOST_BYTES: Final = 4 * 1024 * 1024


@record
class Withdrawn:
    """A number that was withdrawn: of the contact `id` in `file`. `checked`: the day it had been checked, as text."""

    file: str
    id: str
    phone: str
    checked: str


@record
class Manifest:
    """What is known of a version. `at` is aware Oslo time as text; `of` is the version that it was made from.

    `kind`: export, publish, undo or withdraw. `sources`: the hash over all that the loader reads of it.
    """

    version: int
    kind: str
    at: str
    by: str
    approved_by: str
    note: str
    of: int
    sources: str
    files: Mapping[str, str]
    withdrawn: tuple[Withdrawn, ...] = ()


@record
class InUse:
    """The version that staff read, its files as they were read, and what to say where it is not the one that it ought
    to be. `withdrawn`: numbers that must not be shown, whatever the version says."""

    manifest: Manifest
    folder: Path
    sources: Sources
    note: Finding | None = None
    withdrawn: tuple[Withdrawn, ...] = ()


def is_published(root: Path) -> bool:
    """Whether a folder has versions, or has had."""
    return (root / FOLDER).is_dir()


def in_use(root: Path) -> InUse | None:
    """The version that staff read: the one that `current` names, or the newest whole one before it; None without one.

    Never raises. What is half or damaged is never in use.
    """
    wanted, manifest_hash, withdrawn = read_current(root)
    for number in sorted(numbers(root), reverse=True):
        if wanted and number > wanted:  # made, and never taken into use
            continue
        manifest = read_manifest(root, number, manifest_hash if number == wanted else "")
        if manifest is None:
            continue
        folder = root / FOLDER / str(number)
        sources = read_sources(folder)
        if sources.sha256 == manifest.sources:
            note = None
            if number != wanted:
                note = say("utgave-skadet", str(root), NOWHERE, "warning", used=number)
            return InUse(manifest, folder, sources, note, withdrawn or manifest.withdrawn)
    return None


def read_current(root: Path) -> tuple[int, str, tuple[Withdrawn, ...]]:
    """The number that `current` names, the hash of its manifest, the numbers withdrawn; 0 where it can't be read."""
    data = files.read_bytes(root / CURRENT, CURRENT, MOST_BYTES)
    if isinstance(data, Finding):
        return 0, "", ()
    try:
        found = json.loads(data)
        if found["format"] != FORMAT or not isinstance(found["version"], int) or found["version"] < 1:
            return 0, "", ()
        return found["version"], str(found["manifest"]), tuple(_withdrawn(found["withdrawn"]))
    except (ValueError, TypeError, KeyError, RecursionError):
        return 0, "", ()


def numbers(root: Path) -> tuple[int, ...]:
    """The numbers of all versions, whole or not, in order."""
    try:
        names = [path.name for path in (root / FOLDER).iterdir()]
    except OSError:
        return ()
    plain = (name for name in names if name.isascii() and name.isdigit() and not name.startswith("0") and len(name) < 7)
    return tuple(sorted(int(name) for name in plain))


def read_manifest(root: Path, number: int, wanted: str = "") -> Manifest | None:
    """The manifest of a version; None where it can't be read, or is not the one with the hash `wanted`."""
    data = files.read_bytes(root / FOLDER / str(number) / MANIFEST, MANIFEST, MOST_BYTES)
    if isinstance(data, Finding) or (wanted and sha256(data).hexdigest() != wanted):
        return None
    try:
        found = json.loads(data)
        if found["format"] != FORMAT or found["version"] != number:
            return None
        return _manifest(found)
    except (ValueError, TypeError, KeyError, RecursionError, AttributeError):
        return None


def without(content: Content, withdrawn: tuple[Withdrawn, ...]) -> Content:
    """The content with numbers that are withdrawn missing."""
    if not withdrawn:
        return content
    gone = {(each.file, each.id, each.phone) for each in withdrawn}

    def now(pack: str, point: ContactPoint) -> ContactPoint:
        is_gone = (f"contacts/{pack}.yaml", point.id, point.phone) in gone
        return replace(point, phone="", missing=True) if is_gone else point

    contacts = {pack: tuple(now(pack, point) for point in points) for pack, points in content.contacts.items()}
    return replace(content, contacts=contacts)


def _manifest(found: Any) -> Manifest:
    """A manifest of what its file holds. Raises KeyError, TypeError, ValueError."""
    texts = {key: str(found[key]) for key in ("kind", "at", "by", "approved_by", "note", "sources")}
    datetime.fromisoformat(texts["at"])
    hashes = {str(name): str(value) for name, value in found["files"].items()}
    withdrawn = tuple(_withdrawn(found["withdrawn"]))
    return Manifest(version=int(found["version"]), of=int(found["of"]), files=hashes, withdrawn=withdrawn, **texts)


def _withdrawn(found: Any) -> Iterator[Withdrawn]:
    return (Withdrawn(*(str(each[key]) for key in ("file", "id", "phone", "checked"))) for each in found)
