"""What came of an exercise: what one did beside what it would have done, where one parted, and what that cost."""

from __future__ import annotations

from typing import Final

from guide.core.content import ASK, OUTCOME
from guide.core.exercise import RIGHT, Scene, Step
from guide.core.exercise_play import moved
from guide.core.exercise_score import Outcome, Row, Score, outcome
from guide.core.exercise_state import Act, Decision, Play, fact_of, right_act, shown
from guide.core.lay import Place
from guide.core.step import StuckError
from guide.core.text import clean
from guide.core.walk import ANSWER, DONE, NOTE, TICK, Walk, WalkError
from guide.service.training import words
from guide.service.training.feedback import Told
from guide.service.training.training import Training, moment
from guide.service.training.views import DebriefView, FeedbackView, ScoreView

ENOUGH: Final = 0.8
"""The share of an area's points from which nothing more is said of it."""
LONGEST: Final = 60
"""Stops after which it is not looked any further where an answer leads."""


def debrief(training: Training, play: Play) -> DebriefView:
    """The debrief of a play, finished or not."""
    told = Told(training.guide, play.exercise)
    result = outcome(play, training.model)
    parted = result.parted
    return DebriefView(
        title=clean(play.exercise.title),
        banner=words.BANNER,
        finished=words.FINISHED.get(play.finished, ""),
        points=words.POINTS.format(points=result.points, most=result.most),
        scores=tuple(_score(score) for score in result.scores),
        rows=tuple(_row(training, told, row, play) for row in result.rows),
        parted=told.feedback(parted, play.walk, leads_to(training, parted)) if parted else None,
        grave=tuple(told.feedback(decision, play.walk, leads_to(training, decision)) for decision in result.grave),
        lost=words.LOST.format(minutes=result.lost) if result.lost else words.LOST_NONE,
        told=_told(result),
        next=_next(result),
        discuss=tuple(clean(text) for text in play.exercise.discuss),
        sources=play.exercise.source,
    )


def leads_to(training: Training, decision: Decision) -> str:
    """The title of the first advice that an answer ends in, where it is not that of the right way; else empty.

    What is asked on the way there is answered as on the right way, and «vet ikke» where that says nothing of it.
    """
    if decision.step < 0 or decision.kind in ("", RIGHT):
        return ""
    there = next((play for play, _ in training.course if play.next == decision.step and not play.waiting), None)
    if there is None or there.place.kind != ASK or there.place.id != decision.node:
        return ""
    astray = _advice(there, Act(ANSWER, decision.answer))
    right = _advice(there, right_act(there.exercise.way[decision.step], there.place))
    return "" if astray is None or (right and astray.id == right.id) else astray.node.text


def _advice(play: Play, given: Act) -> Place | None:
    """The first advice after an act."""
    exercise, walk = play.exercise, play.walk
    facts = {fact: step.right() for step in exercise.way if (fact := fact_of(step, walk)) and step.right()}
    try:
        walk = moved(walk, given, play.clock)
        for _ in range(LONGEST):
            place = walk.place
            if place.kind == OUTCOME:
                return place
            walk = moved(walk, _usual(walk, facts), play.clock)
    except (WalkError, StuckError):
        return None
    return None


def _usual(walk: Walk, facts: dict[str, str]) -> Act:
    """What is given at a stop off the way: the fact's right answer or «vet ikke», no signs, nothing noted."""
    kind, fact = walk.place.kind, walk.place.fact
    if kind == ASK:
        return Act(ANSWER, facts.get(fact) or walk.laid.fact(fact).unknown)
    return Act({"signs": TICK, "record": NOTE}.get(kind, DONE))


def _score(score: Score) -> ScoreView:
    return ScoreView(score.area, words.AREA[score.area], score.points, score.most, score.grave)


def _row(training: Training, told: Told, row: Row, play: Play) -> FeedbackView:
    """A decision, or what there was to decide where one never came."""
    if row.decision:
        return told.feedback(row.decision, play.walk, leads_to(training, row.decision))
    item = row.item
    if isinstance(item, Scene):
        return told.missed(item, None, play.walk, item.right())
    there = next((at for at, _ in training.course if at.step is not None and at.step == item), None)
    if there is None or not isinstance(item, Step):
        return told.missed(item, None, play.walk, "")
    return told.missed(item, there.place, play.walk, shown(right_act(item, there.place), item.note))


def _told(result: Outcome) -> str:
    """When one came to the strongest advice; empty where the exercise itself never comes to any."""
    if result.model_told is None:
        return ""
    model = moment(result.model_told)
    if result.told is None:
        return words.TOLD_NEVER.format(model=model)
    return words.TOLD.format(yours=moment(result.told), model=model)


def _next(result: Outcome) -> tuple[str, ...]:
    """What to practise: the areas with grave mistakes or too few points, the weakest first."""
    weak = [score for score in result.scores if score.grave or score.points < ENOUGH * score.most]
    weak.sort(key=lambda score: (-score.grave, score.points / score.most))
    return tuple(words.TRY[score.area] for score in weak) or (words.NOTHING_MORE,)
