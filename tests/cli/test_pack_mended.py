"""`tiltakskort pack mended`: what the plans wrote of the law, where, and what holds instead."""

from __future__ import annotations

import json

import pytest

from guide.cli.main import FINE, WRONG_USE, main
from guide.core.content import Content, Mended
from guide.core.record import replace
from guide.service.mended import lines, plans


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What the command says."""
    assert main(["pack", "mended", *words]) == FINE
    return capsys.readouterr().out


def test_place_what_was_written_what_holds_and_when_it_was_read(capsys: pytest.CaptureFixture[str]) -> None:
    """A reference that has gone stands with its place in the plan, the statute that holds, its words, and the date."""
    said = told(capsys, "stange")
    assert "Tiltakskort, skole, punkt 2b: planen skriver «flytskjema 9a-4»." in said
    part = said[said.index("9a-4") :].splitlines()
    assert part[1].strip() == "Gjelder nå: Opplæringslova § 12-4."
    assert part[2].strip().startswith("Den sier: Følg med, grip inn")
    assert part[3].strip() == "Sist kontrollert: 2026-10-02."
    assert "Ringsaker" not in said


def test_every_plan_has_its_own(shipped: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """All five plans quote words of the law that have changed, and their other notes are shown, too."""
    data = json.loads(told(capsys, "--json"))
    assert {plan["pack"] for plan in data if plan["mended"]} == {
        "stange", "ringsaker", "ringerike", "midtdalen", "stor-elvdal"
    }  # fmt: skip
    for plan in data:
        assert plan["notes"] == list(shipped.packs[plan["pack"]].notes)
        assert all(each["place"] and each["wrote"] and each["now"] for each in plan["mended"])
        assert all(each["checked"] and each["says"] for each in plan["mended"] if each["source"])


def test_a_municipality_that_shares_a_plan_is_shown_that_plan(capsys: pytest.CaptureFixture[str]) -> None:
    """Ringebu has Midtdalen's, beside notes of its own."""
    data = json.loads(told(capsys, "ringebu", "--json"))
    assert {plan["pack"]: bool(plan["mended"]) for plan in data} == {"midtdalen": True, "ringebu": False}


def test_a_municipality_that_is_not_there_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    """The message says which there are."""
    assert main(["pack", "mended", "stangen"]) == WRONG_USE
    assert "stange" in capsys.readouterr().err


def test_what_is_not_read_is_said_and_hostile_text_is_cleaned(shipped: Content) -> None:
    """A statute that nobody has read must be checked; control characters do not come through."""
    wrote = Mended("Kap. 1\x1b[31m", "gammelt\u202e ord", "lov:barnevernsloven-13-3")
    pack = replace(shipped.packs["stange"], mended=(wrote,), notes=())
    found = plans(replace(shipped, packs={"stange": pack}))
    assert not found[0].mended[0].sure
    said = "\n".join(lines(found))
    assert "Må kontrolleres." in said
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert list(lines(())) == ["Ingen planer her har noe som er rettet mot loven."]
