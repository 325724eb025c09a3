"""Copies of the store: three generations, read back when they are taken, and what is fetched from them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from guide.store.cases import backup as cases_backup
from guide.store.cases.backup import Report, backup, newest, restore_cases, restore_file, verify
from guide.store.cases.cases import CaseStore
from guide.store.cases.db import Db
from guide.store.cases.delete import copies, delete
from guide.store.cases.errors import CaseError, ConflictError, DamagedError
from guide.store.cases.folder import COPIES, STORE
from guide.store.cases.open import by_passphrase, read_keys
from tests.cases.flips import raw, truth_of
from tests.cases.made import NOON, PHRASE, filled


def test_three_generations_are_kept(tmp_path: Path) -> None:
    """The newest is number one; a fourth pushes the oldest out. They are the user's alone."""
    store, names = filled(tmp_path)
    for number in range(5):
        backup(store)
        store.append(names[0], 4 + number, [b"mer"], "", [], NOON)
    found = copies(store.folder)
    assert [path.name for path in found] == ["kopi-1.db", "kopi-2.db", "kopi-3.db"]
    assert {path.stat().st_mode & 0o777 for path in found} == {0o600}
    assert sorted(path.name for path in (store.folder / COPIES).iterdir()) == [
        "kopi-1.db", "kopi-2.db", "kopi-3.db", "nokler.json",
    ]  # fmt: skip
    assert newest(store.folder) is not None


def test_a_damaged_store_pushes_no_copy_out(tmp_path: Path) -> None:
    """The copies stay as they were, and nothing half is left."""
    store, names = filled(tmp_path)
    backup(store)
    before = {path.name: path.read_bytes() for path in (store.folder / COPIES).iterdir()}
    with raw(store) as sql:
        sql.execute("UPDATE events SET sealed=x'00' WHERE id=?", (names[0],))
    with pytest.raises(DamagedError, match="ingen ny"):
        backup(store)
    assert {path.name: path.read_bytes() for path in (store.folder / COPIES).iterdir()} == before


