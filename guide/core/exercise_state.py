"""Where an exercise stands, and what the player can do: the plain data of `exercise_play`."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from guide.core.content import ASK, OUTCOME, RECORD, SIGNS, TASK, Pairs
from guide.core.exercise import Exercise, Judged, Scene, Step
from guide.core.lay import Place
from guide.core.record import record
from guide.core.walk import ALARM, ANSWER, DONE, NOTE, ON, TICK, Walk

CHOOSE: Final = "choose"
"""The act that answers a question of the exercise's own."""
KIND: Final = {ASK: ANSWER, SIGNS: TICK, TASK: DONE, RECORD: NOTE, OUTCOME: ON}
"""The act that leaves a stop, by the stop's kind."""
AT_END, CARD_ENDED, TOO_FAR, LEFT = "end", "card_ended", "too_far", "left"
"""How an exercise is over: at its own end, where the card ends elsewhere, after too many acts, or by the player."""


class PlayError(Exception):
    """The act does not fit: it is over, a question waits, or a grave mistake has not been read yet."""


@record
class Act:
    """Something that the player does: as a Move of a walk, or `choose` with the id of an option."""

    kind: str
    answer: str = ""
    ticked: tuple[str, ...] = ()
    fields: Pairs = ()


@record
class Decision:
    """Something decided. `model` is what the exercise would have done; `when` is aware.

    `step` is its place on the right way, `other` among what is judged elsewhere (-1: none), `scene` the id of a scene
    with a question. `kind` is empty where the exercise has nothing to say on it. `minutes` is what the verdict cost
    beside the act; `mended`: the player went on as the exercise would have.
    """

    kind: str
    why: str
    when: datetime
    node: str = ""
    answer: str = ""
    model: str = ""
    area: str = ""
    step: int = -1
    other: int = -1
    scene: str = ""
    minutes: int = 0
    mistake: str = ""
    hinted: bool = False
    mended: bool = False
    source: tuple[str, ...] = ()


@record
class Told:
    """A scene that has been told, or a stop that was come to, and when (aware)."""

    id: str
    when: datetime


@record
class Play:
    """Where an exercise stands. `clock` is aware, in Oslo time.

    `spent` are the minutes of all acts, without those that one waited until a time; `next` is the step of the right
    way that has not been taken yet; `halted`: a grave mistake has just been made, and the clock stands until it has
    been read. `last`, `was` and `before` tell what the last act changed, so that it can be mended.
    """

    exercise: Exercise
    walk: Walk
    clock: datetime
    spent: int = 0
    next: int = 0
    acts: int = 0
    decisions: tuple[Decision, ...] = ()
    story: tuple[Told, ...] = ()
    stops: tuple[Told, ...] = ()
    hinted: tuple[str, ...] = ()
    halted: bool = False
    finished: str = ""
    last: int = 0
    was: int = 0
    before: Walk | None = None

    @property
    def place(self) -> Place:
        """The stop that the walk is at."""
        return self.walk.place

    @property
    def step(self) -> Step | None:
        """The step of the right way that one stands at, None where one is off it."""
        way = self.exercise.way
        return way[self.next] if self.next < len(way) and matches(way[self.next], self.walk) else None

    @property
    def waiting(self) -> Scene | None:
        """The scene whose question waits for an answer."""
        for told in self.story:
            scene = self.exercise.scene(told.id)
            if scene.options and all(decision.scene != scene.id for decision in self.decisions):
                return scene
        return None

    @property
    def latest(self) -> tuple[Decision, ...]:
        """What the last act decided."""
        return self.decisions[self.last :]

    @property
    def item(self) -> Judged | None:
        """What is to be decided now: the waiting scene, the step that one stands at, or what its fact is judged by."""
        return self.waiting or self.step or judge_of(self.exercise, self.walk)


def matches(step: Step, walk: Walk) -> bool:
    """Whether the walk stands where `step` is taken."""
    place = walk.place
    if step.fact:
        return place.kind == ASK and place.fact == step.fact
    return step.at == place.id


def judge_of(exercise: Exercise, walk: Walk) -> Step | None:
    """What judges a stop off the right way: what is said of it elsewhere, else the step on the question's fact."""
    place = walk.place
    there = next((step for step in exercise.elsewhere if matches(step, walk)), None)
    if there or place.kind != ASK:
        return there
    return next((step for step in exercise.way if fact_of(step, walk) == place.fact), None)


def fact_of(step: Step, walk: Walk) -> str:
    """The fact that a step answers, empty where it answers no question of this card."""
    if step.fact or not step.verdicts or step.alarm:
        return step.fact
    try:
        place = walk.laid.nodes[step.at]
    except KeyError:
        return ""
    return place.fact if place.kind == ASK else ""


def right_act(item: Judged, place: Place) -> Act:
    """What the exercise itself does at a stop, or with a question of its own."""
    if not isinstance(item, Step):
        return Act(CHOOSE, item.right())
    if item.alarm:
        return Act(ALARM, item.alarm)
    kind = KIND[place.kind]
    return Act(kind, item.right() if kind == ANSWER else "", item.tick if kind == TICK else (), item.note)


def shown(given: Act, fields: Pairs = ()) -> str:
    """An act as one text: the answer, the signs, the dates of `fields`, or its kind. Nothing else typed is kept."""
    if given.kind == TICK:
        return " ".join(given.ticked)
    if given.kind == NOTE:
        asked = dict(fields)
        return " ".join(f"{name}={''.join(value.split())}" for name, value in given.fields if name in asked)
    return given.answer or given.kind


def key_of(exercise: Exercise, item: Judged) -> str:
    """One name for whatever is decided: a scene's id, the number of a step, or `+` and its number elsewhere."""
    if isinstance(item, Scene):
        return item.id
    step = index_of(exercise.way, item)
    return f"{step}" if step >= 0 else f"+{index_of(exercise.elsewhere, item)}"


def index_of(steps: tuple[Step, ...], item: object) -> int:
    """The place of this very step, -1 where it is not there; two steps may say the same."""
    return next((number for number, step in enumerate(steps) if step is item), -1)
