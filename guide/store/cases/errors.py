"""What can go wrong with the encrypted store, each with the words for the person who meets it.

CaseError
├── NoStoreError        there is none yet
├── StoreExistsError    there is one already
├── SecretError         the passphrase, code or key does not fit, or is too short to be one
├── PlaceError          a network drive, a synced folder, a link, a file of somebody else's
├── NewerError          made by a newer version of the program
├── GoneError           the folder or the file is not there any more, or another file stands in its place
├── FullError           the disk is full
├── ReadOnlyError       it cannot be written to
├── BusyError           another window holds it
├── ConflictError       the case has gone on in another window
├── DamagedError        a case, or the store, is not as it was written
└── DeviceError         the disk failed in another way

`str(error)` is Norwegian and holds nothing of a case but its random reference.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, EDQUOT, EFBIG, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS
from pathlib import Path
from typing import Final

from guide.core.text import clean


class CaseError(Exception):
    """A message to show."""


class NoStoreError(CaseError):
    """There is no store in the folder."""


class StoreExistsError(CaseError):
    """There is a store in the folder already."""


class SecretError(CaseError):
    """What was given does not open the store."""


class PlaceError(CaseError):
    """The folder is no place for a store."""


class NewerError(CaseError):
    """The store was made by a newer version."""


class GoneError(CaseError):
    """The store is no longer where it was opened."""


class FullError(CaseError):
    """No room on the disk."""


class ReadOnlyError(CaseError):
    """Nothing can be written there."""


class BusyError(CaseError):
    """Somebody else is writing."""


class ConflictError(CaseError):
    """The case is not where the writer thinks it is."""


class DamagedError(CaseError):
    """What is read is not what was written. `case` is the random reference, empty for the whole store."""

    def __init__(self, text: str, case: str = "") -> None:
        super().__init__(text)
        self.case = case


class DeviceError(CaseError):
    """The disk gave an error."""


FULL: Final = (
    "Disken er full, og det siste ble ikke lagret. Det som var lagret før, er trygt. "
    "Frigjør plass på disken der mappa {folder} ligger, og prøv igjen."
)
READ_ONLY: Final = (
    "Det går ikke an å skrive i mappa {folder}, og det siste ble ikke lagret. Det som var lagret før, er trygt. "
    "Be den som drifter maskinen, om å gi deg skriverett der."
)
GONE: Final = (
    "Mappa {folder} er ikke der lenger, og det siste ble ikke lagret. Sett den tilbake, og åpne appen på nytt."
)
SWAPPED: Final = (
    "Fila med sakene i mappa {folder} er byttet ut mens den var åpen. Ingenting ble skrevet i den. "
    "Lukk appen, og åpne på nytt."
)
BUSY: Final = "Et annet vindu lagrer akkurat nå, og det siste ble ikke lagret. Vent litt, og prøv igjen."
BROKEN: Final = (
    "Fila med sakene i mappa {folder} kan ikke leses. Den er ikke rørt. "
    "Kjør «tiltakskort case restore» for å hente sakene fra sikkerhetskopien."
)
DEVICE: Final = (
    "Disken svarte med en feil i mappa {folder}. Det er usikkert om det siste ble lagret. "
    "Det som var lagret før, er trygt. Åpne saken på nytt og se."
)

_SQLITE: Final[dict[int, tuple[type[CaseError], str]]] = {
    sqlite3.SQLITE_FULL: (FullError, FULL),
    sqlite3.SQLITE_READONLY: (ReadOnlyError, READ_ONLY),
    sqlite3.SQLITE_PERM: (ReadOnlyError, READ_ONLY),
    sqlite3.SQLITE_BUSY: (BusyError, BUSY),
    sqlite3.SQLITE_LOCKED: (BusyError, BUSY),
    sqlite3.SQLITE_CORRUPT: (DamagedError, BROKEN),
    sqlite3.SQLITE_NOTADB: (DamagedError, BROKEN),
    sqlite3.SQLITE_SCHEMA: (DamagedError, BROKEN),
    sqlite3.SQLITE_ERROR: (DamagedError, BROKEN),
    sqlite3.SQLITE_CONSTRAINT: (DamagedError, BROKEN),
    sqlite3.SQLITE_MISMATCH: (DamagedError, BROKEN),
}
_SYSTEM: Final[dict[int, tuple[type[CaseError], str]]] = {
    **dict.fromkeys((ENOSPC, EDQUOT, EFBIG), (FullError, FULL)),
    **dict.fromkeys((EACCES, EPERM, EROFS), (ReadOnlyError, READ_ONLY)),
    **dict.fromkeys((ENOENT, ENOTDIR), (GoneError, GONE)),
}


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """What SQLite and the system raise inside becomes a CaseError; a CaseError goes through as it is."""
    try:
        yield
    except sqlite3.Error as error:
        raise _of_sqlite(error, folder) from None
    except OSError as error:
        kind, words = _SYSTEM.get(error.errno or 0, (DeviceError, DEVICE))
        raise kind(words.format(folder=clean(str(folder)))) from None


def _of_sqlite(error: sqlite3.Error, folder: Path) -> CaseError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_IOERR) & 0xFF
    kind, words = _SQLITE.get(code, (DeviceError, DEVICE))
    if code == sqlite3.SQLITE_CANTOPEN:  # the journal cannot be made: no folder, or no right to write in it
        kind, words = (ReadOnlyError, READ_ONLY) if folder.is_dir() else (GoneError, GONE)
    return kind(words.format(folder=clean(str(folder))))
