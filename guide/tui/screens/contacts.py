"""Everybody who can be rung, those who answer now first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.core.clock import clock_time, local
from guide.core.contact_lines import ContactLine
from guide.core.text import clean
from guide.service.contact_words import book, in_place_of
from guide.service.guide import Guide
from guide.service.views import ContactView
from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, plain
from guide.tui.widgets.chrome import KeyBar
from guide.tui.widgets.entry import TEXT, Entry
from guide.tui.widgets.lines import contact_lines
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose

TICK_SECONDS = 20


class ContactRow(Prose):
    """One contact; `-at` is the one that is copied."""

    def __init__(self) -> None:
        super().__init__()
        self.contact: ContactView | None = None

    def put(self, contact: ContactView) -> None:
        """Shows this contact, where it is another one."""
        if contact != self.contact:
            self.contact = contact
            self.show(contact_lines(contact))


class FilterEntry(Entry):
    """The field above the list: the list has the keys again after Enter, an arrow down or Escape, which empties it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down,enter", "to_list", show=False)]

    def action_to_list(self) -> None:
        """The list has the keys."""
        super().action_leave()

    def action_leave(self) -> None:
        """All of them again."""
        self.value = ""
        self.action_to_list()


class ContactsPane(Pane):
    """The contacts; arrows move the mark. It looks at the clock again and again, and sorts anew when one opens."""

    def __init__(self, guide: Guide) -> None:
        super().__init__(id="contacts")
        self.guide = guide
        self.at = 0

    def compose(self) -> Iterable[Widget]:
        """The hour, the field, and as many rows as there are contacts."""
        yield Prose(id="hour")
        yield FilterEntry(TEXT, "", strings.CONTACTS_FILTER)
        yield Prose(id="none")
        yield from (ContactRow() for _ in self._book())

    def on_mount(self) -> None:
        """Fills it and starts the clock."""
        self.fill()
        self.set_interval(TICK_SECONDS, self.fill)

    @property
    def rows(self) -> list[ContactRow]:
        """The rows that show something, in their order."""
        return [row for row in self.query(ContactRow) if row.display]

    @property
    def marked(self) -> ContactView | None:
        """The one that the mark is at."""
        rows = self.rows
        return rows[self.at].contact if rows else None

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

    def on_input_changed(self, event: Entry.Changed) -> None:
        """Those that fit what is typed, the first one marked."""
        event.stop()
        self.at = 0
        self.fill()
        self.scroll_home(animate=False)

    def fill(self) -> None:
        """Everybody who fits, as the clock stands. The mark stays with whom it was at, wherever they stand now."""
        before = self.marked
        now = plain(strings.CONTACTS_AT.format(time=clock_time(self.guide.now())), "$text-muted")
        self.query_one("#hour", Prose).show([Line(now), GAP])
        found = self._fitting()
        rows = list(self.query(ContactRow))
        for at, row in enumerate(rows):
            row.display = at < len(found)
            if row.display:
                row.put(found[at])
        self.query_one("#none", Prose).show([GAP] if found else [GAP, Line(plain(strings.CONTACTS_NONE))])
        names = [contact.line for contact in found]
        same = [at for at, line in enumerate(names) if before and _who(line) == _who(before.line)]
        self.at = same[0] if same else min(self.at, max(len(found) - 1, 0))
        self._mark()

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

    def _fitting(self) -> list[ContactView]:
        wanted = clean(self.query_one(Entry).value).casefold().split()
        return [contact for contact in self._book() if all(self._has(contact, word) for word in wanted)]

    def _has(self, contact: ContactView, word: str) -> bool:
        """Whether a word stands in a contact's name, service or number, however the number is spaced.

        Who answers in place of the one that is looked for is found, too: its number may be the only one there is.
        """
        others = in_place_of(self.guide, contact.line.service)
        names = (contact.line.name, contact.title, *others)
        return any(word in name.casefold() for name in names) or word in re.sub(r"\s", "", contact.number)

    def _book(self) -> list[ContactView]:
        """Each line once: a number typed in for two roles of the same person stands once."""
        once: dict[tuple[str, str], ContactView] = {}
        for contact in book(self.guide, local(self.guide.now())):
            once.setdefault((contact.line.name, contact.number or contact.line.service), contact)
        return list(once.values())


def _who(line: ContactLine) -> tuple[str, str, str]:
    return line.service, line.name, line.phone


class ContactsScreen(Page):
    """All contacts."""

    heading = strings.CONTACTS_TITLE
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False), keys.FLAG.binding()]

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self.guide = guide

    def body(self) -> Iterable[Widget]:
        """The contacts."""
        return (ContactsPane(self.guide),)

    def hints(self) -> Sequence[Key]:
        """Those of the list, or of the field."""
        if isinstance(self.focused, Entry):
            return (keys.TO_LIST, keys.ALL_AGAIN)
        return (keys.SEARCH, keys.QR, keys.FLAG, keys.BACK, keys.HELP)

    def contact(self) -> ContactView | None:
        """The one that is marked."""
        return self.query_one(ContactsPane).marked

    def on_descendant_focus(self) -> None:
        """Other keys matter now."""
        self.query_one(KeyBar).show(self.hints())

    def action_search(self) -> None:
        """Here the field looks among the contacts."""
        self.query_one(FilterEntry).focus()

    def action_contacts(self) -> None:
        """They are here already."""

    def action_flag(self) -> None:
        """«Nummeret virker ikke»: one key, nothing to write. It stands in the admin's list till somebody has rung."""
        from guide.service.flagging import flag_number, point_of

        folder, marked = self.guide_app.folder, self.contact()
        if folder is None or marked is None or not marked.number:
            self.say(strings.NOTHING_TO_FLAG)
            return
        point = point_of(self.guide, marked.line)
        if point is None:
            self.say(strings.FLAG_OWN)
            return
        try:
            shared = flag_number(folder(), self.guide, point)
        except OSError:
            self.say(strings.NOT_FLAGGED)
            return
        self.say(strings.FLAGGED if shared else strings.FLAGGED_HERE)
