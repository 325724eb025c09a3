"""The shortest walk to a place, for a finding that says: walk so, and see it yourself.

A search over (stop, what is known and still read further on) with the walk's own step function, the one nearest to the
goal first.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from heapq import heappop, heappush
from itertools import chain, combinations
from typing import Final

from guide.checks.proofs.distance import AGE, distances
from guide.core.content import ASK, BY, OUTCOME, RECORD, SIGNS, TASK, SignList
from guide.core.lay import Laid, Place, targets
from guide.core.step import Fresh, Known, StuckError, enter, learn

MOST = 100_000
"""States after which the search gives up, so that one finding never costs more than a few seconds."""

ANSWERED: Final = "Svar «{answer}» på «{question}»"
TICKED: Final = "Kryss av tegn på «{question}», slik at dette gjelder: {facts}"
NOT_TICKED: Final = "Gå videre uten å krysse av noe på «{question}»"
DONE: Final = "Gjør dette, og gå videre: «{question}»"
NOTED: Final = "Noter det som trengs, og gå videre: «{question}»"
WENT_ON: Final = "Gå videre etter rådet «{question}»"
ARRIVED: Final = "Da får du rådet «{question}»"

Key = tuple[str, frozenset[tuple[str, str, bool]]]
State = tuple[str, Known, Fresh]


class GaveUpError(Exception):
    """MOST states were looked at and no walk was found: there may still be one."""


def shortest(
    laid: Laid,
    lists: Mapping[str, SignList],
    starts: Iterable[Known],
    ends: Collection[str],
    fits: Callable[[Known], bool],
    ages: Iterable[int] = (),
) -> tuple[str, tuple[str, ...]] | None:
    """The nearest of the stops `ends` that is reached with facts that `fits` accepts, and the lines of the walk there.

    None where there is no such walk. Raises GaveUpError. `starts` are the facts known before the first question. Of
    whole years, the first of each of the card's own ranges is answered, and those of `ages`; `fits` may look at the age
    alone. Alarms are not opened on the way. The walk is the shortest one, but for questions that it passes by.
    """
    search = _Search(laid, lists, ages, ends, fits)
    for known in starts:
        search.arrive(0, laid.start, known, frozenset(known), None)
    while search.heap:
        _, _, steps, key, (stop, known, fresh) = heappop(search.heap)
        place = laid.nodes[stop]
        if stop in ends and fits(known):
            return stop, (*search.lines(key), ARRIVED.format(question=place.node.text))
        for line, target, after, still in search.moves(place, known, fresh):
            search.arrive(steps + 1, target, after, still, (key, line))
        if len(search.seen) > MOST:
            raise GaveUpError
    return None


def starts(laid: Laid, settings: Iterable[str]) -> Iterator[dict[str, str]]:
    """What may be known before the first question, as the user's settings give it: for each workplace of `settings`
    (empty: not said), every role and every owner, and none."""
    profile = [fact for fact in laid.facts.values() if fact.set_by == "profile" and fact.id != "virksomhet"]
    choices: list[dict[str, str]] = [{}]
    for fact in profile:
        values = [value for value, _ in fact.values]
        choices = [{**known, **more} for known in choices for more in ({}, *({fact.id: v} for v in values))]
    usual = {fact.id: fact.default for fact in laid.facts.values() if fact.default}
    for setting in settings:
        mine = {"virksomhet": setting} if setting in laid.card.serves else {}
        place = {"virksomhet": setting} if setting else {}
        yield from ({**usual, **place, **known, **laid.init, **mine} for known in choices)


class _Search:
    """One search: what has been seen, from where, and what is to be looked at, the most promising first."""

    def __init__(
        self,
        laid: Laid,
        lists: Mapping[str, SignList],
        ages: Iterable[int],
        ends: Collection[str],
        fits: Callable[[Known], bool],
    ) -> None:
        self._laid, self._lists = laid, lists
        first = {low for place in laid.nodes.values() for low, _, _ in place.ages}
        self._ages = [str(age) for age in sorted(first.union(ages))]
        self._far = distances(laid, ends, fits, self._ages)
        self._live = _live(laid, lists, frozenset(node for node, _ in self._far))
        self.seen: dict[Key, tuple[Key, str] | None] = {}
        self._steps: dict[Key, int] = {}
        self._pushed = 0
        self.heap: list[tuple[int, int, int, Key, State]] = []

    def arrive(self, steps: int, at: str, known: Known, fresh: Fresh, way: tuple[Key, str] | None) -> None:
        """Goes on to the next stop, to be looked at unless one stood there sooner, knowing the same."""
        try:
            stop, still, _ = enter(self._laid, at, known, fresh)
        except StuckError:  # another proof's finding
            return
        far = self._far.get((stop, known.get(AGE, "")))
        if far is None:  # nothing sought lies further on
            return
        key = stop, frozenset((fact, known.get(fact, ""), fact in still) for fact in self._live[stop])
        if steps < self._steps.get(key, steps + 1):
            self.seen[key], self._steps[key] = way, steps
            self._pushed += 1
            heappush(self.heap, (steps + far, self._pushed, steps, key, (stop, known, still)))

    def moves(self, place: Place, known: Known, fresh: Fresh) -> Iterator[tuple[str, str, Known, Fresh]]:
        """What a person can do at a stop: the line that says it, where it leads, what is known and fresh then."""
        text = place.node.text
        if place.kind == ASK:
            fact = self._laid.facts[place.fact]
            for value in (*place.edges, *(self._ages if place.ages else ())):
                if (target := place.target(value)) is not None:
                    line = ANSWERED.format(answer=fact.words(value), question=text)
                    yield line, target, *learn(known, fresh, place.fact, value)
        elif place.kind == SIGNS:
            for facts in _ticks(self._lists[place.node.list]):
                ticked = ", ".join(self._laid.facts[fact].about for fact, value in facts.items() if value == "ja")
                line = (TICKED if ticked else NOT_TICKED).format(question=text, facts=ticked)
                yield line, place.go, {**known, **facts}, fresh | facts.keys()
        elif place.go:
            template = {TASK: DONE, RECORD: NOTED, OUTCOME: WENT_ON}[place.kind]
            yield template.format(question=text), place.go, known, fresh

    def lines(self, key: Key) -> tuple[str, ...]:
        """The lines that lead to a state, first to last."""
        lines: list[str] = []
        while (step := self.seen[key]) is not None:
            key, line = step
            lines.append(line)
        return tuple(reversed(lines))


def _ticks(signs: SignList) -> Iterator[dict[str, str]]:
    """What the list can set: each way in which some signs point at some marks, fewest first."""
    marks = [mark for _, mark in signs.sets]
    points = {frozenset(sign.points_at) & set(marks) for sign in signs.signs}
    for chosen in chain.from_iterable(combinations(marks, number) for number in range(len(marks) + 1)):
        within = [found for found in points if found <= set(chosen)]
        if frozenset().union(*within) == set(chosen):
            yield {fact: "ja" if mark in chosen else "nei" for fact, mark in signs.sets}


def _live(laid: Laid, lists: Mapping[str, SignList], within: frozenset[str]) -> dict[str, frozenset[str]]:
    """For each node of `within` the facts that something further on there reads, and the child's age."""
    reads: dict[str, set[str]] = {}
    sets: dict[str, frozenset[str]] = {}
    before: dict[str, list[str]] = {}
    for place in (laid.nodes[node] for node in within):
        reads[place.id] = {AGE, place.fact} if place.kind in (ASK, BY) else {AGE}
        sets[place.id] = frozenset(f for f, _ in lists[place.node.list].sets) if place.kind == SIGNS else frozenset()
        for target in within.intersection(targets(place)):
            before.setdefault(target, []).append(place.id)
    waiting = list(reads)
    while waiting:
        node = waiting.pop()
        for other in before.get(node, ()):
            more = reads[node] - sets[other] - reads[other]
            if more:
                reads[other] |= more
                waiting.append(other)
    return {node: frozenset(facts) for node, facts in reads.items()}
