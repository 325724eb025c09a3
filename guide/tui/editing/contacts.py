"""The contacts of a file: a new number in one field, «ringt og bekreftet i dag» in one key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from guide.core.text import clean
from guide.service.editing.contacts import ContactRow, confirm
from guide.service.editing.folder import ChangedOutsideError, EditError, Editing, SaveError, Typed, drop, offered, take
from guide.service.editing.overview import BadNumberError, number_of, put_number, rows_to_edit
from guide.tui import keys
from guide.tui.editing import texts
from guide.tui.keys import Key
from guide.tui.modals.dialog import Dialog
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, plain, title_of
from guide.tui.widgets.answers import NEVER, AnswerList, Choice
from guide.tui.widgets.entry import PHONE, Entry
from guide.tui.widgets.pane import Pane

RUNG = Key("r", "rung", "r", texts.K_RUNG, texts.KL_RUNG)


class NumberEntry(Entry):
    """Escape closes the dialog around it."""

    def action_leave(self) -> None:
        """Closes without a number."""
        if isinstance(self.screen, NewNumberModal):
            self.screen.action_close()


class NewNumberModal(Dialog):
    """One field for the new number. Dismissed with it, or with nothing."""

    def __init__(self, name: str, phone: str, typed: str = "", wrong: str = "") -> None:
        now = texts.NUMBER_FOR.format(name=name, phone=phone or texts.NO_NUMBER)
        error = (Line(plain(wrong, "$error")), GAP) if wrong else ()
        super().__init__(texts.NUMBER_HEAD, (GAP, Line(plain(now)), Line(plain(texts.NUMBER_SAVE)), GAP, *error))
        self.typed = typed

    def more(self) -> Iterable[Widget]:
        """The field."""
        yield NumberEntry(PHONE, self.typed, texts.NUMBER_HOW)

    def hints(self) -> Sequence[Key]:
        """Keep, or out."""
        return (keys.KEEP, keys.ESCAPE)

    def take_keys(self) -> None:
        """The field has the keys."""
        self.query_one(Entry).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Closes with the number."""
        event.stop()
        self.dismiss(" ".join(clean(event.value).split()))


class EditContactsScreen(Page):
    """Everybody in the file. Each change is saved in the draft at once; what the file was is kept beside it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False), RUNG.binding()]
    heading = texts.TITLE

    def __init__(self, root: Path, file: str, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.file, self.editing = file, Editing(root, now)
        self.rows: tuple[ContactRow, ...] = ()

    def body(self) -> Iterable[Widget]:
        """The rows, or why the file can't be edited here."""
        above = [Line(title_of(texts.CONTACTS_HEAD.format(name=self.file))), Line(plain(texts.CONTACTS_ABOUT)), GAP]
        try:
            self.rows = rows_to_edit(self.editing, self.file)
        except (EditError, OSError) as error:
            above.append(Line(plain(str(error), "$error")))
        return (Pane(AnswerList(self._choices(), above=above, airy=NEVER)),)

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

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Asks for the new number."""
        event.stop()
        self._ask(self._row(event.value))

    def action_rung(self) -> None:
        """The number that is marked was rung today, and is right."""
        chosen = self.query_one(AnswerList).chosen
        row = self._row(chosen.value) if chosen else None
        if row is None or not number_of(row):
            self.say(texts.RING_WHAT)
            return
        try:
            count = confirm(self.editing, self.file, row.index)
        except EditError as error:
            self.say(str(error))
            return
        if self._saved():
            self._refill(texts.RUNG.format(count=count))

    def _row(self, value: str) -> ContactRow:
        return next(row for row in self.rows if str(row.index) == value)

    def _ask(self, row: ContactRow, typed: str = "", wrong: str = "") -> None:
        modal = NewNumberModal(row.name, number_of(row), typed, wrong)
        self.app.push_screen(modal, lambda phone: self._put(row, phone or ""))

    def _put(self, row: ContactRow, phone: str) -> None:
        if not phone:
            return
        try:
            put_number(self.editing, self.file, row.index, phone)
        except BadNumberError as error:
            self._ask(row, phone, str(error) or texts.NOT_A_NUMBER)
        except (EditError, SaveError, ChangedOutsideError) as error:
            self._refill(texts.CHANGED if isinstance(error, ChangedOutsideError) else str(error))
        else:
            self._refill(texts.SAVED)

    def _lost(self, lost: Typed, way: str) -> None:
        """Escape decides nothing: it is offered again. In a file that is another by now it is not saved over it."""
        if way == "glem":
            drop(self.editing, lost)
        elif way == "ta" and not take(self.editing, lost):
            self.editing.undo(self.file)
            self.say(texts.LOST_OTHER)
        elif way == "ta" and self._saved():
            self._refill(texts.LOST_SAVED)

    def _saved(self) -> bool:
        try:
            self.editing.save(self.file)
        except ChangedOutsideError:
            self.say(texts.CHANGED)
        except SaveError as error:
            self.say(str(error))
        else:
            return True
        return False

    def _refill(self, note: str) -> None:
        self.rows = rows_to_edit(self.editing, self.file)
        answers = self.query_one(AnswerList)
        answers.show(self._choices(), answers.at, answers.above)
        self.say(note)

    def _choices(self) -> list[Choice]:
        return [Choice(str(row.index), row.name or row.service, _about(row)) for row in self.rows]


def _about(row: ContactRow) -> str:
    words = texts.ROW_FLAGGED if row.flags else texts.ROW
    return words.format(
        phone=number_of(row) or texts.NO_NUMBER,
        hours=row.hours or texts.NO_HOURS,
        checked=texts.CHECKED.format(date=row.checked) if row.checked else texts.NOT_CHECKED,
        count=len(row.flags),
    )
