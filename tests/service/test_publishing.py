"""Publishing: refused for each reason, undone, a number withdrawn; what is published is what was checked."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from guide.core.clock import OSLO
from guide.core.contacts import ContactPoint
from guide.service.editing import publish_words as say
from guide.service.editing import versions as making
from guide.service.editing.contacts import confirm
from guide.service.editing.folder import Editing
from guide.service.editing.publish import looks_like_a_name, missing, plan, publish
from guide.store.compiled import open_current
from guide.store.published import FOLDER, in_use, read_current
from guide.store.publishing import PublishError
from tests.conftest import ROOT
from tests.store.faults import no_waiting

__all__ = ["no_waiting"]
pytestmark = pytest.mark.usefixtures("no_waiting")
AT = datetime(2026, 11, 25, 10, 0, tzinfo=OSLO)
STANGE = "contacts/stange.yaml"
CARD = "trees/stange/barnehage.yaml"


def holds(*_: object) -> tuple[str, ...]:
    """Proofs that hold; the real ones have their own tests, and take a minute."""
    return ()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one's own, as `content export` makes it."""
    making.export(ROOT, tmp_path / "min", "rådgiver", AT)
    return tmp_path / "min"


def change(root: Path, name: str, old: str, new: str) -> None:
    """Changes a draft."""
    path = root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def new_number(root: Path, phone: str = "22 33 44 55") -> int:
    """Publishes a number for child welfare; returns the version."""
    change(root, STANGE, "phone: missing", f"phone: {phone}")
    return publish(root, plan(root, AT, holds), "rådgiver", "", "Nytt nummer", AT).version


def barnevern(root: Path, cache: Path) -> ContactPoint:
    """Child welfare as staff see it."""
    return next(point for point in open_current(root, cache).contacts["stange"] if point.id == "barnevern")


def test_a_folder_of_ones_own_is_the_content(folder: Path, tmp_path: Path) -> None:
    """Drafts and first version are the shipped files, and a folder with something in it is refused."""
    assert (folder / STANGE).read_bytes() == (ROOT / STANGE).read_bytes()
    assert (folder / FOLDER / "1" / CARD).read_bytes() == (ROOT / CARD).read_bytes()
    assert len(open_current(folder, tmp_path / "cache").cards) > 10
    with pytest.raises(PublishError, match="finnes fra før"):
        making.export(ROOT, folder, "rådgiver", AT)


def test_staff_see_a_new_number_when_it_is_published(folder: Path, tmp_path: Path) -> None:
    """Not before; then with the pack's version raised, in the draft too, and what changed beside it."""
    change(folder, STANGE, "phone: missing", "phone: 22 33 44 55")
    assert barnevern(folder, tmp_path / "cache").missing
    ready = plan(folder, AT, holds)
    assert ready.changed == (STANGE,)
    assert not ready.second
    made = publish(folder, ready, "rådgiver", "", "Nytt nummer <b>", AT)
    assert barnevern(folder, tmp_path / "cache").phone == "22 33 44 55"
    assert open_current(folder, tmp_path / "cache").packs["stange"].version == "2"
    assert 'version: "2"' in (folder / "trees/stange/pack.yaml").read_text("utf-8")
    said = (folder / FOLDER / str(made.version) / "endringer.md").read_text("utf-8")
    assert "22 33 44 55" in said
    assert "<b>" not in said
    assert plan(folder, AT, holds).reasons == (say.NOTHING,)


def test_errors_and_proofs_stand_in_the_way(folder: Path) -> None:
    """Content with errors is not proved at all; a proof that fails is told."""
    change(folder, STANGE, "phone: missing", "phone: 22 33 44 55")
    assert plan(folder, AT, lambda *_: ("P1 holder ikke",)).reasons == ("P1 holder ikke",)
    change(folder, STANGE, "phone: 22 33 44 55", "phone: ring")
    ready = plan(folder, AT, lambda *_: pytest.fail("proved"))
    assert ready.reasons == (say.ERRORS.format(count=ready.report.errors),)
    with pytest.raises(PublishError, match="har feil"):
        publish(folder, ready, "rådgiver", "", "x", AT)
    assert read_current(folder)[0] == 1


def test_who_and_why_must_be_said(folder: Path) -> None:
    """All that is missing is told at once."""
    change(folder, STANGE, "phone: missing", "phone: 22 33 44 55")
    ready = plan(folder, AT, holds)
    assert missing(ready, " ", "", "") == (say.NO_BY, say.NO_NOTE)
    assert missing(ready, "SLT", "slt", "x") == (say.SAME_PERSON,)
    assert missing(ready, "SLT", "", "x") == ()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("trees/felles/services.yaml", "title: ", "title: Selve "),
        ("contacts/nasjonalt.yaml", "name: ", "name: Selve "),
        (CARD, "urgency: today", "urgency: now"),
    ],
)
def test_shared_and_safety_content_takes_two(folder: Path, name: str, old: str, new: str) -> None:
    """A second person's role stands in the manifest; without it nothing is published."""
    change(folder, name, old, new)
    ready = plan(folder, AT, holds)
    if ready.report.errors:
        pytest.fail(str([str(found) for found in ready.report.findings if found.severity == "error"]))
    assert ready.second
    with pytest.raises(PublishError, match="en person til"):
        publish(folder, ready, "rådgiver", "", "x", AT)
    made = publish(folder, ready, "rådgiver", "kommuneoverlege", "x", AT)
    assert made.approved_by == "kommuneoverlege"


