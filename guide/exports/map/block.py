"""A block: stops of one band, laid out together. Lengths are in points, from the block's upper left corner."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from guide.exports.map.boxes import WIDE, Box, measured
from guide.exports.map.heights import column_height, tops
from guide.exports.map.layers import BOX, Columns, columns, ordered, ranked
from guide.exports.map.model import CardMap, Stop
from guide.exports.map.routes import Net, channel_width, nets

Arcs = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Plan:
    """The stops of a block in columns, before anything has its place; enough to see how much room it takes."""

    columns: Columns
    boxes: Mapping[str, Box]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Track:
    """A net at its place: `left` and `right` are the edges of the boxes on its sides, `x` is the track."""

    net: Net
    left: float
    x: float
    right: float


@dataclass(frozen=True, slots=True)
class Block:
    """A block laid out. `corners`: the upper left corner of each box; `lanes`: (stop, x, y, x) of lines past
    a column, on the way to the stop."""

    boxes: Mapping[str, Box]
    corners: Mapping[str, tuple[float, float]]
    tracks: tuple[Track, ...]
    lanes: tuple[tuple[str, float, float, float], ...]
    lines: Collection[tuple[str, str]]
    width: float
    height: float


def arcs_of(card: CardMap) -> Arcs:
    """The stops that each stop leads to, each once."""
    return {stop.id: list(dict.fromkeys(edge.target for edge in stop.edges if edge.target)) for stop in card.stops}


def planned(stops: Sequence[Stop], arcs: Arcs, sources: Mapping[str, int], start: str) -> Plan:
    """The plan of a block with these stops. `sources`: how many stops lead to each one, in the whole card."""
    ids = [stop.id for stop in stops]
    boxes = {stop.id: measured(stop, sources.get(stop.id, 0), stop.id == start) for stop in stops}
    found = columns(ids, arcs, ranked(ids, arcs, boxes))
    for stop in stops:
        drawn = sum(to == stop.id for _, to in found.lines)
        boxes[stop.id] = measured(stop, sources.get(stop.id, 0) - drawn, stop.id == start)
    width = WIDE * len(found.items) + sum(channel_width(links) for links in found.links)
    return Plan(found, boxes, width, max(column_height(items, boxes) for items in found.items))


def laid(plan: Plan) -> Block:
    """The plan laid out."""
    found, boxes = plan.columns, plan.boxes
    ordered(found)
    height = max(column_height(items, boxes) for items in found.items)
    top = tops(found, boxes, height)
    lefts = list(accumulate((WIDE + channel_width(links) for links in found.links), initial=0.0))
    corners, lanes, tracks = {}, [], []
    for x, items in zip(lefts, found.items, strict=True):
        for item in items:
            if item[1] == BOX:
                corners[item[0]] = (x, top[item])
            else:
                middle = top[item] + 3.0
                lanes.append((item[0], x, middle, x + WIDE))
    for channel in range(len(found.links)):
        made = nets(found, channel, boxes, top)
        left, right = lefts[channel] + WIDE, lefts[channel + 1]
        step = (right - left) / (len(made) + 1)
        tracks += [Track(net, left, left + step * (index + 1), right) for index, net in enumerate(made)]
    return Block(boxes, corners, tuple(tracks), tuple(lanes), found.lines, plan.width, height)
