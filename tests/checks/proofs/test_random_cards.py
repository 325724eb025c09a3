"""The random cards are what they promise, or what is held against brute force on them would say little."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

from guide.core.content import ASK, BY, INCLUDE, OUTCOME, RECORD, SIGNS
from guide.core.lay import Laid
from guide.core.step import StuckError
from guide.core.walk import State, Walk, begin
from tests.checks.proofs.random_cards import Shape, random_card

NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
SEEDS = range(60)
States = dict[tuple[object, ...], State]


def moves(walk: Walk) -> list[Walk]:
    """The walks one step on: every answer, nothing ticked, done, noted, gone on, and the alarms."""
    place, laid = walk.place, walk.laid
    if walk.state.ended:
        return []
    found = [] if walk.in_alarm else [walk.alarm(name, NOON) for name in laid.alarms]
    if place.kind == ASK:
        values = [*place.edges, *(str(low) for low, _, _ in place.ages)]
        return found + [walk.answer(value, NOON) for value in values]
    if place.kind == SIGNS:
        return [*found, walk.tick((), NOON)]
    if place.kind == RECORD:
        return [*found, walk.note({}, NOON)]
    return [*found, walk.go_on(NOON) if place.kind == OUTCOME else walk.done(NOON)]


def states(laid: Laid, walk: Walk, most: int = 3000) -> States:
    """Every state of a walk, up to `most`. Raises StuckError."""
    seen: States = {}
    waiting = [walk]
    while waiting and len(seen) < most:
        now = waiting.pop()
        state = now.state
        key = (state.stop, frozenset(state.known.items()), state.fresh, state.returns, state.ended)
        if key not in seen:
            seen[key] = state
            waiting += moves(now)
    return seen


def test_a_sound_card_can_be_walked_everywhere() -> None:
    """No walk of a sound card is stuck, and the cards are of many sizes and hold every kind of node."""
    kinds: Counter[str] = Counter()
    sizes = []
    for seed in SEEDS:
        laid, lists = random_card(seed)
        found = states(laid, begin(laid, lists))
        sizes.append(len(found))
        kinds += Counter({laid.nodes[passed.node].kind for state in found.values() for passed in state.path})
    assert set(kinds) >= {ASK, BY, SIGNS, RECORD, OUTCOME, INCLUDE}
    assert sorted(sizes)[len(sizes) // 2] > 50


def test_a_card_with_faults_is_not_sound() -> None:
    """With faults, some walk of some card is stuck, and some question does not offer every value."""
    stuck, missing = 0, 0
    for seed in SEEDS:
        laid, lists = random_card(seed, Shape(faults=0.3))
        try:
            states(laid, begin(laid, lists))
        except StuckError:
            stuck += 1
        asks = [place for place in laid.nodes.values() if place.kind == ASK and not place.ages]
        missing += any(place.target(value) is None for place in asks for value, _ in laid.facts[place.fact].values)
    assert stuck > 5
    assert missing > 5


def test_the_same_seed_gives_the_same_card() -> None:
    """Two cards of one seed are equal, those of two seeds are not."""
    one, again, other = (random_card(seed)[0].card for seed in (1, 1, 2))
    assert one == again
    assert one != other
