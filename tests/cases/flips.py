"""Flipped bits: a store is copied, one bit of it is turned, and what can be read is held against what was written."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

from guide.store.cases.cases import CaseStore
from guide.store.cases.db import Db
from guide.store.cases.errors import CaseError
from guide.store.cases.folder import STORE

UNSEEN, SEEN, HARMLESS = "unseen", "seen", "harmless"
Truth = dict[str, tuple[tuple[bytes, ...], bytes, str]]


def truth_of(store: CaseStore) -> Truth:
    """Events, draft and summary of every case. Raises CaseError."""
    found: Truth = {}
    for case in store.listing().heads:
        head, events = store.read(case)
        found[case] = tuple(events), store.draft(case)[0], head.summary
    return found


def flip(store: CaseStore, data: bytes, truth: Truth, dice: random.Random, folder: Path) -> tuple[str, int]:
    """Turns one bit and reads all: was that told, was it harmless, or unseen; and how many cases still open."""
    at, bit = dice.randrange(len(data)), dice.randrange(8)
    turned = data[:at] + bytes([data[at] ^ (1 << bit)]) + data[at + 1 :]
    path = folder / STORE
    path.write_bytes(turned)
    try:
        db = Db(path)
    except CaseError:
        return SEEN, 0
    try:
        other = CaseStore(folder, store.keys, store.user_key, db)
        listing = other.listing()
        told, open_ = bool(listing.damaged) or not listing.whole, 0
        for case in listing.heads:
            try:
                head, events = other.read(case)
                if (tuple(events), other.draft(case)[0], head.summary) != truth.get(case):
                    return UNSEEN, 0
                open_ += 1
            except CaseError:
                told = True
        if not told and set(listing.heads) != set(truth):
            return UNSEEN, 0
        return (SEEN if told else HARMLESS), open_
    except CaseError:
        return SEEN, 0
    finally:
        db.close()


def raw(store: CaseStore) -> sqlite3.Connection:
    """A connection as somebody with the file and without the keys has it."""
    return sqlite3.connect(store.folder / STORE, isolation_level=None)
