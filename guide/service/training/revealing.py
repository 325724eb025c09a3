"""What the exercise says of everything that can be chosen at a stop: for the room, once the hands have been counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guide.core.content import ASK
from guide.core.exercise import RIGHT, Judged, Scene, Step, Verdict
from guide.core.exercise_state import Play, right_act, shown
from guide.core.text import clean
from guide.service.offering import offered
from guide.service.training import words
from guide.service.training.feedback import Told
from guide.service.training.training import Training
from guide.service.training.views import VerdictView


def reveal(training: Training, play: Play) -> tuple[VerdictView, ...]:
    """Every choice with its verdict, in the order in which it is offered; empty where nothing is to be decided.

    Of signs, a record and an alarm: what the exercise does, and what it says of all else.
    """
    item = play.item
    if item is None:
        return ()
    told = Told(training.guide, play.exercise)
    if isinstance(item, Scene):
        options = ((option, clean(text)) for option, text in offered(play.exercise.id, item))
        return tuple(_verdicts(item, options))
    if play.place.kind == ASK and not (isinstance(item, Step) and item.alarm):
        fact = play.walk.laid.fact(play.place.fact)
        values = [value for value, _ in play.place.node.answers]
        if fact.kind == "years":  # what is asked for is a number: the exercise's own ages are shown
            values = [verdict.answer for verdict in item.verdicts]
        found = tuple(_verdicts(item, ((value, clean(fact.words(value))) for value in values)))
        return (*found, _rest(item, item.rest)) if fact.kind == "years" and item.rest else found
    if not isinstance(item, Step) or not item.judged or not item.rest:
        return ()
    right = right_act(item, play.place)
    does = told.said(shown(right, item.note), item, play.place, play.walk)
    return _view(right.answer, does, Verdict("", RIGHT, item.why), item, True), _rest(item, item.rest)


def _verdicts(item: Judged, offered: Iterable[tuple[str, str]]) -> Iterator[VerdictView]:
    """A line for each choice."""
    for value, text in offered:
        verdict = item.verdict(value) or Verdict("", "", "")
        yield _view(value, (text,), verdict, item, value == item.right())


def _rest(item: Judged, rest: Verdict) -> VerdictView:
    return _view("", (words.ANYTHING_ELSE,), rest, item, False)


def _view(value: str, text: tuple[str, ...], verdict: Verdict, item: Judged, model: bool) -> VerdictView:
    return VerdictView(
        value=value,
        answer=text,
        kind=verdict.kind,
        words=words.VERDICT[verdict.kind],
        why=clean(verdict.why),
        mistake=words.MISTAKE.get(verdict.mistake, ""),
        area=words.AREA.get(item.area, ""),
        model=model,
    )
