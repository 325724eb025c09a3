"""The map of every shipped card: all of it is there, and it can be read."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from guide.core.content import Content
from guide.exports.map.measure import width
from guide.service.map.card_map import counts, drawn
from guide.service.map.words import EXITS
from guide.store.load import load

from .reading import Page, Rect, Sheet, mermaid_counts, sheets

ROOT = Path(__file__).resolve().parents[2]
CARDS = sorted(
    f"{path.parent.name}/{path.stem}"
    for path in (ROOT / "trees").glob("*/*.yaml")
    if re.search(r"^card:", path.read_text(encoding="utf-8"), re.MULTILINE)
)
A3_WIDTH = 1190.55


@cache
def content() -> Content:
    """The shipped content."""
    return load(ROOT)


@cache
def read(card: str) -> list[Sheet]:
    """The pages of a card's SVG."""
    return sheets(drawn(content(), card, "svg"))


def targets(card: str) -> list[tuple[str, str]]:
    """Every way on of a card as (from, to), counted once more from the card as it is written; ids as in the file."""
    found = []
    for node in content().cards[card].nodes.values():
        leads = [*(to for _, to in node.answers), *(to for _, to in node.exits), *([node.go] if node.go else [])]
        found += [(node.id, to) for to in leads]
    return found + [(f"!{other}", to) for other, exits in content().cards[card].alarms for _, to in exits]


@pytest.mark.parametrize("card", CARDS)
def test_every_format_has_the_nodes_and_edges_of_the_card(card: str) -> None:
    """Read back from SVG, HTML and Mermaid: as many nodes, alarms and edges as the card has, every edge with words."""
    has = counts(content().cards[card])
    assert has.edges == len(targets(card))
    boxes = [box for sheet in read(card) for box in sheet.boxes]
    assert len([box for box in boxes if box.kind == "alarm"]) == has.alarms
    assert len(boxes) == len({box.id for box in boxes}) == has.nodes + has.alarms
    edges = [edge for box in boxes for edge in box.edges]
    assert len(edges) == has.edges
    assert all(label.strip() and source and to for source, to, label in edges)
    html = Page(drawn(content(), card, "html"))
    assert len(html.all("article", "stop")) == has.nodes + has.alarms
    ways = [(a["data-from"].removeprefix("s"), a["data-to"].removeprefix("s")) for a in html.all("li", "edge")]
    nodes, arrows = mermaid_counts(drawn(content(), card, "mermaid"))
    assert len(nodes) == len(set(nodes)) == has.nodes + has.alarms
    drawn_ways = sorted((source, to) for source, to, _ in edges)
    assert sorted(ways) == drawn_ways == sorted((source, to) for source, to, _ in arrows)


@pytest.mark.parametrize("card", CARDS)
def test_each_edge_leads_where_the_card_says(card: str) -> None:
    """The pairs of node and target are those of the card, told apart by their number of ways in and out."""
    ids: dict[str, str] = {}
    for box in (box for sheet in read(card) for box in sheet.boxes):
        ids[box.id] = box.id
    edges = [(source, to) for sheet in read(card) for box in sheet.boxes for source, to, _ in box.edges]
    assert {source for source, _ in edges} <= ids.keys()
    assert {to for _, to in edges} <= {*ids, "back"}
    out = sorted(sum(source == id for source, _ in edges) for id in {s for s, _ in edges})
    wanted = targets(card)
    assert out == sorted(sum(source == id for source, _ in wanted) for id in {s for s, _ in wanted})
    into = sorted(sum(to == id for _, to in edges) for id in {t for _, t in edges})
    assert into == sorted(sum(to == id for _, to in wanted) for id in {t for _, t in wanted})


@pytest.mark.parametrize("card", CARDS)
def test_boxes_stand_apart_and_on_the_page(card: str) -> None:
    """No two boxes are nearer than 5 points, and all stand inside the margins of their page."""
    for sheet in read(card):
        for one, other in combinations(sheet.boxes, 2):
            assert not one.rect.meets(other.rect, 5), (one.id, other.id)
        for box in sheet.boxes:
            assert box.rect.left >= 25
            assert box.rect.right <= A3_WIDTH - 25
            assert box.rect.bottom <= sheet.height - 30


