"""All that can be taken out, each in its formats: made in memory, written by whoever asked. Nothing is sent."""

from __future__ import annotations

from typing import Final

from guide.core.case import Resolve
from guide.core.record import record
from guide.core.walk import Walk
from guide.exports.paper.document import Document
from guide.service.cases.cases import Cases, OpenCase
from guide.service.cases.lines import CaseView, case_view
from guide.service.guide import Guide
from guide.service.out import words
from guide.service.out.matter import Matter
from guide.service.out.papers import NotNowError, consent, minutes, summary
from guide.service.out.reasons import reasons
from guide.service.out.report import report

REPORT, MINUTES, SUMMARY, CONSENT, REASONS, DEADLINES = words.KINDS
ICS: Final = "ics"
PAPERS: Final = ("docx", "pdf", "txt", "md")
__all__ = [
    "NotNowError",
    "Subject",
    "document",
    "file_name",
    "formats_of",
    "made",
    "matter_of",
    "subject_of",
    "warning",
]


class NothingError(Exception):
    """There is nothing to make a file of; the message says so."""


@record
class Subject:
    """What is taken out of. `view` and `resolve` are there where it is a saved case."""

    matter: Matter
    view: CaseView | None = None
    resolve: Resolve | None = None


def matter_of(cases: Cases, opened: OpenCase) -> Subject:
    """A saved case. Its contacts and services are today's, its card the one that it walks."""
    note = opened.case.notes[-1].text if opened.case.notes else ""
    matter = Matter(opened.guide, opened.walk, opened.case, (note,) if note.strip() else ())
    return Subject(matter, case_view(cases, opened), cases.resolve)


def subject_of(guide: Guide, walk: Walk, note: str = "") -> Subject:
    """A walk that stands in memory only."""
    return Subject(Matter(guide, walk, None, (note,) if note.strip() else ()))


def formats_of(kind: str) -> tuple[str, ...]:
    """The formats that a kind comes in, the usual one first."""
    return (ICS,) if kind == DEADLINES else ("pdf", "docx") if kind == CONSENT else PAPERS


def warning(kind: str) -> tuple[str, ...]:
    """What to know before a file is made: where it belongs, and that it is not encrypted."""
    return {DEADLINES: words.WARNING_ICS, CONSENT: words.WARNING_FORM}.get(kind, words.WARNING)


def file_name(kind: str, form: str, subject: Subject) -> str:
    """A name that tells neither of whom nor of what worry."""
    case = subject.matter.case.id.lower() if subject.matter.case else "uten-sak"
    return words.FILE_NAME.format(case=case, word=words.FILE_WORDS[kind], format=form)


def document(kind: str, subject: Subject) -> Document:
    """The paper. Raises NotNowError for a consent form that it is too early to ask for."""
    matter = subject.matter
    if kind == SUMMARY:
        return summary(matter, subject.view)
    return {REPORT: report, MINUTES: minutes, CONSENT: consent, REASONS: reasons}[kind](matter)


def made(kind: str, form: str, subject: Subject) -> bytes:
    """The file. Raises NotNowError, NothingError, and ImportError where the library of a format is not installed."""
    when = subject.matter.guide.now()
    if kind == DEADLINES:
        return _calendar(subject)
    paper = document(kind, subject)
    if form == "pdf":
        from guide.exports.paper.as_pdf import SignError, as_pdf

        try:
            return as_pdf(paper, when)
        except SignError as error:
            raise NothingError(str(error)) from None
    if form == "docx":
        from guide.exports.paper.as_docx import as_docx

        return as_docx(paper, when)
    if form == "md":
        from guide.exports.paper.as_markdown import as_markdown

        return as_markdown(paper).encode()
    from guide.exports.paper.as_text import as_text

    return as_text(paper).encode()


def _calendar(subject: Subject) -> bytes:
    from guide.exports.ics import as_ics
    from guide.service.out.dues import entries

    guide, case = subject.matter.guide, subject.matter.case
    found = entries(case, subject.resolve, guide.calendar()) if case and subject.resolve else ()
    if not found:
        raise NothingError(words.NO_DUES)
    return as_ics(found, words.EVENT, words.EVENT_MORE, guide.now())
