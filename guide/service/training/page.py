"""An exercise as a trainer reads it before: the story, the right way, every verdict with its reason. As plain text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guide.core.clock import clock_time
from guide.core.exercise import Exercise, Judged, Scene
from guide.core.exercise_state import Act, Play
from guide.core.text import clean
from guide.service.training import words
from guide.service.training.training import Training, listed

HEAD: Final = "{banner}: {title}"
ABOUT: Final = "{level} · {card} · {clock}"
PERSON: Final = "  {role}: {about}"
STORY: Final = "  [{when}] {text}"
STEP: Final = "{number}. [{when}] {text}"
VERDICT: Final = "     {verdict}: {answer} {why}"
REST: Final = "     {verdict}, ellers: {why}"
DISCUSS: Final = "Snakk om:"
POINT: Final = "  - {text}"
PEOPLE: Final = "Hvem det handler om:"


def page(training: Training) -> Iterator[str]:
    """The lines of an exercise."""
    exercise = training.exercise
    view = listed(exercise, training.content)
    yield HEAD.format(banner=words.BANNER, title=view.title)
    yield ABOUT.format(level=view.level, card=view.card, clock=view.clock)
    yield view.about
    yield ""
    yield PEOPLE
    for role, about in exercise.people:
        yield PERSON.format(role=clean(role), about=clean(about))
    yield ""
    yield from _way(training, exercise)
    yield ""
    yield DISCUSS
    for text in exercise.discuss:
        yield POINT.format(text=clean(text))


def _way(training: Training, exercise: Exercise) -> Iterator[str]:
    told: set[str] = set()
    for number, (play, given) in enumerate(training.course, 1):
        for scene in play.story:
            if scene.id not in told:
                told.add(scene.id)
                text = exercise.scene(scene.id).text
                yield STORY.format(when=clock_time(scene.when), text=clean(text))
        yield from _stop(training, number, play, given)


def _stop(training: Training, number: int, play: Play, given: Act | None) -> Iterator[str]:
    item: Judged | None = play.waiting or play.step
    text = item.ask if isinstance(item, Scene) else play.place.node.text
    yield STEP.format(number=number, when=clock_time(play.clock), text=clean(text))
    if item is None or given is None:
        return
    options = dict(item.options) if isinstance(item, Scene) else {}
    fact = play.walk.laid.fact(play.place.fact) if play.place.fact and not options else None
    for verdict in item.verdicts:
        answer = options.get(verdict.answer) or (fact.words(verdict.answer) if fact else verdict.answer)
        said = words.stopped(clean(answer))
        yield VERDICT.format(verdict=words.VERDICT[verdict.kind], answer=said, why=clean(verdict.why))
    if item.rest:
        yield REST.format(verdict=words.VERDICT[item.rest.kind], why=clean(item.rest.why))
