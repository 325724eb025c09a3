"""Every screen and modal of the app by key, read to its end, on a real terminal."""

from __future__ import annotations

from .terminal import Terminal

MOST_PAGES = 40
OVERDUE = "1.11"
"""A day whose deadline has passed."""


def read(terminal: Terminal) -> None:
    """Pages down until nothing moves any more."""
    for _ in range(MOST_PAGES):
        before = terminal.rows
        terminal.press("pagedown")
        if terminal.rows == before:
            return
    raise AssertionError(f"the page has no end:\n{terminal.text}")


def look(terminal: Terminal, *keys: str, screen: str = "") -> None:
    """Opens something, reads it, closes it with Escape."""
    terminal.press(*keys)
    assert not screen or terminal.screen_name == screen, (screen, terminal.screen_name, terminal.text)
    read(terminal)
    terminal.press("escape")


def on(terminal: Terminal, key: str = "enter") -> None:
    """Reads the advice to its end, and goes on."""
    read(terminal)
    terminal.press(key)


def walk_everything(terminal: Terminal) -> set[str]:
    """From the first screen through all others and back. Returns the names of those that were seen."""
    start = len(terminal.names)
    _around(terminal)
    _question_and_record(terminal)
    _signs_and_years(terminal)
    _outcome_and_alarm(terminal)
    _end_and_summary(terminal)
    _anew_to_the_task(terminal)
    return set(terminal.names[start:])


def leave(terminal: Terminal) -> int:
    """Quits from the first screen with a card that stands open. Returns the exit code."""
    terminal.press("q")
    assert terminal.screen_name == "LeaveModal", terminal.text
    terminal.send(b"2")
    return terminal.finish()


def _around(terminal: Terminal) -> None:
    read(terminal)
    terminal.press("9")
    read(terminal)
    look(terminal, "2", screen="NumbersScreen")  # out of the field
    terminal.press("escape", "1")
    assert terminal.screen_name == "SetupScreen", terminal.text
    read(terminal)
    terminal.press("1", "b", "b")
    assert terminal.screen_name == "HomeScreen", terminal.text
    look(terminal, "4")
    look(terminal, "5", screen="CardsScreen")
    terminal.press("m")
    assert terminal.screen_name == "MeasuresScreen", terminal.text
    read(terminal)
    look(terminal, "2", screen="AgeModal")
    look(terminal, "1", screen="Dialog")
    _home(terminal)
    terminal.press("k", "c", "down", "down", "down", "c")
    read(terminal)
    terminal.press("escape")
    terminal.press("k", "down", "down", "down", "x")  # the number as a QR code
    read(terminal)
    terminal.press("escape", "escape")
    _home(terminal)
    look(terminal, "/", "q")  # a search that finds all that has its mark
    _home(terminal)
    look(terminal, "ctrl+p")
    _home(terminal)
    look(terminal, "a", screen="AlarmModal")
    look(terminal, "f1", screen="HelpModal")
    look(terminal, "!", screen="EmergencyModal")


def _home(terminal: Terminal) -> None:
    """Back to the first screen."""
    for _ in range(4):
        if terminal.screen_name == "HomeScreen":
            return
        terminal.press("escape")
    raise AssertionError(terminal.text)


def _question_and_record(terminal: Terminal) -> None:
    terminal.press("1")
    assert terminal.screen_name == "WalkScreen", terminal.text
    read(terminal)
    look(terminal, "?", screen="Dialog")
    look(terminal, "p", screen="Dialog")
    look(terminal, "n", screen="NoteModal")
    terminal.press("2", "escape")  # out of the field, so that the keys are keys
    read(terminal)
    look(terminal, "?", screen="Dialog")
    terminal.press("l")
    assert terminal.screen_name == "FieldModal", terminal.text
    terminal.press("escape")  # no passphrase: nothing is saved
    terminal.press("enter")


def _signs_and_years(terminal: Terminal) -> None:
    read(terminal)
    look(terminal, "?", screen="Dialog")
    terminal.press("right", "space", "enter")
    read(terminal)
    look(terminal, "?", screen="Dialog")
    look(terminal, "2", "0", "enter", screen="StuckModal")
    terminal.press("v")


def _outcome_and_alarm(terminal: Terminal) -> None:
    read(terminal)
    terminal.press("c")
    look(terminal, "?", screen="Dialog")
    look(terminal, "p", screen="Dialog")
    _taken_out(terminal)
    terminal.press("h", "h", "!", "1")
    read(terminal)
    terminal.press("1")
    on(terminal)


def _taken_out(terminal: Terminal) -> None:
    """The draft of a report, of the card that stands open."""
    terminal.press("u")
    assert terminal.screen_name == "OutScreen", terminal.text
    read(terminal)
    terminal.press("1", "1")
    assert terminal.screen_name == "DraftScreen", terminal.text
    read(terminal)
    terminal.press("escape", "escape")
    assert terminal.screen_name == "WalkScreen", terminal.text


def _end_and_summary(terminal: Terminal) -> None:
    on(terminal)
    on(terminal, "1")
    assert terminal.screen_name != "WalkScreen", terminal.text
    read(terminal)
    terminal.press("b", "ctrl+c")
    assert terminal.screen_name == "LeaveModal", terminal.text
    terminal.press("2")


def _anew_to_the_task(terminal: Terminal) -> None:
    terminal.press("1")
    assert terminal.screen_name == "ReplaceModal", terminal.text
    read(terminal)
    terminal.press("2", "2", "end", *["backspace"] * len("23.11.2026"), *OVERDUE)
    terminal.press("enter", "enter", "enter", "4", "enter")
    read(terminal)
    look(terminal, "?", screen="Dialog")
    look(terminal, "p", screen="Dialog")
    terminal.press("q", "2")
    assert terminal.screen_name == "HomeScreen", terminal.text
