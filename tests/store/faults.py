"""A disk that fails: full from the n-th write on, or the process killed at it, so that not even cleaning up is done."""

from __future__ import annotations

import builtins
import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

WRITES = ("fsync", "replace", "rename", "mkdir", "open")
CLEANS = ("unlink", "rmdir", "remove")


class KilledError(BaseException):
    """Stands for the end of the process: nothing but the test catches it."""


class Disk:
    """Counts what is written, and fails from the `fails_at`-th on (0: never)."""

    def __init__(self, fails_at: int, kill: bool) -> None:
        self.fails_at, self.kill, self.count = fails_at, kill, 0

    @property
    def failed(self) -> bool:
        """Whether the failure has come."""
        return bool(self.fails_at) and self.count >= self.fails_at

    def write(self) -> None:
        """One write. Raises what the disk raises."""
        self.count += 1
        if self.failed:
            raise KilledError if self.kill else OSError(errno.ENOSPC, "full")

    def clean(self) -> None:
        """One removal: the dead don't clean up."""
        if self.failed and self.kill:
            raise KilledError


@contextmanager
def failing(monkeypatch: pytest.MonkeyPatch, fails_at: int, kill: bool) -> Iterator[Disk]:
    """Everything that writes goes through a failing disk."""
    disk = Disk(fails_at, kill)

    def through(real: Callable[..., Any], before: Callable[[], None], only: Callable[..., bool]) -> Callable[..., Any]:
        def called(*args: Any, **named: Any) -> Any:
            if only(*args, **named):
                before()
            return real(*args, **named)

        return called

    def writes(_: object, mode: Any = "r", *__: object, **___: object) -> bool:
        return bool(mode & (os.O_CREAT | os.O_WRONLY)) if isinstance(mode, int) else bool(set("wxa") & set(mode))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _nothing)  # counted, not waited for
        for name in WRITES:
            patch.setattr(os, name, through(getattr(os, name), disk.write, writes if name == "open" else _always))
        for name in CLEANS:
            patch.setattr(os, name, through(getattr(os, name), disk.clean, _always))
        patch.setattr(builtins, "open", through(open, disk.write, writes))
        yield disk


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting for the disk: what is tested is which files are there, not what a power cut leaves."""
    monkeypatch.setattr(os, "fsync", _nothing)


def _nothing(_: object) -> None:
    return None


def _always(*_: object, **__: object) -> bool:
    return True
