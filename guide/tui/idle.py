"""An open case that nobody sits at: covered after two minutes, locked after fifteen. What was typed is stored first."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from guide.core.faults import last_saved
from guide.tui import case_strings as strings
from guide.tui.screens.hidden import HiddenScreen
from guide.tui.screens.home import HomeScreen
from guide.tui.screens.walk import WalkScreen

if TYPE_CHECKING:
    from guide.tui.app import GuideApp

COVER_AFTER: Final = timedelta(minutes=2)
LOCK_AFTER: Final = timedelta(minutes=15)
LOOK_EVERY: Final = 5.0
"""Seconds between two looks at the clock."""


class Idle:
    """Looks while cases are unlocked. A machine that has slept is found out at the first look."""

    def __init__(self, app: GuideApp) -> None:
        self.app = app
        self.last = app.guide.now()
        app.set_interval(LOOK_EVERY, self.look)

    def touch(self) -> None:
        """Somebody is there."""
        self.look()  # first: a key after the time is out opens nothing
        self.last = self.app.guide.now()

    def look(self) -> None:
        """Covers or locks, where it is time."""
        if not self.app.ways.cases().unlocked:
            return
        gone = abs(self.app.guide.now() - self.last)
        if gone >= LOCK_AFTER:
            self.lock()
        elif gone >= COVER_AFTER and not isinstance(self.app.screen, HiddenScreen):
            self.app.action_hide()

    def lock(self) -> None:
        """Stores what is typed, goes home, and forgets the key and what was copied."""
        for screen in self.app.screen_stack:
            if isinstance(screen, WalkScreen):
                screen.keep_now()
        self.app.workers.cancel_group(self.app, "cases")
        self.app.ways.home()
        self.app.ways.forget_copied()
        self.app.ways.cases().lock()
        last_saved("")
        if isinstance(self.app.screen, HomeScreen):
            self.app.screen.tell(strings.LOCKED)
