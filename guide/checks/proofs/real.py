"""From a way of a search to a real walk: the same steps with all facts known, or the fact that stands in the way.

A search keeps only some facts apart. Where its way needs another one to be two things at once, that one must be kept
apart, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from guide.checks.proofs.graph import Graph
from guide.checks.proofs.shortest import ANSWERED, ARRIVED, DONE, NOT_TICKED, NOTED, TICKED, WENT_ON
from guide.checks.proofs.space import Space
from guide.checks.proofs.states import Fault, Frame, State, Step
from guide.checks.proofs.way import CAME
from guide.core.content import ASK, BY, OUTCOME, RECORD, SIGNS, TASK, Content, Pairs, SignList
from guide.core.walk import Walk, begin

OPENED, LED_BACK = "!", "<"
"""In place of a value: `!felles/vold` opens the alarm at the node; an alarm has led back to the node."""
OPENED_AT = "Åpne «{title}» med tasten for det, mens du står ved «{question}»"
NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Conflict:
    """The way cannot be walked: `fact` would have to be something else than it is."""

    fact: str


@dataclass(frozen=True, slots=True)
class Real:
    """A way that can be walked: what is known from the start, and what a person gives, stop by stop."""

    profile: Pairs
    moves: tuple[Step, ...]
    """(node, answer, ticks, `!card` for an alarm, or nothing)."""
    end: int
    """The node that it ends at."""


def steps_to(space: Space, fault: Fault) -> list[Step]:
    """All steps from the start of the card to a fault, those inside alarms among them; the last has no value."""
    steps = [*_to_entry(space, fault.frame, frozenset()), *_steps(space, fault.frame, fault.state)]
    return [*steps, (space.vertex(fault.state).index, "")]


def _steps(space: Space, frame: Frame, state: State) -> list[Step]:
    """The steps from the start of a frame to a state or a result of it."""
    count = len(space.graph.vertices)
    parts: list[list[Step]] = []
    at: State | None = state
    while at is not None:
        way = frame.ways[at]
        if way.through is not None and way.before is not None:
            inner, result = way.through
            caller = way.before.at % count
            back: list[Step] = [(caller, LED_BACK)] if result.at < 0 else []
            name = inner.entry.alarm if inner.entry else ""
            parts.append([(caller, OPENED + name), *_steps(space, inner, result), *back])
        elif way.step is not None:
            parts.append([way.step])
        at = way.before
    return [step for part in reversed(parts) for step in part]


def _to_entry(space: Space, frame: Frame, seen: frozenset[int]) -> list[Step]:
    """The steps from the start of the card to where an alarm is entered in this way, its opening included."""
    if frame.entry is None:
        return []
    callers = [caller for caller in frame.callers.values() if id(caller.frame) not in seen]
    outer, state, _ = min(callers, key=lambda c: (c.frame.entry is not None, c.frame.ways[c.state].cost))
    opening = (space.vertex(state).index, OPENED + frame.entry.alarm)
    return [*_to_entry(space, outer, seen | {id(frame)}), *_steps(space, outer, state), opening]


def _begun(frame: Frame, state: State, seen: frozenset[int] = frozenset()) -> State:
    """The state of the card's start that the way to a state begins with."""
    way = frame.ways[state]
    while way.before is not None:
        state = way.before
        way = frame.ways[state]
    if frame.entry is None:
        return state
    callers = [caller for caller in frame.callers.values() if id(caller.frame) not in seen]
    outer, state, _ = min(callers, key=lambda c: (c.frame.entry is not None, c.frame.ways[c.state].cost))
    return _begun(outer, state, seen | {id(frame)})


def realize(space: Space, fault: Fault, profiles: Iterable[Pairs], *, stuck: bool = False) -> Real | Conflict:
    """The way to a fault walked with each profile in turn; the conflict of the one that comes furthest where none can.

    With `stuck`, a walk must really have no way on from where they end.
    """
    graph, steps, first = space.graph, steps_to(space, fault), _begun(fault.frame, fault.state)
    furthest, conflict = -1, Conflict("")
    for profile in profiles:
        if not space.keeping.begins(first, dict(profile)):
            continue
        attempt = _Attempt(space, dict(profile))
        stopped = attempt.walk(steps)
        if stopped is None and stuck and attempt.leads_on(steps[-1][0]):
            stopped = len(steps), graph.vertices[steps[-1][0]].place.fact
        if stopped is None:
            return Real(profile, tuple(attempt.moves), steps[-1][0])
        if stopped[0] > furthest:
            furthest, conflict = stopped[0], Conflict(stopped[1])
    return conflict


