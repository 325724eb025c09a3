"""A task or an outcome: the one thing to do, the number, and all the rest below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from guide.service.views import ContactView, OutcomeView, Shown, TaskView
from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.text import Line, plain
from guide.tui.widgets.answers import AnswerList, Choice
from guide.tui.widgets.lines import body_lines, head_lines, name_of, state_line
from guide.tui.widgets.pane import AGAIN, HOME, MEASURES, ON, SUMMARY, ReadingPane
from guide.tui.widgets.prose import Prose


def first_to_ring(shown: TaskView) -> ContactView | None:
    """Whose number stands largest. A task names whom to go to first: nobody else's number takes that place."""
    if isinstance(shown, OutcomeView):
        return shown.first or next((contact for contact in shown.contacts if contact.number), None)
    first = next(iter(shown.contacts), None)
    return first if first and first.number else None


class NumberPlate(Vertical):
    """The number, large and alone; it can be marked with the mouse."""

    def compose(self) -> ComposeResult:
        """Whose it is, the number, whether somebody answers."""
        yield Static(id="lives")
        yield Static(id="ring")
        yield Static(id="number")
        yield Prose(id="answers-now")

    def show(self, contact: ContactView) -> None:
        """Shows this contact's number."""
        lives = self.query_one("#lives", Static)
        lives.display = bool(contact.before)
        lives.update(plain(contact.before, "bold $warning"))
        self.query_one("#ring", Static).update(plain(name_of(contact)))
        self.query_one("#number", Static).update(plain(contact.number))
        notes = [text for text in (contact.why, *contact.notes) if text]
        lines = [Line(plain(text, "$text-muted"), indent=2) for text in notes]
        self.query_one("#answers-now", Prose).show([state_line(contact), *lines])


class AdvicePane(ReadingPane):
    """Shows a TaskView or an OutcomeView; posts Given with the way on: ON, SUMMARY, AGAIN, HOME or MEASURES."""

    GIVES: ClassVar = True
    KEPT: ClassVar = True

    def __init__(self, shown: TaskView) -> None:
        super().__init__(id="advice")
        self.shown, self.stop_id = shown, shown.node

    def compose(self) -> ComposeResult:
        """Head, number, body, ways on."""
        yield Prose(id="head")
        yield NumberPlate(id="plate")
        yield Prose(id="body")
        yield AnswerList()

    def on_mount(self) -> None:
        """Fills it."""
        self.show(self.shown)

    def show(self, shown: TaskView) -> None:
        """Shows this advice instead."""
        self.shown, self.stop_id = shown, shown.node
        self.set_class(isinstance(shown, OutcomeView) and shown.urgency == "now", "-now")
        self.query_one("#head", Prose).show(head_lines(shown))
        first = first_to_ring(shown)
        plate = self.query_one(NumberPlate)
        plate.display = first is not None
        if first:
            plate.show(first)
        others = [c for c in shown.contacts if first is None or c.number != first.number]
        self.query_one("#body", Prose).show(body_lines(shown, others))
        self.query_one(AnswerList).show(self._ways())

    def takes(self, shown: Shown) -> bool:
        """Other advice."""
        fits = isinstance(shown, TaskView)
        if isinstance(shown, TaskView):
            self.show(shown)
        return fits

    @property
    def contact(self) -> ContactView | None:
        """Whose number stands largest."""
        return first_to_ring(self.shown)

    @property
    def number(self) -> str:
        """The number that is copied, empty where there is none."""
        return self.contact.number if self.contact else ""

    def hints(self) -> Sequence[Key]:
        """Read on until the end, then on."""
        on = keys.ENTER if self.at_end else keys.READ_ON
        return (on, keys.COPY, keys.QR) if self.number else (on,)

    def _ways(self) -> list[Choice]:
        if not isinstance(self.shown, OutcomeView):
            return [Choice(ON, strings.DONE)]
        count = self.shown.measures
        offer = [Choice(MEASURES, strings.MEASURES_FIT.format(count=count))] if count else []
        if self.shown.goes_on:
            return [Choice(ON, strings.GO_ON), *offer]
        ways = [Choice(SUMMARY, strings.SUMMARY), Choice(AGAIN, strings.AGAIN), Choice(HOME, strings.TO_HOME)]
        return [*ways, *offer]
