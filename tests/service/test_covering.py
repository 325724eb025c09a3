"""What situations walk is counted, and what they leave out is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from guide.core.content import Content
from guide.service.checking.covering import as_data, as_text, cover, totals
from guide.service.situations import RowError, Situation, read, walk
from guide.service.walking_on import NoEndError, trail
from guide.store.load import load_exercises
from guide.store.sources import read_exercises

ROWS = """\
- {id: ja, card: felles/tvil, pack: stange, at: 2026-11-25T10:00, facts: {fare_i_dag: ja}}
- {id: vet-ikke, card: felles/tvil, pack: stange, at: 2026-11-25T10:00, facts: {fare_i_dag: vet_ikke}}
- id: nei
  card: felles/tvil
  pack: stange
  at: 2026-11-25T10:00
  each: {kan_ikke_vente: [ja, vet_ikke, nei]}
  facts: {fare_i_dag: nei}
"""
WEEKS = """\
- {id: uker, card: stange/barnehage, pack: stange, at: 2026-11-25T10:00, to_end: ja, facts: {fare_i_dag: [nei, ja]}}
"""


def place(card: str, node: str) -> tuple[str, int]:
    """A place that is easy to see."""
    return f"{card}.yaml", len(node)


@pytest.fixture
def doubt(shipped: Content) -> Content:
    """Content with the one card of two quick questions."""
    return replace(shipped, cards={"felles/tvil": shipped.cards["felles/tvil"]})


def rows(tmp_path: Path, text: str, shorthand: str = "") -> tuple[Situation, ...]:
    """The situations that a folder with this file holds."""
    (tmp_path / "rader.yaml").write_text(text, encoding="utf-8")
    if shorthand:
        (tmp_path / "svar.yaml").write_text(shorthand, encoding="utf-8")
    table = read(tmp_path)
    assert not table.findings
    return table.rows


def test_a_card_that_is_walked_whole(doubt: Content, tmp_path: Path) -> None:
    """Every node, answer and outcome; one row with `each` counts as the walks that it stands for."""
    found = cover(doubt, rows(tmp_path, ROWS))
    assert found.whole
    assert (found.rows, found.unwalkable) == (5, ())
    assert [(part.walked, part.all) for part in totals(found)] == [(6, 6), (6, 6), (2, 2)]
    assert list(as_text(found, place))[-1] == "Alt er gått: 5 situasjoner og 0 øvelser."


def test_what_no_row_comes_to_is_named(doubt: Content, tmp_path: Path) -> None:
    """A node that is never come to and answers that are never given, with the line of their node."""
    found = cover(doubt, rows(tmp_path, ROWS)[:1])
    (card,) = found.cards
    assert not found.whole
    assert card.left_nodes == ("naa", "ikke-fare", "videre")
    assert ("i-dag", "vet_ikke") in card.left_answers
    assert (card.nodes.walked, card.answers.walked, card.outcomes.walked) == (3, 1, 1)
    said = list(as_text(found, place))
    assert ["felles/tvil", "3/6", "1/6", "1/2"] in [line.split() for line in said]
    assert "felles/tvil.yaml:3: ingen situasjon kommer til «naa»." in said
    assert "felles/tvil.yaml:5: ingen situasjon svarer «nei» på «i-dag»." in said
    assert said[-1] == "33 % er gått av 1 situasjoner og 0 øvelser. Ikke gått: 8."
    left = as_data(found, place)["cards"][0]["left"]
    assert {"node": "naa", "answer": None, "file": "felles/tvil.yaml", "line": 3} in left


def test_the_right_way_of_an_exercise_counts_too(shipped: Content, root: Path) -> None:
    """What an exercise passes is walked, answers among it; one that no longer fits breaks the whole."""
    exercises, _ = load_exercises(read_exercises(root))
    arm = exercises["stange/merker-paa-armen"]
    found = cover(shipped, (), [arm])
    card = next(card for card in found.cards if card.card == "felles/vold")
    assert "meld-naa" not in card.left_nodes
    assert ("mistanke", "konkret") not in card.left_answers
    assert ("mistanke", "nei") in card.left_answers
    assert (found.exercises, found.stale) == (1, ())
    assert as_data(found, place)["exercises"] == 1
    stale = cover(shipped, (), [replace(arm, way=arm.way[1:])])
    assert stale.stale == ("stange/merker-paa-armen",)
    assert not stale.whole
    said = "Øvelsen «stange/merker-paa-armen» passer ikke til kortet. Kjør «tiltakskort exercise run»."
    assert said in list(as_text(stale, place))


def test_a_row_that_cannot_be_walked_is_told_and_breaks_the_whole(doubt: Content, tmp_path: Path) -> None:
    """A card that is gone, a fact that no longer has the value, a walk to the end that lacks an answer."""
    more = (
        "- {id: borte, card: felles/finnes-ikke, pack: stange, at: 2026-11-25T10:00, facts: {}}\n"
        "- {id: verdi, card: felles/tvil, pack: stange, at: 2026-11-25T10:00, facts: {fare_i_dag: kanskje}}\n"
        "- {id: svar, card: felles/tvil, pack: stange, at: 2026-11-25T10:00, to_end: ja, facts: {}}\n"
    )
    found = cover(doubt, rows(tmp_path, ROWS + more))
    assert not found.whole
    assert found.unwalkable == (
        ("borte", "felles/finnes-ikke"),
        ("verdi", "fare_i_dag=kanskje"),
        ("svar", "i-dag har ikke svaret fare_i_dag="),
    )
    assert "Situasjonen «verdi» kan ikke gås: fare_i_dag=kanskje." in list(as_text(found, place))


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("- {id: a, pack: stange, at: 2026-11-25T10:00, facts: {}}", "«card» mangler"),
        ("- {id: a, card: felles/tvil, pack: stange, facts: {}}", "«at» mangler"),
        ("- {id: a, card: felles/tvil, pack: stange, at: i går, facts: {}}", "er ikke et tidspunkt"),
        ("- {id: a, card: felles/tvil, pack: stange, at: 2026-11-25T10:00, facts: nei}", "Raden «a» i rader.yaml"),
        ("- {id: a, card: felles/tvil, pack: stange, at: 2026-11-25T10:00, facts: {}, outcome: to}", "Raden «a»"),
    ],
)
def test_a_row_that_cannot_be_read_is_told(tmp_path: Path, row: str, why: str) -> None:
    """What is missing or no time, with the row and its file."""
    with pytest.raises(RowError, match="kan ikke brukes") as told:
        rows(tmp_path, row)
    assert why in str(told.value)


def test_a_file_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    """The other files count all the same."""
    (tmp_path / "a.yaml").write_text("- {id: a,\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text(ROWS, encoding="utf-8")
    table = read(tmp_path)
    assert len(table.rows) == 5
    assert [finding.file for finding in table.findings] == ["a.yaml"]


def test_a_walk_through_the_weeks_gives_answers_in_turn(shipped: Content, root: Path, tmp_path: Path) -> None:
    """What the row does not say is answered calmly; an alarm is opened where the row says, and comes back."""
    calm = (root / "tests" / "golden" / "svar.yaml").read_text(encoding="utf-8")
    alarm = WEEKS.replace("facts:", "alarms: [{card: felles/akutt, at: task, nth: 1}], facts:").replace(
        "fare_i_dag: [nei, ja]", "hva_skjer: brann, alder: '6', tegn_vold: nei, tegn_selvskade: nei"
    )
    (row,) = rows(tmp_path, alarm, calm)
    guide, walked = walk(shipped, row)
    passed = list(trail(guide, walked))
    assert ("!felles/akutt/hva", "brann") in passed
    assert ("fare", "nei") in passed
    assert passed[-1] == (walked.state.stop, "")
    assert not walked.place.go
    assert {node for node, _ in passed} == {at.node for at in walked.state.path}


def test_a_case_that_never_ends_is_told(shipped: Content, root: Path, tmp_path: Path) -> None:
    """Measures that never work go round and round, and that is no walk."""
    calm = (root / "tests" / "golden" / "svar.yaml").read_text(encoding="utf-8")
    weeks = WEEKS.replace(
        "fare_i_dag: [nei, ja]",
        "alder: '6', tegn_vold: nei, tegn_selvskade: nei, trenger_mote: ja, tiltak_virket: nei",
    )
    (row,) = rows(tmp_path, weeks, calm)
    with pytest.raises(NoEndError, match="slutter ikke etter 400 trekk"):
        walk(shipped, row)
