"""A screen with keys of its own: F1 tells them, F2 lets them be found by their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from guide.tui import keys
from guide.tui.editing import card_keys
from guide.tui.keys import Key
from guide.tui.screens.page import Page


class OwnKeys(Page):
    """The keys of a walk mean nothing here."""

    own_keys: ClassVar[Sequence[Key]] = ()
    """What F1 tells."""

    def action_palette(self) -> None:
        """The keys of this screen, to be found by their words; those of a walk mean nothing here."""
        from guide.tui.modals.palette import PaletteModal

        general = (keys.BACK, keys.EMERGENCY, keys.HIDE, keys.THEME, keys.HELP)
        own = [key for key in (*self.own_keys, *general) if key.action]
        self.app.push_screen(PaletteModal(own), self._do)

    def action_help(self) -> None:
        """The keys of this screen."""
        self.app.push_screen(card_keys.keys_dialog(self.own_keys))
