"""An admin's folder at a glance: its files, what is wrong with each, the marks of staff, and a new number put in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from guide.core.emergency import PHONES
from guide.core.findings import ERROR, Finding
from guide.core.record import record
from guide.core.text import clean
from guide.service.editing.contacts import MISSING, ContactRow, contact_rows
from guide.service.editing.folder import EditError, Editing
from guide.service.editing.forms import contact_form, fill
from guide.store.flags import flags
from guide.store.locate import shipped
from guide.store.published import in_use
from guide.store.publishing import PublishError, read_files

CONTACTS, CARD, OTHER = "contacts", "card", "other"


@record
class File:
    """A file to edit. `kind` is one of the words above, `title` what it is called, `flags` the marks of staff in it."""

    name: str
    kind: str
    title: str
    flags: int = 0

    def is_of(self, pack: str) -> bool:
        """Whether it is one of a municipality's own."""
        return self.name == f"contacts/{pack}.yaml" or self.name.startswith(f"trees/{pack}/")


class BadNumberError(Exception):
    """A number that the file can't take; nothing has changed."""


def is_own(root: Path) -> bool:
    """Whether the folder is one of the admin's own, and not the one that comes with the app."""
    return root.resolve() != shipped().resolve()


def overview(editing: Editing) -> tuple[File, ...]:
    """The files, contacts first, then cards, then the rest but for the exercises; by title."""
    marked = Counter(flag.contact.partition("/")[0] for flag in flags(editing.root))
    found = [_file(editing, name, marked) for name in editing.names() if "/exercises/" not in name]
    order = (CONTACTS, CARD, OTHER)
    return tuple(sorted(found, key=lambda file: (order.index(file.kind), file.title.casefold(), file.name)))


@record
class Standing:
    """How a folder stands to what staff read: the number of the version in use, 0 without one, and what differs."""

    used: int
    changed: tuple[str, ...]


def title_of_contacts(editing: Editing, file: str) -> str:
    """What a file of contacts is called: the municipality's name."""
    return _pack_name(editing, file.removeprefix("contacts/").removesuffix(".yaml"))


def standing_of(root: Path) -> Standing:
    """What of the drafts differs from the version in use. Takes a second: for a thread of its own. Never raises."""
    used = in_use(root)
    if used is None:
        return Standing(0, ())
    try:
        drafts, old = read_files(root), read_files(used.folder)
    except PublishError:
        return Standing(used.manifest.version, ())
    return Standing(used.manifest.version, tuple(sorted(n for n in {*drafts, *old} if drafts.get(n) != old.get(n))))


def findings_of(root: Path, now: Callable[[], datetime]) -> Mapping[str, tuple[Finding, ...]]:
    """What is wrong with each file of the folder as it is on the disk. Takes seconds: for a thread of its own."""
    found: dict[str, tuple[Finding, ...]] = {}
    for finding in Editing(root, now).report().findings:
        found[finding.file] = (*found.get(finding.file, ()), finding)
    return found


def rows_to_edit(editing: Editing, file: str) -> tuple[ContactRow, ...]:
    """The contacts of a file but for the emergency numbers, which stand in code: nobody is to ring 112 to see whether
    it is right. Raises EditError.
    """
    return tuple(row for row in contact_rows(editing, file) if row.phone not in PHONES)


def index_at(editing: Editing, file: str, line: int) -> int:
    """The place of the contact that a line of the file, from 1, is in; 0 where it is in none. Raises EditError."""
    document = editing.document(file)
    found = document.value(("contacts",))
    places = document.spans.values[document.spans.names.index("contacts")].values if isinstance(found, list) else ()
    starts = [document.text.count("\n", 0, span.start) + 1 for span in places]
    return max((index for index, start in enumerate(starts) if start <= line), default=0)


def number_of(row: ContactRow) -> str:
    """The number of a contact, empty where it is missing."""
    return "" if row.phone == MISSING else row.phone


def put_number(editing: Editing, file: str, index: int, phone: str) -> None:
    """Puts a new number in and saves it. The day of the check goes: nobody has rung this number yet.

    Raises BadNumberError for one that the file can't take, EditError, and SaveError; nothing has changed then, but for
    a file that could not be saved, where the edit stands in `editing` and in the user's data folder.
    """
    form = contact_form(editing, file, index)
    old = editing.document(file)
    before = {finding.what for finding in editing.findings(file) if finding.severity == ERROR}
    if " ".join(clean(phone).split()) == str(old.value(form.field("phone").way) or ""):
        return
    fill(editing, file, form.field("phone"), phone)
    wrong = [f for f in editing.findings(file) if f.severity == ERROR and f.what not in before]
    if wrong or not any(sign.isdigit() for sign in phone):
        editing.undo(file)
        raise BadNumberError(wrong[0].what if wrong else "")
    fill(editing, file, form.field("checked"), None)
    editing.save(file)


def _file(editing: Editing, name: str, marked: Mapping[str, int]) -> File:
    if name.startswith("contacts/"):
        pack = name.removeprefix("contacts/").removesuffix(".yaml")
        return File(name, CONTACTS, _pack_name(editing, pack), marked.get(pack, 0))
    tree = editing.document(name).tree
    title = tree.get("title") if isinstance(tree, dict) and "card" in tree else None
    return File(name, CARD, f"{title}") if title else File(name, OTHER, name)


def _pack_name(editing: Editing, pack: str) -> str:
    """What a pack is called; its short name where no file says, as for the country's own contacts."""
    try:
        tree = editing.document(f"trees/{pack}/pack.yaml").tree
    except EditError:
        return pack
    name = tree.get("name") if isinstance(tree, dict) else None
    return f"{name or pack}"
