"""Questions about the app itself: leaving, and what to do with a card that is open already."""

from __future__ import annotations

from typing import Final

from guide.tui import strings
from guide.tui.modals.dialog import NO_VALUE, Dialog
from guide.tui.text import GAP, Line, plain
from guide.tui.widgets.answers import Choice

HOME: Final = "hjem"
QUIT: Final = "avslutt"
OLD: Final = "fortsett"
NEW: Final = "nytt"


class LeaveModal(Dialog):
    """Nothing is saved: stay, home (the card stays open), or quit. `apart`: not home, but to what stands below."""

    def __init__(self, home: bool, apart: bool = False) -> None:
        choices = [Choice(NO_VALUE, strings.LEAVE_STAY)]
        choices += [Choice(HOME, strings.LEAVE_APART if apart else strings.LEAVE_HOME)] if home else []
        title, told = strings.LEAVE_TITLE, strings.LEAVE_HELP
        if apart:
            title, told = strings.LEAVE_APART_TITLE, strings.LEAVE_APART_HELP
        super().__init__(title, (GAP, Line(plain(told)), GAP), [*choices, Choice(QUIT, strings.LEAVE_QUIT)])


class ReplaceModal(Dialog):
    """A card is open already: on with it, or a new one."""

    def __init__(self, card: str) -> None:
        lines = (GAP, Line(plain(strings.HOME_HELD.format(card=card))), GAP)
        choices = [Choice(OLD, strings.REPLACE_OLD), Choice(NEW, strings.REPLACE_NEW)]
        super().__init__(strings.REPLACE_TITLE, lines, choices)


class OngoingModal(Dialog):
    """A card is open that is not saved, and there are saved cases: which of them?"""

    def __init__(self, card: str) -> None:
        lines = (GAP, Line(plain(strings.HOME_HELD.format(card=card))), GAP)
        choices = [Choice(OLD, strings.REPLACE_OLD), Choice(NEW, strings.ONGOING_CASES)]
        super().__init__(strings.REPLACE_TITLE, lines, choices)
