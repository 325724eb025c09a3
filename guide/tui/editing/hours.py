"""Opening hours by day, as people write them, with the coming week as staff will see it beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from guide.core.clock import local
from guide.core.hours import HoursError
from guide.core.text import clean
from guide.service.editing import words as say
from guide.service.editing.contacts import ContactRow
from guide.service.editing.folder import ChangedOutsideError, EditError, SaveError
from guide.service.editing.hours import HOLIDAYS, WEEK, DayLine, by_day, coming_week
from guide.service.editing.point_edits import (
    BadValueError,
    forget_hours,
    good_hours,
    hours_of,
    keep_hours,
    put_field,
)
from guide.tui import keys
from guide.tui.editing import contact_texts as words
from guide.tui.editing import texts
from guide.tui.keys import Key
from guide.tui.modals.dialog import Dialog
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, plain, title_of
from guide.tui.widgets.answers import Choice
from guide.tui.widgets.entry import TEXT, Entry
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from guide.tui.editing.contact import EditContactScreen

KEEPS: Final = 2
"""Seconds between two times that what is being typed is kept."""
WHOLE: Final = "tekst"
"""The one field of hours that have no table by day."""
KEEP, DROP = "lagre", "forkast"


class HourRow(Horizontal):
    """A day: its name, its hours, what staff will see."""

    def __init__(self, day: str, label: str, text: str, how: str) -> None:
        super().__init__(classes="whole" if day == WHOLE else None)
        self.day, self.label, self.text, self.how = day, label, text, how

    def compose(self) -> Iterable[Widget]:
        """Three columns."""
        yield Static(plain(self.label), classes="day")
        yield Entry(TEXT, self.text, self.how)
        yield Static(classes="seen")

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return " ".join(clean(self.query_one(Entry).value).split())

    def see(self, text: str, wrong: bool = False) -> None:
        """What staff will see that day, or what is wrong."""
        self.query_one(".seen", Static).update(plain(text, "$error" if wrong else ""))


class HoursPane(Pane):
    """The rows. Enter in a field goes to the next, in the last one it saves."""

    def __init__(self, rows: Sequence[HourRow], head: Sequence[Line]) -> None:
        super().__init__()
        self.rows, self.head = tuple(rows), tuple(head)

    def compose(self) -> Iterable[Widget]:
        """What it is about, the days, what to know."""
        yield Prose(self.head)
        yield from self.rows
        yield Prose(id="week")

    def start(self) -> None:
        """The first field has the keys."""
        self.rows[0].query_one(Entry).focus(scroll_visible=False)

    @property
    def typing(self) -> bool:
        """Whether a field has the keys."""
        return isinstance(self.screen.focused, Input)

    def action_enter(self) -> None:
        """Saves."""
        if isinstance(self.screen, HoursScreen):
            self.screen.save()


class HoursScreen(Page):
    """The hours of a contact. They are written as one text, and all else in the file stays as it is."""

    CSS_PATH: ClassVar = ["../styles/hours.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]
    heading = texts.TITLE

    def __init__(self, below: EditContactScreen, row: ContactRow) -> None:
        super().__init__()
        self.below, self.row = below, row
        self.today: date = local(below.now()).date()
        table = by_day(row.hours, self.today) if row.hours else {}
        self.by_day = table is not None
        rows = []
        for day in (*WEEK, HOLIDAYS) if table is not None else ():
            how = words.HOLIDAY_HOW if day == HOLIDAYS else words.DAY_HOW
            rows.append(HourRow(day, say.DAYS[day], _as_typed(table or {}, day), how))
        self.rows = rows or [HourRow(WHOLE, words.HOURS_TEXT, row.hours, "")]
        self.begun = [each.text for each in self.rows]
        self._kept = ""

    def body(self) -> Iterable[Widget]:
        """The rows under what they are about."""
        about = words.HOURS_ABOUT if self.by_day else words.HOURS_MORE
        head = (Line(title_of(words.HOURS_HEAD.format(name=self.row.name))), Line(plain(about, "$text-muted")), GAP)
        return (HoursPane(self.rows, head),)

    def hints(self) -> Sequence[Key]:
        """On, another field, out of it."""
        return (keys.ENTER, keys.NEXT_FIELD, keys.LEAVE_FIELD, keys.HELP)

    def on_mount(self) -> None:
        """Shows the week, and keeps what is typed now and then."""
        self.call_after_refresh(self._see)
        self.set_interval(KEEPS, self._keep)

    def on_input_changed(self, event: Input.Changed) -> None:
        """The week as it would be."""
        event.stop()
        self._see()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The next day, or saved."""
        event.stop()
        fields = [row.query_one(Entry) for row in self.rows]
        at = next((i for i, field in enumerate(fields) if field is event.input), 0)
        if at + 1 < len(fields):
            fields[at + 1].focus()
        else:
            self.save()

    def save(self) -> None:
        """Writes the hours, or goes to the first day that can't be read."""
        text, wrong = self._read()
        if wrong:
            self._see()
            next(row for row in self.rows if row.day in wrong).query_one(Entry).focus()
            return
        below = self.below
        try:
            put_field(below.editing, below.file, self.row.index, "hours", text or None)
        except (BadValueError, EditError, SaveError) as error:
            self.say(texts.CHANGED if isinstance(error, ChangedOutsideError) else str(error))
            return
        self.dismiss()
        below.call_after_refresh(below.refill, words.HOURS_SAVED)

    def action_back(self) -> None:
        """Out; where something was typed, after a question."""
        if [row.typed for row in self.rows] == self.begun:
            self._leave()
            return
        choices = [Choice(KEEP, words.HOURS_KEEP), Choice(DROP, words.HOURS_DROP)]
        self.app.push_screen(Dialog(words.HOURS_LEAVE, (GAP,), choices), self._decided)

    def _decided(self, way: str | None) -> None:
        if way == KEEP:
            self.save()
        elif way == DROP:
            self._leave()

    def _leave(self) -> None:
        forget_hours(self.below.editing, self.below.file)
        self.dismiss()

    def _read(self) -> tuple[str, dict[str, str]]:
        """The text, and by field what is wrong."""
        typed = {row.day: row.typed for row in self.rows}
        if self.by_day:
            return hours_of(typed)
        wrong = good_hours(typed[WHOLE]) if typed[WHOLE] else ""
        return typed[WHOLE], {WHOLE: wrong} if wrong else {}

    def _see(self) -> None:
        """What staff will see each of the coming days, on the row of the day; what is wrong where it is."""
        text, wrong = self._read()
        try:
            week = {WEEK[line.day.weekday()]: line for line in coming_week(text, self.today)} if not wrong else {}
        except HoursError:
            week = {}
        if self.by_day:
            for row in self.rows:
                line = week.get(row.day)
                row.see(wrong.get(row.day) or (_seen(line) if line else ""), row.day in wrong)
            lines = [] if text or wrong else [Line(plain(words.HOURS_NONE, "$text-muted"))]
        else:
            self.rows[0].see(wrong.get(WHOLE, ""), WHOLE in wrong)
            lines = [Line(plain(words.SEEN_DAY.format(day=line.name, text=line.text))) for line in week.values()]
        lines = [*lines, Line(plain(words.HOURS_NEXT, "$text-muted"))] if self.by_day else lines
        self.query_one("#week", Prose).show([GAP, *lines])

    def _keep(self) -> None:
        """Against a crash: what is typed and can be read is kept in the user's data folder."""
        text, wrong = self._read()
        if not wrong and text != self._kept and [row.typed for row in self.rows] != self.begun:
            self._kept = text
            keep_hours(self.below.editing, self.below.file, self.row.index, text)


def _as_typed(table: dict[str, tuple[str, ...]], day: str) -> str:
    """The hours of a day as somebody would type them."""
    if day not in table:
        return ""
    times = table[day]
    if not times:
        return say.CLOSED_DAY.lower()
    return say.ALL_DAY_TOO[0] if times == ("00:00-24:00",) else ", ".join(times)


def _seen(line: DayLine) -> str:
    words_of = words.SEEN_HOLIDAY if line.holiday else words.SEEN
    return words_of.format(day=f"{line.day:%d.%m.}", text=line.text)
