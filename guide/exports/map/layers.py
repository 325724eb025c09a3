"""Columns of a block: each stop stands right of those that lead to it, crossings are few, lines have their own lanes.

The layered drawing of Sugiyama, Tagawa and Toda: ranks by the longest path, order by barycentre. Lines that pass a
column get a lane in it (`Lane`), one for all lines to the same stop.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from guide.exports.map.boxes import Box

FURTHEST: Final = 3
"""A line that would pass more columns is a reference instead: «→ 2.14»."""
GAP: Final = 12.0
"""Between boxes of a column."""
LANE: Final = 6.0
SWEEPS: Final = 8
LOW: Final = 300.0
"""Stops that no line ties to a column are stacked to this height before a new column is opened for them."""

Item = tuple[str, int]
"""A stop's id and -1, or the id of the stop that a lane leads to and the lane's column."""
Link = tuple[Item, Item, str]
"""From an item of one column to an item of the next, on the way to the stop with this id."""
BOX: Final = -1


@dataclass(slots=True)
class Columns:
    """Items from left to right and from top to bottom, and the links of each channel between two columns."""

    items: list[list[Item]] = field(default_factory=list)
    links: list[list[Link]] = field(default_factory=list)
    lines: set[tuple[str, str]] = field(default_factory=set)
    """(source, target) of what is drawn as a line; everything else is a reference."""


def ranked(ids: Sequence[str], arcs: Mapping[str, Sequence[str]], boxes: Mapping[str, Box]) -> dict[str, int]:
    """The column of each stop. `ids` are in reading order: an arc against it, a circle's, counts for nothing."""
    place = {id: index for index, id in enumerate(ids)}
    after = {id: [to for to in arcs[id] if place.get(to, -1) > place[id]] for id in ids}
    rank = dict.fromkeys(ids, 0)
    for id in ids:
        for to in after[id]:
            rank[to] = max(rank[to], rank[id] + 1)
    led_to = {to for targets in after.values() for to in targets}
    for id in reversed(ids):
        if id not in led_to and after[id]:
            rank[id] = max(0, min(rank[to] for to in after[id]) - 1)
    _stacked([id for id in ids if id not in led_to and not after[id]], rank, boxes)
    return rank


def _stacked(loose: Sequence[str], rank: dict[str, int], boxes: Mapping[str, Box]) -> None:
    """Gives stops that nothing ties to a column the lowest one."""
    heights = [0.0]
    for id, column in rank.items():
        if id not in loose:
            heights += [0.0] * (column + 1 - len(heights))
            heights[column] += boxes[id].height + GAP
    for id in loose:
        need = boxes[id].height + GAP
        lowest = min(range(len(heights)), key=lambda column: heights[column])
        if heights[lowest] + need > max(LOW, *heights):
            heights.append(0.0)
            lowest = len(heights) - 1
        heights[lowest] += need
        rank[id] = lowest


def columns(ids: Sequence[str], arcs: Mapping[str, Sequence[str]], rank: Mapping[str, int]) -> Columns:
    """The columns with their lanes and links, not yet put in order."""
    found = Columns([[] for _ in range(max(rank.values()) + 1)], [[] for _ in range(max(rank.values()))])
    for id in ids:
        found.items[rank[id]].append((id, BOX))
    for id in ids:
        for to in arcs[id]:
            if to in rank and 0 < rank[to] - rank[id] <= FURTHEST:
                found.lines.add((id, to))
                _lane(found, id, to, rank)
    return found


def _lane(found: Columns, id: str, to: str, rank: Mapping[str, int]) -> None:
    """The links from `id` to `to`, with lanes in the columns between."""
    items: list[Item] = [(id, BOX), *((to, column) for column in range(rank[id] + 1, rank[to])), (to, BOX)]
    for column, (left, right) in enumerate(pairwise(items), rank[id]):
        if right not in found.items[column + 1]:
            found.items[column + 1].append(right)
        if (left, right, to) not in found.links[column]:
            found.links[column].append((left, right, to))


def ordered(found: Columns) -> None:
    """Puts the items of each column in the order with the fewest crossings of some sweeps."""
    best, fewest = [list(column) for column in found.items], crossings(found)
    for sweep in range(SWEEPS):
        for channel in _channels(len(found.links), forth=sweep % 2 == 0):
            _sorted(found, channel, forth=sweep % 2 == 0)
        now = crossings(found)
        if now < fewest:
            best, fewest = [list(column) for column in found.items], now
    found.items = best


def _channels(count: int, forth: bool) -> Iterator[int]:
    return iter(range(count)) if forth else iter(range(count - 1, -1, -1))


def _sorted(found: Columns, channel: int, forth: bool) -> None:
    """Orders the column on one side of a channel by the mean place of what each item is linked to on the other."""
    fixed, moved = (channel, channel + 1) if forth else (channel + 1, channel)
    place = {item: index for index, item in enumerate(found.items[fixed])}
    seen: dict[Item, list[int]] = {}
    for left, right, _ in found.links[channel]:
        here, there = (right, left) if forth else (left, right)
        seen.setdefault(here, []).append(place[there])
    own = {item: index for index, item in enumerate(found.items[moved])}
    found.items[moved].sort(key=lambda item: sum(seen[item]) / len(seen[item]) if item in seen else own[item])


def crossings(found: Columns) -> int:
    """How many pairs of links cross."""
    total = 0
    for channel, links in enumerate(found.links):
        left = {item: index for index, item in enumerate(found.items[channel])}
        right = {item: index for index, item in enumerate(found.items[channel + 1])}
        ends = sorted((left[a], right[b]) for a, b, _ in links)
        total += sum(b > d for i, (a, b) in enumerate(ends) for c, d in ends[i + 1 :] if c > a)
    return total
