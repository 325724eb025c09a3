"""The verdict on what a player does: by the step of the right way, or by what the exercise says of its fact."""

from __future__ import annotations

from collections.abc import Sequence

from guide.core.content import ALARM_MARK
from guide.core.exercise import COST, POSSIBLE, RIGHT, WRONG, Judged, Scene, Step, Verdict
from guide.core.exercise_state import Act, Decision, Play, index_of, judge_of, key_of, matches, right_act, shown
from guide.core.record import replace
from guide.core.walk import ALARM, ANSWER, NOTE, TICK


def decided(play: Play, given: Act) -> tuple[tuple[Decision, ...], int]:
    """What an act decides where the walk stands, and the number of the step that comes next on the way."""
    way, step, number = play.exercise.way, play.step, play.next
    if step is None:
        judge = None if given.kind == ALARM else judge_of(play.exercise, play.walk)
        return ((_of_step(play, judge, given),) if judge else _unjudged(play, given)), number
    found: list[Decision] = []
    while step and step.alarm and given.kind != ALARM:  # it was not opened: what was done instead is the next step's
        found += [_of_step(play, step, given)] if step.judged else []
        number = _past(way, number)
        step = way[number] if number < len(way) and matches(way[number], play.walk) else None
    if step is None or (given.kind == ALARM and step.alarm != given.answer):
        return tuple(found), number  # an alarm that the exercise does not ask for is never held against anybody
    found += [_of_step(play, step, given)] if step.judged else []
    return tuple(found), number + 1


def _past(way: Sequence[Step], number: int) -> int:
    """The step after an alarm that was not opened: what is asked inside it is passed over."""
    number += 1
    while number < len(way) and way[number].at.startswith(ALARM_MARK):
        number += 1
    return number


def chosen(play: Play, scene: Scene, option: str) -> Decision:
    """The verdict on an option of a question of the exercise's own."""
    return _decision(play, scene, scene.verdict(option), option, scene.right())


def _unjudged(play: Play, given: Act) -> tuple[Decision, ...]:
    """An answer that the exercise says nothing on is shown all the same."""
    return (Decision("", "", play.clock, play.place.id, given.answer),) if given.kind == ANSWER else ()


def _of_step(play: Play, step: Step, given: Act) -> Decision:
    right = right_act(step, play.place)
    if given.kind == ANSWER and not step.alarm:
        return _decision(play, step, step.verdict(given.answer), given.answer, right.answer)
    kind = _done_kind(step, given)
    verdict = Verdict("", RIGHT, step.why) if kind == RIGHT else step.rest
    if kind == POSSIBLE and verdict:
        verdict = replace(verdict, kind=POSSIBLE, minutes=COST[POSSIBLE], mistake="")
    return _decision(play, step, verdict, shown(given, step.note), shown(right, step.note))


def _done_kind(step: Step, given: Act) -> str:
    """How what was ticked, noted or opened is judged: right, possible (one sign in two wrong at most), or wrong."""
    if step.alarm:
        return RIGHT if given.kind == ALARM and given.answer == step.alarm else WRONG
    if given.kind == NOTE:
        fields = dict(given.fields)
        return RIGHT if all(fields.get(field) == value for field, value in step.note) else WRONG
    if given.kind == TICK:
        ticked = set(given.ticked)
        faults = len(set(step.tick) - ticked) + len(ticked - {*step.tick, *step.may})
        return RIGHT if not faults else POSSIBLE if 2 * faults <= max(len(step.tick), 2) else WRONG
    return RIGHT


def _decision(play: Play, item: Judged, verdict: Verdict | None, answer: str, right: str) -> Decision:
    kind = verdict.kind if verdict else ""
    return Decision(
        kind=kind,
        why=verdict.why if verdict else "",
        when=play.clock,
        node=play.place.id,
        answer=answer,
        model=right,
        area=item.area,
        step=index_of(play.exercise.way, item),
        other=index_of(play.exercise.elsewhere, item),
        scene=item.id if isinstance(item, Scene) else "",
        minutes=verdict.minutes if verdict else 0,
        mistake=verdict.mistake if verdict else "",
        hinted=key_of(play.exercise, item) in play.hinted,
        source=item.source,
    )
