"""A few fields over what is there. What is wrong is said below them, and nothing typed is lost by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from textual.widget import Widget
from textual.widgets import Input

from guide.core.record import record
from guide.core.text import clean
from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.modals.dialog import Dialog
from guide.tui.text import GAP, Line, plain
from guide.tui.widgets.entry import TEXT, Entry
from guide.tui.widgets.prose import Prose

DONE: Final = "ferdig"
Check = Callable[[Mapping[str, str]], str]
"""What is wrong with what was typed, in one sentence or more; empty where nothing is."""


@record
class Blank:
    """One field to fill in: `label` stands above it, `how` in it while it is empty."""

    id: str
    label: str
    how: str
    value: str = ""


class FormEntry(Entry):
    """Escape closes the modal around it."""

    def __init__(self, blank: Blank) -> None:
        super().__init__(TEXT, blank.value, blank.how)
        self.blank = blank

    def action_leave(self) -> None:
        """Closes without a value."""
        if isinstance(self.screen, FormModal):
            self.screen.action_close()


class FormModal(Dialog):
    """Dismissed with DONE once `check` finds nothing wrong; what was typed is in `given` either way."""

    def __init__(
        self, title: str, lines: Iterable[str], blanks: Sequence[Blank], check: Check, error: str = ""
    ) -> None:
        super().__init__(title, [part for text in lines for part in (GAP, Line(plain(text)))])
        self.blanks, self.check, self.error = tuple(blanks), check, error
        self.given: dict[str, str] = {}
        """What stood in the fields when it was closed, or the last one left, each on one line."""

    def more(self) -> Iterable[Widget]:
        """The fields, each below its label."""
        for blank in self.blanks:
            yield Prose([GAP, Line(plain(blank.label, "bold"))])
            yield FormEntry(blank)
        yield Prose(self._wrong(self.error), id="below")

    def hints(self) -> Sequence[Key]:
        """On, another field, out."""
        field = (keys.NEXT_FIELD,) if len(self.blanks) > 1 else ()
        return (keys.ENTER if field else keys.KEEP, *field, keys.ESCAPE)

    def take_keys(self) -> None:
        """The first field that is empty has the keys, else the first."""
        entries = list(self.query(FormEntry))
        next((entry for entry in entries if not entry.value), entries[0]).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The next field, or done."""
        event.stop()
        entries = list(self.query(FormEntry))
        at = next((i for i, entry in enumerate(entries) if entry is event.input), 0)
        if at + 1 < len(entries):
            entries[at + 1].focus()
            return
        self._take()
        wrong = self.check(self.given)
        if wrong:
            self.query_one("#below", Prose).show(self._wrong(wrong))
            self.query_one("#below").scroll_visible(animate=False)
        else:
            self.dismiss(DONE)

    def on_entry_shortened(self) -> None:
        """Says that not all fitted."""
        self.query_one("#below", Prose).show(self._wrong(strings.TOO_LONG))

    def action_close(self) -> None:
        """Closes; what was typed so far is there the next time."""
        self._take()
        super().action_close()

    def _take(self) -> None:
        self.given = {entry.blank.id: " ".join(clean(entry.value).split()) for entry in self.query(FormEntry)}

    def _wrong(self, error: str) -> list[Line]:
        return [GAP, *(Line(plain(row, "$error")) for row in error.splitlines())] if error else []
