"""What stands beside a play: hint, story, why, alarms, contacts, and the way out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from textual.widget import Widget

from guide.core.exercise_state import Play
from guide.service.present import view
from guide.service.training import playing
from guide.service.training.training import Training
from guide.service.training.views import PlayView, StoryView
from guide.service.views import Shown, TaskView
from guide.tui import strings
from guide.tui.modals.dialog import Dialog
from guide.tui.text import GAP, Line, plain, title_of
from guide.tui.training import texts
from guide.tui.training.page import TrainingPage
from guide.tui.training.told import story_lines
from guide.tui.widgets.answers import Choice
from guide.tui.widgets.prose import Prose

STORY_WIDE: Final = 110
"""Columns from which the story stands beside the stop."""


class StorySide(Widget):
    """The story so far, the newest first: what has just happened is never below the edge."""

    def __init__(self) -> None:
        self.prose = Prose()
        super().__init__(self.prose, id="story-side", classes="side")

    def show(self, story: Sequence[StoryView]) -> None:
        """Shows this story."""
        self.prose.show([Line(title_of(texts.STORY)), *story_lines(reversed(story))])
        self.scroll_home(animate=False)


class PlayAsides(TrainingPage):
    """The part of a play's screen that decides nothing."""

    def __init__(self, training: Training) -> None:
        super().__init__()
        self.training = training
        self.play = training.begin()
        self.shown: PlayView = training.view(self.play)
        self.heading, self.clock = self.shown.title, self.shown.clock
        self.side: StorySide | None = None

    async def draw_side(self, wanted: bool) -> None:
        """The story at the right, where it is `wanted` and the window is wide enough."""
        wanted = wanted and self.app.size.width >= STORY_WIDE
        if wanted and self.side is None:
            self.side = StorySide()
            await self.mount(self.side)
        if self.side is not None:
            self.side.display = wanted
            self.side.show(self.shown.story)

    async def act(self, given: Callable[[Play], Play], judged: bool = True) -> bool:
        """Does something in the play and shows what came of it."""
        raise NotImplementedError

    def to_debrief(self) -> None:
        """What came of it."""
        raise NotImplementedError

    def where(self) -> Sequence[Line]:
        """How far one is, and that nobody is rung from here."""
        step = plain(texts.PROGRESS.format(step=self.shown.step, steps=self.shown.steps), "$text-muted")
        rings = isinstance(self.stop(), TaskView)
        return (Line(step), *((Line(plain(texts.DO_NOT_RING, "bold $warning")),) if rings else ()), GAP)

    def stop(self) -> Shown:
        """What the real walk shows where it stands."""
        return view(self.training.guide, self.play.walk)

    def action_hint(self) -> None:
        """The hint, where there is one; it costs a point."""
        self.play, text = playing.hint(self.play)
        lines = (GAP, Line(plain(text or texts.HINT_NONE)), GAP, Line(plain(texts.HINT_COST, "$text-muted")))
        self.app.push_screen(Dialog(texts.HEAD.format(title=texts.HINT), lines))

    def action_story(self) -> None:
        """All of the story so far."""
        lines = list(story_lines(self.shown.story, self.shown.people))
        self.app.push_screen(Dialog(texts.HEAD.format(title=texts.STORY), lines))

    def action_why(self) -> None:
        """Why this is asked, and where it stands."""
        from guide.tui.widgets.lines import why_lines

        self.app.push_screen(Dialog(texts.HEAD.format(title=strings.WHY), [GAP, *why_lines(self.stop())]))

    def action_alarms(self) -> None:
        """The alarms of the exercise's card, in the exercise."""
        names = [card for card in strings.ALARM_NAMES if card in self.play.walk.laid.alarms]
        choices = [Choice(card, strings.ALARM_NAMES[card]) for card in names]
        lines = (GAP, Line(plain(texts.REAL, "bold")), GAP)
        self.app.push_screen(Dialog(texts.ALARMS, lines, choices), self._alarm)

    def _alarm(self, card: str | None) -> None:
        if card:
            self.call_next(self.act, lambda play: playing.alarm(play, card))

    def action_contacts(self) -> None:
        """The contacts at the exercise's hour; they are to be read only."""
        from guide.tui.training.contacts import TrainingContactsScreen

        self.app.push_screen(TrainingContactsScreen(self.training.guide, self.shown.clock))

    def action_back(self) -> None:
        """What is done is done: the clock of an exercise only goes forward."""
        self.say(texts.NO_BACK)

    def action_leave(self) -> None:
        """Asks first."""
        choices = [Choice(way, text) for way, text in texts.LEAVE.items()]
        self.app.push_screen(Dialog(texts.LEAVE_TITLE, (GAP,), choices), self._left)

    def _left(self, way: str | None) -> None:
        if way == "ut":
            self.dismiss()
        elif way == "se":
            self.play = playing.leave(self.play)
            self.to_debrief()
