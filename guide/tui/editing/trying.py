"""«Prøv herfra»: the real walk with the draft. Marked on every screen, saves nothing, rings nobody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from guide.core.walk import Walk
from guide.service.guide import Guide
from guide.service.views import ContactView
from guide.tui import keys
from guide.tui.editing import card_texts as texts
from guide.tui.keys import Key
from guide.tui.memo import Memo
from guide.tui.screens.walk import WalkScreen
from guide.tui.text import joined, plain
from guide.tui.widgets.chrome import LEAST_ROOM, MOST_KEYS, TopLine
from guide.tui.widgets.pane import HOME, MEASURES, SUMMARY, Pane

STYLE = "bold $background"


class TryLine(TopLine):
    """The top line of a trial. Whatever it says, it begins with «PRØVE»."""

    def render(self) -> Content:
        """The word, then what is said, and at the right how one gets out."""
        width = self.content_size.width
        left = joined([plain(f"{texts.TRY_BANNER}  ", STYLE), plain(self._note or self._title, STYLE)])
        left = left.truncate(width, ellipsis=True)
        right = plain(texts.TRY_PLACE, STYLE)
        room = width - left.cell_length - right.cell_length
        return left.extend_right(room) + right if room >= LEAST_ROOM else left


class TryScreen(WalkScreen):
    """A walk that is no case: it can't be saved, recorded or held, and no number leaves it."""

    CSS_PATH: ClassVar = ["../styles/walk.tcss", "../styles/editing.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]
    ALLOW_SELECT = False

    def __init__(self, guide: Guide, walk: Walk) -> None:
        super().__init__(guide, walk, "", Memo())
        # back leads to the start of the trial, and no farther: how one came there is nobody's answers
        self.begun = len(walk.moves)

    def new_top(self) -> TopLine:
        """The line of a trial."""
        return TryLine()

    def hints(self) -> Sequence[Key]:
        """Those of the stop, but none that rings anybody."""
        pane = self.stage.pane
        own = [key for key in pane.hints() if key not in (keys.COPY, keys.QR)]
        return (*own, *(() if pane.typing else (keys.BACK, keys.LEAVE, keys.WHY, keys.OVERVIEW)))[:MOST_KEYS]

    def contact(self) -> ContactView | None:
        """Nobody is rung from a trial."""
        return None

    def hold(self) -> None:
        """Nothing stands open for later."""

    async def on_pane_given(self, event: Pane.Given) -> None:
        """What leads out of the walk ends the trial."""
        if event.value in (SUMMARY, HOME):
            event.stop()
            event.prevent_default()
            self.dismiss()
        elif event.value == MEASURES:
            event.stop()
            event.prevent_default()
            self.say(texts.TRY_NOT)

    async def on_pane_back(self, event: Pane.Back) -> None:
        """Back, but not to before the trial."""
        if len(self.walk.moves) <= self.begun:
            event.stop()
            event.prevent_default()
            self.dismiss()

    def show_summary(self) -> None:
        """The card has ended: so has the trial."""
        self.say(texts.TRY_END)

    def action_back(self) -> None:
        """One step back; from where the trial began, out of it."""
        if len(self.walk.moves) > self.begun:
            self.call_next(self.move, lambda: self.guide.back(self.walk))
        else:
            self.dismiss()

    def action_leave(self) -> None:
        """Ends the trial: nothing is lost by it."""
        self.dismiss()

    def action_save(self) -> None:
        """A trial is no case."""
        self.say(texts.TRY_SAID)

    def not_here(self) -> None:
        """A trial is no exercise and has no note; what is found from it could open a real card."""
        self.say(texts.TRY_NOT)

    action_record = action_note = action_search = action_measures = action_contacts = action_take_out = not_here
