"""Something to note: dates, a few words, a role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from guide.core.clock import weekday_date
from guide.core.text import clean
from guide.service import words
from guide.service.views import FieldView, RecordView
from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.text import GAP, Line, plain
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose

LONGEST = 2000
_DATE = re.compile(r"(\d{1,2})[. /-]+(\d{1,2})(?:[. /-]+(\d{4}|\d{2}))?\.?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_PHONE = re.compile(r"(\+47 ?)?[0-9]( ?[0-9]){7}|[0-9]( ?[0-9]){2,5}")
PHONE = "phone"
"""A kind of field that only the app itself asks for: numbers that the plan doesn't have."""


def read_date(text: str, today: date) -> str:
    """«23.11.2026», «23.11» (this year), «23/11-26» or ISO as ISO text; empty stays empty. Raises ValueError."""
    text = text.strip()
    if not text:
        return ""
    if found := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := _DATE.fullmatch(text):
        day, month = int(found[1]), int(found[2])
        year = int(found[3]) if found[3] else today.year
        year += 2000 if year < 100 else 0
    else:
        raise ValueError(text)
    return date(year, month, day).isoformat()


def write_date(iso: str) -> str:
    """ISO text as «23.11.2026», as it stands where it is none."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day:%d.%m.%Y}"


TAKES = {"date": frozenset("0123456789.-/ "), PHONE: frozenset("0123456789+ ")}
"""The signs that a kind of field takes; the rest do nothing there. Texts take all."""


class Entry(Input):
    """A field. The key for danger works in it too: a `!` in a note is kept, and the numbers come up all the same."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.focus_next", show=False),
        Binding("up", "screen.focus_previous", show=False),
        Binding("escape", "leave", show=False),
    ]

    def __init__(self, kind: str, value: str, how: str) -> None:
        super().__init__(
            clean(value), placeholder=plain(how).plain, compact=True, max_length=LONGEST, select_on_focus=False
        )
        self.kind = kind

    def action_leave(self) -> None:
        """Out of the field, so that the letters are keys again."""
        pane = next((node for node in self.ancestors if isinstance(node, Pane)), None)
        self.screen.set_focus(pane)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "exclamation_mark":
            await self.run_action("app.emergency")
        takes = TAKES.get(self.kind)
        if event.is_printable and takes is not None and event.character not in takes:
            event.stop()  # a letter in a date is neither text nor a key: nothing typed is lost by it
            event.prevent_default()
        else:
            await super()._on_key(event)


class FieldRow(Vertical):
    """A field with its label and what it was understood as."""

    def __init__(self, field: FieldView, today: date) -> None:
        super().__init__()
        self.field, self.today = field, today

    def compose(self) -> ComposeResult:
        """Label, field, what it means."""
        hows = {"date": strings.DATE_HOW, "role": strings.ROLE_HOW, PHONE: strings.PHONE_HOW}
        how = hows.get(self.field.kind, strings.TEXT_HOW)
        value = write_date(self.field.value) if self.field.kind == "date" else self.field.value
        yield Static(plain(self.field.label))
        yield Entry(self.field.kind, value, how)
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
        below = strings.NUMBER_BAD if self.field.kind == PHONE else below
        self.query_one(".below", Static).update(plain(below, "$error"))

    def on_input_changed(self) -> None:
        """Says the day while it is typed."""
        self._say()

    def _say(self) -> None:
        below = self.field.help
        if self.field.kind == "date":
            try:
                iso = self.read()
            except ValueError:
                iso = ""
            below = weekday_date(date.fromisoformat(iso), self.today) if iso else self.field.help
        self.query_one(".below", Static).update(plain(below, "$text-muted"))


class RecordPane(Pane):
    """Shows a RecordView; posts Given with the fields. Enter in the last field goes on."""

    def __init__(self, shown: RecordView, today: date) -> None:
        super().__init__(id="record")
        self.shown, self.today = shown, today

    def compose(self) -> ComposeResult:
        """What to note, and the fields."""
        yield Prose(id="ask")
        yield Vertical(id="fields")

    async def on_mount(self) -> None:
        """Fills it."""
        await self.show(self.shown)

    async def show(self, shown: RecordView) -> None:
        """Shows this record instead."""
        self.shown = shown
        self.query_one("#ask", Prose).show(self._lines())
        fields = self.query_one("#fields", Vertical)
        await fields.remove_children()
        await fields.mount_all(FieldRow(field, self.today) for field in shown.fields)

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
        self.post_message(self.Given(noted))

    def _lines(self) -> Iterator[Line]:
        yield Line(plain(self.shown.text, "bold"))
        if self.shown.help:
            yield GAP
            yield Line(plain(self.shown.help, "$text-muted"))
        for deadline in self.shown.deadlines:
            if deadline.words != words.DUE_UNKNOWN:
                yield Line(plain(deadline.words), plain("●", "bold $primary"), 2)
