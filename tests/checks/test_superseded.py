"""Every old reference of the shipped list is found as people write it, and what looks like it is left alone."""

from __future__ import annotations

import pytest

from guide.checks.rules.gammel_henvisning import pattern
from guide.core.content import Content

WRITTEN = {
    "barnevernloven § 6-4": [
        "Barnevernlovens § 6-4",
        "§ 6-4 i barnevernloven",
        "barnevernloven §6-4",
        "barnevernlova § 6-4",
    ],
    "bvl. § 4-3": ["bvl § 4-3", "Bvl. § 4-3", "bvl. §§ 4-2 og 4-3"],
    "barnevernloven § 6-7 a": ["barnevernloven § 6-7a", "barnevernloven § 6-7 a"],
    "§ 9 A-4": ["§ 9A-4", "§ 9 a-4", "opplæringslova § 9 A-4"],
    "flytskjema 9 A-4": ["flytskjema 9a-4", "Flytskjema 9A-4"],
    "kapittel 9 A": ["kapittel 9A", "Kapittel 9 a"],
    "opplæringslova § 15-3": ["opplæringsloven § 15-3", "opplæringslovens § 15-3", "§ 15-3 i opplæringslova"],
    "oppl. § 15-8": ["oppl. § 15-8", "oppl § 15-8"],
    "friskolelova": ["friskoleloven", "Friskolelova"],
    "fylkesmannen": ["Fylkesmannen", "fylkesmannens"],
    "straffeloven § 169": ["straffeloven § 169", "strl. § 169"],
    "IS-1742": ["IS-1742", "is 1742"],
    "Udir-10-2012": ["Udir-10-2012", "udir 10-2012"],
    "ldl. § 17 a": ["ldl § 17a"],
    "alvorlige atferdsvansker": ["Alvorlige atferdsvansker"],
}
NOT = {
    "barnevernloven § 6-4": [
        "barnevernsloven § 6-4",
        "barnevernloven § 6-41",
        "opplæringslova § 6-4",
        "barnevernloven",
    ],
    "opplæringslova § 15-3": ["opplæringslova § 15-31", "§ 15-3", "barnehageloven § 15-3"],
    "barnehageloven § 20": ["barnehageloven § 2", "barnehageloven § 200", "barnehageloven § 20-1"],
    "§ 9 A-4": ["§ 9", "§ 9 A-40", "9 A"],
    "straffeloven § 139": ["straffeloven § 196", "straffeloven § 1390"],
    "IS-1742": ["IS-17420"],
}


@pytest.mark.parametrize("old", WRITTEN)
def test_an_old_reference_is_found_in_every_writing(old: str) -> None:
    """Other spaces, endings, order and letters."""
    for text in WRITTEN[old]:
        wanted = pattern("strl. § 169") if text.startswith("strl") else pattern(old)
        assert wanted.search(f"Se {text}."), text


@pytest.mark.parametrize("old", NOT)
def test_what_looks_like_it_is_left_alone(old: str) -> None:
    """The new act with nearly the same name, longer numbers, other acts."""
    assert not [text for text in NOT[old] if pattern(old).search(f"Se {text}.")]


def test_the_shipped_list_is_whole(shipped: Content) -> None:
    """Each old reference that the review of the law names is there, leads somewhere, and is found as it is written."""
    olds = dict(shipped.superseded)
    wanted = {
        *WRITTEN, *NOT, "barnevernloven § 4-2", "§ 9 A-5", "§ 9 A-6", "opplæringslova § 15-8", "barnehageloven § 22",
        "strl. § 139", "Udir-3-2017", "Fra bekymring til handling", "normløs atferd",
    }  # fmt: skip
    assert wanted <= olds.keys()
    assert all(pattern(old).search(f"Se {old} i dag") for old in olds)
    assert all(now in shipped.laws for now in olds.values() if now.startswith(("lov:", "kilde:")))
