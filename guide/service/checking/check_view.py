"""A report of `check` as lines for a person, as data, and as annotations for GitHub.

Everything that comes from a file or from a file's name is cleaned before it is shown: a card may hold what would steer
a terminal. The mark stands under the very letter, whatever tabs and wide letters come before it.
"""

from __future__ import annotations

import posixpath
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, Final

from guide.core.findings import ERROR, Finding
from guide.core.identity import masked
from guide.core.text import clean
from guide.service.checking.checking import Report
from guide.service.checking.rule_pages import page_name

WIDTH: Final = 78
_BEFORE: Final = 50
"""The most of a line that is shown before its mark."""
_CUT: Final = "…"
_INDENT: Final = "  "

HEAD = "{place}: {severity} [{code}]"
SEVERITY = {ERROR: "feil", "warning": "varsel"}
FINE = "Ingen feil i {cards} kort."
TOTAL = "{errors} feil og {warnings} varsler. {cards} kort er i bruk."
WAITING = "Disse reglene venter til feilene er rettet: {codes}."
MORE = "Les mer om en regel i docs/regler, for eksempel {page}."


def as_text(report: Report) -> Iterator[str]:
    """The report for a person, line by line."""
    for finding in report.findings:
        yield HEAD.format(place=place_of(finding), severity=SEVERITY[finding.severity], code=finding.code)
        yield from excerpt(report.lines(finding.file), finding)
        for text in (finding.what, finding.mend):
            yield from textwrap.wrap(one_line(text), WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)
        yield ""
    total = FINE if not report.findings else TOTAL
    yield total.format(errors=report.errors, warnings=report.warnings, cards=len(report.content.cards))
    if report.waiting:
        yield from textwrap.wrap(WAITING.format(codes=", ".join(report.waiting)), WIDTH, break_on_hyphens=False)
    if report.findings:
        yield MORE.format(page=page_of(report.findings[0].code))


def as_data(report: Report) -> dict[str, Any]:
    """The report as data for JSON."""
    return {
        "errors": report.errors,
        "warnings": report.warnings,
        "cards": sorted(report.content.cards),
        "sha256": report.content.sha256,
        "waiting": list(report.waiting),
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity,
                "file": one_line(finding.file),
                "line": finding.line or None,
                "column": finding.column or None,
                "what": one_line(finding.what),
                "mend": one_line(finding.mend) or None,
                "page": page_of(finding.code),
            }
            for finding in report.findings
        ],
    }


def as_annotations(report: Report, folder: str = "") -> Iterator[str]:
    """The report as GitHub's workflow commands, one line a finding; files are named from where `folder` is."""
    for finding in report.findings:
        places = [("file", one_line(posixpath.normpath(posixpath.join(folder, finding.file))))]
        if finding.line:
            places += [("line", str(finding.line)), ("col", str(finding.column))]
        places.append(("title", finding.code))
        properties = ",".join(f"{name}={_property(value)}" for name, value in places)
        kind = "error" if finding.severity == ERROR else "warning"
        yield f"::{kind} {properties}::{_message(' '.join((one_line(finding.what), one_line(finding.mend))).strip())}"


def page_of(code: str) -> str:
    """The page on a code, in docs/regler."""
    return f"docs/regler/{page_name(code)}.md"


def place_of(finding: Finding) -> str:
    """`file:line:column`, or the file alone where the fault has no place."""
    file = one_line(finding.file)
    return f"{file}:{finding.line}:{finding.column}" if finding.line else file


def excerpt(lines: Sequence[str], finding: Finding) -> Iterator[str]:
    """The line where the fault stands, and a mark under it; nothing where there is none."""
    if not 1 <= finding.line <= len(lines):
        return
    line = masked(lines[finding.line - 1])
    before, after = shown(line[: finding.column - 1]), shown(line[finding.column - 1 :])
    left = before if width(before) <= _BEFORE else _CUT + _last(before, _BEFORE - 1)
    right = _first(after, WIDTH - width(left))
    number = str(finding.line)
    yield f"  {number} | {left}{right}"
    yield f"  {' ' * len(number)} | {' ' * width(left)}^"


def one_line(text: str) -> str:
    """Somebody's text, cleaned, on one line, without identity numbers: a report ends up in logs."""
    return masked(" ".join(clean(text).split()))


def shown(text: str) -> str:
    """A piece of a line, cleaned, every tab one blank wide."""
    return clean(text.replace("\t", " ")).replace("\n", " ")


def width(text: str) -> int:
    """The columns that a text takes in a terminal: none for marks on a letter, two for wide letters."""
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1


def _last(text: str, most: int) -> str:
    """The end of a text that takes at most `most` columns."""
    start = len(text)
    while start and width(text[start - 1 :]) <= most:
        start -= 1
    return text[start:]


def _first(text: str, most: int) -> str:
    """The beginning of a text that takes at most `most` columns, its cut marked."""
    if width(text) <= most:
        return text
    end = 0
    while width(text[: end + 1]) <= most - 1:
        end += 1
    return text[:end] + _CUT


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
