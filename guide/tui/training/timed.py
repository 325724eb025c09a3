"""A training page with a timer, for a room that talks."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.binding import BindingType
from textual.timer import Timer

from guide.tui.keys import Key
from guide.tui.modals.dialog import Dialog
from guide.tui.text import GAP
from guide.tui.training import texts
from guide.tui.training.page import TrainingPage
from guide.tui.widgets.answers import Choice

TALK_SECONDS: Final = 120
TIMER: Final = Key("u", "timer", "u", texts.K_TIMER, texts.KL_TIMER)


class TimedPage(TrainingPage):
    """`hour` is the exercise's own clock, `left` the seconds that the room may still talk."""

    BINDINGS: ClassVar[list[BindingType]] = [TIMER.binding()]

    def __init__(self) -> None:
        super().__init__()
        self.hour, self.left = "", 0
        self._timer: Timer | None = None

    def show_time(self) -> None:
        """The exercise's hour, and what is left of the talk, in the top line."""
        left = texts.ROOM_TIME_UP if not self.left else f"{self.left // 60}:{self.left % 60:02}"
        self.clock = texts.ROOM_TIMER.format(clock=self.hour, left=left) if self._timer else self.hour
        self.frame()

    def action_timer(self) -> None:
        """Two minutes, or off."""
        if self._timer:
            self._timer.stop()
            self._timer = None
        else:
            self.left = TALK_SECONDS
            self._timer = self.set_interval(1, self.tick)
        self.show_time()

    def tick(self) -> None:
        """One second less."""
        self.left = max(self.left - 1, 0)
        self.show_time()

    def action_leave(self) -> None:
        """Asks first."""
        choices = [Choice(way, text) for way, text in texts.ROOM_LEAVE.items()]
        self.app.push_screen(Dialog(texts.LEAVE_TITLE, (GAP,), choices), self._leave)

    def _leave(self, way: str | None) -> None:
        if way == "ut":
            self.dismiss()
