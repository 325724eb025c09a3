"""The deep line: what every training screen shares. Another colour, «ØVELSE» at the top, no number to ring."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen

from guide.service.training.words import BANNER
from guide.service.views import ContactView
from guide.tui.keys import Key
from guide.tui.screens.page import Page
from guide.tui.text import joined, plain
from guide.tui.training import texts
from guide.tui.widgets.chrome import LEAST_ROOM, TopLine

STYLE: Final = "bold $background"
HINT: Final = Key("i", "hint", "i", texts.K_HINT, texts.KL_HINT)
STORY: Final = Key("s", "story", "s", texts.K_STORY, texts.KL_STORY)
LEAVE: Final = Key("q", "leave", "q", texts.K_DONE, texts.KL_DONE)


class TrainingLine(TopLine):
    """The top line in the colour of training. Whatever it says, it begins with «ØVELSE»."""

    def render(self) -> Content:
        """The word, then what is said, and the exercise's clock at the right where there is room."""
        width = self.content_size.width
        left = plain(f"{BANNER}  ", STYLE)
        said = plain(self._note or self._title, STYLE)
        room = width - left.cell_length - said.cell_length - len(self._place)
        left = joined([left, said]).truncate(width, ellipsis=True)
        if room < LEAST_ROOM:
            return left
        return left.extend_right(width - left.cell_length - len(self._place)) + plain(self._place, STYLE)


class TrainingPage(Page):
    """A screen of training. Nothing can be marked with the mouse, copied or shown as a code."""

    CSS_PATH: ClassVar = ["../styles/walk.tcss", "../styles/training.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [STORY.binding(), HINT.binding()]
    ALLOW_SELECT = False
    clock = ""
    """What stands at the right of the top line."""

    def new_top(self) -> TopLine:
        """The line of training."""
        return TrainingLine()

    def frame(self) -> None:
        """The lines around the body; at the right the exercise's clock instead of one's own place."""
        self.top.show(self.heading, self.clock)
        self.bar.show(self.hints())

    def ask_file(self, modal: ModalScreen[str]) -> None:
        """Asks for a file, and says where it was written."""
        self.app.push_screen(modal, lambda said: self.say(said) if said else None)

    def contact(self) -> ContactView | None:
        """Nobody is rung from an exercise."""
        return None

    def action_copy(self) -> None:
        """Numbers stay where they are."""
        self.say(texts.NO_NUMBERS)

    def action_qr(self) -> None:
        """Numbers stay where they are."""
        self.say(texts.NO_NUMBERS)

    def action_search(self) -> None:
        """What is found could open a real card."""
        self.say(texts.NOT_HERE)

    def action_measures(self) -> None:
        """Not in an exercise."""
        self.say(texts.NOT_HERE)

    def action_contacts(self) -> None:
        """Those of the exercise's own hour, where it has one."""
        self.say(texts.NOT_HERE)

    def action_alarms(self) -> None:
        """Those of the exercise's card, where it has any; the real numbers are one key away."""
        self.say(texts.REAL)

    def action_hint(self) -> None:
        """Where something is to be decided."""
        self.say(texts.HINT_NONE)

    def action_story(self) -> None:
        """Where there is a story."""
        self.say(texts.NOT_HERE)
