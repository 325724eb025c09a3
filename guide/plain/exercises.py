"""What there is to train on, line by line: the exercises, and quick practice."""

from __future__ import annotations

from guide.core.lay import LayError
from guide.core.step import StuckError
from guide.plain import training_words as said
from guide.plain.playing import LinePlay
from guide.plain.talk import LeftError, Talk
from guide.service.desk import Desk, lessons
from guide.service.guide import Guide
from guide.service.training.quick import situations
from guide.service.training.training import Training
from guide.service.training.view import Quick
from guide.service.training.words import AREA, VERDICT


def train(guide: Guide, desk: Desk, talk: Talk) -> None:
    """Asks what to train on, and plays it. Back to where one was. Raises LeftError and EOFError."""
    found = lessons(desk.exercises.values(), guide.content, guide.profile.pack)
    options = [said.QUICK, *(said.LESSON.format(title=o.title, line=o.areas, about=o.about) for o in found), said.OUT]
    talk.say("", said.HEAD, *([] if found else [said.NONE]))
    chosen = talk.choose(options)
    if chosen == 0:
        quick(guide, desk, talk)
    elif chosen is not None and chosen <= len(found):
        talk.say("", said.HOW_TITLE)
        how = talk.choose(said.HOW)
        if how is not None:
            play(Training(guide.content, desk.exercises[found[chosen - 1].id]), talk, at_once=how == 0)


def play(training: Training, talk: Talk, at_once: bool) -> None:
    """One exercise; one whose card can't be walked says so. Raises LeftError and EOFError."""
    try:
        line_play = LinePlay(training, talk, at_once)
    except (LayError, StuckError, LookupError):
        talk.say(said.STALE)
        return
    line_play.run()


def quick(guide: Guide, desk: Desk, talk: Talk) -> None:
    """Twenty situations of one area, or as many as one wants. Raises EOFError, and LeftError before the first."""
    talk.say("", said.AREAS_TITLE)
    chosen = talk.choose(tuple(AREA.values()))
    if chosen is None:
        return
    found = situations(guide, tuple(AREA)[chosen], f"{guide.now():%Y%m%d%H%M%S}", desk.exercises.values())
    right = done = 0
    try:
        for done, one in enumerate(found):
            right += _situation(one, done + 1, len(found), talk)
        done = len(found)
    except LeftError:  # out of the practice only
        pass
    talk.say("", said.QUICK_DONE.format(right=right, all=done) if found else said.QUICK_NONE)


def _situation(one: Quick, number: int, most: int, talk: Talk) -> bool:
    """One situation: whether it was answered right."""
    talk.say("", said.QUICK_AT.format(number=number, all=most), *filter(None, (one.clock, *one.story)), one.ask)
    given = one.options[talk.choose([option.text for option in one.options], none=False) or 0]
    is_right = given.kind == one.right.kind
    lines = [said.VERDICT.format(verdict=VERDICT[given.kind], asked=given.text), given.why]
    if not is_right:
        lines += [said.QUICK_RIGHT.format(text=one.right.text), one.right.why]
    lines += [one.why, *one.because, *(said.SOURCE.format(title=title) for title in one.sources)]
    talk.say(*filter(None, lines))
    return is_right
