"""A document as a Word file (OOXML) by python-docx: real headings, lists and table headers, language and title set.

Text goes in as runs, which are never read as anything but text; there is no link, field, macro or picture of a user's.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from guide.exports.paper.document import Blank, Document, Heading, Items, Paragraph, Simple, Table, Text, one_line, walk

if TYPE_CHECKING:
    from docx.document import Document as Word

FONT: Final = "Calibri"
LANGUAGE: Final = {"nb": "nb-NO", "nn": "nn-NO"}
STYLES: Final = {"do": "List Bullet", "dont": "List Bullet", "plain": "List Bullet"}
BOX: Final = chr(0x2610)
"""A box to tick, by its number: the console of Windows need not have the sign, Word does."""
LINE_END: Final = 16.0
"""Where a line to write on ends, in centimetres from the left margin."""
COLOUR: Final = "123B53"


def as_docx(document: Document, made: datetime) -> bytes:
    """The file; `made` (aware) is the time that it says it was made."""
    import docx  # half the time of a start: for whoever takes something out, and nobody else

    word = docx.Document()
    _dress(word, document, made)
    word.add_heading(one_line(document.title), 0)
    for text in (document.about,):
        if text:
            word.add_paragraph(one_line(text))
    for name, value in document.facts:
        line = word.add_paragraph()
        line.add_run(f"{one_line(name)}: ").bold = True
        line.add_run(one_line(value))
        line.paragraph_format.space_after = docx.shared.Pt(0)
    for block in walk(document):
        _block(word, block)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def _dress(word: Word, document: Document, made: datetime) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    about = word.core_properties
    about.title, about.author = one_line(document.title), one_line(document.author)
    about.language = LANGUAGE.get(document.language, document.language)
    about.comments = about.subject = about.keywords = about.category = about.last_modified_by = ""
    about.created = about.modified = made.astimezone(UTC).replace(microsecond=0, tzinfo=None)
    about.revision = 1
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), about.language)
    for style in word.styles:
        if style.type == 1 and style.name in ("Normal", "Title", "Heading 1", "Heading 2"):
            style.font.name = FONT
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
            if style.name != "Normal":
                style.font.color.rgb = RGBColor.from_string(COLOUR)
    word.styles["Normal"].font.size = Pt(11)
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    _number(section.footer.add_paragraph())
    for part, text in ((section.header, document.mark), (section.footer, document.foot)):
        part.paragraphs[0].text = one_line(text)
        for run in part.paragraphs[0].runs:
            run.font.size = Pt(9)


def _number(line: Any) -> None:
    """The page's number, the one field of the file, and ours."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    line._p.append(number)
    line.alignment = 2  # at the right


def _block(word: Word, block: Simple) -> None:
    if isinstance(block, Heading):
        numbered = (one_line(block.number), one_line(block.text))
        word.add_heading(" ".join(part for part in numbered if part), block.level)
    elif isinstance(block, Items):
        for item in block.items:
            _run(word.add_paragraph(style=STYLES[block.kind]), item, BOX if block.kind == "do" else "")
    elif isinstance(block, Paragraph):
        _run(word.add_paragraph(), block.text)
    elif isinstance(block, Blank):
        _blank(word, block)
    else:
        _table(word, block)


def _run(line: Any, text: Text, mark: str = "") -> None:
    for number, span in enumerate(span for span in text if one_line(span.text)):
        said = f"{mark} {one_line(span.text)}" if mark and not number else one_line(span.text)
        line.add_run(f" {said}" if number else said).bold = span.strong or None


def _blank(word: Word, block: Blank) -> None:
    """The label, and a line to write on to the right margin; more lines below it."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Cm

    for number in range(block.lines):
        line = word.add_paragraph()
        line.paragraph_format.tab_stops.add_tab_stop(Cm(LINE_END), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
        line.add_run(f"{one_line(block.label)}: \t" if not number else "\t")


def _table(word: Word, block: Table) -> None:
    from docx.oxml import OxmlElement

    if block.caption:
        word.add_heading(one_line(block.caption), 2)
    table = word.add_table(rows=1, cols=len(block.header), style="Table Grid")
    for cell, name in zip(table.rows[0].cells, block.header, strict=True):
        cell.paragraphs[0].add_run(one_line(name)).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # read out with every cell below it
    for row in block.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            _run(cell.paragraphs[0], text)
    word.add_paragraph()
