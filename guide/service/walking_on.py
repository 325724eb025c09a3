"""A card walked on to its end with answers in turn, and what any walk has passed on the way.

`trail` is for whoever asks which nodes and answers some walks reach: it knows nothing of what they were to show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from guide.core.content import ASK, BY, OUTCOME, RECORD, SIGNS
from guide.core.lay import Place, key_of
from guide.core.walk import ALARM, ANSWER, NOTE, ON, TICK, Move, Walk
from guide.service.guide import Guide

LONGEST: Final = 400
"""Moves after which a walk is said never to end."""
NO_END: Final = "{card} slutter ikke etter {most} trekk, sist ved {stop}"
NO_ANSWER: Final = "{stop} har ikke svaret {fact}={value}"


class NoEndError(ValueError):
    """A walk that can't be walked as it is given: an answer is missing, or it never ends."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An alarm that is opened on the way, at the stop number `nth` of the kind `at`."""

    card: str
    at: str
    nth: int


@dataclass(slots=True)
class _Asked:
    """What has been met so far, so that the second time gets the second answer."""

    facts: Mapping[str, tuple[str, ...]]
    times: Counter[str] = field(default_factory=Counter)

    def next(self, fact: str) -> str:
        """The answer for this time; the last one stands for all later ones."""
        given = self.facts.get(fact) or ("",)
        value = given[min(self.times[fact], len(given) - 1)]
        self.times[fact] += 1
        return value


def walk_on(
    guide: Guide, card: str, facts: Mapping[str, tuple[str, ...]], opened: tuple[Opened, ...] = (), outcome: int = 0
) -> Walk:
    """The walk of `card` to its outcome number `outcome`, or to its end. Raises NoEndError."""
    laid = guide.laid(card)
    profile = tuple((f, v[0]) for f, v in facts.items() if f in laid.facts and laid.facts[f].set_by == "profile")
    walk, asked, stops = guide.begin(card, profile), _Asked(facts), Counter[str]()
    for _ in range(LONGEST):
        kind = walk.place.kind
        stops[kind] += 1
        if kind == OUTCOME and (stops[kind] == outcome or not walk.place.go):
            return walk
        alarm = next((o.card for o in opened if (o.at, o.nth) == (kind, stops[kind])), "")
        walk = guide.alarm(walk, alarm) if alarm else _move(guide, walk, asked)
    raise NoEndError(NO_END.format(card=card, most=LONGEST, stop=walk.state.stop))


def _move(guide: Guide, walk: Walk, asked: _Asked) -> Walk:
    place = walk.place
    if place.kind == ASK:
        value = asked.next(place.fact)
        if place.target(value) is None:
            raise NoEndError(NO_ANSWER.format(stop=place.id, fact=place.fact, value=value))
        return guide.answer(walk, value)
    if place.kind == SIGNS:
        return guide.tick(walk, _ticked(guide, place, asked))
    if place.kind == RECORD:
        today = guide.now().date().isoformat()
        return guide.note(walk, {entry.id: today for entry in place.node.fields if entry.kind == "date"})
    return guide.go_on(walk) if place.kind == OUTCOME else guide.done(walk)


def _ticked(guide: Guide, place: Place, asked: _Asked) -> list[str]:
    """One sign for each fact that signs establish and that is given as so."""
    signs = guide.content.lists[place.node.list]
    wanted = [mark for fact, mark in signs.sets if asked.next(fact) == "ja"]
    return [next(sign.id for sign in signs.signs if mark in sign.points_at) for mark in wanted]


def trail(guide: Guide, walk: Walk) -> Iterator[tuple[str, str]]:
    """Every node that the walk has passed, in order, as its id in the laid-in graph and the answer taken there.

    The answer is the key in the card (for ages the range), empty for a node that has no answers and for the stop that
    the walk stands at.
    """
    again = guide.begin(walk.laid.card.id, walk.profile)
    yield from _passed(again, 0)
    for move in walk.moves:
        before = len(again.state.path)
        again = repeated(guide, again, move)
        yield from _passed(again, before, left=move.kind != ALARM)


def repeated(guide: Guide, walk: Walk, move: Move) -> Walk:
    """The walk with a move of another one made once more."""
    if move.kind == ANSWER:
        return guide.answer(walk, move.answer)
    if move.kind == TICK:
        return guide.tick(walk, move.ticked)
    if move.kind == NOTE:
        return guide.note(walk, dict(move.fields))
    if move.kind == ALARM:
        return guide.alarm(walk, move.answer)
    return guide.go_on(walk) if move.kind == ON else guide.done(walk)


def _passed(walk: Walk, before: int, left: bool = False) -> Iterator[tuple[str, str]]:
    """The nodes passed since `before`; where a stop was `left` by its answer, that stop once more with the answer."""
    path = [walk.laid.nodes[passed.node] for passed in walk.state.path]
    for number, place in enumerate(path[before - left :], before - left):
        on = number < len(path) - 1
        value = walk.state.known.get(place.fact, "") if on and place.kind in (ASK, BY) else ""
        if number >= before or value:
            yield place.id, key_of(place, value)
