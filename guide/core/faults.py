"""A fault's code: what may be told of it. Never its message, a value, or a line of the walk."""

from __future__ import annotations

from pathlib import PurePath

UNKNOWN = "?"
_saved: list[str] = []  # the clock when a case was last saved, in words; nothing where none is open


def crash_code(error: BaseException | None) -> str:
    """«KeyError walk:123»: the type of the error and where it arose, never what it says."""
    if error is None:
        return UNKNOWN
    inner = error.__traceback__
    while inner and inner.tb_next:
        inner = inner.tb_next
    where = f" {PurePath(inner.tb_frame.f_code.co_filename).stem}:{inner.tb_lineno}" if inner else ""
    return f"{type(error).__name__}{where}"


def last_saved(clock: str) -> None:
    """Tells, for the words of a crash, when the open case was last saved («15:10», Oslo time)."""
    _saved[:] = [clock] if clock else []


def when_saved() -> str:
    """When the open case was last saved, empty where none is open."""
    return _saved[0] if _saved else ""
