"""A real terminal for the real app: a pseudo-terminal, its bytes, and what a person would see on it (pyte)."""

from __future__ import annotations

import os
import re
import select
import struct
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final

import pyte

ROOT: Final = Path(__file__).resolve().parents[2]
PATIENCE: Final = 60.0
"""Seconds after which a silent app has failed."""
SILENCE: Final = 0.1
"""Seconds without a byte after which an app that has ended has said all."""
MARK: Final = "\x1b_prove:{keys}:{screen}\x1b\\"
"""What the driver writes when a key has had its effect; never shown, and cut out of what is compared."""
_MARK: Final = re.compile(rb"\x1b_prove:(\d+):(\w*)\x1b\\")
KEYS: Final = {
    "enter": b"\r",
    "escape": b"\x1b",
    "tab": b"\t",
    "space": b" ",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "pagedown": b"\x1b[6~",
    "end": b"\x1b[F",
    "backspace": b"\x7f",
    "f1": b"\x1bOP",
    "f5": b"\x1b[15~",
    "f6": b"\x1b[17~",
    "f12": b"\x1b[24~",
    "ctrl+c": b"\x03",
    "ctrl+p": b"\x10",
    "ctrl+q": b"\x11",
}


def parted(data: bytes) -> tuple[list[tuple[int, str]], bytes, bytes]:
    """The driver's marks in the bytes, the bytes without them, and an end that may be the start of a mark."""
    cut = data.rfind(b"\x1b_")
    begun = cut >= 0 and b"\x1b\\" not in data[cut:] and len(data) - cut < 100
    if not begun:
        cut, begun = len(data) - 1, data.endswith(b"\x1b")
    data, rest = (data[:cut], data[cut:]) if begun else (data, b"")
    return [(int(found[1]), found[2].decode()) for found in _MARK.finditer(data)], _MARK.sub(b"", data), rest


class Terminal:
    """Runs `python ARGS` on a terminal of its own. `raw` is all that it was sent, without the driver's marks."""

    def __init__(self, args: Sequence[str], home: Path, env: Mapping[str, str] | None = None) -> None:
        import fcntl
        import pty
        import termios

        self.raw = b""
        self.screen_name = ""
        self.names: list[str] = []
        self.seen: list[list[str]] = []
        self._keys, self._marked, self._rest = 0, -1, b""
        self.display = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self.display)
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.before = termios.tcgetattr(theirs)
        base = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "COLORTERM": "truecolor", "HOME": str(home)}
        self.process = subprocess.Popen(
            [sys.executable, *args],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=home,
            env={**base, "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **(env or {})},
        )
        self._theirs = theirs  # kept open, so that its settings can be looked at when the app has gone

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._ours)
        os.close(self._theirs)

    # --- hands ---------------------------------------------------------------------------------------------------
    def press(self, *keys: str) -> None:
        """Presses keys, each when the one before has had its effect. For apps that the driver runs."""
        for key in keys:
            self._keys += 1
            self.send(KEYS.get(key, key.encode()))
            self.settle()

    def send(self, data: bytes) -> None:
        """Types bytes, and waits for nothing."""
        os.write(self._ours, data)

    def settle(self) -> None:
        """Waits until all keys have had their effect, and takes down what the screen shows."""
        end = time.monotonic() + PATIENCE
        while self._marked < self._keys:
            if not self._take(end):
                raise AssertionError(f"the app was silent after {self._keys} keys:\n{self.text}")
        self.names.append(self.screen_name)
        self.seen.append(self.rows)

    def until(self, sought: bytes) -> bytes:
        """Waits for bytes. Returns all that came, whether they are among it or not."""
        end = time.monotonic() + PATIENCE
        while sought not in self.raw and self._take(end):
            pass
        return self.raw

    def finish(self) -> int:
        """Waits for the end of the app, and returns its exit code."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            self._take(min(end, time.monotonic() + 0.05))
        while self._take(time.monotonic() + SILENCE):  # the last bytes may come after the app has gone
            pass
        self.raw, self._rest = self.raw + self._rest, b""
        return self.process.wait(PATIENCE)

    # --- eyes ----------------------------------------------------------------------------------------------------
    @property
    def rows(self) -> list[str]:
        """The rows of the screen."""
        return [row.rstrip() for row in self.display.display]

    @property
    def text(self) -> str:
        """The screen."""
        return "\n".join(self.rows)

    def sane(self) -> list[str]:
        """What is wrong with the terminal that the app has left behind: modes that are still on, lines that are raw."""
        import termios

        wrong = []
        for mode in ("1049", "1000", "1003", "1006", "1015", "2004", "1004"):
            states = re.findall(rb"\x1b\[\?(?:\d+;)*" + mode.encode() + rb"(?:;\d+)*([hl])", self.raw)
            wrong += [f"mode {mode} is on"] if states[-1:] == [b"h"] else []
        cursor = re.findall(rb"\x1b\[\?25([hl])", self.raw)
        wrong += ["the cursor is hidden"] if cursor[-1:] == [b"l"] else []
        pushed, popped = len(re.findall(rb"\x1b\[>\d+u", self.raw)), len(re.findall(rb"\x1b\[<\d*u", self.raw))
        wrong += ["the keyboard protocol is on"] if pushed > popped else []
        now = termios.tcgetattr(self._theirs)
        wrong += ["the lines are raw"] if now[:4] != self.before[:4] else []
        return wrong

    def _take(self, end: float) -> bool:
        """Reads what there is, False at the end of the time or of the app."""
        left = max(end - time.monotonic(), 0.0)
        if not select.select([self._ours], [], [], min(left, 0.2))[0]:
            return left > 0 and self.process.poll() is None
        marks, data, self._rest = parted(self._rest + os.read(self._ours, 65536))
        if marks:
            self._marked, self.screen_name = marks[-1]
        self.raw += data
        # pyte knows no private sequences with < or > that end in u (the keyboard protocol)
        self._stream.feed(re.sub(rb"\x1b\[[<>=?][0-9;]*[uqp]", b"", data))
        return True