def test_what_was_looked_at_is_what_is_published(folder: Path) -> None:
    """A draft that changes between the check and the publishing is not slipped in."""
    change(folder, STANGE, "phone: missing", "phone: 22 33 44 55")
    ready = plan(folder, AT, holds)
    change(folder, STANGE, "22 33 44 55", "22 33 44 56")
    with pytest.raises(PublishError, match="ble endret"):
        publish(folder, ready, "rådgiver", "", "x", AT)


def test_undo_publishes_the_version_before(folder: Path, tmp_path: Path) -> None:
    """As a new version, so that nothing is lost; the draft stays."""
    new_number(folder)
    made = making.undo(folder, "rådgiver", "", AT)
    assert (made.version, made.kind, made.of) == (3, "undo", 2)
    assert barnevern(folder, tmp_path / "cache").missing
    assert open_current(folder, tmp_path / "cache").packs["stange"].version == "3"
    assert "22 33 44 55" in (folder / STANGE).read_text("utf-8")
    making.undo(folder, "rådgiver", "", AT, 2)
    assert barnevern(folder, tmp_path / "cache").phone == "22 33 44 55"


def test_undo_refuses_what_is_not_whole(folder: Path) -> None:
    """A damaged version, one that is not there, and the one before the first."""
    with pytest.raises(PublishError, match="ingen utgave før"):
        making.undo(folder, "rådgiver", "", AT)
    with pytest.raises(PublishError, match="finnes ikke"):
        making.undo(folder, "rådgiver", "", AT, 9)
    new_number(folder)
    (folder / FOLDER / "1" / CARD).unlink()
    with pytest.raises(PublishError, match="skadet"):
        making.undo(folder, "rådgiver", "", AT)
    assert read_current(folder)[0] == 2


def test_a_number_is_withdrawn_at_once_and_alone(folder: Path, tmp_path: Path) -> None:
    """Drafts with faults are no hindrance and are not published; the number is gone there too; the audit stays."""
    new_number(folder)
    change(folder, CARD, "urgency: today", "urgency: todya")
    made, message = making.withdraw(folder, "stange/barnevern", "rådgiver", "Feil nummer", AT)
    assert (made.kind, made.note, message) == ("withdraw", "Feil nummer", "")
    assert [(each.id, each.phone) for each in made.withdrawn] == [("barnevern", "22 33 44 55")]
    point = barnevern(folder, tmp_path / "cache")
    assert point.missing
    assert not point.phone
    assert "22 33 44 55" not in (folder / STANGE).read_text("utf-8")
    assert "22 33 44 55" in (folder / FOLDER / "2" / STANGE).read_text("utf-8")
    with pytest.raises(PublishError, match="ikke noe nummer"):
        making.withdraw(folder, "stange/barnevern", "rådgiver", "", AT)
    with pytest.raises(PublishError, match="finnes ikke"):
        making.withdraw(folder, "stange/ingen", "rådgiver", "", AT)


def test_a_broken_draft_is_no_hindrance_to_taking_a_number_out(folder: Path) -> None:
    """A line in the list that is no contact: the number is gone from what staff read all the same."""
    new_number(folder)
    (folder / STANGE).write_text("contacts:\n  - her skulle det stå noe\n", "utf-8")
    made, _ = making.withdraw(folder, "stange/barnevern", "rådgiver", "Feil nummer", AT)
    assert made.kind == "withdraw"
    assert [each.id for each in made.withdrawn] == ["barnevern"]


def test_a_withdrawn_number_comes_back_only_when_it_has_been_rung(folder: Path, tmp_path: Path) -> None:
    """Neither by undo nor by a draft; by «ringt og bekreftet» it does."""
    new_number(folder)
    making.withdraw(folder, "stange/barnevern", "rådgiver", "", AT)
    making.undo(folder, "rådgiver", "", AT, 2)
    assert barnevern(folder, tmp_path / "cache").missing
    change(folder, STANGE, "phone: missing", "phone: 22 33 44 55")
    assert "trukket tilbake" in " ".join(plan(folder, AT, holds).reasons)
    change(folder, STANGE, "phone: 22 33 44 55", 'phone: "+47 2233 4455"')
    assert "trukket tilbake" in " ".join(plan(folder, AT, holds).reasons)
    change(folder, STANGE, 'phone: "+47 2233 4455"', "phone: 22 33 44 55")
    editing = Editing(folder, lambda: AT)
    confirm(editing, STANGE, 0)
    editing.save(STANGE)
    publish(folder, plan(folder, AT, holds), "rådgiver", "", "Ringt", AT)
    assert barnevern(folder, tmp_path / "cache").phone == "22 33 44 55"
    used = in_use(folder)
    assert used is not None
    assert used.withdrawn == ()


def test_history_tells_what_is_damaged(folder: Path) -> None:
    """Every version, which is in use, and which files are not as they were."""
    new_number(folder)
    shutil.rmtree(folder / FOLDER / "1" / "contacts")
    found = making.versions_of(folder)
    assert [(each.number, each.used, bool(each.damaged)) for each in found] == [(2, True, False), (1, False, True)]


@pytest.mark.parametrize(("text", "name"), [("Kari Nordmann", True), ("SLT-koordinator", False), ("kn", False)])
def test_a_name_is_noticed(text: str, name: bool) -> None:
    """Roles and initials are fine; what looks like a name gets a word of warning."""
    assert looks_like_a_name(text) == name
