"""The facts that a search keeps apart: which they are, and what is known of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guide.checks.proofs.states import ANYTHING, NOT_ASKED_YET, Apart, State
from guide.checks.proofs.watching import Watcher


@dataclass(frozen=True, slots=True)
class Keep:
    """Which facts a search keeps apart: always, or only while the watcher is awake."""

    always: frozenset[str] = frozenset()
    awake: frozenset[str] = frozenset()


class Keeping:
    """The facts of one search that are kept apart: those asked for, and those that the watcher speaks of."""

    def __init__(self, keep: Keep, watcher: Watcher, facts: Iterable[str]) -> None:
        """`facts` are all that there are."""
        exact = keep.always | keep.awake
        self.facts = tuple(sorted((exact | set(watcher.facts)) & set(facts)))
        self.slot = {fact: index for index, fact in enumerate(self.facts)}
        self._watcher, self._exact = watcher, exact
        self._sleepy = tuple(fact not in keep.always and fact not in watcher.facts for fact in self.facts)
        self._known: dict[Apart, dict[str, str]] = {}

    def known(self, apart: Apart) -> dict[str, str]:
        """The values that are known; do not change it."""
        found = self._known.get(apart)
        if found is None:
            pairs = zip(self.facts, apart, strict=True)
            found = {fact: value for fact, value in pairs if value not in (NOT_ASKED_YET, ANYTHING)}
            self._known[apart] = found
        return found

    def stand_in(self, fact: str, value: str) -> str:
        """The value itself, or one that the watcher cannot tell it from, where nobody else needs to know."""
        return value if fact in self._exact else self._watcher.same(fact, value)

    def begun(self, known: Mapping[str, str]) -> Apart:
        """At the start of a walk."""
        return tuple(self.stand_in(fact, known[fact]) if fact in known else NOT_ASKED_YET for fact in self.facts)

    def begins(self, state: State, known: Mapping[str, str]) -> bool:
        """Whether a walk with a profile begins in a state."""
        pairs = zip(state.apart, self.begun(known), strict=True)
        return all(value in (ANYTHING, first) for value, first in pairs)

    def learnt(self, now: State, given: Mapping[str, str]) -> State:
        """After answers or ticks."""
        apart = list(now.apart)
        for fact in given.keys() & self.slot.keys():
            apart[self.slot[fact]] = self.stand_in(fact, given[fact])
        return now._replace(apart=tuple(apart))

    def rested(self, state: State) -> State:
        """While the watcher sleeps, only what is always kept apart is known."""
        if not self._watcher.sleeps(state.memory, self.known(state.apart)):
            return state
        pairs = zip(state.apart, self._sleepy, strict=True)
        return state._replace(apart=tuple(ANYTHING if sleepy else value for value, sleepy in pairs))
