"""Quick practice: what is right is what the cards, the contacts and the calendar say."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date

import pytest

from guide.core.clock import local, parse, weekday_date
from guide.core.content import Content
from guide.core.days import Calendar
from guide.core.exercise import AREAS, RIGHT, Exercise
from guide.core.record import replace
from guide.service import words
from guide.service.desk import Desk
from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.service.training.deadlines import of_deadlines
from guide.service.training.decisions import trainings
from guide.service.training.quick import HOW_MANY, MOST_ALIKE, situations
from guide.service.training.view import Quick
from guide.service.training.walks import of_walks
from tests.conftest import ROOT

NOW = local(parse("2026-11-24T10:00"))


@pytest.fixture(scope="module")
def exercises() -> dict[str, Exercise]:
    """The shipped exercises."""
    return dict(Desk(lambda: ROOT).exercises)


def guide_of(content: Content, pack: str = "stange") -> Guide:
    """A guide for the kindergarten of a municipality."""
    return Guide(content, Profile(pack, (("virksomhet", "barnehage"), ("rolle", "ansatt"))), lambda: NOW)


@pytest.mark.parametrize("pack", ["stange", "ringebu"])
@pytest.mark.parametrize("area", AREAS)
def test_twenty_situations_of_each_area(shipped: Content, exercises: dict[str, Exercise], area: str, pack: str) -> None:
    """One right answer among two and more, no two alike, not always the same answer; the same again for a seed."""
    guide = guide_of(shipped, pack)
    found = situations(guide, area, "1", exercises.values())
    assert len(found) == HOW_MANY == len({(one.clock, one.story, one.ask) for one in found})
    for one in found:
        texts = [option.text for option in one.options]
        assert len(set(texts)) == len(texts) >= 2
        assert one.right.kind == RIGHT
        assert one.ask
    assert max(Counter(one.right.text for one in found).values()) <= MOST_ALIKE
    assert situations(guide, area, "1", exercises.values()) == found
    assert situations(guide, area, "2", exercises.values()) != found


def answered(one: Quick) -> dict[str, str]:
    """What has been answered in a situation that a card gives, by what it is about."""
    return dict(line.split(": ", 1) for line in one.story)


def test_what_is_right_comes_from_the_card(shipped: Content) -> None:
    """Another advice of the card, another right answer: nothing stands beside it."""
    right = of_walks(guide_of(shipped), "meldeplikt", {}, random.Random("1"), 12)
    card = shipped.cards["felles/meldeplikt"]
    nodes = {name: replace(node, report="not_now") if node.report else node for name, node in card.nodes.items()}
    turned = replace(shipped, cards={**shipped.cards, card.id: replace(card, nodes=nodes)})
    assert len({one.right.text for one in right}) >= 3
    assert {one.right.text for one in of_walks(guide_of(turned), "meldeplikt", {}, random.Random("1"), 12)} == {
        words.REPORT["not_now"]
    }
    assert all(one.sources and answered(one) for one in right)


def test_violence_at_home_never_lets_guardians_know_first(shipped: Content) -> None:
    """In every situation with something concrete and a guardian suspected the right answer is to say nothing yet."""
    found = of_walks(guide_of(shipped), "foresatte", {}, random.Random("3"), 200)
    at_home = [
        one
        for one in found
        if answered(one).get("Mistanke om vold eller overgrep", "").startswith("Ja.")
        and "forelder" in answered(one).get("Hvem mistanken gjelder", "")
    ]
    assert at_home
    assert {one.right.text for one in at_home} == {words.GUARDIANS["not_before_advice"]}


def test_deadlines_are_counted_by_the_calendar(shipped: Content) -> None:
    """Three working days of Stange, the weeks and months of the law; a Saturday that counts changes what is right."""
    found = of_deadlines(guide_of(shipped), random.Random("1"), 40)
    counted = [one for one in found if "Fristen er 3 virkedager." in one.story]
    assert counted
    for one in counted:
        start = next(day for day in days(2026, 2027) if one.story[1].endswith(weekday_date(day)))
        assert one.right.text == weekday_date(Calendar().add_working_days(start, 3))
        assert one.sources[0].startswith("Stange kommune:")
    assert {one.story[2] for one in found} >= {"Fristen er én uke.", "Fristen er 3 uker.", "Fristen er 3 måneder."}
    stange = replace(shipped.packs["stange"], saturday_counts=True)
    other = replace(shipped, packs={**shipped.packs, "stange": stange})
    saturdays = {one.story: one.right for one in of_deadlines(guide_of(other), random.Random("1"), 40)}
    assert any(saturdays.get(one.story, one.right) != one.right for one in counted)


def days(first: int, last: int) -> list[date]:
    """Every day of these years."""
    start, end = date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()
    return [date.fromordinal(day) for day in range(start, end + 1)]


def test_an_exercise_that_no_longer_fits_gives_nothing(shipped: Content, exercises: dict[str, Exercise]) -> None:
    """Where card and exercise part, there is nothing to be right about; hostile text comes out clean."""
    one = exercises["stange/merker-paa-armen"]
    stale = replace(one, way=(replace(one.way[0], at="finnes-ikke"), *one.way[1:]))
    assert trainings(guide_of(shipped), [stale]) == ()
    hostile = replace(one, scenes=(replace(one.scenes[0], text="a\x1b[31m\u202eb [red]"), *one.scenes[1:]))
    found = situations(guide_of(shipped), "oppdage", "1", [hostile])
    assert found
    assert not any(sign in line for quick in found for line in quick.story for sign in ("\x1b", "\u202e"))


def test_a_municipality_without_anything_of_its_own_has_what_is_shared(shipped: Content) -> None:
    """No exercises at all: deadlines and duties are still there, spotting is not."""
    guide = guide_of(shipped)
    assert situations(guide, "oppdage", "1") == ()
    assert len(situations(guide, "meldeplikt", "1")) == HOW_MANY
    assert situations(guide, "frister", "1")
