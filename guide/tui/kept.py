"""A case that stands open in a walk: every step is on the disk before it is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from guide.core.clock import clock_time, local
from guide.core.faults import last_saved
from guide.core.walk import Walk
from guide.service import cases_words as words
from guide.service.cases import Cases, OpenCase
from guide.service.cases_draft import Draft, Typed
from guide.service.cases_steps import follow, keep_draft, take_note
from guide.store.cases_errors import CaseError, ConflictError, DeviceError
from guide.tui.memo import Memo


class Kept:
    """`opened` is the case as it is on the disk."""

    def __init__(self, cases: Cases, opened: OpenCase) -> None:
        self.cases, self.opened = cases, opened
        self._done()

    @property
    def saved(self) -> str:
        """«Lagret kl. 15:10»: the last time that bytes were safe."""
        return words.SAVED.format(clock=clock_time(local(self.opened.saved)))

    def memo(self) -> Memo:
        """What was typed and the note, as they were left."""
        memo, draft = Memo(), self.opened.draft
        memo.note = draft.note or self._note()
        memo.drafts |= {key: cast("dict[str, str]", given) for key, given in draft.typed.items()}
        return memo

    def follow(self, walk: Walk, memo: Memo) -> str:
        """Stores the step to `walk`. Returns what went wrong, empty where it is safe; then show `opened.walk`."""
        return self.write(lambda: follow(self.cases, self.opened, walk, draft_of(memo)))

    def keep(self, memo: Memo) -> str:
        """Stores what is typed, where it has changed since the last time. Returns what went wrong."""
        draft = draft_of(memo)
        if draft == self.opened.draft or (not self.opened.draft and not draft.typed and draft.note == self._note()):
            return ""
        return self.write(lambda: keep_draft(self.cases, self.opened, draft))

    def take_note(self, memo: Memo) -> str:
        """Stores the note as it stands from now on. Returns what went wrong."""
        if memo.note == self._note():
            return ""
        return self.write(lambda: take_note(self.cases, self.opened, memo.note))

    def _note(self) -> str:
        notes = self.opened.case.notes
        return notes[-1].text if notes else ""

    def write(self, write: Callable[[], OpenCase]) -> str:
        """Takes over what `write` gives once it is on the disk. Returns what went wrong, empty where it is safe."""
        try:
            self.opened = write()
        except CaseError as error:
            if isinstance(error, ConflictError | DeviceError):
                self._anew()
            return str(error)
        self._done()
        return ""

    def _anew(self) -> None:
        try:
            self.opened = self.cases.resume(self.opened.case.id)
        except CaseError:
            return  # what stands in memory is all there is; the error that is told says what to do

    def _done(self) -> None:
        last_saved(clock_time(local(self.opened.saved)))


def draft_of(memo: Memo) -> Draft:
    """What is typed, as it is stored."""
    typed: Mapping[tuple[str, int], Typed] = {
        key: dict(given) if isinstance(given, dict) else given for key, given in memo.drafts.items()
    }
    return Draft(memo.note, typed)
