"""A card on paper, read back: the text of the PDF, of the HTML and of the Markdown has all that the card has."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pypdf import PdfReader

from guide.cli.main import main
from guide.core.clock import local, parse
from guide.core.content import OUTCOME, TASK, Content
from guide.core.emergency import NUMBERS
from guide.exports.markdown import escaped
from guide.exports.paper.as_html import as_html
from guide.exports.paper.as_markdown import as_markdown
from guide.exports.paper.as_pdf import as_pdf
from guide.exports.paper.document import Document, Heading, Items, Paragraph, Table, plain
from guide.service.guide import Guide
from guide.service.paper.card import card_document
from guide.service.paper.contacts import contacts_on_paper
from guide.service.paper.road import deadlines_of, place_number, points_on_paper
from guide.service.paper.words import MISSING, hours_words
from guide.service.profile import Profile
from tests.tui.payloads import MARKUP, SEQUENCES

CARDS = ("stange/barnehage", "stange/skole", "ringsaker/hvem", "ringerike/bti", "midtdalen/nivaa", "stor-elvdal/hjelp")
AT: datetime = local(parse("2026-11-25T12:00:07.123456"))
HOSTILE = (
    '#import "x.typ"',
    '#read("/etc/passwd")',
    '"); #panic("x")',
    "$x$ @x <y> `z` // /* = - + _a_ *b*",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[x](javascript:1)",
    "![x](file:///etc/x)",
    "| a | b |",
    "https://evil.example",
)


class Reading(HTMLParser):
    """The text of a page, and the names and attributes of its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.tags, self.attributes = list[str](), list[str](), list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps the name."""
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_data(self, data: str) -> None:
        """Keeps the text."""
        self.words.append(data)


def squeezed(text: str) -> str:
    """`text` without blanks: where lines break doesn't count."""
    return re.sub(r"\s", "", text)


def guide_of(content: Content, card: str) -> Guide:
    """A guide of the card's municipality."""
    return Guide(content, Profile(card.partition("/")[0]), lambda: AT)


def read_pdf(made: bytes) -> PdfReader:
    """The PDF, opened."""
    return PdfReader(io.BytesIO(made))


def read_html(text: str) -> Reading:
    """The page, read."""
    reading = Reading()
    reading.feed(text)
    return reading


def expected(content: Content, card_id: str) -> list[str]:
    """All that must be on paper: points, what to do, numbers, deadlines, dates; worked out from the content itself."""
    guide, card = guide_of(content, card_id), content.cards[card_id]
    laid, pack = guide.laid(card_id), content.packs[card.pack]
    found = [card.title, *(point.title for point in card.points)]
    found += [node.text for node in card.nodes.values() if node.kind in (TASK, OUTCOME)]
    cited = {source.partition(":")[2] for node in card.nodes.values() for source in node.source}
    numbered = [place for name, place in pack.points.items() if name in cited and place_number(place.place)]
    found += [text for place in numbered for text in (place_number(place.place).replace("rad", "ad"), place.title)]
    named = {service for place in laid.nodes.values() for service, _ in place.node.contact}
    found += [point.phone for point in guide.contact_points() if point.service in named and not point.missing]
    found += [point.name for point in guide.contact_points() if point.service in named - NUMBERS.keys()]
    valid = date.fromisoformat(pack.review_by).strftime("%d.%m.%Y")
    found += [*deadlines_of(laid), "112", "113", "110", valid, "25.11.2026"]
    return [text for text in found if text]


@pytest.mark.parametrize("card", CARDS)
def test_the_pdf_is_two_pages_with_all_that_the_card_has(shipped: Content, card: str) -> None:
    """Points, tasks, outcomes, numbers and deadlines are read back, and the emergency numbers stand on both pages."""
    reader = read_pdf(as_pdf(card_document(guide_of(shipped, card), card), AT))
    pages = [page.extract_text() for page in reader.pages]
    text = squeezed("".join(pages))
    assert len(pages) == 2
    assert not [part for part in expected(shipped, card) if squeezed(part) not in text]
    assert all(number in page[:200] for page in pages for number in ("112", "113", "110"))


@pytest.mark.parametrize("card", CARDS)
def test_html_and_markdown_have_all_that_the_card_has(shipped: Content, card: str) -> None:
    """The same holds for the two other formats."""
    document = card_document(guide_of(shipped, card), card)
    html = squeezed("".join(read_html(as_html(document)).words))
    markdown = squeezed(as_markdown(document))
    for part in expected(shipped, card):
        assert squeezed(part) in html, part
        assert squeezed(escaped(part)) in markdown, part


def test_the_card_of_stange_has_its_three_working_days_and_the_weeks_after(shipped: Content) -> None:
    """The deadlines are those of the card and of the shared card about the answer."""
    due = deadlines_of(guide_of(shipped, CARDS[0]).laid(CARDS[0]))
    assert "Frist: 3 virkedager. Regnes fra: Dagen du ble bekymret" in due
    assert "Innen 3 uker. Regnes fra: Dato for meldingen" in due
    assert "Innen 3 måneder. Regnes fra: Dato for meldingen" in due


def test_the_main_road_tells_a_colleague_and_the_branches_report(shipped: Content) -> None:
    """Sharing within the deadline is a step of point 2; calling without a name is a branch of it."""
    second = points_on_paper(guide_of(shipped, CARDS[0]), CARDS[0])[1]
    assert any(step.node == "del" and step.deadlines and step.services for step in second.steps)
    assert {"tegn-droft", "droft", "del-over"} <= {step.node for step in second.branches}


