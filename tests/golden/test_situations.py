"""The golden table holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guide.core.content import ASK, Content
from guide.service.checking import accepted
from guide.service.walking_on import NoEndError, trail
from tests.golden.situations import FOLDER, Situation, differences, read, walk
from tests.golden.table import PAGE, marks, page

TABLE = read()


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.id)
def test_a_situation_gets_the_advice_that_plan_and_law_decide(shipped: Content, row: Situation) -> None:
    """Route, report, duties, guardians, urgency, services, numbers and dates are what the row says."""
    guide, found = walk(shipped, row)
    assert differences(guide, found, row) == [], f"{row.title} → {found.place.id}: {row.why}"


def test_the_table_is_whole(shipped: Content) -> None:
    """At least 60 rows, each with its source and reason, and no row that expects nothing."""
    assert len(TABLE) >= 60
    assert len({row.id for row in TABLE}) == len(TABLE)
    assert all(row.source and row.why and row.expect for row in TABLE)


def test_every_vet_ikke_is_in_the_table(shipped: Content) -> None:
    """Each ordered fact's «vet ikke» stands in a row that its card asks."""
    given = {(fact, value) for row in TABLE for fact, values in row.times.items() for value in values}
    asked = {fact.id: fact.unknown for fact in shipped.facts.values() if fact.order and fact.set_by != "signs"}
    assert set(asked.items()) - given == set()


def test_the_sources_of_the_table_exist(shipped: Content) -> None:
    """Every source is a point of a plan, a statute or guidance; «advice:» is the project's own rule."""
    for row in TABLE:
        for source in row.source:
            kind, _, name = source.partition(":")
            known = source in shipped.laws or (kind in shipped.packs and name in shipped.packs[kind].points)
            assert known or kind == "advice", f"{row.id}: {source}"


def test_the_page_shows_what_the_cards_answer_today(shipped: Content) -> None:
    """docs/situasjoner.md is made from the table; after a change: python -m tests.golden.table."""
    assert PAGE.read_text(encoding="utf-8") == page(shipped)


def test_nothing_that_a_situation_shows_has_changed_unread(shipped: Content) -> None:
    """Steps, effects, services, numbers, hours, dates are those last accepted; after a change: read, then accept."""
    kept, now = accepted.read(FOLDER), marks(shipped, TABLE)
    assert sorted(row for row in now if now[row] != kept.get(row)) == []
    assert sorted(set(kept) - set(now)) == []


def test_every_node_and_answer_is_walked(shipped: Content) -> None:
    """Each node of each card, and each answer of each question, stands on the way of a row."""
    walked: set[tuple[str, str, str]] = set()
    for row in TABLE:
        guide, found = walk(shipped, row)
        places = found.walk.laid.nodes
        walked |= {(places[at].card, places[at].node.id, key) for at, key in trail(guide, found.walk)}
    there = {(card.id, node.id, "") for card in shipped.cards.values() for node in card.nodes.values()}
    there |= {
        (card.id, node.id, key)
        for card in shipped.cards.values()
        for node in card.nodes.values()
        if node.kind == ASK
        for key, _ in node.answers
    }
    walked |= {(card, node, "") for card, node, _ in walked}
    assert sorted(there - walked) == []


LONG = next(row for row in TABLE if row.id == "rolig-uke-barnehage-ja")


@pytest.mark.parametrize(
    "expect",
    [
        {"report": "must"},
        {"on_the_way": [{"report": "must"}]},
        {"not_guardians": ["inform_unless"]},
        {"does": ["reports"]},
        {"not_does": ["contacts_guardians"]},
        {"order": [["contacts_guardians", "contacts_leader"]]},
        {"order": [["reports", "contacts_leader"]]},
    ],
    ids=str,
)
def test_a_row_that_expects_what_is_not_so_fails(shipped: Content, expect: dict[str, object]) -> None:
    """Every kind of expectation about the way can be missed: a calm case that is reported to nobody misses them all."""
    guide, found = walk(shipped, LONG)
    assert differences(guide, found, replace(LONG, expect=expect)) != []


def test_a_row_that_never_ends_is_told(shipped: Content) -> None:
    """A case whose measures never work goes round and round, and is not taken for an answer."""
    with pytest.raises(NoEndError, match="slutter ikke"):
        walk(shipped, replace(LONG, times={**LONG.times, "tiltak_virket": ("nei",)}))
