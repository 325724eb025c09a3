"""An exercise under way: the real walk, a clock that moves, the story as it comes, and a verdict on each decision.

A Play is immutable; every act gives a new one, so that a front end goes back by keeping the old. The walk is the
real one (`core.walk`); this file adds what the exercise knows. Where one has left the right way, questions are judged
by their fact, and the way is taken up again at the next stop that lies on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any, Final

from guide.core.clock import local, parse
from guide.core.content import ASK, OUTCOME, RECORD, SIGNS, TASK
from guide.core.exercise import GRAVE, POSSIBLE, WRONG, Exercise, Scene
from guide.core.exercise_judge import chosen, decided
from guide.core.exercise_state import (
    AT_END,
    CARD_ENDED,
    CHOOSE,
    LEFT,
    TOO_FAR,
    Act,
    Decision,
    Play,
    PlayError,
    Told,
    key_of,
    matches,
    right_act,
)
from guide.core.lay import Laid
from guide.core.record import replace
from guide.core.renamed import current
from guide.core.step import StuckError
from guide.core.walk import ALARM, ANSWER, NOTE, ON, TICK, Walk, WalkError

MINUTES: Final = {ASK: 1, SIGNS: 2, RECORD: 3, TASK: 10, OUTCOME: 10, ALARM: 1, CHOOSE: 1}
"""What a stop takes by its kind, where the exercise does not say."""
NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
FAR: Final = 250
"""Acts after which an exercise is over, wherever the walk has gone; three times its way where that is more."""


def begin(exercise: Exercise, walk: Walk) -> Play:
    """An exercise begun; `walk` is its card's, just begun. Raises ValueError for a moment that can't be read."""
    return _arrived(Play(_today(exercise, walk.laid), walk, parse(exercise.at)))


def act(play: Play, given: Act) -> Play:
    """The play after `given`. Raises PlayError, WalkError and StuckError."""
    waiting = play.waiting
    if play.finished or play.halted or (given.kind == CHOOSE) != (waiting is not None):
        raise PlayError(play.finished or given.kind)
    if waiting:
        return _chosen(play, waiting, given.answer)
    walk = moved(play.walk, given, play.clock)
    found, following = decided(play, given)
    after, step = _after(play, _minutes(play, given), found), play.step
    after |= {"walk": walk, "was": play.next, "next": following, "before": play.walk}
    if step and step.until and following > play.next:
        after["clock"] = max(after["clock"], parse(step.until))
    return _arrived(play, after)


def hint(play: Play) -> tuple[Play, str]:
    """The hint for what is to be decided now, and the play that knows it was asked for; no hint changes nothing."""
    item = play.item
    if item is None or not item.hint or play.finished:
        return play, ""
    return replace(play, hinted=tuple(dict.fromkeys((*play.hinted, key_of(play.exercise, item))))), item.hint


def mend(play: Play) -> Play:
    """The last act made as the exercise would have, at the hour that it is now; the verdict on it stands.

    Where there is nothing to mend, only `halted` is taken away.
    """
    bad = next((d for d in play.latest if d.kind in (POSSIBLE, WRONG, GRAVE) and d.model), None)
    walk = _mended(play, bad) if bad else None
    if walk is None or bad is None:
        return _over(replace(play, halted=False))
    on_way = bad.step >= play.was and play.before is not None and matches(play.exercise.way[bad.step], play.before)
    return _arrived(
        play,
        {
            "walk": walk,
            "next": bad.step + 1 if on_way else play.was,
            "decisions": tuple(replace(d, mended=True) if d is bad else d for d in play.decisions),
            "before": None,
            "halted": False,
            "finished": "",
            "stops": play.stops[:-1],
        },
    )


def understood(play: Play) -> Play:
    """Goes on after a grave mistake has been read: on the right way. Raises PlayError where there is none."""
    if not play.halted:
        raise PlayError(GRAVE)
    return mend(play)


def leave(play: Play) -> Play:
    """The exercise ended by the player."""
    return replace(play, finished=play.finished or LEFT, halted=False)


def moved(walk: Walk, given: Act, when: datetime) -> Walk:
    """The walk after a move. Raises WalkError and StuckError."""
    if given.kind == ANSWER:
        return walk.answer(given.answer, when)
    if given.kind == TICK:
        return walk.tick(given.ticked, when)
    if given.kind == NOTE:
        return walk.note(dict(given.fields), when)
    if given.kind == ALARM:
        return walk.alarm(given.answer, when)
    return walk.go_on(when) if given.kind == ON else walk.done(when)


def _today(exercise: Exercise, laid: Laid) -> Exercise:
    """The exercise with the names that nodes have today."""
    steps = (*exercise.way, *exercise.elsewhere)
    named = {*(step.at for step in steps), *(scene.node for scene in exercise.scenes), exercise.end.node}
    new = {name: now for name in named if (now := current(laid, name)) != name}
    if not new:
        return exercise
    way, elsewhere = (
        tuple(replace(step, at=new.get(step.at, step.at)) for step in part)
        for part in (exercise.way, exercise.elsewhere)
    )
    scenes = tuple(replace(scene, node=new.get(scene.node, scene.node)) for scene in exercise.scenes)
    end = replace(exercise.end, node=new.get(exercise.end.node, exercise.end.node))
    return replace(exercise, way=way, elsewhere=elsewhere, scenes=scenes, end=end)


def _mended(play: Play, bad: Decision) -> Walk | None:
    """The walk as the exercise would have gone on from before the last act; None where it can't be."""
    if play.before is None or play.finished in (TOO_FAR, LEFT):
        return None
    item = play.exercise.way[bad.step] if bad.step >= 0 else play.exercise.elsewhere[bad.other]
    try:
        return moved(play.before, right_act(item, play.before.place), play.clock)
    except (WalkError, StuckError):  # what was judged by its fact may not be offered here
        return None


