"""A walk of a card: immutable, keyed by node id and visit, and replayable.

Every key that a person presses gives a new Walk; the old one stays as it was. What was given at a stop is kept by the
stop and the number of the visit, so that a changed answer drops only what is no longer on the way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import datetime

from guide.core.content import ALARM_MARK, ASK, BACK, OUTCOME, RECORD, SIGNS, TASK, Pairs, SignList
from guide.core.lay import Laid, Place
from guide.core.record import record, replace
from guide.core.step import Fresh, enter, learn

ANSWER, TICK, DONE, NOTE, ON, ALARM = "answer", "tick", "done", "note", "on", "alarm"
_KIND_OF = {ASK: ANSWER, SIGNS: TICK, TASK: DONE, RECORD: NOTE, OUTCOME: ON}


class WalkError(Exception):
    """The move does not fit the stop: another kind of node, or a value that is not offered there."""


@record
class Move:
    """What was given at a stop. `value`: an answer, ticked signs, or (field, text) pairs; `when` is aware."""

    node: str
    visit: int
    kind: str
    when: datetime
    answer: str = ""
    ticked: tuple[str, ...] = ()
    fields: Pairs = ()


@record
class Passed:
    """A node on the way, in the round in which it was passed."""

    node: str
    round: int


@record
class State:
    """Where a walk stands. `returns` are the stops that alarms were opened from, innermost last."""

    stop: str
    known: Mapping[str, str]
    fresh: Fresh
    round: int = 0
    path: tuple[Passed, ...] = ()
    visits: Mapping[str, int] = field(default_factory=dict)
    returns: tuple[str, ...] = ()
    records: Mapping[str, Pairs] = field(default_factory=dict)
    ended: bool = False


@record
class Walk:
    """One walk of one card. `kept` is what was given after the place that one has gone back to."""

    laid: Laid
    lists: Mapping[str, SignList]
    profile: Pairs
    state: State
    moves: tuple[Move, ...] = ()
    kept: tuple[Move, ...] = ()
    dropped: tuple[Move, ...] = ()

    # --- reading ---------------------------------------------------------------------------------------------
    @property
    def place(self) -> Place:
        """The stop that the walk is at."""
        return self.laid.nodes[self.state.stop]

    @property
    def in_alarm(self) -> bool:
        """Whether an alarm is open."""
        return bool(self.state.returns)

    def earlier(self) -> Move | None:
        """What was given here before one went back, to be shown as chosen already."""
        first = self.kept[0] if self.kept else None
        return first if first and first.node == self.state.stop and first.kind != ALARM else None

    def record_of(self, node: str) -> dict[str, str]:
        """The latest record of the graph's node `node`, empty where nothing is noted yet."""
        return dict(self.state.records.get(node, ()))

    def outcomes(self) -> tuple[Place, ...]:
        """Every outcome reached so far, in the order of the way, the present one included."""
        nodes = (self.laid.nodes[p.node] for p in self.state.path)
        return tuple(place for place in nodes if place.kind == OUTCOME)

    # --- moving ----------------------------------------------------------------------------------------------
    def answer(self, value: str, when: datetime) -> Walk:
        """Answers the question that the walk is at. Raises WalkError."""
        return self._give(ANSWER, when, answer=value)

    def tick(self, signs: Iterable[str], when: datetime) -> Walk:
        """Goes on from a list of signs with these ticked. Raises WalkError."""
        return self._give(TICK, when, ticked=tuple(signs))

    def done(self, when: datetime) -> Walk:
        """Goes on from a task. Raises WalkError."""
        return self._give(DONE, when)

    def note(self, fields: Mapping[str, str], when: datetime) -> Walk:
        """Goes on from a record with these fields. Raises WalkError."""
        return self._give(NOTE, when, fields=tuple(fields.items()))

    def go_on(self, when: datetime) -> Walk:
        """Goes on after an outcome that is a waiting point. Raises WalkError."""
        return self._give(ON, when)

    def alarm(self, card: str, when: datetime) -> Walk:
        """Opens an alarm from where the walk stands. The same alarm inside itself changes nothing."""
        if card not in self.laid.alarms:
            raise WalkError(card)
        if self.state.stop.startswith(f"{ALARM_MARK}{card}/"):
            return self
        move = Move(self.state.stop, _visit(self), ALARM, when, answer=card)
        return self._apply(move)

    def back(self) -> Walk:
        """The walk as it was before the last move, which is kept in case the same is given again."""
        if not self.moves:
            return self
        shorter = _replayed(self, self.moves[:-1])
        return replace(shorter, kept=(self.moves[-1], *self.kept))

    def change(self, index: int, move: Move) -> Walk:
        """The walk with its move number `index` given otherwise; what no longer is on the way is in `dropped`."""
        return stood_at(self, index)._give(move.kind, move.when, move.answer, move.ticked, move.fields)

    # --- inside ----------------------------------------------------------------------------------------------
    def _give(
        self, kind: str, when: datetime, answer: str = "", ticked: tuple[str, ...] = (), fields: Pairs = ()
    ) -> Walk:
        if _KIND_OF[self.place.kind] != kind:
            raise WalkError(f"{self.state.stop}: {kind}")
        move = Move(self.state.stop, _visit(self), kind, when, answer, ticked, fields)
        rest = [m for m in self.kept if (m.node, m.visit) != (move.node, move.visit)]
        return _resumed(self._apply(move), rest)

    def _apply(self, move: Move) -> Walk:
        state = advance(self.laid, self.lists, self.state, move)
        return replace(self, state=state, moves=(*self.moves, move), dropped=())


