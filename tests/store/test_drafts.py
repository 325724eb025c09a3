"""Saving: nothing typed is lost, nothing of somebody else's is overwritten, whatever the disk does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from guide.core.clock import OSLO
from guide.store import drafts
from guide.store.drafts import ChangedOutsideError, SaveError, save, typed
from tests.store.faults import KilledError, failing, no_waiting
from tests.store.small import FILES, write

NAME = "trees/by/kort.yaml"
BASE = FILES[NAME].encode()
NEW = BASE.replace(b"Bekymret\n", b"Urolig for et barn\n")
AT = datetime(2026, 11, 25, 10, 0, tzinfo=OSLO)


__all__ = ["no_waiting"]
pytestmark = pytest.mark.usefixtures("no_waiting")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one's own."""
    return write(tmp_path / "mappa")


def test_a_save_keeps_the_version_before(folder: Path) -> None:
    """The file is the new one, what it was lies beside it, and nothing is offered as unsaved."""
    drafts.keep_typed(folder, NAME, BASE, NEW.decode(), AT)
    save(folder, NAME, BASE, NEW, AT)
    assert (folder / NAME).read_bytes() == NEW
    assert [path.read_bytes() for path in drafts.before(folder, NAME)] == [BASE]
    assert not drafts.all_typed(folder)


def test_a_save_keeps_the_rights_of_the_file(folder: Path) -> None:
    """A file that colleagues may read stays so."""
    (folder / NAME).chmod(0o644)
    save(folder, NAME, BASE, NEW, AT)
    assert (folder / NAME).stat().st_mode & 0o777 == 0o644


def test_only_the_newest_versions_before_are_kept(folder: Path) -> None:
    """The history of a file does not grow for ever."""
    data = BASE
    for number in range(drafts.KEPT + 5):
        new = NEW + f"# {number}\n".encode()
        save(folder, NAME, data, new, AT.replace(minute=number))
        data = new
    assert len(drafts.before(folder, NAME)) == drafts.KEPT
    assert drafts.before(folder, NAME)[0].read_bytes() == NEW + f"# {drafts.KEPT + 3}\n".encode()


def test_a_file_changed_outside_is_not_overwritten(folder: Path) -> None:
    """Theirs stays, mine is kept to be looked at."""
    theirs = BASE + b"# deres\n"
    (folder / NAME).write_bytes(theirs)
    with pytest.raises(ChangedOutsideError) as raised:
        save(folder, NAME, BASE, NEW, AT)
    assert raised.value.theirs == theirs
    assert raised.value.kept
    assert (folder / NAME).read_bytes() == theirs
    kept = typed(folder, NAME)
    assert kept is not None
    assert kept.text == NEW.decode()
    assert kept.base == drafts.hash_of(BASE)


def test_a_file_that_is_gone_is_told(folder: Path) -> None:
    """A file that somebody has deleted does not come back without a word."""
    (folder / NAME).unlink()
    with pytest.raises(ChangedOutsideError) as raised:
        save(folder, NAME, BASE, NEW, AT)
    assert raised.value.theirs is None
    assert not (folder / NAME).exists()


def test_a_new_file_does_not_take_the_place_of_another(folder: Path) -> None:
    """Somebody else was first with the name."""
    with pytest.raises(ChangedOutsideError):
        save(folder, NAME, None, NEW, AT)
    save(folder, "trees/by/nytt.yaml", None, NEW, AT)
    assert (folder / "trees/by/nytt.yaml").read_bytes() == NEW


@pytest.mark.parametrize(
    "name", ["../a.yaml", "trees/../a.yaml", "trees/.a/b.yaml", "a.yaml", "trees/a.txt", "/a.yaml"]
)
def test_names_stay_inside(folder: Path, name: str) -> None:
    """No name leads out of trees and contacts."""
    with pytest.raises(SaveError):
        save(folder, name, None, NEW, AT)


@pytest.mark.parametrize("kill", [False, True], ids=["full", "killed"])
def test_every_write_may_fail(folder: Path, monkeypatch: pytest.MonkeyPatch, kill: bool) -> None:
    """At every write: the file is the old one or the new one, and what was typed is in it or is offered again."""
    for number in range(1, 100):
        (folder / NAME).write_bytes(BASE)
        drafts.keep_typed(folder, NAME, BASE, NEW.decode(), AT)  # as the screen does while one types
        with failing(monkeypatch, number, kill) as disk:
            saved = _outcome(lambda: save(folder, NAME, BASE, NEW, AT))
        now = (folder / NAME).read_bytes()
        assert now in (BASE, NEW)
        kept = typed(folder, NAME)
        assert now == NEW or (kept is not None and kept.text == NEW.decode())
        assert saved is not True or now == NEW
        if not disk.failed:
            break
    assert number > 8, "too few writes to have been tried"
    assert saved is True
    assert now == NEW


def test_a_folder_that_cannot_be_written_to(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file stays, the message says that what was typed is kept, and it is."""
    refuse_in(monkeypatch, folder)
    with pytest.raises(SaveError) as raised:
        save(folder, NAME, BASE, NEW, AT)
    assert raised.value.kept
    assert "tatt vare på" in str(raised.value)
    kept = typed(folder, NAME)
    assert (folder / NAME).read_bytes() == BASE
    assert kept is not None
    assert kept.text == NEW.decode()


def test_nowhere_to_write(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where not even a copy can be kept, the message says so."""
    with failing(monkeypatch, 1, kill=False), pytest.raises(SaveError) as raised:
        save(folder, NAME, BASE, NEW, AT)
    assert not raised.value.kept
    assert "Ikke lukk" in str(raised.value)
    assert (folder / NAME).read_bytes() == BASE


def test_what_was_typed_may_be_damaged(folder: Path) -> None:
    """A draft that can't be read is none."""
    drafts.keep_typed(folder, NAME, BASE, "x", AT)
    path = next(drafts.data_dir().rglob("*.json"))
    for data in (b"", b"[]", b"{", b'{"name": 1}', b"\xff"):
        path.write_bytes(data)
        assert drafts.all_typed(folder) == ()


def refuse_in(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Makes a folder one that can't be written to, for whoever runs the tests (root may write anywhere)."""
    import tempfile

    real, mkdir = tempfile.mkstemp, Path.mkdir

    def mkstemp(*args: object, dir: object = None, **named: object) -> tuple[int, str]:
        if Path(str(dir)).is_relative_to(folder):
            raise PermissionError(13, "no")
        return real(*args, dir=dir, **named)  # type: ignore[call-overload,no-any-return]

    def make(self: Path, *args: object, **named: object) -> None:
        if self.is_relative_to(folder):
            raise PermissionError(13, "no")
        mkdir(self, *args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(tempfile, "mkstemp", mkstemp)
    monkeypatch.setattr(Path, "mkdir", make)


def _outcome(act: Callable[[], None]) -> bool | None:
    """True where it was done, False where it was refused, None where the process ended."""
    try:
        act()
    except SaveError:
        return False
    except KilledError:
        return None
    return True
