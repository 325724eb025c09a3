"""A stop as a box: its texts broken into lines, its rows (one for each edge) and its height. Lengths are in points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from guide.exports.map.measure import width, wrap
from guide.exports.map.model import Edge, Stop

WIDE: Final = 164.0
"""The width of every box."""
PAD: Final = 7.0
SMALL, TEXT, TITLE = 7.5, 8.0, 9.0
LEAD: Final = 1.25
"""From one line to the next, in font sizes."""
ICON: Final = 11.0
REFERENCE: Final = 38.0
"""Kept free at the end of a row for «→ 2.14»."""
BRACE: Final = 9.0
"""Kept free for a brace before a reference."""
ROW_GAP: Final = 3.0
EACH: Final = 1.5
"""Between rows that lead to the same stop."""
HANG: Final = 5.0
"""The second line of a row is indented, so that one sees where the next answer begins."""
FROM_EACH: Final = 5
"""So many numbers stand in one line of «Fra …»."""
FROM: Final = "Fra {numbers}"
MORE: Final = "{line},"
BACK_WORDS: Final = "→ tilbake"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: `y` is its base line from the box's top; `icon` is drawn before it."""

    text: str
    x: float
    y: float
    size: float
    bold: bool = False
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """The words of one edge."""

    edge: Edge
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of a box that lead to the same stop. They share one line, or one reference, at `y`."""

    target: str
    rows: tuple[Row, ...]
    top: float
    bottom: float

    @property
    def y(self) -> float:
        """The middle of the rows, from the box's top."""
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Box:
    """A stop with its measures. `incoming` are stops that refer to it by number; they are known after the drawing of
    lines is settled, so that room for them is kept beforehand (`from_lines`).
    """

    stop: Stop
    lines: list[Line] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    rule: float = 0.0
    """Where the line between the text and the rows is drawn."""
    foot: float = 0.0
    """The base line of the first line of «Fra …», from the top."""
    height: float = 0.0

    @property
    def head(self) -> float:
        """Where lines come in: the first line of the box, from the top."""
        return PAD + SMALL * 0.6


class _Writer:
    """Puts lines under each other."""

    def __init__(self, box: Box) -> None:
        self.box, self.y = box, PAD

    def text(self, text: str, size: float, bold: bool = False, icon: str = "") -> None:
        """Some lines of the box's text."""
        indent = ICON if icon else 0.0
        for index, part in enumerate(wrap(text, WIDE - 2 * PAD - indent, size, bold)):
            self.y += size * LEAD
            base = self.y - size * 0.3
            self.box.lines.append(Line(part, PAD + indent, base, size, bold, icon if index == 0 else ""))

    def group(self, target: str, edges: Iterable[Edge]) -> None:
        """The rows of the edges that lead to one stop."""
        rows: list[Row] = []
        top = self.y
        for edge in edges:
            lines = []
            self.y += EACH if rows else 0.0
            kept = REFERENCE if target else width(BACK_WORDS, TEXT, bold=True) + BRACE
            for index, part in enumerate(wrap(edge.label, WIDE - 2 * PAD - kept - HANG, TEXT)):
                self.y += TEXT * LEAD
                lines.append(Line(part, PAD + HANG * bool(index), self.y - TEXT * 0.3, TEXT))
            rows.append(Row(edge, tuple(lines)))
        self.box.groups.append(Group(target, tuple(rows), top, self.y))
        self.y += ROW_GAP


def measured(stop: Stop, incoming: int, start: bool) -> Box:
    """The box of a stop that at most `incoming` others refer to."""
    box = Box(stop)
    writer = _Writer(box)
    writer.y += SMALL * LEAD  # the number and the kind, written when the number is known
    writer.text(stop.title, TITLE, bold=True)
    for line in stop.lines:
        writer.text(line, SMALL)
    for mark in stop.marks:
        writer.text(mark.words, SMALL, bold=True, icon=mark.shape)
    writer.y += ROW_GAP
    box.rule = writer.y if stop.edges else 0.0
    if stop.edges:
        writer.y += ROW_GAP
    for target, edges in grouped(stop.edges).items():
        writer.group(target, edges)
    if stop.end:
        writer.text(stop.end, SMALL)
    box.foot = writer.y + SMALL * (LEAD - 0.3)
    writer.y += SMALL * LEAD * (-(-incoming // FROM_EACH) + start)
    box.height = writer.y + PAD - ROW_GAP
    return box


def grouped(edges: Iterable[Edge]) -> Mapping[str, list[Edge]]:
    """The edges by target, in the order in which each target comes first."""
    found: dict[str, list[Edge]] = {}
    for edge in edges:
        found.setdefault(edge.target, []).append(edge)
    return found


def from_words(numbers: Iterable[str]) -> list[str]:
    """«Fra 2.3, 2.9», in lines."""
    listed = list(numbers)
    parts = [", ".join(listed[i : i + FROM_EACH]) for i in range(0, len(listed), FROM_EACH)]
    lines = [FROM.format(numbers=part) if index == 0 else part for index, part in enumerate(parts)]
    return [MORE.format(line=line) for line in lines[:-1]] + lines[-1:]
