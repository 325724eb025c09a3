"""The key that finds a file of the folder: there are many, and several cards are called alike."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from guide.service.editing.options import option
from guide.service.editing.overview import CARD, CONTACTS, File
from guide.tui.editing import card_texts as texts
from guide.tui.editing.card_keys import FIND
from guide.tui.editing.picking import PickModal
from guide.tui.screens.page import Page
from guide.tui.widgets.answers import AnswerList

WORDS = {CARD: texts.FILE_CARD, CONTACTS: texts.FILE_CONTACTS}


class FindsFiles(Page):
    """A screen with a list of files, whose values are their names."""

    BINDINGS: ClassVar[list[BindingType]] = [FIND.binding()]
    files: tuple[File, ...] = ()

    def action_find_here(self) -> None:
        """Finds a file by its title or its name, and opens it."""
        options = [
            option(file.name, WORDS.get(file.kind, texts.FILE_OTHER).format(title=file.title, name=file.name))
            for file in self.files
        ]

        def found(name: str | None) -> None:
            if name:
                self.post_message(AnswerList.Chosen(name))

        self.app.push_screen(PickModal(texts.FILE_HEAD, options, how=texts.FIND_HOW), found)
