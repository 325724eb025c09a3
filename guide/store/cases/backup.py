"""Copies of the store, as encrypted as it is: taken, read back, and cases fetched from them.

Three generations. A copy counts only when all of it has been read back; a damaged store never pushes a good copy out.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from guide.core.record import record
from guide.core.text import clean
from guide.store.cases import crypto
from guide.store.cases.cases import CaseStore
from guide.store.cases.db import Db, healthy
from guide.store.cases.delete import NEW, copies, drop_unfinished, finish
from guide.store.cases.errors import CaseError, ConflictError, DamagedError, told
from guide.store.cases.folder import COPIES, STORE, make_file, make_folder, sync_folder
from guide.store.cases.keys import KeyFile
from guide.store.cases.ledger import Ledger, tag_of
from guide.store.cases.read import Head, linked, mark_of

GENERATIONS: Final = 3
NOT_COPIED: Final = (
    "Lageret er skadet, og derfor ble ingen ny sikkerhetskopi laget. De gamle er ikke rørt. "
    "Kjør «tiltakskort case restore» først."
)
CHANGED: Final = "En sak ble slettet mens sikkerhetskopien ble tatt. Ta en ny kopi."
NO_COPY: Final = "Det er ingen hel sikkerhetskopi i mappa {folder}. Ingenting er rørt."


@record
class Report:
    """What was found by reading all of a store back. `damaged` is what is wrong in words, by case."""

    cases: int
    events: int
    damaged: dict[str, str]
    sound: bool
    """Whether SQLite and the ledger are whole, too."""

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return self.sound and not self.damaged


@record
class Restored:
    """What was fetched: `events` by case, `lost` the cases that no copy has whole, `copied` when the copy was taken."""

    events: dict[str, int]
    lost: tuple[str, ...]
    copied: datetime | None


def verify(store: CaseStore) -> Report:
    """Reads every case, event and draft back. Raises CaseError where the file can't be read at all."""
    listing = store.listing()
    damaged, events = dict(listing.damaged), 0
    for case in listing.heads:
        try:
            events += len(store.read(case)[1])
            store.draft(case)
        except DamagedError as error:
            damaged[case] = str(error)
    return Report(len(listing.heads), events, damaged, listing.whole and healthy(store.db))


def newest(folder: Path) -> datetime | None:
    """When the newest copy was taken (UTC), None where there is none."""
    times = [path.stat().st_mtime for path in copies(folder)]
    return datetime.fromtimestamp(max(times), UTC) if times else None


def backup(store: CaseStore) -> Path:
    """Takes a copy, reads it back and lets it be the newest of three. Raises CaseError; then the old ones stay.

    May run in a thread: other writers wait while it is copied, not while it is read back.
    """
    finish(store)
    folder = store.folder / COPIES
    new = folder / NEW.format(name=crypto.random_reference())  # its own: another window may take one, too
    with told(folder):
        try:
            with store.db.writing():
                store.at_epoch()
                epoch = store.epoch[0]
                _copied(store.db.path, new)
            with closing(Db(new)) as db:
                other = CaseStore(store.folder, KeyFile.read(store.folder), store.user_key, db)
                if not verify(other).whole:
                    raise DamagedError(NOT_COPIED)
            with store.db.writing():
                store.at_epoch()
                if store.epoch[0] != epoch:  # a case was deleted meanwhile, and this copy has it
                    raise ConflictError(CHANGED)
                _in_front(folder, new)
        except BaseException:
            with suppress(OSError):
                new.unlink()
            raise
    return _copy(folder, 1)


def _copied(path: Path, new: Path) -> None:
    """A copy of the store as it is now, on the disk; inside a writer alone. Raises what `told` turns into words."""
    make_folder(new.parent)
    make_file(new)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(new)) as target:
        target.execute("PRAGMA journal_mode=DELETE")
        source.backup(target)
    _sync(new)


def _in_front(folder: Path, new: Path) -> None:
    """Lets `new` be the newest copy; what was the oldest goes, and what was never finished. Raises OSError: another
    window has taken one meanwhile and put `new` away; then the others stay in their places."""
    new.stat()
    for number in range(GENERATIONS, 1, -1):
        if (younger := _copy(folder, number - 1)).exists():
            os.replace(younger, _copy(folder, number))
    os.replace(new, _copy(folder, 1))
    drop_unfinished(folder)
    sync_folder(folder)


