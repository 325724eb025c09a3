"""The invariants of felles/safety.yaml, sampled by random walks until they are proved."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest

from guide.core.content import ASK, OUTCOME, RECORD, SIGNS, Content
from guide.core.invariants import Watch
from guide.core.lay import Laid, lay
from guide.core.walk import Walk, begin

WALKS = {
    "stange/barnehage": 3000,
    "stange/skole": 3000,
    "ringsaker/hvem": 2500,
    "ringerike/bti": 1000,
    "midtdalen/nivaa": 600,
    "stor-elvdal/hjelp": 600,
    "stange/taushetsplikt": 150,
    "stange/analyse": 150,
    "stange/barnesamtale": 150,
    "ringsaker/skolefravaer": 150,
    "ringsaker/parorende": 150,
    "ringsaker/rus": 150,
    "ringsaker/familien": 150,
    "ringsaker/bup": 150,
    "felles/plikt": 300,
    "felles/vold": 750,
    "felles/meldeplikt": 750,
}
NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
LONGEST = 60
PLACES = ("barnehage", "skole", "sfo", "videregaende")


def values(laid: Laid, fact: str, stop: Walk) -> list[str]:
    """The answers offered at a question; for ages one of each kind of year."""
    if laid.facts[fact].kind == "years":
        return [
            age for age in ("1", "5", "9", "12", "13", "15", "16", "17", "18", "vet_ikke") if stop.place.target(age)
        ]
    return list(stop.place.edges)


def random_move(walk: Walk, rng: random.Random) -> tuple[Walk, str, str]:
    """One move: mostly what the stop asks for, sometimes an alarm; with the fact and value answered."""
    if walk.laid.alarms and rng.random() < 0.04:
        return walk.alarm(rng.choice(list(walk.laid.alarms)), NOON), "", ""
    kind = walk.place.kind
    if kind == ASK:
        value = rng.choice(values(walk.laid, walk.place.fact, walk))
        return walk.answer(value, NOON), walk.place.fact, value
    if kind == SIGNS:
        ids = [sign.id for sign in walk.lists[walk.place.node.list].signs]
        return walk.tick(rng.sample(ids, rng.randint(0, 3)), NOON), "", ""
    if kind == RECORD:
        fields = {f.id: "2026-11-23" for f in walk.place.node.fields if f.kind == "date"}
        return walk.note(fields, NOON), "", ""
    return (walk.go_on(NOON) if kind == OUTCOME else walk.done(NOON)), "", ""


@pytest.mark.parametrize("name", list(WALKS))
def test_no_random_walk_breaks_an_invariant(shipped: Content, name: str) -> None:
    """At every stop of every sampled walk every rule holds."""
    laid, rng = lay(shipped, name), random.Random(name)
    for number in range(WALKS[name]):
        walk = begin(laid, shipped.lists, (("virksomhet", rng.choice(PLACES)),))
        watches = [Watch(rule, shipped.duties) for rule in shipped.invariants]
        fact, value, said = "", "", []
        for _ in range(LONGEST):
            broken = [w.rule.id for w in watches if not w.arrive(walk.place, walk.state.known, fact, value)]
            assert not broken, f"{broken} at {walk.state.stop} after {said} (walk {number})"
            before = walk
            walk, fact, value = random_move(walk, rng)
            said.append(f"{fact}={value}" if fact else before.state.stop)
            if walk.state.ended:
                break


def met_by(shipped: Content, name: str, number: int) -> set[str]:
    """The rules that one random walk of a card comes under."""
    laid, rng = lay(shipped, name), random.Random(f"{name} {number} igjen")
    walk = begin(laid, shipped.lists, (("virksomhet", rng.choice(PLACES)),))
    watches = [Watch(rule, shipped.duties) for rule in shipped.invariants]
    fact = value = ""
    for _ in range(LONGEST):
        for watch in watches:
            watch.arrive(walk.place, walk.state.known, fact, value)
        walk, fact, value = random_move(walk, rng)
        if walk.state.ended:
            break
    return {watch.rule.id for watch in watches if watch.met}


def test_every_invariant_is_met(shipped: Content) -> None:
    """A rule that no walk ever comes under would hold for nothing; each of them is met in at most 800 walks a card."""
    missing = {rule.id for rule in shipped.invariants}
    assert len(missing) >= 10
    for number in range(800):
        for name in WALKS:
            missing -= met_by(shipped, name, number)
        if not missing:
            break
    assert not missing
