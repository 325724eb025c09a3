"""Hostile text in every field of a card comes out as text: no element, attribute, script, link or edge is added."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace as standard_replace
from itertools import cycle
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from guide.core.content import Content
from guide.core.record import replace
from guide.core.text import clean
from guide.service.map.card_map import counts, drawn
from tests.tui.payloads import MARKUP, SEQUENCES

from .reading import Page, mermaid_counts, sheets

HTML = (
    "</script><script>alert(1)</script>",
    "</style></svg></title><img src=x onerror=alert(1)>",
    '"><a href="javascript:alert(1)">x</a>',
    "' onload='alert(1)",
    "<svg/onload=alert(1)>",
    "<!-- x",
    "--> ]]> <![CDATA[ x",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<foreignObject><iframe src=https://evil.example></foreignObject>",
    "<use href=https://evil.example#x />",
    "<meta http-equiv=refresh content=0>",
    "&#x3c;b&#x3e; &amp;",
)
MERMAID = (
    '"] --> b9["x',
    "x\n  b0 --> b1",
    'click b0 href "https://evil.example"',
    "%%{init: {'theme': 'dark'}}%%",
    "end",
    "`**fet** _skrå_ [lenke](https://evil.example)`",
    "#quot; #35;",
    "1. liste",
    "- liste",
    "subgraph x",
    ":::outcome",
    "$$x$$",
)
ALL = (*HTML, *MERMAID, *MARKUP, *SEQUENCES)
TEXTS = ("help", "overdue")
LISTS = ("do", "dont", "say_phone", "say_child", "share", "next", "note")


def hostile(content: Content, card: str, shown: Iterator[str], payloads: Iterator[str]) -> Content:
    """The content with a payload in every text field of a card: `shown` in those that every format shows."""
    old = content.cards[card]
    nodes = {}
    for id, node in old.nodes.items():
        title = node.text if node.kind in ("include", "exit", "by") else f"{next(shown)} z {next(shown)}"
        changes = {name: next(payloads) for name in TEXTS}
        changes |= {name: tuple(next(payloads) for _ in range(3)) for name in LISTS}  # type: ignore[misc]
        contact = tuple((service, next(payloads)) for service, _ in node.contact)
        fields = tuple(standard_replace(f, label=next(payloads), help=next(payloads)) for f in node.fields)
        nodes[id] = replace(node, text=title, contact=contact, fields=fields, **changes)
    facts = {
        id: replace(
            fact,
            about=next(payloads),
            definition=next(payloads),
            values=tuple((value, next(payloads)) for value, _ in fact.values),
        )
        for id, fact in (content.facts | dict(old.facts)).items()
    }
    points = tuple(replace(point, title=next(payloads)) for point in old.points)
    changed = replace(old, title=next(payloads), about=next(payloads), nodes=nodes, facts=facts, points=points)
    packs = {id: replace(pack, name=next(payloads), version=next(payloads)) for id, pack in content.packs.items()}
    others = {id: replace(other, title=next(payloads)) for id, other in content.cards.items() if id != card}
    services = {id: replace(service, title=next(payloads)) for id, service in content.services.items()}
    laws = {id: replace(law, title=next(payloads)) for id, law in content.laws.items()}
    return replace(content, cards={**others, card: changed}, facts=facts, packs=packs, services=services, laws=laws)


@pytest.fixture(scope="module")
def broken(request: pytest.FixtureRequest) -> Content:
    """The kindergarten card of Stange, with all payloads in its fields again and again."""
    shipped: Content = request.getfixturevalue("shipped")
    return hostile(shipped, "stange/barnehage", cycle(ALL), cycle(ALL))


CARD = "stange/barnehage"


def shown(text: str) -> str:
    """The text without spaces, as it is compared: lines are broken between words and in long ones."""
    return re.sub(r"\s", "", text)


def test_svg_holds_the_texts_and_nothing_else(broken: Content, shipped: Content) -> None:
    """The elements and attributes are those of a friendly card's map; every payload can be read in some box."""
    svg, friendly = drawn(broken, CARD, "svg"), drawn(shipped, CARD, "svg")
    root = ET.fromstring(svg)  # noqa: S314 - made by the code under test
    known = {(e.tag, key) for e in ET.fromstring(friendly).iter() for key in (*e.attrib, "")}  # noqa: S314
    assert {(element.tag, key) for element in root.iter() for key in (*element.attrib, "")} <= known
    boxes = [box for sheet in sheets(svg) for box in sheet.boxes]
    assert sum(len(box.edges) for box in boxes) == counts(shipped.cards[CARD]).edges
    said = shown(" ".join(text.words for box in boxes for text in box.texts))
    missing = [payload for payload in ALL if shown(clean(payload)) not in said]
    assert not missing


