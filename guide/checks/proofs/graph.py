"""A card's graph made ready for a search: nodes by number, answers with where they lead.

Nothing here decides how a walk goes on: the search over it is held against the real walk (tests/checks/proofs), and
every walk that a proof shows as its reason has been walked with `core.walk`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from guide.core.content import ALARM_MARK, ASK, BACK, BY, EXIT, INCLUDE, OUTCOME, SIGNS, Fact, SignList
from guide.core.lay import OLDEST, Laid, Place

BACK_TO_CALLER = -1
"""In place of a node's number: out of an alarm, to where it was opened from."""
NOWHERE = -2
"""In place of a node's number: the walk ends here."""

Answers = tuple[tuple[str, int], ...]
Ticks = tuple[tuple[tuple[str, str], ...], ...]


@dataclass(slots=True, eq=False)
class Vertex:
    """A node with its ways out. `answers`: (value, node) of an ask or a by; `go` of all others."""

    index: int
    place: Place
    answers: Answers = ()
    go: int = NOWHERE
    ticks: Ticks = ()
    """Of signs: the (fact, value) pairs that some choice of ticks gives, each once."""
    alarm: str = ""
    """The alarm that the node belongs to, empty for the card's own."""

    @property
    def stops(self) -> bool:
        """Whether a walk may stop here."""
        return self.place.kind not in (BY, INCLUDE, EXIT)

    @property
    def waits(self) -> bool:
        """Whether a walk always stops here, whatever is known."""
        return self.stops and self.place.kind != ASK

    def leads(self, value: str) -> int | None:
        """Where an answer leads, None where it is not offered."""
        return next((to for answer, to in self.answers if answer == value), None)

    def targets(self) -> Iterator[int]:
        """Every node that it can lead to."""
        yield from (to for _, to in self.answers)
        if self.go != NOWHERE:
            yield self.go


@dataclass(slots=True, eq=False)
class Graph:
    """All of a card. `values` are those of each fact that make a difference: years of age stand for ranges."""

    laid: Laid
    vertices: list[Vertex]
    number: dict[str, int]
    start: int
    alarms: dict[str, int]
    values: dict[str, tuple[str, ...]]
    profile: tuple[tuple[tuple[str, str], ...], ...]
    """Every set of facts that a walk can begin with, as (fact, value) pairs."""

    def callable_from(self, vertex: Vertex) -> Iterator[tuple[str, int]]:
        """The alarms that can be opened at a stop, with where they start."""
        if vertex.stops:
            yield from ((name, at) for name, at in self.alarms.items() if name != vertex.alarm)


def graph_of(laid: Laid, lists: Mapping[str, SignList], extra: Mapping[str, Iterable[str]] | None = None) -> Graph:
    """The graph of a laid card. `extra` are values by fact that a rule tells apart although no node does."""
    number = {name: index for index, name in enumerate(laid.nodes)}
    values = _values(laid, extra or {})
    at = {**number, BACK: BACK_TO_CALLER, "": NOWHERE}
    vertices = [_vertex(place, at, values, lists) for place in laid.nodes.values()]
    return Graph(
        laid=laid,
        vertices=vertices,
        number=number,
        start=number[laid.start],
        alarms={name: number[alarm.start] for name, alarm in laid.alarms.items()},
        values=values,
        profile=tuple(_profiles(laid)),
    )


def _vertex(
    place: Place, at: Mapping[str, int], values: Mapping[str, tuple[str, ...]], lists: Mapping[str, SignList]
) -> Vertex:
    made = Vertex(at[place.id], place, go=at[place.go])
    if place.kind in (ASK, BY):
        ways = ((value, place.target(value)) for value in values[place.fact])
        made.answers = tuple((value, at[to]) for value, to in ways if to is not None)
    elif place.kind == SIGNS:
        made.ticks = tuple(_ticks(lists[place.node.list]))
    if place.id.startswith(ALARM_MARK):
        made.alarm = place.prefix[1:].partition("/")[0] + "/" + place.prefix[1:].split("/")[1]
    return made


def _ticks(signs: SignList) -> Iterator[tuple[tuple[str, str], ...]]:
    """What ticking can say: each set of marks that some set of signs points at."""
    marks = {frozenset(sign.points_at) & {mark for _, mark in signs.sets} for sign in signs.signs}
    found: set[frozenset[str]] = {frozenset()}
    for mark in marks:
        found |= {mark | other for other in found}
    for pointed in sorted(found, key=sorted):
        yield tuple((fact, "ja" if mark in pointed else "nei") for fact, mark in signs.sets)


def _values(laid: Laid, extra: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    found = {}
    for name, fact in laid.facts.items():
        found[name] = _years(laid, fact, extra.get(name, ())) if fact.kind == "years" else _choices(fact)
    return found


def _choices(fact: Fact) -> tuple[str, ...]:
    return tuple(value for value, _ in fact.values)


def _years(laid: Laid, fact: Fact, extra: Iterable[str]) -> tuple[str, ...]:
    """«Vet ikke», and the first year of every range that some node tells apart."""
    borders = {0}
    for place in laid.nodes.values():
        if place.fact == fact.id:
            borders |= {low for low, _, _ in place.ages} | {high + 1 for _, high, _ in place.ages}
            borders |= {year for value in place.edges if value.isdigit() for year in (int(value), int(value) + 1)}
    borders |= {year for value in extra if value.isdigit() for year in (int(value), int(value) + 1)}
    return (*(str(year) for year in sorted(borders) if year <= OLDEST), fact.unknown)


def _profiles(laid: Laid) -> Iterator[tuple[tuple[str, str], ...]]:
    """What `core.walk.begin` can begin with: every profile, what the card sets, what is usual."""
    facts = [fact for fact in laid.facts.values() if fact.set_by == "profile"]
    seen = set()
    for choice in product(*(("", *_choices(fact)) for fact in facts)):
        known = {fact.id: value for fact, value in zip(facts, choice, strict=True) if value}
        for name, value in laid.init.items():
            if name != "virksomhet" or known.get(name) not in laid.card.serves:
                known[name] = value
        for usual in laid.facts.values():
            if usual.default:
                known.setdefault(usual.id, usual.default)
        found = tuple(sorted(known.items()))
        if found not in seen:
            seen.add(found)
            yield found


def is_end(vertex: Vertex) -> bool:
    """Whether a walk ends at this stop."""
    return vertex.waits and vertex.go == NOWHERE


def is_outcome(vertex: Vertex) -> bool:
    """Whether advice is given here."""
    return vertex.place.kind == OUTCOME
