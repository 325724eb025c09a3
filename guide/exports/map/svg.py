"""A map as SVG: pages of A3 in landscape under each other. No script, no link, no font and no file from outside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from itertools import accumulate
from typing import Final

from guide.exports.map.boxes import BACK_WORDS, PAD, SMALL, TEXT, WIDE, Box, Group, Line, from_words
from guide.exports.map.lines import drawn_lines
from guide.exports.map.measure import FONTS, width
from guide.exports.map.model import BACK, CardMap
from guide.exports.map.pages import EDGE, HEAD, HEADING_SIZE, PAGE_WIDTH, Pages, Placed, paged
from guide.exports.map.shapes import icon, outline

STYLE: Final = f"""\
text{{font-family:{FONTS};fill:#14181f}}.bold{{font-weight:700}}
.sheet{{fill:#fff}}.frame{{fill:#fff;stroke:#3b4250;stroke-width:1}}.outcome .frame{{stroke:#14181f;stroke-width:2}}
.alarm .frame{{stroke:#8c1d18;stroke-width:1.2}}.by .frame{{stroke-dasharray:4 2}}
.inside{{stroke:#3b4250;stroke-width:.5}}
.ask .frame{{fill:#eef4fb}}.task .frame{{fill:#f1f7ee}}.outcome .frame{{fill:#fdf6e3}}.include .frame{{fill:#f5f0f8}}
.sign{{fill:none;stroke:#14181f;stroke-width:1}}.full{{fill:#14181f}}.line{{fill:none;stroke-width:1.1}}
.head{{stroke:none}}
.band{{fill:none;stroke:#3b4250;stroke-width:1}}.way{{fill:none;stroke:#3b4250;stroke-width:.8}}"""
REFERENCE: Final = "→ {number}"
PAGE: Final = "Side {page} av {pages}"
HOW: Final = (
    "Hver linje i en rute er ett svar. «→ 2.14» betyr: gå videre i rute 2.14. «Fra» sier hvor du kan ha kommet fra."
)
START: Final = "Start her"
HEADER: Final = "{number}  {kind}"


def picture(card: CardMap) -> str:
    """The whole card as one SVG document."""
    pages = paged(card)
    *tops, tall = accumulate((pages.height(index) for index in range(len(pages.pages))), initial=0.0)
    parts = [f'<g transform="translate(0 {top:g})">{sheet(card, pages, i)}</g>' for i, top in enumerate(tops)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{PAGE_WIDTH:g}pt" height="{tall:g}pt" '
        f'viewBox="0 0 {PAGE_WIDTH:g} {tall:g}" role="img">\n'
        f"<title>{escape(card.title)}</title>\n<style>{STYLE}</style>\n{''.join(parts)}</svg>\n"
    )


def sheet(card: CardMap, pages: Pages, index: int) -> str:
    """One page's elements, from its own corner."""
    keys = {stop.id: f"b{number}" for number, stop in enumerate(card.stops)}
    parts = [f'<rect class="sheet" width="{PAGE_WIDTH:g}" height="{pages.height(index):g}"/>\n']
    parts += _margins(card, index, len(pages.pages), pages.height(index) - 16)
    for placed in pages.pages[index]:
        parts += _heading(placed)
        parts += drawn_lines(placed)
        for id, box in placed.block.boxes.items():
            parts += _box(placed, id, box, pages, keys, card.start, _sources(card, placed, id, pages.numbers))
    return "".join(parts)


def text(words: str, x: float, y: float, size: float, bold: bool = False, end: bool = False) -> str:
    """A line of text as an element; `end`: it ends at `x`."""
    kind = ' class="bold"' if bold else ""
    anchor = ' text-anchor="end"' if end else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}"{kind}{anchor}>{escape(words)}</text>\n'


def shortened(words: str, room: float, size: float, bold: bool = False) -> str:
    """The words, cut with «…» where they have no room on one line."""
    if width(words, size, bold) <= room:
        return words
    while words and width(words + "…", size, bold) > room:
        words = words[:-1]
    return words + "…"


def _margins(card: CardMap, index: int, count: int, low: float) -> Iterator[str]:
    right = PAGE_WIDTH - EDGE
    yield text(shortened(card.title, 680, 18, True), EDGE, HEAD - 22, 18, bold=True)
    yield text(shortened(card.version, 430, 9), right, HEAD - 22, 9, end=True)
    yield text(card.footer, EDGE, low, 9, bold=True)
    yield text(HOW, EDGE + 310, low, 8)
    yield text(PAGE.format(page=index + 1, pages=count), right, low, 9, end=True)


def _heading(placed: Placed) -> Iterator[str]:
    yield text(placed.heading, placed.x, placed.y + 9, HEADING_SIZE, bold=True)
    yield f'<path class="band" d="M{placed.x:.1f} {placed.y + 14:.1f}h{placed.width:.1f}"/>\n'


def _sources(card: CardMap, placed: Placed, id: str, numbers: Mapping[str, str]) -> list[str]:
    """The numbers of the stops that refer to a stop: those whose way to it is no line."""
    found = {edge.source for stop in card.stops for edge in stop.edges if edge.target == id}
    return [number for other, number in numbers.items() if other in found and (other, id) not in placed.block.lines]


def _box(
    placed: Placed, id: str, box: Box, pages: Pages, keys: Mapping[str, str], start: str, sources: list[str]
) -> Iterator[str]:
    left, top = placed.block.corners[id]
    x, y = placed.x + left, placed.y + 24 + top
    yield f'<g class="stop {box.stop.kind}" id="{keys[id]}">\n'
    yield f'<path class="frame" d="{outline(box.stop.kind, x, y, WIDE, box.height)}"/>\n'
    header = HEADER.format(number=pages.numbers[id], kind=box.stop.kind_words)
    yield text(header, x + PAD, y + PAD + SMALL * 0.9, SMALL, bold=True)
    for line in box.lines:
        yield from _line(line, x, y)
    if box.groups:
        yield f'<path class="inside" d="M{x + PAD:.1f} {y + box.rule:.1f}h{WIDE - 2 * PAD:g}"/>\n'
    for group in box.groups:
        yield from _group(group, x, y, pages.numbers, keys, (id, group.target) in placed.block.lines)
    foot = [START] if id == start else []
    for index, words in enumerate([*foot, *from_words(sources)]):
        yield text(words, x + PAD, y + box.foot + index * SMALL * 1.25, SMALL, bold=words == START)
    yield "</g>\n"


def _line(line: Line, x: float, y: float) -> Iterator[str]:
    if line.icon:
        path, full = icon(line.icon, x + PAD, y + line.y)
        yield f'<path class="sign{" full" if full else ""}" d="{path}"/>\n'
    yield text(line.text, x + line.x, y + line.y, line.size, line.bold)


def _group(
    group: Group, x: float, y: float, numbers: Mapping[str, str], keys: Mapping[str, str], line: bool
) -> Iterator[str]:
    """The rows to one stop: their words, a brace where they are several, and the number to go on at."""
    for row in group.rows:
        to = keys.get(row.edge.target, "back")
        yield f'<g class="edge" data-from="{keys[row.edge.source]}" data-to="{to}">'
        for part in row.lines:
            yield text(part.text, x + part.x, y + part.y, part.size)
        yield "</g>\n"
    end, middle = x + WIDE, y + group.y
    words = BACK_WORDS if group.target == BACK else REFERENCE.format(number=numbers[group.target])
    inside = end - PAD - (2 if line else width(words, TEXT, bold=True) + 4)
    if len(group.rows) > 1:
        yield f'<path class="way" d="M{inside - 3:.1f} {y + group.top + 2:.1f}h3V{y + group.bottom - 1:.1f}h-3"/>\n'
    if line:
        yield f'<path class="way" d="M{inside:.1f} {middle:.1f}H{end:.1f}"/>\n'
        return
    yield text(words, end - PAD, middle + TEXT * 0.35, TEXT, bold=True, end=True)
