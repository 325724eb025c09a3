"""Reading the encrypted store: what is whole, what is damaged, and what can still be read of it."""

from __future__ import annotations

import hmac
import json
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from guide.core.record import record
from guide.core.text import clean
from guide.store.cases import crypto
from guide.store.cases.db import Db
from guide.store.cases.errors import BROKEN, CaseError, DamagedError
from guide.store.cases.keys import KeyFile
from guide.store.cases.ledger import JUMP, Ledger, tag_of

BACK: Final = timedelta(hours=26)
"""How far it may go back: a trip over the date line and an hour of winter time."""
FINE, AHEAD, BEHIND = "fine", "ahead", "behind"

CASE_BROKEN: Final = (
    "Saken {case} er skadet og kan ikke skrives i. Det som kan leses, er her fortsatt. De andre sakene er hele."
)
CASE_MISSING: Final = "Saken {case} er borte fra fila, men ikke slettet her. De andre sakene er hele."
CASE_STRANGE: Final = "Saken {case} er ikke lagt inn av dette programmet. Den er ikke åpnet."
LEDGER_BROKEN: Final = (
    "Registeret over sakene er skadet. Sakene kan leses. Kjør «tiltakskort case restore» før du skriver mer."
)


@record
class Head:
    """How a case stands: events written, the chain over them, the draft beside it, what it needs, and a summary."""

    count: int
    chain: str
    draft: str = ""
    contents: tuple[str, ...] = ()
    summary: str = ""

    def dump(self) -> bytes:
        """As bytes."""
        return json.dumps([self.count, self.chain, self.draft, self.contents, self.summary]).encode()

    @classmethod
    def load(cls, data: bytes) -> Head:
        """Of bytes that were sealed, and therefore are ours."""
        count, chain, draft, contents, summary = json.loads(data)
        return cls(count, chain, draft, tuple(contents), summary)


@record
class Listing:
    """The heads of all whole cases, and for the others what is wrong with them in words."""

    heads: dict[str, Head]
    damaged: dict[str, str]
    whole: bool = True
    """Whether the ledger could be read; without it a missing case can't be told."""


