"""«Redigering»: the files of the admin's folder, with what is wrong beside each, and the way to publish them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.core.findings import ERROR, Finding
from guide.core.text import clean
from guide.service.editing.folder import EditError, Editing
from guide.service.editing.overview import (
    CARD,
    CONTACTS,
    File,
    Standing,
    findings_of,
    is_own,
    overview,
    standing_of,
)
from guide.tui import keys
from guide.tui.editing import exercise_texts, folder_texts, publish_texts, texts
from guide.tui.editing.card_keys import FIND
from guide.tui.editing.finding import FindsFiles
from guide.tui.editing.folder import MAKE, OPEN, OTHER, first_choices, settle
from guide.tui.editing.opened import file_screen
from guide.tui.keys import Key
from guide.tui.text import GAP, Line, plain, title_of
from guide.tui.widgets.answers import NEVER, AnswerList, Choice
from guide.tui.widgets.pane import Pane

WORDS = {CONTACTS: texts.CONTACTS, CARD: texts.CARD}
PUBLISH, VERSIONS, FLAGGED, EXERCISES = "#publiser", "#utgaver", "#meldt", "#ovelser"
"""Values of choices that are no file."""


class EditHomeScreen(FindsFiles):
    """What to do with all of it first, then contacts, then cards. What is wrong is looked for in a thread; one can
    choose meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]
    heading = texts.TITLE

    def __init__(self, root: Path, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.root, self.now = root, now
        self.files: tuple[File, ...] = ()
        self.found: Mapping[str, tuple[Finding, ...]] | None = None
        self.standing: Standing | None = None
        self.exercises = 0
        self.note = texts.LOOKING
        self._away = False

    def body(self) -> Iterable[Widget]:
        """The list, or how to come by a folder of one's own."""
        self._read()
        return (Pane(AnswerList(self._choices(), above=self._above(), airy=NEVER)),)

    def hints(self) -> Sequence[Key]:
        """Choose, or back."""
        return (keys.ANSWER, keys.OPEN, FIND, keys.BACK, keys.HELP)

    def on_screen_resume(self) -> None:
        """Looks for what is wrong, anew where one comes back from a file."""
        if self._away:
            self._read()
            self._show()
        if self.files:
            self.run_worker(self._look(), exclusive=True, group="look")

    def on_screen_suspend(self) -> None:
        """Something is opened over it."""
        self._away = True

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Opens what was chosen."""
        event.stop()
        if event.value in (MAKE, OPEN, OTHER):
            self.run_worker(self._settle(event.value == MAKE), exclusive=True, group="settle")
        elif event.value == PUBLISH:
            from guide.tui.editing.publishing import PublishScreen

            self.app.push_screen(PublishScreen(self.root, self.now))
        elif event.value == VERSIONS:
            from guide.tui.editing.versions import VersionsScreen

            self.app.push_screen(VersionsScreen(self.root, self.now))
        elif event.value == FLAGGED:
            from guide.tui.editing.flagged import FlaggedScreen

            self.app.push_screen(FlaggedScreen(self.root, self.now))
        elif event.value == EXERCISES:
            from guide.tui.editing.exercises import ExercisesScreen

            self.app.push_screen(ExercisesScreen(self.root, self.now))
        else:
            self.app.push_screen(file_screen(self.root, event.value, self.now))

    def _read(self) -> None:
        """The files as they are on the disk."""
        self.files = ()
        if is_own(self.root):
            own = self.guide_app.guide.profile.pack
            try:
                editing = Editing(self.root, self.now)
                self.files = tuple(sorted(overview(editing), key=lambda file: not file.is_of(own)))
                self.exercises = sum("/exercises/" in name for name in editing.names())
            except (OSError, EditError):
                return

    async def _look(self) -> None:
        try:
            self.standing = await asyncio.to_thread(standing_of, self.root)
            self._show()
            self.found = await asyncio.to_thread(findings_of, self.root, self.now)
        except (OSError, EditError):
            self.note = texts.FAILED
        self._show()

    async def _settle(self, making: bool) -> None:
        made = await settle(self.guide_app, making, self.root, self.now, self.say)
        if made is None:
            self.frame()
            return
        self.root, note = made
        self.found, self.standing = None, None
        self._read()
        self._show(0)
        self.say(note)
        await self.guide_app.ways.renew()
        if self.files:
            await self._look()

    def _show(self, at: int | None = None) -> None:
        answers = self.query_one(AnswerList)
        answers.show(self._choices(), answers.at if at is None else at, self._above())

    def _above(self) -> Sequence[Line]:
        if not is_own(self.root):
            return (Line(title_of(folder_texts.HEAD)), Line(plain(folder_texts.ABOUT, "$text-muted")), GAP)
        head = (Line(title_of(texts.HEAD)), Line(plain(texts.ABOUT, "$text-muted")), GAP)
        gone = texts.GONE.format(folder=clean(str(self.root)))
        return head if self.files else (*head, Line(plain(gone, "$error")), GAP)

    def _choices(self) -> list[Choice]:
        if not self.files:
            return first_choices()
        return [
            *self._ways(),
            *(
                Choice(file.name, WORDS.get(file.kind, texts.OTHER).format(name=file.title), self._about(file))
                for file in self.files
            ),
            *self._exercises(),
            Choice(OTHER, folder_texts.OTHER, folder_texts.OTHER_NOTE.format(folder=clean(str(self.root)))),
        ]

    def _exercises(self) -> list[Choice]:
        about = exercise_texts.COUNT.format(count=self.exercises)
        return [Choice(EXERCISES, exercise_texts.EXERCISES, about)] if self.exercises else []

    def _ways(self) -> list[Choice]:
        """What can be done with the folder as a whole."""
        marks = sum(file.flags for file in self.files)
        publish, used = "", ""
        if self.standing is not None:
            count, number = len(self.standing.changed), self.standing.used
            publish = (publish_texts.CHANGED if count else publish_texts.UNCHANGED).format(count=count)
            used = (publish_texts.USED if number else publish_texts.NO_VERSION).format(number=number)
        found = [Choice(PUBLISH, publish_texts.PUBLISH, publish), Choice(VERSIONS, publish_texts.VERSIONS, used)]
        if marks:
            found.insert(0, Choice(FLAGGED, texts.FLAGGED, texts.FLAGS.format(count=marks)))
        return found

    def _about(self, file: File) -> str:
        """What is wrong with a file; what staff say comes first."""
        about = self.note
        if self.found is not None:
            own = self.found.get(file.name, ())
            errors = sum(finding.severity == ERROR for finding in own)
            warnings = len(own) - errors
            about = texts.ERRORS if errors else texts.WARNINGS if warnings else texts.FINE
            about = about.format(errors=errors, warnings=warnings)
        if file.flags:
            about = texts.FILE.format(name=texts.FLAGS.format(count=file.flags).removesuffix("."), about=about)
        return about