def stood_at(walk: Walk, index: int) -> Walk:
    """The walk as it stood before its move number `index`; what was given from there on is kept."""
    return replace(_replayed(walk, walk.moves[:index]), kept=walk.moves[index:])


def reworded(walk: Walk, index: int, fields: Pairs) -> Walk:
    """The walk with other words in what was noted as number `index` of all that was given, `kept` included.

    It stands where it stood: dates and steps are as they were.
    """
    given = [*walk.moves, *walk.kept]
    given[index] = replace(given[index], fields=fields)
    moves, kept = given[: len(walk.moves)], given[len(walk.moves) :]
    return replace(_replayed(walk, moves), kept=tuple(kept), dropped=walk.dropped)


def _visit(walk: Walk) -> int:
    """How often the stop that the walk is at has been left before."""
    return walk.state.visits.get(walk.state.stop, 0)


def _resumed(walk: Walk, kept: list[Move]) -> Walk:
    """Takes up again what was given before, as long as the way leads past it; the rest is dropped."""
    if not kept and not walk.kept and not walk.dropped:
        return walk
    left = list(kept)
    while not walk.state.ended:
        here = next((m for m in left if (m.node, m.visit) == (walk.state.stop, _visit(walk))), None)
        if here is None:
            break
        try:
            walk = walk._apply(here)
        except WalkError:
            break
        left.remove(here)
    if walk.in_alarm:  # only when the walk has left the alarm is it known what still lies on the way
        return replace(walk, kept=tuple(left))
    return replace(walk, kept=(), dropped=tuple(left))


def _replayed(walk: Walk, moves: Iterable[Move]) -> Walk:
    """The walk begun anew, with these moves alone."""
    again = begin(walk.laid, walk.lists, walk.profile)
    for move in moves:
        again = again._apply(move)
    return again


def begin(laid: Laid, lists: Mapping[str, SignList], profile: Pairs = ()) -> Walk:
    """A new walk. `profile` are facts known from the user's settings; what the card sets comes before them,
    except that the profile chooses among the workplaces that the card serves."""
    usual = {fact.id for fact in laid.usual}
    known = {fact: value for fact, value in profile if fact in usual}
    serves = laid.card.serves
    for fact, value in laid.init.items():
        if fact != "virksomhet" or known.get(fact) not in serves:
            known[fact] = value
    for fact_of in laid.usual:
        if fact_of.default:
            known.setdefault(fact_of.id, fact_of.default)
    start = State("", known, frozenset(known))
    return Walk(laid, lists, profile, _arrive(laid, start, laid.start))


def advance(laid: Laid, lists: Mapping[str, SignList], state: State, move: Move) -> State:
    """The state after `move`. Raises WalkError where the move does not fit."""
    place = laid.nodes[state.stop]
    if move.kind == ALARM:
        return _open(laid, state, move.answer)
    visits = {**state.visits, place.id: state.visits.get(place.id, 0) + 1}
    state = replace(state, visits=visits)
    if move.kind == ANSWER:
        target = place.target(move.answer)
        if target is None:
            raise WalkError(f"{place.id}: {move.answer}")
        known, fresh = learn(state.known, state.fresh, place.fact, move.answer)
        return _arrive(laid, replace(state, known=known, fresh=fresh), target)
    if move.kind == TICK:
        state = _ticked(lists[place.node.list], state, move.ticked)
    elif move.kind == NOTE:
        state = replace(state, records={**state.records, place.id: move.fields})
    if not place.go:
        return replace(state, ended=True)
    return _arrive(laid, state, place.go)


def _ticked(signs: SignList, state: State, ticked: tuple[str, ...]) -> State:
    pointed = {mark for sign in signs.signs if sign.id in ticked for mark in sign.points_at}
    if unknown := set(ticked) - {sign.id for sign in signs.signs}:
        raise WalkError(", ".join(sorted(unknown)))
    known, fresh = dict(state.known), state.fresh
    for fact, mark in signs.sets:
        known[fact] = "ja" if mark in pointed else "nei"
        fresh = fresh | {fact}
    return replace(state, known=known, fresh=fresh)


def _open(laid: Laid, state: State, card: str) -> State:
    alarm = laid.alarms[card]
    stale = alarm.asks - laid.lasting
    opened = replace(state, fresh=state.fresh - stale, returns=(*state.returns, state.stop))
    return _arrive(laid, opened, alarm.start)


def _arrive(laid: Laid, state: State, at: str) -> State:
    while True:
        stop, fresh, passed = enter(laid, at, state.known, state.fresh)
        rounds, path = state.round, list(state.path)
        for node in passed:
            rounds += laid.nodes[node].anew
            path.append(Passed(node, rounds))
        if stop != BACK:
            returns = state.returns if stop.startswith(ALARM_MARK) else ()
            return replace(state, fresh=fresh, round=rounds, path=tuple(path), stop=stop, returns=returns)
        state = replace(state, fresh=fresh, round=rounds, path=tuple(path))
        # Back out of the alarm: to the stop itself, not through it (its round must not begin twice). Where the alarm
        # has answered the very question that one stood at, it is not asked again.
        at = state.returns[-1]
        state = replace(state, stop=at, returns=state.returns[:-1] if at.startswith(ALARM_MARK) else ())
        place = laid.nodes[at]
        target = place.target(state.known[place.fact]) if place.kind == ASK and place.fact in state.fresh else None
        if target is None:
            return state
        at = target
