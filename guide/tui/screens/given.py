"""What has been given in a case, to give one of it otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.service.cases.steps import given
from guide.tui import case_strings as strings
from guide.tui import keys
from guide.tui.faults import FAULTS
from guide.tui.kept import Kept
from guide.tui.keys import Key
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, plain, title_of
from guide.tui.widgets.answers import AnswerList, Choice
from guide.tui.widgets.pane import Pane


class GivenScreen(Page):
    """A list in the order of the way. Closed when something was changed: the page below shows what came of it."""

    CSS_PATH: ClassVar = ["../styles/walk.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def __init__(self, kept: Kept) -> None:
        super().__init__()
        self.kept = kept
        self.heading = kept.opened.case.reference

    def body(self) -> Iterable[Widget]:
        """All that stands and can be changed."""
        above = (Line(title_of(strings.CHANGE_TITLE)), Line(plain(strings.CHANGE_HELP, "$text-muted")), GAP)
        yield Pane(AnswerList([Choice(str(one.index), one.words) for one in given(self.kept.opened)], above=above))

    def hints(self) -> Sequence[Key]:
        """The keys at the foot."""
        return (keys.ANSWER, keys.OPEN, keys.BACK, keys.CONTACTS, keys.HELP)

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """That one."""
        from guide.tui.screens.anew import AnewScreen

        event.stop()
        try:
            screen = AnewScreen(self.kept, int(event.value))
        except FAULTS:
            self.guide_app.ways.stuck()
            return

        def closed(_: None) -> None:
            if screen.changed:
                self.dismiss()

        self.app.push_screen(screen, closed)
