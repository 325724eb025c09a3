"""`route`: a card walked with the facts given, to its first outcome or the first question that they leave open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from guide.core.contacts import ContactLine
from guide.core.content import ASK, OUTCOME, RECORD, SIGNS, Node
from guide.core.invariants import binding
from guide.core.lay import Laid, Place
from guide.core.progress import Due, deadlines
from guide.core.record import record
from guide.core.step import StuckError
from guide.core.walk import Walk
from guide.service.contact_words import lines_for
from guide.service.guide import Guide

LONGEST = 2000
"""Moves after which a walk without an outcome is called open: the same facts in every round can go in rings."""


class FactError(ValueError):
    """A fact or value that the content does not know. `fact` and `value` say which."""

    def __init__(self, fact: str, value: str) -> None:
        super().__init__(f"{fact}={value}")
        self.fact, self.value = fact, value


@record
class Given:
    """What a route is walked with. `dates` are ISO dates by field, node or node.field; `past` are node ids."""

    facts: Mapping[str, str] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)
    signs: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    past_count: int = 0
    stop_at: str = ""


@record
class Route:
    """Where the route ends: `status` is `outcome` or `open`, `place` the node it ends at."""

    status: str
    place: Place
    walk: Walk
    path: tuple[str, ...]
    contacts: tuple[ContactLine, ...]
    duties: tuple[str, ...]
    deadlines: tuple[Due, ...]


def route(guide: Guide, card: str, given: Given) -> Route:
    """Walks `card` at the guide's hour. Raises FactError, LayError and StuckError."""
    laid = guide.laid(card)
    check_facts(laid, given.facts)
    walk = guide.begin(card, tuple((f, v) for f, v in given.facts.items() if laid.facts[f].set_by == "profile"))
    left, passed = list(given.past), 0
    for _ in range(LONGEST):
        place = walk.place
        if place.kind == given.stop_at:
            break
        if place.kind == OUTCOME:
            if place.id in left:
                left.remove(place.id)
            elif passed < given.past_count:
                passed += 1
            else:
                break
        following = _move(guide, walk, given)
        if following is None or following.state.ended:
            break
        walk = following
    return _route(guide, walk)


def check_facts(laid: Laid, facts: Mapping[str, str]) -> None:
    """Raises FactError for a fact that the card does not know, or a value that the fact does not have."""
    for fact, value in facts.items():
        if fact not in laid.facts or not laid.facts[fact].allows(value):
            raise FactError(fact, value)


def _move(guide: Guide, walk: Walk, given: Given) -> Walk | None:
    """One move with what is given, None at a question that it leaves open."""
    place = walk.place
    if place.kind == ASK:
        value = given.facts.get(place.fact, "")
        return guide.answer(walk, value) if value and place.target(value) else None
    if place.kind == SIGNS:
        return guide.tick(walk, _ticked(guide, place, given))
    if place.kind == RECORD:
        return guide.note(walk, _noted(guide, place.node, given.dates))
    if place.kind == OUTCOME:
        return guide.go_on(walk) if place.go else None
    return guide.done(walk)


def _ticked(guide: Guide, place: Place, given: Given) -> Iterable[str]:
    """The signs given, and one for each fact given that signs establish."""
    signs = guide.content.lists[place.node.list]
    known = [sign.id for sign in signs.signs if sign.id in given.signs]
    for fact, mark in signs.sets:
        pointing = sorted((s for s in signs.signs if mark in s.points_at), key=lambda s: len(s.points_at))
        if given.facts.get(fact) == "ja" and not {s.id for s in pointing} & set(known):
            known += [s.id for s in pointing[:1]]
    return known


def _noted(guide: Guide, node: Node, dates: Mapping[str, str]) -> dict[str, str]:
    today = guide.now().date().isoformat()
    noted = {}
    for entry in node.fields:
        if entry.kind == "date":
            keys = (f"{node.id}.{entry.id}", node.id, entry.id)
            noted[entry.id] = next((dates[key] for key in keys if key in dates), today)
    return noted


def _route(guide: Guide, walk: Walk) -> Route:
    place, at = walk.place, guide.now()
    is_end = place.kind == OUTCOME
    known = dict(walk.state.known)
    lines = () if place.kind in (ASK, SIGNS, RECORD) else lines_for(guide, place, known, at)
    return Route(
        status="outcome" if is_end else "open",
        place=place,
        walk=walk,
        path=tuple(passed.node for passed in walk.state.path),
        contacts=lines,
        duties=binding(place, known, guide.content.duties) if is_end else (),
        deadlines=deadlines(walk, guide.calendar()),
    )


__all__ = ["FactError", "Given", "Route", "StuckError", "check_facts", "route"]
