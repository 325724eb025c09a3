"""The shortest real walk of both versions to two stops that may say something else, or that there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Final

from guide.checks.diff.joint import Held
from guide.checks.diff.product import OVER, Pair, Product, State, Step
from guide.checks.diff.search import Looked
from guide.core.content import ASK, BY, SIGNS

A_CARD: Final = 200_000
"""States that all searches of one card may look at together: some seconds, whatever has been changed."""
PASSES: Final = (300, 3_000, 60_000)
"""States after which one search gives up, pass by pass: what is easily found is, before hard ones use up the rest."""
_PAIRS_A_STATE: Final = 25
"""Getting one search ready costs about one state for so many pairs."""

Key = tuple[Pair, Held]


class GaveUpError(Exception):
    """As many states as were allowed were looked at and no walk was found: there may still be one."""


@dataclass(slots=True)
class Budget:
    """What the searches of one card have left."""

    states: int = A_CARD


@dataclass(frozen=True, slots=True)
class Found:
    """A walk: what is known from the start, each pair with the step taken there, and where it ends."""

    profile: tuple[tuple[str, str], ...]
    steps: tuple[tuple[Pair, Step], ...]
    end: State


def nearest(
    product: Product,
    looked: Looked,
    pairs: set[Pair],
    allowed: tuple[Budget, int],
    fits: Callable[[State], bool] | None = None,
) -> Found | None:
    """The shortest walk to one of `pairs`, with facts that `fits` accepts (it may look at those of the rules on
    duties); None where there is none. `allowed`: what the card has left, and what this search may use of it.

    Raises GaveUpError.
    """
    budget, most = allowed
    if budget.states <= 0:
        raise GaveUpError
    search = _Search(product, looked, pairs, fits is not None)
    budget.states -= len(search.far) // _PAIRS_A_STATE
    try:
        return search.find(fits or (lambda state: True), min(most, budget.states))
    finally:
        budget.states -= len(search.cost)


class _Search:
    """One search, those nearest to the goal first."""

    def __init__(self, product: Product, looked: Looked, pairs: set[Pair], duties: bool) -> None:
        self.product, self.pairs = product, pairs
        self.far = _distances(looked, pairs)
        self.read = _read(product, looked, self.far, pairs if duties else set())
        self.cost: dict[Key, int] = {}
        self.before: dict[Key, tuple[Key, Pair, Step] | tuple[tuple[str, str], ...]] = {}
        self.heap: list[tuple[int, int, int, int, Key, State]] = []
        self.count = 0

    def find(self, fits: Callable[[State], bool], most: int) -> Found | None:
        for profile in self.product.profiles():
            self._come(self.product.start(profile), 0, profile)
        while self.heap:
            _, _, _, cost, key, state = heappop(self.heap)
            if cost > self.cost[key]:
                continue
            if state.pair in self.pairs and fits(state):
                return self._found(key, state)
            for step, then in self.product.follow(state):
                self._come(then, cost + step.person, (key, state.pair, step))
            if len(self.cost) > most:
                raise GaveUpError
        return None

    def _come(self, state: State, cost: int, before: tuple[Key, Pair, Step] | tuple[tuple[str, str], ...]) -> None:
        far = self.far.get(state.pair)
        if far is None:
            return
        read = self.read[state.pair]
        key = state.pair, tuple(state.held[index] for index in read)
        if cost < self.cost.get(key, cost + 1):
            self.cost[key], self.before[key] = cost, before
            self.count += 1
            heappush(self.heap, (cost + far, far, self.count, cost, key, state))

    def _found(self, key: Key, end: State) -> Found:
        steps: list[tuple[Pair, Step]] = []
        before = self.before[key]
        while len(before) == 3 and isinstance(before[2], Step):
            steps.append((before[1], before[2]))
            before = self.before[before[0]]
        return Found(before, tuple(reversed(steps)), end)


def _distances(looked: Looked, pairs: set[Pair]) -> dict[Pair, int]:
    """By pair: the fewest keys to one of `pairs`; those that do not lead there are left out."""
    far: dict[Pair, int] = {}
    heap = [(0, pair) for pair in sorted(pairs)]
    while heap:
        cost, pair = heappop(heap)
        if pair not in far:
            far[pair] = cost
            for before, more in looked.into.get(pair, ()):
                if before not in far:
                    heappush(heap, (cost + more, before))
    return far


def _read(product: Product, looked: Looked, far: dict[Pair, int], ruled: set[Pair]) -> dict[Pair, tuple[int, ...]]:
    """By pair: the facts that something reads on the way to the goal; others need not be told apart."""
    reads = {pair: _reads(product, looked, pair) for pair in far}
    if ruled:
        rules = _bits(product, _ruled(product))
        reads |= {pair: reads[pair] | rules for pair in ruled if pair in reads}
    waiting = list(reversed(far))
    while waiting:
        pair = waiting.pop()
        mine = reads[pair]
        for before, _ in looked.into.get(pair, ()):
            if mine & ~reads.get(before, mine):
                reads[before] |= mine
                waiting.append(before)
    slots: dict[int, tuple[int, ...]] = {}
    for bits in set(reads.values()):
        slots[bits] = tuple(index for index in range(bits.bit_length()) if bits >> index & 1)
    return {pair: slots[bits] for pair, bits in reads.items()}


def _reads(product: Product, looked: Looked, pair: Pair) -> int:
    """The facts that a step from a pair rests on."""
    if pair not in looked.reads:
        looked.reads[pair] = _bits(product, _facts(product, pair))
    return looked.reads[pair]


def _bits(product: Product, facts: Iterable[str]) -> int:
    slots = product.joint.slot
    return sum(1 << slots[fact] for fact in set(facts) if fact in slots)


def _facts(product: Product, pair: Pair) -> Iterator[str]:
    for side, at in enumerate(pair):
        if at == OVER:
            continue
        place = product.place(side, at)
        if place.kind in (ASK, BY):
            yield place.fact
        elif place.kind == SIGNS:
            yield from (fact for fact, _ in product.versions.content(side).lists[place.node.list].sets)


def _ruled(product: Product) -> Iterator[str]:
    for side in (0, 1):
        for rule in product.versions.content(side).duties:
            yield from (fact for fact, _ in rule.given)
