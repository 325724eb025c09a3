"""How far down each item of a block stands: as near to what it is linked to as the order and the gaps allow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from guide.exports.map.boxes import Box
from guide.exports.map.layers import BOX, GAP, LANE, Columns, Item

ROUNDS: Final = 6


def size(item: Item, boxes: Mapping[str, Box]) -> float:
    """The height of an item."""
    return boxes[item[0]].height if item[1] == BOX else LANE


def column_height(items: Sequence[Item], boxes: Mapping[str, Box]) -> float:
    """The height of a column whose items stand close."""
    return sum(size(item, boxes) for item in items) + sum(gap(a, b) for a, b in pairwise(items))


def gap(above: Item, below: Item) -> float:
    """Between two items of a column; two lanes may run close."""
    return LANE / 2 if above[1] != BOX and below[1] != BOX else GAP


def tops(found: Columns, boxes: Mapping[str, Box], height: float) -> dict[Item, float]:
    """The top of each item, from 0 to `height`."""
    top: dict[Item, float] = {}
    for items in found.items:
        at = 0.0
        for index, item in enumerate(items):
            at += gap(items[index - 1], item) if index else 0.0
            top[item] = at
            at += size(item, boxes)
    for turn in range(ROUNDS):
        order = range(len(found.items)) if turn % 2 == 0 else range(len(found.items) - 1, -1, -1)
        for column in order:
            _settle(found, column, boxes, top, height)
    return top


def leaves(item: Item, to: str, boxes: Mapping[str, Box]) -> float:
    """Where the line to the stop `to` leaves an item, from the item's top."""
    if item[1] != BOX:
        return LANE / 2
    return next(group.y for group in boxes[item[0]].groups if group.target == to)


def enters(item: Item, boxes: Mapping[str, Box]) -> float:
    """Where lines enter an item, from its top."""
    return boxes[item[0]].head if item[1] == BOX else LANE / 2


def _settle(found: Columns, column: int, boxes: Mapping[str, Box], top: dict[Item, float], height: float) -> None:
    """Moves the items of a column towards the mean of what they are linked to."""
    items = found.items[column]
    wanted = {item: list[float]() for item in items}
    for channel in (column - 1, column):
        for left, right, to in found.links[channel] if 0 <= channel < len(found.links) else ():
            line = leaves(left, to, boxes) - enters(right, boxes)
            if channel < column:
                wanted[right].append(top[left] + line)
            else:
                wanted[left].append(top[right] - line)
    offsets, at = [], 0.0
    for index, item in enumerate(items):
        at += gap(items[index - 1], item) if index else 0.0
        offsets.append(at)
        at += size(item, boxes)
    room = max(0.0, height - at)
    wishes = [
        (sum(wanted[item]) / len(wanted[item]) if wanted[item] else top[item]) - offset
        for item, offset in zip(items, offsets, strict=True)
    ]
    weights = [max(1, len(wanted[item])) for item in items]
    for item, offset, shift in zip(items, offsets, rising(wishes, weights), strict=True):
        top[item] = offset + min(max(shift, 0.0), room)


def rising(wishes: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The non-falling row nearest to `wishes` (weighted squares): neighbours that are out of order share their mean."""
    pools: list[tuple[float, float, int]] = []
    for wish, weight in zip(wishes, weights, strict=True):
        mean, heavy, count = wish, float(weight), 1
        while pools and pools[-1][0] > mean:
            other, more, others = pools.pop()
            mean = (mean * heavy + other * more) / (heavy + more)
            heavy, count = heavy + more, count + others
        pools.append((mean, heavy, count))
    return [mean for mean, _, count in pools for _ in range(count)]
