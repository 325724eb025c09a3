"""The emergency numbers, on the screen at once, whatever else works; and the alarms."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from guide.core.emergency import NUMBERS
from guide.tui import strings
from guide.tui.modals.dialog import NO_VALUE, Dialog
from guide.tui.text import GAP, Line, plain
from guide.tui.widgets.answers import Choice

ACUTE: Final = "felles/akutt"
ALARMS: Final = tuple(strings.ALARM_NAMES)


class EmergencyModal(Dialog):
    """112, 113, 110, large. `cards` are the cards in use: what leads on is only offered where it can be opened."""

    def __init__(self, cards: Collection[str]) -> None:
        go = [Choice(ACUTE, strings.EMERGENCY_GO)] if ACUTE in cards else []
        below = strings.EMERGENCY_STAY if go else strings.EMERGENCY_NO_CARD
        super().__init__(strings.EMERGENCY_TITLE, (Line(plain(below)), GAP), [*go, Choice(NO_VALUE, strings.CLOSE)])

    def more(self) -> Iterable[Widget]:
        """The numbers side by side."""
        yield Horizontal(
            *(
                Vertical(Static(plain(point.phone, "bold")), Static(plain(point.name)), classes="number")
                for point in NUMBERS.values()
            ),
            id="numbers",
        )


class AlarmModal(Dialog):
    """The ways out that are open from everywhere."""

    def __init__(self, cards: Collection[str]) -> None:
        choices = [Choice(card, strings.ALARM_NAMES[card]) for card in ALARMS if card in cards]
        lines = (GAP,) if choices else (GAP, Line(plain(strings.NO_ALARMS)))
        super().__init__(strings.ALARMS_TITLE, lines, choices)
