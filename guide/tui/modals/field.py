"""One field over what is there: a passphrase, a reference. Enter gives it, Escape gives nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.actions import SkipAction
from textual.widget import Widget
from textual.widgets import Input

from guide.tui import keys
from guide.tui.keys import Key
from guide.tui.modals.dialog import NO_VALUE, Dialog
from guide.tui.text import GAP, Line, plain
from guide.tui.widgets.entry import TEXT, Entry


class FieldEntry(Entry):
    """Escape closes the modal with nothing. What is shown as dots is not copied, either."""

    def action_leave(self) -> None:
        """Out, without a value."""
        if isinstance(self.screen, FieldModal):
            self.screen.action_close()

    def action_copy(self) -> None:
        """Nothing of a secret reaches the clipboard, which other programs read: the key leaves instead."""
        if self.password:
            raise SkipAction
        super().action_copy()

    def action_cut(self) -> None:
        """As copying."""
        if not self.password:
            super().action_cut()


class FieldModal(Dialog):
    """`lines` tell what the field is for, `error` what was wrong last. `secret`: what is typed is shown as dots."""

    def __init__(
        self, title: str, lines: Iterable[str], how: str, *, value: str = "", secret: bool = False, error: str = ""
    ) -> None:
        told = [part for text in lines for part in (GAP, Line(plain(text)))]
        wrong = [GAP, Line(plain(error, "$error"))] if error else []
        super().__init__(title, (*told, *wrong, GAP))
        self.entry = FieldEntry(TEXT, value, how)
        self.entry.password = secret

    def more(self) -> Iterable[Widget]:
        """The field."""
        yield self.entry

    def hints(self) -> Sequence[Key]:
        """Give it, or out."""
        return (keys.ENTER, keys.ESCAPE)

    def take_keys(self) -> None:
        """The field has the keys."""
        self.entry.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Closes with what was typed; an empty field stays."""
        event.stop()
        if event.value.strip():
            self.dismiss(event.value)

    def action_close(self) -> None:
        """Closes without a value."""
        self.dismiss(NO_VALUE)
