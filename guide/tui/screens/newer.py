"""The newer edition of a case's card: what differs for this case, and over to it when the user wants."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.service.cases.steps import NewerView, move_on, newer
from guide.tui import case_strings as strings
from guide.tui import keys
from guide.tui.case_doors import tell
from guide.tui.kept import Kept
from guide.tui.keys import Key
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, bullets, heading, plain, title_of
from guide.tui.widgets.answers import AnswerList, Choice
from guide.tui.widgets.pane import Pane, ReadingPane
from guide.tui.widgets.prose import Prose

MOVE, STAY = "bytt", "bli"


class NewerScreen(Page):
    """Read first, then chosen."""

    CSS_PATH: ClassVar = ["../styles/walk.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def __init__(self, kept: Kept) -> None:
        super().__init__()
        self.kept = kept
        self.heading = kept.opened.case.reference

    def body(self) -> Iterable[Widget]:
        """What is new, and the choice."""
        found = newer(self.kept.cases, self.kept.opened)
        choices = [Choice(STAY, strings.STAY), *([Choice(MOVE, strings.MOVE)] if found else [])]
        yield ReadingPane(Prose(newer_lines(found)), AnswerList(choices), classes="reading")

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
        self.bar.show(self.hints())

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Over to it, or not."""
        event.stop()
        if event.value == MOVE:
            self.run_worker(self._move(), group="cases", exclusive=True)
        else:
            self.dismiss()

    async def _move(self) -> None:
        kept = self.kept
        if said := kept.write(lambda: move_on(kept.cases, kept.opened)):
            await tell(self.guide_app, strings.FAILED_TITLE, said)
        self.dismiss()


def newer_lines(found: NewerView | None) -> tuple[Line, ...]:
    """What a newer edition means for the case."""
    if found is None:  # taken back, or gone over to in another window
        return (Line(plain(strings.NO_NEWER)),)
    lines = [Line(title_of(strings.NEWER_TITLE)), GAP, Line(plain(found.words))]
    lines += [*heading(strings.NEWER_DIFFERS), *bullets(found.differences)]
    if found.asked_again:
        lines += [*heading(strings.NEWER_ASKS), *bullets(found.asked_again), GAP, Line(plain(strings.NEWER_OLD))]
    return (*lines, GAP)
