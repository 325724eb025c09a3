"""`tiltakskort diff`: folders, files and git revisions; what is wrong is said in Norwegian, with an exit code."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from guide.cli.main import FINE, HAS_ERRORS, WRONG_USE, main
from tests.diff.pairs import base_files


def folder(root: Path, **changed: str) -> Path:
    """The small folder at `root`, with «Meld» another urgency where it is given."""
    for name, text in base_files(False).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("urgency: today", f"urgency: {changed.get('urgency', 'today')}"), "utf-8")
    return root


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Two folders that differ in how urgent one advice is."""
    return folder(tmp_path / "old"), folder(tmp_path / "new", urgency="routine")


def test_two_folders_as_text(two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """The change stands there before and after, with the walk to it."""
    assert main(["diff", *map(str, two)]) == FINE
    said = capsys.readouterr().out
    assert "Før: Gjør dette i dag. Nå: Følg rutinen videre." in said
    assert "1. Svar «Nei» på «Er barnet i fare?»" in said


def test_the_same_folder_twice(two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing changes, and that is said."""
    assert main(["diff", str(two[0]), str(two[0])]) == FINE
    assert capsys.readouterr().out == "Ingenting endrer seg for ansatte.\n"


def test_a_file_of_each(two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """A card's file stands for that card alone."""
    changed, other = ([str(each / "trees" / "by" / f"{card}.yaml") for each in two] for card in ("kort", "annet"))
    assert main(["diff", *changed]) == FINE
    assert "Følg rutinen" in capsys.readouterr().out
    assert main(["diff", *other]) == FINE
    assert "Ingenting" in capsys.readouterr().out


def test_json_and_markdown_to_a_file(two: tuple[Path, Path], tmp_path: Path) -> None:
    """`--out` writes what `--format` names."""
    out = tmp_path / "ut.json"
    assert main(["diff", *map(str, two), "--format", "json", "--out", str(out)]) == FINE
    data = json.loads(out.read_text("utf-8"))
    assert data["differences"][0]["changes"] == [["urgency", ["today"], ["routine"]]]
    assert main(["diff", *map(str, two), "--format", "md", "--out", str(out)]) == FINE
    assert out.read_text("utf-8").startswith("# Dette endrer seg\n")


def test_a_git_revision(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A revision of the content folder is compared with the folder, also where it lies deeper in the repository."""
    git = shutil.which("git")
    assert git
    root = folder(tmp_path / "repo" / "deep")
    who = ("-c", "user.name=t", "-c", "user.email=t@t", "-c", "commit.gpgsign=false")
    for words in (("init", "-q"), ("add", "."), (*who, "commit", "-qm", "Første")):
        subprocess.run([git, *words], cwd=tmp_path / "repo", check=True, capture_output=True)
    folder(root, urgency="routine")
    assert main(["diff", "HEAD", str(root), "--content", str(root)]) == FINE
    assert "Nå: Følg rutinen videre." in capsys.readouterr().out


@pytest.mark.parametrize("name", ["finnes-ikke", "--upload-pack=x", "HEAD:x", "", " ", "~ingen-slik/x", "a\nb"])
def test_no_such_version(two: tuple[Path, Path], name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no folder, file or revision is wrong use, never a traceback and never an option of git."""
    assert main(["diff", str(two[0]), name, "--content", str(two[0])]) == WRONG_USE
    said = capsys.readouterr().err
    assert "Oppgi mappa" in said or "Oppgi to" in said or "Bruk: tiltakskort diff" in said
    assert "Traceback" not in said


def test_without_git(
    two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A machine without git is told to name two folders."""
    monkeypatch.setenv("PATH", "")
    assert main(["diff", "HEAD", str(two[0]), "--content", str(two[0])]) == WRONG_USE
    assert "Oppgi to mapper" in capsys.readouterr().err


def test_content_with_errors(two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """Content with errors is not compared: nobody knows what staff would see."""
    (two[1] / "trees" / "by" / "kort.yaml").write_text("feil", "utf-8")
    assert main(["diff", *map(str, two)]) == HAS_ERRORS
    assert "tiltakskort check" in capsys.readouterr().out


def test_other_wrong_use(two: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown card, a folder without content, a lone file and a place that cannot be written to are wrong use."""
    lone = tmp_path / "alene.yaml"
    lone.write_text("x", "utf-8")
    pair = [*map(str, two)]
    assert main(["diff", *pair, "--card", "by/feil"]) == WRONG_USE
    assert main(["diff", str(two[0]), str(two[0] / "trees")]) == WRONG_USE
    assert main(["diff", str(two[0]), str(lone)]) == WRONG_USE
    assert main(["diff", *pair, "--out", str(lone / "under" / "ut")]) == WRONG_USE
    assert "Traceback" not in capsys.readouterr().err
