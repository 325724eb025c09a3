"""What groups decided: kept by group, never shown for fewer than five, safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from guide.cli import exercise_report
from guide.core.clock import local, parse
from guide.core.content import Content
from guide.core.training_result import Group, Vote
from guide.exports.csv_safe import as_csv, cell
from guide.exports.markdown_lists import as_markdown
from guide.service.desk import Desk
from guide.service.training.paper import done_document, overview_document, written
from guide.service.training.report import TITLE, lists, report, rows
from guide.service.training.room import Hands, read_hands
from guide.service.training.training import Training
from guide.store import training
from tests.conftest import ROOT

NOW = local(parse("2026-11-25T10:00"))
HOSTILE = '=HYPERLINK("http://x";"y") [a](b) <script>'


def vote(item: str, right: int, wrong: int, asked: str = "Hva gjør du?") -> Vote:
    """A vote with these hands."""
    return Vote(item, asked, "Meldeplikt", (("right", right), ("wrong", wrong)))


def group(size: int, *votes: Vote, month: str = "2026-11") -> Group:
    """A group of the exercise `p/a`."""
    return Group("p/a", month, size, votes)


def test_a_group_of_four_is_neither_kept_nor_shown(tmp_path: Path) -> None:
    """Too small: nothing is written. One that stands in the file all the same is passed by, as is a small vote."""
    desk = Desk(lambda: ROOT, tmp_path)
    assert not desk.keep(group(4, vote("en", 2, 2)))
    assert list(tmp_path.iterdir()) == []
    assert desk.keep(group(9, vote("en", 4, 5), vote("to", 1, 3)))
    small = {"exercise": "p/b", "month": "2026-11", "size": 2, "votes": []}
    with (tmp_path / training.NAME).open("a", encoding="utf-8") as file:
        file.write(json.dumps(small) + "\nikke json\n{}\n")
    (kept,) = desk.groups()
    assert [one.item for one in kept.votes] == ["en"]
    assert report((group(4, vote("en", 2, 2)), group(6, vote("en", 2, 1)))).groups == ()


def test_the_file_is_for_the_user_alone_and_holds_no_day(tmp_path: Path) -> None:
    """0600, apart from everything else, with a month and no date."""
    Desk(lambda: ROOT, tmp_path).keep(group(5, vote("en", 5, 0)))
    file = tmp_path / training.NAME
    assert file.stat().st_mode & 0o077 == 0
    assert json.loads(file.read_text(encoding="utf-8")).keys() == {"exercise", "month", "size", "votes"}
    assert training.folder().name == "ovelser"


def test_what_most_get_wrong_comes_first_and_months_in_order() -> None:
    """Shares over all groups, decisions by share, months by date."""
    found = report((group(10, vote("en", 8, 2), vote("to", 4, 6)), group(10, vote("en", 10, 0), month="2026-09")))
    assert [(pair[0][1].item, total.share) for pair in found.decisions for pair in [pair] for total in [pair[1]]] == [
        ("to", 60),
        ("en", 10),
    ]
    assert [(month, total.share) for month, total in found.months] == [("2026-09", 0), ("2026-11", 40)]
    said = dict(lists(found, {}))
    assert said["Det flest tar feil av"][0] == "Hva gjør du?: 60 prosent feil (p/a, meldeplikt, 10 hender)"
    assert said["Måned for måned"][0] == "september 2026: 0 prosent feil (1 gruppe, 10 hender)"
    assert said["Øvelsene"] == [
        "p/a: 27 prosent feil (2 ganger, 20 deltakere i alt). 0 prosent i september 2026, 40 prosent i november 2026"
    ]


def test_csv_runs_nothing_in_a_spreadsheet_and_markdown_holds_no_link() -> None:
    """A cell that would begin a formula is text; every row begins with the column that says what it is."""
    found = report((group(7, vote("en", 3, 4, HOSTILE)),))
    text = as_csv(rows(found, {}))
    table = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert table[0][0] == "ØVELSE"
    assert table[1][2] == f"'{HOSTILE}"
    assert [cell(start + "1") for start in "=+-@|%"] == [f"'{start}1" for start in "=+-@|%"]
    made = as_markdown(TITLE, lists(found, {}))
    assert made.startswith("# ØVELSE")
    assert "[a](b)" not in made
    assert "<script>" not in made


def test_the_overview_on_paper_is_text_whatever_was_asked() -> None:
    """Hostile words from a file of results are words in HTML and Markdown; the PDF holds every table."""
    found = report((group(7, vote("en", 3, 4, HOSTILE)),))
    document = overview_document(found, {}, NOW)
    html, markdown, pdf = (written(document, kind, NOW) for kind in ("html", "md", "pdf"))
    assert isinstance(html, str)
    assert isinstance(markdown, str)
    assert isinstance(pdf, bytes)
    assert "<script>" not in html
    assert "[a](b)" not in markdown
    assert "&lt;script&gt;" in html
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    assert all(title in text for title in ("Det flest tar feil av", "Måned for måned", "Øvelsene", "57 %", "ØVELSE"))


@pytest.mark.parametrize(("together", "how"), [(False, "Alene"), (True, "Sammen i et rom")])
def test_the_sheet_says_what_was_trained_and_nothing_of_how_it_went(shipped: Content, together: bool, how: str) -> None:
    """The exercise, its areas, a line for the name; no points, and not a word of who."""
    training = Training(shipped, Desk(lambda: ROOT).exercises["stange/merker-paa-armen"])
    text = written(done_document(training, together, NOW), "md", NOW)
    assert isinstance(text, str)
    assert text.startswith("# ØVELSE: gjennomført")
    assert f"Slik øvde du: {how}" in text
    assert "Merker på armen" in text
    assert "Hvem du ringer" in text
    assert "Navn: \\_\\_" in text
    assert "poeng" not in text.casefold()


@pytest.mark.parametrize(
    ("typed", "hands"),
    [
        ("3 12 0", Hands((3, 12, 0))),
        ("3,12,0", Hands((3, 12, 0))),
        ("2", Hands((0, 8, 0), majority=True)),
        ("4", None),
        ("0", None),
        ("3 12", None),
        ("0 0 0", None),
        ("1 2 -3", None),
        ("1 2 99999999", None),
        ("", None),
    ],
)
def test_hands_as_they_are_typed(typed: str, hands: Hands | None) -> None:
    """As many numbers as choices, or one: the choice that most were for, with all hands of the group."""
    assert read_hands(typed, 3, 8) == hands


def test_the_verb_prints_each_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lines, Markdown and CSV, with the title that the exercise has today."""
    monkeypatch.setattr(training, "folder", lambda: tmp_path)
    training.add(Group("stange/merker-paa-armen", "2026-11", 6, (vote("fare", 2, 4),)))
    for argument, start in (("", "ØVELSE: oversikt"), ("--markdown", "# ØVELSE"), ("--csv", '\ufeff"ØVELSE"')):
        assert exercise_report.main([*([argument] if argument else []), "--content", str(ROOT)]) == 0
        out = capsys.readouterr().out
        assert out.startswith(start)
        assert "Merker på armen" in out
        assert "67" in out
    sheet = tmp_path / "ovelser.pdf"
    assert exercise_report.main(["--pdf", str(sheet), "--content", str(ROOT)]) == 0
    assert sheet.read_bytes().startswith(b"%PDF")
