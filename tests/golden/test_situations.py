"""The golden table holds."""

from __future__ import annotations

import pytest

from guide.core.content import Content
from tests.golden.situations import Situation, differences, read, walk
from tests.golden.table import PAGE, page

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
