"""What becomes of a fault that nobody has caught: a code, and nothing of the walk.

Python's own hooks print messages and values. These print the type of the error and where it arose. What breaks beside
the app (a thread, a stray task) doesn't take the screen from somebody who is about to ring: it is told at the end.
"""

from __future__ import annotations

import contextlib
import sys
from types import TracebackType
from typing import Any, Final

from guide.core.faults import crash_code, when_saved

STOPPED: Final = (
    "Tiltakskort måtte stoppe på grunn av en feil. Feilkode: {code}. Ingenting ble lagret. Er barnet i fare, ring 112."
)
STOPPED_SAVED: Final = (
    "Tiltakskort måtte stoppe på grunn av en feil. Feilkode: {code}. Saken er lagret, sist kl. {clock}. "
    "Er barnet i fare, ring 112."
)
ASIDE: Final = "Noe gikk galt underveis. Feilkode: {code}. Si fra til den som har gitt deg programmet."
ASIDE_SAVED: Final = (
    "Noe gikk galt underveis. Feilkode: {code}. Saken er lagret, sist kl. {clock}. "
    "Si fra til den som har gitt deg programmet."
)
FAILED: Final = 1
"""The exit code when a fault was met."""
_PR_SET_DUMPABLE: Final = 4

_codes: list[str] = []
_ended = False  # set by `told`; what breaks later has nobody to tell it but itself


def install() -> None:
    """Puts the hooks in place. Imports nothing: every verb pays for it."""
    import _thread  # built in; `threading` takes its hook from there when it is imported

    sys.excepthook = _stopped
    sys.unraisablehook = lambda unraisable: note(unraisable.exc_value)
    hook = "_excepthook"
    setattr(_thread, hook, _in_thread)
    if "threading" in sys.modules:
        sys.modules["threading"].excepthook = _in_thread  # type: ignore[attr-defined]


def note(error: BaseException | None) -> None:
    """Keeps the code of a fault beside the app until the end; after the end says it at once."""
    code = crash_code(error)
    if _ended:
        _say(_aside(code))
    elif code not in _codes:
        _codes.append(code)


def told(code: int) -> int:
    """Says what was kept. Returns the exit code: `code`, or FAILED where there was something to tell."""
    global _ended  # one process has one end
    _ended = True
    for known in _codes:
        _say(_aside(known))
    return FAILED if _codes else code


def _aside(code: str) -> str:
    clock = when_saved()
    return ASIDE_SAVED.format(code=code, clock=clock) if clock else ASIDE.format(code=code)


def left(asked: object) -> int:
    """The exit code for a SystemExit with `asked`, which Python would print where it is a text."""
    if asked is None or isinstance(asked, int):
        return int(asked or 0)
    note(SystemExit())
    return FAILED


def seal() -> None:
    """No other process of this user reads this one's memory, and no core file is written of it (Linux)."""
    if sys.platform != "linux":
        return
    with contextlib.suppress(Exception):  # a belt; without it the app works as well
        import ctypes

        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _stopped(kind: type[BaseException], error: BaseException, _where: TracebackType | None) -> None:
    clock, code = when_saved(), crash_code(error)
    _say(STOPPED_SAVED.format(code=code, clock=clock) if clock else STOPPED.format(code=code))


def _in_thread(args: Any) -> None:
    if args.exc_type is not SystemExit:
        note(args.exc_value)


def _say(text: str) -> None:
    # a hook that fails makes Python print everything; at the very end there may be nothing left to print to
    with contextlib.suppress(Exception):
        print(text, file=sys.__stderr__, flush=True)
