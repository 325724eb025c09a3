"""What the tests of crashes raise: each with the canary in another place of the error."""

from __future__ import annotations

from typing import NoReturn

CANARY = "hemmeligord7q"


class DrawsItselfError(Exception):
    """Rich would draw all of it."""

    def __rich__(self) -> str:
        return CANARY


class HoldsError(Exception):
    """An attribute has a word of the walk."""

    def __init__(self) -> None:
        super().__init__()
        self.note = CANARY

    def __str__(self) -> str:
        return self.note


def message() -> NoReturn:
    """In the message, and in a variable."""
    note = f"barnet heter {CANARY}"
    raise ValueError(note)


def key() -> NoReturn:
    """The key that was not there."""
    answers: dict[str, str] = {}
    raise KeyError(answers.get(CANARY, CANARY))


def attribute() -> NoReturn:
    """In an attribute of the error."""
    raise HoldsError


def chained() -> NoReturn:
    """In the error that it comes from."""
    try:
        message()
    except ValueError as error:
        raise RuntimeError("utenpå") from error


def during() -> NoReturn:
    """In the error that was at hand."""
    try:
        message()
    except ValueError:
        raise RuntimeError(CANARY)  # noqa: B904


def group() -> NoReturn:
    """One of several."""
    raise ExceptionGroup(CANARY, [ValueError(CANARY), HoldsError()])


def letters() -> NoReturn:
    """Text that can't be encoded stands in the error."""
    (CANARY + "\ud800").encode("utf-8")
    raise AssertionError


def file() -> NoReturn:
    """The name of a file."""
    open(f"/finnes/ikke/{CANARY}").close()
    raise AssertionError


def deep() -> NoReturn:
    """No end to it."""

    def down(note: str) -> None:
        down(note + CANARY[:1])

    down(CANARY)
    raise AssertionError


def drawn() -> NoReturn:
    """An error that draws itself."""
    raise DrawsItselfError(CANARY)


def noted() -> NoReturn:
    """A note on the error."""
    error = ValueError()
    error.add_note(CANARY)
    raise error


def asked_to_leave() -> NoReturn:
    """SystemExit with a text, which Python prints."""
    raise SystemExit(CANARY)
