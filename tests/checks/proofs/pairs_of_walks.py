"""Brute force for P5: every state of a small card by `core.walk`, and every pair of walks from each question there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain, combinations, product

from guide.core.advice import REPORT, URGENCY, rank
from guide.core.content import ASK, BACK, OUTCOME, RECORD, SIGNS, TASK, SignList
from guide.core.lay import Laid
from guide.core.walk import ALARM, ANSWER, DONE, NOTE, ON, TICK, Move, State, advance, begin

NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
Answers = Mapping[str, str]
"""By question of a fact («f0») or fact at a list of signs («tegn_a@n1»)."""


@dataclass(frozen=True)
class Seen:
    """What a walk has come to in its round: the rank of the first outcome's urgency, and of the strongest report."""

    urgency: int = -1
    report: int = -1


@dataclass
class Brute:
    """One card. `weaker` finds every (card, node, kind) where the more serious answer gives less."""

    laid: Laid
    lists: Mapping[str, SignList]

    def states(self) -> list[State]:
        """Every state at a stop, with every profile."""
        profile = [fact for fact in self.laid.facts.values() if fact.set_by == "profile"]
        waiting = []
        for choice in product(*(("", *(value for value, _ in fact.values)) for fact in profile)):
            said = tuple((fact.id, value) for fact, value in zip(profile, choice, strict=True) if value)
            waiting.append(begin(self.laid, self.lists, said).state)
        seen: dict[object, State] = {}
        while waiting:
            state = waiting.pop()
            key = (state.stop, frozenset(state.known.items()), state.fresh, state.returns)
            if state.ended or key in seen:
                continue
            seen[key] = state = replace(state, path=(), round=0, visits={})
            alarms = [self.move(state, ALARM, answer=name) for name in self.alarms(state)]
            moves = chain((move for _, move in self.moves(state, {})), alarms)
            waiting += [advance(self.laid, self.lists, state, move) for move in moves]
        return list(seen.values())

    def alarms(self, state: State) -> list[str]:
        """The alarms that can be opened, with up to two open at once."""
        inside = state.stop[1:] if state.returns else ""
        free = [name for name in self.laid.alarms if not inside.startswith(f"{name}/")]
        return free if len(state.returns) < 2 else []

    def moves(self, state: State, answers: Answers) -> Iterator[tuple[Answers, Move]]:
        """What can be given at a stop and agrees with `answers`, which are then more."""
        place = self.laid.nodes[state.stop]
        if place.kind == ASK:
            years = {low for other in self.laid.nodes.values() if place.ages for low, _, _ in other.ages}
            values = (*place.edges, *(str(year) for year in sorted(years)))
            for value in values if place.fact not in answers else (answers[place.fact],):
                yield {**answers, place.fact: value}, self.move(state, ANSWER, answer=value)
        elif place.kind == SIGNS:
            for ticked, facts in self.ticks(place.node.list):
                named = {f"{fact}@{place.id}": value for fact, value in facts.items()}
                if all(answers.get(name, value) == value for name, value in named.items()):
                    yield {**answers, **named}, self.move(state, TICK, ticked=ticked)
        else:
            yield answers, self.move(state, {TASK: DONE, RECORD: NOTE, OUTCOME: ON}[place.kind])

    def move(self, state: State, kind: str, **given: object) -> Move:
        """One move at the stop."""
        return Move(state.stop, 0, kind, NOON, **given)  # type: ignore[arg-type]

    def ticks(self, name: str) -> list[tuple[tuple[str, ...], dict[str, str]]]:
        """For each way in which a list can set its facts, some ticks that do."""
        signs = self.lists[name]
        found: dict[object, tuple[tuple[str, ...], dict[str, str]]] = {}
        for ticked in chain.from_iterable(combinations(signs.signs, n) for n in range(len(signs.signs) + 1)):
            points = {mark for sign in ticked for mark in sign.points_at}
            facts = {fact: "ja" if mark in points else "nei" for fact, mark in signs.sets}
            found.setdefault(tuple(facts.items()), (tuple(sign.id for sign in ticked), facts))
        return list(found.values())

    def courses(self, state: State, move: Move, answers: Answers, seen: Seen) -> Iterator[tuple[Answers, Seen]]:
        """Every way to the end of the round that agrees with `answers`."""
        after = advance(self.laid, self.lists, state, move)
        for passed in after.path:
            place = self.laid.nodes[passed.node]
            if place.anew:
                yield answers, seen
                return
            if place.kind == OUTCOME:
                urgency = seen.urgency if seen.urgency >= 0 else rank(URGENCY, place.node.urgency)
                seen = Seen(urgency, max(seen.report, rank(REPORT, place.node.report)))
            if place.go == BACK:
                yield answers, seen
                return
        if after.ended:
            yield answers, seen
            return
        after = replace(after, path=(), round=0)
        for more, following in self.moves(after, answers):
            yield from self.courses(after, following, more, seen)

    def weaker(self) -> set[tuple[str, str, str]]:
        """Where, in which card, and whether it is urgency or duty that is less."""
        found = set()
        once = {(state.stop, frozenset(state.known.items()), state.fresh): state for state in self.states()}
        for state in once.values():
            place = self.laid.nodes[state.stop]
            for fact, low, high in self.pairs(state):
                for answers, one in self.courses(state, low[1], low[0], Seen()):
                    shared = {name: value for name, value in answers.items() if name != fact} | {fact: high[0][fact]}
                    for _, other in self.courses(state, high[1], shared, Seen()):
                        if one.urgency > other.urgency:
                            found.add((place.card, place.node.id, "alvor-haster-mindre"))
                        if one.report > other.report:
                            found.add((place.card, place.node.id, "alvor-svakere-plikt"))
        return found

    def pairs(self, state: State) -> Iterator[tuple[str, tuple[Answers, Move], tuple[Answers, Move]]]:
        """What is answered, less and more seriously, with all else alike."""
        moves = list(self.moves(state, {}))
        for low, high in product(moves, moves):
            apart = [name for name in low[0] if low[0][name] != high[0][name]]
            if len(apart) == 1:
                fact = self.laid.facts[apart[0].partition("@")[0]]
                one, other = (fact.level(given[0][apart[0]]) for given in (low, high))
                if 0 <= one <= other:
                    yield apart[0], low, high
