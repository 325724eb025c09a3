"""Everybody who can be rung, those who answer now first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.core.clock import clock_time, local
from guide.service.contact_words import book
from guide.service.guide import Guide
from guide.service.views import ContactView
from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, plain
from guide.tui.widgets.lines import contact_lines
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose

TICK_SECONDS = 20


class ContactRow(Prose):
    """One contact; `-at` is the one that is copied."""

    def __init__(self, contact: ContactView) -> None:
        super().__init__()
        self.contact = contact
        self.put(contact)

    def put(self, contact: ContactView) -> None:
        """Shows this contact."""
        self.contact = contact
        self.show(contact_lines(contact))


class ContactsPane(Pane):
    """The contacts; arrows move the mark. It looks at the clock again and again."""

    def __init__(self, guide: Guide) -> None:
        super().__init__(id="contacts")
        self.guide = guide
        self.at = 0

    def compose(self) -> Iterable[Widget]:
        """The hour and the rows."""
        yield Prose(id="hour")
        for contact in self._book():
            yield ContactRow(contact)

    def on_mount(self) -> None:
        """Fills it and starts the clock."""
        self._mark()
        self._tick()
        self.set_interval(TICK_SECONDS, self._tick)

    @property
    def rows(self) -> list[ContactRow]:
        """The rows, in their order."""
        return list(self.query(ContactRow))

    def hints(self) -> Sequence[Key]:
        """Move, copy."""
        return (keys.ARROWS, keys.COPY)

    def action_up(self) -> None:
        """The mark up."""
        self._go(self.at - 1)

    def action_down(self) -> None:
        """The mark down."""
        self._go(self.at + 1)

    def on_click(self, event: events.Click) -> None:
        """The mark to the contact that was clicked."""
        if isinstance(event.widget, ContactRow):
            self._go(self.rows.index(event.widget))

    def _go(self, to: int) -> None:
        rows = self.rows
        if 0 <= to < len(rows):
            self.at = to
            self._mark()
            rows[to].scroll_visible(animate=False)
        else:
            self.scroll_relative(y=-4 if to < 0 else 4, animate=False)

    def _mark(self) -> None:
        for index, row in enumerate(self.rows):
            row.set_class(index == self.at, "-at")

    def _tick(self) -> None:
        now = plain(strings.CONTACTS_AT.format(time=clock_time(self.guide.now())), "$text-muted")
        self.query_one("#hour", Prose).show([Line(now), GAP])
        for row, contact in zip(self.rows, self._book(), strict=False):
            if row.contact != contact:
                row.put(contact)

    def _book(self) -> list[ContactView]:
        """Each line once: a number typed in for two roles of the same person stands once."""
        once: dict[tuple[str, str], ContactView] = {}
        for contact in book(self.guide, local(self.guide.now())):
            once.setdefault((contact.line.name, contact.number or contact.line.service), contact)
        return list(once.values())


class ContactsScreen(Page):
    """All contacts."""

    heading = strings.CONTACTS_TITLE
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self.guide = guide

    def body(self) -> Iterable[Widget]:
        """The contacts."""
        return (ContactsPane(self.guide),)

    def hints(self) -> Sequence[Key]:
        """Those of the pane, and back."""
        return (keys.ARROWS, keys.COPY, keys.BACK, keys.HIDE, keys.HELP)

    def number(self) -> str:
        """The number of the contact that is marked."""
        pane = self.query_one(ContactsPane)
        return pane.rows[pane.at].contact.number if pane.rows else ""

    def action_contacts(self) -> None:
        """They are here already."""
