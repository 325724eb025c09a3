"""Versions of a folder: made, gone back to, a number taken out of one. What staff read is never half.

Nothing here asks a clock: `at` is aware Oslo time, from outside.
"""

from __future__ import annotations

import contextlib
import re
import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from guide.core.contacts import WHOLE_COUNTRY
from guide.core.findings import ERROR
from guide.core.record import record
from guide.core.text import clean
from guide.service.editing import publish_words as say
from guide.store.compiled import has_errors
from guide.store.digest import sha256
from guide.store.drafts import SaveError, read_draft, save
from guide.store.edits.edits import Document, EditError, Put
from guide.store.files import read_bytes
from guide.store.load import load_sources
from guide.store.published import FOLDER, InUse, Manifest, Withdrawn, in_use, numbers, read_manifest
from guide.store.publishing import CHANGES, About, PublishError, damaged, read_files, write_version
from guide.store.sources import MOST_BYTES, SKIPPED, Sources

Files = Mapping[str, bytes]
MISSING: Final = "missing"
MOST_TOLD: Final = 100_000
"""Characters of what a version says of itself that are shown."""
_NUMBER: Final = re.compile(r"[0-9]+(?=[^0-9]*\Z)")


def export(source: Path, target: Path, by: str, at: datetime) -> Manifest:
    """A folder of one's own: the content of `source` as drafts and as its first version. Raises PublishError.

    The folder is there as a whole or not at all.
    """
    content = read_files(source)
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise PublishError(say.NOT_EMPTY.format(name=target))
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as made:
            inner = Path(made) / target.name
            for name, data in content.items():
                (inner / name).parent.mkdir(parents=True, exist_ok=True)
                (inner / name).write_bytes(data)
            manifest = write_version(inner, content, About("export", by, say.EXPORTED), f"# {say.EXPORTED}\n", at)
            if target.exists():
                target.rmdir()
            inner.rename(target)
    except OSError:
        raise PublishError(say.NO_PLACE.format(name=target)) from None
    return manifest


def undo(root: Path, by: str, note: str, at: datetime, number: int = 0) -> Manifest:
    """Publishes an earlier version as a new one: the one before, or `number`. Raises PublishError.

    Numbers withdrawn since stay withdrawn. The drafts are left as they are.
    """
    now = _now(root)
    number = number or now.manifest.of
    if not number:
        raise PublishError(say.NONE_BEFORE)
    if number not in numbers(root):
        raise PublishError(say.NO_SUCH.format(number=number))
    wrong = damaged(root, number)
    if wrong:
        raise PublishError(say.NOT_WHOLE.format(number=number, files=", ".join(wrong)))
    old, content = read_files(now.folder), read_files(root / "published" / str(number))
    for each in now.withdrawn:
        content = _taken_out(content, each.file, each.id, each.phone, each.checked)
    changed = tuple(name for name in {*old, *content} if old.get(name) != content.get(name))
    content = raised(content, old, changed)
    _must_be_usable(content)
    about = About("undo", by, note.strip() or say.UNDONE.format(number=number), "", now.manifest.version, now.withdrawn)
    return write_version(root, content, about, f"# {say.UNDONE.format(number=number)}\n", at)


def withdraw(root: Path, contact: str, by: str, note: str, at: datetime) -> tuple[Manifest, str]:
    """Takes one number out of what staff read, at once and alone. `contact` is `pack/id`.

    Returns the new version, and a message where the draft could not be mended too. Raises PublishError.
    """
    now = _now(root)
    content = read_files(now.folder)
    pack, _, name = contact.partition("/")
    file = f"contacts/{pack}.yaml"
    point = contact_in(content, file, name)
    if point is None:
        known = ", ".join(sorted(known_contacts(content)))
        raise PublishError(say.NO_CONTACT.format(name=contact, known=known))
    phone = str(point.get("phone", MISSING))
    if phone == MISSING:
        raise PublishError(say.NO_NUMBER.format(name=contact))
    gone = Withdrawn(file, name, phone, str(point.get("checked", "")))
    made = raised(_taken_out(content, file, name, phone), content, (file,))
    _must_be_usable(made)
    said = say.WITHDRAWN.format(phone=phone, name=point.get("name", name))
    withdrawn = (*(each for each in now.withdrawn if (each.file, each.id) != (file, name)), gone)
    about = About("withdraw", by, note.strip() or said, "", now.manifest.version, withdrawn)
    manifest = write_version(root, made, about, f"# {said}\n", at)
    return manifest, _mended_draft(root, file, name, phone, at)


def still_withdrawn(content: Files, before: InUse) -> tuple[Withdrawn, ...]:
    """The numbers that stay withdrawn in a new version: those that nobody has rung and put back."""
    kept = []
    for each in before.withdrawn:
        point = contact_in(content, each.file, each.id)
        if point is None or point.get("phone") != each.phone:
            kept.append(each)
    return tuple(kept)


