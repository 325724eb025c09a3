"""Every system in the plans is where planer.yaml says, is walked and found, and docs/planene.md says so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from guide.core.content import Content
from guide.service.guide import Guide
from guide.service.search.search import CARD, CONTACT, NODE, SIGN, search
from tests.plans.page import PAGE, page, situations
from tests.plans.systems import CARD as AT_CARD
from tests.plans.systems import (
    COMMON,
    CONTACTS,
    FILE,
    LIST,
    Plan,
    Step,
    System,
    cited,
    listed,
    numbered,
    plans,
    points_of,
    walked,
)
from tests.service.guides import guide_at

NAMES = ("stange", "ringsaker", "ringerike", "midtdalen", "stor-elvdal")
FIRST = 5
PLACE = re.compile(r"Kap\. (\d+(?:\.\d+)?)")
HOSTILE = "<script>|[x](https://a.no)`*"


@pytest.fixture(scope="module")
def found(shipped: Content) -> Mapping[str, Plan]:
    """The plans of the file by id."""
    return {plan.id: plan for plan in plans(shipped)}


@pytest.fixture(scope="module")
def passed(shipped: Content) -> Mapping[Step, frozenset[str]]:
    """The situations that pass each step."""
    return walked(shipped)


def test_all_five_plans_are_there_and_every_pack_once(shipped: Content, found: Mapping[str, Plan]) -> None:
    """The five, then what they share; each pack of the content belongs to one of them."""
    assert tuple(found) == (*NAMES, COMMON)
    assert Counter(pack for plan in found.values() for pack in plan.packs) == Counter(list(shipped.packs))


@pytest.mark.parametrize("name", NAMES)
def test_every_point_stands_in_one_row(shipped: Content, found: Mapping[str, Plan], name: str) -> None:
    """No point of pack.yaml is left out, and none stands twice."""
    named = Counter(point for system in found[name].systems for point in system.points)
    assert named == Counter(points_of(shipped, found[name]))


@pytest.mark.parametrize("name", NAMES)
def test_every_row_runs_where_it_says(shipped: Content, found: Mapping[str, Plan], name: str) -> None:
    """Each point of a row is cited by something that the row names; no card or list is named in vain.

    A step or an entry that is named by itself may cite another point of the same plan.
    """
    own = set(points_of(shipped, found[name]))
    for system in found[name].systems:
        assert set(system.points) <= cited(shipped, system), system.name
        assert system.points or system.named(LIST) or system.named(CONTACTS), system.name
        for at in system.at:
            wanted = own if at[2] or not system.points else set(system.points)
            assert at[0] == CONTACTS or wanted & cited(shipped, replace(system, at=(at,))), at


@pytest.mark.parametrize("name", NAMES)
def test_every_chapter_is_covered_or_left_with_a_reason(found: Mapping[str, Plan], name: str) -> None:
    """Each chapter stands in a row or in one line with a reason, never both, and no other chapter is named."""
    plan = found[name]
    covered = {chapter for system in plan.systems for chapter in system.chapters}
    left = [chapter for chapters, _ in plan.left for chapter in chapters]
    assert Counter([*covered, *left]) == Counter(list(plan.chapters))
    assert all(len(why.split()) >= 5 for _, why in plan.left)
    assert all(system.chapters for system in plan.systems)


@pytest.mark.parametrize("name", NAMES)
def test_the_numbers_of_the_chapters_have_no_gap(found: Mapping[str, Plan], name: str) -> None:
    """After chapter 4 comes 5, after 7.1 comes 7.2, and a part has its chapter: what is missing is not forgotten."""
    numbers = [tuple(map(int, chapter.split("."))) for chapter in found[name].chapters if numbered(chapter)]
    assert numbers == sorted(numbers)
    whole = [number[0] for number in numbers if len(number) == 1]
    assert whole == list(range(whole[0], whole[0] + len(whole))) if whole else name == "stange"
    for chapter in {number[0] for number in numbers}:
        parts = [number[1] for number in numbers if number[0] == chapter and len(number) > 1]
        assert parts == list(range(1, len(parts) + 1)), chapter
        assert chapter in whole


@pytest.mark.parametrize("name", NAMES)
def test_a_row_names_the_chapters_of_its_points(shipped: Content, found: Mapping[str, Plan], name: str) -> None:
    """A point with «Kap. 7.2» as its place stands in a row that builds on 7.2."""
    for system in found[name].systems:
        for point in system.points:
            pack, _, own = point.partition(":")
            place = shipped.packs[pack].points[own].place
            assert set(PLACE.findall(place)) <= set(system.chapters), f"{system.name}: {place}"


def test_situations_walk_every_row_that_has_a_card(
    shipped: Content, found: Mapping[str, Plan], passed: Mapping[Step, frozenset[str]]
) -> None:
    """At least one made-up situation passes a step of the row, for each of its cards."""
    for plan in found.values():
        for system in plan.systems:
            for card in system.named(AT_CARD):
                own = replace(system, at=tuple(at for at in system.at if at[:2] == (AT_CARD, card)))
                assert situations(shipped, own, passed), f"{system.name}: {card}"


def test_the_tests_that_a_row_names_are_there_and_speak_of_it(root: Path, found: Mapping[str, Plan]) -> None:
    """Each is a file with tests that names something of the row, or that goes through all shipped content."""
    for plan in found.values():
        for system in plan.systems:
            assert system.at, system.name
            for test in system.tests:
                text = (root / test).read_text("utf-8")
                assert "def test_" in text, test
                assert "shipped" in text or any(name in text for _, name, _ in system.at), f"{system.name}: {test}"


@pytest.mark.parametrize("name", [*NAMES, COMMON])
def test_search_finds_all_of_it_by_name(shipped: Content, found: Mapping[str, Plan], name: str) -> None:
    """Each card, entry and contact of each row is among the first five hits for its own name."""
    plan = found[name]
    missed = [miss for system in plan.systems for miss in _missed(shipped, plan, system)]
    assert missed == []


def _missed(content: Content, plan: Plan, system: System) -> list[str]:
    """The cards, entries and contacts of a row that search does not lead to."""
    guide = guide_at(content, "2026-11-23T10:00", plan.at, "barnehage")
    missed = []
    for card in system.named(AT_CARD):
        hits = search(guide, content.cards[card].title, FIRST)
        missed += [] if any(hit.kind in (CARD, NODE) and hit.card == card for hit in hits) else [card]
    for entry in listed(content, system):
        ref = f"{entry.list}#{entry.id}"
        hits = search(guide, entry.title, FIRST)
        at = any(hit.ref == ref or (hit.kind == SIGN and hit.title == entry.title) for hit in hits)
        missed += [] if at else [f"{ref}: {entry.title}"]
    for pack in system.named(CONTACTS):
        missed += _contacts_missed(guide_at(content, "2026-11-23T10:00", pack, "barnehage"), pack)
    return missed


def _contacts_missed(guide: Guide, pack: str) -> list[str]:
    missed = []
    for point in guide.content.contacts[pack]:
        hits = search(guide, point.name, FIRST)
        missed += (
            [] if any(hit.kind == CONTACT and hit.ref == point.service for hit in hits) else [f"{pack}: {point.name}"]
        )
    return missed


def test_the_page_is_current(
    shipped: Content, found: Mapping[str, Plan], passed: Mapping[Step, frozenset[str]]
) -> None:
    """docs/planene.md is what the file and the content give; after a change: python -m tests.plans.page."""
    assert PAGE.read_text("utf-8") == page(shipped, tuple(found.values()), passed)


def test_text_is_never_markup_on_the_page(shipped: Content, found: Mapping[str, Plan]) -> None:
    """A name, a chapter, a reason and a card's title with signs in them stay text, in one cell."""
    plan = found["stor-elvdal"]
    bad = replace(
        plan,
        name=HOSTILE,
        chapters=dict.fromkeys(plan.chapters, HOSTILE),
        systems=tuple(replace(system, name=HOSTILE) for system in plan.systems),
        left=tuple((chapters, HOSTILE) for chapters, _ in plan.left),
    )
    cards = {name: replace(card, title=HOSTILE) for name, card in shipped.cards.items()}
    text = page(replace(shipped, cards=cards), (bad,), {})
    assert HOSTILE not in text
    assert "<script" not in text.replace("\\<script", "")
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in rows} == {3, 7}


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        ("card:stange/analyse", "card:stange/finnes-ikke"),
        ("card:stor-elvdal/hjelp#psykisk", "card:stor-elvdal/hjelp#finnes-ikke"),
        ("list:stange/tegn", "list:stange/finnes-ikke"),
        ("list:ringerike/tiltak#kosip", "list:ringerike/tiltak#finnes-ikke"),
        ("contacts:ringsaker", "contacts:finnes-ikke"),
        ("command:measures", "command:finnes-ikke"),
        ("points: [verktoy-analyse]", "points: [finnes-ikke]"),
    ],
)
def test_a_reference_that_leads_nowhere_is_told(shipped: Content, tmp_path: Path, there: str, instead: str) -> None:
    """A card, step, list, entry, municipality, command or point that is not there stops the reading of the file."""
    text = FILE.read_text("utf-8")
    assert there in text
    other = tmp_path / FILE.name
    other.write_text(text.replace(there, instead), "utf-8")
    with pytest.raises(LookupError, match="finnes-ikke"):
        plans(shipped, other)


def test_every_picture_of_the_page_is_there() -> None:
    """No picture is missing; `python -m tests.tui.system_pictures` makes them."""
    linked = re.findall(r"\((bilder/[^)]+\.svg)\)", PAGE.read_text("utf-8"))
    assert len(linked) > 5
    assert [name for name in linked if not (PAGE.parent / name).is_file()] == []
