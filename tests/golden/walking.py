"""What a walk of the golden table has shown and done on the way; how it is walked is `guide.service.walking_on`."""

from __future__ import annotations

from guide.core.content import ASK, OUTCOME, RECORD, SIGNS
from guide.core.invariants import binding
from guide.core.progress import deadlines
from guide.core.walk import Walk
from guide.service.contact_words import lines_for
from guide.service.guide import Guide
from guide.service.route import Route
from guide.service.walking_on import repeated


def outcomes(guide: Guide, walk: Walk) -> tuple[Route, ...]:
    """What each outcome on the way showed, in order, the last stop included."""
    again, found = guide.begin(walk.laid.card.id, walk.profile), []
    for move in (*walk.moves, None):
        if again.place.kind == OUTCOME:
            found.append(shown(guide, again))
        if move is not None:
            again = repeated(guide, again, move)
    return tuple(found)


def shown(guide: Guide, walk: Walk) -> Route:
    """What a walk shows where it stands, as `route` would."""
    place, known = walk.place, dict(walk.state.known)
    lines = () if place.kind in (ASK, SIGNS, RECORD) else lines_for(guide, place, known, guide.now())
    return Route(
        status="outcome" if place.kind == OUTCOME else "open",
        place=place,
        walk=walk,
        path=tuple(passed.node for passed in walk.state.path),
        contacts=lines,
        duties=binding(place, known, guide.content.duties) if place.kind == OUTCOME else (),
        deadlines=deadlines(walk, guide.calendar()),
    )


def effects(walk: Walk) -> list[str]:
    """What the tasks and outcomes on the way do, in order."""
    return [effect for passed in walk.state.path for effect in walk.laid.nodes[passed.node].node.does]
