"""`tiltakskort case export`: each paper to a file, with where it belongs said each time, and clear messages."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.cli.case_export import FORMATS, KINDS
from guide.cli.main import main
from guide.core.content import Content
from guide.service.cases.cases import Cases
from guide.service.out import words
from guide.service.out.making import formats_of
from guide.store.cases import db as cases_db
from guide.store.cases.crypto import LEAST
from tests.cases.made import PHRASE
from tests.out.made import guide_of, long_walk, unsafe_walk

PDF, WORD = b"%PDF", b"PK"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody at a terminal who knows the passphrase."""
    monkeypatch.setattr("getpass.getpass", lambda _ask: PHRASE)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)


@pytest.fixture
def names(shipped: Content, terminal: None, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """A case to be reported, and one in which nobody at home may know, in the user's own folder (of the test)."""
    monkeypatch.setattr(cases_db, "PRAGMAS", (*cases_db.PRAGMAS, "synchronous=OFF"))
    cases = Cases(guide_of(shipped), cost=LEAST)
    cases.create(PHRASE)
    guide = cases.guide
    found = (cases.save(long_walk(guide), "en").case.id, cases.save(unsafe_walk(guide), "to").case.id)
    cases.lock()
    return found


def test_the_words_of_the_verb_are_those_of_the_service() -> None:
    """Every kind and format that can be made can be asked for."""
    assert tuple(words.KINDS) == KINDS
    assert set(FORMATS) == {*words.FORMATS, "json"}
    assert all(form in words.FORMATS for kind in KINDS for form in formats_of(kind))


def test_each_paper_by_the_name_of_the_file(
    names: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The format follows the name; where it belongs is said each time; a report tells how it is sent."""
    for kind, name, begins in (
        ("report", "a.docx", WORD),
        ("report", "a.txt", b"UTKAST"),
        ("minutes", "b.pdf", PDF),
        ("reasons", "c.md", b"# "),
        ("consent", "d.pdf", PDF),
        ("summary", "e.json", b"{"),
    ):
        path = tmp_path / name
        assert main(["case", "export", names[0], "--pack", "stange", "--kind", kind, "--out", str(path)]) == 0
        assert path.read_bytes().startswith(begins)
        assert path.stat().st_mode & 0o777 == 0o600
        err = capsys.readouterr().err
        assert "kryptert" in err
        assert (words.RECEIPT in err) == (kind == "report")


def test_what_is_there_is_not_written_over(
    names: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wrong use, with the way out; with --replace it is."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"min")
    assert main(["case", "export", names[0], "--out", str(path)]) == 2
    assert path.read_bytes() == b"min"
    assert "--replace" in capsys.readouterr().err
    assert main(["case", "export", names[0], "--out", str(path), "--replace"]) == 0
    assert path.read_bytes() != b"min"


def test_what_can_not_be_made_is_said(
    names: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A format that a paper hasn't got, consent that must not be asked for, and no deadline: no file is made."""
    for case, kind, name, said in (
        (names[0], "consent", "a.md", "Velg en av disse"),
        (names[1], "consent", "a.pdf", "Ikke be om samtykke nå"),
        (names[0], "deadlines", "a.pdf", "Velg en av disse"),
    ):
        path = tmp_path / name
        assert main(["case", "export", case, "--pack", "stange", "--kind", kind, "--out", str(path)]) == 2
        assert said in capsys.readouterr().err
        assert not path.exists()
