"""Everything that is to be proved of the shipped content holds, and the page in docs says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guide.core.content import Content
from guide.service.checking.proving import Proved
from tests.checks.proofs.page import PAGE, page, proved, without_times


@pytest.fixture(scope="module")
def everything(shipped: Content) -> tuple[Proved, ...]:
    """Every proof over the shipped content."""
    return proved(shipped)


def test_every_proof_holds_over_the_shipped_content(everything: tuple[Proved, ...]) -> None:
    """No error anywhere, and no proof that looks at nothing."""
    assert [broken for one in everything for broken in one.verdict.broken if broken.severity == "error"] == []
    assert [(one.proof.id, one.verdict.about) for one in everything if not one.verdict.states] == []


def test_the_page_is_current(shipped: Content, everything: tuple[Proved, ...]) -> None:
    """docs/bevis.md has today's verdicts, states and invariants; after a change: python -m tests.checks.proofs.page."""
    assert without_times(PAGE.read_text(encoding="utf-8")) == without_times(page(shipped, everything))


def test_a_page_that_is_out_of_date_is_told_apart(shipped: Content, everything: tuple[Proved, ...]) -> None:
    """Another verdict, another number of states, another invariant: another page. Another time is none."""
    now = without_times(page(shipped, everything))
    first = everything[0]
    slower = replace(first, verdict=replace(first.verdict, seconds=3.0))
    assert without_times(page(shipped, (slower, *everything[1:]))) == now
    more = replace(first, verdict=replace(first.verdict, states=first.verdict.states + 1))
    assert without_times(page(shipped, (more, *everything[1:]))) != now
    assert without_times(page(replace(shipped, invariants=shipped.invariants[1:]), everything)) != now
