"""How many they are, and how many hands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from textual.widget import Widget
from textual.widgets import Input

from guide.core.text import clean
from guide.service.training.room import AND, MOST_HANDS, Hands, Slide, read_hands
from guide.tui import keys
from guide.tui.keys import Key
from guide.tui.modals.dialog import NO_VALUE, Dialog
from guide.tui.text import GAP, Line, plain
from guide.tui.training import texts
from guide.tui.widgets.entry import AGE, PHONE, Entry
from guide.tui.widgets.prose import Prose

SKIPPED: Final = "-"


class NumberEntry(Entry):
    """Escape closes."""

    def action_leave(self) -> None:
        """Closes as it was."""
        if isinstance(self.screen, NumbersModal):
            self.screen.action_close()


class NumbersModal(Dialog):
    """A field for numbers."""

    kind = AGE

    def more(self) -> Iterable[Widget]:
        """The field."""
        yield NumberEntry(self.kind, "", "")
        yield Prose(id="below")

    def hints(self) -> Sequence[Key]:
        """Done, out."""
        return (keys.KEEP, keys.ESCAPE)

    def take_keys(self) -> None:
        """The field has the keys."""
        self.query_one(NumberEntry).focus()

    def refuse(self, why: str) -> None:
        """Says what is wrong."""
        self.query_one("#below", Prose).show([GAP, Line(plain(why, "$error"))])


class SizeModal(NumbersModal):
    """How many they are. Dismissed with digits, or nothing for Escape."""

    def __init__(self) -> None:
        super().__init__(texts.ROOM_SIZE_TITLE, (GAP, Line(plain(texts.ROOM_SIZE)), GAP))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """A whole number."""
        event.stop()
        text = event.value.strip()
        if text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= MOST_HANDS:
            self.dismiss(text)
        else:
            self.refuse(texts.ROOM_SIZE_BAD)


class HandsModal(NumbersModal):
    """Hands for each choice. Dismissed with what was typed, SKIPPED for an empty field, nothing for Escape."""

    kind = PHONE

    def __init__(self, slide: Slide, size: int) -> None:
        lines = [GAP, Line(plain(texts.ROOM_HANDS)), Line(plain(texts.ROOM_SKIP, "$text-muted")), GAP]
        for number, choice in enumerate(slide.choices, 1):
            said = texts.ROOM_CHOICE.format(number=number, text=AND.join(choice.answer))
            lines.append(Line(plain(said)))
        super().__init__(texts.ROOM_HANDS_TITLE, [*lines, GAP])
        self.slide, self.group = slide, size

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Takes hands, or says how they are written."""
        event.stop()
        typed = clean(event.value).strip()
        count = len(self.slide.choices)
        if typed and read_hands(typed, count, self.group) is None:
            self.refuse(texts.ROOM_HANDS_BAD.format(count=count))
        else:
            self.dismiss(typed or SKIPPED)

    @staticmethod
    def taken(typed: str | None, slide: Slide, size: int) -> Hands | None:
        """What was dismissed, as hands: those of nobody for SKIPPED, None for Escape."""
        if typed in (None, NO_VALUE):
            return None
        return read_hands(typed or "", len(slide.choices), size) or Hands(())
