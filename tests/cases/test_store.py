"""The encrypted store: ways in, files that only the user reads, two windows, errors with a way out."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path

import pytest

from guide.store.cases.cases import CaseStore
from guide.store.cases.crypto import (
    LEAST,
    Cost,
    SealError,
    key_of_passphrase,
    new_pair,
    place,
    random_key,
    read_code,
    seal,
    unseal,
    write_code,
)
from guide.store.cases.errors import (
    BusyError,
    CaseError,
    ConflictError,
    DamagedError,
    FullError,
    GoneError,
    NewerError,
    ReadOnlyError,
    SecretError,
)
from guide.store.cases.folder import KEYS, STORE
from guide.store.cases.open import by_code, by_municipality, by_passphrase, change_passphrase, create, new_code
from tests.cases.made import NOON, PHRASE, Failing, filled, store_in


def both(tmp_path: Path) -> tuple[CaseStore, CaseStore, str]:
    """Two windows on one case of two events."""
    first, _ = store_in(tmp_path)
    case = first.start([b"en", b"to"], "", [], NOON)
    return first, by_passphrase(first.folder, PHRASE), case


# --- ways in ---------------------------------------------------------------------------------------------------------
def test_what_was_stored_is_there_again(tmp_path: Path) -> None:
    """Events, summary, draft and cards come back as they were."""
    store, code = store_in(tmp_path)
    case = store.start([b"en"], "kort", ["v"], NOON)
    assert store.append(case, 1, ["to æøå".encode()], "kort 2", ["v"], NOON).count == 2
    mark = store.keep_draft(case, 2, b"utkast", "", NOON)
    store.keep_content("v", b"x" * 5000)
    again = by_passphrase(store.folder, PHRASE)
    head, events = again.read(case)
    assert events == [b"en", "to æøå".encode()]
    assert (head.summary, head.contents) == ("kort 2", ("v",))
    assert again.draft(case) == (b"utkast", mark)
    assert again.content("v") == b"x" * 5000
    assert by_code(store.folder, code.lower().replace("-", " ")).read(case)[1] == events


def test_another_passphrase_opens_nothing(tmp_path: Path) -> None:
    """It says so, and says what to do."""
    store, _ = store_in(tmp_path)
    with pytest.raises(SecretError, match="ikke riktig"):
        by_passphrase(store.folder, PHRASE + "e")


def test_a_passphrase_is_the_same_however_its_letters_are_composed(tmp_path: Path) -> None:
    """å as one sign and as a with a ring."""
    store, _ = store_in(tmp_path, "blåbær på låven")
    assert by_passphrase(store.folder, "bla\u030abær pa\u030a la\u030aven").listing().whole


def test_a_short_passphrase_is_refused(tmp_path: Path) -> None:
    """Nothing is made of it."""
    with pytest.raises(SecretError, match="12 tegn"):
        create(tmp_path / "saker", "kort", NOON, LEAST)
    assert not (tmp_path / "saker").exists()


@pytest.mark.parametrize("code", ["", "0000-0000", "x" * 200, "0000-0000-0000-0000-0000-0000-0000-0000-0000"])
def test_another_code_opens_nothing(tmp_path: Path, code: str) -> None:
    """It says how many groups there are."""
    store, _ = store_in(tmp_path)
    with pytest.raises(SecretError, match="ni gruppene"):
        by_code(store.folder, code)


def test_a_slip_of_the_pen_in_a_code_is_seen() -> None:
    """Each wrong letter alone; letters that look alike are read as the one that is meant."""
    secret = bytes(range(20))
    code = write_code(secret)
    assert read_code(code.replace("0", "o").replace("1", "l")) == secret
    for at, letter in enumerate(code):
        if letter != "-":
            wrong = code[:at] + ("7" if letter != "7" else "8") + code[at + 1 :]
            with pytest.raises(ValueError):  # noqa: PT011 - there is no message
                read_code(wrong)


def test_a_machine_without_memory_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id needs 64 MB: too little is a message, and the passphrase is not called wrong."""

    class Starved:
        def __init__(self, **_: object) -> None:
            pass

        def derive(self, _: bytes) -> bytes:
            raise MemoryError

    store, _ = store_in(tmp_path)
    monkeypatch.setattr("cryptography.hazmat.primitives.kdf.argon2.Argon2id", Starved)
    with pytest.raises(CaseError, match="for lite ledig minne"):
        by_passphrase(store.folder, PHRASE)


def test_the_municipality_opens_what_it_was_let_in_to(tmp_path: Path) -> None:
    """By its private key, where an admin had set the public one; another key opens nothing."""
    private, public = new_pair()
    store, _ = create(tmp_path / "saker", PHRASE, NOON, LEAST, municipality=public)
    case = store.start([b"en"], "", [], NOON)
    assert by_municipality(store.folder, private).read(case)[1] == [b"en"]
    with pytest.raises(SecretError):
        by_municipality(store.folder, new_pair()[0])


