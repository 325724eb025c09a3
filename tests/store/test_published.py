"""Versions: whole or not there, checked against their manifest, and one of them in use whatever happens."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from guide.core.clock import OSLO
from guide.core.content import Content
from guide.store.compiled import open_content, open_current
from guide.store.load import load
from guide.store.published import CURRENT, FOLDER, MANIFEST, Withdrawn, in_use, numbers, read_current
from guide.store.publishing import About, PublishError, damaged, read_files, versions, write_version
from tests.store.faults import KilledError, failing, no_waiting
from tests.store.small import FILES, write

AT = datetime(2026, 11, 25, 10, 0, tzinfo=OSLO)
CARD = "trees/by/kort.yaml"

__all__ = ["no_waiting"]
pytestmark = pytest.mark.usefixtures("no_waiting")


def version(root: Path, title: str, *withdrawn: Withdrawn) -> int:
    """Publishes the small content with another title of the card."""
    content = {name: text.encode() for name, text in FILES.items()}
    content[CARD] = content[CARD].replace(b"title: Bekymret", f"title: {title}".encode())
    number = read_current(root)[0]
    about = About("publish", "rådgiver", "Ny tittel", of=number, withdrawn=tuple(withdrawn))
    return write_version(root, content, about, "# Endringer\n", AT).version


def title(root: Path, cache: Path) -> str:
    """The card's title as staff see it."""
    return open_current(root, cache).cards["by/kort"].title


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with drafts and two versions."""
    root = write(tmp_path / "mappa")
    version(root, "Første")
    version(root, "Andre")
    return root


def test_staff_read_the_version_in_use(folder: Path, tmp_path: Path) -> None:
    """Not the drafts, and not a version that has no number yet."""
    assert title(folder, tmp_path / "cache") == "Andre"
    assert open_content(folder, tmp_path / "cache").cards["by/kort"].title == "Bekymret"


def test_a_folder_without_versions_is_as_before(tmp_path: Path) -> None:
    """Nothing of this is asked of a folder that nobody has published in."""
    root = write(tmp_path / "mappa")
    assert title(root, tmp_path / "cache") == "Bekymret"


def test_a_version_is_the_files_that_it_was_made_of(folder: Path) -> None:
    """All files are there as they were, and everybody may read them."""
    content = read_files(folder / FOLDER / "2")
    assert content.keys() == FILES.keys()
    assert content["contacts/by.yaml"] == FILES["contacts/by.yaml"].encode()
    assert damaged(folder, 2) == ()
    assert (folder / FOLDER / "2" / CARD).stat().st_mode & 0o044 == 0o044
    assert [each.version for each in versions(folder)] == [2, 1]


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def _letter(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"22 33 44 55", b"22 33 44 56"))


DAMAGES: dict[str, Callable[[Path], object]] = {
    "a file cut": lambda v: _cut(v / CARD),
    "a digit of a number": lambda v: _letter(v / "contacts/by.yaml"),
    "a file gone": lambda v: (v / CARD).unlink(),
    "a file more": lambda v: (v / "trees/by/nytt.yaml").write_text("format: 1\n"),
    "the manifest cut": lambda v: _cut(v / MANIFEST),
    "the manifest gone": lambda v: (v / MANIFEST).unlink(),
    "the manifest no map": lambda v: (v / MANIFEST).write_text("[]"),
    "another manifest": lambda v: (v / MANIFEST).write_text(
        json.dumps({**json.loads((v / MANIFEST).read_text("utf-8")), "note": "x"})
    ),
    "all gone": shutil.rmtree,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_version_is_never_in_use(folder: Path, tmp_path: Path, damage: Callable[[Path], object]) -> None:
    """The whole one before it is, and the screen is told."""
    damage(folder / FOLDER / "2")
    content = open_current(folder, tmp_path / "cache")
    assert content.cards["by/kort"].title == "Første"
    assert [(found.code, found.severity) for found in content.findings][:1] == [("utgave-skadet", "warning")]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1}', '{"format": 2, "version": 2}', "\0", "2"])
def test_a_damaged_current_is_the_newest_whole_version(folder: Path, tmp_path: Path, text: str) -> None:
    """What can't be read names nothing, and staff have content all the same."""
    (folder / CURRENT).write_text(text, "utf-8")
    content = open_current(folder, tmp_path / "cache")
    assert content.cards["by/kort"].title == "Andre"
    assert content.findings[0].code == "utgave-skadet"


