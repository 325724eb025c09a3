"""The SQLite file of the store: how it is made, opened and written, so that what is committed is on the disk.

DELETE journal, EXTRA synchronous (the folder is synced after the journal is removed), secure_delete, no temporary file.
Every writer begins with BEGIN IMMEDIATE: it waits for another window, or is told.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from guide.core.text import clean
from guide.store.cases.errors import BROKEN, SWAPPED, CaseError, DamagedError, GoneError, NewerError, told
from guide.store.cases.folder import make_file, own_file, sync_folder
from guide.store.cases.keys import KEYS_NEWER

FORMAT: Final = 1
WAIT_SECONDS: Final = 5.0
PRAGMAS: Final = (
    "journal_mode=DELETE",
    "synchronous=EXTRA",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "temp_store=MEMORY",
    "fullfsync=ON",
    "mmap_size=0",
)
TABLES: Final = (
    "CREATE TABLE meta(name TEXT PRIMARY KEY, value) WITHOUT ROWID",
    "CREATE TABLE cases(id TEXT PRIMARY KEY, key BLOB NOT NULL, head BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE events(id TEXT, seq INTEGER, sealed BLOB NOT NULL, PRIMARY KEY(id, seq)) WITHOUT ROWID",
    "CREATE TABLE drafts(id TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE contents(id TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID",
)


class Db:
    """One open file. All that it raises is a CaseError."""

    def __init__(self, path: Path, format: int = FORMAT) -> None:
        """Opens `path`, which must be there. Raises CaseError."""
        self.path, self.folder = path, path.parent
        self._lock = threading.RLock()
        with told(self.folder):
            self._is = own_file(path)
            self.sql = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=WAIT_SECONDS,
                check_same_thread=False,
            )  # fmt: skip
            try:
                for pragma in PRAGMAS:
                    self.sql.execute(f"PRAGMA {pragma}")
                if format:
                    self._check(format)
            except BaseException:
                self.sql.close()
                raise

    @classmethod
    def made(cls, path: Path, store: str, sealed_ledger: bytes) -> Db:
        """A new file with empty tables. Raises CaseError, FileExistsError among what `told` turns into one."""
        with told(path.parent):
            make_file(path)
            db = cls(path, format=0)
            with db.writing() as sql:
                for table in TABLES:
                    sql.execute(table)
                rows = {"format": FORMAT, "store": store, "epoch": 1, "ledger": sealed_ledger}
                sql.executemany("INSERT INTO meta VALUES(?, ?)", rows.items())
            sync_folder(path.parent)
        return db

    def meta(self, name: str) -> Any:
        """A row of the table `meta`, None where it is missing. Raises CaseError."""
        found = self.rows("SELECT value FROM meta WHERE name=?", name)
        return found[0][0] if found else None

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """All rows of a query. Raises CaseError."""
        with self._lock, told(self.folder):
            return self.sql.execute(query, values).fetchall()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """All that is read inside is of one moment. Raises CaseError."""
        with self._lock, told(self.folder):
            if self.sql.in_transaction:  # inside a writer
                yield
                return
            self.sql.execute("BEGIN")
            try:
                yield
            finally:
                with suppress(sqlite3.Error):
                    self.sql.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: when the block is left without an error, its bytes are on the disk. Raises CaseError."""
        with self._lock, told(self.folder):
            self._same_file()
            self.sql.execute("BEGIN IMMEDIATE")
            try:
                yield self.sql
                self.sql.execute("COMMIT")
            except BaseException:
                if self.sql.in_transaction:
                    with suppress(sqlite3.Error):
                        self.sql.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Closes the file."""
        with self._lock:
            self.sql.close()

    def _same_file(self) -> None:
        """An open file may have been moved away, and what is written to it would be lost. Raises GoneError."""
        if own_file(self.path) != self._is:
            raise GoneError(SWAPPED.format(folder=clean(str(self.folder))))

    def _check(self, format: int) -> None:
        found = self.meta("format")
        if not isinstance(found, int) or found < 1:
            raise DamagedError(BROKEN.format(folder=clean(str(self.folder))))
        if found > format:
            raise NewerError(KEYS_NEWER)


def healthy(db: Db) -> bool:
    """Whether SQLite itself finds nothing wrong with the file. Raises nothing."""
    try:
        return db.rows("PRAGMA integrity_check(1)") == [("ok",)]
    except CaseError:
        return False
