"""One contact: each field in a line, chosen to be changed; and what is done when its number is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from textual.widget import Widget

from guide.core.clock import clock_time, local, weekday_date
from guide.service.editing.contacts import ContactRow, contact_rows, remove_contact
from guide.service.editing.folder import ChangedOutsideError, EditError, SaveError
from guide.service.editing.forms import Field, Form, contact_form
from guide.service.editing.overview import BadNumberError, number_of, put_number
from guide.service.editing.point_edits import BadValueError, field_of, put_field
from guide.store.flags import Flag
from guide.tui import keys
from guide.tui.editing import contact_texts as words
from guide.tui.editing import texts
from guide.tui.editing.asking import asked, meant_of, typed_of
from guide.tui.editing.contact_page import RUNG, ContactPage
from guide.tui.keys import Key
from guide.tui.modals.dialog import Dialog
from guide.tui.text import GAP, Line, bullets, plain, title_of
from guide.tui.widgets.answers import NEVER, AnswerList, Choice
from guide.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from guide.tui.editing.contacts import EditContactsScreen

SHOWN: Final = ("phone", "hours", "name", "service", "ages", "web", "note", "source", "confidence")
"""The fields in the order in which they are most often changed. The id stays, and the day of the check has a key."""
CONFIRM, WITHDRAW, REMOVE = "#ringt", "#trekk", "#bort"


class EditContactScreen(ContactPage):
    """The contact at `index` of the file that the list `below` has open; what it edits, the list edits, too."""

    def __init__(self, below: EditContactsScreen, index: int, note: str = "") -> None:
        super().__init__(below.root, below.file, below.now, below.editing)
        self.below, self.index, self.note = below, index, note
        self._away = False

    def body(self) -> Iterable[Widget]:
        """The fields, then what else can be done."""
        return (Pane(AnswerList(self._choices(), above=self._above(), airy=NEVER)),)

    def hints(self) -> Sequence[Key]:
        """Change, rung, or back."""
        return (keys.ANSWER, keys.OPEN, RUNG, keys.BACK, keys.HELP)

    def on_mount(self) -> None:
        """What there is to say of it at first."""
        if self.note:
            self.call_after_refresh(self.say, self.note)

    def on_screen_suspend(self) -> None:
        """The hours are opened over it."""
        self._away = True

    def on_screen_resume(self) -> None:
        """They may be others now."""
        if self._away:
            self._redraw()

    def marked(self) -> ContactRow | None:
        """This contact."""
        try:
            return next((row for row in contact_rows(self.editing, self.file) if row.index == self.index), None)
        except EditError:
            return None

    def refill(self, note: str) -> None:
        """The contact as the file is now. The list edits what this screen edits."""
        self.below.editing = self.editing
        self._redraw()
        self.say(note)

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Changes a field, or does what was chosen."""
        event.stop()
        row = self.marked()
        if row is None:
            self.say(texts.CHANGED)
        elif event.value == CONFIRM:
            self.confirm(row)
        elif event.value == WITHDRAW:
            self.run_worker(self.take_out(row), exclusive=True)
        elif event.value == REMOVE:
            self.run_worker(self._remove(row), exclusive=True)
        elif event.value == "hours":
            from guide.tui.editing.hours import HoursScreen

            self.app.push_screen(HoursScreen(self, row))
        else:
            self.run_worker(self._change(event.value, row), exclusive=True)

    async def _change(self, key: str, row: ContactRow) -> None:
        """Asks for the new value of a field until the file takes it, or the user gives up."""
        field = field_of(contact_form(self.editing, self.file, self.index), key)
        value, error = ([] if key == "phone" else typed_of(field)), ""  # a number is typed anew, as it is rung anew
        while True:
            given = await asked(self.app, field, row, value, error)
            if given is None:
                return
            try:
                if key == "phone":
                    put_number(self.editing, self.file, self.index, given[0] if given else "")
                else:
                    put_field(self.editing, self.file, self.index, key, meant_of(field, given))
            except (BadNumberError, BadValueError) as wrong:
                value, error = given, str(wrong) or texts.NOT_A_NUMBER
                continue
            except (EditError, SaveError) as wrong:
                self.refill(texts.CHANGED if isinstance(wrong, ChangedOutsideError) else str(wrong))
                return
            self.refill(texts.SAVED if key == "phone" else words.SAVED)
            return

    async def _remove(self, row: ContactRow) -> None:
        """Takes the contact out of the draft, after a question."""
        lines = (GAP, Line(plain(words.REMOVE_NOTE)), GAP)
        choices = [Choice("", words.REMOVE_NO), Choice(REMOVE, words.REMOVE_YES)]
        if await self.app.push_screen_wait(Dialog(words.REMOVE_SURE.format(name=row.name), lines, choices)) != REMOVE:
            return
        try:
            remove_contact(self.editing, self.file, row.index)
        except EditError as error:
            self.say(str(error))
            return
        if self.saved():
            self.dismiss()
            if self.below.is_mounted:
                self.below.call_after_refresh(self.below.refill, words.REMOVED.format(name=row.name))

    def _redraw(self) -> None:
        answers = self.query_one(AnswerList)
        choices = self._choices()
        answers.show(choices, min(answers.at, max(len(choices) - 1, 0)), self._above())

    def _form(self) -> Form | None:
        try:
            return contact_form(self.editing, self.file, self.index)
        except EditError:
            return None

    def _above(self) -> Sequence[Line]:
        row = self.marked()
        if row is None:
            return (Line(plain(texts.CHANGED, "$error")),)
        checked = words.CHECKED.format(date=row.checked) if row.checked else words.NOT_CHECKED
        told = [line for flag in row.flags for line in (Line(plain(flag_words(flag), "bold $warning")),)]
        told += bullets(words.FLAGGED_DO) if row.flags else ()
        return (Line(title_of(row.name or row.service)), Line(plain(checked, "$text-muted")), *told, GAP)

    def _choices(self) -> list[Choice]:
        form, row = self._form(), self.marked()
        if form is None or row is None:
            return []
        found = [Choice(key, field_of(form, key).label, shown(field_of(form, key))) for key in SHOWN]
        if number_of(row):
            found.append(Choice(CONFIRM, words.ACTIONS_RUNG, words.ACTIONS_RUNG_NOTE))
            found.append(Choice(WITHDRAW, words.WITHDRAW, words.WITHDRAW_NOTE))
        else:
            found.append(Choice(CONFIRM, words.ACTIONS_LOOKED, words.ACTIONS_LOOKED_NOTE))
        return [*found, Choice(REMOVE, words.REMOVE, words.REMOVE_NOTE)]


def shown(field: Field) -> str:
    """What stands in a field, in words; several under one another."""
    titles = {option.value: option.title for option in field.options}
    values = field.value if isinstance(field.value, list) else [field.value] if field.value else []
    texts_of = [titles.get(str(value), str(value)) for value in values if value != "missing"]
    if field.key == "phone" and not texts_of:
        return texts.NO_NUMBER
    return "\n".join(texts_of) or words.NOTHING


def flag_words(flag: Flag) -> str:
    """What staff said of a number, and when."""
    at = local(datetime.fromisoformat(flag.at))
    when = f"{weekday_date(at.date())} kl. {clock_time(at)}"
    return words.FLAGGED.format(when=when, why=words.WHY.get(flag.why, flag.why), phone=flag.phone)
