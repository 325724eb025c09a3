"""A note for oneself. It is kept as it is typed, so that neither Escape nor an alarm loses it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.widget import Widget
from textual.widgets import Input

from guide.core.text import clean
from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.memo import Memo
from guide.tui.modals.dialog import Dialog
from guide.tui.text import GAP, Line, plain
from guide.tui.widgets.entry import TEXT, Entry
from guide.tui.widgets.prose import Prose


class NoteEntry(Entry):
    """Escape and Enter close the note."""

    def action_leave(self) -> None:
        """Closes; what was typed is kept already."""
        if isinstance(self.screen, NoteModal):
            self.screen.action_close()


class NoteModal(Dialog):
    """One field. It says whether the note is saved, and that no name belongs there."""

    def __init__(self, memo: Memo, in_case: bool = False) -> None:
        told = strings.NOTE_HELP_CASE if in_case else strings.NOTE_HELP
        super().__init__(strings.NOTE_TITLE, (GAP, Line(plain(told, "$text-muted")), GAP))
        self.memo = memo

    def more(self) -> Iterable[Widget]:
        """The field."""
        yield NoteEntry(TEXT, self.memo.note, strings.NOTE_HOW)
        yield Prose(id="below")

    def hints(self) -> Sequence[Key]:
        """Out."""
        return (keys.KEEP, keys.ESCAPE)

    def take_keys(self) -> None:
        """The field has the keys."""
        self.query_one(NoteEntry).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keeps it."""
        self.memo.note = clean(event.value).strip()

    def on_input_submitted(self) -> None:
        """Done."""
        self.action_close()

    def on_entry_shortened(self) -> None:
        """Says that not all fitted."""
        self.query_one("#below", Prose).show([GAP, Line(plain(strings.TOO_LONG, "$error"))])
