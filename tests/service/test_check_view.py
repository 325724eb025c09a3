"""What `check` shows: the very letter marked, nothing that steers a terminal, annotations that GitHub reads right."""

from __future__ import annotations

import re
from datetime import date

import pytest

from guide.core.findings import Finding
from guide.service.checking.check_view import as_annotations, as_data, as_text, excerpt, width
from guide.service.checking.checking import Report, check
from tests.checks.base import small_files, sources

TODAY = date(2026, 11, 25)
CARD = "trees/by/annet.yaml"


def report(old: str, new: str, name: str = CARD) -> Report:
    """The report on the small folder with one change."""
    files = small_files()
    assert old in files[name]
    return check(sources({**files, name: files[name].replace(old, new, 1)}), TODAY)


def finding(line: int = 1, column: int = 1, what: str = "Galt.", mend: str = "", file: str = CARD) -> Finding:
    """Some finding."""
    return Finding("ukjent-node", file, line, column, what, mend)


def test_a_finding_is_shown_with_its_line_and_a_mark() -> None:
    """Place, severity in words, code, the line, the mark, what is wrong, how to mend it, and a count."""
    lines = list(as_text(report("start: rom", "start: romm")))
    assert lines == [
        "trees/by/annet.yaml:5:8: feil [ukjent-node-naer]",
        "  5 | start: romm",
        "    |        ^",
        "  Steget «romm» finnes ikke i kortet.",
        "  Mente du «rom»?",
        "",
        "1 feil og 0 varsler. 2 kort er i bruk.",
        "Disse reglene venter til feilene er rettet: faktum-uten-bruk, liste-uten-bruk,",
        "ovelse-hendelse-uten-sted, ovelse-passer-ikke, ovelse-ukjent-navn,",
        "ovelse-uten-tilbakemelding, punkt-uten-steg, regel-uten-treff,",
        "sokeord-uten-treff, svar-uten-virkning, tema-uten-tiltak, tjeneste-uten-vei.",
        "Les mer om en regel i docs/regler, for eksempel docs/regler/ukjent-node.md.",
    ]


def test_nothing_wrong_is_said_in_one_line() -> None:
    """Good content gets no more than its count."""
    assert list(as_text(check(sources(small_files()), TODAY))) == ["Ingen feil i 3 kort."]


def test_all_findings_of_all_files_come_sorted() -> None:
    """One run shows errors and warnings of cards and contacts, by file and line."""
    files = small_files()
    files[CARD] = files[CARD].replace("start: rom", "start: romm")
    files["contacts/by.yaml"] = files["contacts/by.yaml"].replace("phone: 22 33 44 55", "phone: 49 33 44 55")
    files["trees/by/pack.yaml"] = files["trees/by/pack.yaml"].replace("review_by: 2027", "review_by: 2025")
    found = check(sources(files), TODAY).findings
    assert [one.code for one in found] == ["umulig-nummer", "ukjent-node-naer", "revisjon-forfalt"]
    assert list(found) == sorted(found, key=lambda one: (one.file, one.line, one.column))


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        ("\tgo: x", 6, 5),
        ("a\t\tgo: x", 8, 7),
        ("日本: x", 5, 6),
        ("e\u0301a\u030a: x", 7, 4),
        ("go: x", 5, 4),
        ("go: \x1b[31mx", 10, 8),
    ],
)
def test_the_mark_stands_under_the_letter(line: str, column: int, shown: int) -> None:
    """Tabs, wide letters, letters with marks of their own and letters that are not shown do not move it."""
    text, mark = excerpt([line], finding(1, column))
    assert mark.index("^") - len("  1 | ") == shown
    before = text[len("  1 | ") :]
    taken = 0
    while width(before[:taken]) < shown:
        taken += 1
    assert before[taken:].lstrip("\u0301\u030a").startswith("x")


def test_a_long_line_is_cut_on_both_sides_and_keeps_its_mark() -> None:
    """The place is seen however far out it stands, in no more columns than a terminal has."""
    text, mark = excerpt(["a" * 300 + "FEIL" + "b" * 300], finding(1, 301))
    assert text[mark.index("^") :].startswith("FEIL")
    assert text.count("…") == 2
    assert width(text) <= 80 + len("  1 | ")


def test_a_finding_without_a_place_shows_no_line() -> None:
    """A file that is missing has no line to show; a line that is not there is not made up."""
    assert list(excerpt(["a"], finding(0, 0))) == []
    assert list(excerpt(["a"], finding(7, 1))) == []
    assert list(excerpt([], finding(1, 1))) == []


HOSTILE = "\x1b[2J\x1b]0;eid\x07\u202eGO\u200b\x9b31m\x08\r"


def test_nothing_from_a_file_steers_the_terminal() -> None:
    """Escapes, bidi marks and backspaces in a line, a name of a file or a message are gone in every format."""
    bad = Finding("ukjent-node", f"trees/{HOSTILE}.yaml", 1, 3, f"Steget «{HOSTILE}» finnes ikke.", HOSTILE)
    good = check(sources(small_files()), TODAY)

    class Spots:
        """Lines that hold what a line should not."""

        def lines(self, file: str) -> list[str]:
            """One bad line."""
            return [f"go: {HOSTILE}x"]

    hostile = Report(good.content, Spots(), (bad,))  # type: ignore[arg-type]
    shown = "\n".join([*as_text(hostile), *as_annotations(hostile), str(as_data(hostile))])
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", shown)


def test_a_card_with_hidden_characters_is_shown_without_them() -> None:
    """The loader's own finding on a hidden character shows the line, and not the character."""
    lines = list(as_text(report("title: Et annet kort", "title: Et \u202e\x1b[31mannet kort")))
    assert "  3 | title: Et [31mannet kort" in lines
    assert "    |           ^" in lines


def test_annotations_are_escaped() -> None:
    """A percent sign, a comma, a colon or a line break in a text or a name cannot end or forge a command."""
    bad = Finding("ukjent-node", "trees/a,b:c%.yaml", 3, 7, "Helt\n::error::galt 100 %, a:b.", "Rett det.")
    good = check(sources(small_files()), TODAY)
    (line,) = as_annotations(Report(good.content, good.spots, (bad,)))
    assert line == (
        "::error file=trees/a%2Cb%3Ac%25.yaml,line=3,col=7,title=ukjent-node::"
        "Helt ::error::galt 100 %25, a:b. Rett det."
    )


def test_annotations_name_files_from_where_the_folder_is() -> None:
    """GitHub shows them in the file of the change, also where the content is a folder of the repository."""
    (line,) = as_annotations(report("start: rom", "start: romm"), "./innhold/")
    assert line.startswith("::error file=innhold/trees/by/annet.yaml,line=5,col=8,title=ukjent-node-naer::")
    warned = report("review_by: 2027", "review_by: 2025", "trees/by/pack.yaml")
    assert next(iter(as_annotations(warned))).startswith("::warning file=trees/by/pack.yaml,")


def test_data_says_the_same() -> None:
    """Code, severity, place, words and page of each finding, with the counts."""
    data = as_data(report("start: rom", "start: romm"))
    assert (data["errors"], data["warnings"]) == (1, 0)
    assert data["findings"] == [
        {
            "code": "ukjent-node-naer",
            "severity": "error",
            "file": CARD,
            "line": 5,
            "column": 8,
            "what": "Steget «romm» finnes ikke i kortet.",
            "mend": "Mente du «rom»?",
            "page": "docs/regler/ukjent-node.md",
        }
    ]
