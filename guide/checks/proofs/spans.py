"""Arithmetic on stretches of time: whole minutes since 1970 in UTC, so that no clock change is in the way.

Spans are sorted, and neither overlap nor touch. What is asked of hours is asked of their borders, never of each minute.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from guide.core.clock import OSLO

Span = tuple[int, int]
"""From and to, the last minute not included."""
Spans = tuple[Span, ...]

DAY = 24 * 60


def minute(at: datetime) -> int:
    """The whole minute that the aware moment `at` lies in."""
    return int(at.timestamp() // 60)


def moment(at: int) -> datetime:
    """The beginning of a minute, in Oslo time."""
    return datetime.fromtimestamp(at * 60, UTC).astimezone(OSLO)


def union(*many: Iterable[Span]) -> Spans:
    """All that lies in at least one of them."""
    found: list[Span] = []
    for begin, end in sorted(span for spans in many for span in spans):
        if begin >= end:
            continue
        if found and begin <= found[-1][1]:
            before = found.pop()
            found.append((before[0], max(before[1], end)))
        else:
            found.append((begin, end))
    return tuple(found)


def without(spans: Spans, taken: Spans) -> Spans:
    """What of `spans` does not lie in `taken`."""
    found: list[Span] = []
    first = 0
    for span in spans:
        begin, end = span
        while first < len(taken) and taken[first][1] <= begin:
            first += 1
        for off, on in taken[first:]:
            if off >= end:
                break
            if off > begin:
                found.append((begin, off))
            begin = on
        if begin < end:
            found.append((begin, end))
    return tuple(found)


def longest(spans: Spans) -> Span | None:
    """The longest one, the first of equals; None where there is none."""
    return max(spans, key=lambda span: (span[1] - span[0], -span[0]), default=None)
