"""An exercise for one: the real walk at the exercise's hour, with its story over it and feedback when it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from textual import events
from textual.widget import Widget

from guide.core.exercise_state import Play, PlayError
from guide.core.walk import WalkError
from guide.service.desk import Desk
from guide.service.training import playing
from guide.service.training.training import Training
from guide.service.training.views import StoryView
from guide.service.views import OutcomeView, QuestionView, Shown
from guide.tui import keys, strings
from guide.tui.faults import FAULTS
from guide.tui.keys import Key
from guide.tui.text import Line
from guide.tui.training import texts
from guide.tui.training.page import HINT, LEAVE, STORY
from guide.tui.training.play_asides import PlayAsides
from guide.tui.training.told import feedback_page, story_page
from guide.tui.widgets.answers import AnswerList, Choice
from guide.tui.widgets.chrome import MOST_KEYS
from guide.tui.widgets.pane import AGAIN, HOME, MEASURES, ON, SUMMARY, Pane, ReadingPane
from guide.tui.widgets.prose import Prose
from guide.tui.widgets.stage import Stage

MEND: Final = "rett"
OPTION: Final = "valg:"
Value = str | tuple[str, ...] | dict[str, str]


class ReadFirst(ReadingPane):
    """What is to be read, or answered, before the walk goes on."""

    def compose(self) -> Iterable[Widget]:
        """Lines, and the ways on."""
        yield Prose()
        yield AnswerList()

    def put(self, lines: Iterable[Line], choices: Sequence[Choice]) -> None:
        """Shows these instead."""
        self.query_one(Prose).show(lines)
        self.query_one(AnswerList).show(choices)


class PlayScreen(PlayAsides):
    """One play of one exercise. Raises FAULTS when it is made of a card that can't be walked."""

    def __init__(self, training: Training, desk: Desk, at_once: bool) -> None:
        super().__init__(training)
        self.desk, self.at_once = desk, at_once
        self._told: set[str] = set()
        self._read = True  # whether the feedback on the last act has been read
        self.stage = Stage(self.stop(), (), self.play.clock.date())
        self.first = ReadFirst(id="read-first")

    # --- drawing -------------------------------------------------------------------------------------------------
    def body(self) -> Iterable[Widget]:
        """What is read first stands over the stop; one of the two is shown."""
        return (self.first, *self.stage.widgets())

    def start(self) -> None:
        """The story first."""
        super().start()
        self.call_next(self.draw)

    def hints(self) -> Sequence[Key]:
        """Those of the stop, but none that rings anybody."""
        if self.first.display:
            return (keys.ENTER if self.first.at_end else keys.READ_ON, STORY, HINT, LEAVE, keys.HELP)
        pane = self.stage.pane
        own = [key for key in pane.hints() if key not in (keys.COPY, keys.QR)]
        return (*own, *(() if pane.typing else (HINT, STORY, keys.WHY, LEAVE)))[:MOST_KEYS]

    async def draw(self) -> None:
        """Shows what comes next: what is to be read, else the stop, else the debrief."""
        self.shown = self.training.view(self.play)
        self.clock = self.shown.clock
        story = [scene for scene in self.shown.story if scene.id not in self._told]
        if self.shown.finished and self._read and not story:
            self.to_debrief()
            return
        reads = bool(story or self.shown.ask or not self._read)
        self.first.display = reads
        self.stage.pane.display = self.stage._where.display = not reads
        if reads:
            self._read_first(story)
        else:
            today = self.play.clock.date()
            await self.stage.show(self, self.stop(), self.where(), today)
            self.stage.pane.display = True
            self.stage.pane.start()
        await self.draw_side(not reads or not self._read)
        self.frame()
        self.call_after_refresh(self.show_keys)

    async def on_resize(self, event: events.Resize) -> None:
        """The story beside the stop, once there is room for it."""
        await super().on_resize(event)
        await self.draw_side(not self.first.display or not self._read)

    def show_keys(self) -> None:
        """The keys that matter now."""
        self.bar.show(self.hints())

    def on_pane_changed(self, event: Pane.Changed) -> None:
        """The page has moved."""
        event.stop()
        self.show_keys()

    def _read_first(self, story: Sequence[StoryView]) -> None:
        """Feedback on the last act by itself; then what has happened meanwhile, with its question."""
        shown = self.shown
        if not self._read:
            choices = [Choice(ON, texts.READ if shown.halted else texts.GO)]
            choices += [Choice(MEND, texts.MEND)] if shown.can_mend and not shown.halted else []
            self.first.put(feedback_page(shown), choices)
        else:
            ask = shown.ask
            options = [Choice(OPTION + option.value, option.words) for option in ask.options] if ask else []
            self.first.put(story_page(shown, story, first=not self._told), options or [Choice(ON, texts.GO)])
            self._told |= {scene.id for scene in story}
        self.first.start()

    # --- acting --------------------------------------------------------------------------------------------------
    async def act(self, given: Callable[[Play], Play], judged: bool = True) -> bool:
        """Does something in the play and shows what came of it; False where it is not offered here."""
        try:
            after = given(self.play)
        except FAULTS:
            self.guide_app.ways.stuck()
            return True
        except (WalkError, PlayError):
            return False
        self.play = after
        said = bool(after.latest) and judged
        self._read = not (after.halted or (said and self.at_once))
        await self.draw()
        return True

    async def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """What was read is read; or an answer to what comes in on the way."""
        event.stop()
        value = event.value
        if value.startswith(OPTION):
            await self.act(lambda play: playing.answer(play, value.removeprefix(OPTION)))
        elif self.play.halted:
            await self.act(playing.understood, judged=False)
        elif value == MEND:
            await self.act(playing.mend, judged=False)
        else:
            self._read = True
            await self.draw()

    async def on_pane_given(self, event: Pane.Given) -> None:
        """Something was given at the stop of the walk."""
        event.stop()
        if event.stop_id == self.play.place.id and not await self._give(event.value):
            self.stage.pane.refuse(strings.YEARS_BAD)

    async def _give(self, value: Value) -> bool:
        if value in (SUMMARY, AGAIN, HOME, MEASURES):  # ways on that lead out of the exercise
            self.say(texts.NOT_HERE)
            return True
        return await self.act(stepped(self.stop(), value))

    def on_pane_back(self, event: Pane.Back) -> None:
        """What is done is done."""
        event.stop()
        self.action_back()

    def to_debrief(self) -> None:
        """What came of it, in place of the play."""
        from guide.tui.training.debrief import DebriefScreen

        self.app.switch_screen(DebriefScreen(self.training, self.play, self.desk, self.at_once))


def stepped(shown: Shown, value: Value) -> Callable[[Play], Play]:
    """What `value` given at the stop does."""
    if isinstance(value, tuple):
        return lambda play: playing.tick(play, value)
    if isinstance(value, dict):
        return lambda play: playing.note(play, value)
    if isinstance(shown, QuestionView):
        return lambda play: playing.answer(play, value)
    return playing.go_on if isinstance(shown, OutcomeView) else playing.done
