"""`tiltakskort check`: exit codes, formats, and which folder is checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guide.cli.main import FINE, HAS_ERRORS, VERBS, WRONG_USE, main
from tests.checks.base import small_files

AT = ["--at", "2026-11-25T08:00"]


def folder(root: Path, *edits: tuple[str, str, str]) -> str:
    """The small folder on disk, changed."""
    files = small_files()
    for name, old, new in edits:
        assert old in files[name]
        files[name] = files[name].replace(old, new, 1)
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return str(root)


BROKEN = ("trees/by/annet.yaml", "start: rom", "start: romm")
OLD = ("trees/by/pack.yaml", "review_by: 2027", "review_by: 2025")


def test_good_content_ends_with_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is wrong, and that is said."""
    assert main(["check", folder(tmp_path), *AT]) == FINE
    assert capsys.readouterr().out == "Ingen feil i 3 kort.\n"


def test_errors_end_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An error is shown with its place, and the exit code says so."""
    assert main(["check", folder(tmp_path, BROKEN, OLD), *AT]) == HAS_ERRORS
    out = capsys.readouterr().out
    assert "trees/by/annet.yaml:5:8: feil [ukjent-node-naer]" in out
    assert "trees/by/pack.yaml:8:12: varsel [revisjon-forfalt]" in out


def test_warnings_alone_end_with_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What somebody should look at does not stop anybody."""
    assert main(["check", folder(tmp_path, OLD), *AT]) == FINE
    assert "0 feil og 1 varsler." in capsys.readouterr().out


def test_ages_are_counted_from_the_day_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same content is fine today and overdue in a year and a half."""
    assert main(["check", folder(tmp_path), "--at", "2028-05-25T08:00"]) == FINE
    assert "[for-lenge-siden]" in capsys.readouterr().out


@pytest.mark.parametrize("chosen", [["--json"], ["--format", "json"]])
def test_json_is_json(tmp_path: Path, capsys: pytest.CaptureFixture[str], chosen: list[str]) -> None:
    """A program gets the findings as data."""
    assert main(["check", folder(tmp_path, BROKEN), *AT, *chosen]) == HAS_ERRORS
    data = json.loads(capsys.readouterr().out)
    assert [(one["code"], one["line"]) for one in data["findings"]] == [("ukjent-node-naer", 5)]


def test_github_gets_annotations(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One command a finding and nothing else."""
    assert main(["check", folder(tmp_path, BROKEN, OLD), *AT, "--format", "github"]) == HAS_ERRORS
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning"]


def test_annotations_are_named_from_the_repository(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Run beside the folder, files are named with it, however it was given; run elsewhere, without."""
    chosen = folder(tmp_path / "innhold", BROKEN)
    monkeypatch.chdir(tmp_path)
    for named in ("innhold", chosen):
        main(["check", named, *AT, "--format", "github"])
        assert capsys.readouterr().out.startswith("::error file=innhold/trees/by/annet.yaml,line=5,")
    (tmp_path / "annet").mkdir()
    monkeypatch.chdir(tmp_path / "annet")
    main(["check", chosen, *AT, "--format", "github"])
    assert capsys.readouterr().out.startswith("::error file=trees/by/annet.yaml,line=5,")


def test_the_folder_is_found_as_other_verbs_find_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Named, by --content, by the environment, and else what is shipped."""
    chosen = folder(tmp_path, BROKEN)
    assert main(["check", "--content", chosen, *AT]) == HAS_ERRORS
    assert main(["check", *AT]) == FINE
    monkeypatch.setenv("TILTAKSKORT_CONTENT", chosen)
    assert main(["check", *AT]) == HAS_ERRORS
    capsys.readouterr()


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["borte/mappe"], "finnes ikke"),
        (["a", "--content", "b"], "Ikke begge"),
        (["--format", "xml"], "Velg en av disse"),
        (["--at", "i går"], "i går"),
        (["--tull"], "--tull"),
    ],
)
def test_wrong_use_ends_with_two(capsys: pytest.CaptureFixture[str], args: list[str], says: str) -> None:
    """What is wrong, on stderr, and nothing on stdout."""
    assert main(["check", *args]) == WRONG_USE
    shown = capsys.readouterr()
    assert shown.out == ""
    assert says in shown.err


def test_readme_names_the_verb(root: Path) -> None:
    """Whoever reads README finds it."""
    assert "check" in VERBS
    assert "tiltakskort check" in (root / "README.md").read_text("utf-8")
