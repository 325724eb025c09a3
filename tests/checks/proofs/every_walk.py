"""Brute force for P1 and P4: every state of a small card by `core.walk`, watched by the rules along each way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations, product

from guide.checks.proofs.trying import IN_TURN, ONE_ALARM
from guide.core.content import ASK, OUTCOME, RECORD, SIGNS, TASK, DutyRule, Invariant, SignList
from guide.core.invariants import Watch
from guide.core.lay import Laid
from guide.core.step import StuckError
from guide.core.walk import Walk, begin

NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


def starts(laid: Laid, lists: Mapping[str, SignList]) -> Iterator[Walk]:
    """A walk for every profile. Raises StuckError."""
    profile = [fact for fact in laid.facts.values() if fact.set_by == "profile"]
    for choice in product(*(("", *(value for value, _ in fact.values)) for fact in profile)):
        said = tuple((fact.id, value) for fact, value in zip(profile, choice, strict=True) if value)
        yield begin(laid, lists, said)


def moves(walk: Walk, alarms: int, opened: bool) -> Iterator[tuple[Walk, str, str, bool]]:
    """Every move, with the fact and value answered, and whether an alarm has been opened then. Raises StuckError.

    `alarms`: none is opened, at most ONE_ALARM is in the whole walk (`opened`: it has been), or any number IN_TURN.
    """
    place, laid = walk.place, walk.laid
    if place.kind == ASK:
        years = laid.facts[place.fact].kind == "years"
        values = [str(age) for age in (0, 5, 6, 11, 12, 14, 15, 40)] if years else []
        for value in (*place.edges, *(value for value in values if place.target(value))):
            yield walk.answer(value, NOON), place.fact, value, opened
    elif place.kind == SIGNS:
        signs = [sign.id for sign in walk.lists[place.node.list].signs]
        for count in range(len(signs) + 1):
            for ticked in combinations(signs, count):
                yield walk.tick(ticked, NOON), "", "", opened
    elif place.kind == RECORD:
        yield walk.note({}, NOON), "", "", opened
    elif place.kind == TASK:
        yield walk.done(NOON), "", "", opened
    elif place.kind == OUTCOME and place.go:
        yield walk.go_on(NOON), "", "", opened
    if not walk.in_alarm and (alarms == IN_TURN or (alarms == ONE_ALARM and not opened)):
        for name in laid.alarms:
            yield walk.alarm(name, NOON), "", "", True


def is_broken(
    laid: Laid, lists: Mapping[str, SignList], rule: Invariant, duties: tuple[DutyRule, ...], alarms: int
) -> bool:
    """Whether some walk of the card breaks the rule."""
    waiting = [(walk, False, "", "", False) for walk in starts(laid, lists)]
    seen = set()
    while waiting:
        walk, happened, fact, value, opened = waiting.pop()
        watch = Watch(rule, duties)
        watch.happened = happened
        if not watch.arrive(walk.place, walk.state.known, fact, value):
            return True
        state = walk.state
        key = (state.stop, frozenset(state.known.items()), state.fresh, state.returns, watch.happened, opened)
        if state.ended or key in seen:
            continue
        seen.add(key)
        waiting += [(after, watch.happened, *said) for after, *said in moves(small(walk), alarms, opened)]
    return False


def small(walk: Walk) -> Walk:
    """The walk without what only tells of the way that it came."""
    return replace(walk, moves=(), kept=(), state=replace(walk.state, path=(), visits={}, round=0))


def is_stuck(laid: Laid, lists: Mapping[str, SignList], alarms: int) -> bool:
    """Whether some walk of the card comes to a turn that leads nowhere."""
    try:
        waiting = [(walk, False) for walk in starts(laid, lists)]
        seen = set()
        while waiting:
            walk, opened = waiting.pop()
            state = walk.state
            key = (state.stop, frozenset(state.known.items()), state.fresh, state.returns, opened)
            if not state.ended and key not in seen:
                seen.add(key)
                waiting += [(after, now) for after, _, _, now in moves(small(walk), alarms, opened)]
    except StuckError:
        return True
    return False
