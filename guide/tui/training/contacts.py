"""The contacts at an exercise's hour: to be read, and never to be rung from."""

from __future__ import annotations

from collections.abc import Sequence

from guide.service.guide import Guide
from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.screens.contacts import ContactsScreen
from guide.tui.training.page import TrainingPage
from guide.tui.widgets.entry import Entry


class TrainingContactsScreen(TrainingPage, ContactsScreen):
    """The same list, with another hour and no number to copy."""

    heading = strings.CONTACTS_TITLE

    def __init__(self, guide: Guide, clock: str) -> None:
        super().__init__(guide)
        self.clock = clock

    def hints(self) -> Sequence[Key]:
        """Those of the field, or back."""
        return (keys.TO_LIST, keys.ALL_AGAIN) if isinstance(self.focused, Entry) else (keys.BACK, keys.HELP)
