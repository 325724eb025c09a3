"""Something that takes a moment, done in a thread: the keys answer meanwhile, and Escape gives it up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import ClassVar, TypeVar

from textual.app import App

from guide.store.cases.errors import CaseError
from guide.tui import keys
from guide.tui.keys import Key
from guide.tui.modals.dialog import NO_VALUE, Dialog
from guide.tui.text import GAP, Line, plain

Found = TypeVar("Found")


class Working(Dialog):
    """Closed when `work` has ended and nothing stands over it; `error` is what it raised that is to be told."""

    READ: ClassVar = False  # a second Enter after the passphrase gives nothing up

    def __init__(self, title: str, said: str, work: Callable[[], None]) -> None:
        super().__init__(title, (GAP, Line(plain(said)), GAP))
        self.work = work
        self.error: CaseError | None = None
        self.ended = False

    def hints(self) -> Sequence[Key]:
        """Out."""
        return (keys.ESCAPE,)

    def on_mount(self) -> None:
        """Begins."""
        self.run_worker(self._run())

    def on_screen_resume(self) -> None:
        """What stood over it is closed: an emergency is never pushed away by what was waited for."""
        self._close()

    async def _run(self) -> None:
        try:
            await asyncio.to_thread(self.work)
        except CaseError as failed:
            self.error = failed
        self.ended = True
        self._close()

    def _close(self) -> None:
        if self.ended and self.app.screen is self:
            self.dismiss(NO_VALUE)


async def in_thread(app: App[None], title: str, said: str, work: Callable[[], Found]) -> Found | None:
    """What `work` gives, None where the user gave up. It must change nothing: what is given up goes on to its end.

    Raises the CaseError that it raises. In a worker.
    """
    found: list[Found] = []
    screen = Working(title, said, lambda: found.append(work()))
    await app.push_screen_wait(screen)
    if not screen.ended:
        return None
    if screen.error:
        raise screen.error
    return found[0]
