"""Made pairs of versions: each difference that is known beforehand is found, and nothing else."""

from __future__ import annotations

import pytest

from guide.checks.diff.whole import compare_all
from guide.service.diffing.diffing import as_data
from guide.service.diffing.texts import as_markdown, as_text
from tests.diff.pairs import CARD, PAIRS, Pair, both


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_each_difference_is_found_and_nothing_else(pair: Pair) -> None:
    """Stops with field, before and after; and how many contacts, questions, cards and rewordings."""
    old, new = both(pair)
    assert not [each for each in (*old.findings, *new.findings) if each.severity == "error"]
    found = compare_all(old, new)
    assert not found.unproved
    mine = [
        (each.idents[1][1], what, before, after)
        for each in found.differences
        for what, before, after in each.changes
        if "stop" not in each.what or what == "stop"
    ]
    assert sorted(mine) == sorted(pair.found)
    kinds = ("contacts", "asked", "cards_added", "cards_removed", "alarms", "rewordings")
    assert not found.packs
    assert {kind: len(getattr(found, kind)) for kind in kinds} == {**dict.fromkeys(kinds, 0), **pair.also}


def test_an_exit_to_a_turn_is_told_by_where_it_turns_to() -> None:
    """A turn that nobody sees may have another name; where one of its ways leads elsewhere, both stops are named."""
    turn = "  {name}: {{by: virksomhet, answers: {{barnehage: {to}, skole: noter}}}}\n"
    made = []
    for name, to in (("vei", "meld"), ("sti", "meld"), ("vei", "mote")):
        ways = (CARD, "{felles/akutt: {trygt: back}}", f"{{felles/akutt: {{trygt: {name}}}}}")
        made.append(both(Pair(name, (ways, (CARD, "  meld:\n", f"{turn.format(name=name, to=to)}  meld:\n"))))[1])
    assert not compare_all(made[0], made[1]).differences
    found = compare_all(made[0], made[2])
    assert [each.what for each in found.differences] == [("exit",)]
    said = "\n".join(as_text(found))
    assert "Før: «Meld», «Når ble du bekymret?». Nå: «Trengs det et møte?», «Når ble du bekymret?»." in said


def test_days_that_are_closed_or_count() -> None:
    """Closing days that come and go, and whether Saturday counts, are one entry for the municipality."""
    edit = ("trees/by/pack.yaml", "{saturday: counts, closing_days: [2026-12-23]}", "{closing_days: [2026-12-24]}")
    old, new = both(Pair("dager", (edit,)))
    found = compare_all(old, new)
    assert not found.nothing
    assert list(as_text(found)) == [
        "",
        "Dager og frister",
        "  By kommune",
        "    Nye dager som dere holder stengt: torsdag 24. desember 2026.",
        "    Dager som dere ikke holder stengt lenger: onsdag 23. desember 2026.",
        "    Lørdag teller ikke lenger når du regner ut en frist.",
    ]
    assert "- Lørdag teller nå når du regner ut en frist." in list(as_markdown(compare_all(new, old)))
    changes = (("closing_days", ("2026-12-23",), ("2026-12-24",)), ("saturday", ("counts",), ("rest",)))
    assert as_data(found)["packs"] == [{"pack": "by", "changes": changes}]
    assert not compare_all(old, new, ["by/kort"]).packs


def test_there_are_forty_pairs() -> None:
    """At least forty, ten of them with a note, and each has a name of its own."""
    assert len({pair.name for pair in PAIRS}) == len(PAIRS) >= 40
    assert sum(pair.noted for pair in PAIRS) == 10
