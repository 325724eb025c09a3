"""The contacts of a file: choose one to change it, «ringt og bekreftet i dag» in one key, a new one at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from textual.widget import Widget

from guide.service.editing.contacts import ContactRow, add_contact, services_told
from guide.service.editing.folder import EditError, Typed, drop, offered, take
from guide.service.editing.overview import number_of, rows_to_edit, title_of_contacts
from guide.tui import keys
from guide.tui.editing import contact_texts, texts
from guide.tui.editing.blanks import DONE, Blank, FormModal
from guide.tui.editing.contact_page import RUNG, ContactPage
from guide.tui.editing.picking import PickModal
from guide.tui.keys import Key
from guide.tui.modals.dialog import Dialog
from guide.tui.text import GAP, Line, plain, title_of
from guide.tui.widgets.answers import NEVER, AnswerList, Choice
from guide.tui.widgets.pane import Pane

NEW, NAME = "#ny", "navn"


class EditContactsScreen(ContactPage):
    """Everybody in the file but for the emergency numbers. `line`: a line of the file, whose contact is marked."""

    def __init__(self, root: Path, file: str, now: Callable[[], datetime], line: int = 0) -> None:
        super().__init__(root, file, now)
        self.line = line
        self.rows: tuple[ContactRow, ...] = ()
        self._away = False

    def body(self) -> Iterable[Widget]:
        """The rows, or why the file can't be edited here."""
        name = title_of_contacts(self.editing, self.file)
        above = [Line(title_of(texts.CONTACTS_HEAD.format(name=name))), Line(plain(texts.CONTACTS_ABOUT)), GAP]
        try:
            self.rows = rows_to_edit(self.editing, self.file)
        except (EditError, OSError) as error:
            above.append(Line(plain(str(error), "$error")))
        return (Pane(AnswerList(self._choices(), self._at_line(), above=above, airy=NEVER)),)

    def hints(self) -> Sequence[Key]:
        """Change, rung, or back."""
        return (keys.OPEN, RUNG, keys.BACK, keys.HELP)

    def on_mount(self) -> None:
        """Offers what was not saved the last time: a full disk, a folder that takes nothing, a crash."""
        lost = next((typed for typed in offered(self.editing) if typed.name == self.file), None)
        if lost and self.rows:
            choices = [Choice("ta", texts.LOST_TAKE), Choice("glem", texts.LOST_DROP)]
            lines = (GAP, Line(plain(texts.LOST_ABOUT)), GAP)
            self.app.push_screen(Dialog(texts.LOST_HEAD, lines, choices), lambda way: self._lost(lost, way or ""))

    def on_screen_suspend(self) -> None:
        """One contact is opened over it."""
        self._away = True

    def on_screen_resume(self) -> None:
        """It may be another now."""
        if self._away:
            self.refill("")

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Opens the contact, or makes a new one."""
        event.stop()
        if event.value == NEW:
            self.run_worker(self._new(), exclusive=True)
        else:
            self._open(int(event.value))

    def marked(self) -> ContactRow | None:
        """The row that is marked."""
        chosen = self.query_one(AnswerList).chosen
        return next((row for row in self.rows if chosen and str(row.index) == chosen.value), None)

    def refill(self, note: str) -> None:
        """The rows as the file is now."""
        try:
            self.rows = rows_to_edit(self.editing, self.file)
        except (EditError, OSError) as error:
            note = str(error)
        answers = self.query_one(AnswerList)
        choices = self._choices()
        answers.show(choices, min(answers.at, len(choices) - 1), answers.above)
        if note:
            self.say(note)

    def _open(self, index: int, note: str = "") -> None:
        from guide.tui.editing.contact import EditContactScreen

        self.app.push_screen(EditContactScreen(self, index, note))

    async def _new(self) -> None:
        """Asks for the service and the name; the number comes on the contact's own screen."""
        services = services_told(self.editing, self.file)
        service = await self.app.push_screen_wait(PickModal(contact_texts.NEW_SERVICE, services))
        if not service:
            return
        blank = Blank(NAME, contact_texts.NEW_NAME, contact_texts.WHAT)
        modal = FormModal(contact_texts.NEW_HEAD, contact_texts.NEW_LINES, (blank,), _no_name)
        if await self.app.push_screen_wait(modal) != DONE:
            return
        try:
            index = add_contact(self.editing, self.file, service, modal.given[NAME])
        except EditError as error:
            self.say(str(error))
            return
        if self.saved():
            self.refill("")
            self._open(index, contact_texts.NEW_DONE)

    def _lost(self, lost: Typed, way: str) -> None:
        """Escape decides nothing: it is offered again. In a file that is another by now it is not saved over it."""
        if way == "glem":
            drop(self.editing, lost)
        elif way == "ta" and not take(self.editing, lost):
            self.editing.undo(self.file)
            self.say(texts.LOST_OTHER)
        elif way == "ta" and self.saved():
            self.refill(texts.LOST_SAVED)

    def _at_line(self) -> int:
        """The row whose contact the line is in."""
        if not self.line:
            return 0
        from guide.service.editing.overview import index_at

        wanted = index_at(self.editing, self.file, self.line)
        return next((at for at, row in enumerate(self.rows) if row.index == wanted), 0)

    def _choices(self) -> list[Choice]:
        found = [Choice(str(row.index), row.name or row.service, about(row)) for row in self.rows]
        new = Choice(NEW, contact_texts.NEW, contact_texts.NEW_NOTE, key="n")
        return [*found, new] if self.rows or not self.is_mounted else [new]


def about(row: ContactRow) -> str:
    """A contact in one line."""
    words = texts.ROW_FLAGGED if row.flags else texts.ROW
    return words.format(
        phone=number_of(row) or texts.NO_NUMBER,
        hours=row.hours or texts.NO_HOURS,
        checked=texts.CHECKED.format(date=row.checked) if row.checked else texts.NOT_CHECKED,
        count=len(row.flags),
    )


def _no_name(given: Mapping[str, str]) -> str:
    return "" if given[NAME] else contact_texts.NO_NAME
