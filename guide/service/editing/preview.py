"""A step as staff will see it, and a walk from it, with the content as it is edited. Saves nothing, rings nobody."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from datetime import datetime
from heapq import heappop, heappush
from itertools import count
from typing import Final

from guide.core.clock import local
from guide.core.content import ASK, BACK, BY, RECORD, SIGNS, TASK, Content
from guide.core.days import CalendarError
from guide.core.lay import Laid, LayError, Place, targets
from guide.core.record import record, replace
from guide.core.step import StuckError, enter
from guide.core.walk import Passed, State, Walk, WalkError
from guide.service.guide import Guide
from guide.service.present import view
from guide.service.profile import Profile
from guide.service.views import Shown

LOST: Final = 999
"""Farther away than any step is."""
MOST: Final = 2500
"""Steps that a search for a way tries at most."""
FAULTS: Final = (StuckError, LayError, WalkError, LookupError, CalendarError)
_AGES: Final = ("3", "8", "11", "12", "15", "16", "18")


@record
class Preview:
    """What staff see. `passed`: the step itself shows nothing, and this is what they come to."""

    shown: Shown
    passed: bool = False


@record
class Trial:
    """A walk to try. `by_way`: staff can come there by the answers that it has; else nothing has been answered."""

    walk: Walk
    by_way: bool


def guide_for(content: Content, card: str, now: Callable[[], datetime], profile: Profile) -> Guide:
    """A guide at the place that a card is for: its municipality where it has one, its first workplace."""
    pack = card.partition("/")[0]
    home = content.packs.get(pack)
    own = pack if home and home.kind == "municipality" else profile.pack
    facts = dict(profile.facts)
    serves = content.cards[card].serves if card in content.cards else ()
    if serves and facts.get("virksomhet") not in serves:
        facts["virksomhet"] = serves[0]
    return Guide(content, Profile(own, tuple(facts.items())), now)


def walk_to(guide: Guide, card: str, node: str) -> Walk | None:
    """A walk that has just come to a step of the card, by few answers; None where none is found.

    Where the step is passed by itself, the walk stands at what comes next.
    """
    try:
        first, far = guide.begin(card), _distances(guide.laid(card), node)
    except FAULTS:
        return None
    order = count()
    waiting = [(0, next(order), first)]
    seen, tried = set[tuple[str, frozenset[tuple[str, str]]]](), 0
    while waiting and tried < MOST:
        _, _, walk = heappop(waiting)
        if _has_come(walk, node):
            return walk
        for step in _steps(guide, walk):
            tried += 1
            try:
                made = step()
            except FAULTS:
                continue
            key = (made.state.stop, frozenset(made.state.known.items()))
            if not made.state.ended and key not in seen:
                seen.add(key)
                near = 0 if _has_come(made, node) else min(far.get(made.state.stop, LOST), far[""] + 1)
                heappush(waiting, (near * 4 + len(made.moves), next(order), made))
    return None


def preview(guide: Guide, card: str, node: str) -> Preview | None:
    """What staff see at a step; None where the card is out of use or the step can't be shown."""
    try:
        place = guide.laid(card).nodes[node]
        try:
            walk = _put_at(guide, card, place)
        except StuckError:
            walk = walk_to(guide, card, node)
        if walk is None or walk.state.ended:
            return None
        return Preview(view(guide, walk), walk.state.stop != node)
    except FAULTS:
        return None


def try_from(guide: Guide, card: str, node: str) -> Trial | None:
    """A walk from a step on: by a way that staff can go, where one is found; else put there as it is."""
    found = walk_to(guide, card, node)
    if found is not None and not found.state.ended:
        return Trial(found, True)
    try:
        made = _put_at(guide, card, guide.laid(card).nodes[node])
    except FAULTS:
        return None
    return Trial(made, False) if made else None


def _put_at(guide: Guide, card: str, place: Place) -> Walk | None:
    """A walk that stands at a step, or at what it leads to, without having come there. Raises FAULTS."""
    begun = guide.begin(card)
    known, fresh = dict(begun.state.known), begun.state.fresh - {place.fact}
    if place.kind == BY and place.target(known.get(place.fact, "")) is None:
        known[place.fact] = next(reversed(place.edges), "")
    stop, fresh, passed = enter(begun.laid, place.id, known, fresh)
    if stop == BACK:
        return None
    # every date is today's, so that deadlines are shown; the step is the first on the way
    today = local(guide.now()).date().isoformat()
    records = {
        node.id: tuple((field.id, today if field.kind == "date" else "") for field in node.fields)
        for node in begun.laid.card.nodes.values()
        if node.fields
    }
    path = tuple(Passed(name, 0) for name in passed)
    return replace(begun, state=State(stop, known, fresh, path=path, records=records))


def _distances(laid: Laid, node: str) -> dict[str, int]:
    """How many nodes lie between each place and `node`; under an empty name, how many from the nearest alarm."""
    before: dict[str, list[str]] = {}
    for place in laid.nodes.values():
        for target in targets(place):
            before.setdefault(target, []).append(place.id)
    far, waiting = {node: 0}, deque([node])
    while waiting:
        name = waiting.popleft()
        for other in before.get(name, ()):
            if other not in far:
                far[other] = far[name] + 1
                waiting.append(other)
    far[""] = min((far.get(alarm.start, LOST) for alarm in laid.alarms.values()), default=LOST)
    return far


def _has_come(walk: Walk, node: str) -> bool:
    return walk.state.stop == node or any(passed.node == node for passed in walk.state.path)


def _steps(guide: Guide, walk: Walk) -> Iterator[Callable[[], Walk]]:
    """Everything that staff can do at a stop."""
    place = walk.place
    if place.kind == ASK:
        values = [value for value in place.edges if place.target(value)]
        values += [age for age in _AGES if place.ages and place.target(age)]
        for value in values:
            yield lambda value=value: guide.answer(walk, value)  # type: ignore[misc]
    elif place.kind == SIGNS:
        signs = guide.content.lists[place.node.list].signs
        yield lambda: guide.tick(walk, ())
        marks = {mark: sign.id for sign in signs for mark in sign.points_at}
        for sign in marks.values():
            yield lambda sign=sign: guide.tick(walk, (sign,))  # type: ignore[misc]
    elif place.kind == RECORD:
        today = local(guide.now()).date().isoformat()
        fields = {field.id: today if field.kind == "date" else "" for field in place.node.fields}
        yield lambda: guide.note(walk, fields)
    elif place.kind == TASK:
        yield lambda: guide.done(walk)
    elif place.go:
        yield lambda: guide.go_on(walk)
    if not walk.in_alarm:
        for alarm in walk.laid.alarms:
            yield lambda alarm=alarm: guide.alarm(walk, alarm)  # type: ignore[misc]
