"""A map as Mermaid (a flowchart, one subgraph for each point), for a wiki or an editor that draws it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guide.exports.map.model import BACK, Band, CardMap, Stop

SHAPES: Final = {
    "ask": ("([", "])"),
    "by": ("{{", "}}"),
    "signs": ("[/", "/]"),
    "task": ("[", "]"),
    "record": (">", "]"),
    "include": ("[[", "]]"),
    "exit": ("((", "))"),
    "outcome": ("[", "]"),
    "alarm": ("[[", "]]"),
}
BREAK: Final = "<br/>"
LABEL: Final = "{kind}: {title}"
BACK_WORDS: Final = "Tilbake dit du var"
PLAIN: Final = re.compile(r"[^\w ,?!«»–….():-]|_|^-|:(?! )", re.ASCII)
"""What is written as a code: all that Mermaid, Markdown or HTML could take for more than a letter."""
LIST: Final = re.compile(r"^([0-9]+)([.)])")
"""So begins a list in Markdown."""


def mermaid(card: CardMap) -> str:
    """The whole card as the text of one diagram."""
    keys = {stop.id: f"b{number}" for number, stop in enumerate(card.stops)}
    lines = ["flowchart TD"]
    for number, band in enumerate(card.bands):
        lines += _band(band, number, keys)
    edges = [edge for stop in card.stops for edge in stop.edges]
    if any(edge.target == BACK for edge in edges):
        lines.append(f'  back(["{escaped(BACK_WORDS)}"])')
    lines += [f'  {keys[edge.source]} -->|"{escaped(edge.label)}"| {keys.get(edge.target, "back")}' for edge in edges]
    lines += ["  classDef outcome stroke-width:3px", "  classDef by stroke-dasharray:4 2"]
    for kind in ("outcome", "by"):
        found = [keys[stop.id] for stop in card.stops if stop.kind == kind]
        lines += [f"  class {','.join(found)} {kind}"] if found else []
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """A text as Mermaid reads it between quotation marks: letters of any alphabet stand, signs are numbers."""
    line = " ".join(text.split())
    coded = PLAIN.sub(lambda found: found[0] if found[0].isalpha() else f"#{ord(found[0])};", line) or " "
    return LIST.sub(lambda found: f"{found[1]}#{ord(found[2])};", coded)


def _band(band: Band, number: int, keys: dict[str, str]) -> Iterator[str]:
    yield f'  subgraph band{number}["{escaped(band.title)}"]'
    for stop in band.stops:
        before, after = SHAPES[stop.kind]
        yield f'    {keys[stop.id]}{before}"{BREAK.join(_words(stop))}"{after}'
    yield "  end"


def _words(stop: Stop) -> Iterator[str]:
    yield escaped(LABEL.format(kind=stop.kind_words, title=stop.title))
    yield from (escaped(line) for line in stop.lines)
    yield from (escaped(mark.words) for mark in stop.marks)
