"""The help: every key, from where the keys are declared."""

from __future__ import annotations

from collections.abc import Iterator

from guide.tui import keys, strings
from guide.tui.modals.dialog import Dialog
from guide.tui.text import GAP, Line, plain

MARK_WIDTH = 8


def help_lines() -> Iterator[Line]:
    """A line a key."""
    yield GAP
    for key in keys.IN_HELP:
        yield Line(plain(key.long), plain(key.shown, "bold $primary"), MARK_WIDTH)
    yield from (GAP, Line(plain(strings.HELP_MOUSE, "$text-muted")))
    yield from (GAP, Line(plain(strings.PRIVATE, "$text-muted")))


class HelpModal(Dialog):
    """F1."""

    def __init__(self) -> None:
        super().__init__(strings.HELP_TITLE, help_lines())
