"""What the list of contacts and one contact share: rung today, saved or told why not, a number withdrawn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from guide.core.text import clean
from guide.service.editing.contacts import ContactRow, confirm
from guide.service.editing.folder import ChangedOutsideError, EditError, Editing, SaveError
from guide.service.editing.overview import number_of
from guide.service.editing.versions import withdraw
from guide.store.publishing import PublishError
from guide.tui.editing import contact_texts, publish_texts, texts
from guide.tui.editing.blanks import DONE, Blank, FormModal
from guide.tui.editing.roles import BY, with_role
from guide.tui.keys import Key
from guide.tui.screens.page import Page

RUNG = Key("r", "rung", "r", texts.K_RUNG, texts.KL_RUNG)
NOTE = "note"


class ContactPage(Page):
    """Contacts of one file. Each change is saved in the draft at once; what the file was is kept beside it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False), RUNG.binding()]
    heading = texts.TITLE

    def __init__(self, root: Path, file: str, now: Callable[[], datetime], editing: Editing | None = None) -> None:
        super().__init__()
        self.root, self.file, self.now = root, file, now
        self.editing = editing or Editing(root, now)

    def marked(self) -> ContactRow | None:
        """The contact that keys are about."""
        raise NotImplementedError

    def refill(self, note: str) -> None:
        """Shows the file as it is now, and says something."""
        raise NotImplementedError

    def action_rung(self) -> None:
        """The number was rung today, and is right."""
        row = self.marked()
        if row is None or not number_of(row):
            self.say(texts.RING_WHAT)
        else:
            self.confirm(row)

    def confirm(self, row: ContactRow) -> None:
        """Sets the day of the check, and puts the marks of staff away."""
        try:
            count = confirm(self.editing, self.file, row.index)
        except EditError as error:
            self.say(str(error))
            return
        if self.saved():
            self.refill(texts.RUNG.format(count=count) if count else texts.RUNG_ALONE)

    def saved(self) -> bool:
        """Saves the file; says why where it can't."""
        try:
            self.editing.save(self.file)
        except ChangedOutsideError:
            self.say(texts.CHANGED)
        except SaveError as error:
            self.say(str(error))
        else:
            return True
        return False

    async def take_out(self, row: ContactRow) -> None:
        """Withdraws a number from what staff read, after one question: who, and why. In a worker."""
        if self.editing.unsaved():
            self.say(contact_texts.OUT_UNSAVED)
            return
        typed, error = {BY: self.guide_app.ways.editor}, ""
        lines = [line.format(name=clean(row.name)) for line in contact_texts.OUT_LINES]
        while True:
            blanks = (
                Blank(NOTE, contact_texts.OUT_WHY, contact_texts.OUT_WHY_HOW, typed.get(NOTE, "")),
                Blank(BY, contact_texts.OUT_BY, publish_texts.ROLE_HOW, typed.get(BY, "")),
            )
            head = contact_texts.OUT_HEAD.format(phone=number_of(row))
            modal = FormModal(head, lines, blanks, with_role(), error)
            if await self.app.push_screen_wait(modal) != DONE:
                return
            typed = modal.given
            self.guide_app.ways.editor = typed[BY]
            pack = self.file.removeprefix("contacts/").removesuffix(".yaml")
            try:
                made, told = await asyncio.to_thread(
                    withdraw, self.root, f"{pack}/{row.id}", typed[BY], typed[NOTE], self.now()
                )
            except PublishError as wrong:
                error = str(wrong)
                continue
            self.editing = Editing(self.root, self.now)  # the draft was mended on the disk, too
            await self.guide_app.ways.renew()
            self.refill(told or contact_texts.OUT_DONE.format(number=made.version))
            return
