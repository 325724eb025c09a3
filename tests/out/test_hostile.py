"""What users write stays text in every format: read back by readers that know nothing of what wrote it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from itertools import cycle
from xml.etree import ElementTree

import docx
import pytest
from icalendar import Calendar
from markdown_it import MarkdownIt
from pypdf import PdfReader

from guide.core.content import Content
from guide.core.record import replace
from guide.core.text import FORBIDDEN
from guide.exports.ics import Entry, as_ics
from guide.exports.paper.as_docx import as_docx
from guide.exports.paper.as_html import as_html
from guide.exports.paper.as_markdown import as_markdown
from guide.exports.paper.as_pdf import as_pdf
from guide.exports.paper.as_text import as_text
from guide.exports.paper.document import Blank, Document, Heading, Items, Paragraph, Table, one_line, plain
from guide.service.out.matter import Matter
from guide.service.out.report import parts, report
from tests.out.hostile import TEXTS
from tests.out.made import guide_of, long_walk

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KEYS = {"UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "CLASS", "TRANSP", "STATUS", "DESCRIPTION"}
DATE = "2026-11-23"
FIRST = TEXTS.index("---")
ACTIVE = (
    "hyperlink",
    "instrText",
    "fldSimple",
    "fldChar",
    "object",
    "drawing",
    "pict",
    "altChunk",
    "sdt",
    "commentReference",
)
HARMLESS = tuple(f"Vanlig tekst {number}" for number in range(len(TEXTS)))


def squeezed(text: str) -> str:
    """Without blanks: where lines break doesn't count."""
    return re.sub(r"\s", "", text)


@pytest.fixture(scope="module")
def drafts(shipped: Content) -> tuple[Document, Document]:
    """A report in which every field that a user fills is hostile, and the same with harmless text; all 50 are notes."""
    guide = guide_of(shipped)
    made = list[Document]()
    for texts in (TEXTS, HARMLESS):
        given = cycle(texts)
        walk = long_walk(guide, lambda field, given=given: DATE if field.kind == "date" else next(given))
        made.append(_everywhere(report(Matter(guide, walk, notes=texts)), texts))
    return made[0], made[1]


def _everywhere(made: Document, texts: tuple[str, ...]) -> Document:
    """The report, and after it every text in every kind of block and in the document's own fields."""
    lines = tuple(plain(text) for text in texts)
    more = (
        *(block for text in texts for block in (Heading(text, 2), Paragraph(plain(text)), Blank(text))),
        Items(lines),
        Items(lines, "do"),
        Table(texts[0], texts[:2], tuple((line, line) for line in lines), (1, 1)),
    )
    first = texts[FIRST]
    own = dict.fromkeys(("title", "about", "author", "mark", "foot"), first)
    return replace(made, **own, facts=((first, first),), blocks=(*made.blocks, *more))


def shown(text: str) -> str:
    """A text as it may stand on paper."""
    return squeezed(one_line(text))


def test_there_are_fifty(drafts: tuple[Document, Document]) -> None:
    """The number that the issue asks for, no two the same."""
    assert len(set(TEXTS)) >= 50


def test_in_word(drafts: tuple[Document, Document], shipped: Content) -> None:
    """The same parts, relations, elements and styles as for harmless text; each text stands as it was written."""
    made, same = (as_docx(draft, guide_of(shipped).now()) for draft in drafts)
    files, expected = (zipfile.ZipFile(io.BytesIO(data)) for data in (made, same))
    assert files.namelist() == expected.namelist()
    for name in (name for name in files.namelist() if name.endswith(".rels")):
        assert files.read(name) == expected.read(name)
        assert b'TargetMode="External"' not in files.read(name)
    trees = [ElementTree.fromstring(data.read("word/document.xml")) for data in (files, expected)]  # noqa: S314 - ours
    kinds = [[element.tag for element in tree.iter()] for tree in trees]
    assert kinds[0] == kinds[1]
    assert not {f"{W}{name}" for name in ACTIVE} & set(kinds[0])
    text = squeezed("".join(element.text or "" for element in trees[0].iter(f"{W}t")))
    assert not [part for part in TEXTS if shown(part) not in text]
    read = docx.Document(io.BytesIO(made))
    assert read.core_properties.title == one_line(TEXTS[FIRST])
    assert [p.style.name for p in read.paragraphs] == [p.style.name for p in docx.Document(io.BytesIO(same)).paragraphs]


