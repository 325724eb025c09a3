"""The order in which an exercise's own choices are offered, and how they are written down."""

from __future__ import annotations

import pytest

from guide.core.content import Content
from guide.core.record import replace
from guide.service.desk import Desk, lessons
from guide.service.offering import offered
from guide.service.training.page import page
from guide.service.training.revealing import reveal
from guide.service.training.training import Training
from guide.service.training.words import stopped
from tests.conftest import ROOT


def test_what_is_right_stands_anywhere(shipped: Content) -> None:
    """Every option once; the right one first in fewer than half of all, and not always in the first exercises."""
    desk = Desk(lambda: ROOT)
    places: dict[str, list[int]] = {}
    for exercise in desk.exercises.values():
        for scene in exercise.scenes:
            found = offered(exercise.id, scene)
            assert sorted(found) == sorted(scene.options)
            if found:
                places.setdefault(exercise.id, []).append([option for option, _ in found].index(scene.right()))
    every = [place for found in places.values() for place in found]
    assert every.count(0) < len(every) / 2
    shown = [lesson.id for lesson in lessons(desk.exercises.values(), shipped, "stange") if lesson.id in places]
    assert any(places[name][0] for name in shown[:3])


def test_it_is_alike_alone_and_in_a_room_and_does_not_follow_the_file(shipped: Content) -> None:
    """The same order in the question, in the reveal, and with the options of the file turned round."""
    exercise = Desk(lambda: ROOT).exercises["stange/merker-paa-armen"]
    training = Training(shipped, exercise)
    play = next(play for play, _ in training.course if play.waiting)
    ask = training.view(play).ask
    assert ask is not None
    assert play.waiting is not None
    assert [answer.value for answer in ask.options] == [choice.value for choice in reveal(training, play)]
    turned = replace(play.waiting, options=tuple(reversed(play.waiting.options)))
    assert offered(exercise.id, turned) == offered(exercise.id, play.waiting)


@pytest.mark.parametrize(
    ("text", "said"),
    [("Ja", "Ja."), ("Ja.", "Ja."), ("Hvor?", "Hvor?"), ("Jeg sier: «Hvor?»", "Jeg sier: «Hvor?»"), ("Nei!", "Nei!")],
)
def test_a_sentence_ends_once(text: str, said: str) -> None:
    """A full stop where there is no sign at the end, and never one after a question mark."""
    assert stopped(text) == said


def test_no_page_of_an_exercise_has_a_full_stop_after_a_question_mark(shipped: Content) -> None:
    """All of `exercise show`."""
    for exercise in Desk(lambda: ROOT).exercises.values():
        text = "\n".join(page(Training(shipped, exercise)))
        assert "?." not in text
        assert ".." not in text
