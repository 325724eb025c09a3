"""The verbs `route` and `contacts`, as a process would see them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from guide.cli.main import main

CALM = ["--fact", "akutt_fare=ja", "--fact", "hva_skjer=vold_naa"]


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr."""
    code = main(argv)
    out, err = capsys.readouterr()
    return code, out, err


def route_json(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, dict[str, Any]]:
    """Exit code and what `route --json` says."""
    code, out, _ = run(capsys, "route", *argv, "--json")
    return code, json.loads(out)


def test_route_gives_the_first_outcome_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """All keys of design.md, and exit code 0."""
    code, answer = route_json(capsys, "stange/barnehage", *CALM, "--at", "2026-11-27T16:10")
    assert code == 0
    keys = {"card", "status", "node", "path", "advice", "contacts", "deadlines", "sources", "content"}
    assert set(answer) == keys
    assert answer["status"] == "outcome"
    assert answer["advice"]["urgency"] == "now"
    assert answer["contacts"][0]["phone"] == "112"
    assert set(answer["content"]) == {"pack", "version", "sha256"}
    assert answer["path"][0] == "fare"
    assert answer["path"][-1] == answer["node"]


def test_route_stops_at_an_open_question_with_exit_code_3(capsys: pytest.CaptureFixture[str]) -> None:
    """The question, its fact and its answers are given."""
    code, answer = route_json(capsys, "stange/barnehage")
    assert code == 3
    assert answer["status"] == "open"
    assert answer["ask"]["fact"] == "akutt_fare"
    assert answer["ask"]["answers"] == ["ja", "vet_ikke", "nei"]


def test_route_goes_past_an_outcome(capsys: pytest.CaptureFixture[str]) -> None:
    """`--past` goes on after the waiting point that is named."""
    _, first = route_json(capsys, "stange/barnehage", *CALM)
    _, second = route_json(capsys, "stange/barnehage", *CALM, "--past", first["node"])
    assert second["node"] != first["node"]
    assert second["path"][: len(first["path"])] == first["path"]


def test_route_takes_a_recorded_date(capsys: pytest.CaptureFixture[str]) -> None:
    """The deadline is counted from the date given, not from today."""
    calm = ("mistanke_vold", "omsorgssvikt", "behandling_mangler", "onsker_hjelp", "utrygt_miljo")
    facts = [part for fact in ("akutt_fare", *calm) for part in ("--fact", f"{fact}=nei")]
    _, answer = route_json(
        capsys, "stange/barnehage", *facts, "--date", "oppsto.dato=2026-11-20", "--at", "2026-11-23T10:00"
    )
    assert {"id": "deling", "due": "2026-11-25", "rule": "within 3 working_days"} in answer["deadlines"]


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["rute"], "route"),
        (["route"], "KORT"),
        (["route", "stange/barnehge"], "stange/barnehage"),
        (["route", "stange/barnehage", "--fact", "akut_fare=ja"], "akutt_fare"),
        (["route", "stange/barnehage", "--fact", "akutt_fare=jaa"], "ja"),
        (["route", "stange/barnehage", "--fact", "akutt_fare"], "navn=verdi"),
        (["route", "stange/barnehage", "--fact", "alder=ti"], "hele år"),
        (["route", "stange/barnehage", "--at", "i går"], "2026-11-23T15:30"),
        (["route", "stange/barnehage", "--pack", "stagne"], "stange"),
        (["contacts", "--pack", "felless"], "finnes ikke"),
    ],
)
def test_wrong_use_says_what_and_how_with_exit_code_2(
    capsys: pytest.CaptureFixture[str], argv: list[str], says: str
) -> None:
    """Where, what, and the nearest name; never a traceback."""
    code, out, err = run(capsys, *argv)
    assert code == 2
    assert says in err
    assert "Traceback" not in err
    assert out == ""


def test_contacts_at_the_minute(capsys: pytest.CaptureFixture[str]) -> None:
    """Ringsaker's child welfare until 15:30, the duty line from then on."""
    found = {}
    for at in ("2026-11-23T15:29", "2026-11-23T15:30"):
        _, out, _ = run(capsys, "contacts", "--pack", "ringsaker", "--at", at, "--json")
        found[at] = {entry["service"]: entry["state"] for entry in json.loads(out)}
    assert [(s["barnevern"], s["barnevernvakt"]) for s in found.values()] == [("open", "closed"), ("closed", "open")]


def test_an_empty_content_folder_is_said_and_nothing_breaks(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """`contacts` still gives the emergency numbers."""
    code, out, err = run(capsys, "contacts", "--content", str(tmp_path))
    assert code in (0, 1)
    assert "112" in out
    assert "Traceback" not in err


def test_help_and_version_are_short(capsys: pytest.CaptureFixture[str]) -> None:
    """The emergency numbers stand in the help."""
    code, out, _ = run(capsys, "--help")
    assert code == 0
    assert "112" in out
