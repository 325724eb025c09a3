"""What is another about a municipality's days: deadlines are counted by them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guide.checks.diff.serious import Change
from guide.checks.diff.versions import Versions
from guide.core.content import Pack

CLOSING, SATURDAY = "closing_days", "saturday"


@dataclass(frozen=True, slots=True)
class PackChange:
    """One municipality that is in both versions. Closing days are ISO dates, those that have come or gone alone."""

    pack: str
    changes: tuple[Change, ...]


def pack_changes(versions: Versions) -> Iterator[PackChange]:
    """Each municipality that counts its days otherwise."""
    for name, new in versions.new.packs.items():
        old = versions.old.packs.get(name)
        if old is not None and (changes := tuple(_changes(old, new))):
            yield PackChange(name, changes)


def _changes(old: Pack, new: Pack) -> Iterator[Change]:
    before, after = set(old.closing_days), set(new.closing_days)
    if before != after:
        yield CLOSING, tuple(sorted(before - after)), tuple(sorted(after - before))
    if old.saturday_counts != new.saturday_counts:
        yield SATURDAY, _saturday(old), _saturday(new)


def _saturday(pack: Pack) -> tuple[str, ...]:
    return ("counts" if pack.saturday_counts else "rest",)