def _chosen(play: Play, scene: Scene, option: str) -> Play:
    """An option chosen. Raises PlayError."""
    if all(option != known for known, _ in scene.options):
        raise PlayError(option)
    after = _after(play, MINUTES[CHOOSE], (chosen(play, scene, option),))
    return _over(_told(replace(play, **after, before=None)))


def _after(play: Play, minutes: int, found: tuple[Decision, ...]) -> dict[str, Any]:
    """What an act's minutes and decisions change; the walk is where it was."""
    minutes += sum(decision.minutes for decision in found)
    return {
        "clock": local(play.clock.astimezone(UTC) + timedelta(minutes=minutes)),
        "spent": play.spent + minutes,
        "acts": play.acts + 1,
        "decisions": (*play.decisions, *found),
        "last": len(play.decisions),
        "halted": any(decision.kind == GRAVE for decision in found),
    }


def _arrived(play: Play, changes: Mapping[str, Any] = NOTHING) -> Play:
    """The play with these changes, and all that comes of where it stands then: step of the way, story, end."""
    way, walk = play.exercise.way, changes.get("walk", play.walk)
    first = changes.get("next", play.next)
    following = next((n for n in range(first, len(way)) if matches(way[n], walk)), first)
    told = Told(walk.place.id, changes.get("clock", play.clock))
    stops = (*changes.get("stops", play.stops), told)
    return _over(_told(replace(play, **{**changes, "next": following, "stops": stops})))


def _told(play: Play) -> Play:
    """The play with the scenes that are due."""
    told = {scene.id for scene in play.story}
    due = [Told(scene.id, play.clock) for scene in play.exercise.scenes if scene.id not in told and _due(scene, play)]
    return replace(play, story=(*play.story, *due)) if due else play


def _due(scene: Scene, play: Play) -> bool:
    """Whether all that a scene waits for is there."""
    place = play.place
    return (
        scene.node in ("", place.id)
        and scene.point in ("", place.point)
        and (not scene.time or play.clock >= parse(scene.time))
    )


def _over(play: Play) -> Play:
    """The play finished where it is; a question of its own, or a grave mistake, is seen to first."""
    place = play.place
    if play.waiting or play.halted:
        return play
    if place.id == play.exercise.end.node and play.step is None:
        return replace(play, finished=AT_END)
    if play.walk.state.ended or (place.kind == OUTCOME and not place.go):
        return replace(play, finished=CARD_ENDED)
    return replace(play, finished=TOO_FAR) if play.acts >= max(FAR, 3 * len(play.exercise.way)) else play


def _minutes(play: Play, given: Act) -> int:
    """What an act takes where the walk stands."""
    step = play.step
    if step and step.minutes >= 0 and (given.kind == ALARM) == bool(step.alarm):
        return step.minutes
    return MINUTES[ALARM] if given.kind == ALARM else MINUTES[play.place.kind]
