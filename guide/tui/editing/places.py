"""Where a file of the folder is edited: contacts as a table; of any other what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from guide.core.findings import Finding
from guide.core.text import clean
from guide.tui import keys
from guide.tui.editing import texts
from guide.tui.keys import Key
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, bullets, title_of
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose


def screen_for(
    root: Path, file: str, now: Callable[[], datetime], found: Sequence[Finding] = (), line: int = 0
) -> Screen[None]:
    """The screen on which a file is edited, at `line` where one is given; `found` is what is wrong with it."""
    if file.startswith("contacts/"):
        from guide.tui.editing.contacts import EditContactsScreen

        return EditContactsScreen(root, file, now, line)
    return FindingsScreen(file, found)


class FindingsScreen(Page):
    """What is wrong with one file, line by line, and how to mend it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]
    heading = texts.TITLE

    def __init__(self, file: str, found: Sequence[Finding]) -> None:
        super().__init__()
        self.file, self.found = file, found

    def body(self) -> Iterable[Widget]:
        """The findings in the order of the file."""
        lines = [finding_text(finding) for finding in self.found] or [texts.FINE]
        head = Line(title_of(texts.FINDINGS_HEAD.format(name=clean(self.file))))
        return (Pane(Prose([head, GAP, *bullets(lines)])),)

    def hints(self) -> Sequence[Key]:
        """Read, or back."""
        return (keys.ARROWS, keys.BACK, keys.HELP)


def finding_text(finding: Finding) -> str:
    """What is wrong, where it has a line, and how to mend it."""
    words = texts.FINDING if finding.line else texts.FINDING_FILE
    return words.format(line=finding.line, what=finding.what, mend=finding.mend).rstrip()