class Reader:
    """An open store, to be read. Several windows may have one at a time."""

    def __init__(self, folder: Path, keys: KeyFile, user_key: bytes, db: Db) -> None:
        self.folder, self.keys, self.db, self.user_key = folder, keys, db, user_key
        self.epoch: tuple[int, bytes] = (0, b"")
        self.at_epoch()

    # --- reading ---------------------------------------------------------------------------------------------
    def listing(self) -> Listing:
        """All cases with their heads."""
        with self.db.reading():
            self.at_epoch()
            try:
                ledger: Ledger | None = self.ledger()
            except DamagedError:
                ledger = None
            rows = self._rows()
            names = list(ledger.tags) if ledger else list(rows)
            heads, damaged = dict[str, Head](), dict[str, str]()
            for case in names:
                row = rows.get(case) or self._row(case)
                try:
                    heads[case] = self._whole(case, row, ledger)[1]
                except DamagedError as error:
                    damaged[case] = str(error)
            damaged |= {case: CASE_STRANGE.format(case=case) for case in rows if case not in heads | damaged}
            return Listing(heads, damaged, ledger is not None)

    def read(self, case: str) -> tuple[Head, list[bytes]]:
        """The head and all events of a case, in their order. Raises DamagedError."""
        with self.db.reading():
            self.at_epoch()
            key, head = self._whole(case, self._row(case), self.ledger())
            rows = self.db.rows("SELECT seq, sealed FROM events WHERE id=? ORDER BY seq", case)
        chain, events = "", []
        try:
            for at, (seq, sealed) in enumerate(rows, 1):
                if seq != at:
                    raise crypto.SealError
                events.append(crypto.unseal(key, self.place("event", case, seq), sealed))
                chain = linked(chain, sealed)
        except crypto.SealError:
            raise DamagedError(CASE_BROKEN.format(case=case), case) from None
        if len(events) != head.count or chain != head.chain:
            raise DamagedError(CASE_BROKEN.format(case=case), case)
        return head, events

    def readable(self, case: str) -> list[tuple[int, bytes]]:
        """What can still be read of a damaged case, as (place, event). Raises nothing for what is damaged."""
        try:
            key = self.case_key(case, (self._row(case) or (b"",))[0])
            rows = self.db.rows("SELECT seq, sealed FROM events WHERE id=? ORDER BY seq", case)
        except (crypto.SealError, CaseError):
            return []
        found = []
        for seq, sealed in rows:
            try:
                found.append((seq, crypto.unseal(key, self.place("event", case, seq), sealed)))
            except crypto.SealError:
                continue
        return found

    def draft(self, case: str) -> tuple[bytes, str]:
        """What was typed and not given yet, and the mark to hand to `keep_draft`. Raises DamagedError."""
        with self.db.reading():
            self.at_epoch()
            key, head = self._whole(case, self._row(case), self.ledger())
            rows = self.db.rows("SELECT sealed FROM drafts WHERE id=?", case)
        sealed = rows[0][0] if rows else b""
        if mark_of(sealed) != head.draft:
            raise DamagedError(CASE_BROKEN.format(case=case), case)
        try:
            return (crypto.unseal(key, self.place("draft", case), sealed) if sealed else b""), head.draft
        except crypto.SealError:
            raise DamagedError(CASE_BROKEN.format(case=case), case) from None

    def content(self, name: str) -> bytes | None:
        """A kept version of the cards, None where it is missing or damaged."""
        rows = self.db.rows("SELECT sealed FROM contents WHERE id=?", name)
        try:
            return crypto.unseal(self.user_key, self.place("content", name), rows[0][0]) if rows else None
        except crypto.SealError:
            return None

    def ledger(self) -> Ledger:
        """Which cases there are. Raises DamagedError."""
        try:
            return Ledger.load(crypto.unseal(self.user_key, self.place("ledger"), self.db.meta("ledger")))
        except (crypto.SealError, ValueError):
            raise DamagedError(LEDGER_BROKEN) from None

    def clock(self, now: datetime) -> str:
        """`fine`, `ahead` (more than 30 days since the last write) or `behind` (before it)."""
        gone = now - self.ledger().seen
        return BEHIND if gone < -BACK else AHEAD if gone > JUMP else FINE

    # --- inside -------------------------------------------------------------------------------------------------
    def _whole(self, case: str, row: tuple[Any, ...] | None, ledger: Ledger | None) -> tuple[bytes, Head]:
        """The key and the head of a case. Raises DamagedError."""
        if not row:
            raise DamagedError(CASE_MISSING.format(case=case), case)
        wrapped, sealed = row
        try:
            if ledger and not hmac.compare_digest(ledger.tags.get(case, b""), tag_of(sealed)):
                raise crypto.SealError
            key = self.case_key(case, wrapped)
            return key, Head.load(crypto.unseal(key, self.place("head", case), sealed))
        except (crypto.SealError, TypeError):
            raise DamagedError(CASE_BROKEN.format(case=case), case) from None

    def _row(self, case: str) -> tuple[Any, ...] | None:
        """Key and head of a case as they lie in the file, None where they are missing or cannot be reached."""
        try:
            rows = self.db.rows("SELECT key, head FROM cases WHERE id=?", case)
        except DamagedError:
            return None
        return rows[0] if rows else None

    def _rows(self) -> dict[str, tuple[Any, ...]]:
        """All cases at once; none where the file is damaged on the way (each is then asked for by itself)."""
        try:
            return {case: (key, head) for case, key, head in self.db.rows("SELECT id, key, head FROM cases")}
        except DamagedError:
            return {}

    def case_key(self, case: str, wrapped: object) -> bytes:
        """The key of a case. Raises SealError."""
        return crypto.unseal(self.epoch[1], self.place("key", case, self.epoch[0]), wrapped)

    def place(self, *parts: str | int) -> bytes:
        """Where something of this store stands, for what is sealed there."""
        return crypto.place(self.keys.store, *parts)

    def at_epoch(self) -> None:
        """Takes up the key of the store's epoch, which another window's deletion may have changed."""
        number = self.db.meta("epoch")
        if number == self.epoch[0]:
            return
        if number not in self.keys.epochs:
            self.keys = KeyFile.read(self.folder)
        if self.db.meta("store") != self.keys.store or not isinstance(number, int):
            raise DamagedError(BROKEN.format(folder=clean(str(self.folder))))
        try:
            self.epoch = number, self.keys.epoch(self.user_key, number)
        except crypto.SealError:
            raise DamagedError(BROKEN.format(folder=clean(str(self.folder)))) from None


def linked(chain: str, sealed: bytes) -> str:
    """The chain with one more sealed event."""
    return sha256(chain.encode() + sealed).hexdigest()


def mark_of(sealed: bytes) -> str:
    """What a head keeps of the draft beside it; empty for none."""
    return sha256(sealed).hexdigest() if sealed else ""
