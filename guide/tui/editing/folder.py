"""Making a folder of one's own in the app, or opening one that is there. Both are remembered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from guide.core.clock import local
from guide.core.text import clean
from guide.service.editing.own_folder import make, opened, read_path, source_of, suggested
from guide.store.locate import shipped
from guide.store.publishing import PublishError
from guide.tui.editing import folder_texts as texts
from guide.tui.editing.blanks import DONE, Blank, FormModal
from guide.tui.modals.dialog import Dialog
from guide.tui.text import GAP, Line, plain
from guide.tui.widgets.answers import Choice

if TYPE_CHECKING:
    from guide.tui.app import GuideApp

MAKE, OPEN, OTHER, SHIPPED = "#lag", "#apne", "#bytt", "#med"
"""Values of choices that are no file."""
FOLDER: Final = "mappe"


def first_choices() -> list[Choice]:
    """What there is to choose while there is no folder of one's own."""
    return [Choice(MAKE, texts.MAKE, texts.MAKE_NOTE), Choice(OPEN, texts.OPEN, texts.OPEN_NOTE)]


async def settle(
    app: GuideApp, making: bool, root: Path, now: Callable[[], datetime], say: Callable[[str], None]
) -> tuple[Path, str] | None:
    """Asks where, makes or opens it, remembers it. The folder and what to say, None where the user gave up.

    In a worker: it waits for the modal. What is wrong is said in it, with what was typed.
    """
    head, lines = (texts.MAKE_HEAD, texts.MAKE_LINES) if making else (texts.OPEN_HEAD, texts.OPEN_LINES)
    typed, error = str(suggested()) if making else "", ""
    while True:
        blank = Blank(FOLDER, texts.WHERE, texts.WHERE_HOW, typed)
        modal = FormModal(head, lines, (blank,), _unreadable, error)
        if await app.push_screen_wait(modal) != DONE:
            return None
        typed = modal.given[FOLDER]
        say(texts.MAKING if making else texts.OPENING)
        try:
            path = read_path(typed)
            found = await asyncio.to_thread(make, path, source_of(root), now()) if making else opened(path)
        except PublishError as wrong:
            error = str(wrong)
            continue
        said = (texts.MADE if making else texts.OPENED).format(folder=clean(str(found)))
        return found, _remembered(app, found, said)


async def choose(app: GuideApp, say: Callable[[str], None]) -> str:
    """Another folder for somebody who only reads: one that is there, or what comes with the app. What to say; empty
    where the user gave up. In a worker."""
    lines = (GAP, Line(plain(texts.CHOOSE_ABOUT)), GAP)
    choices = [Choice(OPEN, texts.OPEN), Choice(SHIPPED, texts.SHIPPED)]
    way = await app.push_screen_wait(Dialog(texts.CHOOSE_HEAD, lines, choices))
    if way == OPEN:
        made = await settle(app, False, shipped(), lambda: local(app.guide.now()), say)
        note = made[1] if made else ""
    else:
        note = _remembered(app, None, texts.SHIPPED_DONE) if way else ""
    if note:
        await app.ways.renew()
    return note


def _unreadable(values: Mapping[str, str]) -> str:
    try:
        read_path(values[FOLDER])
    except PublishError as wrong:
        return str(wrong)
    return ""


def _remembered(app: GuideApp, root: Path | None, said: str) -> str:
    """Takes the folder for this app and its next starts, None for what comes with it; what to say."""
    taken = root or shipped()
    app.folder = lambda: taken
    try:
        if app.choose_folder:
            app.choose_folder(root)
    except OSError:
        return texts.NOT_REMEMBERED
    return said
