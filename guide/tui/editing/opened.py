"""Where a file of the folder is edited: contacts as a table, cards as a tree, exercises as a form, others as text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from textual.screen import Screen

from guide.store.load import kind_of


def file_screen(root: Path, file: str, now: Callable[[], datetime], line: int = 0) -> Screen[None]:
    """The screen on which a file is edited, at `line` where one is given."""
    kind = (kind_of(file) or ("",))[0]
    if kind == "contacts":
        from guide.tui.editing.contacts import EditContactsScreen

        return EditContactsScreen(root, file, now, line)
    if kind == "card":
        from guide.tui.editing.card import CardScreen

        return CardScreen(root, file, now, line)
    if kind == "exercise" and not line:
        from guide.tui.editing.exercise import ExerciseScreen

        return ExerciseScreen(root, file, now)
    from guide.tui.editing.bench import Bench
    from guide.tui.editing.text import TextScreen

    return TextScreen(Bench(root, file, now), "", line, alone=True)
