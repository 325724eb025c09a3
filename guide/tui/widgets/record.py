"""Something to note: dates, a few words, a role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from guide.core.clock import weekday_date
from guide.core.text import clean
from guide.service import words
from guide.service.dates import read_date, write_date
from guide.service.views import FieldView, RecordView
from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.memo import Draft
from guide.tui.text import GAP, Line, joined, plain
from guide.tui.widgets.entry import PHONE, Entry
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose

_PHONE = re.compile(r"(\+47 ?)?[0-9]( ?[0-9]){7}|[0-9]( ?[0-9]){2,5}")


class FieldRow(Vertical):
    """A field with its label and what it was understood as."""

    def __init__(self, field: FieldView, today: date, typed: str | None = None) -> None:
        super().__init__()
        self.field, self.today = field, today
        value = write_date(field.value) if field.kind == "date" else field.value
        self.begun = clean(value if typed is None else typed)

    def compose(self) -> ComposeResult:
        """Label, field, what it means."""
        hows = {"date": strings.DATE_HOW, "role": strings.ROLE_HOW, PHONE: strings.PHONE_HOW}
        how = hows.get(self.field.kind, strings.TEXT_HOW)
        yield Static(plain(self.field.label))
        yield Entry(self.field.kind, self.begun, how)
        yield Static(plain(self.field.help, "$text-muted"), classes="below")

    def on_mount(self) -> None:
        """Says the day of the date that stands there."""
        self._say()

    def read(self) -> str:
        """What is noted. Raises ValueError where it is not a date or a number that should be one."""
        text = clean(self.query_one(Input).value).strip()
        if self.field.kind == PHONE and text and not _PHONE.fullmatch(text):
            raise ValueError(text)
        return read_date(text, self.today) if self.field.kind == "date" else text

    def refuse(self) -> None:
        """Says how it is written."""
        below = strings.DATE_BAD.format(example=f"{self.today:%d.%m.%Y}")
        self._below(plain(strings.NUMBER_BAD if self.field.kind == PHONE else below, "$error"))

    def on_input_changed(self) -> None:
        """Says the day while it is typed."""
        self._say()

    def on_entry_shortened(self, event: Entry.Shortened) -> None:
        """Says that not all fitted."""
        event.stop()
        self.call_after_refresh(self._below, plain(strings.TOO_LONG, "$error"))

    def _say(self) -> None:
        iso = ""
        if self.field.kind == "date":
            with suppress(ValueError):
                iso = self.read()
        self._below(plain(weekday_date(date.fromisoformat(iso), self.today) if iso else "", "$text-muted"))

    def _below(self, said: Content) -> None:
        """What is said of the value, and the help, which stays."""
        self.query_one(".below", Static).update(joined([said, plain(self.field.help, "$text-muted")], "\n"))


class RecordPane(Pane):
    """Shows a RecordView; posts Given with the fields. Enter in the last field goes on.

    `typed` is what stood in the fields when one left them without going on.
    """

    def __init__(self, shown: RecordView, today: date, typed: Draft | None = None) -> None:
        super().__init__(id="record")
        self.shown, self.today = shown, today
        self.stop_id = shown.node
        self.typed = typed if isinstance(typed, dict) else {}

    def compose(self) -> ComposeResult:
        """What to note, and the fields."""
        yield Prose(id="ask")
        yield Vertical(id="fields")

    async def on_mount(self) -> None:
        """Fills it."""
        self.query_one("#ask", Prose).show(self._lines())
        rows = (FieldRow(field, self.today, self.typed.get(field.id)) for field in self.shown.fields)
        await self.query_one("#fields", Vertical).mount_all(rows)

    def draft(self) -> Draft | None:
        """The fields as they stand, where something in them was changed."""
        rows = list(self.query(FieldRow))
        changed = any(row.query_one(Input).value != row.begun for row in rows)
        return {row.field.id: row.query_one(Input).value for row in rows} if changed else None

    def labels(self) -> dict[str, str]:
        """All but the dates."""
        return {field.id: field.label for field in self.shown.fields if field.kind != "date"}

    @property
    def typing(self) -> bool:
        """Whether a field has the keys."""
        return isinstance(self.screen.focused, Input)

    def hints(self) -> Sequence[Key]:
        """Fields and on."""
        return (keys.ENTER, keys.NEXT_FIELD, keys.LEAVE_FIELD) if self.typing else (keys.ENTER, keys.NEXT_FIELD)

    def start(self) -> None:
        """The first field takes the focus."""
        self.scroll_home(animate=False)
        first = next(iter(self.query(Input)), None)
        if first:
            first.focus(scroll_visible=False)
        else:
            self.focus(scroll_visible=False)

    def on_descendant_focus(self) -> None:
        """A field was entered or left."""
        self.post_message(self.Changed())

    def on_focus(self) -> None:
        """The fields were left."""
        self.post_message(self.Changed())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The next field, or on."""
        event.stop()
        inputs = list(self.query(Input))
        at = inputs.index(event.input)
        if at + 1 < len(inputs):
            inputs[at + 1].focus()
        else:
            self.action_enter()

    def action_enter(self) -> None:
        """Goes on, unless a date can't be read."""
        noted: dict[str, str] = {}
        for row in self.query(FieldRow):
            try:
                noted[row.field.id] = row.read()
            except ValueError:
                row.refuse()
                row.query_one(Input).focus()
                return
        self.give(noted)

    def _lines(self) -> Iterator[Line]:
        yield Line(plain(self.shown.text, "bold"))
        if self.shown.help:
            yield GAP
            yield Line(plain(self.shown.help, "$text-muted"))
        for deadline in self.shown.deadlines:
            if deadline.words != words.DUE_UNKNOWN:
                yield Line(plain(deadline.words), plain("●", "bold $primary"), 2)
