"""What every modal shares: it says its value when it closes, empty for Escape, and never hides the way to help."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widget import Widget

from guide.tui import keys
from guide.tui.keys import Key
from guide.tui.text import Line
from guide.tui.widgets.answers import NEVER, AnswerList, Choice
from guide.tui.widgets.chrome import EmergencyLine, KeyBar, TooSmall
from guide.tui.widgets.lines import titled
from guide.tui.widgets.pane import Pane, ReadingPane
from guide.tui.widgets.prose import Prose

NO_VALUE = ""


class ToRead(ReadingPane):
    """Lines without choices: Enter turns the page until all has been seen, then closes."""

    def action_enter(self) -> None:
        """A page further, or away."""
        if self.at_end and isinstance(self.screen, Dialog):
            self.screen.action_close()
        else:
            self.action_page_down()


class Dialog(ModalScreen[str]):
    """A title, lines, and choices where there are any. Dismissed with the choice's value."""

    CSS_PATH: ClassVar = ["../styles/modals.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,b,q", "close", show=False),
        keys.EMERGENCY.binding(),
        keys.HIDE.binding(),
        keys.THEME.binding(),
        Binding("ctrl+c", "close", show=False),
    ]

    READ: ClassVar = True
    """Whether Enter closes it where there is nothing to choose."""

    def __init__(self, title: str, lines: Iterable[Line] = (), choices: Sequence[Choice] = ()) -> None:
        super().__init__()
        self.heading, self.lines, self.choices = title, tuple(lines), tuple(choices)

    def compose(self) -> ComposeResult:
        """The panel, and the keys at the foot of the screen."""
        with (ToRead if self.READ and not self.choices else Pane)(id="dialog"):
            yield Prose(titled(self.heading, self.lines))
            yield from self.more()
            if self.choices:
                yield AnswerList(self.choices, airy=NEVER)
        yield EmergencyLine()
        yield KeyBar(self.hints())
        yield TooSmall()

    def more(self) -> Iterable[Widget]:
        """Widgets between the lines and the choices."""
        return ()

    def hints(self) -> Sequence[Key]:
        """The keys at the foot."""
        return (keys.ANSWER, keys.ESCAPE) if self.choices else (keys.ENTER, keys.ARROWS, keys.ESCAPE)

    def on_mount(self) -> None:
        """Somebody has the keys."""
        self.take_keys()

    def take_keys(self) -> None:
        """The panel takes the keys. (A subclass's `on_mount` would not replace this one: Textual calls both.)"""
        self.query_one(Pane).start()

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Closes with the choice."""
        event.stop()
        self.dismiss(event.value)

    def action_close(self) -> None:
        """Closes without a choice."""
        self.dismiss(NO_VALUE)
