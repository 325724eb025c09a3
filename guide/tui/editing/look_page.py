"""What the screens of a card share: looking for faults beside the typing, and keeping what is typed."""

from __future__ import annotations

import asyncio
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.timer import Timer

from guide.tui import keys
from guide.tui.editing import card_keys
from guide.tui.editing import card_texts as texts
from guide.tui.editing.bench import Bench
from guide.tui.editing.own_keys import OwnKeys

WAIT: Final = 0.35
"""Seconds without a key after which what was typed is looked at."""
KEEP_EVERY: Final = 2.0


class LookPage(OwnKeys):
    """A screen of a card. Typing waits for nothing: faults are looked for in a thread, and stale answers dropped."""

    CSS_PATH: ClassVar = ["../styles/walk.tcss", "../styles/editing.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        *keys.bindings(card_keys.DRAFT),
    ]

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self.heading = bench.file
        self._timer: Timer | None = None
        self._told_outside = False

    # --- what a screen has -----------------------------------------------------------------------------------------
    def node(self) -> str:
        """The step that one is at, empty where there is none."""
        return ""

    def settle(self) -> None:
        """What is typed and not taken up yet is taken up now."""

    def told(self) -> None:
        """Something was found out, or has been edited elsewhere: shows it."""

    def fresh(self) -> None:
        """The file says something else now: shows it anew."""
        self.told()

    def on_unmount(self) -> None:
        """However one leaves, what is edited is kept."""
        self.bench.keep()

    # --- looking ---------------------------------------------------------------------------------------------------
    def on_mount(self) -> None:
        """Looks for faults, and keeps what is typed every two seconds."""
        self.bench.profile = self.guide_app.guide.profile
        self.set_interval(KEEP_EVERY, self.keep_often)
        if not self.bench.looked:
            self.look()

    def on_screen_resume(self) -> None:
        """One comes back from another screen of the card."""
        if self.is_mounted:
            self.told()

    def touched(self) -> None:
        """Something was typed: looks once no key has come for a while. What was said before is said no more."""
        self.top.show(self.heading, self.guide_app.ways.place_words())
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(WAIT, self.take_up)

    def take_up(self) -> None:
        """The keys have stopped."""
        self.look()

    def look(self) -> None:
        """Looks for faults; one look at a time."""
        if not self.bench.busy:
            # of the app's: it goes on when this screen closes, and the one below tells what was found
            self.app.run_worker(self._look(), group="look")

    async def _look(self) -> None:
        bench, turn = self.bench, -1
        bench.busy = True
        try:
            while turn != bench.turn:
                turn = bench.turn
                looked = await asyncio.to_thread(bench.look())
                if turn == bench.turn:
                    bench.take(looked)
        finally:
            bench.busy = False
        if isinstance(self.app.screen, LookPage):
            self.app.screen.told()

    def keep_often(self) -> None:
        """Keeps what is typed, beside the typing."""
        if self.is_current:
            self.run_worker(self.keep_now(), group="keep")

    async def take_all(self) -> None:
        """What is typed is in the file that is edited."""
        self.settle()

    async def keep_now(self) -> None:
        """Keeps what is typed; says once where the file has been changed by somebody else."""
        await self.take_all()
        if not await asyncio.to_thread(self.bench.keep):
            self.say(texts.NOT_KEPT)
        elif not self._told_outside and self.bench.changed_outside():
            self._told_outside = True
            self.say(texts.OUTSIDE_NOW)
