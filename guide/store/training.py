"""The results of groups: one file in the user's data folder, apart from cases and settings; one line a group.

Only groups of at least SMALLEST are written, and votes with fewer hands are left out before that.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Final

from guide.core.record import replace
from guide.core.text import clean
from guide.core.training_result import SMALLEST, Group, Vote
from guide.store.files import write_atomically
from guide.store.locate import APP

NAME: Final = "ovelser.jsonl"
MOST: Final = 8 * 1024 * 1024
"""Bytes: what is larger is no file of ours."""


def folder() -> Path:
    """The user's folder for training."""
    from platformdirs import user_data_dir

    return Path(user_data_dir(APP, appauthor=False, roaming=False)) / "ovelser"


def add(group: Group, data: Path | None = None) -> bool:
    """Keeps a group; False where it is too small. Raises OSError."""
    votes = tuple(vote for vote in group.votes if vote.hands >= SMALLEST)
    if group.size < SMALLEST or not votes:
        return False
    path = (data or folder()) / NAME
    old = path.read_bytes() if path.exists() else b""
    line = json.dumps(_plain(replace(group, votes=votes)), ensure_ascii=False)
    write_atomically(path, old + line.encode() + b"\n")
    return True


def groups(data: Path | None = None) -> tuple[Group, ...]:
    """All groups, the oldest first; lines that can't be read, or that hold too small a group, are passed by.

    Raises OSError.
    """
    path = (data or folder()) / NAME
    if not path.exists() or path.stat().st_size > MOST:
        return ()
    found = (_group(line) for line in path.read_text(encoding="utf-8", errors="replace").splitlines())
    return tuple(group for group in found if group and group.size >= SMALLEST)


def write_new(path: Path, made: str | bytes) -> None:
    """Writes a new file (0600; text as UTF-8). Raises FileExistsError where one is there, OSError else."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(made if isinstance(made, bytes) else made.encode())


def _plain(group: Group) -> dict[str, Any]:
    votes = [
        {"item": v.item, "asked": v.asked, "area": v.area, "kinds": v.kinds, "majority": v.majority}
        for v in group.votes
    ]
    return {"exercise": group.exercise, "month": group.month, "size": group.size, "votes": votes}


def _group(line: str) -> Group | None:
    try:
        data = json.loads(line)
        votes = tuple(_vote(vote) for vote in data["votes"])
        return Group(clean(data["exercise"]), clean(data["month"]), int(data["size"]), votes)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _vote(data: Any) -> Vote:
    kinds = tuple((clean(kind), int(number)) for kind, number in data["kinds"])
    item, asked, area = (clean(data[key]) for key in ("item", "asked", "area"))
    return Vote(item, asked, area, kinds, data.get("majority") is True)
