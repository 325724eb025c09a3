"""Reading and writing files so that nothing surprising is read and nothing half is ever left behind."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from guide.core.findings import Finding
from guide.store.wording import say


def read_bytes(path: Path, name: str, most: int) -> bytes | Finding:
    """The bytes of a regular file of at most `most` bytes, or a finding. Never blocks on a pipe or a device."""
    try:
        facts = os.stat(path)
        if not stat.S_ISREG(facts.st_mode):
            return say("ikke-fil", name)
        if facts.st_size > most:
            return say("for-stor-fil", name, most=most // 1024)
        with open(path, "rb", buffering=0) as stream:
            data = stream.read(facts.st_size + 1)  # room for all that may be read would cost more than reading
            if len(data) > facts.st_size:  # it has grown since
                data += stream.read(most + 1 - len(data))
    except FileNotFoundError:
        return say("mangler-fil", name, name=name)
    except (OSError, ValueError):
        return say("uleselig-fil", name)
    return data if len(data) <= most else say("for-stor-fil", name, most=most // 1024)


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` to `path` (0600, its folder 0700) so that a crash or a power cut leaves the old or the new file.

    Raises OSError. Temporary file in the same folder, fsync, rename, fsync of the folder (security.md: each is needed).
    """
    folder = path.parent
    if not folder.is_dir():
        folder.mkdir(parents=True, mode=0o700)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=folder)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    sync_folder(folder)


def write_new(path: Path, data: bytes) -> None:
    """Write `data` to `path` (0600), which must not be there. Raises FileExistsError where it is, a link among that.

    The name is taken first, so that nothing that comes meanwhile is written over; then as `write_atomically`, in a
    folder that is there. Where it fails, no file is left.
    """
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0), 0o600)
    os.close(handle)
    try:
        write_atomically(path, data)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(path)
        raise


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` last; where a folder cannot be opened (Windows) the system does it by itself."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
