"""Exercises line by line: played to the end, «ØVELSE» at every stop, and nothing real mixed in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from guide.cli import exercise
from guide.core.content import Content
from guide.core.exercise_model import following
from guide.core.exercise_state import CHOOSE, Act
from guide.core.record import replace
from guide.core.walk import ALARM, ANSWER, NOTE, TICK
from guide.plain import strings
from guide.plain import training_words as said
from guide.plain.exercises import train
from guide.plain.home import OPEN, run_card
from guide.plain.playing import LinePlay
from guide.plain.talk import Talk
from guide.service.desk import Desk
from guide.service.training.training import Training
from guide.service.views import QuestionView, SignsView
from tests.conftest import ROOT
from tests.plain.talking import CONTROL, talk_of
from tests.service.guides import guide_at

ARM = "stange/merker-paa-armen"
MOST = 400
NUMBER = re.compile(r"\b\d\d \d\d \d\d|\b\d{3} \d\d \d{3}\b|\b11[0-9] ?[0-9]{3}\b")
"""A number to ring; the emergency numbers have three digits."""


@cache
def desk() -> Desk:
    """The shipped exercises."""
    return Desk(lambda: ROOT)


def played(content: Content, name: str, at_once: bool = True, *first: str) -> tuple[LinePlay, str]:
    """An exercise played along its right way after these lines, as a person would write it, and all that was said."""
    made: list[LinePlay] = []
    talk, heard = talk_of(lines(made, first))
    made.append(LinePlay(Training(content, desk().exercises[name]), talk, at_once))
    made[0].run()
    assert not CONTROL.search(heard.text)
    return made[0], heard.text


def lines(made: list[LinePlay], first: tuple[str, ...]) -> Iterator[str]:
    """What is written at each prompt: feedback is read, else what the exercise does."""
    yield from first
    for _ in range(MOST):
        line_play = made[0]
        waits = line_play._unread and line_play.at_once and line_play.shown.can_mend
        if waits or line_play.play.halted:
            yield "1"
            continue
        given = following(line_play.play)
        assert isinstance(given, Act)
        yield from written(line_play, given)


def written(line_play: LinePlay, given: Act) -> list[str]:
    """An act as lines."""
    ask, stop = line_play.shown.ask, line_play.shown.stop
    if given.kind == CHOOSE and ask:
        return [str([option.value for option in ask.options].index(given.answer) + 1)]
    if given.kind == ALARM:
        cards = [card for card in strings.ALARM_NAMES if card in line_play.play.walk.laid.alarms]
        return ["+", str(cards.index(given.answer) + 1)]
    if given.kind == ANSWER and isinstance(stop, QuestionView):
        if stop.years:
            return ["vet ikke" if given.answer == stop.unknown else given.answer]
        return [str([answer.value for answer in stop.answers].index(given.answer) + 1)]
    if given.kind == TICK and isinstance(stop, SignsView):
        rows = [sign.id for _, column in stop.columns for sign in column]
        return [" ".join(str(rows.index(sign) + 1) for sign in given.ticked) or "ingen"]
    if given.kind == NOTE:
        noted = dict(given.fields)
        return [noted.get(field.id, "") or "-" for field in line_play.play.place.node.fields]
    return ["1"]


@pytest.mark.parametrize("name", sorted(desk().exercises))
def test_every_exercise_is_played_to_its_end_in_lines(shipped: Content, name: str) -> None:
    """Full points along the right way, without feedback on the way, and the debrief at the end."""
    line_play, text = played(shipped, name, False)
    assert line_play.play.finished == "end"
    points = next(line for line in text.splitlines() if line.endswith(" poeng"))
    assert points.split()[0] == points.split()[2]
    assert text.count("ØVELSE: ") > len(line_play.play.exercise.way)
    assert not NUMBER.search(text)


def test_every_stop_says_that_it_is_an_exercise(shipped: Content) -> None:
    """Each question, task and record has the banner with the exercise's hour above it; numbers are not to be rung."""
    line_play, text = played(shipped, ARM)
    blocks = text.split("\n\nØVELSE: Merker på armen. ")[1:]
    assert len(blocks) >= len(line_play.play.exercise.way)
    for block in text.split("\n\n"):
        if strings.TASK in block:
            assert said.DO_NOT_RING in block
    assert "tirsdag 24. november 2026 kl. 14:40" in text
    assert "Riktig: Er barnet i fare nå?" in text


