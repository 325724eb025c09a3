"""The verb `measures`, as a process would see it."""

from __future__ import annotations

import json

import pytest

from guide.cli.main import main


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr."""
    code = main(["measures", *argv])
    out, err = capsys.readouterr()
    return code, out, err


def test_measures_for_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    """How many, who gives them, what the plan says of referral and consent, and that none of it replaces a report."""
    code, out, err = run(capsys, "--pack", "ringsaker", "--topic", "Rus", "--age", "16")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == f"{sum(line.startswith('  ') and not line.startswith('   ') for line in lines)} tiltak"
    assert "  TIUR" in lines
    assert "    Planen sier ikke om det trengs samtykke." in lines
    assert lines[-1].startswith("Tiltak kommer aldri i stedet for en melding.")


def test_measures_for_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    """The plan's own values; what it does not say is null."""
    code, out, _ = run(capsys, "--pack", "ringsaker", "--topic", "okonomi", "--json")
    answer = json.loads(out)
    found = {m["id"]: m for group in answer["groups"] for m in group["measures"]}
    assert code == 0
    assert answer["wanted"] == {"age": None, "level": None, "topics": ["okonomi"], "whom": None}
    assert (found["fritidskassa"]["ages"], found["fritidskassa"]["access"]) == ([6, 24], "application")
    assert found["familiekoordinator"]["status"] == "proposed"
    assert found["bolig"]["access"] is None
    assert all(m["source"] for m in found.values())


def test_the_topics_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each, by the name that `--topic` takes."""
    code, out, _ = run(capsys, "--topics")
    assert code == 0
    assert "fravaer: Fravær" in out.splitlines()


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ((), "Hvilken kommune?"),
        (("--pack", "stagne"), "Mente du «stange»?"),
        (("--pack", "stange", "--topic", "fravær-"), "Temaet «fravær-» finnes ikke."),
        (("--pack", "stange", "--age", "ti"), "Skriv alderen i hele år fra 0 til 130, ikke «ti»."),
        (("--pack", "stange", "--age", "999"), "Skriv alderen i hele år"),
        (("--pack", "stange", "--level", "rød"), "Velg en av disse"),
    ],
)
def test_wrong_use_says_how(capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], said: str) -> None:
    """On stderr, with exit code 2."""
    code, out, err = run(capsys, *argv)
    assert (code, out) == (2, "")
    assert said in err


def test_nothing_fits_is_an_answer(capsys: pytest.CaptureFixture[str]) -> None:
    """No error: a sentence, and what to do."""
    code, out, _ = run(capsys, "--pack", "ringerike", "--topic", "okonomi")
    assert code == 0
    assert out.startswith("Ingen tiltak i planen passer")
