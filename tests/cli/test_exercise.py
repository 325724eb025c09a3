"""The verb `exercise`, as a process would see it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from guide.cli.main import main

ARM = "stange/merker-paa-armen"
FACTS = ("akutt_fare=nei", "mistanke_vold=konkret", "ferske_spor=nei", "mistenkt=foresatt", "voldstype=fysisk",
         "avverging=ja", "barnets_kommune=samme")  # fmt: skip


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """A copy of the content, to change."""
    for part in ("trees", "contacts"):
        shutil.copytree(root / part, tmp_path / part)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr."""
    code = main(["exercise", *argv])
    out, err = capsys.readouterr()
    return code, out, err


def test_all_exercises_fit_the_shipped_cards(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0, a line for each, and a sum."""
    code, out, err = run(capsys, "run")
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert f"{ARM}: passer." in lines
    assert lines[-1] == f"Alle {len(lines) - 1} øvelser passer til kortene."


def test_a_changed_card_makes_its_exercises_stale(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was expected and what came, with exit code 1; the others still fit."""
    card = folder / "trees/stange/barnehage.yaml"
    text = card.read_text("utf-8")
    old = "answers: {ja: akutt, vet_ikke: tvil, nei: oppsto}"
    assert old in text
    card.write_text(text.replace(old, "answers: {ja: akutt, vet_ikke: tvil, nei: tegn}"), "utf-8")
    code, out, _ = run(capsys, "run", "--content", str(folder), ARM)
    assert code == 1
    assert out.splitlines() == [
        f"{ARM}, steg 2: øvelsen venter «oppsto», men kortet står på «tegn».",
        "Øvelsen passer ikke lenger til kortet.",
    ]
    _, out, _ = run(capsys, "list", "--content", str(folder), ARM)
    assert out.rstrip().endswith("Merker på armen (passer ikke lenger til kortet)")
    code, out, _ = run(capsys, "run", "--content", str(folder), "--json")
    found = json.loads(out)
    assert (code, found["fits"]) == (1, False)
    stale = next(one for one in found["exercises"] if one["exercise"] == ARM)
    assert stale["partings"][0] == {"step": 2, "node": "tegn", "what": "stop", "expected": "oppsto", "got": "tegn"}
    assert next(one for one in found["exercises"] if one["exercise"] == "ringsaker/lukt-av-hasj")["fits"]


def test_a_changed_number_is_noticed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whom one rings at that hour is part of what an exercise expects."""
    contacts = folder / "contacts/ringsaker.yaml"
    contacts.write_text(contacts.read_text("utf-8").replace("47 47 27 87", "47 47 27 88"), "utf-8")
    code, out, _ = run(capsys, "run", "--content", str(folder), "ringsaker/lukt-av-hasj")
    assert code == 1
    assert "skulle nummeret være «47472787», men det er «47472788»." in out


def test_the_list_and_one_exercise_to_read(capsys: pytest.CaptureFixture[str]) -> None:
    """The list has no verdicts; `show` has the story with its hours, and each verdict with its reason."""
    code, out, _ = run(capsys, "list")
    assert code == 0
    assert any(line.split()[0] == ARM and "Merker på armen" in line for line in out.splitlines())
    _, out, _ = run(capsys, "list", "--json")
    listed = next(one for one in json.loads(out) if one["exercise"] == ARM)
    assert listed["fits"]
    assert listed["clock"] == "tirsdag 24. november 2026 kl. 14:40"
    code, out, _ = run(capsys, "show", ARM)
    assert code == 0
    assert out.startswith("ØVELSE: Merker på armen\n")
    assert "11. [14:53] Hva gjør du?" in out
    assert "     Alvorlig feil: Jeg venter til møtet i morgen." in out


def test_a_walk_is_recorded_and_fits(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What `record` writes is an exercise that runs as it is; `check` says that it is not written yet."""
    facts = [part for fact in FACTS for part in ("--fact", fact)]
    code, out, err = run(
        capsys, "record", "stange/barnehage", "--id", "stange/ny", *facts, "--past", "vold/meld-naa", "--at",
        "2026-11-24T14:40", "--date", "oppsto.dato=2026-11-23",
    )  # fmt: skip
    assert (code, err) == (0, "")
    assert "    note: {dato: 2026-11-23}" in out.splitlines()
    (folder / "trees/stange/exercises/ny.yaml").write_text(out, "utf-8")
    code, out, _ = run(capsys, "run", "--content", str(folder), "stange/ny")
    assert (code, out.splitlines()[0]) == (0, "stange/ny: passer.")
    assert main(["check", str(folder)]) == 0
    assert "[ikke-skrevet]" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ((), "Dette mangler"),
        (("slett",), "går ikke for HVA"),
        (("slett",), "Bruk: tiltakskort exercise "),
        (("run", "stange/merker-paa-armer"), "Øvelsen"),
        (("show",), "Skriv hvilken øvelse du vil lese"),
        (("record", "stange/barnehage"), "Skriv hva øvelsen skal hete"),
        (("record", "stange/barnehage", "--id", "../x"), "Skriv hva øvelsen skal hete"),
        (("record", "stange/barnehage", "--id", "stange/x"), "Gi minst ett svar"),
        (("record", "stange/barnehage", "--id", "stange/x", "--fact", "akutt_fare=kanskje"), "kanskje"),
        (("record", "stange/barnehage", "--id", "stange/x", "--fact", "ukjent=ja"), "ukjent"),
        (("record", "stange/borte", "--id", "stange/x"), "borte"),
    ],
)
def test_wrong_use_is_told_and_ends_with_2(
    argv: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is missing or unknown, on stderr."""
    code, out, err = run(capsys, *argv)
    assert (code, out) == (2, "")
    assert said in err


def test_a_broken_exercise_is_told_and_the_others_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1, with the place of the fault; a control sign in a file name reaches no terminal."""
    (folder / "trees/stange/exercises/gal.yaml").write_text("format: 1\n", "utf-8")
    code, out, _ = run(capsys, "run", "--content", str(folder))
    assert code == 1
    assert "trees/stange/exercises/gal.yaml:1:1: nokkel-mangler" in out
    assert f"{ARM}: passer." in out


def test_broken_content_is_for_check_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With errors in the cards nothing is walked."""
    (folder / "trees/stange/skole.yaml").write_text("format: 1\n", "utf-8")
    code, out, _ = run(capsys, "run", "--content", str(folder))
    assert (code, out) == (1, "Innholdet har feil. Kjør «tiltakskort check» først.\n")
