"""The fields of a form: texts that grow while one types, and rows that open a choice. Findings stand above each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea

from guide.core.findings import ERROR, Finding
from guide.core.text import clean
from guide.service.editing.slots import Slot
from guide.tui.editing import card_texts as texts
from guide.tui.rows import Rows
from guide.tui.text import Line, joined, plain, rows_of
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.printed import Printed


class TextBox(TextArea):
    """A text, or one text a line. Arrows lead out of it at its ends; Escape leaves it; `!` brings the numbers too."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, slot: Slot) -> None:
        text = "\n".join(slot.value) if slot.kind == "lines" else str(slot.value)
        super().__init__(clean(text), compact=True, highlight_cursor_line=False)
        self.slot = slot
        self.begun = self.text

    @property
    def value(self) -> str | tuple[str, ...]:
        """What is filled in."""
        return tuple(self.text.split("\n")) if self.slot.kind == "lines" else self.text

    def on_mount(self) -> None:
        """The cursor stands after what is written, as in any field."""
        self.move_cursor(self.document.end)

    def action_leave(self) -> None:
        """Out of the field, so that the letters are keys again."""
        pane = next((node for node in self.ancestors if isinstance(node, Pane)), None)
        self.screen.set_focus(pane)

    def action_cursor_up(self, select: bool = False) -> None:
        """A row up, or to the field above."""
        if not select and self.wrapped_document.location_to_offset(self.cursor_location).y == 0:
            self.screen.focus_previous()
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """A row down, or to the field below."""
        at = self.wrapped_document.location_to_offset(self.cursor_location).y
        if not select and at >= self.wrapped_document.height - 1:
            self.screen.focus_next()
        else:
            super().action_cursor_down(select)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "exclamation_mark":
            await self.run_action("app.emergency")
        if event.key == "enter" and self.slot.kind == "text":
            event.stop()
            event.prevent_default()
            self.screen.focus_next()
            return
        await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        text = clean(event.text)
        self.insert(text if self.slot.kind == "lines" else " ".join(text.split()))


class Told(Printed):
    """What a text field is called, and what is wrong with it."""

    def __init__(self, slot: Slot, found: Sequence[Finding] = ()) -> None:
        super().__init__()
        self.slot, self.found = slot, tuple(found)

    def tell(self, found: Sequence[Finding]) -> None:
        """Shows these findings instead."""
        if tuple(found) != self.found:
            self.found = tuple(found)
            self.again()

    def made(self, width: int) -> Rows:
        """Label, findings."""
        slot = self.slot
        label = texts.LINES_HOW.format(label=slot.label) if slot.kind == "lines" else slot.label
        return Rows(rows_of([Line(plain(label, "bold"), indent=2), *fault_lines(self.found)], width))


class PickBox(Printed, can_focus=True):
    """A row with what is chosen. Enter opens the choice."""

    class Opened(Message):
        """Enter, or a click."""

        def __init__(self, slot: Slot) -> None:
            super().__init__()
            self.slot = slot

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, slot: Slot, found: Sequence[Finding] = ()) -> None:
        # answers and what is done with them stand close together
        super().__init__(classes="close" if slot.kind == "act" or slot.steps else None)
        self.slot, self.found = slot, tuple(found)

    def show(self, slot: Slot) -> None:
        """Shows another value."""
        if slot != self.slot:
            self.slot = slot
            self.again()

    def tell(self, found: Sequence[Finding]) -> None:
        """Shows these findings instead."""
        if tuple(found) != self.found:
            self.found = tuple(found)
            self.again()

    def action_open(self) -> None:
        """Asks the form to open the choice."""
        self.post_message(self.Opened(self.slot))

    def on_click(self) -> None:
        """The same as Enter."""
        self.focus()
        self.action_open()

    def on_focus(self) -> None:
        """Marked."""
        self.again()

    def on_blur(self) -> None:
        """Not marked any more."""
        self.again()

    def stamp(self) -> bool:
        """Whether it has the keys."""
        return self.has_focus

    def made(self, width: int) -> Rows:
        """Label with value, findings."""
        lead = plain("›" if self.has_focus else " ", "bold $primary")
        return Rows(rows_of([*_value(self.slot, lead), *fault_lines(self.found)], width))


def fault_lines(found: Iterable[Finding]) -> list[Line]:
    """Findings below the label of their field."""
    lines = []
    for each in found:
        style = "$error" if each.severity == ERROR else "$warning"
        lines.append(Line(plain(f"{each.what} {each.mend}".strip(), style), plain("!", f"bold {style}"), 2))
    return lines


def _value(slot: Slot, mark: Content) -> list[Line]:
    titles = {option.value: option.title for option in slot.options}
    if slot.kind == "act":
        return [Line(plain(slot.label, "$primary"), mark, 2)]
    if slot.kind == "ticks":
        chosen = [Line(plain(titles.get(each, each)), plain("  –"), 4) for each in slot.value]
        none = [Line(plain(texts.NONE_CHOSEN, "$text-muted"), indent=4)]
        return [Line(plain(slot.label, "bold"), mark, 2), *(chosen or none)]
    if slot.kind == "flag":
        value = texts.YES if slot.value else texts.NO
    else:
        value = titles.get(slot.value, slot.value) or texts.NONE_CHOSEN
    if slot.steps:
        return [Line(plain(texts.LEADS_TO.format(label=slot.label, to=value)), mark, 2)]
    return [Line(joined([plain(slot.label, "bold"), plain(value)], "  "), mark, 2)]
