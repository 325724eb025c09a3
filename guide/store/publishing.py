"""Writing versions: a whole one or none, and `current` after it. A crash leaves the version before in use."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from guide.core.findings import Finding
from guide.core.record import as_dict, record
from guide.store import files
from guide.store.digest import sha256
from guide.store.drafts import names
from guide.store.published import (
    CURRENT,
    FOLDER,
    FORMAT,
    MANIFEST,
    Manifest,
    Withdrawn,
    numbers,
    read_current,
    read_manifest,
)
from guide.store.sources import MOST_BYTES, read_sources

CHANGES: Final = "endringer.md"
"""In a version: what it changes for staff."""
OPEN_FOLDER: Final = 0o755
OPEN_FILE: Final = 0o644
"""What is published is for everybody to read, and for its owner to write."""
_UNFINISHED: Final = ".ny-"
ABANDONED: Final = 3600.0
"""Seconds after which a version that is not whole is nobody's any more: writing one takes some seconds."""
NOT_WRITTEN: Final = (
    "Utgaven kunne ikke skrives. Utgaven fra før er fortsatt i bruk. Sjekk at disken har plass, og prøv igjen."
)
AT_ONCE: Final = "Noen andre publiserte samtidig. Se på det de har gjort, og prøv igjen."
NOT_THE_SAME: Final = (
    "Det som ble skrevet, er ikke det som skulle skrives. Utgaven fra før er fortsatt i bruk. Prøv igjen."
)


class PublishError(Exception):
    """Nothing was published; the message says why, and the version before is in use."""


@record
class About:
    """Who makes a version, and why. `by` and `approved_by` are roles or initials."""

    kind: str
    by: str
    note: str
    approved_by: str = ""
    of: int = 0
    withdrawn: tuple[Withdrawn, ...] = ()


def read_files(folder: Path) -> dict[str, bytes]:
    """The YAML files of a folder or a version, exercises among them. Raises PublishError for one that can't be read."""
    found = {}
    for name in names(folder):
        data = files.read_bytes(folder / name, name, MOST_BYTES)
        if isinstance(data, Finding):
            raise PublishError(str(data))
        found[name] = data
    return found


def damaged(root: Path, number: int) -> tuple[str, ...]:
    """The files of a version that are not as its manifest says; the manifest itself where that can't be read."""
    manifest = read_manifest(root, number)
    if manifest is None:
        return (MANIFEST,)
    folder = root / FOLDER / str(number)
    wrong = []
    for name, wanted in manifest.files.items():
        data = files.read_bytes(folder / name, name, MOST_BYTES)
        if isinstance(data, Finding) or sha256(data).hexdigest() != wanted:
            wrong.append(name)
    wrong += [name for name in names(folder) if name not in manifest.files]
    return tuple(wrong)


def write_version(root: Path, content: Mapping[str, bytes], about: About, changes: str, at: datetime) -> Manifest:
    """Writes a version and takes it into use. `at` is aware Oslo time. Raises PublishError: nothing has changed then.

    Its number is one above every other there is. The files are read back before it gets its number.
    """
    whole = root / FOLDER
    number = max(numbers(root), default=0) + 1
    everything = {**content, CHANGES: changes.encode("utf-8", "replace")}
    try:
        whole.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=whole))
        try:
            _tidy(whole, made)
            manifest = _written(made, number, everything, about, at)
            os.rename(made, whole / str(number))
        except OSError:
            raise PublishError(AT_ONCE if (whole / str(number)).exists() else NOT_WRITTEN) from None
        finally:
            shutil.rmtree(made, ignore_errors=True)
        files.sync_folder(whole)
        take_into_use(root, manifest)
    except OSError:
        raise PublishError(NOT_WRITTEN) from None
    return manifest


def take_into_use(root: Path, manifest: Manifest) -> None:
    """Makes a version the one that staff read. Raises OSError; the one before is in use then."""
    data = (root / FOLDER / str(manifest.version) / MANIFEST).read_bytes()
    current = {
        "format": FORMAT,
        "version": manifest.version,
        "manifest": sha256(data).hexdigest(),
        "withdrawn": [as_dict(each) for each in manifest.withdrawn],
    }
    files.write_atomically(root / CURRENT, _json(current))
    with contextlib.suppress(OSError):
        os.chmod(root / CURRENT, OPEN_FILE)


def versions(root: Path) -> tuple[Manifest, ...]:
    """All versions whose manifest can be read, the newest first."""
    found = (read_manifest(root, number) for number in reversed(numbers(root)))
    return tuple(manifest for manifest in found if manifest)


def current_number(root: Path) -> int:
    """The number that `current` names, 0 where there is none."""
    return read_current(root)[0]


def _written(folder: Path, number: int, content: Mapping[str, bytes], about: About, at: datetime) -> Manifest:
    """Writes the files and last the manifest. Raises OSError, PublishError."""
    os.chmod(folder, OPEN_FOLDER)
    for name, data in content.items():
        _write(folder, name, data)
    sources = read_sources(folder)
    hashes = {name: str(sha256(data).hexdigest()) for name, data in content.items()}
    if any(sources.data[name] != content.get(name) for name in sources.data) or sources.findings:
        raise PublishError(NOT_THE_SAME)
    manifest = Manifest(
        number,
        about.kind,
        at.isoformat(timespec="seconds"),
        about.by,
        about.approved_by,
        about.note,
        about.of,
        sources.sha256,
        hashes,
        about.withdrawn,
    )
    shown = {"format": FORMAT, **as_dict(manifest), "withdrawn": [as_dict(each) for each in about.withdrawn]}
    _write(folder, MANIFEST, _json(shown))
    for inner in [folder, *(path for path in folder.rglob("*") if path.is_dir())]:
        files.sync_folder(inner)
    return manifest


def _write(folder: Path, name: str, data: bytes) -> None:
    """One file, on the disk before it returns, for everybody to read."""
    path = folder / name
    for inner in reversed(path.relative_to(folder).parents[:-1]):
        (folder / inner).mkdir(exist_ok=True)
        os.chmod(folder / inner, OPEN_FOLDER)
    with open(path, "xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    os.chmod(path, OPEN_FILE)


def _tidy(whole: Path, made: Path) -> None:
    """What an interrupted publishing left: folders that are old by the disk's own clock, so nobody's who writes now."""
    now = made.stat().st_mtime
    for path in whole.glob(f"{_UNFINISHED}*"):
        with contextlib.suppress(OSError):  # another one who publishes has just tidied it, or renamed it
            if now - path.stat().st_mtime > ABANDONED:
                shutil.rmtree(path, ignore_errors=True)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
