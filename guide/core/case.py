"""A case: one walk of one card that lasts for weeks, as an immutable log of what was done, and what follows from it.

Nothing is ever changed in the log. What stands now is the log replayed over the walk (core/walk.py): going back,
changing an earlier answer, moving on to a newer card are events too, so that the same log always gives the same state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Final

from guide.core.case_move import moved_on
from guide.core.content import Pairs, SignList
from guide.core.lay import Laid
from guide.core.record import record, replace
from guide.core.step import StuckError
from guide.core.walk import ALARM, ANSWER, DONE, NOTE, TICK, Move, Walk, WalkError, begin

BEGUN, GIVEN, BACK, CHANGED, NOTED, NAMED, CARD, CLOSED, OPENED, TOLD, KEPT, RESTORED = (
    "begun",
    "given",
    "back",
    "changed",
    "noted",
    "named",
    "card",
    "closed",
    "opened",
    "told",
    "kept",
    "restored",
)
"""Kinds of event. `told`: that the case is about to be deleted; `kept`: no, for now; `restored`: from a copy."""
KINDS: Final = (BEGUN, GIVEN, BACK, CHANGED, NOTED, NAMED, CARD, CLOSED, OPENED, TOLD, KEPT, RESTORED)
QUIET: Final = frozenset((TOLD, RESTORED))
"""Events that nobody did anything for the child by: they keep no case alive."""
KEEP_DAYS: Final = 90
"""How long a case is kept after its last event where the municipality has not said otherwise."""
DROPPED, ANOTHER, NEWER = "dropped", "another", "newer"
"""Why a move is history: no longer on the way; given otherwise; it did not fit the newer card."""

Resolve = Callable[[str, str], tuple[Laid, Mapping[str, SignList]]]
"""(version of the content, card) → the graph and the lists of signs. Raises ReplayError where that is missing."""


class ReplayError(Exception):
    """The log does not fit the card that it names. Holds no word of the case."""


@record
class Event:
    """Something done to a case. `when` is aware. `move` with BEGUN's profile in `pairs` is told by the kind."""

    kind: str
    when: datetime
    move: Move | None = None
    index: int = -1
    text: str = ""
    pairs: Pairs = ()


@record
class Version:
    """Which content a case walks: its sha256, the municipality's own number for it, and the card."""

    sha256: str
    number: str
    card: str


@record
class Old:
    """What was given once and stands no longer: why, and since when."""

    move: Move
    why: str
    when: datetime


@record
class Note:
    """A note of one's own."""

    when: datetime
    text: str


@record
class Case:
    """Where a case stands. `id` is the random reference of the store, `reference` the user's own words for it."""

    id: str
    walk: Walk
    log: tuple[Event, ...]
    version: Version
    reference: str
    pack: str = ""
    keep_days: int = KEEP_DAYS
    notes: tuple[Note, ...] = ()
    old: tuple[Old, ...] = ()
    closed: datetime | None = None
    told: datetime | None = None
    kept: datetime | None = None

    @property
    def begun(self) -> datetime:
        """When the case was made."""
        return self.log[0].when

    @property
    def last(self) -> datetime:
        """When anything was last done in it."""
        return max(event.when for event in self.log if event.kind not in QUIET)


def begun(walk: Walk, version: Version, reference: str, when: datetime, pack: str, keep_days: int) -> tuple[Event, ...]:
    """The log of a case made of `walk` as it stands, what one has gone back from included."""
    facts = (("sha256", version.sha256), ("number", version.number), ("card", version.card), ("pack", pack))
    days = (("keep_days", str(keep_days)),)
    first = Event(BEGUN, when, text=reference, pairs=(*facts, *days, *((f"fact:{f}", v) for f, v in walk.profile)))
    given = (Event(GIVEN, move.when, move) for move in (*walk.moves, *walk.kept))
    return (first, *given, *(Event(BACK, when) for _ in walk.kept))


def replay(case: str, log: Iterable[Event], resolve: Resolve) -> Case:
    """The case that `log` leads to. Raises ReplayError."""
    events = iter(log)
    first = next(events, None)
    if first is None or first.kind != BEGUN:
        raise ReplayError
    stands = _first(case, first, resolve)
    for event in events:
        stands = after(stands, event, resolve)
    return stands


def after(case: Case, event: Event, resolve: Resolve) -> Case:
    """The case after one more event. Raises ReplayError where it does not fit."""
    try:
        changed = _after(case, event, resolve)
    except (WalkError, StuckError, KeyError, IndexError, ValueError):
        raise ReplayError from None
    return replace(changed, log=(*case.log, event))


