"""What a draft is worth while it is written: its findings, and the content that it makes. For a thread of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from guide.core.content import Content
from guide.core.findings import ERROR, Finding
from guide.core.places import Way
from guide.core.record import record
from guide.service.checking.checking import check
from guide.service.editing.folder import Editing, sources_of
from guide.service.editing.outline import way_at
from guide.store.digest import sha256
from guide.store.sources import Sources


@record
class Judged:
    """What the checks say of a folder as it is edited: findings by file, and the content that is in use."""

    found: Mapping[str, tuple[Finding, ...]]
    content: Content

    def of(self, file: str) -> tuple[Finding, ...]:
        """The findings of a file, in its order."""
        return self.found.get(file, ())


def copy_of(editing: Editing) -> Editing:
    """The folder as it is edited now, for a thread of its own: what is done there changes nothing here."""
    made = Editing(editing.root, editing.now)
    made.on_disk, made.documents = dict(editing.on_disk), dict(editing.documents)
    return made


def at_once(editing: Editing, file: str, work: Callable[[Editing], object]) -> None:
    """Several edits of a file as one: all of them or none, and one step to undo. Raises what `work` raises."""
    made = copy_of(editing)
    work(made)
    editing.adopt(file, made.document(file))


def judge(editing: Editing) -> Judged:
    """Every finding of the folder but those of the exercises, which nobody edits here. Takes a second or so."""
    whole = sources_of(editing)
    data = {name: each for name, each in whole.data.items() if "/exercises/" not in name}
    report = check(Sources(data, whole.findings, sha256(whole.sha256.encode()).hexdigest()), editing.now().date())
    found: dict[str, tuple[Finding, ...]] = {}
    for finding in report.findings:
        found[finding.file] = (*found.get(finding.file, ()), finding)
    return Judged(found, report.content)


def placed(editing: Editing, file: str, found: tuple[Finding, ...]) -> tuple[tuple[Way, Finding], ...]:
    """Findings of a file, each with the way to what it is about in the file as it was when they were found."""
    document = editing.document(file)
    return tuple((way_at(document, each.line, each.column) if each.line else (), each) for each in found)


def errors(found: tuple[Finding, ...]) -> int:
    """How many of them are errors."""
    return sum(finding.severity == ERROR for finding in found)
