"""Numbers that staff say don't work: what to do with each, until somebody has rung."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.core.clock import clock_time, local, weekday_date
from guide.service.editing.contacts import ContactRow, contact_files, contact_rows
from guide.service.editing.folder import EditError, Editing
from guide.service.editing.point_edits import Flagged, flagged, put_away
from guide.tui import keys
from guide.tui.editing import contact_texts as words
from guide.tui.editing.contact import EditContactScreen
from guide.tui.editing.contacts import EditContactsScreen
from guide.tui.editing.texts import TITLE
from guide.tui.keys import Key
from guide.tui.modals.dialog import Dialog
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, plain, title_of
from guide.tui.widgets.answers import NEVER, AnswerList, Choice
from guide.tui.widgets.pane import Pane

AWAY = "#bort"


class FlaggedScreen(Page):
    """The marks, the oldest first."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]
    heading = TITLE

    def __init__(self, root: Path, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.root, self.now = root, now
        self.marks: tuple[Flagged, ...] = ()
        self._away = False

    def body(self) -> Iterable[Widget]:
        """The list."""
        choices = self._choices()
        return (Pane(AnswerList(choices, above=self._above(), airy=NEVER)),)

    def hints(self) -> Sequence[Key]:
        """Choose, or back."""
        return (keys.ANSWER, keys.OPEN, keys.BACK, keys.HELP)

    def on_screen_suspend(self) -> None:
        """A contact is opened over it."""
        self._away = True

    def on_screen_resume(self) -> None:
        """Somebody may have rung."""
        if self._away:
            self._redraw()

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Opens the contact; where there is none any more, offers to take the mark away."""
        event.stop()
        mark = self.marks[int(event.value)]
        if mark.index >= 0:
            below = EditContactsScreen(self.root, mark.file, self.now)
            self.app.push_screen(EditContactScreen(below, mark.index))
        else:
            choices = [Choice("", words.FLAG_GONE_NO), Choice(AWAY, words.FLAG_GONE_YES)]
            lines = (GAP, Line(plain(words.FLAG_GONE)), GAP)
            dialog = Dialog(words.FLAG_GONE_HEAD, lines, choices)
            self.app.push_screen(dialog, lambda way: self._put_away(mark, way or ""))

    def _put_away(self, mark: Flagged, way: str) -> None:
        if way != AWAY:
            return
        try:
            put_away(self.root, mark.flag.contact)
        except OSError:
            self.say(words.FLAG_STAYS)
            return
        self._redraw()
        self.say(words.FLAG_PUT_AWAY)

    def _redraw(self) -> None:
        choices = self._choices()
        answers = self.query_one(AnswerList)
        answers.show(choices, min(answers.at, max(len(choices) - 1, 0)), self._above())

    def _above(self) -> Sequence[Line]:
        about = words.FLAG_ABOUT if self.marks else words.FLAG_NONE
        return (Line(title_of(words.FLAG_HEAD)), Line(plain(about, "$text-muted")), GAP)

    def _choices(self) -> list[Choice]:
        editing = Editing(self.root, self.now)
        rows: dict[str, tuple[ContactRow, ...]] = {}
        for file in contact_files(editing):
            try:
                rows[file] = contact_rows(editing, file)
            except EditError:
                continue
        self.marks = flagged(editing, rows)
        return [Choice(str(number), _title(mark), _note(mark)) for number, mark in enumerate(self.marks)]


def _title(mark: Flagged) -> str:
    return words.FLAG_ROW.format(name=mark.name, phone=mark.flag.phone)


def _note(mark: Flagged) -> str:
    at = local(datetime.fromisoformat(mark.flag.at))
    return words.FLAG_NOTE.format(
        why=words.WHY.get(mark.flag.why, mark.flag.why),
        when=f"{weekday_date(at.date())} kl. {clock_time(at)}",
        where=words.FLAG_SHARED if mark.flag.shared else words.FLAG_HERE,
    )
