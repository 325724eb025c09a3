"""Runs the real app in a process of its own, with content that no file could hold: `python -m tests.tui.driver FILE`.

FILE is a pickle that the test has written: (content, profile) pairs, and single texts. F5 takes the next pair, from its
first screen; F6 shows the next single text in the line at the top. After each key, when the screen is painted, a mark
is written that no person sees.
"""

from __future__ import annotations

import asyncio
import os
import pickle
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from guide.cli.app import quiet

quiet()  # before Textual is imported, as the app itself does

from textual import events  # noqa: E402
from textual.pilot import Pilot  # noqa: E402

import guide.tui.app  # noqa: E402
from guide.core.clock import OSLO  # noqa: E402
from guide.core.content import Content  # noqa: E402
from guide.service.guide import Guide  # noqa: E402
from guide.service.profile import Profile  # noqa: E402
from guide.tui.app import GuideApp  # noqa: E402
from guide.tui.settings import Chosen  # noqa: E402
from guide.tui.widgets.chrome import TopLine  # noqa: E402
from tests.tui.terminal import MARK  # noqa: E402

MONDAY = datetime(2026, 11, 23, 15, 10, tzinfo=OSLO)
Pair = tuple[Content, Profile]


class Remembers:
    """Settings in memory."""

    def __init__(self, chosen: Chosen) -> None:
        self.chosen = chosen

    def load(self) -> Chosen:
        """What was chosen last."""
        return self.chosen

    def save(self, chosen: Chosen) -> None:
        """Remembers."""
        self.chosen = chosen


class Driven(GuideApp):
    """The app; it tells when a key has had its effect, and F5 takes the next content."""

    CSS_PATH: ClassVar = [Path(guide.tui.app.__file__).parent / path for path in GuideApp.CSS_PATH]

    def __init__(self, pairs: Sequence[Pair], singles: Sequence[str], theme: str = "") -> None:
        self.pairs, self.pair, self.keys = list(pairs), 0, 0
        self.singles, self.shown = list(singles), 0
        self._telling: set[asyncio.Task[None]] = set()
        super().__init__(self._guide(), Remembers(Chosen(pairs[0][1], theme)))

    def _guide(self) -> Guide:
        content, profile = self.pairs[self.pair]
        return Guide(content, profile, lambda: MONDAY)

    def on_ready(self) -> None:
        """The first screen is there."""
        self._tell()

    async def on_event(self, event: events.Event) -> None:
        """Counts keys."""
        fresh = isinstance(event, events.Key) and not event.is_forwarded
        await super().on_event(event)
        if isinstance(event, events.Key) and fresh:
            self.keys += 1
            if event.key == "f5":
                self._next()
            elif event.key == "f6":
                self._top()
            self._tell()

    def _next(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.pair = (self.pair + 1) % len(self.pairs)
        self.guide, self.ways.held = self._guide(), None

    def _top(self) -> None:
        """The next payload in the line at the top, which has room for one only: as title, place and note in turn."""
        number, slot = divmod(self.shown, 3)
        self.shown += 1
        if number < len(self.singles):
            top, text = self.screen.query_one(TopLine), f"({self.singles[number]})"
            top.show(text if slot == 0 else "", text if slot == 1 else "")
            if slot == 2:
                top.say(text)

    def _tell(self) -> None:
        task = asyncio.get_running_loop().create_task(self._settled(self.keys))
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)

    async def _settled(self, keys: int) -> None:
        pilot: Pilot[Any] = Pilot(self)
        for _ in range(2):
            await pilot._wait_for_screen()
            painted = asyncio.Event()
            self.screen.call_after_refresh(painted.set)
            await painted.wait()
        if self._driver:
            self._driver.write(MARK.format(keys=keys, screen=type(self.screen).__name__))
            self._driver.flush()


def without_network(told: Path) -> None:
    """No socket but those between parts of one process; what is tried all the same is told in a file, and fails."""

    import socket

    def watch(event: str, args: tuple[Any, ...]) -> None:
        inside = event == "socket.__new__" and args[1] == socket.AF_UNIX
        wrong = event.startswith("socket.") and not inside and event != "socket.gethostname"
        if wrong:
            with told.open("a", encoding="utf-8") as file:
                file.write(f"{event} {args[1:]}\n")
            raise PermissionError(event)

    sys.addaudithook(watch)


def main() -> int:
    """Runs the app to its end."""
    with open(sys.argv[1], "rb") as file:
        pairs, singles = pickle.load(file)  # noqa: S301  # the test itself has written it
    if told := os.environ.get("PROVE_NO_NETWORK"):
        without_network(Path(told))
    app = Driven(pairs, singles, os.environ.get("PROVE_THEME", ""))
    if folder := os.environ.get("PROVE_FOLDER"):  # what an admin edits
        app.folder = lambda: Path(folder)
    app.run()
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main())
