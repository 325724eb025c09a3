"""A card that can't go on: says so, with the numbers, instead of a traceback."""

from __future__ import annotations

from collections.abc import Iterator

from guide.core.emergency import NUMBERS
from guide.service import words
from guide.tui import strings
from guide.tui.modals.dialog import NO_VALUE, Dialog
from guide.tui.text import GAP, Line, plain
from guide.tui.widgets.answers import Choice


class StuckModal(Dialog):
    """The walk stays where it was; one can go back or ring."""

    def __init__(self) -> None:
        super().__init__(strings.STUCK_TITLE, _lines(), [Choice(NO_VALUE, strings.CLOSE)])


def _lines() -> Iterator[Line]:
    yield from (GAP, Line(plain(words.STUCK)), GAP)
    for point in NUMBERS.values():
        yield Line(plain(point.name), plain(point.phone, "bold $error"), 5)
    yield GAP