def test_a_grave_mistake_must_be_read_and_another_one_can_be_mended(shipped: Content) -> None:
    """«Ja» at the first question is told and taken back; the hint costs its point; the verdicts stand."""
    first = ("b", "?", "s", "k", "/ noe", "i", "ja", "2")
    line_play, text = played(shipped, ARM, True, *first)
    for told in (said.NO_BACK, said.NOT_HERE, said.MEND, said.DO_NOT_RING, "Kan gå: Er barnet i fare nå?"):
        assert told in text
    assert line_play.play.decisions[0].kind == "possible"
    assert line_play.play.decisions[0].mended
    assert said.PARTED in text


def test_leaving_tells_what_came_of_it_or_nothing(shipped: Content) -> None:
    """q asks; one stays, has the debrief, or goes."""
    _, text = played(shipped, ARM, True, "q", "1", "q", "2")
    assert "Du avsluttet øvelsen." in text
    _, text = played(shipped, ARM, True, "k", "q", "3")
    assert "Gjennomgang" not in text
    assert said.NO_NUMBER in text
    assert not NUMBER.search(text)


def test_training_is_opened_from_a_walk_and_leads_back(shipped: Content) -> None:
    """ø lists what there is; after quick practice one stands at the same question of the real card."""
    guide = guide_at(shipped, "2026-11-24T10:00")
    talk, heard = talk_of(["ø", "1", "2", *["1"] * 20])
    talk.train = lambda now, own: train(now, desk(), own)
    assert run_card(guide, "stange/barnehage", talk) == OPEN
    question = guide.begin("stange/barnehage").place.node.text
    assert heard.text.count(question) >= 2
    assert "ØVELSE: Situasjon 20 av 20." in heard.text
    assert "av 20 riktige" in heard.text
    assert heard.text.rstrip().splitlines()[-2].endswith(question)


def test_leaving_quick_practice_leads_back_to_the_walk(shipped: Content) -> None:
    """q after two of twenty: how many were right of those, and the question of the real card again."""
    guide = guide_at(shipped, "2026-11-24T10:00")
    talk, heard = talk_of(["ø", "1", "2", "1", "1", "q"])
    talk.train = lambda now, own: train(now, desk(), own)
    assert run_card(guide, "stange/barnehage", talk) == OPEN
    assert " av 2 riktige" in heard.text
    assert heard.text.rpartition(" av 2 riktige")[2].count(guide.begin("stange/barnehage").place.node.text) >= 1


def test_an_exercise_that_can_not_be_walked_says_so(shipped: Content) -> None:
    """Its card is broken: one sentence, and no crash."""
    from guide.plain.exercises import play

    one = desk().exercises[ARM]
    talk, heard = talk_of([])
    play(Training(shipped, replace(one, card="stange/finnes-ikke")), talk, True)
    assert said.STALE in heard.text


def test_the_verb_plays_and_tells_of_the_end_of_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`exercise play`: 3 where lines run out, 2 for an exercise that is not there."""
    talk: list[Talk] = []
    monkeypatch.setattr("guide.cli.exercise_play.stdio", lambda: talk[0])
    made, heard = talk_of(["2"])
    talk.append(made)
    assert exercise.main(["play", ARM, "--content", str(ROOT)]) == 3
    assert said.ENDED in heard.text
    assert exercise.main(["play", "stange/finnes-ikke", "--content", str(ROOT)]) == 2
    assert "finnes-ikke" in capsys.readouterr().err
