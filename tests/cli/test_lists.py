"""`tiltakskort lists`: every list that is none of measures can be read without the app, and by a program."""

from __future__ import annotations

import json

import pytest

from guide.cli.main import FINE, WRONG_USE, main
from guide.core.content import Content
from guide.core.lists import KINDS


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What the command says."""
    assert main(["lists", *words]) == FINE
    return capsys.readouterr().out


@pytest.mark.parametrize("kind", ["signs", "arenas", "factors", "terms"])
def test_every_entry_of_the_municipality_is_there_with_what_is_said_of_it(
    shipped: Content, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Stange's own lists and those of all, entry by entry; nobody else's."""
    data = json.loads(told(capsys, kind, "--pack", "stange", "--json"))
    held = shipped.lists if kind == "signs" else getattr(shipped, kind)
    assert {each["list"] for each in data} == {name for name in held if name.split("/")[0] in ("stange", "felles")}
    for each in data:
        found = held[each["list"]]
        assert [entry["id"] for entry in each["entries"]] == [entry.id for entry in getattr(found, kind)]
        assert all(entry["name"] and entry["says"] for entry in each["entries"])
    text = told(capsys, kind, "--pack", "stange")
    assert all(entry["name"] in text for each in data for entry in each["entries"])


def test_neighbours_have_the_lists_of_their_plan(capsys: pytest.CaptureFixture[str]) -> None:
    """Ringebu's arenas are Midtdalen's; where there is no list, that is said."""
    assert "HSA" in told(capsys, "arenas", "--pack", "ringebu")
    assert told(capsys, "signs", "--pack", "ringebu") == "Kommunen har ingen slik liste her.\n"


def test_wrong_use_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """No municipality, and a list that does not exist; measures have a verb of their own."""
    assert main(["lists", "factors"]) == WRONG_USE
    assert "--pack KOMMUNE" in capsys.readouterr().err
    assert main(["lists", "measures", "--pack", "stange"]) == WRONG_USE
    assert set(KINDS) - {"measures"} == {"arenas", "factors", "terms"}
