"""The list of cases: overdue first, in words; and what is due today."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.service.cases.cases import Cases
from guide.service.cases.end import confirm_clock, municipality_opens
from guide.service.cases.list import DAMAGED, OVERDUE, TODAY, URGENT, CaseRow, overview
from guide.store.cases.errors import CaseError
from guide.tui import case_strings as strings
from guide.tui import keys
from guide.tui.case_doors import YES, tell, unlocked
from guide.tui.case_end import asked_of_ends, asked_of_key
from guide.tui.keys import Key
from guide.tui.modals.dialog import Dialog
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, plain
from guide.tui.widgets.answers import AnswerList, Choice
from guide.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from guide.tui.app import GuideApp


async def open_list(app: GuideApp) -> None:
    """Unlocks the cases and shows them; says so where there are none to unlock. In a worker."""
    from guide.tui.screens.home import HomeScreen

    if not app.ways.cases().there:
        if isinstance(app.screen, HomeScreen):
            app.screen.tell(strings.NO_STORE)
        return
    try:
        cases = await unlocked(app, make=False)
        if cases is None:
            return
        asked = overview(cases).clock
        if asked and await app.push_screen_wait(clock_dialog(asked)) == YES:
            confirm_clock(cases)
        await asked_of_key(app, cases)
        await asked_of_ends(app, cases)
        screen = CasesScreen(cases)
    except CaseError as failed:
        await tell(app, strings.WRONG_TITLE, str(failed))
        return
    app.push_screen(screen)
    app.run_worker(lambda: copied(cases), group="copy", thread=True)


def copied(cases: Cases) -> None:
    """Takes the copy that is due, in a thread. What fails here is told by the next thing that is written."""
    try:
        cases.copy_if_due()
    except CaseError:
        return


def clock_dialog(asked: str) -> Dialog:
    """Asks whether today's date is right."""
    choices = [Choice(YES, strings.CLOCK_YES), Choice("", strings.CLOCK_NO)]
    return Dialog(strings.CLOCK_TITLE, (GAP, Line(plain(asked)), GAP), choices)


class CasesScreen(Page):
    """All cases. Raises CaseError when it is made of a store that can't be read."""

    CSS_PATH: ClassVar = ["../styles/walk.tcss"]
    heading = strings.LIST_TITLE
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def __init__(self, cases: Cases) -> None:
        super().__init__()
        self.cases = cases
        self.all = overview(cases)
        self.also = strings.ALSO_OPENS if municipality_opens(cases) else ""
        self._away = False

    def body(self) -> Iterable[Widget]:
        """What is due today, and the cases."""
        below = (GAP, Line(plain(self.also, "$text-muted"))) if self.also else ()
        yield Pane(AnswerList(self._choices(), above=self._above(), below=below))

    def hints(self) -> Sequence[Key]:
        """The keys at the foot."""
        return (keys.ANSWER, keys.OPEN, keys.BACK, keys.CONTACTS, keys.HELP)

    def on_screen_suspend(self) -> None:
        """A case is opened over it."""
        self._away = True

    def on_screen_resume(self) -> None:
        """Back from a case: it may stand elsewhere now."""
        if self._away and self.cases.unlocked:
            try:
                self.all = overview(self.cases)
            except CaseError as failed:
                self.say(str(failed))
                return
            answers = self.query_one(AnswerList)
            answers.show(self._choices(), answers.at, self._above())
        self._away = False

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Opens the case."""
        from guide.tui.screens.case import CaseScreen

        event.stop()
        row = next(row for row in self.all.rows if row.id == event.value)
        try:
            if row.state == DAMAGED:
                raise CaseError(row.due)
            self.app.push_screen(CaseScreen(self.cases, row.id))
        except CaseError as failed:
            self.run_worker(tell(self.guide_app, strings.WRONG_TITLE, str(failed)))

    def _above(self) -> tuple[Line, ...]:
        notes = [*self.all.today, *([self.all.note] if self.all.note else ())]
        none = () if self.all.rows else (Line(plain(strings.LIST_NONE)), GAP)
        return (*(Line(plain(note, "bold")) for note in notes), GAP, *none)

    def _choices(self) -> list[Choice]:
        return [Choice(row.id, row.reference, note_of(row)) for row in self.all.rows]


def note_of(row: CaseRow) -> str:
    """What stands below a case's reference."""
    form = strings.ROW_NOTE_WHAT if row.what and row.state in (URGENT, OVERDUE, TODAY) else strings.ROW_NOTE
    first = form.format(due=row.due, what=row.what.rstrip("."), title=row.title) if row.title else row.due
    return "\n".join(line for line in (first, row.quiet, row.ends) if line)
