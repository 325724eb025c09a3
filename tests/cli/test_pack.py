"""`tiltakskort pack new`: a sixth municipality, from nothing to proved and walked."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from guide.cli.main import FINE, WRONG_USE, main
from guide.store.edits.write import plain
from guide.store.load import load
from guide.store.new_pack import NewPack, pack_files
from guide.store.yaml_reader import read

ANSWERS = ["--name", "Øvre Ås", "--plan", "Plan: trygg oppvekst #1", "--period", "2026–2029"]
PHONES = [
    *("--phone", "barnevern=62 00 00 01", "--hours", "barnevern=Mo-Fr 08:00-15:30; PH off"),
    *("--phone", "barnevernvakt=62 00 00 02", "--hours", "barnevernvakt=24/7"),
]


@pytest.fixture
def folder(tmp_path: Path, root: Path) -> Path:
    """Content of one's own, without versions."""
    import shutil

    for top in ("trees", "contacts"):
        shutil.copytree(root / top, tmp_path / "egen" / top)
    return tmp_path / "egen"


def made(folder: Path, *options: str) -> int:
    """Makes the municipality."""
    return main(["pack", "new", "--content", str(folder), *ANSWERS, *options])


def test_a_sixth_municipality_is_on_its_feet(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No error, what is missing as warnings, all proofs of its card hold, and danger leads to 112 as ever."""
    assert made(folder, "--days", "5", *PHONES) == FINE
    content = load(folder)
    assert not [found for found in content.findings if found.severity == "error"]
    assert content.packs["ovre-as"].name == "Øvre Ås kommune"
    assert content.packs["ovre-as"].plan == "Plan: trygg oppvekst #1"
    capsys.readouterr()
    assert main(["check", str(folder)]) == FINE
    said = capsys.readouterr().out
    assert said.count("trees/ovre-as/pack.yaml:") == said.count("[ikke-skrevet]") == 6
    assert main(["prove", str(folder), "--card", "ovre-as/bekymret", "--card", "ovre-as"]) == FINE
    facts = ["--fact", "akutt_fare=ja", "--fact", "hva_skjer=vold_naa"]
    capsys.readouterr()
    assert main(["route", "ovre-as/bekymret", "--content", str(folder), *facts, "--json"]) == FINE
    told = json.loads(capsys.readouterr().out)
    assert (told["advice"]["urgency"], told["advice"]["title"]) == ("now", "Ring 112 nå")


def test_its_own_number_answers_in_office_hours(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The number that was typed in is rung while they are open, the duty line when they are not."""
    made(folder, *PHONES)
    numbers = []
    for hour in ("2026-11-25T10:00", "2026-11-25T20:00"):
        capsys.readouterr()
        assert main(["contacts", "--pack", "ovre-as", "--content", str(folder), "--at", hour, "--json"]) == FINE
        lines = json.loads(capsys.readouterr().out)
        lines = lines["contacts"] if isinstance(lines, dict) else lines
        numbers.append([line["phone"] for line in lines if line["state"] in ("open", "always")])
    assert "62 00 00 01" in numbers[0]
    assert "62 00 00 01" not in numbers[1]
    assert "62 00 00 02" in numbers[1]


@pytest.mark.parametrize(("days", "there"), [("0", False), ("5", True)])
def test_a_deadline_stands_only_where_the_plan_names_one(days: str, there: bool) -> None:
    """With a number of working days; without one the card has no deadline of its own to share a worry."""
    files = pack_files(NewPack("by", "By", "Plan", "2026", int(days)), date(2026, 2, 3))
    assert ("within: 5" in files["trees/by/bekymret.yaml"]) == there
    assert "FRIST" not in files["trees/by/bekymret.yaml"]


@pytest.mark.parametrize("hostile", ['"; x: [', "PAKKE", "# borte", "[a]", "{b: c}", "'", "nei", "0150", "a: b"])
def test_what_is_typed_is_read_back_as_it_is(hostile: str) -> None:
    """No name or title becomes structure, a mark of the template, or another type."""
    files = pack_files(NewPack("by", hostile, hostile, hostile), date(2028, 2, 29))
    tree, wrong = read(files["trees/by/pack.yaml"].encode(), "pack.yaml")
    assert not wrong
    data = plain(tree)
    assert str(data["name"]) == f"{hostile} kommune"
    assert str(data["plan"]["title"]) == str(data["plan"]["period"]) == hostile
    assert str(data["review_by"]) == "2029-02-28"


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--id", "Store Bokstaver"], "kort navn"),
        (["--id", "../ut"], "kort navn"),
        (["--id", "stange"], "finnes fra før"),
        (["--days", "null"], "virkedager"),
        (["--days", "99"], "virkedager"),
        (["--workplaces", "sykehus"], "barnehage, skole og sfo"),
        (["--phone", "ukjent=1"], "barnevern"),
        (["--phone", "barnevern"], "TJENESTE=VERDI"),
        (["--phone", "barnevern=12"], "contacts/ovre-as.yaml"),
        (["--phone", "ppt=62 00 00 03", "--hours", "ppt=25-26"], "8-15.30"),
        (["--phone", "ppt=62 00 00 03", "--hours", "ppt=Mo-Fr tidlig"], "contacts/ovre-as.yaml"),
        (["--phone", "barnevern=62 00 00 01", "--hours", "barnevern=8-15.30"], "barnevernvakt=NUMMER"),
    ],
)
def test_a_wrong_answer_makes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], options: list[str], says: str
) -> None:
    """What is wrong and how to mend it, and no file."""
    before = sorted(path for path in folder.rglob("*") if path.is_file())
    assert made(folder, *options) == WRONG_USE
    assert says in capsys.readouterr().err
    assert sorted(path for path in folder.rglob("*") if path.is_file()) == before