def test_a_store_without_the_municipality_says_so(tmp_path: Path) -> None:
    """It was never let in."""
    store, _ = store_in(tmp_path)
    with pytest.raises(SecretError, match="ikke satt opp"):
        by_municipality(store.folder, new_pair()[0])


def test_a_changed_passphrase_is_the_only_one(tmp_path: Path) -> None:
    """The old one stops; the code goes on, until a new one is made."""
    store, code = store_in(tmp_path)
    change_passphrase(store, "noe helt annet her", LEAST)
    assert by_passphrase(store.folder, "noe helt annet her").listing().whole
    with pytest.raises(SecretError):
        by_passphrase(store.folder, PHRASE)
    assert by_code(store.folder, code).listing().whole
    newer = new_code(store)
    assert by_code(store.folder, newer).listing().whole
    with pytest.raises(SecretError):
        by_code(store.folder, code)


@pytest.mark.parametrize(
    "cost", [Cost(1024, 3, 4), Cost(2**21, 3, 4), Cost(65536, 1, 4), Cost(65536, 99, 1), Cost(65536, 3, 99)]
)
def test_a_cost_outside_the_limits_is_never_paid(cost: Cost) -> None:
    """A file that asks for less than the floor or more than the ceiling is wrong, not obeyed."""
    with pytest.raises(SealError):
        key_of_passphrase(PHRASE, bytes(16), cost)


def test_weakened_parameters_do_not_open(tmp_path: Path) -> None:
    """What the passphrase was stretched by is bound to what it wraps, right sum or not."""
    store, _ = store_in(tmp_path)
    keys = by_passphrase(store.folder, PHRASE).keys
    keys.data["wraps"]["passphrase"]["passes"] += 1
    keys.write()
    with pytest.raises(SecretError):
        by_passphrase(store.folder, PHRASE)


def test_the_users_store_has_the_full_cost() -> None:
    """64 MiB, three passes, four lanes."""
    assert Cost() == Cost(64 * 1024, 3, 4)
    assert Cost().allowed


def test_sealed_texts_are_bound_to_their_place() -> None:
    """Another place, another key, one bit: nothing comes out. Lengths are whole blocks."""
    key, at = random_key(), place("s", "event", "A", 1)
    sealed = seal(key, at, b"ja")
    assert unseal(key, at, sealed) == b"ja"
    assert len(sealed) == len(seal(key, at, b"nei, og noe mer")) == 12 + 256 + 16
    for key_, at_, sealed_ in (
        (random_key(), at, sealed),
        (key, place("s", "event", "A", 2), sealed),
        (key, at, sealed[:-1] + bytes([sealed[-1] ^ 1])),
        (key, at, b""),
    ):
        with pytest.raises(SealError):
            unseal(key_, at_, sealed_)


# --- two windows -----------------------------------------------------------------------------------------------------
def test_the_second_window_is_told(tmp_path: Path) -> None:
    """What the first wrote stays; the second may go on when it has read it."""
    first, second, case = both(tmp_path)
    first.append(case, 2, [b"tre"], "", [], NOON)
    with pytest.raises(ConflictError, match="annet vindu"):
        second.append(case, 2, [b"noe annet"], "", [], NOON)
    assert second.read(case)[1] == [b"en", b"to", b"tre"]
    assert second.append(case, 3, [b"fire"], "", [], NOON).count == 4


def test_a_draft_of_another_window_is_not_overwritten(tmp_path: Path) -> None:
    """Neither by a draft nor by an answer."""
    first, second, case = both(tmp_path)
    mark = first.keep_draft(case, 2, b"mitt", "", NOON)
    with pytest.raises(ConflictError):
        second.keep_draft(case, 2, b"ditt", "", NOON)
    with pytest.raises(ConflictError):
        second.append(case, 2, [b"svar"], "", [], NOON, before="")
    assert first.draft(case) == (b"mitt", mark)
    first.append(case, 2, [b"svar"], "", [], NOON, draft=b"resten", before=mark)
    assert first.draft(case)[0] == b"resten"


def test_cases_of_two_windows_do_not_meet(tmp_path: Path) -> None:
    """Each writes its own case, and both are there."""
    first, second, case = both(tmp_path)
    other = second.start([b"x"], "", [], NOON)
    first.append(case, 2, [b"tre"], "", [], NOON)
    second.append(other, 1, [b"y"], "", [], NOON)
    assert set(first.listing().heads) == {case, other}
    assert not second.listing().damaged


def test_a_window_that_waits_too_long_is_told(tmp_path: Path) -> None:
    """A writer that holds the file makes the other say that it is busy."""
    first, second, case = both(tmp_path)
    second.db.sql.execute("PRAGMA busy_timeout=20")
    with first.db.writing(), pytest.raises(BusyError, match="annet vindu"):
        second.append(case, 2, [b"x"], "", [], NOON)
    assert second.append(case, 2, [b"x"], "", [], NOON).count == 3


