"""A map as one HTML page that needs nothing else: search, each stop in full with its ways on, and the drawing.

The policy in the page allows its own style and script by their hashes and nothing besides: no network, no frame, no
form, no event in an attribute. All text of the card is escaped; the script moves elements and writes numbers only.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from importlib.resources import files
from typing import Final

from guide.exports.map.model import BACK, CardMap, Edge, Stop
from guide.exports.map.pages import PAGE_WIDTH, Pages, paged
from guide.exports.map.svg import STYLE, sheet

POLICY: Final = "default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'"
PAGE: Final = """\
<!DOCTYPE html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header><h1>{title}</h1><p>{about}</p><p>{version}</p><p><strong>{footer}</strong></p></header>
<main>
<nav aria-label="Ruter i kortet">
<label for="sok">Søk i kortet</label>
<input id="sok" type="search" autocomplete="off">
<p id="treff" role="status" data-many="Treff: {{n}}"></p>
<ul id="liste">
{links}</ul>
</nav>
<div class="stops">
{stops}</div>
</main>
<section class="map" aria-label="Kartet">
{sheets}</section>
<script>{script}</script>
</body>
</html>
"""
LINK: Final = "{number} {title}"
WAYS: Final = {"ask": "Svar", "by": "Veien videre", "include": "Veier ut av kortet", "alarm": "Veier ut av kortet"}
WAYS_ELSE: Final = "Veien videre"
FROM: Final = "Hit kommer du fra"
BACK_WORDS: Final = "tilbake dit du var"
START: Final = "Start her"


def page(card: CardMap) -> str:
    """The whole card as one page."""
    pages = paged(card)
    keys = {stop.id: f"sb{number}" for number, stop in enumerate(card.stops)}
    style, script = STYLE + "\n" + _asset("page.css"), _asset("page.js")
    return PAGE.format(
        policy=escape(POLICY.format(style=_hash(style), script=_hash(script)), quote=False),
        title=escape(card.title),
        about=escape(card.about),
        version=escape(card.version),
        footer=escape(card.footer),
        style=style,
        script=script,
        links="".join(_link(stop, keys, pages.numbers) for stop in card.stops),
        stops="".join("".join(_article(card, stop, keys, pages.numbers)) for stop in card.stops),
        sheets="".join(_sheets(card, pages)),
    )


@cache
def _asset(name: str) -> str:
    return (files("guide.exports.map") / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """A source for the policy: the hash of a style or a script of the page."""
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _sheets(card: CardMap, pages: Pages) -> Iterator[str]:
    for index in range(len(pages.pages)):
        view = f"0 0 {PAGE_WIDTH:g} {pages.height(index):g}"
        yield f'<svg viewBox="{view}" aria-hidden="true">{sheet(card, pages, index)}</svg>\n'


def _link(stop: Stop, keys: Mapping[str, str], numbers: Mapping[str, str]) -> str:
    words = LINK.format(number=numbers[stop.id], title=stop.title)
    return f'<li><a href="#{keys[stop.id]}">{escape(words)}</a></li>\n'


def _article(card: CardMap, stop: Stop, keys: Mapping[str, str], numbers: Mapping[str, str]) -> Iterator[str]:
    """A stop in full."""
    start = stop.id == card.start
    yield f'<article class="stop {stop.kind}{" start" if start else ""}" id="{keys[stop.id]}">\n'
    yield f'<p class="kind">{escape(numbers[stop.id])} {escape(stop.kind_words)}</p>\n'
    yield f'<h2 tabindex="-1">{escape(stop.title)}</h2>\n'
    yield from (f"<p>{escape(line)}</p>\n" for line in (*([START] if start else []), *stop.lines))
    if stop.marks:
        yield f'<ul class="marks">{"".join(f"<li>{escape(mark.words)}</li>" for mark in stop.marks)}</ul>\n'
    titles = {other.id: LINK.format(number=numbers[other.id], title=other.title) for other in card.stops}
    if stop.edges:
        yield f'<h3>{WAYS.get(stop.kind, WAYS_ELSE)}</h3>\n<ul class="ways">\n'
        yield from (_way(edge, keys, titles) for edge in stop.edges)
        yield "</ul>\n"
    if stop.end:
        yield f"<p>{escape(stop.end)}</p>\n"
    for detail in stop.details:
        lines = "".join(f"<li>{escape(line)}</li>" for line in detail.lines)
        yield f"<h3>{escape(detail.title)}</h3>\n<ul>{lines}</ul>\n"
    sources = [other for other in card.stops if any(edge.target == stop.id for edge in other.edges)]
    if sources:
        found = "".join(f'<li><a href="#{keys[o.id]}">{escape(titles[o.id])}</a></li>' for o in sources)
        yield f'<h3>{FROM}</h3>\n<ul class="from">{found}</ul>\n'
    yield "</article>\n"


def _way(edge: Edge, keys: Mapping[str, str], titles: Mapping[str, str]) -> str:
    """One way on: its words, and where it leads."""
    source = keys[edge.source]
    if edge.target == BACK:
        return f'<li class="edge" data-from="{source}" data-to="back"><b>{escape(edge.label)}</b> {BACK_WORDS}</li>\n'
    to = keys[edge.target]
    link = f'<a href="#{to}">{escape(titles[edge.target])}</a>'
    return f'<li class="edge" data-from="{source}" data-to="{to}"><b>{escape(edge.label)}</b> → {link}</li>\n'
