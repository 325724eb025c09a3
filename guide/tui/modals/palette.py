"""Everything that can be done, in one list that narrows while one types. The keys declare what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.modals.dialog import Dialog
from guide.tui.widgets.answers import Choice
from guide.tui.widgets.chrome import EmergencyLine, KeyBar, TooSmall
from guide.tui.widgets.entry import Finder

NO_KEY = "·"


class PaletteModal(Dialog):
    """Dismissed with the action that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f2,ctrl+p", "close", show=False)]

    def __init__(self, actions: Sequence[Key]) -> None:
        super().__init__(strings.PALETTE_TITLE)
        self.actions = tuple(actions)

    def compose(self) -> ComposeResult:
        """The field and the list."""
        yield Finder(strings.PALETTE_TITLE, strings.PALETTE_HOW, strings.PALETTE_NONE, self._find, id="dialog")
        yield EmergencyLine()
        yield KeyBar((keys.ARROWS, keys.OPEN, keys.ESCAPE))
        yield TooSmall()

    def on_finder_left(self) -> None:
        """Escape in the empty field."""
        self.action_close()

    def _find(self, text: str) -> list[Choice]:
        wanted = text.casefold()
        return [
            Choice(key.action, key.long, key=key.shown or NO_KEY)
            for key in self.actions
            if wanted in key.long.casefold() or wanted in key.short.casefold() or wanted == key.shown.casefold()
        ]
