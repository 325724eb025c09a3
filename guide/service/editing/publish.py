"""From drafts to what staff read: what stands in the way, what a change changes for staff, and the new version.

Nothing here asks a clock: `at` is aware Oslo time, from outside.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

from guide.checks.diff.versions import DUTIES, FIRST, GUARDIANS, REPORT, STOP, URGENCY
from guide.checks.diff.whole import Changes
from guide.checks.rules.personnavn import TWO
from guide.core.content import Content
from guide.service.checking.checking import Report, check
from guide.service.checking.proving import Told, prove, tasks
from guide.service.diffing.diffing import changes_of
from guide.service.diffing.texts import as_markdown
from guide.service.editing import publish_words as say
from guide.service.editing.versions import raised, sources_from, still_withdrawn
from guide.store.drafts import SaveError, save
from guide.store.load import load_with_places
from guide.store.locate import cache_dir
from guide.store.published import FOLDER, InUse, Manifest, in_use
from guide.store.publishing import About, PublishError, read_files, write_version

Prover = Callable[[Content, date], tuple[str, ...]]
"""What does not hold, one sentence each."""
SAFETY: Final = frozenset({REPORT, DUTIES, URGENCY, GUARDIANS, STOP, FIRST})
"""Changes of an advice that a second person looks at."""
SHARED: Final = ("trees/felles/", "contacts/nasjonalt.yaml")


@dataclass(frozen=True)
class Plan:
    """What publishing the drafts would do. `reasons`: why it can't be done yet; `second`: why it takes two people."""

    drafts: Mapping[str, bytes]
    files: Mapping[str, bytes]
    """The drafts with the version of every pack that has changed raised."""
    changed: tuple[str, ...]
    report: Report
    reasons: tuple[str, ...]
    second: tuple[str, ...]
    changes: Changes | None
    before: InUse
    proved: bool = True
    """Whether the proofs were asked. A plan without them can be looked at, and not published."""


def proofs(content: Content, day: date, told: Told | None = None) -> tuple[str, ...]:
    """What does not hold of the proofs over all of the content. Kept verdicts are taken; the rest takes a while.

    `told` hears how far it is, and stops it by raising.
    """
    found = prove(content, day, tasks(content), cache_dir(), os.cpu_count() or 1, told=told)
    return tuple(
        say.NOT_PROVED.format(proof=one.proof.id, about=one.verdict.about, what=broken.what)
        for one in found
        if not one.verdict.holds
        for broken in one.verdict.broken
        if broken.severity == "error"
    )


def plan(root: Path, at: datetime, prover: Prover | None = proofs) -> Plan:
    """What publishing would do now. Raises PublishError where there is nothing to publish into.

    With None for `prover` the proofs are left for `with_proofs`, so that somebody can read what changes meanwhile.
    """
    before = in_use(root)
    if before is None:
        raise PublishError(say.NO_VERSIONS)
    drafts, old = read_files(root), read_files(before.folder)
    changed = tuple(sorted(name for name in {*drafts, *old} if drafts.get(name) != old.get(name)))
    files = raised(drafts, old, changed)
    report = check(sources_from(files), at.date())
    reasons = [] if changed else [say.NOTHING]
    changes = None
    if report.errors:
        reasons.append(say.ERRORS.format(count=report.errors))
    elif changed:
        reasons += prover(report.content, at.date()) if prover else ()
        was = load_with_places(sources_from(old))
        changes = changes_of(was.content, report.content, exercises=(was.exercises, report.exercises))
    reasons += _came_back(files, before)
    second = tuple(_second(changed, changes))
    return Plan(drafts, files, changed, report, tuple(reasons), second, changes, before, prover is not None)


def with_proofs(ready: Plan, found: Iterable[str]) -> Plan:
    """The plan with what the proofs said of its content."""
    return replace(ready, reasons=(*ready.reasons, *found), proved=True)


def missing(ready: Plan, by: str, approved_by: str, note: str) -> tuple[str, ...]:
    """All that keeps a plan from being published, with who does it and why."""
    reasons = list(ready.reasons)
    if not ready.proved and not reasons:
        reasons.append(say.UNPROVED)
    if not by.strip():
        reasons.append(say.NO_BY)
    if not note.strip():
        reasons.append(say.NO_NOTE)
    if ready.second and not approved_by.strip():
        reasons.append(say.NO_APPROVER.format(why=" ".join(ready.second)))
    elif approved_by.strip() and approved_by.strip().casefold() == by.strip().casefold():
        reasons.append(say.SAME_PERSON)
    return tuple(reasons)


def publish(root: Path, ready: Plan, by: str, approved_by: str, note: str, at: datetime) -> Manifest:
    """Publishes what the plan says. Raises PublishError with all reasons against it; nothing has changed then."""
    reasons = missing(ready, by, approved_by, note)
    if reasons:
        raise PublishError("\n".join(reasons))
    now = in_use(root)
    if now is None or now.manifest != ready.before.manifest or read_files(root) != ready.drafts:
        raise PublishError(say.MOVED)
    text = changes_text(ready.changes, note)
    withdrawn = still_withdrawn(ready.files, ready.before)
    about = About("publish", by.strip(), note.strip(), approved_by.strip(), ready.before.manifest.version, withdrawn)
    made = write_version(root, ready.files, about, text, at)
    for name, data in ready.files.items():
        if data != ready.drafts.get(name):
            _save_raised(root, name, ready.drafts.get(name), data, at)
    return made


def changes_text(changes: Changes | None, note: str) -> str:
    """What a version changes for staff, as Markdown, the note first."""
    lines = list(as_markdown(changes)) if changes else []
    return "\n".join([*lines[:1], "", *(f"> {row}" for row in _escaped(note)), *lines[1:], ""])


def looks_like_a_name(text: str) -> bool:
    """Whether somebody seems to have written a person's name where a role or initials belong."""
    return TWO.search(text) is not None


def folder_of(root: Path, number: int) -> Path:
    """Where a version lies."""
    return root / FOLDER / str(number)


def _escaped(note: str) -> Iterator[str]:
    from guide.exports.markdown import escaped

    return (escaped(row) for row in note.strip().splitlines())


def _second(changed: tuple[str, ...], changes: Changes | None) -> Iterator[str]:
    """Why a second person must look at it."""
    shared = [name for name in changed if name.startswith(SHARED)]
    if shared:
        yield say.SHARED.format(files=", ".join(shared))
    if changes is None:
        return
    fields = {field for each in changes.differences for field, _, _ in each.changes} | {
        what for each in changes.differences for what in each.what
    }
    if fields & SAFETY or changes.alarms or changes.cards_removed or changes.unproved:
        yield say.SAFETY


def _came_back(files: Mapping[str, bytes], before: InUse) -> Iterator[str]:
    """Numbers that were withdrawn and stand there again, without anybody having rung them since."""
    from guide.service.editing.versions import contact_in

    for each in before.withdrawn:
        point = contact_in(files, each.file, each.id)
        if (
            point
            and _digits(str(point.get("phone", ""))) == _digits(each.phone)
            and str(point.get("checked", "")) <= each.checked
        ):
            yield say.CAME_BACK.format(phone=each.phone, name=point.get("name", each.id))


def _digits(phone: str) -> str:
    """A number without blanks and the country's own code: however it is written, it rings the same place."""
    return "".join(filter(str.isdigit, phone.removeprefix("+47")))


def _save_raised(root: Path, name: str, base: bytes | None, data: bytes, at: datetime) -> None:
    """The raised version in the draft, too. Not being able to is no error: the next publishing raises it again."""
    try:
        save(root, name, base, data, at)
    except SaveError:
        return