class _Attempt:
    """One try, with all that is known."""

    def __init__(self, space: Space, known: dict[str, str]) -> None:
        self.graph, self.known = space.graph, known
        self._watched, self._stand_in = frozenset(space.watcher.facts), space.keeping.stand_in
        self.fresh = set(known)
        self.moves: list[Step] = []

    def walk(self, steps: list[Step]) -> tuple[int, str] | None:
        """How far it went and the fact that stopped it; None where all could be walked."""
        lasting, arrived = self.graph.laid.lasting, True
        for count, (index, value) in enumerate(steps):
            place = self.graph.vertices[index].place
            if place.anew and arrived:
                self.fresh &= lasting
            # an alarm opens from a stop that has been come to, and leads back to it: no new round begins there
            arrived = not value.startswith(OPENED) and value != LED_BACK
            if value.startswith(OPENED):
                if place.kind == ASK and not self._asked(index):
                    return count, place.fact
                self.fresh -= self.graph.laid.alarms[value[1:]].asks - lasting
                self.moves.append((index, value))
                arrived = True
            elif value != LED_BACK and count + 1 < len(steps) and not self._give(index, value):
                return count, place.fact
        return None

    def leads_on(self, index: int) -> bool:
        """Whether what is known has a way on from a node that asks or reads a fact."""
        vertex = self.graph.vertices[index]
        return vertex.place.kind == ASK or vertex.leads(self.known.get(vertex.place.fact, "-")) is not None

    def _asked(self, index: int) -> bool:
        """Whether a question is asked: its fact is not fresh, or has a value that is not offered there."""
        vertex = self.graph.vertices[index]
        return vertex.place.fact not in self.fresh or vertex.leads(self.known[vertex.place.fact]) is None

    def _give(self, index: int, value: str) -> bool:
        """Goes on from a node by `value`; False where what is known leads elsewhere."""
        vertex = self.graph.vertices[index]
        place = vertex.place
        if place.kind in (ASK, BY):
            if place.kind == ASK and self._asked(index):
                self._learn({place.fact: value})
                self.moves.append((index, value))
                return True
            # passed by: what is known must lead there, and be for the watcher what the search took it for
            there = self.known.get(place.fact, "-")
            alike = place.fact not in self._watched or self._stand_in(place.fact, there) == self._stand_in(
                place.fact, value
            )
            return alike and vertex.leads(there) == vertex.leads(value)
        if place.kind == SIGNS:
            self._learn(dict(pair.split("=") for pair in value.split()))
        if vertex.waits:
            self.moves.append((index, value))
        return True

    def _learn(self, given: Mapping[str, str]) -> None:
        self.known.update(given)
        self.fresh |= given.keys()


def walked(graph: Graph, lists: Mapping[str, SignList], real: Real) -> Iterator[tuple[Walk, str, str]]:
    """The walk itself, through `core.walk`: each stop, with the fact and the answer that led there."""
    walk = begin(graph.laid, lists, real.profile)
    yield walk, "", ""
    for index, value in real.moves:
        place = graph.vertices[index].place
        fact = said = ""
        if value.startswith(OPENED):
            walk = walk.alarm(value[1:], NOON)
        elif place.kind == ASK:
            walk, fact, said = walk.answer(value, NOON), place.fact, value
        elif place.kind == SIGNS:
            walk = walk.tick(_signs(lists[place.node.list], value), NOON)
        elif place.kind == RECORD:
            walk = walk.note({f.id: NOON.date().isoformat() for f in place.node.fields if f.kind == "date"}, NOON)
        else:
            walk = walk.done(NOON) if place.kind == TASK else walk.go_on(NOON)
        yield walk, fact, said


def _signs(signs: SignList, value: str) -> list[str]:
    """Signs that say together what `value` says."""
    wanted = dict(pair.split("=") for pair in value.split())
    allowed = {mark for fact, mark in signs.sets if wanted[fact] == "ja"}
    known = {mark for _, mark in signs.sets}
    return [sign.id for sign in signs.signs if (marks := set(sign.points_at) & known) and marks <= allowed]


def lines(content: Content, graph: Graph, real: Real) -> tuple[str, ...]:
    """The walk as a person walks it, a Norwegian line a step."""
    return (*(_line(content, graph, index, value) for index, value in real.moves), _last(graph, real.end))


def _line(content: Content, graph: Graph, index: int, value: str) -> str:
    place = graph.vertices[index].place
    question, facts = place.node.text, graph.laid.facts
    if value.startswith(OPENED):
        return OPENED_AT.format(title=content.cards[value[1:]].title, question=question)
    if place.kind == ASK:
        return ANSWERED.format(answer=facts[place.fact].words(value), question=question)
    if place.kind == SIGNS:
        said = [
            facts[fact].about for fact, _, answer in (pair.partition("=") for pair in value.split()) if answer == "ja"
        ]
        return TICKED.format(question=question, facts=", ".join(said)) if said else NOT_TICKED.format(question=question)
    return {TASK: DONE, RECORD: NOTED, OUTCOME: WENT_ON}[place.kind].format(question=question)


def _last(graph: Graph, end: int) -> str:
    place = graph.vertices[end].place
    return (ARRIVED if place.kind == OUTCOME else CAME).format(question=place.node.text, text=place.node.text)
