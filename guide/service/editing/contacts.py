"""The contacts of a file as an admin sees them: all at once, their hours, their marks, and «rung and confirmed»."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, Final

from guide.core.record import record
from guide.service.editing import words as say
from guide.service.editing.folder import EditError, Editing
from guide.service.editing.options import SERVICES, Choices, Option
from guide.store.edits.edits import Insert, Remove
from guide.store.flags import Flag, flags, lower_flags
from guide.store.schema import schema
from guide.store.shapes import fields_of

MISSING: Final = "missing"
_SMALL: Final = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})


@record
class ContactRow:
    """A contact in the table. `index`: its place in the file; `flags`: marks by staff that nobody has rung for."""

    index: int
    id: str
    service: str
    name: str
    phone: str
    hours: str
    checked: str
    flags: tuple[Flag, ...] = ()


def contact_rows(editing: Editing, file: str) -> tuple[ContactRow, ...]:
    """The contacts of a file, in its order. Raises EditError."""
    titles = {option.value: option.title for option in Choices(editing).services()}
    raised = flags(editing.root)
    pack = file.removeprefix("contacts/").removesuffix(".yaml")
    rows = []
    for index, point in enumerate(_points(editing, file)):
        own = tuple(flag for flag in raised if flag.contact == f"{pack}/{point.get('id')}")
        service = str(point.get("service", ""))
        texts = {key: str(point.get(key, "")) for key in ("id", "name", "phone", "hours", "checked")}
        rows.append(ContactRow(index=index, service=titles.get(service, service), flags=own, **texts))
    return tuple(rows)


def services_told(editing: Editing, file: str) -> tuple[Option, ...]:
    """The services with what they are, and who is reached by them in the file: few know a service by its title."""
    shapes = Choices(editing).tree(SERVICES).get("services")
    names: dict[str, list[str]] = {}
    for row in contact_rows(editing, file):
        names.setdefault(row.service, []).append(row.name)
    found = []
    for option in Choices(editing).services():
        shape = shapes.get(option.value) if isinstance(shapes, dict) else None
        about = str(shape.get("about", "")) if isinstance(shape, dict) else ""
        here = ", ".join(names.get(option.title, ()))
        template = say.SERVICE_HERE if here else say.SERVICE_TOLD if about else "{title}"
        found.append(Option(option.value, template.format(title=option.title, about=about or option.title, names=here)))
    return tuple(found)


def contact_files(editing: Editing) -> tuple[str, ...]:
    """The names of the files with contacts."""
    return tuple(name for name in editing.names() if name.startswith("contacts/"))


def confirm(editing: Editing, file: str, index: int) -> int:
    """«Ringt og bekreftet i dag»: sets the day of the check, and puts the marks of staff away; returns how many.

    Raises EditError. Not being able to put a mark away is no error: it stands until it can be.
    """
    points = _points(editing, file)
    if not 0 <= index < len(points):
        raise EditError(say.NO_CONTACT)
    order = tuple(fields_of(schema.ContactShape))
    editing.put(file, ("contacts", index, "checked"), editing.now().date().isoformat(), order)
    pack = file.removeprefix("contacts/").removesuffix(".yaml")
    try:
        return lower_flags(editing.root, f"{pack}/{points[index].get('id')}")
    except OSError:
        return 0


def add_contact(editing: Editing, file: str, service: str, name: str) -> int:
    """A new contact at the end, without a number; returns its place. Raises EditError."""
    points = _points(editing, file)
    taken = {str(point.get("id")) for point in points}
    shape = {"id": free_id(name, taken), "service": service, "name": name, "phone": MISSING}
    editing.apply(file, [Insert(("contacts", len(points)), shape)])
    return len(points)


def remove_contact(editing: Editing, file: str, index: int) -> None:
    """Takes a contact out of the file. Raises EditError."""
    editing.apply(file, [Remove(("contacts", index))])


def free_id(name: str, taken: Iterable[str]) -> str:
    """A name for the file made of what something is called: small letters, digits and hyphens, and not taken."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(_SMALL)).encode("ascii", "ignore").decode()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "ny"
    used, number, found = set(taken), 2, base
    while found in used:
        found, number = f"{base}-{number}", number + 1
    return found


def _points(editing: Editing, file: str) -> list[dict[str, Any]]:
    found = editing.document(file).value(("contacts",))
    if not isinstance(found, list):
        raise EditError(say.NOT_CONTACTS.format(name=file))
    return [point if isinstance(point, dict) else {} for point in found]