# --- errors with a way out -------------------------------------------------------------------------------------------
def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    """At every page of a long case: either it is written, or it is as it was and the folder is named."""
    store, names = filled(tmp_path)
    count, full = 4, 0
    for more in range(12):
        pages = store.db.rows("PRAGMA page_count")[0][0]
        store.db.sql.execute(f"PRAGMA max_page_count={pages + more}")
        said = ""
        try:
            count = store.append(names[0], count, [os.urandom(3000)] * 5, "", ["v1"], NOON).count
        except FullError as error:
            said = str(error)
        full += str(store.folder) in said
        assert len(store.read(names[0])[1]) == count
        store.db.sql.execute("PRAGMA max_page_count=1000000")
    assert full > 2
    assert len(by_passphrase(store.folder, PHRASE).read(names[0])[1]) == count


@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY])
def test_an_error_at_any_statement_changes_nothing(tmp_path: Path, code: int) -> None:
    """At the first, the second, … until none is left: the old state or the new one, and an error of ours."""
    store, names = filled(tmp_path)
    real, count = store.db.sql, 4
    for at in range(1, 40):
        left = [at]
        store.db.sql = Failing(real, left, code)  # type: ignore[assignment]
        try:
            count = store.append(names[0], count, [b"a", b"b"], "", ["v1"], NOON, draft=b"utkast").count
            failed = False
        except CaseError:
            failed = True
        store.db.sql = real
        assert len(store.read(names[0])[1]) == count
        assert not real.in_transaction
        if left[0] > 0 and not failed:
            break
    else:
        pytest.fail("no end")
    assert at > 8
    assert not store.listing().damaged


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    """Nothing is written into a file that nobody finds again."""
    store, names = filled(tmp_path)
    store.folder.rename(tmp_path / "flyttet")
    with pytest.raises(GoneError, match="ikke der lenger"):
        store.append(names[0], 4, [b"x"], "", [], NOON)


def test_a_store_swapped_under_the_window_is_told(tmp_path: Path) -> None:
    """An older file in its place gets nothing of the newer."""
    store, names = filled(tmp_path)
    data = (store.folder / STORE).read_bytes()
    (store.folder / STORE).unlink()
    (store.folder / STORE).write_bytes(data)
    with pytest.raises(GoneError, match="byttet ut"):
        store.append(names[0], 4, [b"x"], "", [], NOON)


def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    """The message names the folder; what was there can be read."""
    store, names = filled(tmp_path)
    store.db.sql.execute("PRAGMA query_only=1")
    with pytest.raises(ReadOnlyError, match=str(store.folder)):
        store.append(names[0], 4, [b"x"], "", [], NOON)
    assert len(store.read(names[0])[1]) == 4


def test_a_newer_store_is_left_alone(tmp_path: Path) -> None:
    """Of either file."""
    store, _ = filled(tmp_path)
    store.db.sql.execute("UPDATE meta SET value=99 WHERE name='format'")
    with pytest.raises(NewerError, match="nyere versjon"):
        by_passphrase(store.folder, PHRASE)
    store.db.sql.execute("UPDATE meta SET value=1 WHERE name='format'")
    store.keys.data["format"] = 2
    store.keys.write()
    with pytest.raises(NewerError, match="Ingenting er rørt"):
        by_passphrase(store.folder, PHRASE)


def test_a_damaged_key_file_has_a_copy(tmp_path: Path) -> None:
    """One of the two is enough, and mends the other; with both gone nothing is touched."""
    store, names = filled(tmp_path)
    (store.folder / KEYS).write_bytes(b"{")
    assert len(by_passphrase(store.folder, PHRASE).read(names[0])[1]) == 4
    assert (store.folder / KEYS).read_bytes() == (store.folder / "kopier" / KEYS).read_bytes()
    (store.folder / KEYS).write_bytes(b"{")
    (store.folder / "kopier" / KEYS).write_bytes(b"[]")
    with pytest.raises(DamagedError, match="Ikke slett noe"):
        by_passphrase(store.folder, PHRASE)


def test_a_key_file_with_a_flipped_bit_is_seen(tmp_path: Path) -> None:
    """Its sum does not match, and the copy is used."""
    store, _ = store_in(tmp_path)
    path = store.folder / KEYS
    data = json.loads(path.read_text(encoding="utf-8"))
    data["keys"]["wraps"]["passphrase"]["salt"] = "00" * 16
    path.write_text(json.dumps(data), encoding="utf-8")
    assert by_passphrase(store.folder, PHRASE).listing().whole


def test_a_store_that_failed_to_be_made_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next try succeeds."""
    monkeypatch.setattr(
        "guide.store.cases.keys.write_atomically", lambda *_: (_ for _ in ()).throw(OSError(28, "full"))
    )
    with pytest.raises(FullError):
        store_in(tmp_path)
    monkeypatch.undo()
    assert store_in(tmp_path)[0].listing().whole


def test_a_strange_file_is_said_to_be_damaged(tmp_path: Path) -> None:
    """And is left as it is."""
    store, _ = store_in(tmp_path)
    store.db.close()
    (store.folder / STORE).write_bytes(b"ikke en database" * 100)
    with pytest.raises(DamagedError, match="case restore"):
        by_passphrase(store.folder, PHRASE)
    assert (store.folder / STORE).read_bytes().startswith(b"ikke en database")