def raised(content: Files, old: Files, changed: tuple[str, ...]) -> dict[str, bytes]:
    """The files with the version of each pack that has changed above the one that is in use.

    A version that somebody has raised by hand is left, and one that holds no number.
    """
    made = dict(content)
    for pack in sorted({_pack_of(name) for name in changed}):
        name = f"trees/{pack}/pack.yaml"
        if name not in content:
            continue
        document = Document(content[name], name)
        before = _number(Document(old.get(name, b""), name).value(("version",)))
        now = document.value(("version",))
        if isinstance(now, str) and _NUMBER.search(now) and _number(now) <= before:
            with contextlib.suppress(EditError):  # a file that can't be read is an error of its own
                text = _NUMBER.sub(str(before + 1), now)
                made[name] = document.edited([Put(("version",), text)]).data
    return made


def sources_from(content: Files) -> Sources:
    """Files as the loader takes them."""
    data = {name: content[name] for name in sorted(content) if not SKIPPED.intersection(name.split("/"))}
    digest = sha256()
    for name, each in data.items():
        digest.update(f"{name}\0{len(each)}\0".encode())
        digest.update(each)
    return Sources(data, (), digest.hexdigest())


def contact_in(content: Files, file: str, name: str) -> dict[str, Any] | None:
    """A contact of some files by its id, None where there is none."""
    found = Document(content.get(file, b""), file).value(("contacts",))
    points = found if isinstance(found, list) else []
    return next((point for point in points if isinstance(point, dict) and point.get("id") == name), None)


def known_contacts(content: Files) -> tuple[str, ...]:
    """All contacts that have a number, each as pack/id."""
    known = []
    for file in content:
        if file.startswith("contacts/"):
            found = Document(content[file], file).value(("contacts",))
            points = found if isinstance(found, list) else []
            pack = file.removeprefix("contacts/").removesuffix(".yaml")
            known += [
                f"{pack}/{point['id']}"
                for point in points
                if isinstance(point, dict) and point.get("phone", MISSING) != MISSING
            ]
    return tuple(known)


@record
class Version:
    """A version as it is listed. `manifest` is None where it can't be read; `damaged`: its files that are not whole."""

    number: int
    manifest: Manifest | None
    used: bool
    damaged: tuple[str, ...] = ()


def versions_of(root: Path) -> tuple[Version, ...]:
    """Every version, the newest first."""
    used = in_use(root)
    now = used.manifest.version if used else 0
    return tuple(Version(n, read_manifest(root, n), n == now, damaged(root, n)) for n in reversed(numbers(root)))


def changes_told(root: Path, number: int) -> str:
    """What a version said that it changes for staff, as Markdown; empty where it can't be read."""
    data = read_bytes(root / FOLDER / str(number) / CHANGES, CHANGES, MOST_BYTES)
    return clean(data.decode("utf-8", "replace"), MOST_TOLD) if isinstance(data, bytes) else ""


def _now(root: Path) -> InUse:
    found = in_use(root)
    if found is None:
        raise PublishError(say.NO_VERSIONS)
    return found


def _must_be_usable(content: Files) -> None:
    """Raises PublishError for content with errors."""
    made = load_sources(sources_from(content))
    if has_errors(made):
        count = sum(finding.severity == ERROR for finding in made.findings)
        raise PublishError(say.ERRORS.format(count=count))


def _taken_out(content: Files, file: str, name: str, phone: str, until: str | None = None) -> dict[str, bytes]:
    """The files with the number of one contact missing; with `until`, unless it has been checked later."""
    made = dict(content)
    document = Document(content.get(file, b""), file)
    found = document.value(("contacts",))
    for index, point in enumerate(found if isinstance(found, list) else []):
        is_it = isinstance(point, dict) and point.get("id") == name and point.get("phone") == phone
        if is_it and (until is None or str(point.get("checked", "")) <= until):
            document = document.edited([Put(("contacts", index, "phone"), MISSING)])
    made[file] = document.data
    return made


def _mended_draft(root: Path, file: str, name: str, phone: str, at: datetime) -> str:
    """Takes the number out of the draft, too. A message where it stands there still."""
    data = read_draft(root, file)
    if not isinstance(data, bytes):
        return say.DRAFT_KEPT
    try:
        made = _taken_out({file: data}, file, name, phone)[file]
        if made != data:
            save(root, file, data, made, at)
    except (EditError, SaveError):
        return say.DRAFT_KEPT
    return ""


def _pack_of(name: str) -> str:
    """The pack that a file belongs to."""
    top, _, rest = name.partition("/")
    pack = rest.split("/")[0].removesuffix(".yaml")
    return "felles" if top == "contacts" and pack in WHOLE_COUNTRY else pack


def _number(text: object) -> int:
    match = _NUMBER.search(text) if isinstance(text, str) else None
    return int(match[0]) if match else 0