@pytest.mark.parametrize("card", CARDS)
def test_duty_and_doubt_are_never_told_apart_by_the_title_alone(shipped: Content, card: str) -> None:
    """Two pieces of advice of one point that answer the duty to report differently say that they do."""
    for point in points_on_paper(guide_of(shipped, card), card):
        said: dict[str, str] = {}
        for step in (*point.steps, *point.branches):
            if step.when and step.report and not point.table:
                assert said.setdefault(step.when, step.report) == step.report, step


def test_the_police_to_ring_at_once_are_told_from_the_others(shipped: Content) -> None:
    """Where a step names the emergency service, its number stands beside it: both are called «Politiet»."""
    document = card_document(guide_of(shipped, CARDS[0]), CARDS[0])
    assert "Barneverntjenesten, Politiet 112." in "".join(read_html(as_html(document)).words)


def test_a_number_that_no_source_gives_is_said_to_be_missing(shipped: Content) -> None:
    """Child welfare in Stange has no number here: the table says so, and who answers instead."""
    guide = guide_of(shipped, CARDS[0])
    row = next(r for r in contacts_on_paper(guide, guide.laid(CARDS[0])).rows if r.service == "barnevern")
    assert (row.phone, "116 111" in row.instead) == ("", True)
    assert MISSING in "".join(read_html(as_html(card_document(guide, CARDS[0]))).words)


def test_the_pdf_is_tagged_and_says_its_language_and_title(shipped: Content) -> None:
    """A screen reader gets structure, the language and the title."""
    reader = read_pdf(as_pdf(card_document(guide_of(shipped, CARDS[0]), CARDS[0]), AT))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nb"
    assert "/StructTreeRoot" in root
    assert "pdfuaid" in root["/Metadata"].get_data().decode()
    assert reader.metadata is not None
    assert reader.metadata.title == shipped.cards[CARDS[0]].title


def test_a_card_past_its_date_says_so(shipped: Content) -> None:
    """After the review date nobody can take the sheet for a valid one."""
    guide = Guide(shipped, Profile("stange"), lambda: local(parse("2028-01-03T08:00")))
    assert "Fristen er ute" in dict(card_document(guide, CARDS[0]).facts)["Gjelder til"]


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("", "Tid ikke oppgitt."),
        ("24/7", "Hele døgnet"),
        ("Mo-Fr 08:00-15:30; PH off", "Mandag–fredag kl. 08.00–15.30. Stengt på helligdager"),
        ("Sa-Su 00:00-24:00", "Lørdag–søndag hele døgnet"),
        ("week 1-20 Mo 08:00-15:30", "Som skrevet: week 1-20 Mo 08:00-15:30"),
    ],
)
def test_hours_are_said_in_words(hours: str, said: str) -> None:
    """What is more than days and times is shown as it was written, and never half of it."""
    assert hours_words(hours) == said


def hostile_document() -> Document:
    """Every place of a document with every hostile text."""
    texts = (*HOSTILE, *MARKUP, *SEQUENCES)
    lines = tuple(plain(text) for text in texts)
    table = Table(HOSTILE[0], HOSTILE[:2], tuple((line, line) for line in lines), (1, 1))
    blocks = (Heading(HOSTILE[4], 1, HOSTILE[0]), Paragraph(lines[0]), Items(lines), table)
    return Document(
        HOSTILE[0], HOSTILE[4], HOSTILE[5], (("112", HOSTILE[1]),), ((HOSTILE[2], HOSTILE[3]),), "x", blocks
    )


def test_hostile_text_is_text_in_the_pdf() -> None:
    """Nothing of it is read as markup: it stands on the page as it was written, and no link is made of it."""
    reader = read_pdf(as_pdf(hostile_document(), AT))
    text = squeezed("".join(page.extract_text() for page in reader.pages))
    assert not [part for part in HOSTILE if squeezed(part) not in text]
    assert not any("/Annots" in page for page in reader.pages)


def test_hostile_text_is_text_in_html() -> None:
    """No element, attribute or handler comes of it, and the page allows no script."""
    reading = read_html(as_html(hostile_document()))
    assert not {"script", "img", "a", "iframe"} & set(reading.tags)
    assert not [name for name in reading.attributes if name.startswith("on") or name in ("src", "href")]
    assert not [part for part in HOSTILE if squeezed(part) not in squeezed("".join(reading.words))]
    assert "default-src 'none'" in as_html(hostile_document())


def test_hostile_text_is_text_in_markdown() -> None:
    """A reader of Markdown makes no link, picture, HTML or cell of it."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"linkify": True}).enable(["table"]).parse(as_markdown(hostile_document()))
    kinds = {child.type for token in tokens for child in (token, *(token.children or ()))}
    assert not kinds & {"link_open", "image", "html_inline", "html_block", "code_inline", "em_open", "fence"}
    cells = [token for token in tokens if token.type in ("td_open", "th_open")]
    assert len(cells) == 2 * (len((*HOSTILE, *MARKUP, *SEQUENCES)) + 1)


def test_the_verb_writes_each_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The format follows the name of the file, and the same day gives the same bytes."""
    for name, begins in (("a.pdf", b"%PDF"), ("a.html", b"<!doctype html>"), ("a.md", b"# Bekymret")):
        twice = []
        for _ in range(2):
            assert main(["print", CARDS[0], "--out", str(tmp_path / name), "--at", "2026-11-25"]) == 0
            twice.append((tmp_path / name).read_bytes())
        assert twice[0].startswith(begins)
        assert twice[0] == twice[1]
    assert "Skrevet til" in capsys.readouterr().out


def test_wrong_use_is_said_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown card and a folder that is not there end with 2 and a message."""
    assert main(["print", "stange/barnehagen"]) == 2
    assert main(["print", CARDS[0], "--format", "md", "--out", str(tmp_path / "nei" / "a.md")]) == 2
    assert "mappa finnes ikke" in capsys.readouterr().err
