"""The shortest walk to a place, for a finding that says: walk so, and see it yourself.

A breadth-first search over (stop, what is known and still read further on), with the walk's own step function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, combinations
from typing import Final

from guide.core.content import ASK, BACK, BY, OUTCOME, RECORD, SIGNS, TASK, SignList
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
Goal = Callable[[Place, Known], bool]


class GaveUpError(Exception):
    """MOST states were looked at and no walk was found: there may still be one."""


def shortest(
    laid: Laid, lists: Mapping[str, SignList], starts: Iterable[Known], goal: Goal, ages: Iterable[int] = ()
) -> tuple[str, ...] | None:
    """The lines of a shortest walk to a stop that `goal` accepts, None where there is none. Raises GaveUpError.

    `starts` are the facts known before the first question. Of whole years, the first of each of the card's own ranges
    is answered, and those of `ages`. Alarms are not opened on the way.
    """
    search = _Search(laid, lists, ages)
    layer: list[tuple[Key, State]] = []
    for known in starts:
        search.arrive(layer, laid.start, known, frozenset(known), None)
    while layer:
        following: list[tuple[Key, State]] = []
        for key, (stop, known, fresh) in layer:
            place = laid.nodes[stop]
            if goal(place, known):
                return (*search.lines(key), ARRIVED.format(question=place.node.text))
            for line, target, after, still in search.moves(place, known, fresh):
                search.arrive(following, target, after, still, (key, line))
        if len(search.seen) > MOST:
            raise GaveUpError
        layer = following
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
    """One search: what has been seen, and from where."""

    def __init__(self, laid: Laid, lists: Mapping[str, SignList], ages: Iterable[int]) -> None:
        self._laid, self._lists = laid, lists
        self._live = _live(laid, lists)
        self._ages = sorted({*ages, *(low for place in laid.nodes.values() for low, _, _ in place.ages)})
        self.seen: dict[Key, tuple[Key, str] | None] = {}

    def arrive(
        self, layer: list[tuple[Key, State]], at: str, known: Known, fresh: Fresh, way: tuple[Key, str] | None
    ) -> None:
        """Goes on to the next stop, and puts it in `layer` when nobody has stood there knowing the same."""
        try:
            stop, still, _ = enter(self._laid, at, known, fresh)
        except StuckError:  # another proof's finding
            return
        if stop == BACK:
            return
        key = stop, frozenset((fact, known.get(fact, ""), fact in still) for fact in self._live[stop])
        if key not in self.seen:
            self.seen[key] = way
            layer.append((key, (stop, known, still)))

    def moves(self, place: Place, known: Known, fresh: Fresh) -> Iterator[tuple[str, str, Known, Fresh]]:
        """What a person can do at a stop: the line that says it, where it leads, what is known and fresh then."""
        text = place.node.text
        if place.kind == ASK:
            fact = self._laid.facts[place.fact]
            for value in (*place.edges, *(map(str, self._ages) if place.ages else ())):
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


def _live(laid: Laid, lists: Mapping[str, SignList]) -> dict[str, frozenset[str]]:
    """For each node the facts whose value or freshness something further on reads, and the child's age."""
    reads: dict[str, set[str]] = {}
    sets: dict[str, frozenset[str]] = {}
    before: dict[str, list[str]] = {}
    for place in laid.nodes.values():
        reads[place.id] = {"alder", place.fact} if place.kind in (ASK, BY) else {"alder"}
        sets[place.id] = frozenset(f for f, _ in lists[place.node.list].sets) if place.kind == SIGNS else frozenset()
        for target in targets(place):
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
