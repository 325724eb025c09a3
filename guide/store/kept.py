"""What was worked out and can be worked out again: JSON by key in the user's cache folder. Never pickle."""

from __future__ import annotations

import contextlib
import hashlib
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import guide
from guide.core.findings import Finding
from guide.store import files

KEPT: Final = 600
"""Files. Every edit makes new ones; the oldest go."""
MOST_BYTES: Final = 4 * 1024 * 1024


class Kept:
    """A folder of JSON files, each named by the hash of all that it was worked out from."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, key: str) -> Any:
        """What was kept under a key, None where there is nothing or nothing that can be read."""
        data = files.read_bytes(self._folder / f"{key}.json", key, MOST_BYTES)
        if isinstance(data, Finding):
            return None
        try:
            return json.loads(data)
        except (ValueError, RecursionError):
            return None

    def write(self, key: str, value: Any) -> None:
        """Keeps a value. Not being able to is no error."""
        with contextlib.suppress(OSError):
            files.write_atomically(self._folder / f"{key}.json", json.dumps(value, ensure_ascii=False).encode())

    def prune(self) -> None:
        """Lets the oldest go. Not being able to is no error."""
        with contextlib.suppress(OSError):
            own = sorted(self._folder.glob("*.json"), key=lambda path: path.stat().st_mtime_ns)
            for path in own[:-KEPT]:
                path.unlink()


def key_of(parts: Iterable[object]) -> str:
    """One hash over plain values, their order and their borders."""
    text = json.dumps(list(parts), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def code_stamp(*packages: str, libraries: Iterable[str] = ()) -> str:
    """Changes with the code of these packages of `guide`, with Python and with the libraries named."""
    # imported here: nothing that starts the app asks for it
    from importlib.metadata import PackageNotFoundError, version

    digest = hashlib.sha256(sys.version.encode())
    for library in libraries:
        with contextlib.suppress(PackageNotFoundError):
            digest.update(f"{library} {version(library)}".encode())
    top = Path(guide.__file__).parent
    for package in packages:
        for path in sorted((top / package).rglob("*.py")):
            digest.update(f"{path.relative_to(top).as_posix()}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