def test_in_pdf(drafts: tuple[Document, Document], shipped: Content) -> None:
    """No link, action, script, form or file in it; each text stands as it was written."""
    reader = PdfReader(io.BytesIO(as_pdf(drafts[0], guide_of(shipped).now())))
    text = squeezed("".join(page.extract_text() for page in reader.pages))
    assert not [part for part in TEXTS if shown(part) not in text]
    assert not any(key in page for page in reader.pages for key in ("/Annots", "/AA"))
    assert not {"/OpenAction", "/AA", "/AcroForm"} & reader.trailer["/Root"].keys()
    assert not reader.attachments
    assert reader.metadata is not None
    assert reader.metadata.title == one_line(TEXTS[FIRST])


def test_in_markdown(drafts: tuple[Document, Document]) -> None:
    """A reader of Markdown finds the same elements as for harmless text."""
    kinds = []
    for draft in drafts:
        tokens = MarkdownIt("commonmark", {"linkify": True}).enable("table").parse(as_markdown(draft))
        kinds.append(
            [child.type for token in tokens for child in (token, *(token.children or ())) if child.type != "text"]
        )
    assert [kind for kind in kinds[0] if kind != "text_special"] == [
        kind for kind in kinds[1] if kind != "text_special"
    ]
    assert not {"link_open", "image", "html_inline", "html_block", "fence", "em_open"} & set(kinds[0])


def test_in_plain_text_and_in_what_is_copied(drafts: tuple[Document, Document], shipped: Content) -> None:
    """No control character, no hidden one, and no more lines than for harmless text."""
    texts = [as_text(draft) for draft in drafts]
    assert not FORBIDDEN.search(texts[0])
    assert texts[0].count("\n") == texts[1].count("\n")
    guide = guide_of(shipped)
    copied = "\n".join(part.text for part in parts(Matter(guide, guide.begin("stange/barnehage"), notes=TEXTS)))
    assert not FORBIDDEN.search(copied)


def _events(data: bytes) -> Iterator[tuple[set[str], str]]:
    for event in Calendar.from_ical(data).walk("VEVENT"):
        yield set(event.keys()), str(event["SUMMARY"])


def test_in_a_calendar(shipped: Content) -> None:
    """No property, event or alarm comes of a text, and no line is longer than 75 octets."""
    for text in TEXTS:
        long = f"{text} {'æøå' * 40}"
        data = as_ics([Entry(text, date(2026, 12, 1), 3)] * 2, long, long, guide_of(shipped).now())
        assert all(len(line) <= 75 for line in data.split(b"\r\n"))
        found = list(_events(data))
        assert len(found) == 2
        wanted = {
            "UID",
            "DTSTAMP",
            "SEQUENCE",
            "DTSTART",
            "DTEND",
            "SUMMARY",
            "CLASS",
            "TRANSP",
            "STATUS",
            "DESCRIPTION",
        }
        assert all(keys == wanted for keys, _ in found)
        assert squeezed(found[0][1]) == squeezed(FORBIDDEN.sub("", long.replace("\r\n", "\n")))
        assert len(Calendar.from_ical(data).walk("VALARM")) == 4


class Reading(HTMLParser):
    """The elements of a page and their attributes, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.found = list[tuple[str, tuple[str, ...]]]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps the names."""
        self.found.append((tag, tuple(name for name, _ in attrs)))


def test_in_html(drafts: tuple[Document, Document]) -> None:
    """The same elements with the same attributes as for harmless text."""
    pages = [Reading(), Reading()]
    for page, draft in zip(pages, drafts, strict=True):
        page.feed(as_html(draft))
    assert pages[0].found == pages[1].found
