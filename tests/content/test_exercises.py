"""Every shipped exercise, walked along its right way, along each wrong one, into each grave mistake, and at random."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from guide.core.content import ASK, OUTCOME, RECORD, SIGNS, TASK, Content
from guide.core.exercise import GRAVE, POSSIBLE, RIGHT, Exercise, Judged, Scene
from guide.core.exercise_fit import fit, walk_of
from guide.core.exercise_model import courses
from guide.core.exercise_play import FAR, act, begin, hint, leave, mend, understood
from guide.core.exercise_score import outcome
from guide.core.exercise_state import AT_END, CHOOSE, Act, Play, PlayError
from guide.core.walk import ALARM, ANSWER, DONE, NOTE, ON, TICK
from guide.service.training.debrief import debrief
from guide.service.training.training import Training
from guide.store.load import load_exercises
from guide.store.sources import read_exercises

ROOT = Path(__file__).resolve().parents[2]
TIMES = 200
VIEWED = 2
"""Of the random walks, those in which every stop is also made ready to be shown: that costs more than all else."""


@cache
def exercises() -> dict[str, Exercise]:
    """The shipped exercises; reading them is part of what is tested."""
    found, findings = load_exercises(read_exercises(ROOT))
    assert not findings
    return dict(found)


EVERY = pytest.mark.parametrize("name", sorted(exercises()))


@EVERY
def test_the_right_way_fits_the_card_and_gets_all_points(name: str, shipped: Content) -> None:
    """It comes to its own end, shows there what it expects, tells its whole story, and every point is had."""
    found = fit(shipped, exercises()[name])
    assert found.partings == ()
    assert found.play is not None
    assert found.play.finished == AT_END
    assert {told.id for told in found.play.story} == {scene.id for scene in found.exercise.scenes}
    assert all(decision.kind == RIGHT for decision in found.play.decisions)
    result = outcome(found.play, found.play)
    assert result.points == result.most > 0
    assert {score.area for score in result.scores} == set(found.exercise.areas)
    assert (result.lost, result.parted, result.grave, result.whole) == (0, None, (), True)


def others(item: Judged, play: Play) -> Iterator[Act]:
    """Everything else that can be chosen where the right way stands."""
    if isinstance(item, Scene):
        yield from (Act(CHOOSE, option) for option, _ in item.options if option != item.right())
    elif play.place.kind == ASK:
        offered = [key for key, _ in play.place.node.answers]
        values = [key.partition("-")[0] if key[0].isdigit() else key for key in offered]
        yield from (Act(ANSWER, value) for value in values if value != item.right())
    elif play.place.kind == SIGNS:
        yield Act(TICK)
    elif play.place.kind == RECORD:
        yield Act(NOTE, fields=(("dato", "1999-01-01"),))


def to_end(play: Play, exercise: Exercise, shipped: Content) -> Play:
    """The play led on by what the exercise itself does, with what is mended on the way."""
    from guide.core.exercise_model import Parting, following

    for _ in range(FAR):
        if play.finished:
            return play
        given = following(play)
        assert not isinstance(given, Parting), given
        play = act(play, given)
    raise AssertionError(exercise.id)


@EVERY
def test_each_wrong_answer_is_judged_and_mended(name: str, shipped: Content) -> None:
    """Every other answer at every stop has a verdict with a reason, leads somewhere, and can be made right again."""
    exercise, tried, grave = exercises()[name], 0, 0
    for play, given in courses(exercise, walk_of(shipped, exercise)):
        item = play.waiting or play.step
        if item is None or given is None or not (isinstance(item, Scene) or item.judged):  # type: ignore[attr-defined]
            continue
        for wrong in others(item, play):
            astray = act(play, wrong)
            decision = astray.latest[0]
            assert decision.kind, f"{play.place.id}: {wrong}"
            assert decision.why
            assert astray.halted == any(one.kind == GRAVE for one in astray.latest)
            grave += astray.halted
            tried += 1
            if astray.halted:
                with pytest.raises(PlayError):
                    act(astray, wrong)
                assert decision.mistake
                astray = understood(astray)
            elif decision.kind != RIGHT:
                astray = mend(astray)
            if decision.kind == RIGHT and not isinstance(item, Scene):
                continue  # another right answer may take another road
            done = to_end(astray, exercise, shipped)
            assert done.finished == AT_END, f"{play.place.id}: {wrong}"
            result = outcome(done, done)
            assert result.points == result.most - {RIGHT: 0, POSSIBLE: 1}.get(decision.kind, 2) * len(astray_rows(done))
    assert tried > 5
    assert grave


def astray_rows(play: Play) -> set[tuple[int, str]]:
    """What was decided otherwise than right, each once."""
    return {(d.step, d.scene) for d in play.decisions if d.kind != RIGHT}


@EVERY
def test_every_grave_mistake_can_be_made(name: str, shipped: Content) -> None:
    """Each answer that is called grave is offered somewhere, on the right way or where the other ones lead."""
    exercise = exercises()[name]
    items = [*exercise.way, *exercise.elsewhere, *exercise.scenes]
    left = {(id(item), v.answer) for item in items for v in item.verdicts if v.kind == GRAVE}
    seen: set[tuple[str, ...]] = set()
    plays = [begin(exercise, walk_of(shipped, exercise))]
    while plays and left:
        play = plays.pop()
        scenes = (*(told.id for told in play.story), *(decision.scene for decision in play.decisions))
        mark = (play.walk.state.stop, f"{play.next}", *scenes)
        if play.finished or mark in seen:
            continue
        seen.add(mark)
        item = play.item
        if item is None:
            continue
        left -= {(id(item), v.answer) for v in item.verdicts if v.kind == GRAVE and v.answer in offered(play)}
        # a mark knows nothing of the answers: the right way is walked first, so that no other one stands in for it
        for given in sorted(choices(play), key=lambda one: wanted(one, item)):
            following = act(play, given)
            plays.append(understood(following) if following.halted else following)
    assert not left, left


def wanted(given: Act, item: Judged) -> bool:
    """Whether it is what the exercise itself does."""
    return given.answer == item.right() if given.answer else bool(given.ticked)


def offered(play: Play) -> set[str]:
    """The answers that are offered where a play stands."""
    return {given.answer for given in choices(play)}


def choices(play: Play) -> list[Act]:
    """All that can be done where a play stands, without alarms."""
    waiting, place = play.waiting, play.place
    if waiting:
        return [Act(CHOOSE, option) for option, _ in waiting.options]
    if place.kind == ASK:
        keys = [key for key, _ in place.node.answers]
        return [Act(ANSWER, key.partition("-")[0] if key[0].isdigit() else key) for key in keys]
    if place.kind == SIGNS:
        step = play.step
        return [Act(TICK, ticked=step.tick if step else ()), Act(TICK)]
    if place.kind == RECORD:
        step = play.step
        return [Act(NOTE, fields=step.note if step else ())]
    return [Act(ON if place.kind == OUTCOME else DONE)] if place.go else []


@EVERY
def test_a_random_walker_always_comes_to_an_end(name: str, shipped: Content) -> None:
    """Two hundred walks that do anything at all: none breaks, none hangs, and the points stay within bounds."""
    exercise = exercises()[name]
    training, walk, dice = Training(shipped, exercise), walk_of(shipped, exercise), random.Random(name)
    ends = set()
    for number in range(TIMES):
        play, most = begin(exercise, walk), 0
        while not play.finished:
            most += 1
            assert most <= 3 * FAR
            if number < VIEWED:
                view = training.view(play)
                assert (view.ask is None) or (view.stop is None)
            play = stumble(play, dice)
        ends.add(play.finished)
        result = outcome(play, training.model)
        assert 0 <= result.points <= result.most
        assert result.lost >= 0
        if number < VIEWED:
            assert len(debrief(training, play).rows) == result.most // 2
    assert ends


def stumble(play: Play, dice: random.Random) -> Play:
    """Anything that a player can do, now and then a hint, an alarm, a mended answer or the way out."""
    chance = dice.random()
    if play.halted:
        return understood(play)
    if chance < 0.05:
        return hint(play)[0] if chance > 0.005 else leave(play)
    if chance < 0.15:
        return mend(play)
    if chance < 0.18 and not play.waiting and play.place.kind in (ASK, TASK):
        return act(play, Act(ALARM, dice.choice(sorted(play.walk.laid.alarms))))
    given = choices(play)
    if not given:
        return act(play, Act(ON))
    return act(play, dice.choice(given))