def test_one_writes_and_deletes_while_a_copy_is_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading back holds nobody up; a copy that still has what was deleted meanwhile is not kept, and that is said."""
    store, names = filled(tmp_path)
    whole = cases_backup.verify

    def write_meanwhile(copy: CaseStore) -> Report:
        by_passphrase(store.folder, PHRASE).append(names[0], 4, [b"mer"], "", [], NOON)
        return whole(copy)

    def delete_meanwhile(copy: CaseStore) -> Report:
        found = whole(copy)
        delete(by_passphrase(store.folder, PHRASE), names[1], NOON)
        return found

    monkeypatch.setattr(cases_backup, "verify", write_meanwhile)
    backup(store)
    monkeypatch.setattr(cases_backup, "verify", delete_meanwhile)
    with pytest.raises(ConflictError, match="slettet mens"):
        backup(store)
    assert [path.name for path in sorted((store.folder / COPIES).iterdir())] == ["kopi-1.db", "nokler.json"]
    assert set(whole_of(store)) == {names[0], names[2]}


def whole_of(store: CaseStore) -> list[str]:
    """The cases of the newest copy that open."""
    with closing(Db(copies(store.folder)[0])) as db:
        return list(CaseStore(store.folder, read_keys(store.folder), store.user_key, db).listing().heads)


def test_a_damaged_case_is_fetched(tmp_path: Path) -> None:
    """With what was written after the copy, where that can be read."""
    store, names = filled(tmp_path)
    store.keep_draft(names[1], 4, b"utkast", "", NOON)
    backup(store)
    store.append(names[0], 4, [b"etter kopien"], "ny", ["v1"], NOON)
    truth = truth_of(store)
    with raw(store) as sql:
        sql.execute("UPDATE events SET sealed=x'00' WHERE id=? AND seq=2", (names[0],))
        sql.execute("DELETE FROM drafts WHERE id=?", (names[1],))
        for table in ("cases", "events"):
            sql.execute(f"DELETE FROM {table} WHERE id=?", (names[2],))  # noqa: S608 - names of our own
    found = restore_cases(store, NOON)
    assert found.events == {names[0]: 5, names[1]: 4, names[2]: 4}
    assert found.lost == ()
    assert verify(store).whole
    after = truth_of(by_passphrase(store.folder, PHRASE))
    assert {case: entry[:2] for case, entry in after.items()} == {case: entry[:2] for case, entry in truth.items()}


def test_what_no_copy_has_is_said(tmp_path: Path) -> None:
    """It stays, damaged as it is."""
    store, names = filled(tmp_path)
    with raw(store) as sql:
        sql.execute("UPDATE events SET sealed=x'00' WHERE id=? AND seq=2", (names[0],))
    assert restore_cases(store, NOON).lost == (names[0],)
    assert len(store.readable(names[0])) == 3


def test_a_deleted_case_never_comes_back(tmp_path: Path) -> None:
    """Not by fetching cases, and not by fetching the whole file."""
    store, names = filled(tmp_path)
    backup(store)
    delete(store, names[0], NOON)
    assert restore_cases(store, NOON).events == {}
    store.db.close()
    (store.folder / STORE).unlink()
    again, _ = restore_file(store.folder, read_keys(store.folder), store.user_key)
    assert set(again.listing().heads) == set(names[1:])


def test_a_store_that_cannot_be_opened_is_put_back(tmp_path: Path) -> None:
    """The newest whole copy takes its place, and the damaged file is kept beside."""
    store, names = filled(tmp_path)
    backup(store)
    store.db.close()
    (store.folder / STORE).write_bytes(b"borte")
    with pytest.raises(DamagedError):
        by_passphrase(store.folder, PHRASE)
    again, taken = restore_file(store.folder, read_keys(store.folder), store.user_key)
    assert set(again.listing().heads) == set(names)
    assert taken == newest(store.folder)
    assert (store.folder / f"{STORE}.skadet-1").read_bytes() == b"borte"
    assert set(by_passphrase(store.folder, PHRASE).listing().heads) == set(names)


def test_no_copy_is_said(tmp_path: Path) -> None:
    """Nothing is moved then."""
    store, _ = filled(tmp_path)
    store.db.close()
    (store.folder / STORE).write_bytes(b"borte")
    with pytest.raises(DamagedError, match="ingen hel"):
        restore_file(store.folder, read_keys(store.folder), store.user_key)
    assert (store.folder / STORE).read_bytes() == b"borte"


def test_a_damaged_ledger_is_made_anew(tmp_path: Path) -> None:
    """Of the cases that open; then one can write again."""
    store, names = filled(tmp_path)
    with raw(store) as sql:
        sql.execute("UPDATE meta SET value=x'00' WHERE name='ledger'")
    restore_cases(store, NOON)
    assert verify(store).whole
    assert store.append(names[0], 4, [b"x"], "", ["v1"], NOON).count == 5


def test_a_full_disk_leaves_the_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error in the middle of taking one."""
    store, _ = filled(tmp_path)
    backup(store)
    before = copies(store.folder)[0].read_bytes()
    monkeypatch.setattr("guide.store.cases.backup._sync", lambda _: (_ for _ in ()).throw(OSError(28, "full")))
    with pytest.raises(CaseError, match="full"):
        backup(store)
    assert [path.read_bytes() for path in copies(store.folder)] == [before]


def test_a_copy_that_another_window_put_away_moves_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two windows take one at the same time: the one that comes last fails, and the three that are there stay."""
    store, names = filled(tmp_path)
    for number in range(3):
        backup(store)
        store.append(names[0], 4 + number, [b"mer"], "", [], NOON)
    whole = cases_backup.verify

    def other_window(copy: CaseStore) -> Report:
        monkeypatch.setattr(cases_backup, "verify", whole)
        found = whole(copy)
        backup(by_passphrase(store.folder, PHRASE))
        return found

    monkeypatch.setattr(cases_backup, "verify", other_window)
    with pytest.raises(CaseError):
        backup(store)
    assert [path.name for path in copies(store.folder)] == ["kopi-1.db", "kopi-2.db", "kopi-3.db"]
