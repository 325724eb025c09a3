"""One field of a contact written and saved, or refused with why; the hours by day among them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from guide.core.findings import ERROR
from guide.core.hours import Hours, HoursError
from guide.core.record import record
from guide.service.editing import words as say
from guide.service.editing.contacts import ContactRow
from guide.service.editing.folder import EditError, Editing
from guide.service.editing.forms import Field, Form, contact_form, fill
from guide.service.editing.hours import HOLIDAYS, WEEK, Times, as_text, read_times
from guide.store import drafts
from guide.store.edits.edits import Remove
from guide.store.edits.write import Plain
from guide.store.flags import Flag, flags, lower_flags
from guide.store.schema import schema
from guide.store.shapes import fields_of


class BadValueError(Exception):
    """A value that the file can't take; the message says why. Nothing has changed."""


@record
class Flagged:
    """A mark of staff. `file`, `index`, `name`: the contact it is on; index -1 where there is none by that name."""

    flag: Flag
    file: str
    index: int
    name: str


def field_of(form: Form, key: str) -> Field:
    """A field of a contact by its key. Raises KeyError."""
    return next(field for field in form.fields if field.key == key)


def put_field(editing: Editing, file: str, index: int, key: str, value: Plain | None) -> None:
    """Writes a field of a contact and saves it; empty takes it away.

    Raises BadValueError where the file would have an error more, EditError, and SaveError: the edit stands in `editing`
    and in the user's data folder then.
    """
    before = {finding.what for finding in editing.findings(file) if finding.severity == ERROR}
    old = editing.document(file)
    fill(editing, file, field_of(contact_form(editing, file, index), key), value)
    wrong = [each for each in editing.findings(file) if each.severity == ERROR and each.what not in before]
    if wrong:
        editing.documents[file] = old
        raise BadValueError(" ".join(part for part in (wrong[0].what, wrong[0].mend) if part))
    editing.save(file)


def hours_of(typed: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The text for hours typed by day, and by day what is wrong; the text is empty where anything is, or all is closed.

    Nothing typed for holidays: they are as their weekday.
    """
    table, wrong = dict[str, Times](), dict[str, str]()
    for day in (*WEEK, HOLIDAYS):
        text = typed.get(day, "").strip()
        if day == HOLIDAYS and not text:
            continue
        try:
            table[day] = read_times(text)
        except ValueError as error:
            wrong[day] = str(error)
    return ("" if wrong else as_text(table)), wrong


def good_hours(text: str) -> str:
    """What is wrong with hours as they stand in the file; empty where nothing is."""
    try:
        Hours(text)
    except HoursError:
        return say.BAD_HOURS
    return ""


def keep_hours(editing: Editing, file: str, index: int, text: str) -> None:
    """Keeps hours that are being typed in the user's data folder, against a crash. Not being able to is no error."""
    from guide.service.editing.folder import keep

    old = editing.document(file)
    try:
        if text:
            editing.put(file, ("contacts", index, "hours"), text, tuple(fields_of(schema.ContactShape)))
        elif old.value(("contacts", index, "hours")) is not None:
            editing.apply(file, [Remove(("contacts", index, "hours"))])
        keep(editing, file)
    except (EditError, OSError):
        return
    finally:
        editing.documents[file] = old


def forget_hours(editing: Editing, file: str) -> None:
    """What was kept while it was typed is not wanted, or is saved."""
    drafts.forget_typed(editing.root, file)


def flagged(editing: Editing, rows: Mapping[str, tuple[ContactRow, ...]]) -> tuple[Flagged, ...]:
    """The marks of staff, each with its contact among the `rows` of the files; the oldest first."""
    found = []
    for flag in flags(editing.root):
        pack, _, name = flag.contact.partition("/")
        file = f"contacts/{pack}.yaml"
        row = next((row for row in rows.get(file, ()) if row.id == name), None)
        found.append(Flagged(flag, file, row.index if row else -1, row.name if row else flag.contact))
    return tuple(found)


def put_away(root: Path, contact: str) -> int:
    """Takes the marks of a contact away; returns how many. Raises OSError."""
    return lower_flags(root, contact)
