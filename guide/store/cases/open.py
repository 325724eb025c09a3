"""Making a store, and the ways in: the passphrase, the printed code, the municipality's key."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from guide.core.record import record
from guide.core.text import clean
from guide.store.cases import crypto
from guide.store.cases.cases import CaseStore
from guide.store.cases.db import Db
from guide.store.cases.delete import finish
from guide.store.cases.errors import BROKEN, DamagedError, PlaceError, StoreExistsError, told
from guide.store.cases.folder import COPIES, KEYS, STORE, make_folder, risk_of
from guide.store.cases.keys import KeyFile
from guide.store.cases.ledger import Ledger

EXISTS: Final = "Det er lagrede saker i mappa {folder} fra før. De er ikke rørt."


def exists(folder: Path) -> bool:
    """Whether anything of a store is in `folder`, whole or not."""
    return any(os.path.exists(folder / name) for name in (STORE, KEYS, f"{COPIES}/{KEYS}"))


@record
class Prepared:
    """A new store's keys in memory. `code` is to be printed, and opens nothing before the store is made."""

    keys: KeyFile
    user_key: bytes
    code: str


def prepare(folder: Path, passphrase: str, cost: crypto.Cost | None = None, municipality: bytes = b"") -> Prepared:
    """The keys of a store that may be made in `folder`. Slow by intent, and writes nothing.

    `municipality` is a public key (32 bytes) whose owner can open the store too. Raises CaseError, PlaceError for a
    network drive or a synced folder.
    """
    _free(folder)
    if risk := risk_of(folder):
        raise PlaceError(risk.words)
    user_key = crypto.random_key()
    keys = KeyFile.made(folder, crypto.random_key()[:8].hex())
    keys.wrap_passphrase(user_key, passphrase, cost or crypto.Cost())
    code = keys.wrap_code(user_key)
    if municipality:
        keys.wrap_municipality(user_key, municipality)
    keys.put_epoch(user_key, 1, crypto.random_key())
    return Prepared(keys, user_key, code)


def make(prepared: Prepared, now: datetime) -> CaseStore:
    """Writes the new store. Raises CaseError."""
    keys, user_key = prepared.keys, prepared.user_key
    folder = keys.folder
    _free(folder)
    with told(folder):
        make_folder(folder)
        made: list[Path] = []
        try:
            # the keys come last: without them there is no store yet, and nothing has been put in it
            made = [folder / STORE, folder / KEYS, folder / COPIES / KEYS]
            sealed = crypto.seal(user_key, crypto.place(keys.store, "ledger"), Ledger({}, now).dump())
            db = Db.made(folder / STORE, keys.store, sealed)
            keys.write()
        except BaseException:
            for path in made:
                with suppress(OSError):
                    path.unlink()
            raise
    return CaseStore(folder, keys, user_key, db)


def create(
    folder: Path, passphrase: str, now: datetime, cost: crypto.Cost | None = None, municipality: bytes = b""
) -> tuple[CaseStore, str]:
    """A new store, and the code to print. Raises CaseError as `prepare` does."""
    prepared = prepare(folder, passphrase, cost, municipality)
    return make(prepared, now), prepared.code


def _free(folder: Path) -> None:
    """Raises StoreExistsError where anything of a store is there."""
    if exists(folder):
        raise StoreExistsError(EXISTS.format(folder=clean(str(folder))))


def by_passphrase(folder: Path, passphrase: str) -> CaseStore:
    """Opens the store. Raises CaseError."""
    keys = read_keys(folder)
    return by_user_key(folder, keys, keys.by_passphrase(passphrase))


def by_code(folder: Path, code: str) -> CaseStore:
    """Opens the store by the printed code. Raises CaseError."""
    keys = read_keys(folder)
    return by_user_key(folder, keys, keys.by_code(code))


def by_municipality(folder: Path, private: bytes) -> CaseStore:
    """Opens the store by the municipality's private key. Raises CaseError."""
    keys = read_keys(folder)
    return by_user_key(folder, keys, keys.by_municipality(private))


def read_keys(folder: Path) -> KeyFile:
    """The key file. Raises CaseError."""
    with told(folder):
        return KeyFile.read(folder)


def by_user_key(folder: Path, keys: KeyFile, user_key: bytes) -> CaseStore:
    """Opens the store by the user's key, and ends a deletion that was cut off. Raises CaseError."""
    if not (folder / STORE).exists():
        raise DamagedError(BROKEN.format(folder=clean(str(folder))))
    db = Db(folder / STORE)
    try:
        store = CaseStore(folder, keys, user_key, db)
        finish(store)
    except BaseException:
        db.close()
        raise
    return store


def change_passphrase(store: CaseStore, passphrase: str, cost: crypto.Cost | None = None) -> None:
    """Another passphrase opens the store from now on. Raises CaseError."""
    with store.db.writing():  # no other window writes the key file meanwhile
        store.keys = KeyFile.read(store.folder)
        store.keys.wrap_passphrase(store.user_key, passphrase, cost or crypto.Cost())
        store.keys.write()


def let_in(store: CaseStore, public: bytes) -> None:
    """Lets the holder of a municipality's private key open the store from now on. Raises CaseError."""
    with store.db.writing():
        store.keys = KeyFile.read(store.folder)
        store.keys.wrap_municipality(store.user_key, public)
        store.keys.write()


def refuse(store: CaseStore, public: bytes) -> None:
    """Writes down that the user does not let this key in. Raises CaseError."""
    with store.db.writing():
        store.keys = KeyFile.read(store.folder)
        store.keys.data["refused"] = public.hex()  # nobody asks again about this key
        store.keys.write()


def new_code(store: CaseStore) -> str:
    """A new code to print; the old sheet no longer opens the store. Raises CaseError."""
    with store.db.writing():
        store.keys = KeyFile.read(store.folder)
        code = store.keys.wrap_code(store.user_key)
        store.keys.write()
    return code