def _after(case: Case, event: Event, resolve: Resolve) -> Case:
    kind = event.kind
    if kind in (GIVEN, CHANGED) and event.move:
        return _walked(case, event, event.move)
    if kind == BACK:
        return replace(case, walk=case.walk.back())
    if kind == CARD:
        return _on_newer(case, event, resolve)
    changes: dict[str, dict[str, object]] = {
        NOTED: {"notes": (*case.notes, Note(event.when, event.text))},
        NAMED: {"reference": event.text},
        CLOSED: {"closed": event.when},
        OPENED: {"closed": None},
        TOLD: {"told": event.when},
        KEPT: {"told": None, "kept": event.when},
        RESTORED: {},
    }
    return replace(case, **changes[kind])


def give(walk: Walk, move: Move) -> Walk:
    """`walk` after `move` at its stop. Raises WalkError, also where the move belongs to another stop."""
    if (move.node, move.visit) != (walk.state.stop, walk.state.visits.get(walk.state.stop, 0)):
        raise WalkError(move.kind)
    if move.kind == ALARM:
        return walk.alarm(move.answer, move.when)
    if move.kind == ANSWER:
        return walk.answer(move.answer, move.when)
    if move.kind == TICK:
        return walk.tick(move.ticked, move.when)
    if move.kind == NOTE:
        return walk.note(dict(move.fields), move.when)
    return walk.done(move.when) if move.kind == DONE else walk.go_on(move.when)


def step(before: Walk, now: Walk, when: datetime) -> Event | None:
    """The event that leads from one walk to the next one, None where they are the same. Raises ReplayError.

    The screens walk as they always did; what they did is read off the two walks, and held against a replay.
    """
    if now == before or (now.moves == before.moves and now.state == before.state):
        return None
    if now.moves == before.moves[:-1]:
        event = Event(BACK, when)
    else:
        pairs = zip(before.moves, now.moves, strict=False)
        at = next((i for i, (old, new) in enumerate(pairs) if old != new), min(len(before.moves), len(now.moves)))
        if at >= len(now.moves):
            raise ReplayError
        move = now.moves[at]
        event = Event(GIVEN if at == len(before.moves) else CHANGED, move.when, move, at)
    try:
        again = before.back() if event.kind == BACK else _moved(before, event)
    except (WalkError, StuckError, KeyError):
        raise ReplayError from None
    if (again.moves, again.kept, again.state) != (now.moves, now.kept, now.state):
        raise ReplayError
    return event


def taken_away(walk: Walk, index: int, move: Move) -> tuple[Move, ...]:
    """What would no longer stand if move number `index` were given as `move`. Raises WalkError and StuckError."""
    changed = walk.change(index, move)
    return (*changed.dropped, *changed.kept)


def versions(case: Case) -> tuple[str, ...]:
    """Every version of the content that the log needs to be replayed."""
    found = (dict(event.pairs)["sha256"] for event in case.log if event.kind in (BEGUN, CARD))
    return tuple(dict.fromkeys(found))


def _moved(walk: Walk, event: Event) -> Walk:
    if event.move is None:
        raise ReplayError
    if event.kind == GIVEN:
        return give(walk, event.move)
    before = walk.moves[event.index]
    if (before.node, before.visit) != (event.move.node, event.move.visit):
        raise WalkError(event.kind)
    return walk.change(event.index, event.move)


def _walked(case: Case, event: Event, move: Move) -> Case:
    if case.closed:
        raise ReplayError
    walk = _moved(case.walk, event)
    old = [Old(case.walk.moves[event.index], ANOTHER, event.when)] if event.kind == CHANGED else []
    given_before = next((m for m in case.walk.kept if (m.node, m.visit) == (move.node, move.visit)), None)
    if event.kind == GIVEN and given_before and _given(given_before) != _given(move):
        old.append(Old(given_before, ANOTHER, event.when))
    old += [Old(dropped, DROPPED, event.when) for dropped in walk.dropped]
    return replace(case, walk=walk, old=(*case.old, *old))


def _given(move: Move) -> tuple[object, ...]:
    return move.kind, move.answer, move.ticked, move.fields


def _first(case: str, event: Event, resolve: Resolve) -> Case:
    facts = dict(event.pairs)
    try:
        version = Version(facts["sha256"], facts["number"], facts["card"])
        profile = tuple((name[5:], value) for name, value in event.pairs if name.startswith("fact:"))
        laid, lists = resolve(version.sha256, version.card)
        walk = begin(laid, lists, profile)
        return Case(case, walk, (event,), version, event.text, facts["pack"], int(facts["keep_days"]))
    except (KeyError, ValueError, StuckError):
        raise ReplayError from None


def _on_newer(case: Case, event: Event, resolve: Resolve) -> Case:
    facts = dict(event.pairs)
    version = Version(facts["sha256"], facts["number"], facts["card"])
    moved = moved_on(case.walk, *resolve(version.sha256, version.card))
    old = (Old(move, NEWER, event.when) for move in moved.unfit)
    return replace(case, walk=moved.walk, version=version, old=(*case.old, *old))
