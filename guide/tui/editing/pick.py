"""One of many, found by typing: a service, a source. Nobody types an id."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from guide.service.editing.options import Option
from guide.tui import keys
from guide.tui.editing import contact_texts as texts
from guide.tui.modals.dialog import Dialog
from guide.tui.widgets.answers import Choice
from guide.tui.widgets.chrome import EmergencyLine, KeyBar, TooSmall
from guide.tui.widgets.entry import Finder


class PickModal(Dialog):
    """Dismissed with the value that was chosen. Those are listed first whose title begins with what is typed."""

    def __init__(self, title: str, options: Sequence[Option]) -> None:
        super().__init__(title)
        self.options = tuple(options)

    def compose(self) -> ComposeResult:
        """The field and the list."""
        yield Finder(self.heading, texts.PICK, texts.PICK_NONE, self._find, id="dialog")
        yield EmergencyLine()
        yield KeyBar((keys.ARROWS, keys.OPEN, keys.ESCAPE))
        yield TooSmall()

    def take_keys(self) -> None:
        """The field has the keys."""
        self.query_one(Finder).start()

    def on_finder_left(self) -> None:
        """Escape in the empty field."""
        self.action_close()

    def _find(self, text: str) -> list[Choice]:
        words = text.casefold().split()
        found = [option for option in self.options if all(w in option.title.casefold() for w in words)]
        found.sort(key=lambda option: not option.title.casefold().startswith(text.casefold()))
        return [
            Choice(option.value, option.title, option.value if option.value != option.title else "") for option in found
        ]
