"""The versions of the folder: who, when and why; and the version before published again."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.core.clock import clock_time, local, weekday_date
from guide.core.text import clean
from guide.service.editing.versions import Version, changes_told, undo, versions_of
from guide.store.publishing import PublishError
from guide.tui import keys
from guide.tui.editing import publish_texts as texts
from guide.tui.editing.blanks import DONE, Blank, FormModal
from guide.tui.editing.roles import BY, with_role
from guide.tui.editing.texts import TITLE
from guide.tui.keys import Key
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, plain, title_of
from guide.tui.widgets.answers import NEVER, AnswerList, Choice
from guide.tui.widgets.pane import Pane, ReadingPane

NOTE, AGAIN = "note", "#igjen"
_ESCAPED: Final = re.compile(r"\\([^\w\s])")
_QUOTED: Final = re.compile(r"\A> ")
_HEAD: Final = re.compile(r"#+ ")


class VersionsScreen(Page):
    """The newest first."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]
    heading = TITLE

    def __init__(self, root: Path, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.root, self.now = root, now
        self.versions: tuple[Version, ...] = ()
        self._away = False

    def body(self) -> Iterable[Widget]:
        """The list."""
        return (Pane(AnswerList(self._choices(), above=self._above(), airy=NEVER)),)

    def hints(self) -> Sequence[Key]:
        """Choose, or back."""
        return (keys.ANSWER, keys.OPEN, keys.BACK, keys.HELP)

    def on_screen_suspend(self) -> None:
        """One of them is opened over it."""
        self._away = True

    def on_screen_resume(self) -> None:
        """There may be one more."""
        if self._away:
            answers = self.query_one(AnswerList)
            answers.show(self._choices(), 0, self._above())

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Opens one."""
        event.stop()
        version = next(each for each in self.versions if str(each.number) == event.value)
        self.app.push_screen(VersionScreen(self.root, version, self.now))

    def _choices(self) -> list[Choice]:
        self.versions = versions_of(self.root)
        return [Choice(str(each.number), title_words(each), row_words(each)) for each in self.versions]

    def _above(self) -> Sequence[Line]:
        about = texts.VERSIONS_ABOUT if self.versions else texts.NONE
        return (Line(title_of(texts.VERSIONS_HEAD)), Line(plain(about, "$text-muted")), GAP)


class VersionScreen(Page):
    """What one version changed for staff, and the way back to it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]
    heading = TITLE

    def __init__(self, root: Path, version: Version, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.root, self.version, self.now = root, version, now

    def body(self) -> Iterable[Widget]:
        """What is known of it; below it the way back, unless it is the one in use or can't be used."""
        usable = self.version.manifest is not None and not self.version.damaged and not self.version.used
        choices = [Choice(AGAIN, texts.BACK_TO.format(number=self.version.number))] if usable else []
        return (ReadingPane(AnswerList(choices, above=self._lines(), airy=NEVER)),)

    def hints(self) -> Sequence[Key]:
        """Read, choose, back."""
        return (keys.ARROWS, keys.OPEN, keys.BACK, keys.HELP)

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Back to it."""
        event.stop()
        self.run_worker(self._back(), exclusive=True)

    async def _back(self) -> None:
        number, error, typed = self.version.number, "", {BY: self.guide_app.ways.editor}
        while True:
            blanks = (
                Blank(NOTE, texts.BACK_WHY, texts.BACK_NOTE_HOW, typed.get(NOTE, "")),
                Blank(BY, texts.BY, texts.ROLE_HOW, typed.get(BY, "")),
            )
            head = texts.BACK_HEAD.format(number=number)
            modal = FormModal(head, texts.BACK_LINES, blanks, with_role(), error)
            if await self.app.push_screen_wait(modal) != DONE:
                return
            typed = modal.given
            self.guide_app.ways.editor = typed[BY]
            try:
                made = await asyncio.to_thread(undo, self.root, typed[BY], typed[NOTE], self.now(), number)
            except PublishError as wrong:
                error = str(wrong)
                continue
            await self.guide_app.ways.renew()
            said = texts.BACK_DONE.format(number=made.version, of=number)
            self.version = next(each for each in versions_of(self.root) if each.number == made.version)
            self.query_one(AnswerList).show((), 0, (Line(plain(said, "bold $success")), GAP, *self._lines()))
            self.query_one(Pane).scroll_home(animate=False)
            return

    def _lines(self) -> Sequence[Line]:
        told = changes_told(self.root, self.version.number)
        rows = [_line(row) for row in told.splitlines()] or [Line(plain(texts.NO_TEXT))]
        used = [Line(plain(texts.IS_USED))] if self.version.used else []
        about = Line(plain(row_words(self.version), "$text-muted"))
        return (Line(title_of(title_words(self.version))), about, *used, GAP, *rows, GAP)


def title_words(version: Version) -> str:
    """«Utgave 3, i bruk»."""
    return (texts.VERSION_USED if version.used else texts.VERSION).format(number=version.number)


def row_words(version: Version) -> str:
    """When, who and why; of a damaged one what is damaged."""
    if version.manifest is None or version.damaged:
        return texts.DAMAGED.format(files=clean(", ".join(version.damaged)))
    manifest = version.manifest
    at = local(datetime.fromisoformat(manifest.at))
    row = texts.ROW_BY_TWO if manifest.approved_by else texts.ROW_BY if manifest.by else texts.ROW
    return row.format(
        when=texts.WHEN.format(date=weekday_date(at.date()), time=clock_time(at)),
        kind=texts.KINDS.get(manifest.kind, manifest.kind),
        name=manifest.by,
        other=manifest.approved_by,
        note=" ".join(manifest.note.split()),
    )


def _line(row: str) -> Line:
    """A row of the note for staff, without the signs of Markdown."""
    text = _QUOTED.sub("» ", _ESCAPED.sub(r"\1", row))
    head = _HEAD.match(text)
    return Line(plain(text[head.end() :], "bold $primary")) if head else Line(plain(text))
