"""The verb `look-ahead`, as a process would see it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from guide.cli.main import main
from guide.exports.markdown import escaped
from guide.exports.markdown_lists import as_markdown


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr."""
    code = main(["look-ahead", *argv])
    out, err = capsys.readouterr()
    return code, out, err


def test_text_json_and_file_say_the_same(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Three headings on the screen, the same sentences in the file as Markdown, the same dates as data."""
    given = ("--pack", "ringsaker", "--at", "2026-11-25", "--content", str(root))
    code, out, err = run(capsys, *given)
    assert (code, err) == (0, "")
    assert out.startswith("Ringsaker kommune: fra onsdag 25. november 2026 til onsdag 24. november 2027\n")
    lines = [line.removeprefix("  – ") for line in out.splitlines() if line.startswith("  – ")]
    assert len(lines) > 20
    file = tmp_path / "fram.md"
    assert run(capsys, *given, "--out", str(file))[0] == 0
    written = file.read_text(encoding="utf-8").splitlines()
    assert [re.sub(r"\\(.)", r"\1", line[2:]) for line in written if line.startswith("- ")] == lines
    assert [line[:2] for line in written if line.startswith("#")] == ["# ", "##", "##", "##"]
    code, out, _ = run(capsys, *given, "--json")
    (pack,) = json.loads(out)["packs"]
    assert (code, pack["from"], pack["to"]) == (0, "2026-11-25", "2027-11-24")
    assert pack["closed"][2]["from"] == "2027-03-24T15:30:00+01:00"
    assert pack["closed"][2]["to"] == "2027-03-30T08:00:00+02:00"
    assert pack["closed"][2]["hours"] == 135.5
    assert pack["deadlines"][0]["cards"] == ["felles/melding"]


def test_without_a_municipality_all_are_told_of(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody has chosen one: each has its part."""
    code, out, _ = run(capsys, "--at", "2026-11-25", "--content", str(root))
    assert code == 0
    assert "Ringsaker kommune: fra" in out
    assert "Stange kommune: fra" in out


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--pack", "stagne"], "Kommunen «stagne» finnes ikke. Mente du «stange»?"),
        (["--pack", "felles"], "Kommunen «felles» finnes ikke."),
        (["--at", "i morgen"], "«i morgen» er ikke en dato. Skriv den slik: 2026-11-23."),
        (["--closing", "2027-02-30"], "«2027-02-30» er ikke en dato."),
        (["--at", "2076-06-01"], "ligger utenfor kalenderen"),
        (["--at", "9999-06-01"], "ligger utenfor kalenderen"),
        (["--at", "1999-06-01"], "ligger utenfor kalenderen"),
    ],
)
def test_wrong_use_is_told(argv: list[str], said: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Code 2, and what to do instead."""
    code, out, err = run(capsys, *argv, "--content", str(root))
    assert (code, out) == (2, "")
    assert said in err


@pytest.mark.parametrize(
    "hostile",
    ["<script>x</script>", "[a](javascript:1)", "![a](b)", "https://evil.example", "`x`", "**x**", "1. x", "- x"],
)
def test_hostile_text_is_text_in_the_file(hostile: str) -> None:
    """Every sign that Markdown could take for more than a letter has a backslash before it."""
    line = as_markdown("t", [("h", [hostile])]).splitlines()[-1]
    assert line == f"- {escaped(hostile)}"
    assert not re.search(r"(?<!\\)[<>\[\]`*!#]|(?<!\\):(?=//)|^- [0-9]+[.)]|^- -", line)
    assert re.sub(r"\\(.)", r"\1", line) == f"- {hostile}"
