"""Simulated power cuts: a file system of its own, copied in the middle of a write, and mounted from the copy.

What the system has not written to its disk yet is not in the copy, as after a cut. It can't show what a disk does that
reorders or drops what it was told to keep. Needs the right to mount (root).
"""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from guide.store.cases.backup import verify
from guide.store.cases.errors import CaseError
from tests.cases.long_store import forked, place_for, reopened
from tests.cases.made import NOON, store_in

SIZE = 24 * 1024 * 1024
NOT_HERE = "Det kreves rett til å montere et filsystem. Ikke målt på denne maskinen."


def _run(*command: str) -> bool:
    """Whether a tool of the system did what it was asked."""
    tool = shutil.which(command[0])
    done = tool and subprocess.run([tool, *command[1:]], capture_output=True, check=False)
    return bool(done) and done.returncode == 0


@contextmanager
def _mounted(image: Path, at: Path) -> Iterator[bool]:
    at.mkdir(exist_ok=True)
    mounted = _run("mount", "-o", "loop", str(image), str(at))
    try:
        yield mounted
    finally:
        if mounted:
            _run("umount", str(at))


def _writer(folder: Path, user_key: bytes, case: str, out: int) -> None:
    store = reopened(folder, user_key)
    at = store.listing().heads[case].count
    while True:
        at = store.append(case, at, [f"svar {at + 1} ".encode() * 20], "kort", [], NOON).count
        os.write(out, f"{at}\n".encode())


def _told(end: int, seconds: float) -> list[int]:
    """The numbers that are told to be stored within so long."""
    until, data = time.monotonic() + seconds, b""
    while (left := until - time.monotonic()) > 0:
        if select.select([end], [], [], left)[0]:
            data += os.read(end, 65536)
    return [int(line) for line in data.split()]


def _count(folder: Path, user_key: bytes, case: str) -> int:
    """How many events the copy has; -1 where it can't be opened or is not whole."""
    try:
        store = reopened(folder, user_key)
        try:
            events = store.read(case)[1][1:]
            right = all(event.startswith(f"svar {at} ".encode()) for at, event in enumerate(events, 2))
            return len(events) + 1 if right and verify(store).whole else -1
        finally:
            store.db.close()
    except CaseError:
        return -1


def power(times: int = 300) -> Iterator[str]:
    """Cuts the power at random moments of a writer."""
    with place_for() as where:
        image, copy = Path(where) / "disk", Path(where) / "kopi"
        image.write_bytes(b"")
        os.truncate(image, SIZE)
        if not _run("mkfs.ext4", "-q", str(image)):
            yield NOT_HERE
            return
        with _mounted(image, Path(where) / "a") as here:
            if not here:
                yield NOT_HERE
                return
            yield from _cuts(Path(where), image, copy, times)


def _cuts(where: Path, image: Path, copy: Path, times: int) -> Iterator[str]:
    store, _ = store_in(where / "a")
    case = store.start([b"begynt"], "kort", [], NOON)
    user_key, dice, last, lost, bad = store.user_key, random.Random(300), 1, 0, 0
    store.db.close()
    end, out = os.pipe()
    child = forked()
    if child == 0:
        try:
            _writer(store.folder, user_key, case, out)
        finally:
            os._exit(3)
    try:
        for _ in range(times):
            last = max([last, *_told(end, dice.uniform(0.02, 0.15))])
            os.kill(child, signal.SIGSTOP)
            last = max([last, *_told(end, 0.01)])
            shutil.copyfile(image, copy)
            os.kill(child, signal.SIGCONT)
            with _mounted(copy, where / "b") as here:
                found = _count(where / "b" / "saker", user_key, case) if here else -1
            bad += found < 0
            lost += 0 <= found < last
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    yield f"{times} simulerte strømbrudd mens {last} svar ble lagret (ext4; disken kopiert midt i, og montert på nytt)."
    yield f"Tapte svar som var sagt å være lagret: {lost}. Saker som ikke kunne åpnes hele: {bad}."
