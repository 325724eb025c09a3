"""Lines between the columns of a block: across, along a track of their own in the channel, across again.

All lines to one stop share a track, so that a line that joins another means «the same way from here». No line passes a
box: across it runs in a channel or in a lane, along it runs in a channel.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from guide.exports.map.boxes import Box
from guide.exports.map.heights import enters, leaves
from guide.exports.map.layers import BOX, Columns, Item, Link

TRACK: Final = 7.0
MARGIN: Final = 11.0
"""From a box to the first track, and from the last track to the next box (an arrow head must have room)."""


@dataclass(frozen=True, slots=True)
class Net:
    """The lines of one channel that lead to one stop: from each of `starts` to the track and on to `end` (heights)."""

    to: str
    starts: tuple[float, ...]
    end: float
    arrow: bool

    @property
    def low(self) -> float:
        """The upper end of the track."""
        return min(*self.starts, self.end)

    @property
    def high(self) -> float:
        """The lower end of the track."""
        return max(*self.starts, self.end)


def channel_width(links: Sequence[Link]) -> float:
    """The width of a channel."""
    return 2 * MARGIN + TRACK * max(0, len({to for _, _, to in links}) - 1)


def nets(found: Columns, channel: int, boxes: Mapping[str, Box], top: Mapping[Item, float]) -> list[Net]:
    """The nets of a channel in the order of their tracks, from left to right, with few crossings."""
    starts: dict[str, list[float]] = {}
    ends: dict[str, Item] = {}
    for left, right, to in found.links[channel]:
        starts.setdefault(to, []).append(top[left] + leaves(left, to, boxes))
        ends[to] = right
    made = [
        Net(to, tuple(ys), top[ends[to]] + enters(ends[to], boxes), ends[to][1] == BOX) for to, ys in starts.items()
    ]
    return _least_crossed(made)


def _least_crossed(made: list[Net]) -> list[Net]:
    """The order of tracks after swapping neighbours as long as that takes crossings away."""
    order = sorted(made, key=lambda net: net.end)
    swapped = True
    while swapped:
        swapped = False
        for index in range(len(order) - 1):
            left, right = order[index], order[index + 1]
            if _crossed(right, left) < _crossed(left, right):
                order[index], order[index + 1] = right, left
                swapped = True
    return order


def _crossed(left: Net, right: Net) -> int:
    """How often two nets cross with these places: starts of the right one pass the left track, and its end …"""
    passes = sum(left.low < start < left.high for start in right.starts)
    return passes + (right.low < left.end < right.high)
