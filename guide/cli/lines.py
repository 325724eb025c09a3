"""The line mode at a terminal or a pipe: where its lines come from, and how it ends."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from guide.cli.main import FINE, HAS_ERRORS, STILL_OPEN
from guide.core.faults import crash_code, when_saved
from guide.plain.home import OPEN, Save, run_card, run_home
from guide.plain.talk import LONGEST, Talk
from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.store.settings import Settings

if TYPE_CHECKING:
    from guide.service.cases.cases import Cases

CRASH: Final = (
    "Linjene måtte stoppe på grunn av en feil. Feilkode: {code}. Ingenting ble lagret. Er barnet i fare, ring 112."
)

CRASH_SAVED: Final = (
    "Linjene måtte stoppe på grunn av en feil. Feilkode: {code}. Saken er lagret, sist kl. {clock}. "
    "Er barnet i fare, ring 112."
)


def card_in_lines(guide: Guide, card: str, settings: Settings) -> int:
    """Walks a card. Returns the exit code."""
    talk = stdio(settings.message)
    return code_of(lambda: run_card(guide, card, talk))


def home_in_lines(guide: Guide, settings: Settings, fixed: bool, folder: str = "") -> tuple[int, int]:
    """The card of the workplace; `fixed`: the municipality holds for this run only. (exit code, lines read)."""
    talk = stdio(settings.message)
    talk.train = lambda now, own: _train(now, own, settings, folder)
    save = None if fixed else _saving(settings, guide.profile)
    return code_of(lambda: run_home(guide, talk, save, fixed)), talk.heard


def _train(guide: Guide, talk: Talk, settings: Settings, folder: str) -> None:
    from guide.cli.app import desk_of  # only those who train pay for it
    from guide.plain.exercises import train

    train(guide, desk_of(folder, settings), talk)


def stdio(message: str = "") -> Talk:
    """A talk over stdin and stdout. `message` is what the settings have to tell."""
    if sys.stdin and hasattr(sys.stdin, "reconfigure"):  # what can't be read as text becomes a mark, and breaks nothing
        sys.stdin.reconfigure(encoding=None if sys.stdin.isatty() else "utf-8", errors="replace")
    talk = Talk(_line, _write)
    talk.open_cases = _cases
    if sys.stdin and sys.stdin.isatty():
        from guide.cli.secret import hidden

        talk.hidden = hidden
    if message:
        talk.say(message)
    return talk


def _cases(guide: Guide) -> Cases:
    """The user's cases, locked."""
    from guide.service.cases.cases import Cases  # only those who have cases pay for it

    return Cases(guide)


def _line() -> str:
    """The next line, the start of it where it is endless; empty at the end, and where nothing can be read."""
    if not sys.stdin:
        return ""
    try:
        line = rest = sys.stdin.readline(LONGEST)
        while len(rest) == LONGEST and not rest.endswith("\n"):
            rest = sys.stdin.readline(LONGEST)
    except (OSError, ValueError):
        return ""
    return line


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _saving(settings: Settings, profile: Profile) -> Save:
    from guide.cli.app import SettingsStore
    from guide.tui.settings import Chosen

    store = SettingsStore(settings, profile)

    def save(chosen: Profile) -> bool:
        try:
            store.save(Chosen(chosen, settings.theme))
        except OSError:
            return False
        return True

    return save


def code_of(run: Callable[[], str]) -> int:
    """The exit code of lines that end as `run` says."""
    try:
        return STILL_OPEN if run() == OPEN else FINE
    except BrokenPipeError:
        raise
    except Exception as error:  # a code, and nothing of the walk
        clock, code = when_saved(), crash_code(error)
        print(CRASH_SAVED.format(code=code, clock=clock) if clock else CRASH.format(code=code), file=sys.stderr)
        return HAS_ERRORS
