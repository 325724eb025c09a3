"""The blocks of a card on A3 pages in landscape: each point of the plan begins a block, large ones are cut in more.

Where a block is cut, and where a way leads to another point, the row says the number to go on at: «→ 2.14».
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from guide.exports.map.block import Arcs, Block, Plan, arcs_of, laid, planned
from guide.exports.map.measure import width, wrap
from guide.exports.map.model import Band, CardMap, Stop, number_of

PAGE_WIDTH, PAGE_HEIGHT = 1190.55, 841.89
"""A3 in landscape, in points."""
EDGE: Final = 30.0
HEAD: Final = 52.0
"""The title and what stands under it."""
FOOT: Final = 30.0
HEADING: Final = 24.0
"""The band's title over a block."""
HEADING_SIZE: Final = 11.0
AGAIN: Final = "{title}, videre"
BETWEEN: Final = 22.0
WORTH: Final = 0.25
"""The part of a page that must be free for a block to be cut to fit there."""
INNER_WIDTH, INNER_HEIGHT = PAGE_WIDTH - 2 * EDGE, PAGE_HEIGHT - HEAD - FOOT - EDGE


@dataclass(frozen=True, slots=True)
class Placed:
    """A block on a page: `x`, `y` is the corner of its heading, from the page's corner."""

    block: Block
    heading: str
    prefix: str
    x: float
    y: float
    width: float


@dataclass(slots=True)
class Pages:
    """All pages with the blocks of each, and the number of each stop by its place: column by column."""

    pages: list[list[Placed]] = field(default_factory=list)
    numbers: dict[str, str] = field(default_factory=dict)

    def height(self, index: int) -> float:
        """The height of a page: A3's, and more only where a single box is taller than that."""
        lows = [placed.y + HEADING + placed.block.height for placed in self.pages[index]]
        return max(PAGE_HEIGHT, max(lows, default=0.0) + FOOT + EDGE)


class _Shelves:
    """Fills pages with shelves, and shelves with blocks from left to right."""

    def __init__(self) -> None:
        self.pages: list[list[Placed]] = [[]]
        self.x = self.y = self.deep = 0.0

    def beside(self, plan: Plan, heading: str) -> bool:
        """Whether the block has room at the end of the shelf at hand."""
        fits = self.x > 0 and self.x + BETWEEN + wide(plan, heading) <= INNER_WIDTH
        return fits and plan.height + HEADING <= max(self.deep, 0.3 * INNER_HEIGHT) and self._has(plan.height + HEADING)

    def _has(self, height: float) -> bool:
        return self.y + height <= INNER_HEIGHT

    def left(self) -> float:
        """The height that is free under the shelf at hand."""
        return INNER_HEIGHT - (self.y + self.deep + BETWEEN if self.deep else 0.0) - HEADING

    def shelf(self) -> None:
        """Begins a shelf under the one at hand."""
        self.y += self.deep + BETWEEN if self.deep else 0.0
        self.x = self.deep = 0.0

    def page(self) -> None:
        """Begins a page, where the one at hand has something on it."""
        if self.pages[-1]:
            self.pages.append([])
        self.x = self.y = self.deep = 0.0

    def put(self, plan: Plan, band: Band, heading: str) -> None:
        """Puts a block on the shelf at hand, under its heading."""
        x = self.x + BETWEEN if self.x else 0.0
        self.pages[-1].append(Placed(laid(plan), heading, band.prefix, EDGE + x, HEAD + self.y, wide(plan, heading)))
        self.x = x + wide(plan, heading)
        self.deep = max(self.deep, plan.height + HEADING)


def paged(card: CardMap) -> Pages:
    """The whole card on pages."""
    arcs = arcs_of(card)
    sources: dict[str, int] = {}
    for targets in arcs.values():
        for to in targets:
            sources[to] = sources.get(to, 0) + 1
    shelves = _Shelves()
    for band in card.bands:
        _fill(shelves, band, arcs, sources, card.start)
    found = Pages(shelves.pages)
    _number(found)
    return found


def _fill(shelves: _Shelves, band: Band, arcs: Arcs, sources: Mapping[str, int], start: str) -> None:
    """Puts the stops of a band on pages, as many in each block as have room."""
    stops, heading = list(band.stops), _heading(band.title)
    while stops:
        plan = _most(stops, arcs, sources, start, INNER_HEIGHT - HEADING)
        if not shelves.beside(plan, heading):
            free = shelves.left()
            if plan.height > free >= WORTH * INNER_HEIGHT:
                plan = _most(stops, arcs, sources, start, free)
            if plan.height > free:
                shelves.page()
            else:
                shelves.shelf()
        shelves.put(plan, band, heading)
        stops = [stop for stop in stops if stop.id not in plan.boxes]
        heading = _heading(AGAIN.format(title=band.title))


def wide(plan: Plan, heading: str) -> float:
    """The width of a block with its heading."""
    return max(plan.width, width(heading, HEADING_SIZE, bold=True))


def _heading(title: str) -> str:
    """What of a title has room on one line of a page; all, but for titles longer than any plan has."""
    return next(iter(wrap(title, INNER_WIDTH, HEADING_SIZE, bold=True)), "")


def _most(stops: Sequence[Stop], arcs: Arcs, sources: Mapping[str, int], start: str, height: float) -> Plan:
    """The plan of a block of this height with as many stops as have room; at least one.

    A stop that has no room is left for the next block, and so is what it leads to: a way is cut once.
    """
    taken, best = [stops[0]], planned(stops[:1], arcs, sources, start)
    later: set[str] = set()
    for stop in stops[1:]:
        if stop.id in later:
            later.update(arcs[stop.id])
            continue
        plan = planned([*taken, stop], arcs, sources, start)
        if plan.width <= INNER_WIDTH and plan.height <= height:
            taken, best = [*taken, stop], plan
        else:
            later.update(arcs[stop.id])
    return best


def _number(found: Pages) -> None:
    """Numbers the stops of each band in the order in which they are found on the pages."""
    counts: dict[str, int] = {}
    for page in found.pages:
        for placed in page:
            for id in sorted(placed.block.corners, key=placed.block.corners.__getitem__):
                key = placed.prefix
                counts[key] = counts.get(key, 0) + 1
                found.numbers[id] = number_of(key, counts[key])
