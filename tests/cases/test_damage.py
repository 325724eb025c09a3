"""Nothing in a store is changed, moved or taken away unseen, and one damaged case keeps no other from opening."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from sqlite3 import Connection

import pytest

from guide.store.cases.cases import CaseStore
from guide.store.cases.errors import DamagedError
from guide.store.cases.folder import STORE
from guide.store.cases.open import by_passphrase
from tests.cases.flips import HARMLESS, SEEN, UNSEEN, flip, raw, truth_of
from tests.cases.made import NOON, PHRASE, filled


def test_three_hundred_flipped_bits_are_seen(tmp_path: Path) -> None:
    """Each is told or changes nothing that is read; of the other cases most stay open."""
    store, names = filled(tmp_path, cases=4, events=6)
    store.keep_draft(names[0], 6, b"utkast", "", NOON)
    truth, data, dice = truth_of(store), (store.folder / STORE).read_bytes(), random.Random(7)
    (tmp_path / "kopi").mkdir()
    found: Counter[str] = Counter()
    some = 0
    for _ in range(300):
        kind, still = flip(store, data, truth, dice, tmp_path / "kopi")
        found[kind] += 1
        some += kind == SEEN and still == 3
    assert found[UNSEEN] == 0
    assert found[SEEN] > 60
    assert found[HARMLESS] < 240
    assert some > 30


def test_the_check_of_flips_can_fail(tmp_path: Path) -> None:
    """What differs from what was written, and is not told, counts as unseen."""
    store, names = filled(tmp_path)
    truth = truth_of(store)
    truth[names[0]] = ((b"noe annet",), b"", "")
    data = (store.folder / STORE).read_bytes()
    (tmp_path / "kopi").mkdir()
    kinds = {flip(store, data, truth, random.Random(seed), tmp_path / "kopi")[0] for seed in range(40)}
    assert UNSEEN in kinds


Tamper = Callable[[Connection, list[str]], object]
CHANGES: dict[str, Tamper] = {
    "an event dropped": lambda sql, n: sql.execute("DELETE FROM events WHERE id=? AND seq=2", (n[0],)),
    "the last event dropped": lambda sql, n: sql.execute("DELETE FROM events WHERE id=? AND seq=4", (n[0],)),
    "all events dropped": lambda sql, n: sql.execute("DELETE FROM events WHERE id=?", (n[0],)),
    "two events swapped": lambda sql, n: sql.executemany(
        "UPDATE events SET seq=? WHERE id=? AND seq=?", [(99, n[0], 1), (1, n[0], 2), (2, n[0], 99)]
    ),
    "an event of another case": lambda sql, n: sql.execute(
        "UPDATE events SET sealed=(SELECT sealed FROM events WHERE id=? AND seq=1) WHERE id=? AND seq=1", (n[1], n[0])
    ),
    "an event twice": lambda sql, n: sql.execute(
        "INSERT INTO events SELECT id, 5, sealed FROM events WHERE id=? AND seq=4", (n[0],)
    ),
    "the head of another case": lambda sql, n: sql.execute(
        "UPDATE cases SET head=(SELECT head FROM cases WHERE id=?) WHERE id=?", (n[1], n[0])
    ),
    "the key of another case": lambda sql, n: sql.execute(
        "UPDATE cases SET key=(SELECT key FROM cases WHERE id=?) WHERE id=?", (n[1], n[0])
    ),
    "the draft of another case": lambda sql, n: sql.execute(
        "INSERT INTO drafts SELECT ?, sealed FROM events WHERE id=? AND seq=1", (n[0], n[1])
    ),
    "a head of another type": lambda sql, n: sql.execute("UPDATE cases SET head='tekst' WHERE id=?", (n[0],)),
    "an event of another type": lambda sql, n: sql.execute("UPDATE events SET sealed=7 WHERE id=? AND seq=1", (n[0],)),
}


def is_told(store: CaseStore, case: str) -> bool:
    """Whether the case is known to be damaged when somebody opens it."""
    if case in store.listing().damaged:
        return True
    try:
        store.read(case)
        store.draft(case)
    except DamagedError as error:
        return error.case == case
    return False


@pytest.mark.parametrize("what", sorted(CHANGES))
def test_a_change_by_hand_is_seen(tmp_path: Path, what: str) -> None:
    """The case is told of and cannot be written in; the others open."""
    store, names = filled(tmp_path)
    with raw(store) as sql:
        CHANGES[what](sql, names)
    again = by_passphrase(store.folder, PHRASE)
    assert is_told(again, names[0])
    assert [len(again.read(name)[1]) for name in names[1:]] == [4, 4]


def test_a_case_that_vanished_is_missed(tmp_path: Path) -> None:
    """Its rows are gone, every one; the ledger knows it."""
    store, names = filled(tmp_path)
    with raw(store) as sql:
        for table in ("cases", "events", "drafts"):
            sql.execute(f"DELETE FROM {table} WHERE id=?", (names[0],))  # noqa: S608 - names of our own
    listing = by_passphrase(store.folder, PHRASE).listing()
    assert "borte" in listing.damaged[names[0]]
    assert set(listing.heads) == set(names[1:])


def test_a_case_put_back_as_it_was_is_seen(tmp_path: Path) -> None:
    """Rows of last week in the place of today's, all of one case: they open, and are not the last."""
    store, names = filled(tmp_path)
    with raw(store) as sql:
        head = sql.execute("SELECT head FROM cases WHERE id=?", (names[0],)).fetchone()[0]
        store.append(names[0], 4, [b"mer"], "", ["v1"], NOON)
        sql.execute("DELETE FROM events WHERE id=? AND seq=5", (names[0],))
        sql.execute("UPDATE cases SET head=? WHERE id=?", (head, names[0]))
    assert names[0] in by_passphrase(store.folder, PHRASE).listing().damaged


