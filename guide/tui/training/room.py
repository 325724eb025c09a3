"""An exercise on the wall: few words, much air, and nothing given away before the hands are counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.service.desk import Desk
from guide.service.training.room import Hands, given_away, group_of, sheet, slides
from guide.service.training.training import Training
from guide.tui import keys
from guide.tui.keys import Key
from guide.tui.text import GAP, Line, plain
from guide.tui.training import texts
from guide.tui.training.done import DoneModal
from guide.tui.training.file import MadeModal
from guide.tui.training.hands import HandsModal, SizeModal
from guide.tui.training.page import LEAVE
from guide.tui.training.timed import TIMER, TimedPage
from guide.tui.training.wall import asked_lines, end_lines, reveal_lines, story_wall
from guide.tui.widgets.answers import AnswerList, Choice
from guide.tui.widgets.pane import Pane, ReadingPane
from guide.tui.widgets.prose import Prose

STORY, ASK, REVEAL, END = "story", "ask", "reveal", "end"
ON, KEEP, SAVE, DONE, OUT = "videre", "behold", "ark", "gjennomfort", "ut"
FORWARD: Final = Key("right", "forward", "→", texts.K_FORWARD, texts.KL_FORWARD)
BACKWARD: Final = Key("left", "back", "←", texts.K_BACKWARD, texts.KL_BACKWARD)


class Wall(ReadingPane):
    """A slide. Enter turns the page, then goes on."""

    def action_enter(self) -> None:
        """A page further while there is more to read; a choice where there is one; else on."""
        if self.at_end and self.answers and not self.answers.choices:
            self.screen.post_message(AnswerList.Chosen(ON))
        else:
            super().action_enter()


class RoomScreen(TimedPage):
    """One exercise with a room. `hands` are by slide, `group` is its size. Raises FAULTS for a broken card."""

    BINDINGS: ClassVar[list[BindingType]] = [
        FORWARD.binding(),
        BACKWARD.binding(),
        Binding("escape", "leave", show=False),
    ]

    def __init__(self, training: Training, desk: Desk, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.training, self.desk, self.now = training, desk, now
        self.slides = slides(training)
        self.heading = training.view(training.begin()).title
        self.at, self.phase, self.group = 0, STORY, 0
        self.hands: dict[int, Hands] = {}
        self._kept = False

    # --- drawing -------------------------------------------------------------------------------------------------
    def body(self) -> Iterable[Widget]:
        """One slide at a time."""
        return (Wall(Prose(id="wall"), AnswerList(), id="room"),)

    def start(self) -> None:
        """How many they are, then the first slide."""
        super().start()
        self.draw()
        self.app.push_screen(SizeModal(), self._sized)

    def hints(self) -> Sequence[Key]:
        """On, skip, back, time, out."""
        return (keys.ENTER, FORWARD, BACKWARD, TIMER, LEAVE)

    def draw(self) -> None:
        """Shows the phase of the slide."""
        if self.at >= len(self.slides):
            self.phase = END
        lines, choices = self._end() if self.phase == END else self._slide()
        self.query_one("#wall", Prose).show(lines)
        self.query_one(AnswerList).show(choices)
        self.query_one(Pane).start()
        self.hour = self.slides[self.at].clock if self.phase != END else ""
        self.show_time()

    def _slide(self) -> tuple[list[Line], list[Choice]]:
        slide = self.slides[self.at]
        number = texts.ROOM_AT.format(number=self.at + 1, all=len(self.slides))
        if self.phase == STORY and not slide.story:
            self.phase = ASK
        if self.phase == STORY:
            lines = story_wall(slide)
        else:
            lines = asked_lines(slide) if self.phase == ASK else reveal_lines(slide, self.hands.get(self.at))
        return [Line(plain(number, "$text-muted")), GAP, *lines], []

    def _end(self) -> tuple[list[Line], list[Choice]]:
        keep = [] if self._kept else [Choice(KEEP, texts.ROOM_KEEP)]
        ways = [Choice(SAVE, texts.ROOM_SAVE), *keep, Choice(DONE, texts.ROOM_DONE), Choice(OUT, texts.TO_LIST)]
        return end_lines(self.training.exercise.discuss), ways

    # --- moving --------------------------------------------------------------------------------------------------
    def go_on(self) -> None:
        """Story, question, hands, reasons, and the next one."""
        if self.phase == STORY:
            self.phase = ASK
        elif self.phase == ASK and given_away(self.slides[self.at]):
            self.phase = REVEAL  # what there was to choose has not been shown: there are no hands to count
        elif self.phase == ASK:
            self.app.push_screen(HandsModal(self.slides[self.at], self.group), self._counted)
            return
        else:
            self.at, self.phase = self.at + 1, STORY
        self.draw()

    def action_forward(self) -> None:
        """The next question, without counting."""
        if self.phase != END:
            self.at, self.phase = self.at + 1, STORY
            self.draw()

    def action_back(self) -> None:
        """The phase before this one."""
        if self.phase == REVEAL:
            self.phase = ASK
        elif self.phase == ASK and self.slides[self.at].story:
            self.phase = STORY
        elif self.at:
            self.at, self.phase = self.at - 1, REVEAL if self.at - 1 in self.hands else ASK
        self.draw()

    def _counted(self, typed: str | None) -> None:
        modal_gave = HandsModal.taken(typed, self.slides[self.at], self.group)
        if modal_gave is None:
            return  # Escape: the room talks on
        if modal_gave.counts:
            self.hands[self.at] = modal_gave
        self.phase = REVEAL
        self.draw()

    def _sized(self, typed: str | None) -> None:
        self.group = int(typed) if typed else 0

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """On; at the end the sheet, the overview, out."""
        event.stop()
        if event.value == ON:
            self.go_on()
        elif event.value == SAVE:
            title = texts.HEAD.format(title=texts.ROOM_SAVE)
            modal = MadeModal(title, texts.ROOM_SHEET_ABOUT, self.desk, texts.ROOM_SHEET_NAME, self._sheet)
            self.ask_file(modal)
        elif event.value == DONE:
            self.ask_file(DoneModal(self.training, self.desk, True, self.now))
        elif event.value == KEEP:
            self._keep()
        elif event.value == OUT:
            self.dismiss()

    def _sheet(self) -> str:
        return sheet(self.training, self.slides, self.hands, self.group)

    def _keep(self) -> None:
        found = [(self.slides[at], hands) for at, hands in sorted(self.hands.items())]
        try:
            self._kept = self.desk.keep(group_of(self.training, found, self.group, self.now()))
        except OSError:
            self.say(texts.ROOM_KEEP_FAILED)
            return
        self.draw()
        self.say(texts.ROOM_KEPT if self._kept else texts.ROOM_TOO_SMALL)
