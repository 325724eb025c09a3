"""One number, large and alone, with the code that a phone can read where there is room for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.widgets import Static

from guide.service.views import ContactView
from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.modals.dialog import Dialog
from guide.tui.qr import qr_text
from guide.tui.text import GAP, Line, plain
from guide.tui.widgets.chrome import EmergencyLine, KeyBar, TooSmall
from guide.tui.widgets.lines import name_of, state_line
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose

LEAST = (58, 20)
"""Columns and rows from which the code fits beside the number."""


class NumberModal(Dialog):
    """`c` copies the number. A number is Static, so that it can be marked with the mouse."""

    BINDINGS: ClassVar[list[BindingType]] = [keys.COPY.binding(), Binding("x,enter", "close", show=False)]

    def __init__(self, contact: ContactView) -> None:
        super().__init__(name_of(contact))
        self.contact = contact

    def compose(self) -> ComposeResult:
        """The code, and beside it whose number it is."""
        with Pane(id="dialog"), Horizontal(id="ring-up"):
            yield Static(plain(qr_text(self.contact.number)), id="qr")
            with Vertical(id="ring-words"):
                yield Prose([Line(plain(name_of(self.contact), "bold"))])
                yield Static(plain(self.contact.number), id="large-number")
                yield Prose(id="how")
        yield EmergencyLine()
        yield KeyBar(self.hints())
        yield TooSmall()

    def hints(self) -> Sequence[Key]:
        """Copy, out."""
        return (keys.COPY, keys.ESCAPE)

    def on_mount(self) -> None:
        """At the size that the window has."""
        self.fit(self.app.size)

    def on_resize(self, event: events.Resize) -> None:
        """Another size."""
        self.fit(event.size)

    def fit(self, size: Size) -> None:
        """The code where there is room; where there is none, says so."""
        width, height = size
        fits = width >= LEAST[0] and height >= LEAST[1]
        self.query_one("#qr").display = fits
        self._say(strings.NUMBER_HOW if fits else strings.NUMBER_NO_ROOM)

    def action_copy(self) -> None:
        """Copies the number."""
        self.app.copy_to_clipboard(self.contact.number)
        self._say(strings.COPIED.format(number=self.contact.number), "bold $success")

    def _say(self, text: str, style: str = "$text-muted") -> None:
        self.query_one("#how", Prose).show([state_line(self.contact), GAP, Line(plain(text, style))])