def test_a_folder_with_errors_is_mended_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is added to content that is out of use, and the message names the command that tells why."""
    (folder / "contacts" / "stange.yaml").write_text("format: [", "utf-8")
    assert made(folder) == WRONG_USE
    assert "tiltakskort check" in capsys.readouterr().err
    assert not (folder / "trees" / "ovre-as").exists()


def test_times_alone_are_weekdays(folder: Path) -> None:
    """«8-15.30» is Monday to Friday, closed on holidays; whoever never saw the syntax of the files can answer."""
    assert made(folder, "--phone", "ppt=62 00 00 03", "--hours", "ppt=8-15.30") == FINE
    (point,) = [point for point in load(folder).contacts["ovre-as"] if point.service == "ppt"]
    assert point.hours == "Mo-Fr 08:00-15:30; PH off"


def test_the_deadline_has_a_day_on_every_way(folder: Path) -> None:
    """Also where an alarm leads past the record of what worries: the day is asked for right before the sharing."""
    assert made(folder, "--days", "5") == FINE
    nodes = load(folder).cards["ovre-as/bekymret"].nodes
    (deadline,) = nodes["del"].deadlines
    assert deadline.start == "naar.dato"
    before = {node.id for node in nodes.values() if "del" in (node.go, *dict(node.answers).values())}
    assert before == {"naar"}


def test_without_a_terminal_what_is_missing_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The option to give, not a question that nobody answers."""
    assert main(["pack", "new", "--content", str(folder), "--name", "By"]) == WRONG_USE
    assert "--plan" in capsys.readouterr().err


def test_the_shipped_content_is_not_written_to(capsys: pytest.CaptureFixture[str]) -> None:
    """A folder of one's own comes first."""
    assert main(["pack", "new", *ANSWERS]) == WRONG_USE
    assert "content export" in capsys.readouterr().err


def test_a_wrong_answer_at_the_terminal_is_asked_again(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told what is wrong, and what was answered before is kept."""
    typed = [
        "", "Øvre Ås", "Store Bokstaver", "", "Plan", "2026", "tre", "3", "sykehus", "", "12", "62 00 00 02", "24/7",
        "62 00 00 01", "25-26", "8-15.30", "", "",
    ]  # fmt: skip
    answers = iter(typed)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    assert main(["pack", "new", "--content", str(folder)]) == FINE
    said = capsys.readouterr().out
    for wrong in ("Dette må du skrive.", "«Store Bokstaver»", "«tre»", "«sykehus»", "«12»", "«25-26»"):
        assert said.count(wrong) == 1
    points = {point.service: point for point in load(folder).contacts["ovre-as"]}
    assert (points["barnevern"].phone, points["barnevern"].hours) == ("62 00 00 01", "Mo-Fr 08:00-15:30; PH off")
    assert points["ppt"].phone == ""
