"""What a walk has to show for itself: deadlines, the state of each point, the duties that bind."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from guide.core.advice import REPORT, URGENCY, rank
from guide.core.content import OUTCOME
from guide.core.content import Deadline as Rule
from guide.core.days import Calendar
from guide.core.lay import Place
from guide.core.record import record
from guide.core.walk import Walk


@record
class Due:
    """A deadline of a walk. `due` is a date in Oslo, None where its anchor has not been recorded."""

    id: str
    node: str
    round: int
    rule: Rule
    start: date | None
    due: date | None
    open: bool


def deadlines(walk: Walk, calendar: Calendar) -> tuple[Due, ...]:
    """Every deadline whose node has been reached, one per id and round; open while its node has not been left."""
    found: dict[tuple[str, str, int], Due] = {}
    waiting = {walk.state.stop, *walk.state.returns} if not walk.state.ended else set()
    for passed in walk.state.path:
        place = walk.laid.nodes[passed.node]
        for rule in place.node.deadlines:
            start, due = _dates(walk, place, rule, calendar)
            last = passed.round == max(p.round for p in walk.state.path if p.node == passed.node)
            found[place.id, rule.id, passed.round] = Due(
                rule.id, place.id, passed.round, rule, start, due, place.id in waiting and last
            )
    return tuple(found.values())


def _dates(walk: Walk, place: Place, rule: Rule, calendar: Calendar) -> tuple[date | None, date | None]:
    node, _, field = (rule.on or rule.start).partition(".")
    text = walk.record_of(place.prefix + node).get(field, "")
    try:
        anchor = date.fromisoformat(text)
    except ValueError:
        return None, None
    return anchor, anchor if rule.on else calendar.due(anchor, rule.within, rule.unit)


@record
class PointState:
    """A point of the rail: `state` is done, now or to_come."""

    id: str
    title: str
    state: str


def points(walk: Walk) -> tuple[PointState, ...]:
    """The card's points with where the walk stands. Inside an alarm the point is the one it was opened from."""
    at = walk.state.returns[0] if walk.state.returns else walk.state.stop
    now = "" if walk.state.ended else walk.laid.nodes[at].point
    seen = {walk.laid.nodes[p.node].point for p in walk.state.path}
    return tuple(
        PointState(p.id, p.title, "now" if p.id == now else "done" if p.id in seen else "to_come")
        for p in walk.laid.card.points
    )


def owed(walk: Walk, place: Place) -> bool:
    """Whether advice before `place`, in the round in which it was last passed, was that one must report."""
    path = walk.state.path
    last = max((at for at, passed in enumerate(path) if passed.node == place.id), default=-1)
    before = (walk.laid.nodes[p.node] for p in path[: max(last, 0)] if p.round == path[last].round)
    return any(other.kind == OUTCOME and other.node.report == "must" for other in before)


def gravest(outcomes: Iterable[Place]) -> tuple[Place, ...]:
    """Outcomes with the most urgent and the strongest report first, each node once."""
    once = {place.id: place for place in outcomes}
    key = lambda place: (-rank(URGENCY, place.node.urgency), -rank(REPORT, place.node.report))  # noqa: E731
    return tuple(sorted(once.values(), key=key))
