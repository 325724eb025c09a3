"""The verb `mutate`, as a process would see it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from guide.cli.main import main


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """One situation, which expects nothing."""
    row = "- {id: ja, card: felles/tvil, pack: stange, at: 2026-11-25T10:00, facts: {fare_i_dag: ja}, expect: {}}\n"
    (tmp_path / "rader.yaml").write_text(row, encoding="utf-8")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr."""
    code = main(["mutate", *argv])
    out, err = capsys.readouterr()
    return code, out, err


def test_mistakes_in_one_card_are_noticed(capsys: pytest.CaptureFixture[str]) -> None:
    """A table, the share, and exit code 0; no file is changed."""
    file = Path(__file__).resolve().parents[2] / "trees" / "felles" / "tvil.yaml"
    before = file.read_bytes()
    code, out, err = run(capsys, "--card", "felles/tvil", "--jobs", "1", "--without-proofs", "--at-least", "90")
    assert (code, err) == (0, "")
    assert re.search(r"^alle +14 ", out, re.MULTILINE)
    assert float(out.splitlines()[-1].split(" %")[0].replace(",", ".")) >= 90
    assert file.read_bytes() == before


def test_too_few_noticed_is_exit_code_1(few: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With one situation that expects nothing, most mistakes go by; the data says which."""
    args = ("--card", "felles/tvil", "--situations", str(few), "--jobs", "1", "--json", "--without-proofs")
    code, out, _ = run(capsys, *args)
    data = json.loads(out)
    assert code == 1
    assert data["noticed"] < data["made"]
    assert any(mutant["by"] is None for mutant in data["mutants"])


def test_a_sample_is_the_same_for_the_same_seed(few: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And another one for another."""
    common = (
        "--situations",
        str(few),
        "--card",
        "felles/send",
        "--sample",
        "2",
        "--jobs",
        "1",
        "--json",
        "--without-proofs",
        "--at-least",
        "0",
        "--seed",
    )
    first, again, other = (
        [mutant["what"] for mutant in json.loads(run(capsys, *common, seed)[1])["mutants"]] for seed in "115"
    )
    assert first == again != other
    assert len(first) == 2


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("--sample", "ti"), "Skriv et helt tall fra 1 til 100000 etter --sample, ikke «ti»."),
        (("--at-least", "101"), "Skriv et helt tall fra 0 til 100 etter --at-least, ikke «101»."),
        (("--card", "felles/tvill"), "Kortet «felles/tvill» finnes ikke. Mente du «felles/tvil»?"),
        (("--situations", "/finnes/ikke"), "Mappa «/finnes/ikke» finnes ikke."),
    ],
)
def test_wrong_use_is_told(capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], said: str) -> None:
    """In Norwegian, on stderr, with exit code 2."""
    code, _, err = run(capsys, *argv)
    assert code == 2
    assert said in err
