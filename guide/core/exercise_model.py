"""The right way of an exercise, walked through the card as it is today, and the first place where the two part."""

from __future__ import annotations

from collections.abc import Iterator

from guide.core.exercise import RIGHT, Exercise
from guide.core.exercise_play import act, begin
from guide.core.exercise_state import AT_END, Act, Play, matches, right_act
from guide.core.record import record
from guide.core.step import StuckError
from guide.core.walk import ANSWER, Walk, WalkError

STOP, ACT, SCENE, SHOW, CARD = "stop", "act", "scene", "show", "card"


@record
class Parting:
    """Where exercise and card part. `step` is its number on the way from 0 (the way's length: the end).

    `what` is `stop` (the card stands at `got` instead), `act` (the card does not offer what the exercise does),
    `scene` (a question of its own has no right answer) or `show` (the stop shows something else; `key` says which of
    the expectations). `node` is where the card stands.
    """

    step: int
    what: str
    expected: str
    got: str
    node: str = ""
    key: str = ""


def courses(exercise: Exercise, walk: Walk) -> Iterator[tuple[Play, Act | Parting | None]]:
    """The right way, stop by stop: the play and what is done next. Ends with None at the end, else with a Parting."""
    play, wanted = begin(exercise, walk), 0
    while not play.finished:
        # what was passed over by the engine, which takes the way up again wherever it can, does not fit
        given = following(play) if play.next == wanted else _elsewhere(play, wanted)
        yield play, given
        if isinstance(given, Parting):
            return
        try:
            wanted += play.waiting is None
            play = act(play, given)
        except (WalkError, StuckError) as error:
            yield play, Parting(play.next, ACT, given.answer or " ".join(given.ticked), f"{error}", play.place.id)
            return
    yield play, None if play.finished == AT_END and play.next == len(play.exercise.way) else _elsewhere(play, wanted)


def model(exercise: Exercise, walk: Walk) -> tuple[Play, Parting | None]:
    """The right way walked to its end, or as far as the card lets it, with the place where they part."""
    *_, (play, last) = courses(exercise, walk)
    return play, last if isinstance(last, Parting) else None


def following(play: Play) -> Act | Parting:
    """What the exercise itself does next, from a play that is on the right way."""
    scene, place, way = play.waiting, play.place, play.exercise.way
    if scene:
        given = right_act(scene, place)
        return given if given.answer else Parting(play.next, SCENE, RIGHT, scene.id, place.id)
    if play.next >= len(way) or not matches(way[play.next], play.walk):
        return _elsewhere(play, play.next)
    given = right_act(way[play.next], place)
    if given.kind == ANSWER and not given.answer:
        return Parting(play.next, ACT, RIGHT, "", place.id)
    return given


def _elsewhere(play: Play, number: int) -> Parting:
    """The walk stands where step `number` of the way is not."""
    way, place = play.exercise.way, play.place
    step = way[number] if number < len(way) else None
    return Parting(number, STOP, (step.at or step.fact) if step else play.exercise.end.node, place.id, place.id)
