"""What every screen shares: the lines around it, the keys that are always at hand, «vinduet er for lite»."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widget import Widget

from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.widgets.chrome import EmergencyLine, KeyBar, TooSmall, TopLine
from guide.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from guide.tui.app import GuideApp


class Page(Screen[None]):
    """A screen with a top line, a body, the emergency line and the keys."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.PAGE)
    heading = strings.APP
    """What stands at the top."""

    @property
    def guide_app(self) -> GuideApp:
        """The app, as what it is."""
        return cast("GuideApp", self.app)

    def compose(self) -> ComposeResult:
        """The frame and the body."""
        yield TopLine()
        yield from self.body()
        yield EmergencyLine()
        yield KeyBar()
        yield TooSmall()

    def body(self) -> Iterable[Widget]:
        """The widgets in the middle."""
        return ()

    def hints(self) -> Sequence[Key]:
        """The keys at the foot, the most important first."""
        return (keys.ANSWER, keys.BACK, keys.HELP)

    def frame(self) -> None:
        """Draws the lines around the body again."""
        self.query_one(TopLine).show(self.heading, self.guide_app.place_words())
        self.query_one(KeyBar).show(self.hints())

    def say(self, note: str) -> None:
        """Says something in the top line until the next step."""
        self.query_one(TopLine).say(note)

    def on_mount(self) -> None:
        """The frame, and the focus to the body."""
        self.frame()
        for pane in self.query(Pane):
            pane.start()
            break

    def action_alarms(self) -> None:
        """The small menu of alarms."""
        from guide.tui.modals.emergency import AlarmModal

        self.app.push_screen(AlarmModal(self.guide_app.cards()), self.guide_app.ways.alarm)

    def action_contacts(self) -> None:
        """All contacts."""
        self.guide_app.ways.contacts()

    def action_help(self) -> None:
        """The keys."""
        from guide.tui.modals.help import HelpModal

        self.app.push_screen(HelpModal())

    def action_why(self) -> None:
        """Why this stands here; where there is nothing to tell, the keys."""
        self.action_help()

    def action_back(self) -> None:
        """Back to the screen below."""
        self.dismiss()

    def action_copy(self) -> None:
        """Copies the number that is shown."""
        number = self.number()
        if number:
            self.app.copy_to_clipboard(number)
        self.say(strings.COPIED.format(number=number) if number else strings.NOTHING_TO_COPY)

    def number(self) -> str:
        """The number that is copied, empty where there is none."""
        return ""

    def action_leave(self) -> None:
        """Back to what is below; the first screen and the walk ask more."""
        self.action_back()
