"""Saving a file of an admin's folder so that nothing typed is ever lost, and nothing of somebody else's is overwritten.

What is typed is first kept in the user's own data folder. Then the file on the disk is compared with what was read, the
version before is kept beside it (`.forrige/`), and the new one takes its place whole or not at all.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from guide.core.findings import Finding
from guide.core.record import record
from guide.store import files
from guide.store.digest import sha256
from guide.store.locate import APP
from guide.store.sources import MOST_BYTES

BEFORE: Final = ".forrige"
"""In the folder: what each file was, the newest `KEPT` of it."""
KEPT: Final = 20
TYPED: Final = "utkast"
"""In the user's data folder: what was typed and is not saved."""
MOST_TYPED: Final = 4 * MOST_BYTES
OUTSIDE: Final = "Fila er endret av noen andre siden du åpnet den. Det du har skrevet, er tatt vare på. Se på begge."
GONE: Final = "Fila er slettet eller flyttet siden du åpnet den. Det du har skrevet, er tatt vare på."
NOT_SAVED: Final = (
    "Fila kunne ikke lagres. Det du har skrevet, er tatt vare på her hos deg. "
    "Sjekk at disken har plass, og at du har lov til å skrive i mappa."
)
NOT_KEPT: Final = (
    "Verken fila eller en kopi kunne lagres. Ikke lukk vinduet. Kopier det du har skrevet, til et annet sted."
)
ODD_NAME: Final = "Navnet på fila går ikke: «{name}»."


class SaveError(Exception):
    """The file was not saved; the message says why. `kept`: what was typed lies in the user's data folder."""

    def __init__(self, message: str, kept: bool) -> None:
        super().__init__(message)
        self.kept = kept


class ChangedOutsideError(SaveError):
    """Somebody else has changed the file; `theirs` is what stands there now, None where the file is gone."""

    def __init__(self, theirs: bytes | None, kept: bool) -> None:
        super().__init__(GONE if theirs is None else OUTSIDE, kept)
        self.theirs = theirs


@record
class Typed:
    """What was typed in a file and not saved. `base`: the hash of the file that it was typed in; `at`: Oslo time."""

    name: str
    base: str
    at: str
    text: str


def hash_of(data: bytes) -> str:
    """The hash that a file is known by."""
    return str(sha256(data).hexdigest())


def data_dir() -> Path:
    """The user's folder for what must not be lost."""
    # imported here: only those who need the folder pay for it
    from platformdirs import user_data_dir

    return Path(user_data_dir(APP, appauthor=False))


def read_draft(root: Path, name: str) -> bytes | Finding:
    """The bytes of a file of the folder."""
    return files.read_bytes(root / name, name, MOST_BYTES)


def save(root: Path, name: str, base: bytes | None, data: bytes, at: datetime) -> None:
    """`data` as the file `name` of the folder; `base` is what was read there, None for a new file.

    Raises ChangedOutsideError where the file is not `base` any more, SaveError where it can't be written. Nothing typed
    is lost by either, nor by a crash at any point.
    """
    check_name(name)
    path = root / name
    kept = _kept(root, name, base or b"", data, at)
    theirs = _now(path)
    if theirs != base:
        raise ChangedOutsideError(theirs, kept)
    try:
        mode = stat.S_IMODE(path.stat().st_mode) if base is not None else 0o644
        if base is not None:
            _keep_before(root, name, base, at)
        if _now(path) != base:  # again: between the two, the version before was written
            raise ChangedOutsideError(_now(path), kept)
        files.write_atomically(path, data)
        with contextlib.suppress(OSError):
            os.chmod(path, mode)
    except OSError:
        raise SaveError(NOT_SAVED if kept else NOT_KEPT, kept) from None
    forget_typed(root, name)


def keep_typed(root: Path, name: str, base: bytes, text: str, at: datetime) -> None:
    """Keeps what is being typed, in the user's data folder. `at` is aware Oslo time. Raises OSError."""
    typed = {
        "format": 1,
        "name": name,
        "base": hash_of(base),
        "at": at.isoformat(timespec="seconds"),
        "text": text,
    }
    files.write_atomically(_typed_path(root, name), json.dumps(typed, ensure_ascii=False).encode("utf-8", "replace"))


def typed(root: Path, name: str) -> Typed | None:
    """What was typed in a file and not saved, None where there is nothing."""
    return _typed(_typed_path(root, name))


def all_typed(root: Path) -> tuple[Typed, ...]:
    """All that was typed in this folder and not saved, by name."""
    folder = _typed_folder(root)
    found = (_typed(path) for path in sorted(folder.glob("*.json"))) if folder.is_dir() else ()
    return tuple(sorted((each for each in found if each), key=lambda each: each.name))


def forget_typed(root: Path, name: str) -> None:
    """What was typed is saved, or is not wanted. Not being able to is no error: it is offered again."""
    with contextlib.suppress(OSError):
        _typed_path(root, name).unlink(missing_ok=True)


def before(root: Path, name: str) -> tuple[Path, ...]:
    """What a file was, the newest first."""
    folder = root / BEFORE / name
    return tuple(sorted(folder.glob("*.yaml"), reverse=True)) if folder.is_dir() else ()


def check_name(name: str) -> None:
    """Raises SaveError for a name that leads out of trees/ and contacts/."""
    parts = name.split("/")
    plain = all(part and not part.startswith(".") and "\\" not in part and ":" not in part for part in parts)
    if not (plain and parts[0] in ("trees", "contacts") and name.endswith(".yaml")):
        raise SaveError(ODD_NAME.format(name=name), False)


def _kept(root: Path, name: str, base: bytes, data: bytes, at: datetime) -> bool:
    try:
        keep_typed(root, name, base, data.decode("utf-8", "replace"), at)
    except OSError:
        return False
    return True


def _now(path: Path) -> bytes | None:
    """What stands in the file now. Raises nothing; a file that can't be read is told by the write."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _keep_before(root: Path, name: str, data: bytes, at: datetime) -> None:
    """Keeps what the file was. Raises OSError: without it nothing is overwritten."""
    folder = root / BEFORE / name
    folder.mkdir(parents=True, exist_ok=True)
    stamp = at.strftime("%Y-%m-%dT%H-%M-%S-%f")
    files.write_atomically(folder / f"{stamp}-{hash_of(data)[:8]}.yaml", data)
    with contextlib.suppress(OSError):
        for old in before(root, name)[KEPT:]:
            old.unlink()


def _typed_folder(root: Path) -> Path:
    own = hash_of(str(root.resolve()).encode("utf-8", "surrogateescape"))[:32]
    return data_dir() / TYPED / own


def _typed_path(root: Path, name: str) -> Path:
    return _typed_folder(root) / f"{hash_of(name.encode())[:32]}.json"


def _typed(path: Path) -> Typed | None:
    data = files.read_bytes(path, path.name, MOST_TYPED)
    if isinstance(data, Finding):
        return None
    try:
        found = json.loads(data)
        return Typed(*(str(found[key]) for key in ("name", "base", "at", "text")))
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def names(root: Path) -> Iterator[str]:
    """The names of all YAML files of the folder, exercises among them, sorted."""
    for top in ("contacts", "trees"):
        for path in sorted((root / top).rglob("*.yaml")):
            inner = path.relative_to(root).as_posix()
            if not any(part.startswith(".") for part in inner.split("/")):
                yield inner
