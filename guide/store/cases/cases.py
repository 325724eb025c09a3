"""The encrypted store of cases: one per user, a key per case, one sealed row per event.

It deals in bytes: what an event is, stands in core/case.py. A method that writes returns when the bytes are on the
disk, never before; until then nothing may say «lagret». Every method raises CaseError
and nothing else (cases_errors.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from guide.core.record import replace
from guide.store.cases import crypto
from guide.store.cases.errors import ConflictError, DamagedError
from guide.store.cases.ledger import Ledger
from guide.store.cases.read import CASE_BROKEN, LEDGER_BROKEN, Head, Reader, linked, mark_of

CONFLICT: Final = (
    "Saken er endret i et annet vindu, og det siste ble ikke lagret her. "
    "Åpne saken på nytt for å se den slik den er nå."
)
DELETED: Final = "Saken er slettet i et annet vindu."


class CaseStore(Reader):
    """An open store. One object a window."""

    # --- writing ---------------------------------------------------------------------------------------------
    def start(self, events: Sequence[bytes], summary: str, contents: Sequence[str], now: datetime) -> str:
        """A new case with these events. Returns its random reference once it is on the disk."""
        with self.db.writing() as sql:
            self.at_epoch()
            ledger = self.ledger()
            case = next(name for name in iter(crypto.random_reference, "") if name not in ledger.tags)
            key = crypto.random_key()
            wrapped = crypto.seal(self.epoch[1], self.place("key", case, self.epoch[0]), key)
            sql.execute("INSERT INTO cases VALUES(?, ?, ?)", (case, wrapped, b""))
            head = self._written(case, key, Head(0, ""), events)
            self._put(case, key, replace(head, summary=summary, contents=tuple(contents)), ledger, now)
        return case

    def append(
        self,
        case: str,
        expected: int,
        events: Sequence[bytes],
        summary: str,
        contents: Sequence[str],
        now: datetime,
        draft: bytes = b"",
        before: str | None = None,
    ) -> Head:
        """Writes `events` after the `expected` ones, and `draft` in place of the draft whose mark is `before` (None:
        whichever there is). Returns the head.

        Raises ConflictError where another window has written since, and writes nothing.
        """

        def write(key: bytes, head: Head) -> Head:
            if before is not None and head.draft != before:
                raise ConflictError(CONFLICT)
            head = self._written(case, key, head, events)
            mark = self._drafted(case, key, draft)
            return replace(head, summary=summary, contents=tuple(contents), draft=mark)

        return self._change(case, expected, now, write)

    def keep_draft(self, case: str, expected: int, text: bytes, before: str, now: datetime) -> str:
        """Keeps what is being typed; empty text drops it. `before` is the mark of the one that it replaces.

        Returns the new mark. Raises ConflictError where another window has written a draft, or an event, since.
        """

        def write(key: bytes, head: Head) -> Head:
            if head.draft != before:
                raise ConflictError(CONFLICT)
            return replace(head, draft=self._drafted(case, key, text))

        return self._change(case, expected, now, write).draft

    def keep_content(self, name: str, data: bytes) -> None:
        """Keeps a version of the cards that a case is going to need."""
        if self.content(name) == data:
            return
        sealed = crypto.seal(self.user_key, self.place("content", name), data)
        with self.db.writing() as sql:
            sql.execute("INSERT OR REPLACE INTO contents VALUES(?, ?)", (name, sealed))

    def confirm_clock(self, now: datetime) -> None:
        """Somebody has looked: it is `now`, however far that is from what was written last."""
        with self.db.writing():
            self.put_ledger(replace(self.ledger(), seen=now))

    # --- inside ----------------------------------------------------------------------------------------------
    def _change(self, case: str, expected: int, now: datetime, write: Callable[[bytes, Head], Head]) -> Head:
        with self.db.writing():
            self.at_epoch()
            ledger = self.ledger()
            if case not in ledger.tags:
                raise ConflictError(DELETED)
            key, head = self._whole(case, self._row(case), ledger)
            if head.count != expected:
                raise ConflictError(CONFLICT)
            head = write(key, head)
            self._put(case, key, head, ledger, now)
        return head

    def _drafted(self, case: str, key: bytes, text: bytes) -> str:
        """Puts a draft in place of the one before; none where there is no text. Returns its mark."""
        self.db.sql.execute("DELETE FROM drafts WHERE id=?", (case,))
        sealed = crypto.seal(key, self.place("draft", case), text) if text else b""
        if sealed:
            self.db.sql.execute("INSERT INTO drafts VALUES(?, ?)", (case, sealed))
        return mark_of(sealed)

    def _written(self, case: str, key: bytes, head: Head, events: Sequence[bytes]) -> Head:
        count, chain = head.count, head.chain
        for event in events:
            count += 1
            sealed = crypto.seal(key, self.place("event", case, count), event)
            self.db.sql.execute("INSERT INTO events VALUES(?, ?, ?)", (case, count, sealed))
            chain = linked(chain, sealed)
        return replace(head, count=count, chain=chain)

    def _put(self, case: str, key: bytes, head: Head, ledger: Ledger, now: datetime) -> None:
        sealed = self.sealed_head(case, key, head)
        done = self.db.sql.execute("UPDATE cases SET head=? WHERE id=?", (sealed, case))
        if done.rowcount != 1:
            raise DamagedError(CASE_BROKEN.format(case=case), case)
        self.put_ledger(ledger.with_case(case, sealed, now))

    def sealed_head(self, case: str, key: bytes, head: Head) -> bytes:
        """A head as it lies in the file."""
        return crypto.seal(key, self.place("head", case), head.dump())

    def put_ledger(self, ledger: Ledger) -> None:
        """Writes the ledger; inside a writer alone."""
        sealed = crypto.seal(self.user_key, self.place("ledger"), ledger.dump())
        if self.db.sql.execute("UPDATE meta SET value=? WHERE name='ledger'", (sealed,)).rowcount != 1:
            raise DamagedError(LEDGER_BROKEN)
