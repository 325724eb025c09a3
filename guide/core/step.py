"""The one step function. The walk, `route`, exercises, tests and proofs all go through it.

A state is where one stands and what is known: `known` holds the value of each fact, `fresh` names those that need not
be asked again in this round. A value that is no longer fresh still stands for `by` and for the invariants.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from guide.core.content import ASK, BACK, BY, EXIT, INCLUDE, OUTCOME
from guide.core.lay import Laid

Known = Mapping[str, str]
Fresh = frozenset[str]
AnyFresh = TypeVar("AnyFresh", set[str], frozenset[str])
FAR = 200
"""Nodes passed in one go after which it is asked whether one goes round in a circle."""
_PASSED_BY = frozenset((INCLUDE, EXIT))


class StuckError(Exception):
    """The card leads nowhere from here: a circle without a stop, or a turn on a fact that nobody has asked."""


def enter(
    laid: Laid, at: str, known: Known, fresh: AnyFresh, path: list[str] | None = None
) -> tuple[str, AnyFresh, list[str]]:
    """Goes on from `at` through all that needs no person.

    Returns the stop (a question, signs, task, record or outcome, or `back` out of an alarm), what is still fresh, and
    the ids passed, the stop included; they are added to `path` where it is given. Raises StuckError.
    """
    nodes = laid.nodes
    passed: list[str] = [] if path is None else path
    begun = len(passed)
    limit = begun + FAR
    while True:
        place = nodes[at]
        passed.append(place.id)
        if place.anew:
            fresh = fresh & laid.lasting
        kind = place.kind
        if kind == ASK:
            target = place.target(known[place.fact]) if place.fact in fresh else None
            if target is None:
                return place.id, fresh, passed
            at = target
        elif kind == BY:
            target = place.target(known.get(place.fact, ""))
            if target is None:
                raise StuckError(f"{place.id}: {place.fact}={known.get(place.fact, '')}")
            at = target
        elif kind in _PASSED_BY:
            at = place.go
            if at == BACK:
                return BACK, fresh, passed
        else:
            return place.id, fresh, passed
        # how many nodes there are is only asked when it matters: it has the whole graph laid
        if len(passed) > limit and len(passed) > begun + 2 * len(nodes):
            raise StuckError(f"{place.id}: ring")


def learn(known: Known, fresh: Fresh, fact: str, value: str) -> tuple[dict[str, str], Fresh]:
    """What is known once `fact` has been answered with `value`."""
    return {**known, fact: value}, fresh | {fact}


def run(laid: Laid, answers: Known, known: Known | None = None) -> tuple[str, list[str]]:
    """The first outcome, or the first question that `answers` leaves open, with the ids passed.

    Signs are passed unticked, tasks and records as done; for searches and measurements over many routes, where a Walk
    of its own for each would cost more than the way. Raises StuckError.
    """
    nodes = laid.nodes
    longest = 2 * len(nodes)
    facts = dict(known or ())
    fresh = set(facts)
    path: list[str] = []
    at = laid.start
    while True:
        stop, fresh, _ = enter(laid, at, facts, fresh, path)
        place = nodes[stop]
        if place.kind == ASK:
            value = answers.get(place.fact, "")
            target = place.target(value)
            if target is None:
                return stop, path
            facts[place.fact] = value
            fresh.add(place.fact)
            at = target
        elif place.kind == OUTCOME or not place.go or len(path) > longest:
            return stop, path
        else:
            at = place.go
