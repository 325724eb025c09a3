"""Reads a drawn map back, knowing nothing of how it was laid out: boxes, lines, edges and texts of each page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
Point = tuple[float, float]


class Rect(NamedTuple):
    """A rectangle on a page."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Rect, apart: float = 0.0) -> bool:
        """Whether the two are nearer than `apart`, or overlap."""
        return (
            self.left < other.right + apart
            and other.left < self.right + apart
            and self.top < other.bottom + apart
            and other.top < self.bottom + apart
        )


@dataclass
class Text:
    """A line of text as it is drawn."""

    words: str
    x: float
    y: float
    size: float
    bold: bool
    end: bool


@dataclass
class Box:
    """A stop as it is drawn."""

    id: str
    kind: str
    rect: Rect
    texts: list[Text] = field(default_factory=list)
    ways: list[list[tuple[Point, Point]]] = field(default_factory=list)
    edges: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass
class Sheet:
    """A page as it is drawn."""

    boxes: list[Box]
    lines: list[list[tuple[Point, Point]]]
    texts: list[Text]
    height: float


def points(path: str) -> Iterator[tuple[Point, Point]]:
    """The strokes of a path as straight lines (curves as their chord); only the commands that the map draws with."""
    x = y = 0.0
    first = (0.0, 0.0)
    for command, rest in re.findall(r"([A-Za-z])([^A-Za-z]*)", path):
        numbers = [float(part) for part in re.findall(r"-?[0-9.]+(?:e-?[0-9]+)?", rest)]
        old = (x, y)
        if command in "Zz":
            x, y = first
        elif command in "Hh":
            x = numbers[0] + (x if command == "h" else 0.0)
        elif command in "Vv":
            y = numbers[0] + (y if command == "v" else 0.0)
        else:
            near = command.islower()
            x, y = numbers[-2] + (x if near else 0.0), numbers[-1] + (y if near else 0.0)
        if command in "Mm":
            first = (x, y)
        else:
            yield old, (x, y)


def sheets(svg: str) -> list[Sheet]:
    """The pages of a map."""
    root = ET.fromstring(svg)  # noqa: S314 - made by the code under test
    return [_sheet(group) for group in root.findall(f"{SVG}g")]


def _sheet(group: ET.Element) -> Sheet:
    paper = group.find(f"{SVG}rect[@class='sheet']")
    assert paper is not None
    lines = [list(points(path.get("d", ""))) for path in group.findall(f"{SVG}path[@class='line']")]
    boxes = [_box(found) for found in group.findall(f"{SVG}g")]
    return Sheet(boxes, lines, [_text(found) for found in group.findall(f"{SVG}text")], float(paper.get("height", "0")))


def _box(group: ET.Element) -> Box:
    frame = group.find(f"{SVG}path[@class='frame']")
    assert frame is not None
    ends = [end for stroke in points(frame.get("d", "")) for end in stroke]
    xs, ys = [x for x, _ in ends], [y for _, y in ends]
    box = Box(
        group.get("id", ""), group.get("class", "").removeprefix("stop "), Rect(min(xs), min(ys), max(xs), max(ys))
    )
    box.texts = [_text(found) for found in group.iter(f"{SVG}text")]
    box.ways = [list(points(path.get("d", ""))) for path in group.findall(f"{SVG}path[@class='way']")]
    for edge in group.findall(f"{SVG}g"):
        label = " ".join(_text(found).words for found in edge.findall(f"{SVG}text"))
        box.edges.append((edge.get("data-from", ""), edge.get("data-to", ""), label))
    return box


def _text(found: ET.Element) -> Text:
    x, y, size = (float(found.get(key, "0")) for key in ("x", "y", "font-size"))
    return Text(found.text or "", x, y, size, found.get("class") == "bold", found.get("text-anchor") == "end")


class Page(HTMLParser):
    """Every element of a page with its attributes, its texts, and its edges as (from, to, words)."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.inside: dict[str, list[str]] = {"script": [], "style": [], "article": [], "title": []}
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.elements.append((tag, {key: value or "" for key, value in attrs}))
        if tag in self.inside:
            self.inside[tag].append("")
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """A text."""
        self.texts.append(data)
        if self._open:
            self.inside[self._open[-1]][-1] += data

    def all(self, tag: str, kind: str = "") -> list[dict[str, str]]:
        """The attributes of all elements with a tag, and with a class where one is given."""
        return [a for found, a in self.elements if found == tag and (not kind or kind in a.get("class", "").split())]


def mermaid_counts(text: str) -> tuple[list[str], list[tuple[str, str, str]]]:
    """The nodes, and the edges as (from, to, label), of a Mermaid diagram; every line must be one that is known."""
    nodes, edges = [], []
    for line in text.splitlines()[1:]:
        edge = re.fullmatch(r'  (\w+) -->\|"([^"]+)"\| (\w+)', line)
        node = re.fullmatch(r'    (b[0-9]+)\W+"[^"]*"\W+', line)
        if edge:
            edges.append((edge[1], edge[3], edge[2]))
        elif node:
            nodes.append(node[1])
        else:
            assert re.fullmatch(
                r'  (subgraph band[0-9]+\["[^"]*"\]|end|back\(\["[^"]*"\]\)|class [b0-9,]+ \w+|classDef .*)', line
            ), line
    return nodes, edges
