"""A case that stands open in a front end: every step is on the disk before it is shown."""

from __future__ import annotations

from collections.abc import Callable

from guide.core.clock import clock_time, local
from guide.core.faults import last_saved
from guide.core.walk import Walk
from guide.service.cases import words
from guide.service.cases.cases import Cases, OpenCase
from guide.service.cases.draft import Draft
from guide.service.cases.steps import follow, keep_draft, take_note
from guide.store.cases.errors import CaseError, ConflictError, DeviceError


class Kept:
    """`opened` is the case as it is on the disk. What writes returns what went wrong in words, empty where it is safe;
    then show what `opened` has."""

    def __init__(self, cases: Cases, opened: OpenCase) -> None:
        self.cases, self.opened = cases, opened
        self._done()

    @property
    def saved(self) -> str:
        """«Lagret kl. 15:10»: the last time that bytes were safe."""
        return words.SAVED.format(clock=clock_time(local(self.opened.saved)))

    @property
    def note(self) -> str:
        """The note as it stands, what is typed of it before what was stored."""
        return self.opened.draft.note or self._stored()

    def follow(self, walk: Walk, draft: Draft) -> str:
        """Stores the step to `walk`, and what is typed beside it."""
        return self.write(lambda: follow(self.cases, self.opened, walk, draft))

    def keep(self, draft: Draft) -> str:
        """Stores what is typed, where it has changed since the last time."""
        before = self.opened.draft
        if draft == before or (not before and not draft.typed and draft.note == self._stored()):
            return ""
        return self.write(lambda: keep_draft(self.cases, self.opened, draft))

    def take_note(self, text: str) -> str:
        """Stores the note as it stands from now on."""
        if text == self._stored():
            return ""
        return self.write(lambda: take_note(self.cases, self.opened, text))

    def write(self, write: Callable[[], OpenCase]) -> str:
        """Takes over what `write` gives. After a conflict, or a failing disk, the case is read anew."""
        try:
            self.opened = write()
        except CaseError as error:
            if isinstance(error, ConflictError | DeviceError):
                self._anew()
            return str(error)
        self._done()
        return ""

    def _stored(self) -> str:
        notes = self.opened.case.notes
        return notes[-1].text if notes else ""

    def _anew(self) -> None:
        try:
            self.opened = self.cases.resume(self.opened.case.id)
        except CaseError:
            return  # what stands in memory is all there is; the error that is told says what to do

    def _done(self) -> None:
        last_saved(clock_time(local(self.opened.saved)))
