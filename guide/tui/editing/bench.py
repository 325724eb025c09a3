"""The card that lies on the bench: what is edited, what the checks say of it, what is kept. Shared by its screens."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from guide.core.content import Content
from guide.core.findings import ERROR, Finding
from guide.core.places import Way
from guide.service.editing.drafting import Judged, copy_of, judge, placed
from guide.service.editing.folder import EditError, Editing, forget, keep
from guide.service.editing.preview import Preview, guide_for, preview
from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.store.edits.edits import Document

Placed = tuple[tuple[Way, Finding], ...]
Looked = tuple[Judged, Placed]


class Bench:
    """One card of one folder. `turn` goes up with each edit, so that what was found for an older one is dropped."""

    def __init__(self, root: Path, file: str, now: Callable[[], datetime]) -> None:
        self.editing, self.file, self.now = Editing(root, now), file, now
        self.profile = Profile("")
        """Who looks at a preview where the card is nobody's own."""
        self.turn, self.kept, self.seen, self.busy = 0, 0, -1, False
        self._joint: list[tuple[Document, tuple[str, ...]]] = []
        self.found: Placed = ()
        self.looked = False
        """Whether anything has been found out yet."""
        self.good: Content | None = None
        """The last content in which the card was in use."""
        self.current = False
        """Whether `good` is what is edited now."""

    @property
    def card(self) -> str:
        """The card's id, by where its file lies."""
        return self.file.removeprefix("trees/").removesuffix(".yaml")

    @property
    def unsaved(self) -> bool:
        """Whether anything is edited and not saved; a rename touches other files, too."""
        return bool(self.editing.unsaved())

    def edit(self, work: Callable[[Editing], object]) -> str:
        """Edits; returns why it could not be done, nothing where it was."""
        try:
            work(self.editing)
        except EditError as error:
            return str(error)
        self.turn += 1
        return ""

    @property
    def stale(self) -> bool:
        """Whether what was found is about an older text than the one that is edited."""
        return self.seen != self.turn

    def look(self) -> Callable[[], Looked | None]:
        """What looks for faults, in a thread: it has a copy of all that is edited now. None where the file is gone."""
        copy, file = copy_of(self.editing), self.file

        def run() -> Looked | None:
            try:
                judged = judge(copy)
                return judged, placed(copy, file, judged.of(file))
            except (OSError, EditError):
                return None

        return run

    def take(self, looked: Looked | None) -> None:
        """What was found counts from now on."""
        judged, self.found = looked or (None, ())
        self.looked, self.seen = True, self.turn
        self.current = judged is not None and self.card in judged.content.cards
        if judged is not None and self.current:
            self.good = judged.content

    def at(self, node: str) -> tuple[Finding, ...]:
        """The findings of a step."""
        return tuple(finding for way, finding in self.found if way[:2] == ("nodes", node))

    def keep(self) -> bool:
        """Keeps what is edited in the user's data folder where it has changed; False where that fails."""
        turn = self.turn  # it may go up meanwhile: this runs in a thread
        if self.kept == turn:
            return True
        try:
            for name in self.editing.unsaved():
                keep(self.editing, name)
        except (OSError, EditError):
            return False
        self.kept = turn
        return True

    def together(self, others: Iterable[str]) -> None:
        """The last edit of the card has changed these files, too: they are undone with it."""
        self._joint.append((self.editing.document(self.file), tuple(others)))

    def undo(self) -> bool:
        """Takes the last edit of the card back, in every file that it changed; False where there is none."""
        now = self.editing.documents.get(self.file)
        if not self.editing.undo(self.file):
            return False
        if self._joint and self._joint[-1][0] is now:
            for name in self._joint.pop()[1]:
                self.editing.undo(name)
        self.turn += 1
        return True

    def forget(self) -> None:
        """What is edited and not saved is not wanted."""
        for name in self.editing.unsaved():
            forget(self.editing, name)

    def changed_outside(self) -> bool:
        """Whether the file on the disk is another than the one that is edited."""
        try:
            return (self.editing.root / self.file).read_bytes() != self.editing.on_disk.get(self.file)
        except OSError:
            return True

    def guide(self) -> Guide | None:
        """A guide over the last content in which the card was in use."""
        return guide_for(self.good, self.card, self.now, self.profile) if self.good else None

    def preview(self, node: str) -> Preview | None:
        """What staff see at a step."""
        guide = self.guide()
        return preview(guide, self.card, node) if guide else None


def counts(bench: Bench) -> tuple[int, int]:
    """How many errors and warnings a card has."""
    errors = sum(finding.severity == ERROR for _, finding in bench.found)
    return errors, len(bench.found) - errors
