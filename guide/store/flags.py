"""What staff say of a number that doesn't work, until somebody has rung it: a small file each, beside the content.

Where that folder can't be written to, in the user's own data folder, and then only that user sees it. A mark holds
which contact, which number, a word of a closed list and the hour: no text, so nothing about a child or who it was.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

from guide.core.findings import Finding
from guide.core.record import as_dict, record
from guide.store import files
from guide.store.drafts import data_dir, hash_of
from guide.store.publishing import OPEN_FILE, OPEN_FOLDER

FOLDER: Final = "meldt"
RUNG: Final = "ringt"
"""Inside it: the marks of numbers that somebody has rung."""
MOST: Final = 500
MOST_BYTES: Final = 4096
Why = Literal["ingen_svar", "feil_nummer", "feil_tid"]
WHYS: Final = ("ingen_svar", "feil_nummer", "feil_tid")


@record
class Flag:
    """One mark. `contact` is pack/id, `phone` the number that was shown, `at` aware Oslo time as text."""

    contact: str
    phone: str
    why: str
    at: str
    path: Path | None = None
    shared: bool = True
    """Whether it lies beside the content, where the admin sees it."""


def raise_flag(root: Path, contact: str, phone: str, why: str, at: datetime) -> Flag:
    """Marks a number. Raises OSError where it can be written nowhere, ValueError for a word that is not of the list."""
    if why not in WHYS:
        raise ValueError(why)
    flag = Flag(contact, phone, why, at.isoformat(timespec="seconds"))
    name = f"{at:%Y-%m-%dT%H-%M-%S}-{secrets.token_hex(4)}.json"
    data = {key: value for key, value in as_dict(flag).items() if key not in ("path", "shared")}
    text = json.dumps({"format": 1, **data}, ensure_ascii=False).encode("utf-8", "replace")
    for folder, shared in ((root / FOLDER, True), (_own(root), False)):
        try:
            if shared and not folder.is_dir():
                folder.mkdir()
                os.chmod(folder, OPEN_FOLDER)
            files.write_atomically(folder / name, text)
        except OSError:
            if not shared:
                raise
            continue
        if shared:
            with contextlib.suppress(OSError):  # for the admin to read, and for colleagues to add theirs
                os.chmod(folder / name, OPEN_FILE)
        return Flag(contact, phone, why, flag.at, folder / name, shared)
    raise OSError


def flags(root: Path) -> tuple[Flag, ...]:
    """The marks of numbers that nobody has rung yet, the oldest first."""
    found = [*_read(root / FOLDER, True), *_read(_own(root), False)]
    return tuple(sorted(found, key=lambda flag: (flag.at, flag.contact)))[:MOST]


def lower_flags(root: Path, contact: str) -> int:
    """Somebody has rung the contact: its marks are put away. Returns how many. Raises OSError."""
    count = 0
    for flag in flags(root):
        if flag.contact == contact and flag.path is not None:
            away = flag.path.parent / RUNG
            away.mkdir(exist_ok=True)
            os.replace(flag.path, away / flag.path.name)
            count += 1
    return count


def _own(root: Path) -> Path:
    return data_dir() / FOLDER / hash_of(str(root.resolve()).encode("utf-8", "surrogateescape"))[:32]


def _read(folder: Path, shared: bool) -> Iterator[Flag]:
    try:
        paths = sorted(path for path in folder.glob("*.json") if not path.name.startswith("."))[:MOST]
    except OSError:
        return
    for path in paths:
        data = files.read_bytes(path, path.name, MOST_BYTES)
        if isinstance(data, Finding):
            continue
        try:
            found = json.loads(data)
            if found["why"] in WHYS:
                texts = {key: str(found[key]) for key in ("contact", "phone", "why", "at")}
                datetime.fromisoformat(texts["at"]).astimezone()  # a mark without an hour is none
                yield Flag(path=path, shared=shared, **texts)
        except (ValueError, TypeError, KeyError, RecursionError, OverflowError):
            continue