def test_html_holds_the_texts_and_nothing_else(broken: Content, shipped: Content) -> None:
    """One script and one style, allowed by their hashes; links lead to stops of the page; no new tag or attribute."""
    html, friendly = Page(drawn(broken, CARD, "html")), Page(drawn(shipped, CARD, "html"))
    known = {(tag, key) for tag, attributes in friendly.elements for key in (*attributes, "")}
    assert {(tag, key) for tag, attributes in html.elements for key in (*attributes, "")} <= known
    ids = {a["id"] for _, a in html.elements if "id" in a}
    assert {a["href"] for _, a in html.elements if "href" in a} <= {f"#{id}" for id in ids}
    (script,), (style,) = html.inside["script"], html.inside["style"]
    assert (script, style) == (friendly.inside["script"][0], friendly.inside["style"][0])
    policy = next(a["content"] for a in html.all("meta") if a.get("http-equiv") == "Content-Security-Policy")
    for part, name in ((script, "script-src"), (style, "style-src")):
        digest = b64encode(hashlib.sha256(part.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert not [key for _, attributes in html.elements for key in attributes if key.startswith("on") or key == "style"]
    said = shown(" ".join(html.texts))
    assert not [payload for payload in ALL if shown(clean(payload)) not in said]


def test_the_page_asks_for_nothing_from_outside(shipped: Content) -> None:
    """No address of a file, image or script; the script makes no markup of text, and calls nothing."""
    for card in ("stange/skole", "ringsaker/hvem", "ringerike/bti", "midtdalen/nivaa", "stor-elvdal/hjelp"):
        page = Page(drawn(shipped, card, "html"))
        assert not [a for _, a in page.elements if {"src", "action", "data", "srcset", "xlink:href"} & a.keys()]
        (script,), (style,) = page.inside["script"], page.inside["style"]
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacent|write\(|eval|Function\(|fetch|XMLHttp|import|src", script
        )
        assert not re.search(r"url\(|@import|expression", style)


def test_mermaid_holds_the_texts_and_nothing_else(broken: Content, shipped: Content) -> None:
    """Every line is a node, an edge or a band with its text in quotation marks, in which no sign is left."""
    text = drawn(broken, CARD, "mermaid")
    nodes, edges = mermaid_counts(text)
    has = counts(shipped.cards[CARD])
    assert (len(nodes), len(edges)) == (has.nodes + has.alarms, has.edges)
    for label in re.findall(r'"([^"]*)"', text):
        assert not re.search(r"[<>`*_\[\]{}|\\%&$@=]|#(?![0-9]+;)|^[0-9]+[.)]|^-", label.replace("<br/>", "")), label
    letters = re.sub(r"#([0-9]+);", lambda code: chr(int(code[1])), text)
    assert not [payload for payload in ALL if shown(clean(payload)) not in shown(letters)]


def test_a_box_that_is_taller_than_a_page_makes_its_page_taller(shipped: Content, root: Path) -> None:
    """Text without end is not cut: the page grows with it."""
    old = shipped.cards["felles/tvil"]
    first = next(iter(old.nodes.values()))
    long = replace(old, nodes={**old.nodes, first.id: replace(first, text="ord " * 700)})
    made = sheets(drawn(replace(shipped, cards={**shipped.cards, old.id: long}), old.id, "svg"))
    assert max(sheet.height for sheet in made) > 842
    assert all(box.rect.bottom < sheet.height for sheet in made for box in sheet.boxes)
