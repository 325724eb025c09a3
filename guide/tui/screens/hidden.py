"""A neutral screen over everything."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from guide.tui import strings
from guide.tui.text import plain


class HiddenScreen(Screen[None]):
    """Says nothing of what is below it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("h,f12,escape,enter,space", "dismiss", show=False)]

    def compose(self) -> ComposeResult:
        """One line."""
        yield Static(plain(strings.HIDDEN, "$text-muted"))