@pytest.mark.parametrize("card", CARDS)
def test_texts_fit_their_boxes_and_do_not_touch(card: str) -> None:
    """Measured in the widest font, each text is in its box, at least 7 points high, free of others and of braces."""
    for sheet in read(card):
        for box in sheet.boxes:
            places = []
            for text in box.texts:
                wide = width(text.words, text.size, text.bold)
                left = text.x - wide if text.end else text.x
                place = Rect(left, text.y - text.size * 0.75, left + wide, text.y + text.size * 0.2)
                assert text.size >= 7
                assert place.left >= box.rect.left + 3, text.words
                assert place.right <= box.rect.right - 3, text.words
                assert box.rect.top <= place.top, text.words
                assert place.bottom <= box.rect.bottom, text.words
                places.append((text.words, place))
            for (x1, y1), (x2, y2) in (stroke for way in box.ways for stroke in way):
                stroke = Rect(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
                assert not [words for words, place in places if place.meets(stroke)], (box.id, stroke)
            for (words, one), (others, other) in combinations(places, 2):
                assert not one.meets(other), (words, others)


@pytest.mark.parametrize("card", CARDS)
def test_no_line_runs_through_a_box(card: str) -> None:
    """Lines keep to the room between boxes; at most they touch the edge that they leave or enter."""
    for sheet in read(card):
        insides = [Rect(b.rect.left + 1, b.rect.top + 1, b.rect.right - 1, b.rect.bottom - 1) for b in sheet.boxes]
        for (x1, y1), (x2, y2) in (stroke for line in sheet.lines for stroke in line):
            stroke = Rect(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
            assert not any(stroke.meets(inside) for inside in insides), stroke


@pytest.mark.parametrize("card", CARDS)
def test_headings_and_margins_do_not_overlap(card: str) -> None:
    """What stands outside the boxes (title, headings, foot) is on the page and free of boxes and of each other."""
    for sheet in read(card):
        places = []
        for text in sheet.texts:
            wide = width(text.words, text.size, text.bold)
            left = text.x - wide if text.end else text.x
            places.append(Rect(left, text.y - text.size * 0.75, left + wide, text.y + text.size * 0.2))
            assert places[-1].left >= 0
            assert places[-1].right <= A3_WIDTH
        for one, other in combinations([*places, *(box.rect for box in sheet.boxes)], 2):
            assert not one.meets(other)


def test_kinds_urgency_and_duty_are_words_and_shapes() -> None:
    """An outcome says how urgent it is and whether one must report; every kind of node has its word and its outline."""
    boxes = {box.texts[1].words: box for sheet in read("felles/akutt") for box in sheet.boxes}
    words = [text.words for text in boxes["Ring 112 nå"].texts]
    assert "Gjør dette nå" in words
    assert "Ring nødnummeret først." in words
    svg = drawn(content(), "stange/barnehage", "svg")
    for kind in (
        "Spørsmål",
        "Veivalg etter tidligere svar",
        "Tegn å krysse av",
        "Oppgave",
        "Notat",
        "Eget kort",
        "Råd",
    ):
        assert f" {kind}</text>" in svg
    assert "Inngang fra alle steder" in svg
    assert "Ja, du har plikt til å melde til" in svg
    assert "Frist: 3 virkedager fra «Dagen du" in svg
    assert "Se kartet over felles/vold" in svg
    assert svg.count(">→ tilbake</text>") == 2


def test_every_exit_of_a_shared_card_has_words() -> None:
    """No exit is shown by its id."""
    names = {name for card in content().cards.values() for name in card.exits}
    assert names <= EXITS.keys()


def test_colours_are_dark_enough() -> None:
    """Each ink has a contrast of at least 4.5 to each ground that the map and the page use (WCAG AA)."""
    svg = drawn(content(), "stange/barnehage", "svg")
    grounds = set(re.findall(r"[{; ]fill:(#[0-9a-f]{3,6})", svg)) - {"#14181f"}
    inks = set(re.findall(r"(?:stroke:|stroke=\"|fill=\")(#[0-9a-f]{6})", svg)) | {"#14181f"}
    assert len(grounds) >= 4
    assert len(inks) >= 5
    for ground in grounds:
        for ink in inks:
            light, dark = sorted((_light(ground), _light(ink)), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (ground, ink)


def _light(colour: str) -> float:
    """The relative luminance of a colour (WCAG)."""
    digits = colour[1:] if len(colour) == 7 else "".join(letter * 2 for letter in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
