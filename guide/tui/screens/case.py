"""One case: where it stands, what comes, who has it, what was done when; and on, to its end, or away with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.service.cases import Cases
from guide.service.cases_end import delete
from guide.service.cases_lines import CaseView, case_view
from guide.service.cases_steps import close, reopen
from guide.store.cases_errors import CaseError
from guide.tui import case_strings as strings
from guide.tui import keys
from guide.tui.case_doors import YES, tell
from guide.tui.kept import Kept
from guide.tui.keys import Key
from guide.tui.modals.dialog import Dialog
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, heading, plain, title_of
from guide.tui.widgets.answers import AnswerList, Choice
from guide.tui.widgets.chrome import KeyBar
from guide.tui.widgets.lines import deadline_lines
from guide.tui.widgets.pane import Pane, ReadingPane
from guide.tui.widgets.prose import Prose

GO_ON, CLOSE, REOPEN, DELETE = "videre", "avslutt", "apne", "slett"


class CaseScreen(Page):
    """The page of a case. Raises CaseError when it is made of a case that can't be read."""

    CSS_PATH: ClassVar = ["../styles/walk.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def __init__(self, cases: Cases, case: str) -> None:
        super().__init__()
        self.cases = cases
        self.kept = Kept(cases, cases.resume(case))
        self.view = case_view(cases, self.kept.opened)
        self.heading = self.view.reference
        self._away = False

    def body(self) -> Iterable[Widget]:
        """The case, and what can be done with it."""
        yield ReadingPane(Prose(tuple(case_lines(self.view))), AnswerList(self._choices()), classes="reading")

    def on_mount(self) -> None:
        """Once it is laid out it is known whether there is more to read."""
        self.call_after_refresh(self.frame)

    def hints(self) -> Sequence[Key]:
        """Read on until the end."""
        pane = self.query_one(ReadingPane)
        return (keys.ENTER if pane.at_end else keys.READ_ON, keys.BACK, keys.CONTACTS, keys.HELP)

    def on_pane_changed(self, event: Pane.Changed) -> None:
        """The page has moved."""
        event.stop()
        self.query_one(KeyBar).show(self.hints())

    def on_screen_suspend(self) -> None:
        """The walk is opened over it."""
        self._away = True

    def on_screen_resume(self) -> None:
        """Back from the walk: more was done."""
        if self._away and self.cases.unlocked:
            try:
                self._show()
            except CaseError as failed:
                self.say(str(failed))
        self._away = False

    async def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """On, to the end, or away."""
        event.stop()
        self.run_worker(self._act(event.value), group="cases", exclusive=True)

    async def _act(self, what: str) -> None:
        try:
            if what == GO_ON:
                self.guide_app.ways.take_up(Kept(self.cases, self.cases.resume(self.view.id)))
            elif what == DELETE:
                await self._delete()
            else:
                (close if what == CLOSE else reopen)(self.cases, self.cases.resume(self.view.id))
                self._show()
        except CaseError as failed:
            await tell(self.guide_app, strings.WRONG_TITLE, str(failed))

    async def _delete(self) -> None:
        told = [part for text in strings.DELETE_LINES for part in (GAP, Line(plain(text)))]
        choices = [Choice("", strings.DELETE_NO), Choice(YES, strings.DELETE_YES)]
        if await self.app.push_screen_wait(Dialog(strings.DELETE_TITLE, (*told, GAP), choices)) == YES:
            delete(self.cases, self.view.id)
            self.dismiss()

    def _show(self) -> None:
        self.kept = Kept(self.cases, self.cases.resume(self.view.id))
        self.view = case_view(self.cases, self.kept.opened)
        self.query_one(Prose).show(tuple(case_lines(self.view)))
        self.query_one(AnswerList).show(self._choices())
        self.frame()

    def _choices(self) -> list[Choice]:
        if self.view.closed:
            return [Choice(REOPEN, strings.REOPEN), Choice(DELETE, strings.DELETE)]
        return [Choice(GO_ON, strings.CONTINUE), Choice(CLOSE, strings.CLOSE), Choice(DELETE, strings.DELETE)]


def case_lines(view: CaseView) -> Iterator[Line]:
    """All of the case, what comes first."""
    yield Line(title_of(view.title))
    yield Line(plain(strings.STANDS.format(stop=view.stop)))
    if view.comes:
        yield from heading(strings.COMES)
        yield from deadline_lines(view.comes)
    if view.who:
        yield from heading(strings.WHO)
        yield from (Line(plain(strings.WHO_LINE.format(role=role, who=who))) for role, who in view.who)
    yield from heading(strings.DONE)
    for line in view.lines:
        text = strings.LINE.format(day=line.day, clock=line.clock, words=line.words)
        yield Line(plain(text), plain("–"), 2)
        yield from (Line(plain(more, "$text-muted"), plain(""), 4) for more in line.more)
    yield GAP
