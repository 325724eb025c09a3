"""The verb `map`, as a process would see it."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.cli.main import main


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr."""
    code = main(["map", *argv])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize(
    ("form", "begins"), [("svg", "<svg "), ("html", "<!DOCTYPE html>"), ("mermaid", "flowchart TD")]
)
def test_a_card_in_each_format(
    form: str, begins: str, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On the screen and in a file it is the same; the file is UTF-8 and its name is said."""
    code, out, err = run(capsys, "felles/akutt", "--format", form, "--content", str(root))
    assert (code, err) == (0, "")
    assert out.startswith(begins)
    file = tmp_path / "kart"
    code, said, _ = run(capsys, "felles/akutt", "--to", form, "--out", str(file), "--content", str(root))
    assert (code, said) == (0, f"Skrevet til {file}.\n")
    assert file.read_text(encoding="utf-8") == out


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["felles/akut"], "Kortet «felles/akut» finnes ikke. Mente du «felles/akutt»?"),
        (["felles/akutt", "--format", "pdf"], "Velg en av disse"),
        ([], "Dette mangler: KORT."),
        (["felles/akutt", "--out", "{tmp}/nei/kart.svg"], "mappa finnes ikke. Velg en annen fil med --out."),
        (["felles/akutt", "--out", "{tmp}"], "det er en mappe. Velg en annen fil med --out."),
    ],
)
def test_wrong_use_is_told(
    argv: list[str], said: str, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Code 2, and what to do instead."""
    code, out, err = run(capsys, *[part.format(tmp=tmp_path) for part in argv], "--content", str(root))
    assert (code, out) == (2, "")
    assert said in err


def test_the_picture_in_the_docs_is_the_card_of_today(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """docs/bilder/kart-akutt.svg is what `tiltakskort map felles/akutt --out docs/bilder/kart-akutt.svg` writes."""
    code, out, _ = run(capsys, "felles/akutt", "--content", str(root))
    assert code == 0
    assert (root / "docs" / "bilder" / "kart-akutt.svg").read_text(encoding="utf-8") == out
