"""Brute force for two versions of a small card: all walks of both with `core.walk`, nothing merged but equal states."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from guide.checks.diff.versions import Versions
from guide.core.content import ASK, BACK, OUTCOME, RECORD, SIGNS, TASK
from guide.core.invariants import binding
from guide.core.lay import lay
from guide.core.record import replace
from guide.core.walk import Walk, begin
from tests.checks.proofs.every_walk import NOON, starts

Seen = tuple[tuple[str, str], tuple[str, str], str]
NOBODY = ("", "")
AGES = ("0", "5", "6", "11", "12", "14", "15", "40")


def differences(versions: Versions, card: str) -> set[Seen]:
    """(old node, new node, what) for everything that differs on some walk that opens no alarm.

    A task that has come or gone stands alone, whatever is opposite it."""
    old, new = lay(versions.old, card), lay(versions.new, card)
    profiles = [walk.profile for walk in starts(new, versions.new.lists)]
    waiting = [(begin(old, versions.old.lists, said), begin(new, versions.new.lists, said)) for said in profiles]
    found: set[Seen] = set()
    seen = set()
    while waiting:
        pair = waiting.pop()
        key = tuple((w.state.stop, frozenset(w.state.known.items()), w.state.fresh, w.state.ended) for w in pair)
        if key not in seen:
            seen.add(key)
            waiting += [(_small(one), _small(other)) for one, other in _next(versions, pair, found)]
    return found


def _small(walk: Walk) -> Walk:
    return replace(walk, moves=(), kept=(), state=replace(walk.state, path=(), visits={}, round=0))


def _next(versions: Versions, pair: tuple[Walk, Walk], found: set[Seen]) -> Iterator[tuple[Walk, Walk]]:
    old, new = pair
    if old.state.ended or new.state.ended:
        return
    one, other = old.place, new.place
    says = [place.kind in (TASK, OUTCOME) for place in (one, other)]
    if all(says):
        yield from _compared(versions, pair, found)
    elif one.kind == other.kind == RECORD:
        yield old.note({}, NOON), new.note({}, NOON)
    elif one.kind == RECORD:
        yield old.note({}, NOON), new
    elif other.kind == RECORD:
        yield old, new.note({}, NOON)
    elif one.kind == other.kind == ASK and one.fact == other.fact:
        values = _offered(old), _offered(new)
        for value in {*values[0], *values[1]}:
            if value in values[0] and value in values[1]:
                yield old.answer(value, NOON), new.answer(value, NOON)
            else:
                found.add((versions.of(0, one), versions.of(1, other), f"answer {value}"))
    elif one.kind == other.kind == SIGNS and one.node.list == other.node.list:
        yield from ((old.tick(t, NOON), new.tick(t, NOON)) for t in _ticks(old))
    elif says[0]:
        yield from ((old, walk) for walk in _alone(new, old))
    else:
        yield from ((walk, new) for walk in _alone(old, new))


def _offered(walk: Walk) -> list[str]:
    place = walk.place
    return [*place.edges, *(age for age in AGES if place.ages and place.target(age))]


def _ticks(walk: Walk) -> Iterator[tuple[str, ...]]:
    signs = [sign.id for sign in walk.lists[walk.place.node.list].signs]
    for count in range(len(signs) + 1):
        yield from combinations(signs, count)


def _alone(walk: Walk, other: Walk) -> Iterator[Walk]:
    """One walk goes on alone; what the other has been told in this round is told again, where it can be."""
    fresh = {fact: value for fact, value in other.state.known.items() if fact in other.state.fresh}
    if walk.place.kind == ASK:
        told = fresh.get(walk.place.fact)
        offered = _offered(walk)
        same = told is not None and walk.place.target(told) is not None
        yield from (walk.answer(value, NOON) for value in ([told] if same and told else offered))
        return
    after = [walk.tick(ticked, NOON) for ticked in _ticks(walk)]
    facts = [fact for fact, _ in walk.lists[walk.place.node.list].sets]
    yield from (w for w in after if all(fresh.get(f, w.state.known[f]) == w.state.known[f] for f in facts))


def _compared(versions: Versions, pair: tuple[Walk, Walk], found: set[Seen]) -> Iterator[tuple[Walk, Walk]]:
    old, new = pair
    one, other = old.place, new.place
    idents = versions.of(0, one), versions.of(1, other)
    on = [walk.go_on if place.kind == OUTCOME else walk.done for walk, place in ((old, one), (new, other))]
    if one.kind == other.kind and (idents[0] == idents[1] or one.node.text == other.node.text):
        found |= {(*idents, what) for what in _said(versions, pair)}
        yield on[0](NOON), on[1](NOON)
        return
    only = not versions.in_both(idents[0]), not versions.in_both(idents[1])
    if only == (True, False) and one.kind == TASK and one.go:
        found.add((idents[0], NOBODY, "removed"))
        yield on[0](NOON), new
    elif only == (False, True) and other.kind == TASK and other.go:
        found.add((NOBODY, idents[1], "added"))
        yield old, on[1](NOON)
    else:
        found.add((*idents, "stop"))
        if one.go and other.go and BACK not in (one.go, other.go):
            after = versions.of(0, old.laid.nodes[one.go]), versions.of(1, new.laid.nodes[other.go])
            if all(only) or after[0] == after[1]:
                yield on[0](NOON), on[1](NOON)


def _said(versions: Versions, pair: tuple[Walk, Walk]) -> Iterator[str]:
    old, new = (walk.place.node for walk in pair)
    for what in ("urgency", "report", "guardians"):
        if getattr(old, what) != getattr(new, what):
            yield what
    services = [[service for service, _ in node.contact] for node in (old, new)]
    if services[0][:1] != services[1][:1]:
        yield "first"
    if sorted(services[0][1:]) != sorted(services[1][1:]):
        yield "contacts"
    if bool(pair[0].place.go) != bool(pair[1].place.go):
        yield "end"
    if old.kind == OUTCOME:
        duties = [binding(w.place, w.state.known, versions.content(s).duties) for s, w in enumerate(pair)]
        if duties[0] != duties[1]:
            yield "duties"
    if sorted(map(str, old.deadlines)) != sorted(map(str, new.deadlines)):
        yield "deadlines"
