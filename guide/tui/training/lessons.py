"""The exercises: what there is, by level and area, and how one wants to train."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.service.desk import Desk, lessons
from guide.service.guide import Guide
from guide.service.training.training import Training
from guide.tui import keys
from guide.tui.faults import FAULTS
from guide.tui.keys import Key
from guide.tui.modals.dialog import Dialog
from guide.tui.text import GAP, Line, plain, title_of
from guide.tui.training import texts
from guide.tui.training.page import TrainingPage
from guide.tui.widgets.answers import NEVER, AnswerList, Choice
from guide.tui.widgets.pane import Pane

QUICK: Final = "hurtig"
GROUPS: Final = "grupper"


class LessonsScreen(TrainingPage):
    """All exercises whose card is in use; quick practice first, for it needs no exercise."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]
    heading = texts.TITLE

    def __init__(self, guide: Guide, desk: Desk) -> None:
        super().__init__()
        self.guide, self.desk = guide, desk
        self.lessons = lessons(desk.exercises.values(), guide.content, guide.profile.pack)

    def body(self) -> Iterable[Widget]:
        """The list."""
        above = [Line(title_of(texts.LIST_HEAD)), Line(plain(texts.LIST_ABOUT, "$text-muted")), GAP]
        if not self.lessons:
            above.append(Line(plain(texts.LIST_NONE)))
        first = (Choice(QUICK, texts.QUICK, texts.QUICK_ABOUT), Choice(GROUPS, texts.OVERVIEW, texts.OVERVIEW_ABOUT))
        own = (Choice(o.id, o.title, texts.LESSON.format(line=o.areas, about=o.about)) for o in self.lessons)
        return (Pane(AnswerList((*first, *own), above=above, airy=NEVER)),)

    def hints(self) -> Sequence[Key]:
        """Choose, or back."""
        return (keys.ANSWER, keys.OPEN, keys.BACK, keys.HELP)

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """How one wants to train."""
        event.stop()
        if event.value == QUICK:
            areas = [Choice(area, text) for area, text in texts.QUICK_AREAS.items()]
            self.app.push_screen(Dialog(texts.QUICK_WHICH, (GAP,), areas), self._quick)
            return
        if event.value == GROUPS:
            from guide.tui.training.overview import OverviewScreen

            self.app.push_screen(OverviewScreen(self.guide, self.desk))
            return
        choices = [Choice(way, text) for way, text in texts.HOW.items()]
        exercise = event.value
        self.app.push_screen(Dialog(texts.HOW_TITLE, (GAP,), choices), lambda way: self.begin(exercise, way or ""))

    def begin(self, name: str, way: str) -> None:
        """Opens the exercise; one whose card has changed so that it can't be walked says so."""
        if not way:
            return
        try:
            training = Training(self.guide.content, self.desk.exercises[name])
            if way == "rom":
                from guide.tui.training.room import RoomScreen

                self.app.push_screen(RoomScreen(training, self.desk, self.guide.now))
            else:
                from guide.tui.training.play import PlayScreen

                self.app.push_screen(PlayScreen(training, self.desk, at_once=way == "naa"))
        except FAULTS:
            self.say(texts.STALE)

    def _quick(self, area: str | None) -> None:
        if area:
            from guide.tui.training.quick import QuickScreen

            self.app.push_screen(QuickScreen(self.guide, self.desk, area, f"{self.guide.now():%Y%m%d%H%M%S}"))
