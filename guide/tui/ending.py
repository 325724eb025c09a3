"""How the app ends when something fails: the terminal as it was, a code, and nothing of the walk."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from textual.app import App

from guide.core.faults import crash_code, when_saved
from guide.tui import strings

if TYPE_CHECKING:
    from rich.console import RenderableType


class EndingApp(App[None]):
    """An app that tells no more of a fault than its code, and always gives the terminal back."""

    async def _shutdown(self) -> None:
        """Gives the terminal back as it was, also when the end itself fails: what resets it is still to be written."""
        try:
            await super()._shutdown()
        finally:
            if self._driver:
                self._driver.close()  # waits for the thread that writes; a second time does nothing

    def _fatal_error(self) -> None:
        """A crash says a code and nothing of the walk: no message, no values, no locals."""
        from rich.text import Text

        self.bell()
        if not self._exit_renderables:  # of several, the first: it is what the others come from
            code = crash_code(sys.exc_info()[1] or self._exception)
            self._exit_renderables.append(Text(crash_words(code)))
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """An error that would draw itself, with all that it holds, says a code as others do."""
        self._fatal_error()


def crash_words(code: str) -> str:
    """What is told of a crash: its code, and whether a case is saved."""
    clock = when_saved()
    return strings.CRASH_SAVED.format(code=code, clock=clock) if clock else strings.CRASH.format(code=code)
