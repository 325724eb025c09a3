"""«Redigering»: the files of the admin's folder, with what is wrong beside each. Writes nothing by itself."""

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
from guide.service.editing.overview import CARD, CONTACTS, File, findings_of, is_own, overview
from guide.tui import keys
from guide.tui.editing import texts
from guide.tui.editing.card_keys import FIND
from guide.tui.editing.finding import FindsFiles
from guide.tui.keys import Key
from guide.tui.text import GAP, Line, plain, title_of
from guide.tui.widgets.answers import NEVER, AnswerList, Choice
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose

WORDS = {CONTACTS: texts.CONTACTS, CARD: texts.CARD}


class EditHomeScreen(FindsFiles):
    """Contacts first, then cards. What is wrong is looked for in a thread; one can choose meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]
    heading = texts.TITLE

    def __init__(self, root: Path, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.root, self.now = root, now
        self.files: tuple[File, ...] = ()
        self.found: Mapping[str, tuple[Finding, ...]] | None = None
        self.note = texts.LOOKING
        self._away = False

    def body(self) -> Iterable[Widget]:
        """The list, or how to make a folder of one's own."""
        head = (Line(title_of(texts.HEAD)), Line(plain(texts.ABOUT, "$text-muted")), GAP)
        if not is_own(self.root):
            how = (texts.NO_FOLDER, texts.NO_FOLDER_HOW, texts.NO_FOLDER_OPEN)
            return (Pane(Prose([Line(title_of(texts.TITLE)), GAP, *(Line(plain(text)) for text in how)])),)
        try:
            self.files = overview(Editing(self.root, self.now))
        except (OSError, EditError):
            self.files = ()
        if not self.files:
            gone = texts.GONE.format(folder=clean(str(self.root)))
            return (Pane(Prose([*head, Line(plain(gone, "$error"))])),)
        return (Pane(AnswerList(self._choices(), above=head, airy=NEVER)),)

    def hints(self) -> Sequence[Key]:
        """Choose, or back."""
        return (keys.ANSWER, keys.OPEN, FIND, keys.BACK, keys.HELP) if self.files else (keys.BACK, keys.HELP)

    def on_screen_resume(self) -> None:
        """Looks for what is wrong, anew where one comes back from a file."""
        if self.files:
            if self._away:
                self.files = overview(Editing(self.root, self.now))
                self._show()
            self.run_worker(self._look(), exclusive=True)

    def on_screen_suspend(self) -> None:
        """Something is opened over it."""
        self._away = True

    async def _look(self) -> None:
        try:
            self.found = await asyncio.to_thread(findings_of, self.root, self.now)
        except (OSError, EditError):
            self.note = texts.FAILED
        self._show()

    def _show(self) -> None:
        answers = self.query_one(AnswerList)
        answers.show(self._choices(), answers.at, answers.above)

    def _choices(self) -> list[Choice]:
        return [
            Choice(file.name, WORDS.get(file.kind, texts.OTHER).format(name=file.title), self._about(file))
            for file in self.files
        ]

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

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Contacts as a table, a card as a tree, any other file as text."""
        event.stop()
        if event.value.startswith("contacts/"):
            from guide.tui.editing.contacts import EditContactsScreen

            self.app.push_screen(EditContactsScreen(self.root, event.value, self.now))
        else:
            from guide.tui.editing.opened import file_screen

            self.app.push_screen(file_screen(self.root, event.value, self.now))