def test_a_case_put_in_by_hand_is_seen(tmp_path: Path) -> None:
    """A row that the ledger does not know is none of ours."""
    store, names = filled(tmp_path)
    with raw(store) as sql:
        sql.execute("INSERT INTO cases SELECT 'AAAA-AAAA', key, head FROM cases WHERE id=?", (names[0],))
    assert "ikke lagt inn" in by_passphrase(store.folder, PHRASE).listing().damaged["AAAA-AAAA"]


def test_a_whole_store_put_back_is_the_limit(tmp_path: Path) -> None:
    """Said in docs/personvern.md and docs/sikkerhet.md: a whole old file cannot be told from one that never went on."""
    store, names = filled(tmp_path)
    before = (store.folder / STORE).read_bytes()
    store.append(names[0], 4, [b"mer"], "", ["v1"], NOON)
    store.db.close()
    (store.folder / STORE).write_bytes(before)
    again = by_passphrase(store.folder, PHRASE)
    assert not again.listing().damaged
    assert len(again.read(names[0])[1]) == 4


def test_what_can_be_read_of_a_damaged_case_is_there(tmp_path: Path) -> None:
    """All but the event that was hit; nothing is written into it."""
    store, names = filled(tmp_path)
    with raw(store) as sql:
        sql.execute("UPDATE events SET sealed=x'00' WHERE id=? AND seq=2", (names[0],))
    with pytest.raises(DamagedError, match=names[0]):
        store.read(names[0])
    assert [seq for seq, _ in store.readable(names[0])] == [1, 3, 4]


def test_a_damaged_ledger_lets_cases_be_read_only(tmp_path: Path) -> None:
    """The list says so; a write is refused until it has been mended."""
    store, names = filled(tmp_path)
    with raw(store) as sql:
        sql.execute("UPDATE meta SET value=x'00' WHERE name='ledger'")
    listing = store.listing()
    assert not listing.whole
    assert set(listing.heads) == set(names)
    with pytest.raises(DamagedError, match="restore"):
        store.append(names[0], 4, [b"x"], "", [], NOON)
