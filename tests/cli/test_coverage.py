"""The verb `coverage`, as a process would see it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guide.cli.main import main

ROW = "- {id: ja, card: felles/tvil, pack: stange, at: 2026-11-25T10:00, facts: {fare_i_dag: ja}}\n"


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr."""
    code = main(["coverage", *argv])
    out, err = capsys.readouterr()
    return code, out, err


def test_a_table_and_what_is_left_with_exit_code_1(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row for each card, the sum, and each node that no situation comes to, with its line in the card."""
    (tmp_path / "rader.yaml").write_text(ROW, encoding="utf-8")
    code, out, err = run(capsys, "--content", str(root), "--situations", str(tmp_path))
    assert (code, err) == (1, "")
    lines = out.splitlines()
    assert lines[0].split() == ["Kort", "noder", "svar", "utfall"]
    assert ["felles/tvil", "3/6", "1/6", "1/2"] in [line.split() for line in lines]
    left = "ingen situasjon kommer til «naa»."
    told = next(line for line in lines if line.startswith("trees/felles/tvil") and line.endswith(left))
    file, number = told.split(": ")[0].rsplit(":", 1)
    assert (root / file).read_text(encoding="utf-8").splitlines()[int(number) - 1] == "  naa:"
    code, out, _ = run(capsys, "--content", str(root), "--situations", str(tmp_path), "--json")
    answer = json.loads(out)
    assert (code, answer["whole"], answer["situations"]) == (1, False, 1)
    tvil = next(card for card in answer["cards"] if card["card"] == "felles/tvil")
    assert tvil["nodes"] == {"walked": 3, "all": 6}


def test_the_golden_situations_are_read_without_being_named(capsys: pytest.CaptureFixture[str]) -> None:
    """In a checkout they lie in tests/golden; all of them can be walked."""
    code, out, _ = run(capsys, "--json")
    answer = json.loads(out)
    assert answer["situations"] > 150
    assert answer["unwalkable"] == []
    assert code == (0 if answer["whole"] else 1)


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (None, 2, "finnes ikke. Skriv hvor situasjonene ligger: --situations MAPPE."),
        ("", 2, "har ingen situasjoner."),
        ("- {id: a, card: felles/tvil}\n", 1, "Raden «a» i rader.yaml kan ikke brukes: «facts» mangler."),
        ("- {id: a,\n" + ROW, 2, "rader.yaml:"),
    ],
)
def test_situations_that_are_not_there_or_cannot_be_read(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | None, code: int, said: str
) -> None:
    """Wrong use where there are none, exit code 1 where one is wrong; always with the place."""
    folder = tmp_path / "rader"
    if text is not None:
        folder.mkdir()
        (folder / "rader.yaml").write_text(text, encoding="utf-8")
    found, out, err = run(capsys, "--content", str(root), "--situations", str(folder))
    assert found == code
    assert said in out + err
