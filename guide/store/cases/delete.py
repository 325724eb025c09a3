"""Deleting a case so that no copy of the store opens it any more: its rows go, and the epoch's key is destroyed.

The keys of all other cases are wrapped anew under the next epoch's key, in the store and in its copies. The key file
holds both epochs only from before the deletion is written until the copies are done; whoever opens the store in between
ends it (docs/adr/0018-the-encrypted-store.md).
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from guide.core.record import replace
from guide.store.cases import crypto
from guide.store.cases.cases import DELETED, CaseStore
from guide.store.cases.db import Db
from guide.store.cases.errors import CaseError, ConflictError, told
from guide.store.cases.folder import COPIES, sync_folder
from guide.store.cases.keys import KeyFile

PATTERN: Final = "kopi-*.db"
NEW: Final = "ny-{name}.db"
"""A copy that is being taken."""
UNFINISHED: Final = "ny*.db"


def delete(store: CaseStore, case: str, now: datetime) -> None:
    """Deletes a case here and in the copies. Raises CaseError; ConflictError where it is gone already."""
    with store.db.writing() as sql:
        store.at_epoch()
        ledger = store.ledger()
        if case not in ledger.tags:
            raise ConflictError(DELETED)
        old, new = store.epoch, (store.epoch[0] + 1, crypto.random_key())
        keys = KeyFile.read(store.folder)
        keys.put_epoch(store.user_key, *new)
        keys.write()
        for table in ("events", "drafts", "cases"):
            sql.execute(f"DELETE FROM {table} WHERE id=?", (case,))  # noqa: S608 - three names of our own
        _rewrap(sql, keys.store, old, new)
        sql.execute("UPDATE meta SET value=? WHERE name='epoch'", (new[0],))
        store.put_ledger(ledger.without(case, now))
        _drop_contents(store, case)
    store.keys = keys
    store.at_epoch()
    finish(store)


def finish(store: CaseStore) -> None:
    """Takes the deleted cases out of the copies and destroys the keys of the epochs before this one."""
    if store.keys.epochs == (store.epoch[0],) and store.keys.even:
        return
    with store.db.writing():
        keys = store.keys = KeyFile.read(store.folder)
        drop_unfinished(store.folder / COPIES)
        for copy in copies(store.folder):
            _purge(store, keys, copy)
        keys.keep_epoch(store.epoch[0])
        keys.write()


def drop_unfinished(folder: Path) -> None:
    """Removes copies that were never finished. One that another window is taking is its own to remove (Windows holds
    it); it opens nothing once the epoch's key is gone."""
    for path in folder.glob(UNFINISHED):
        with suppress(FileNotFoundError, PermissionError):
            path.unlink()


def copies(folder: Path) -> list[Path]:
    """The copies of the store, the newest first, whatever their name: none may keep what is deleted."""
    return sorted((folder / COPIES).glob(PATTERN))


def _purge(store: CaseStore, keys: KeyFile, copy: Path) -> None:
    """Takes out of one copy what the store has deleted. A copy that can't be treated so is removed."""
    alive = store.ledger().tags
    try:
        db = Db(copy)
        try:
            number = db.meta("epoch")
            if number == store.epoch[0]:
                return
            old = number, keys.epoch(store.user_key, number)
            with db.writing() as sql:
                other = CaseStore(store.folder, keys, store.user_key, db)
                ledger = other.ledger()
                for case in set(ledger.tags) - set(alive):
                    for table in ("events", "drafts", "cases"):
                        sql.execute(f"DELETE FROM {table} WHERE id=?", (case,))  # noqa: S608 - three names of our own
                _rewrap(sql, keys.store, old, store.epoch)
                sql.execute("UPDATE meta SET value=? WHERE name='epoch'", (store.epoch[0],))
                tags = {case: tag for case, tag in ledger.tags.items() if case in alive}
                other.put_ledger(replace(ledger, tags=tags))
        finally:
            db.close()
    except (CaseError, crypto.SealError):
        with told(store.folder):
            with suppress(FileNotFoundError):
                copy.unlink()
            sync_folder(copy.parent)


def _rewrap(sql: sqlite3.Connection, store: str, old: tuple[int, bytes], new: tuple[int, bytes]) -> None:
    """Every case's key, wrapped under the new epoch's. One that does not open is left: it is damaged already."""
    for case, wrapped in sql.execute("SELECT id, key FROM cases").fetchall():
        try:
            key = crypto.unseal(old[1], crypto.place(store, "key", case, old[0]), wrapped)
        except crypto.SealError:
            continue
        sealed = crypto.seal(new[1], crypto.place(store, "key", case, new[0]), key)
        sql.execute("UPDATE cases SET key=? WHERE id=?", (sealed, case))


def _drop_contents(store: CaseStore, gone: str) -> None:
    """Versions of cards that no case needs any more go too; none while a case is damaged, it may need them."""
    listing = store.listing()
    if set(listing.damaged) - {gone}:
        return
    used = {name for head in listing.heads.values() for name in head.contents}
    for (name,) in store.db.rows("SELECT id FROM contents"):
        if name not in used:
            store.db.sql.execute("DELETE FROM contents WHERE id=?", (name,))
