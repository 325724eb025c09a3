"""The verb `prove`, as a process would see it: what it shows, in three forms, and how it ends."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guide.cli.main import main

QUICK = ("--proof", "P2", "--proof", "P6", "--jobs", "1", "--at", "2026-11-25T08:00")


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr."""
    code = main(["prove", *argv])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """A copy of the shipped content, to be changed."""
    for name in ("trees", "contacts"):
        shutil.copytree(root / name, tmp_path / "innhold" / name)
    return tmp_path / "innhold"


def change(folder: Path, file: str, pattern: str, new: str) -> None:
    """Changes the one place of a file that a pattern finds."""
    path = folder / file
    text, times = re.subn(pattern, new, path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert times == 1, times
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def closed_at_christmas(folder: Path) -> Path:
    """Content in which Ringsaker's stand-in for child welfare takes public holidays off."""
    change(folder, "contacts/ringsaker.yaml", r'^(    hours: "Mo-Fr 00:00-08:00.*)PH 00:00-24:00"$', r'\1PH off"')
    return folder


GAP = ("--proof", "P3", "--card", "ringsaker/hvem", "--jobs", "1", "--at", "2026-11-25T08:00")


def test_a_table_of_what_holds_and_exit_code_0(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line in words for each proof, a row for each card, states, time, and what it comes to."""
    code, out, err = run(capsys, str(root), *QUICK)
    assert (code, err) == (0, "")
    assert "P6  Nødnumrene er én tast unna fra alle steder på kortet, og ingen kontakt kan" in out
    assert re.search(r"^    stange/barnehage +[0-9\u00a0]+ tilstander  (under )?[0-9],[0-9] s +holder$", out, re.M)
    assert re.search(r"^Alle bevis holder: \d+, regnet fra onsdag 25\. november 2026\. Merknader: 0\.$", out, re.M)
    assert all(len(line) <= 80 for line in out.splitlines())


def test_what_is_known_from_before_says_so_until_it_is_asked_for_fresh(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The second time says «fra før» at each row; `--fresh` proves again."""
    first, again, fresh = (run(capsys, str(root), *QUICK, *more)[1] for more in ((), (), ("--fresh",)))
    assert "fra før" not in first
    assert again.count(" s, fra før") == first.count(" tilstander")
    assert "fra før" not in fresh


def test_what_does_not_hold_is_shown_with_the_walk_and_exit_code_1(
    closed_at_christmas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong, the file and line of the node, and the walk as numbered lines; no line is too wide."""
    code, out, _ = run(capsys, str(closed_at_christmas), *GAP)
    assert code == 1
    assert out.splitlines()[2].endswith("HOLDER IKKE")
    told = " ".join(out.split())
    assert "Feil: I Ringsaker kommune svarer ingen hos Barneverntjenesten eller Barnevernvakta fra fredag 25." in told
    assert "Slik går du dit: 1. Svar «Ja» på «Er barnet i fare nå?» 2. Svar «" in told
    assert "1 av 1 bevis holder ikke, regnet fra onsdag 25. november 2026. Merknader: 0." in told
    where = re.search(r"Hvor: (\S+):(\d+) \((\S+)\)", told)
    assert where
    lines = (closed_at_christmas / where[1]).read_text(encoding="utf-8").splitlines()
    assert lines[int(where[2]) - 1].startswith(f"  {where[3]}:")
    assert all(len(line) <= 80 for line in out.splitlines())


def test_what_does_not_hold_as_data(closed_at_christmas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same for a program."""
    code, out, _ = run(capsys, str(closed_at_christmas), *GAP, "--json")
    answer = json.loads(out)
    assert code == 1
    assert set(answer) == {"holds", "day", "sha256", "findings", "proofs"}
    assert (answer["holds"], answer["day"], answer["findings"]) == (False, "2026-11-25", [])
    (proof,) = answer["proofs"]
    assert set(proof) == {"proof", "says", "about", "states", "seconds", "kept", "holds", "broken"}
    (broken,) = proof["broken"]
    assert set(broken) == {"code", "severity", "card", "node", "file", "line", "what", "way"}
    assert broken["code"] == "tjeneste-svarer-ikke"
    assert broken["line"] > 1
    assert broken["way"][0] == "Svar «Ja» på «Er barnet i fare nå?»"


def test_what_does_not_hold_as_annotations(
    closed_at_christmas: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One workflow command a finding, on one line, with the file as seen from where the command runs."""
    monkeypatch.chdir(closed_at_christmas.parent)
    code, out, _ = run(capsys, closed_at_christmas.name, *GAP, "--format", "github")
    assert code == 1
    (line,) = out.splitlines()
    assert re.match(r"::error file=innhold/trees/\S+\.yaml,line=\d+,title=P3 tjeneste-svarer-ikke::I Ringsaker", line)
    assert "%0ASlik går du dit:%0A 1. Svar «Ja»" in line


def test_a_note_is_a_warning_and_no_failure(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A number that no source gives: exit code 0, «Merk» in the text, a warning among annotations."""
    given = (str(root), "--proof", "P3", "--card", "stange", "--jobs", "1")
    code, out, _ = run(capsys, *given)
    assert code == 0
    assert "Merk: Stange kommune har ikke noe eget nummer til Barneverntjenesten" in out
    code, out, _ = run(capsys, *given, "--format", "github")
    assert code == 0
    assert all(
        line.startswith("::warning file=contacts/stange.yaml,title=P3 nummer-mangler::") for line in out.splitlines()
    )


@pytest.mark.parametrize("known_before", [False, True])
def test_content_with_errors_is_not_proved(
    folder: Path, capsys: pytest.CaptureFixture[str], known_before: bool
) -> None:
    """What the loader says and exit code 1, in every form, even where a last good content stands in for it."""
    if known_before:
        assert run(capsys, str(folder), *QUICK)[0] == 0
    change(folder, "trees/felles/tvil.yaml", r"^start: .*$", "start: ingensteds")
    code, out, _ = run(capsys, str(folder), *QUICK)
    assert code == 1
    assert re.search(r"^trees/felles/tvil.yaml:\d+:\d+: feil \[\S+\]$", out, re.M)
    assert "Ingenting kan bevises før feilene er rettet. Antall feil: " in out
    assert "holder" not in out
    code, out, _ = run(capsys, str(folder), *QUICK, "--json")
    assert (code, json.loads(out)["holds"], json.loads(out)["proofs"]) == (1, False, [])
    code, out, _ = run(capsys, str(folder), *QUICK, "--format", "github")
    assert code == 1
    assert re.search(r"^::error file=\S*trees/felles/tvil.yaml,line=\d+", out, re.M)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--card", "stange/barnehagen"], "Kortet «stange/barnehagen» finnes ikke. Mente du «stange/barnehage»?"),
        (["--proof", "P44"], "Beviset «P44» finnes ikke. "),
        (["--proof", "P8", "--card", "stange/skole"], "Beviset P8 gjelder ikke stange/skole."),
        (["--jobs", "mange"], "Skriv et helt tall fra 1 etter --jobs, ikke «mange»."),
        (["--jobs", "0"], "Skriv et helt tall fra 1 etter --jobs, ikke «0»."),
        (["--at", "i dag"], "er ikke et tidspunkt."),
        (["--format", "pdf"], "går ikke for --format. Velg en av disse:"),
        (["--content", "."], "Ikke begge."),
    ],
)
def test_wrong_use_is_told_with_exit_code_2(
    root: Path, capsys: pytest.CaptureFixture[str], given: list[str], said: str
) -> None:
    """A name that is not there gets the nearest one."""
    code, out, err = run(capsys, str(root), *given)
    assert (code, out) == (2, "")
    assert said in err


def test_a_folder_that_is_not_there_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No content is proved in the place of the one that was named."""
    code, _, err = run(capsys, str(tmp_path / "borte"))
    assert code == 2
    assert "finnes ikke. Skriv navnet på en mappe" in err


def test_several_processes_from_a_real_command(root: Path, tmp_path: Path) -> None:
    """The console's way in, with two processes that prove: the same table, and nothing on stderr."""
    app = [sys.executable, "-c", "from guide.cli.main import run; run()"]
    command = [*app, "prove", str(root), *QUICK, "--jobs", "2"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", env=_here(root), check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("holder\n") > 15


def _here(root: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8"}
