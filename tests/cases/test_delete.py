"""A deleted case is out of reach in the store and in every copy, wherever the deletion was cut off."""

from __future__ import annotations

import shutil
from contextlib import suppress
from errno import ENOSPC
from pathlib import Path
from sqlite3 import SQLITE_FULL

import pytest

from guide.store.cases import delete as cases_delete
from guide.store.cases import keys as cases_keys
from guide.store.cases.backup import backup, verify
from guide.store.cases.cases import CaseStore
from guide.store.cases.db import Db
from guide.store.cases.delete import copies, delete
from guide.store.cases.errors import CaseError, ConflictError
from guide.store.cases.folder import COPIES, KEYS, STORE
from guide.store.cases.keys import KeyFile
from guide.store.cases.open import by_passphrase, by_user_key
from tests.cases.flips import raw
from tests.cases.made import NOON, PHRASE, Failing, filled


def key_of(store: CaseStore, case: str) -> tuple[bytes, bytes]:
    """(the wrapped key as it lies in the file, the key itself)."""
    with raw(store) as sql:
        wrapped = sql.execute("SELECT key FROM cases WHERE id=?", (case,)).fetchone()[0]
    return wrapped, store.case_key(case, wrapped)


def opened(folder: Path, store: CaseStore, path: Path) -> CaseStore:
    """A copy opened with the keys that there are now."""
    return CaseStore(folder, KeyFile.read(folder), store.user_key, Db(path))


def test_nothing_of_it_is_left(tmp_path: Path) -> None:
    """No row, no byte of its key or of its events in any file; the others are whole."""
    store, names = filled(tmp_path)
    backup(store)
    wrapped, _ = key_of(store, names[0])
    with raw(store) as sql:
        events = [row[0] for row in sql.execute("SELECT sealed FROM events WHERE id=?", (names[0],))]
    delete(store, names[0], NOON)
    for path in store.folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert wrapped not in data
            assert names[0].encode() not in data
            assert not any(event[:64] in data for event in events)
    assert set(store.listing().heads) == set(names[1:])
    assert verify(by_passphrase(store.folder, PHRASE)).whole


def test_a_copy_that_somebody_took_away_opens_it_no_more(tmp_path: Path) -> None:
    """The file of last week holds its rows still, and no key that there is opens them, nor the other cases'."""
    store, names = filled(tmp_path)
    taken = tmp_path / "minnepinne.db"
    shutil.copy2(store.folder / STORE, taken)
    delete(store, names[0], NOON)
    with pytest.raises(CaseError):
        opened(store.folder, store, taken)
    assert KeyFile.read(store.folder).epochs == (2,)


def test_copies_keep_the_other_cases(tmp_path: Path) -> None:
    """All three generations open with the new key, without the case."""
    store, names = filled(tmp_path)
    for _ in range(3):
        backup(store)
    delete(store, names[0], NOON)
    found = copies(store.folder)
    assert len(found) == 3
    for path in found:
        copy = opened(store.folder, store, path)
        assert verify(copy).whole
        assert set(copy.listing().heads) == set(names[1:])


def test_a_copy_that_was_never_finished_goes_too(tmp_path: Path) -> None:
    """A kill in the middle of taking one leaves a file; the deletion takes it."""
    store, names = filled(tmp_path)
    shutil.copy2(store.folder / STORE, store.folder / COPIES / "ny.db")
    delete(store, names[0], NOON)
    assert not (store.folder / COPIES / "ny.db").exists()


def test_a_copy_that_cannot_be_cleaned_is_removed(tmp_path: Path) -> None:
    """A damaged copy must not keep the case."""
    store, names = filled(tmp_path)
    (store.folder / COPIES / "kopi-1.db").write_bytes(b"skadet" * 500)
    delete(store, names[0], NOON)
    assert copies(store.folder) == []


@pytest.mark.parametrize("step", ["keys", "rows", "copies", "end"])
def test_a_deletion_that_is_cut_off_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Before the rows are gone the case is whole; after it, opening the store ends what was begun."""
    store, names = filled(tmp_path)
    backup(store)

    def stop(*_: object) -> None:
        raise OSError(5, "strømmen gikk")

    where = {"keys": "_rewrap", "rows": "finish", "copies": "_purge", "end": ""}[step]
    with monkeypatch.context() as patch, suppress(CaseError, OSError):
        if where:
            patch.setattr(cases_delete, where, stop)
        delete(store, names[0], NOON)
    again = by_passphrase(store.folder, PHRASE)
    gone = step != "keys"
    assert (names[0] in again.listing().heads) is not gone
    assert len(KeyFile.read(store.folder).epochs) == 1
    assert verify(again).whole
    copy = opened(store.folder, store, copies(store.folder)[0])
    assert verify(copy).whole
    assert (names[0] in copy.listing().heads) is not gone


def test_an_error_at_any_step_of_a_deletion_is_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At every statement, and every time that the key file is written: opened again, it is deleted or whole."""
    template, names = filled(tmp_path / "mal")
    backup(template)
    template.db.close()
    real = cases_keys.write_atomically
    ends = set()
    for at in range(1, 60):
        folder = tmp_path / str(at) / "saker"
        shutil.copytree(template.folder, folder)
        store = by_user_key(folder, KeyFile.read(folder), template.user_key)
        left = [at]

        def failing(path: Path, data: bytes, left: list[int] = left) -> None:
            left[0] -= 1
            if left[0] == 0:
                raise OSError(ENOSPC, "full")
            real(path, data)

        connection = Failing(store.db.sql, left, SQLITE_FULL)
        store.db.sql = connection  # type: ignore[assignment]
        monkeypatch.setattr(cases_keys, "write_atomically", failing)
        try:
            with suppress(CaseError):
                delete(store, names[0], NOON)
        finally:
            monkeypatch.undo()
        again = by_user_key(folder, KeyFile.read(folder), template.user_key)
        assert verify(again).whole
        gone = names[0] not in again.listing().heads
        copy = opened(folder, template, copies(folder)[0])
        assert (names[0] not in copy.listing().heads) is gone
        assert KeyFile.read(folder).epochs == (again.epoch[0],)
        assert (folder / KEYS).read_bytes() == (folder / COPIES / KEYS).read_bytes()
        ends.add(gone)
        if left[0] > 0:
            break
    else:
        pytest.fail("no end")
    assert at > 20
    assert ends == {True, False}


def test_another_window_goes_on_after_a_deletion(tmp_path: Path) -> None:
    """It takes up the new key by itself, and is told that the case is gone."""
    store, names = filled(tmp_path)
    other = by_passphrase(store.folder, PHRASE)
    delete(store, names[0], NOON)
    assert other.append(names[1], 4, [b"x"], "", [], NOON).count == 5
    assert set(other.listing().heads) == set(names[1:])
    with pytest.raises(ConflictError, match="slettet"):
        other.append(names[0], 4, [b"x"], "", [], NOON)
    with pytest.raises(ConflictError, match="slettet"):
        delete(other, names[0], NOON)


def test_cards_that_nobody_needs_go_with_the_last_case(tmp_path: Path) -> None:
    """And not before."""
    store, names = filled(tmp_path, cases=2)
    delete(store, names[0], NOON)
    assert store.content("v1") == b"kortene"
    delete(store, names[1], NOON)
    assert store.content("v1") is None


def test_the_key_file_has_its_copy_renewed(tmp_path: Path) -> None:
    """The copy of the key file holds no older epoch."""
    store, names = filled(tmp_path)
    delete(store, names[0], NOON)
    assert (store.folder / KEYS).read_bytes() == (store.folder / COPIES / KEYS).read_bytes()
