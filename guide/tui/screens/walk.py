"""The walk: at the left the card's points, in the middle the stop, at the right what is known so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, Final

from textual import events
from textual.binding import BindingType
from textual.widget import Widget

from guide.core.clock import local
from guide.core.walk import Walk, WalkError
from guide.service.guide import Guide
from guide.tui import keys, strings
from guide.tui.faults import FAULTS
from guide.tui.keys import Key
from guide.tui.memo import Memo
from guide.tui.scene import scene_of, stepped
from guide.tui.screens.asides import Asides
from guide.tui.widgets.chrome import MOST_KEYS
from guide.tui.widgets.pane import AGAIN, HOME, MEASURES, SUMMARY, Pane, ReadingPane

WIDE: Final = 100
"""Columns from which the sides stand beside the middle."""


class WalkScreen(Asides):
    """One walk of one card; `alarm` is opened at once. Raises FAULTS when it is made of a card that can't be shown."""

    CSS_PATH: ClassVar = ["../styles/walk.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        (keys.OVERVIEW, keys.NOTE, keys.SAVE, keys.TAKE_OUT, keys.RECORD)
    )

    def __init__(self, guide: Guide, walk: Walk, alarm: str = "", memo: Memo | None = None, apart: str = "") -> None:
        super().__init__(guide, scene_of(guide, walk), memo or Memo(), apart)
        self.heading = walk.laid.card.title
        self._first_alarm = alarm

    # --- drawing -------------------------------------------------------------------------------------------------
    def body(self) -> Iterable[Widget]:
        """The middle; the sides come beside it from WIDE on."""
        yield from self.stage.widgets()
        if self.app.size.width >= WIDE:
            yield from self.new_sides()

    def hints(self) -> Sequence[Key]:
        """Those of the stop, then those that are always at hand."""
        pane = self.stage.pane
        rest = () if pane.typing else (keys.BACK, keys.WHY, keys.OVERVIEW, keys.CONTACTS)
        return (*pane.hints(), *rest)[:MOST_KEYS]

    def frame(self) -> None:
        """The lines around it; in a case they say when it was last saved."""
        super().frame()
        if self.kept:
            self.top.show(self.heading, self.kept.saved)

    def start(self) -> None:
        """The first stop."""
        super().start()
        self._seen()
        if self.kept:
            self.keep_often()
        if self._first_alarm:
            self.call_next(self.move, lambda: self.guide.alarm(self.walk, self._first_alarm))

    async def on_resize(self, event: events.Resize) -> None:
        """The sides, once there is room for them."""
        if event.size.width >= WIDE and not self.sides:
            await self.mount(*self.new_sides())

    async def draw(self) -> None:
        """Shows the stop, the points, and what is known."""
        today, draft = local(self.guide.now()).date(), self.memo.draft(self.walk)
        self.draw_sides()
        await self.stage.show(self, self.scene.shown, self.where(), today, draft)
        self.frame()
        self._seen()

    def _seen(self) -> None:
        # only when it is laid out does advice know whether all of it is seen
        if isinstance(self.stage.pane, ReadingPane):
            self.call_after_refresh(self.show_keys)
        if self.walk.dropped:
            self.say(strings.DROPPED)

    # --- moving --------------------------------------------------------------------------------------------------
    async def move(self, step: Callable[[], Walk]) -> bool:
        """Takes a step and shows where it leads; False where the step does not fit the stop."""
        self.keep_typed()
        try:
            walk = step()
            if self.kept:
                walk = self.stored(self.kept, walk)
            if walk.state.ended:
                self.show_summary()
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
        """Something was given at the stop; what was meant for the one before, by a second key, is nobody's answer."""
        event.stop()
        value = event.value
        if event.stop_id != self.scene.shown.node:
            return
        if value == SUMMARY:
            self.show_summary()
        elif value == HOME:
            self.guide_app.ways.home()
        elif value == MEASURES:
            self.show_measures()
        elif value == AGAIN and self.kept:  # the case stays as it is: another walk of the card, over it
            self.guide_app.ways.begin(self.walk.laid.card.id)
        elif value == AGAIN:
            self.memo = Memo()
            await self.move(lambda: self.guide.begin(self.walk.laid.card.id))
        elif self.kept and isinstance(value, dict):
            self.run_worker(self._give_checked(value, event.stop_id), group="cases")
        elif not await self._give(value):
            self.stage.pane.refuse(strings.YEARS_BAD)

    async def _give_checked(self, fields: dict[str, str], stop: str) -> None:
        """Words of a record are stored once the user has seen what in them may tell who somebody is."""
        from guide.tui.case_doors import checked_fields

        fine = await checked_fields(self.guide_app, self.stage.pane.labels(), fields)
        if fine is not None and self.scene.shown.node == stop:
            await self._give(fine)

    async def _give(self, value: str | tuple[str, ...] | dict[str, str]) -> bool:
        before, self.failed = self.walk, False
        fits = await self.move(lambda: stepped(self.guide, self.scene, value))
        if self.walk is not before and not self.failed:
            self.memo.forget(before)
        return fits

    async def on_pane_back(self, event: Pane.Back) -> None:
        """The key for back was pressed in the pane."""
        event.stop()
        if self.walk.moves:
            await self.move(lambda: self.guide.back(self.walk))
        else:
            self.action_back()

    # --- keys ----------------------------------------------------------------------------------------------------
    def action_back(self) -> None:
        """One step back; from the first stop to the first screen."""
        if self.walk.moves:
            self.call_next(self.move, lambda: self.guide.back(self.walk))
        else:
            self.hold()
            self.guide_app.ways.close()
