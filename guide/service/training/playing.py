"""What a player can do in an exercise, for every front end. A Play is immutable: to go back, keep the old one.

All raise PlayError (a question of the exercise's own waits, a grave mistake has not been read, or it is over),
WalkError (not offered here) and StuckError (the card leads nowhere), unless they say otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guide.core import exercise_play as engine
from guide.core.exercise_state import CHOOSE, Act, Play
from guide.core.text import clean
from guide.core.walk import ALARM, ANSWER, DONE, NOTE, ON, TICK


def answer(play: Play, value: str) -> Play:
    """Answers the question at hand: the event's where one waits, else the card's."""
    return engine.act(play, Act(CHOOSE if play.waiting else ANSWER, value))


def tick(play: Play, signs: Iterable[str]) -> Play:
    """Goes on from the signs with these ticked."""
    return engine.act(play, Act(TICK, ticked=tuple(signs)))


def note(play: Play, fields: Mapping[str, str]) -> Play:
    """Notes what the record asks for."""
    return engine.act(play, Act(NOTE, fields=tuple(fields.items())))


def done(play: Play) -> Play:
    """The task at hand is done."""
    return engine.act(play, Act(DONE))


def go_on(play: Play) -> Play:
    """Goes on after a waiting point."""
    return engine.act(play, Act(ON))


def alarm(play: Play, card: str) -> Play:
    """Opens an alarm."""
    return engine.act(play, Act(ALARM, card))


def hint(play: Play) -> tuple[Play, str]:
    """The hint for what is to be decided, empty where there is none; asking for it costs a point. Raises nothing."""
    told, text = engine.hint(play)
    return told, clean(text)


def mend(play: Play) -> Play:
    """The last act made as the exercise would have; the verdict on it stands. Raises nothing."""
    return engine.mend(play)


def understood(play: Play) -> Play:
    """A grave mistake has been read: on from there, on the right way. Raises PlayError where there is none."""
    return engine.understood(play)


def leave(play: Play) -> Play:
    """Ends the exercise where it is. Raises nothing."""
    return engine.leave(play)
