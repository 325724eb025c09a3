"""What a plan says of the law and the law no longer says is told to the admins of every pack, in its notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.store.edits.write import plain
from guide.store.yaml_reader import read

PLANS = ("stange", "ringsaker", "ringerike", "midtdalen", "stor-elvdal")


def notes(root: Path, pack: str) -> str:
    """The notes of a pack, as one text."""
    name = f"trees/{pack}/pack.yaml"
    tree, wrong = read((root / name).read_bytes(), name)
    assert not wrong
    return "\n".join(str(note) for note in plain(tree)["notes"])


@pytest.mark.parametrize("pack", PLANS)
def test_the_changed_words_of_the_law_are_told(root: Path, pack: str) -> None:
    """Each plan quotes § 15-1 in its earlier words: the notes say so, and that the words have changed."""
    said = notes(root, pack)
    assert "15-1" in said
    assert "endret" in said


@pytest.mark.parametrize("pack", PLANS)
def test_the_duty_to_avert_is_told_where_the_plan_is_silent(root: Path, pack: str) -> None:
    """No plan explains § 196 of the Penal Code: the notes say where the duty comes from."""
    assert "straffeloven § 196" in notes(root, pack)


@pytest.mark.parametrize(
    ("pack", "old", "now"),
    [
        ("stange", "9a-4", "kapittel 12"),
        ("stange", "§ 15-8", "§ 24-1"),
        ("ringsaker", "§ 15-8", "§ 24-1"),
        ("ringsaker", "atferdsproblemer", "alvorlig fare"),
        ("stor-elvdal", "lov om barnevernstjenester", "barnevernsloven fra 2021"),
        ("midtdalen", "barnevernloven", "barnevernsloven"),
    ],
)
def test_an_old_reference_of_a_plan_stands_beside_the_one_that_holds(root: Path, pack: str, old: str, now: str) -> None:
    """Whoever holds the card against the plan sees why it says something else."""
    (line,) = [line for line in notes(root, pack).splitlines() if old in line]
    assert now in line
