"""The ledger: which cases there are and how each head looked last, and when something was last written. Sealed.

A case that vanishes, or is put back as it was a week ago, does not match it any more. Only a whole folder that is put
back as it was cannot be told from one that never went on.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from guide.core.record import record

_NAME: Final = 9
_TAG: Final = 16
_CLOCK: Final = 40
JUMP: Final = timedelta(days=30)
"""How far the clock may have gone since the last write before somebody must say that it is right."""


@record
class Ledger:
    """`tags` by the case's random reference; `seen` is the latest moment (aware) that anything was written."""

    tags: dict[str, bytes]
    seen: datetime

    def dump(self) -> bytes:
        """As bytes."""
        clock = self.seen.isoformat().encode().ljust(_CLOCK)
        return clock + b"".join(name.encode() + tag for name, tag in self.tags.items())

    @classmethod
    def load(cls, data: bytes) -> Ledger:
        """Of bytes. Raises ValueError."""
        size = _NAME + _TAG
        body = data[_CLOCK:]
        if len(body) % size:
            raise ValueError
        rows = [body[at : at + size] for at in range(0, len(body), size)]
        tags = {row[:_NAME].decode(): row[_NAME:] for row in rows}
        return cls(tags, datetime.fromisoformat(data[:_CLOCK].decode().strip()))

    def with_case(self, case: str, head: bytes, now: datetime) -> Ledger:
        """After `head` (sealed) has become the head of `case`."""
        return Ledger({**self.tags, case: tag_of(head)}, self._seen(now))

    def without(self, case: str, now: datetime) -> Ledger:
        """After `case` has been deleted."""
        return Ledger({name: tag for name, tag in self.tags.items() if name != case}, self._seen(now))

    def _seen(self, now: datetime) -> datetime:
        """`now` where the clock has gone on; a jump counts only when somebody has said that it is right."""
        return now if self.seen < now <= self.seen + JUMP else self.seen


def tag_of(head: bytes) -> bytes:
    """What the ledger keeps of a sealed head."""
    return sha256(head).digest()[:_TAG]
