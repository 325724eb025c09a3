"""An earlier stop of a case given otherwise. What that takes away is shown first; nothing is lost from the history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.core.clock import local
from guide.core.step import StuckError
from guide.core.walk import Move, WalkError, stood_at
from guide.service.cases.steps import change, given_otherwise, same_given, would_take_away
from guide.tui import case_strings as strings
from guide.tui import keys
from guide.tui import strings as app_strings
from guide.tui.case_doors import YES, checked_fields, tell
from guide.tui.kept import Kept, draft_of, memo_of
from guide.tui.keys import Key
from guide.tui.memo import Draft
from guide.tui.modals.dialog import Dialog
from guide.tui.scene import scene_of
from guide.tui.screens.keeping import KEEP_EVERY
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, bullets, plain
from guide.tui.widgets.answers import Choice
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.stage import Stage

Given = str | tuple[str, ...] | dict[str, str]


class AnewScreen(Page):
    """Number `index` of what was given, as it was asked. Raises FAULTS where the card can't show it.

    `changed` tells whether it is given otherwise now.
    """

    CSS_PATH: ClassVar = ["../styles/walk.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def __init__(self, kept: Kept, index: int) -> None:
        super().__init__()
        self.kept, self.index, self.changed = kept, index, False
        opened = kept.opened
        move = opened.walk.moves[index]
        self._place = move.node, move.visit
        scene = scene_of(opened.guide, stood_at(opened.walk, index))
        told = (Line(plain(strings.ANEW, "$text-muted")), GAP)
        self._typed = memo_of(kept).drafts.get(self._place)
        self.stage = Stage(scene.shown, told, local(opened.guide.now()).date(), self._typed)
        self.heading = opened.case.reference

    def start(self) -> None:
        """What is typed is stored as it is typed, as in the walk."""
        super().start()
        self.set_interval(KEEP_EVERY, self.keep_now)

    def keep_now(self) -> None:
        """Stores what is typed here, where it has changed."""
        if self.kept.cases.unlocked and self.is_mounted:
            typed = self.stage.pane.draft()  # None: as it was when one came, which may have been typed already
            self._keep(self._typed if typed is None else typed)

    def _keep(self, typed: Draft | None) -> None:
        memo = memo_of(self.kept)
        memo.drafts.pop(self._place, None)
        if typed is not None:
            memo.drafts[self._place] = typed
        if said := self.kept.keep(draft_of(memo)):
            self.say(said)

    def action_back(self) -> None:
        """Out: what stood there stands, and what was typed is let go."""
        self._keep(None)
        super().action_back()

    def body(self) -> Iterable[Widget]:
        """The stop."""
        return self.stage.widgets()

    def hints(self) -> Sequence[Key]:
        """Those of the stop, and out."""
        pane = self.stage.pane
        return (*pane.hints(), *(() if pane.typing else (keys.BACK, keys.CONTACTS)))

    def on_pane_changed(self, event: Pane.Changed) -> None:
        """A field was entered or left."""
        event.stop()
        self.bar.show(self.hints())

    def on_pane_back(self, event: Pane.Back) -> None:
        """Out, nothing changed."""
        event.stop()
        self.action_back()

    def on_pane_given(self, event: Pane.Given) -> None:
        """Given otherwise."""
        event.stop()
        self.run_worker(self._give(event.value), group="cases", exclusive=True)

    async def _give(self, value: Given) -> None:
        if isinstance(value, dict):
            fine = await checked_fields(self.guide_app, self.stage.pane.labels(), value)
            if fine is None:
                return
            value = fine
        kept = self.kept
        if not self._stands():
            return
        move = _otherwise(kept, self.index, value)
        if same_given(kept.opened, self.index, move):
            self.action_back()
            return
        try:
            stop = kept.opened.walk.change(self.index, move).place.node.text
        except WalkError:
            self.stage.pane.refuse(app_strings.YEARS_BAD)
            return
        except StuckError:
            self.guide_app.ways.stuck()
            return
        if await self._fine(would_take_away(kept.opened, self.index, move), stop):
            await self._write(move)

    def _stands(self) -> bool:
        """Whether the stop is there still. Where another window has taken it away, closes: the page shows the case."""
        moves = self.kept.opened.walk.moves
        found = next((at for at, move in enumerate(moves) if (move.node, move.visit) == self._place), None)
        if found is None:
            self.changed = True
            self.dismiss()
            return False
        self.index = found
        return True

    async def _fine(self, gone: tuple[str, ...], stop: str) -> bool:
        """Whether the user wants it all the same, where something no longer stands then."""
        if not gone:
            return True
        lines = [GAP, Line(plain(strings.TAKES_AWAY)), *bullets(gone), GAP]
        lines += [Line(plain(strings.THEN_STANDS.format(stop=stop))), GAP]
        choices = [Choice("", strings.TAKES_NO), Choice(YES, strings.TAKES_YES)]
        return await self.app.push_screen_wait(Dialog(strings.TAKES_TITLE, lines, choices)) == YES

    async def _write(self, move: Move) -> None:
        kept = self.kept
        if said := kept.write(lambda: change(kept.cases, kept.opened, self.index, move)):
            await tell(self.guide_app, strings.FAILED_TITLE, said)
            return
        self.changed = True
        self.action_back()


def _otherwise(kept: Kept, index: int, value: Given) -> Move:
    if isinstance(value, dict):
        return given_otherwise(kept.cases, kept.opened, index, fields=tuple(value.items()))
    if isinstance(value, tuple):
        return given_otherwise(kept.cases, kept.opened, index, ticked=value)
    return given_otherwise(kept.cases, kept.opened, index, answer=value)