def test_without_any_whole_version_there_is_only_the_fault(folder: Path, tmp_path: Path) -> None:
    """Never the drafts: nobody has published them."""
    for number in (1, 2):
        (folder / FOLDER / str(number) / CARD).unlink()
    content = open_current(folder, tmp_path / "cache")
    assert not content.cards
    assert [found.code for found in content.findings] == ["utgave-mangler"]


def test_a_withdrawn_number_does_not_come_back_with_an_older_version(folder: Path, tmp_path: Path) -> None:
    """`current` remembers what was withdrawn, whatever version must stand in."""
    version(folder, "Tredje", Withdrawn("contacts/by.yaml", "barnevern", "22 33 44 55", "2026-11-22"))
    (folder / FOLDER / "3" / CARD).unlink()
    content = open_current(folder, tmp_path / "cache")
    assert content.cards["by/kort"].title == "Andre"
    assert phone_of(content) == ("", True)


def test_a_version_after_the_one_in_use_was_never_taken_into_use(folder: Path, tmp_path: Path) -> None:
    """The power went between the version and `current`."""
    before = (folder / CURRENT).read_bytes()
    version(folder, "Tredje")
    (folder / CURRENT).write_bytes(before)
    assert title(folder, tmp_path / "cache") == "Andre"
    assert version(folder, "Fjerde") == 4


@pytest.mark.parametrize("kill", [False, True], ids=["full", "killed"])
def test_every_write_may_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kill: bool) -> None:
    """At every write of a publishing: staff read the old version or the new one, whole; the next try gets through."""
    root = write(tmp_path / "mappa")
    version(root, "Første")
    tried = 0
    for number in range(1, 1000):
        with failing(monkeypatch, number, kill) as disk:
            done = _published(lambda n=number: version(root, f"Nr {n}"))  # type: ignore[misc]
        used = in_use(root)
        assert used is not None
        assert used.note is None
        assert used.manifest.version == read_current(root)[0]
        assert load(used.folder).cards["by/kort"].title in ("Første", f"Nr {number}")
        if not disk.failed:
            break
        tried += 1
        if done or used.manifest.version != 1:  # the new one got its place: begin anew
            shutil.rmtree(root / FOLDER)
            version(root, "Første")
    assert tried > 30, "too few writes to have been tried"
    assert done
    assert not [path for path in (root / FOLDER).iterdir() if path.name.startswith(".")], "nothing half is left"


def test_two_at_once_get_two_numbers_or_one_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else takes the number in between: nothing of theirs is overwritten."""
    from guide.store import publishing

    real = publishing._written

    def written(*args: object) -> object:
        made = real(*args)  # type: ignore[arg-type]
        if not (folder / FOLDER / "3").exists():
            shutil.copytree(folder / FOLDER / "2", folder / FOLDER / "3")
        return made

    monkeypatch.setattr(publishing, "_written", written)
    with pytest.raises(PublishError, match="samtidig"):
        version(folder, "Tredje")
    assert numbers(folder) == (1, 2, 3)
    assert read_current(folder)[0] == 2


def test_only_what_is_abandoned_is_tidied(folder: Path) -> None:
    """What an interrupted publishing left an hour ago goes; what somebody else may be writing now stays."""
    old, new = folder / FOLDER / ".ny-gammel", folder / FOLDER / ".ny-noens"
    for path in (old, new):
        path.mkdir()
    hours_ago = new.stat().st_mtime - 2 * 3600
    os.utime(old, (hours_ago, hours_ago))
    version(folder, "Tredje")
    assert (old.exists(), new.exists()) == (False, True)
    assert read_current(folder)[0] == 3


def phone_of(content: Content) -> tuple[str, bool]:
    """The number of child welfare, and whether it is missing."""
    point = next(point for point in content.contacts["by"] if point.id == "barnevern")
    return point.phone, point.missing


def _published(act: Callable[[], int]) -> bool:
    try:
        act()
    except (PublishError, KilledError):
        return False
    return True
