"""What came of a walk: all advice, the gravest first, what is still open, the answers, the note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.core.progress import gravest
from guide.core.walk import Walk
from guide.service.guide import Guide
from guide.service.present import answers_so_far, deadline_views, outcome_view, rail
from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, heading, plain, title_of
from guide.tui.widgets.answers import AnswerList, Choice
from guide.tui.widgets.chrome import KeyBar
from guide.tui.widgets.lines import answer_lines, deadline_lines, note_lines, outcome_summary
from guide.tui.widgets.pane import Pane, ReadingPane
from guide.tui.widgets.prose import Prose

HOME: Final = "hjem"
BACK: Final = "tilbake"
OUT: Final = "ut"


class SummaryScreen(Page):
    """The summary, and the way home below it."""

    CSS_PATH: ClassVar = ["../styles/walk.tcss"]
    heading = strings.SUMMARY_TITLE
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def __init__(self, guide: Guide, walk: Walk, note: str, saved: str = "") -> None:
        super().__init__()
        self.guide, self.walk, self.note, self.saved = guide, walk, note, saved
        self.lines = tuple(summary_lines(guide, walk, note, saved))

    def body(self) -> Iterable[Widget]:
        """The lines and the ways on."""
        ways = [Choice(HOME, strings.TO_HOME), Choice(BACK, strings.SUMMARY_BACK)]
        ways += [] if self.saved else [Choice(OUT, strings.SUMMARY_OUT)]  # a case has it on its own page
        return (ReadingPane(Prose(self.lines), AnswerList(ways), classes="reading"),)

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

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Home, or back to the card."""
        event.stop()
        if event.value == HOME:
            self.guide_app.ways.home()
        elif event.value == OUT:
            from guide.service.out.making import subject_of

            self.guide_app.ways.take_out(subject_of(self.guide, self.walk, self.note))
        else:
            self.dismiss()


def summary_lines(guide: Guide, walk: Walk, note: str, saved: str = "") -> Iterator[Line]:
    """The summary of `walk`; `saved` says when it was saved as a case, empty where it was not."""
    yield Line(title_of(walk.laid.card.title))
    yield Line(plain(saved or strings.SUMMARY_NOT_SAVED, "$text-muted"))
    places = gravest(walk.outcomes())
    for place in places:
        yield from outcome_summary(outcome_view(guide, walk, place))
    if not places:
        yield from (GAP, Line(plain(strings.SUMMARY_NONE)))
    yield from open_lines(guide, walk)
    yield from note_lines(note)
    yield from answer_lines(strings.WHY, answers_so_far(walk))


def open_lines(guide: Guide, walk: Walk) -> Iterator[Line]:
    """What is still open: deadlines, and points of the card that one has not been at."""
    due = list(deadline_lines(deadline_views(guide, walk)))
    to_come = [point for point in rail(guide, walk) if point.state == "to_come"]
    if due or to_come:
        yield from heading(strings.SUMMARY_OPEN)
    yield from due
    for point in to_come:
        text = strings.SUMMARY_POINT.format(id=point.id, title=point.title)
        yield Line(plain(text), plain("○", "$text-muted"), 2)
