"""The walk: at the left the card's points, in the middle the stop, at the right what is known so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget

from guide.core.clock import local
from guide.core.walk import Walk, WalkError
from guide.service.guide import Guide
from guide.tui import keys, strings
from guide.tui.faults import FAULTS
from guide.tui.keys import Key
from guide.tui.scene import scene_of, stepped
from guide.tui.screens.page import Page
from guide.tui.text import GAP
from guide.tui.widgets.advice import AGAIN, HOME, SUMMARY, AdvicePane
from guide.tui.widgets.chrome import MOST_KEYS, KeyBar
from guide.tui.widgets.lines import known_lines, point_lines, titled, why_lines
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose
from guide.tui.widgets.question import QuestionPane
from guide.tui.widgets.stage import Stage

WIDE: Final = 100
"""Columns from which the sides stand beside the middle."""


class WalkScreen(Page):
    """One walk of one card; `alarm` is opened at once. Raises FAULTS when it is made of a card that can't be shown."""

    CSS_PATH: ClassVar = ["../styles/walk.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [keys.OVERVIEW.binding()]

    def __init__(self, guide: Guide, walk: Walk, alarm: str = "") -> None:
        super().__init__()
        self.guide = guide
        self.scene = scene_of(guide, walk)
        self.heading = walk.laid.card.title
        self._first_alarm = alarm

    @property
    def walk(self) -> Walk:
        """The walk as it stands."""
        return self.scene.walk

    # --- drawing -------------------------------------------------------------------------------------------------
    def body(self) -> Iterable[Widget]:
        """Three columns; the sides fold away below WIDE."""
        left = VerticalScroll(Prose(id="points"), classes="side", can_focus=False)
        right = VerticalScroll(Prose(id="known"), classes="side", can_focus=False)
        return (Horizontal(left, Stage(id="middle"), right, id="walk"),)

    def hints(self) -> Sequence[Key]:
        """Those of the stop, then those that are always at hand."""
        pane = self.query_one(Stage).pane
        rest = () if pane and pane.typing else (keys.BACK, keys.WHY, keys.OVERVIEW, keys.CONTACTS)
        return (*(pane.hints() if pane else ()), *rest)[:MOST_KEYS]

    def on_mount(self) -> None:
        """The first stop."""
        self.call_next(self.draw)
        if self._first_alarm:
            self.call_next(self.move, lambda: self.guide.alarm(self.walk, self._first_alarm))

    async def draw(self) -> None:
        """Shows the stop, the points, and what is known."""
        today = local(self.guide.now()).date()
        with self.app.batch_update():
            lines = titled(strings.POINTS, [GAP, *point_lines(self.scene.points, today)])
            self.query_one("#points", Prose).show(lines)
            self.query_one("#known", Prose).show(titled(strings.KNOWN, known_lines(self.scene.known)))
            await self.query_one(Stage).show(self.scene.shown, self.scene.where, today)
        self.call_after_refresh(self.frame)
        if self.walk.dropped:
            self.call_after_refresh(self.say, strings.DROPPED)

    # --- moving --------------------------------------------------------------------------------------------------
    async def move(self, step: Callable[[], Walk]) -> bool:
        """Takes a step and shows where it leads; False where the step does not fit the stop."""
        try:
            walk = step()
            if walk.state.ended:
                self.guide_app.ways.summary(self.guide, self.walk)
                return True
            self.scene = scene_of(self.guide, walk)
        except FAULTS:
            self.guide_app.ways.stuck()
            return True
        except WalkError:
            return False
        await self.draw()
        return True

    async def on_pane_given(self, event: Pane.Given) -> None:
        """Something was given at the stop."""
        event.stop()
        value = event.value
        if value == SUMMARY:
            self.guide_app.ways.summary(self.guide, self.walk)
        elif value == HOME:
            self.go_home()
        elif value == AGAIN:
            await self.move(lambda: self.guide.begin(self.walk.laid.card.id))
        elif not await self.move(lambda: stepped(self.guide, self.scene, value)):
            for pane in self.query(QuestionPane):
                pane.refuse(strings.YEARS_BAD)

    def on_pane_changed(self, event: Pane.Changed) -> None:
        """Other keys matter now."""
        event.stop()
        self.query_one(KeyBar).show(self.hints())

    # --- keys ----------------------------------------------------------------------------------------------------
    def action_back(self) -> None:
        """One step back; from the first stop to the first screen."""
        if self.walk.moves:
            self.call_next(self.move, lambda: self.guide.back(self.walk))
        else:
            self.dismiss()

    def action_why(self) -> None:
        """Why this is asked, and where it stands."""
        from guide.tui.modals.dialog import Dialog

        self.app.push_screen(Dialog(strings.WHY, [GAP, *why_lines(self.scene.shown)]))

    def action_overview(self) -> None:
        """The sides: beside the middle where there is room, else over it."""
        from guide.tui.modals.dialog import Dialog

        if self.size.width >= WIDE:
            self.toggle_class("-no-sides")
            return
        points = point_lines(self.scene.points, local(self.guide.now()).date())
        lines = [GAP, *points, GAP, *titled(strings.KNOWN, known_lines(self.scene.known))]
        self.app.push_screen(Dialog(strings.POINTS, lines))

    def number(self) -> str:
        """The number of the advice that is shown."""
        pane = self.query_one(Stage).pane
        return pane.number if isinstance(pane, AdvicePane) else ""

    def go_home(self) -> None:
        """To the first screen; the card stands open until one quits."""
        self.guide_app.ways.held = self.walk if self.walk.moves else None
        self.dismiss()

    def action_leave(self) -> None:
        """Asks first: nothing is saved."""
        from guide.tui.modals.ask import QUIT, LeaveModal

        def left(chosen: str | None) -> None:
            if chosen == QUIT:
                self.app.exit()
            elif chosen:
                self.go_home()

        if self.walk.moves:
            self.app.push_screen(LeaveModal(home=True), left)
        else:
            self.dismiss()
