"""What every screen shares: the lines around it, the keys that are always at hand, «vinduet er for lite»."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.widget import Widget

from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.screens.opening import Opening
from guide.tui.widgets.chrome import LEAST_HEIGHT, LEAST_WIDTH, EmergencyLine, KeyBar, TooSmall, TopLine
from guide.tui.widgets.pane import Pane


def _too_small(window: Size) -> bool:
    return window.width < LEAST_WIDTH or window.height < LEAST_HEIGHT


class Page(Opening):
    """A screen with a top line, a body, the emergency line and the keys."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.PAGE)
    AUTO_FOCUS = ""  # `start` says who has the keys
    heading = strings.APP
    """What stands at the top."""

    def compose(self) -> ComposeResult:
        """The frame and the body."""
        self._fit()
        self.top, self.bar = self.new_top(), KeyBar()
        yield self.top
        yield from self.body()
        yield EmergencyLine()
        yield self.bar
        if _too_small(self.app.size):
            yield TooSmall()

    def new_top(self) -> TopLine:
        """The line at the top."""
        return TopLine()

    def body(self) -> Iterable[Widget]:
        """The widgets in the middle."""
        return ()

    def hints(self) -> Sequence[Key]:
        """The keys at the foot, the most important first."""
        return (keys.ANSWER, keys.BACK, keys.HELP)

    def frame(self) -> None:
        """Draws the lines around the body again."""
        self.top.show(self.heading, self.guide_app.ways.place_words())
        self.bar.show(self.hints())

    def say(self, note: str) -> None:
        """Says something in the top line until the next step."""
        self.top.say(note)

    def on_mount(self) -> None:
        """The frame, and the focus to the body."""
        self.start()

    def start(self) -> None:
        """Draws the frame and gives the body the focus."""
        self.frame()
        for pane in self.query(Pane):
            pane.start()
            break

    async def on_resize(self, event: events.Resize) -> None:
        """Below the least window: what says so. Made when it is first wanted, so that a start does not pay for it."""
        if _too_small(event.size) and not self.query(TooSmall):
            await self.mount(TooSmall())

    def _fit(self) -> None:
        """The classes for the window's size, before anything is drawn: so the first paint is the right one."""
        size = self.app.size
        for limits, cells in (
            (self.app.HORIZONTAL_BREAKPOINTS, size.width),
            (self.app.VERTICAL_BREAKPOINTS, size.height),
        ):
            names = [name for least, name in limits or () if cells >= least]
            self.add_class(*names[-1:], update=False)

    def action_back(self) -> None:
        """Back to the screen below."""
        self.dismiss()

    def action_measures(self) -> None:
        """What the municipality has."""
        self.guide_app.ways.measures()

    def action_leave(self) -> None:
        """Back to what is below; the first screen and the walk ask more."""
        self.action_back()
