"""The lines of a block, drawn: from the edge of a box along the channel's track to the next box, with an arrow head."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guide.exports.map.block import Track
from guide.exports.map.pages import HEADING, Placed

COLOURS: Final = ("#3b4250", "#1c4f8b", "#7a3e00", "#1f5c2e", "#6a2a7b", "#8c1d18")
"""Dark enough on white (AA); they help to follow a line and mean nothing."""
BEND: Final = 4.0
ARROW: Final = 5.0


def drawn_lines(placed: Placed) -> Iterator[str]:
    """All lines of a block on its page."""
    y0 = placed.y + HEADING
    colours: dict[str, str] = {}
    for track in placed.block.tracks:
        colours.setdefault(track.net.to, COLOURS[len(colours) % len(COLOURS)])
    for track in placed.block.tracks:
        colour = colours[track.net.to]
        path = "".join(_track(track, placed.x, y0))
        yield f'<path class="line" stroke="{colour}" d="{path}"/>\n'
        if track.net.arrow:
            x, y = placed.x + track.right, y0 + track.net.end
            yield (f'<path class="head" fill="{colour}" d="M{x:.1f} {y:.1f}l{-ARROW:g} {-ARROW / 2:g}v{ARROW:g}Z"/>\n')
    for to, left, y, right in placed.block.lanes:
        colour = colours[to]
        yield (
            f'<path class="line" stroke="{colour}" d="M{placed.x + left:.1f} {y0 + y:.1f}H{placed.x + right:.1f}"/>\n'
        )


def _track(track: Track, x0: float, y0: float) -> Iterator[str]:
    """Each start, round the corner to the end; what joins shares the track."""
    left, x, right, end = x0 + track.left, x0 + track.x, x0 + track.right, y0 + track.net.end
    for start in track.net.starts:
        y = y0 + start
        step = end - y
        bend = min(BEND, abs(step) / 2)
        if bend < 0.5:
            yield f"M{left:.1f} {y:.1f}H{x:.1f}L{x + 0.1:.1f} {end:.1f}H{right:.1f}"
            continue
        down = bend if step > 0 else -bend
        yield (
            f"M{left:.1f} {y:.1f}H{x - bend:.1f}Q{x:.1f} {y:.1f} {x:.1f} {y + down:.1f}"
            f"V{end - down:.1f}Q{x:.1f} {end:.1f} {x + bend:.1f} {end:.1f}H{right:.1f}"
        )
