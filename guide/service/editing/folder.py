"""An admin's folder, open for editing: what every file says now, saved or not, and what is wrong with it.

The screens and the verbs edit through this alone. Nothing here asks a clock: `now` comes from outside, aware Oslo time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from guide.core.findings import Finding
from guide.core.places import Way
from guide.service.checking.checking import Report, check
from guide.store import drafts
from guide.store.digest import sha256
from guide.store.drafts import ChangedOutsideError, SaveError, Typed
from guide.store.edits.edits import BOM, Change, Document, EditError
from guide.store.edits.write import Plain
from guide.store.load import look_at
from guide.store.sources import SKIPPED, Sources

__all__ = [
    "ChangedOutsideError",
    "EditError",
    "Editing",
    "SaveError",
    "Typed",
    "drop",
    "forget",
    "keep",
    "offered",
    "sources_of",
    "take",
    "take_theirs",
]

MOST_UNDONE: Final = 200
NO_FILE: Final = "Fila «{name}» finnes ikke i mappa."


class Editing:
    """The files of one folder while they are edited. Not for several threads."""

    def __init__(self, root: Path, now: Callable[[], datetime]) -> None:
        """Nothing is read until somebody asks for it."""
        self.root, self.now = root, now
        self.on_disk: dict[str, bytes | None] = {}
        """What stood in each file when it was read; None for a file that is new."""
        self.documents: dict[str, Document] = {}
        """What each file says now."""
        self.undone: dict[str, list[Document]] = {}

    def names(self) -> tuple[str, ...]:
        """The names of all files, new ones among them, sorted."""
        return tuple(sorted({*drafts.names(self.root), *self.documents}))

    def document(self, name: str) -> Document:
        """What a file says now. Raises EditError where there is none."""
        if name not in self.documents:
            data = drafts.read_draft(self.root, name)
            if isinstance(data, Finding):
                raise EditError(NO_FILE.format(name=name))
            self.on_disk[name] = data
            self.documents[name] = Document(data, name)
        return self.documents[name]

    def apply(self, name: str, changes: Iterable[Change]) -> None:
        """Edits a file, all of it or nothing. Raises EditError."""
        self.apply_all({name: changes})

    def put(self, name: str, way: Way, value: Plain, order: tuple[str, ...] = ()) -> None:
        """`value` at `way`, by the fewest changes. Raises EditError."""
        self._set(name, self.document(name).with_value(way, value, order))

    def write(self, name: str, text: str) -> None:
        """The whole text of a file, as somebody typed it, right or wrong; its own line ends and mark are kept."""
        try:
            old = self.document(name)
        except EditError:
            self.on_disk.setdefault(name, None)
            old = self.documents[name] = Document(b"", name)
        ends = old.line_end if old.data else "\n"
        plain = text.replace("\r\n", "\n").replace("\n", ends)
        bom = BOM if old.data.startswith(BOM) else b""
        self._set(name, Document(bom + plain.encode("utf-8", "replace"), name))

    def undo(self, name: str) -> bool:
        """Takes the last edit of a file back; False where there is none."""
        if not self.undone.get(name):
            return False
        self.documents[name] = self.undone[name].pop()
        return True

    def unsaved(self) -> tuple[str, ...]:
        """The names of the files that are not saved as they are, sorted."""
        return tuple(name for name, made in sorted(self.documents.items()) if made.data != self.on_disk[name])

    def findings(self, name: str) -> tuple[Finding, ...]:
        """What is wrong with a file by itself, quickly: while one types. Raises EditError."""
        return look_at(name, self.document(name).data)

    def report(self) -> Report:
        """All that is wrong with the folder as it is now, unsaved edits and all. Takes a second or two."""
        return check(sources_of(self), self.now().date())

    def save(self, name: str) -> None:
        """Saves a file. Raises ChangedOutsideError, SaveError; what was typed is kept then."""
        made = self.document(name)
        if made.data == self.on_disk[name]:
            drafts.forget_typed(self.root, name)
            return
        drafts.save(self.root, name, self.on_disk[name], made.data, self.now())
        self.on_disk[name] = made.data

    def apply_all(self, changes: Mapping[str, Iterable[Change]]) -> None:
        """Edits several files, all of it or nothing. Raises EditError."""
        made = {name: self.document(name).edited(each) for name, each in changes.items()}
        for name, document in made.items():
            self._set(name, document)

    def adopt(self, name: str, document: Document) -> None:
        """Takes over what a file says from a copy of this folder; one step to undo."""
        self.document(name)
        self._set(name, document)

    def _set(self, name: str, document: Document) -> None:
        old = self.documents.get(name)
        if old is not None and old.data != document.data:
            undo = self.undone.setdefault(name, [])
            undo.append(old)
            del undo[:-MOST_UNDONE]
        self.documents[name] = document


def sources_of(editing: Editing) -> Sources:
    """The files as they are now, as the loader takes them."""
    names = [name for name in editing.names() if not SKIPPED.intersection(name.split("/"))]
    data = {name: editing.document(name).data for name in names}
    digest = sha256()
    for name, each in data.items():
        digest.update(f"{name}\0{len(each)}\0".encode())
        digest.update(each)
    return Sources(data, (), digest.hexdigest())


def take_theirs(editing: Editing, name: str, keep_mine: bool = False) -> None:
    """After a change outside: their file is edited from now on, or with `keep_mine` is what the next save replaces.

    What they wrote is kept beside the file when it is replaced. Raises EditError where the file is gone.
    """
    mine = editing.documents.pop(name, None)
    if not keep_mine:
        editing.document(name)
        editing.undone.pop(name, None)
        return
    data = drafts.read_draft(editing.root, name)
    editing.on_disk[name] = None if isinstance(data, Finding) else data
    if mine:
        editing.documents[name] = mine


def keep(editing: Editing, name: str) -> None:
    """Keeps what is being edited in the user's data folder, now and then while one types. Raises OSError."""
    made = editing.document(name)
    if made.data != editing.on_disk[name]:
        drafts.keep_typed(editing.root, name, editing.on_disk[name] or b"", made.text, editing.now())


def offered(editing: Editing) -> tuple[Typed, ...]:
    """What was typed in this folder and never saved (a crash, a full disk), to be offered again."""
    return drafts.all_typed(editing.root)


def take(editing: Editing, typed: Typed) -> bool:
    """Goes on with what was typed; False where the file is another now than the one it was typed in."""
    editing.write(typed.name, typed.text)
    return drafts.hash_of(editing.on_disk[typed.name] or b"") == typed.base


def forget(editing: Editing, name: str) -> None:
    """What is edited in a file and not saved is not wanted: it says what stands on the disk again."""
    editing.documents.pop(name, None)
    editing.undone.pop(name, None)
    drafts.forget_typed(editing.root, name)


def drop(editing: Editing, typed: Typed) -> None:
    """What was typed is not wanted."""
    drafts.forget_typed(editing.root, typed.name)
