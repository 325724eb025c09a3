"""Arithmetic on stretches of time agrees with sets of minutes."""

from __future__ import annotations

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from guide.checks.proofs.spans import Span, Spans, longest, minute, moment, union, without
from guide.core.clock import OSLO

pairs = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8)


def minutes(spans: Spans | list[Span]) -> set[int]:
    """Every minute of the spans."""
    return {at for begin, end in spans for at in range(begin, end)}


def in_order(spans: Spans) -> bool:
    """Whether the spans are sorted, and neither empty, overlapping nor touching."""
    flat = [at for span in spans for at in span]
    return flat == sorted(set(flat))


@given(pairs, pairs)
def test_union_and_difference_are_those_of_sets(some: list[Span], others: list[Span]) -> None:
    """Union and difference hold exactly the minutes that sets would, in order."""
    one, other = union(some), union(others)
    assert minutes(one) == minutes(some)
    assert minutes(union(some, others)) == minutes(some) | minutes(others)
    assert minutes(without(one, other)) == minutes(some) - minutes(others)
    assert in_order(one)
    assert in_order(without(one, other))


@given(pairs)
def test_longest_is_the_first_of_the_longest(some: list[Span]) -> None:
    """No span is longer than the longest, and none as long comes before it."""
    spans = union(some)
    found = longest(spans)
    if found is None:
        assert not spans
    else:
        assert all((end - begin, -begin) <= (found[1] - found[0], -found[0]) for begin, end in spans)


def test_minutes_tell_octobers_equal_hours_apart() -> None:
    """02:30 comes twice on 25 October 2026: two moments, an hour apart, and each leads back to itself."""
    first, second = (datetime(2026, 10, 25, 2, 30, tzinfo=OSLO, fold=fold) for fold in (0, 1))
    assert minute(second) - minute(first) == 60
    assert [moment(minute(at)).isoformat() for at in (first, second)] == [first.isoformat(), second.isoformat()]
