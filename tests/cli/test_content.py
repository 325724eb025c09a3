"""`tiltakskort content …`: from a folder of one's own to a published number, in words and with exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guide.cli.main import FINE, HAS_ERRORS, WRONG_USE, main
from guide.service.editing import publish
from guide.store.schema.json_schema import SCALAR, schema_of
from guide.store.schema.schema import FILES
from tests.store.faults import no_waiting

__all__ = ["no_waiting"]
pytestmark = pytest.mark.usefixtures("no_waiting")
AT = ["--at", "2026-11-25T10:00"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder made by the verb, with proofs that hold."""
    monkeypatch.setattr(publish, "proofs", lambda *_: ())
    assert main(["content", "export", str(tmp_path / "min"), *AT]) == FINE
    return tmp_path / "min"


def test_from_export_to_undo(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The way of an admin: change, try, publish, look, go back, withdraw, mark, ring."""
    own = ["--content", str(folder)]
    path = folder / "contacts" / "stange.yaml"
    path.write_text(path.read_text("utf-8").replace("missing", "22 33 44 55", 1), "utf-8")
    assert main(["content", "publish", "--try", *own, *AT]) == FINE
    assert "22 33 44 55" in capsys.readouterr().out
    assert main(["content", "publish", *own, *AT]) == HAS_ERRORS
    assert "Bruk rolle eller initialer" in capsys.readouterr().out
    assert main(["content", "publish", *own, *AT, "--by", "rådgiver", "--note", "Nytt"]) == FINE
    assert main(["content", "flag", "stange/barnevern", *own, *AT]) == FINE
    assert main(["content", "flagged", *own, "--json"]) == FINE
    assert json.loads(capsys.readouterr().out.partition("ringt nummeret.\n")[2])[0]["phone"] == "22 33 44 55"
    assert main(["content", "rung", "stange/barnevern", *own, *AT]) == FINE
    assert main(["content", "withdraw", "stange/barnevern", *own, *AT, "--by", "rådgiver"]) == FINE
    assert main(["content", "undo", *own, *AT, "--by", "rådgiver"]) == FINE
    capsys.readouterr()
    assert main(["content", "versions", *own, "--json"]) == FINE
    found = json.loads(capsys.readouterr().out)
    assert [each["kind"] for each in found] == ["undo", "withdraw", "publish", "export"]
    assert [each["in_use"] for each in found] == [True, False, False, False]


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["tull"],
        ["export"],
        ["publish", "--content", "/finnes/ikke"],
        ["publish"],
        ["withdraw", "x/y"],
        ["undo", "--to", "x"],
        ["flag", "stange/ingen"],
        ["schema", "tull"],
        ["versions", "--at", "nå"],
    ],
)
def test_wrong_use_is_told(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """In Norwegian, with how it is done, and never a traceback."""
    assert main(["content", *words]) == WRONG_USE
    said = capsys.readouterr()
    assert said.err.strip()
    assert not said.out


@pytest.mark.parametrize("kind", FILES)
def test_every_key_of_the_schema_is_described(kind: str) -> None:
    """In Norwegian, wherever it stands; and numbers without quotes are fine."""
    made = schema_of(kind)
    shapes = [made, *made.get("$defs", {}).values()]
    for shape in shapes:
        assert shape["description"].endswith(".")
        for name, field in shape["properties"].items():
            assert field["description"].endswith("."), name
    assert made["properties"]["format"] == {**made["properties"]["format"], "enum": ["1", 1], "type": SCALAR}


def test_the_schemas_are_found_by_vs_code(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every card has the schema of cards; settings that are there are left."""
    settings = json.loads((folder / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    assert "trees/stange/barnehage.yaml" in settings["./skjema/card.json"]
    assert settings["./skjema/contacts.json"] == ["contacts/*.yaml"]
    assert "trees/stange/lists/tegn.yaml" in settings["./skjema/list.json"]
    assert "trees/stange/lists/tiltak.yaml" in settings["./skjema/measures.json"]
    (folder / ".vscode" / "settings.json").write_text("{}", "utf-8")
    assert main(["content", "schema", "--into", str(folder)]) == FINE
    assert "yaml.schemas" in capsys.readouterr().out
    assert (folder / ".vscode" / "settings.json").read_text("utf-8") == "{}"


@pytest.mark.parametrize(
    "words",
    [
        ("check", "~ingen-slik-bruker"),
        ("content", "export", "~ingen-slik-bruker/a"),
        ("content", "schema", "--into", "~ingen-slik-bruker"),
        ("coverage", "--situations", "~ingen-slik-bruker"),
        ("case", "key", "--out", "~ingen-slik-bruker/a"),
    ],
)
def test_the_home_of_nobody_is_a_folder_that_is_not_there(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Told in Norwegian, by its name, and no fault."""
    assert main(list(words)) in (1, 2)
    out, err = capsys.readouterr()
    assert "ingen-slik-bruker" in out + err
    assert "Feilkode" not in out + err
    assert "directory" not in out + err
