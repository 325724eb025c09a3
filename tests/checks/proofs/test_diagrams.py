"""Decision diagrams against plain sets of tuples."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from guide.checks.proofs.diagrams import NO, YES, Diagram, Diagrams, terminal

SIZES = (2, 3, 2, 3)
ALL = list(product(*(range(size) for size in SIZES)))


def made(diagrams: Diagrams, members: set[tuple[int, ...]]) -> Diagram:
    """The diagram of a set of tuples."""
    found = NO
    for member in members:
        found = diagrams.union(found, diagrams.where({level: [value] for level, value in enumerate(member)}))
    return found


def members(diagrams: Diagrams, of: Diagram) -> set[tuple[int, ...]]:
    """The tuples of a diagram."""
    return {values for values in ALL if diagrams.holds(of, values)}


def chosen(rng: Random) -> set[tuple[int, ...]]:
    """Some tuples."""
    return set(rng.sample(ALL, rng.randint(0, len(ALL))))


@pytest.mark.parametrize("seed", range(60))
def test_sets_are_what_plain_sets_are(seed: int) -> None:
    """Union, meet and difference agree with Python's, and equal sets are the same diagram."""
    rng, diagrams = Random(seed), Diagrams(SIZES)
    one, other = chosen(rng), chosen(rng)
    a, b = made(diagrams, one), made(diagrams, other)
    assert members(diagrams, diagrams.union(a, b)) == one | other
    assert members(diagrams, diagrams.meet(a, b)) == one & other
    assert members(diagrams, diagrams.without(a, b)) == one - other
    assert diagrams.union(a, made(diagrams, set(sorted(one)[::2]))) == a


@pytest.mark.parametrize("seed", range(60))
def test_mapping_and_blurring_are_what_they_say(seed: int) -> None:
    """Mapped values move, several onto one too; a blurred set holds all that look like a member."""
    rng, diagrams = Random(seed), Diagrams(SIZES)
    one = chosen(rng)
    maps = {level: [rng.randrange(SIZES[level]) for _ in range(SIZES[level])] for level in rng.sample(range(4), 2)}
    to = lambda values: tuple(maps[i][v] if i in maps else v for i, v in enumerate(values))  # noqa: E731
    assert members(diagrams, diagrams.mapped(made(diagrams, one), "maps", maps)) == {to(values) for values in one}
    same = {to(values) for values in one}
    blurred = diagrams.blurred(made(diagrams, one), "classes", maps)
    assert members(diagrams, blurred) == {values for values in ALL if to(values) in same}


@pytest.mark.parametrize("seed", range(60))
def test_cases_restrictions_and_freed_levels_are_what_they_say(seed: int) -> None:
    """A case chooses by its level; a restriction and a freed level forget theirs."""
    rng, diagrams = Random(seed), Diagrams(SIZES)
    level = rng.randrange(len(SIZES))
    sets = [chosen(rng) for _ in range(SIZES[level])]
    ways = tuple(made(diagrams, each) for each in sets)
    assert members(diagrams, diagrams.case(level, ways)) == {v for v in ALL if v in sets[v[level]]}
    value = rng.randrange(SIZES[level])
    swapped = lambda values, new: (*values[:level], new, *values[level + 1 :])  # noqa: E731
    kept = members(diagrams, diagrams.restricted(ways[0], level, value))
    assert kept == {v for v in ALL if swapped(v, value) in sets[0]}
    freed = members(diagrams, diagrams.freed(ways[0], frozenset((level,))))
    assert freed == {v for v in ALL if any(swapped(v, new) in sets[0] for new in range(SIZES[level]))}


def test_a_member_is_a_member() -> None:
    """`some` gives values with which the set holds; the empty set has none."""
    diagrams = Diagrams(SIZES)
    wanted = diagrams.meet(diagrams.where({0: [1], 3: [2]}), diagrams.where({1: [0, 2]}))
    found = diagrams.some(wanted)
    assert diagrams.holds(wanted, [found.get(level, 0) for level in range(4)])
    with pytest.raises(ValueError, match="empty"):
        diagrams.some(NO)


def test_functions_are_combined_pointwise() -> None:
    """The larger of two functions, and a terminal's value."""
    diagrams = Diagrams(SIZES)
    one = diagrams.combined("three", lambda a, b: 3 * b, YES, diagrams.where({1: [2]}))
    other = diagrams.combined("one", lambda a, b: b, YES, diagrams.where({2: [0]}))
    most = diagrams.combined("max", max, one, other)
    assert [diagrams.holds(most, (0, y, z, 0)) for y, z in ((2, 0), (0, 0), (0, 1))] == [3, 1, 0]
    assert diagrams.holds(terminal(5), (0, 0, 0, 0)) == 5
