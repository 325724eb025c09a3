"""One case: where it stands, what comes, who has it, what was done when; and on, to its end, or away with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.service.cases.cases import Cases
from guide.service.cases.end import ending, keep_longer
from guide.service.cases.lines import case_view
from guide.service.cases.steps import close, given, newer, rename, reopen
from guide.store.cases.errors import CaseError
from guide.tui import case_strings as strings
from guide.tui import keys
from guide.tui.case_doors import referred, tell
from guide.tui.case_end import deleted, to_be_closed
from guide.tui.case_lines import case_lines, head_lines
from guide.tui.kept import Kept
from guide.tui.keys import Key
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line
from guide.tui.widgets.answers import NEVER, AnswerList, Choice
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose

GO_ON, CHANGE, NEWER, CLOSE, REOPEN, DELETE, LONGER = "videre", "endre", "nytt", "avslutt", "apne", "slett", "behold"
OUT, RENAME = "ut", "navn"


class CaseScreen(Page):
    """The page of a case. Raises CaseError when it is made of a case that can't be read."""

    CSS_PATH: ClassVar = ["../styles/walk.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def __init__(self, cases: Cases, case: str) -> None:
        super().__init__()
        self.cases = cases
        self._away = False
        self._read(case)

    def body(self) -> Iterable[Widget]:
        """Where it stands, what can be done with it, and all of it below."""
        answers = AnswerList(self._choices(), above=self._above(), airy=NEVER)
        yield Pane(answers, Prose(case_lines(self.view), id="all"))

    def hints(self) -> Sequence[Key]:
        """Choose, or read on below."""
        return (keys.ANSWER, keys.ARROWS, keys.BACK, keys.CONTACTS, keys.HELP)

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
            if what == DELETE:
                if await deleted(self.guide_app, self.cases, self.view.id):
                    self.dismiss()
                return
            kept = Kept(self.cases, self.cases.resume(self.view.id))
            if what == GO_ON:
                self.guide_app.ways.take_up(kept)
            elif what == OUT:
                from guide.service.out.making import matter_of

                self.guide_app.ways.take_out(matter_of(self.cases, kept.opened))
            elif what == CHANGE:
                from guide.tui.screens.given import GivenScreen

                self.app.push_screen(GivenScreen(kept))
            elif what == NEWER:
                from guide.tui.screens.newer import NewerScreen

                self.app.push_screen(NewerScreen(kept))
            else:
                if what == LONGER:
                    keep_longer(self.cases, self.view.id)
                elif what == RENAME:
                    if reference := await referred(self.guide_app, self.view.reference):
                        rename(self.cases, kept.opened, reference)
                elif what == REOPEN:
                    reopen(self.cases, kept.opened)
                elif await to_be_closed(self.guide_app, kept.opened):
                    close(self.cases, kept.opened)
                self._show()
        except CaseError as failed:
            await tell(self.guide_app, strings.WRONG_TITLE, str(failed))

    def _read(self, case: str) -> None:
        self.kept = Kept(self.cases, self.cases.resume(case))
        opened = self.kept.opened
        self.view = case_view(self.cases, opened)
        self.newer = newer(self.cases, opened) if not self.view.closed else None
        self.ending = ending(self.cases, opened)
        self.heading = self.view.reference

    def _show(self) -> None:
        self._read(self.view.id)
        self.query_one("#all", Prose).show(case_lines(self.view))
        self.query_one(AnswerList).show(self._choices(), above=self._above())
        self.query_one(Pane).scroll_home(animate=False)
        self.frame()

    def _above(self) -> tuple[Line, ...]:
        notes = (self.newer and self.newer.words, self.ending and self.ending.words)
        return (*head_lines(self.view, [note for note in notes if note]), GAP)

    def _choices(self) -> list[Choice]:
        opened = self.kept.opened
        longer = [Choice(LONGER, strings.KEEP_LONGER.format(days=self.ending.days))] if self.ending else []
        out = Choice(OUT, strings.TAKE_OUT)
        if self.view.closed:
            return [
                Choice(REOPEN, strings.REOPEN),
                out,
                Choice(RENAME, strings.RENAME),
                *longer,
                Choice(DELETE, strings.DELETE),
            ]
        change = [Choice(CHANGE, strings.CHANGE)] if given(opened) else []
        news = [Choice(NEWER, strings.NEWER)] if self.newer else []
        last = [
            out,
            Choice(RENAME, strings.RENAME),
            Choice(CLOSE, strings.CLOSE),
            *longer,
            Choice(DELETE, strings.DELETE),
        ]
        return [Choice(GO_ON, strings.CONTINUE), *change, *news, *last]
