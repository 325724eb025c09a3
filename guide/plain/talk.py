"""Lines out and lines in. All that is said passes here, so that no control byte reaches a terminal or a pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from guide.core.emergency import NUMBERS
from guide.core.text import clean
from guide.plain import strings

if TYPE_CHECKING:
    from guide.service.cases.cases import Cases
    from guide.service.guide import Guide

SAVE, CASES, NOTE = "save", "cases", "note"
EMERGENCY, ALARM, BACK, WHY, CONTACTS, OVERVIEW, HELP, AGAIN, QUIT, CHANGE, SEARCH, MEASURES, EXERCISES = (
    "emergency",
    "alarm",
    "back",
    "why",
    "contacts",
    "overview",
    "help",
    "again",
    "quit",
    "change",
    "search",
    "measures",
    "exercises",
)
COMMANDS: Final = {
    "!": EMERGENCY,
    "akutt": EMERGENCY,
    "+": ALARM,
    "alarm": ALARM,
    "b": BACK,
    "tilbake": BACK,
    "?": WHY,
    "hvorfor": WHY,
    "k": CONTACTS,
    "kontakter": CONTACTS,
    "m": MEASURES,
    "tiltak": MEASURES,
    "ø": EXERCISES,
    "øvelser": EXERCISES,
    "o": OVERVIEW,
    "oversikt": OVERVIEW,
    "hjelp": HELP,
    "igjen": AGAIN,
    "q": QUIT,
    "slutt": QUIT,
    "bytt": CHANGE,
    "lagre": SAVE,
    "saker": CASES,
    "notat": NOTE,
}
LONGEST: Final = 2000


class LeftError(Exception):
    """The user leaves."""


class ChangeError(Exception):
    """The user wants to choose municipality and workplace again."""


def plain(text: str) -> str:
    """`text` on one line, without control and hidden characters."""
    return " ".join(clean(text).split())


def command_of(line: str) -> str:
    """The command that a line is, empty where it is none. A line of nothing but `!` is always the emergency."""
    word = line.strip().casefold()
    if word.startswith("/"):
        return SEARCH
    return COMMANDS.get(word[:1] if word and word[0] in "!?+" and not word.strip(word[0]) else word, "")


def matching(line: str, options: Sequence[str]) -> tuple[int, ...]:
    """The options (from 0) that a line can mean: by number, by all the words, else by how they begin."""
    text = line.strip().casefold()
    if text.isascii() and text.isdigit():
        number = int(text) if len(text) < 5 else 0
        return (number - 1,) if 1 <= number <= len(options) else ()
    folded = [plain(option).casefold() for option in options]  # as it was said
    same = [i for i, option in enumerate(folded) if option == text]
    return tuple(same or [i for i, option in enumerate(folded) if text and option.startswith(text)])


def wrong(line: str, found: Sequence[int]) -> str:
    """What is wrong with a line that means none of the options, or several."""
    text = plain(line)[:60]
    if not text:
        return strings.EXPECTED_EMPTY
    return strings.EXPECTED_MANY.format(text=text) if found else strings.EXPECTED.format(text=text)


def numbered(options: Iterable[str]) -> list[str]:
    """Options as numbered lines, from 1."""
    return [strings.NUMBERED.format(number=i, text=text) for i, text in enumerate(options, 1)]


def emergency_line() -> str:
    """The emergency numbers in one line."""
    return strings.EMERGENCY.format(
        police=NUMBERS["politi_nod"].phone, ambulance=NUMBERS["amk"].phone, fire=NUMBERS["brann"].phone
    )


class Talk:
    """`read` gives a line, an empty text at the end of input; `write` takes text and shows it at once."""

    def __init__(self, read: Callable[[], str], write: Callable[[str], object]) -> None:
        self._read, self._write = read, write
        self.heard = 0
        """Lines read so far."""
        self.train: Callable[[Guide, Talk], None] | None = None
        """Trains with a guide's content, and comes back; None where nobody trains here."""
        self.open_cases: Callable[[Guide], Cases] | None = None
        """The user's cases, None where there are none to be had here."""
        self.hidden: Callable[[str], str] | None = None
        """A line typed without an echo, None where there is no terminal to type it at."""
        self.cases: Cases | None = None
        self.there: datetime | None = None
        """When somebody last wrote something in a case (aware)."""
        self.saved = False
        """Whether something has been saved as a case, or taken up from one."""

    def close_cases(self) -> None:
        """Locks the cases, where they are open."""
        if self.cases:
            self.cases.lock()
        self.cases = None

    def say(self, *lines: str) -> None:
        """Says lines; an empty text is an empty line."""
        self._write("".join(f"{plain(line)}\n" for line in lines))

    def hear(self) -> str:
        """The next line as plain text. Raises EOFError at the end of input."""
        line = self._read()
        if not line:
            raise EOFError
        self.heard += 1
        return plain(line)[:LONGEST]

    def choose(self, options: Sequence[str], none: bool = True) -> int | None:
        """The place of an option, None for «tilbake» where `none` allows that. Raises LeftError and EOFError."""
        prompt = strings.WRITE_NUMBER.format(most=len(options))
        self.say(*numbered(options), prompt)
        while True:
            line = self.hear()
            found, command = matching(line, options), command_of(line)
            if len(found) == 1 and command not in (EMERGENCY, QUIT):
                return found[0]
            if command == QUIT:
                raise LeftError
            if command == EMERGENCY:
                self.say(emergency_line(), strings.EMERGENCY_STAY, prompt)
            elif command == BACK and none:
                return None
            elif command in (AGAIN, HELP):
                self.say(*numbered(options), prompt)
            else:
                self.say(wrong(line, found), prompt)