def restore_cases(store: CaseStore, now: datetime) -> Restored:
    """Fetches every case that is damaged or missing from the newest copy that has it whole. Raises CaseError.

    What was written after the copy and can still be read in the store is put after it. A ledger that can't be read is
    made anew of what is there. A case that was deleted is in no copy, and never comes back.
    """
    report, fetched, copied = verify(store), dict[str, int](), None
    if not store.listing().whole:
        _new_ledger(store, now)
        report = verify(store)
    for path in copies(store.folder):
        left = [case for case in report.damaged if case not in fetched]
        if not left:
            break
        with suppress(CaseError), closing(Db(path)) as db:
            other = CaseStore(store.folder, store.keys, store.user_key, db)
            for case in left:
                with suppress(DamagedError):
                    fetched[case] = _fetch(store, other, case, now)
                    copied = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return Restored(fetched, tuple(case for case in report.damaged if case not in fetched), copied)


def restore_file(folder: Path, keys: KeyFile, user_key: bytes) -> tuple[CaseStore, datetime]:
    """Puts the newest whole copy in the place of a store that can't be opened, which is kept beside. Raises CaseError.

    Returns the open store, and when the copy was taken.
    """
    for path in copies(folder):
        with suppress(CaseError), closing(Db(path)) as db:
            if verify(CaseStore(folder, keys, user_key, db)).whole:
                taken = datetime.fromtimestamp(path.stat().st_mtime, UTC)
                break
    else:
        raise DamagedError(NO_COPY.format(folder=clean(str(folder / COPIES))))
    with told(folder):
        _put_aside(folder)
        new = folder / f"{STORE}.ny"
        with suppress(FileNotFoundError):
            new.unlink()
        make_file(new)
        new.write_bytes(path.read_bytes())
        _sync(new)
        os.replace(new, folder / STORE)
        sync_folder(folder)
    store = CaseStore(folder, keys, user_key, Db(folder / STORE))
    finish(store)
    return store, taken


def _put_aside(folder: Path) -> None:
    """Keeps the store that can't be opened, its journal with it, under the first name that is free."""
    number = next(n for n in range(1, 1000) if not (folder / f"{STORE}.skadet-{n}").exists())
    for end in ("", "-journal"):
        with suppress(FileNotFoundError):
            os.replace(folder / f"{STORE}{end}", folder / f"{STORE}.skadet-{number}{end}")


def _fetch(store: CaseStore, other: CaseStore, case: str, now: datetime) -> int:
    """Puts a case as `other` has it in place of what is left of it, with what came after. Returns its events."""
    head, events = other.read(case)
    text = other.draft(case)[0]
    later = dict(store.readable(case))
    at = len(events)
    while at + 1 in later:
        at += 1
        events.append(later[at])
    contents = {name: data for name in head.contents if (data := other.content(name)) is not None}
    wrapped = other.db.rows("SELECT key FROM cases WHERE id=?", case)[0][0]
    key = other.case_key(case, wrapped)
    with store.db.writing() as sql:
        store.at_epoch()
        ledger = store.ledger()
        for table in ("events", "drafts", "cases"):
            sql.execute(f"DELETE FROM {table} WHERE id=?", (case,))  # noqa: S608 - three names of our own
        wrapped = crypto.seal(store.epoch[1], store.place("key", case, store.epoch[0]), key)
        chain = ""
        for seq, event in enumerate(events, 1):
            sealed = crypto.seal(key, store.place("event", case, seq), event)
            sql.execute("INSERT INTO events VALUES(?, ?, ?)", (case, seq, sealed))
            chain = linked(chain, sealed)
        draft = crypto.seal(key, store.place("draft", case), text) if text and at == head.count else b""
        if draft:
            sql.execute("INSERT INTO drafts VALUES(?, ?)", (case, draft))
        sealed = store.sealed_head(case, key, Head(at, chain, mark_of(draft), head.contents, head.summary))
        sql.execute("INSERT INTO cases VALUES(?, ?, ?)", (case, wrapped, sealed))
        store.put_ledger(ledger.with_case(case, sealed, now))
    for name, data in contents.items():
        store.keep_content(name, data)
    return at


def _new_ledger(store: CaseStore, now: datetime) -> None:
    """A ledger of the cases whose heads open: whether one is missing, nobody can tell any more."""
    with store.db.writing() as sql:
        tags = {case: tag_of(head) for case, head in sql.execute("SELECT id, head FROM cases") if len(case) == 9}
        sealed = crypto.seal(store.user_key, store.place("ledger"), Ledger(tags, now).dump())
        sql.execute("INSERT OR REPLACE INTO meta VALUES('ledger', ?)", (sealed,))


def _copy(folder: Path, number: int) -> Path:
    return folder / f"kopi-{number}.db"


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
