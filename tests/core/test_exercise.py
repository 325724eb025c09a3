"""An exercise under way: the clock, the story, verdicts, points as computed by hand, and the way back."""

from __future__ import annotations

import pytest

from guide.core.content import Deadline
from guide.core.exercise import GRAVE, POSSIBLE, RIGHT, WRONG, Expect, Step, Verdict
from guide.core.exercise_fit import fit, walk_of
from guide.core.exercise_model import ACT, CARD, SCENE, SHOW, STOP, model
from guide.core.exercise_play import FAR, act, begin, hint, leave, mend, understood
from guide.core.exercise_score import Score, outcome
from guide.core.exercise_state import AT_END, CARD_ENDED, CHOOSE, LEFT, TOO_FAR, Act, Play, PlayError
from guide.core.record import replace
from guide.core.walk import ALARM, ANSWER, DONE, NOTE, ON, WalkError
from guide.service.training.running import parting_words
from tests.core.exercises import CALL, DANGER, DAY, SENT, WHO, made_content, made_exercise, started, verdict

TODAY = Act(NOTE, fields=(("dato", "2026-11-24"), ("ord", "det barnet sa")))


def answer(value: str) -> Act:
    """An answer of the card."""
    return Act(ANSWER, value)


def choose(value: str) -> Act:
    """An option of an event."""
    return Act(CHOOSE, value)


def played(*acts: Act, **more: object) -> Play:
    """The exercise after these acts; a grave mistake is read at once."""
    play = started(**more)
    for given in acts:
        play = act(play, given)
        play = understood(play) if play.halted else play
    return play


def result(play: Play, **more: object) -> tuple[int, int, int]:
    """Points, grave mistakes and minutes lost."""
    exercise = made_exercise(**more)
    found = outcome(play, model(exercise, walk_of(made_content(), exercise))[0])
    return found.points, len(found.grave), found.lost


def clock(play: Play) -> str:
    """The day and the hour."""
    return f"{play.clock:%d %H:%M}"


def shows(**more: object) -> Step:
    """The advice, expected to show something."""
    return replace(SENT, expect=Expect(**more))  # type: ignore[arg-type]


UNKNOWN = replace(DANGER, verdicts=(verdict("kanskje", RIGHT),))
RIGHT_WAY = (answer("nei"), choose("a"), TODAY, answer("ja"), Act(ON))


def test_the_right_way_moves_the_clock_and_tells_the_story() -> None:
    """A question takes 1 minute, an event 1, a record 3, a question 1, the advice 20 and then till the next morning."""
    play, hours = started(), []
    for given in RIGHT_WAY:
        play = act(play, given)
        hours.append(clock(play))
    assert hours == ["24 10:01", "24 10:02", "24 10:05", "24 10:06", "25 08:00"]
    assert play.spent == 26
    assert [(told.id, f"{told.when:%H:%M}") for told in play.story] == [("start", "10:00"), ("ringer", "10:01")]
    assert (play.finished, play.place.id) == (AT_END, "sendt")
    assert result(play) == (8, 0, 0)


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        # danger 1, all else right
        ((answer("vet_ikke"), answer("ja"), *RIGHT_WAY[1:]), (7, 0, 1)),
        # a wrong day: 0 of 2, and 5 minutes
        ((answer("nei"), choose("a"), Act(NOTE), answer("ja"), Act(ON)), (6, 0, 5)),
        # the rest of the options is possible: 1 of 2, and 2 minutes
        ((answer("nei"), choose("c"), TODAY, answer("ja"), Act(ON)), (7, 0, 2)),
        # a grave option: 0 of 2, 15 minutes
        ((answer("nei"), choose("b"), TODAY, answer("ja"), Act(ON)), (6, 1, 15)),
        # a grave answer, put right: 0 of 2, 15 minutes
        ((answer("nei"), choose("a"), TODAY, answer("nei"), Act(ON)), (6, 1, 15)),
        # astray: 7 minutes for the answer, 10 for the task, 1 for the question; the first answer counts
        ((answer("nei"), choose("a"), TODAY, answer("vet_ikke"), Act(DONE), answer("ja"), Act(ON)), (6, 0, 18)),
        # two grave mistakes on the same question: only the first is on the way, the second has been put right
        ((answer("nei"), choose("b"), TODAY, answer("nei"), Act(ON)), (4, 2, 30)),
        # into the end of the card at once: only that was decided
        ((answer("ja"),), (0, 0, 0)),
    ],
)
def test_points_and_minutes_as_computed_by_hand(acts: tuple[Act, ...], expected: tuple[int, int, int]) -> None:
    """Two for right, one for possible, none for wrong, grave and what one never came to."""
    assert result(played(*acts)) == expected


def test_points_are_kept_by_area_with_the_grave_mistakes() -> None:
    """Areas come in one order, and a grave mistake is counted where it was made."""
    play = played(answer("nei"), choose("b"), TODAY, answer("ja"), Act(ON))
    found = outcome(play, play)
    assert found.scores == (
        Score("oppdage", 2, 2),
        Score("meldeplikt", 2, 2),
        Score("foresatte", 0, 2, 1),
        Score("frister", 2, 2),
    )
    assert found.parted == found.grave[0]
    assert found.parted.mistake == "utsatte_meldingen"
    assert (found.told, found.whole) == (found.model_told, True)


def test_a_hint_costs_a_point_once_and_only_where_it_was_asked_for() -> None:
    """Right after a hint is 1; asking twice costs no more; what has no hint gives none."""
    play, text = hint(started())
    assert text == "Se deg rundt."
    play, _ = hint(play)
    play = act(play, answer("nei"))
    play, text = hint(play)
    assert text == "Hvem kan få vite det?"
    play = act(play, choose("c"))
    assert hint(play) == (play, "")
    for given in RIGHT_WAY[2:]:
        play = act(play, given)
    assert [(d.kind, d.hinted) for d in play.decisions[:2]] == [(RIGHT, True), (POSSIBLE, True)]
    assert result(play) == (5, 0, 2)
    assert hint(play) == (play, "")


def test_a_question_of_its_own_is_answered_first() -> None:
    """While an event waits, the walk does not move; without one there is nothing to choose."""
    play = act(started(), answer("nei"))
    assert play.waiting == CALL
    with pytest.raises(PlayError):
        act(play, TODAY)
    with pytest.raises(PlayError):
        act(play, choose("d"))
    with pytest.raises(PlayError):
        act(started(), choose("a"))


def test_a_grave_mistake_stops_everything_until_it_has_been_read() -> None:
    """Then one goes on where the exercise would have, and the clock has not gone back."""
    play = act(played(*RIGHT_WAY[:3]), answer("nei"))
    assert (play.halted, play.place.id, clock(play)) == (True, "vent", "24 10:21")
    with pytest.raises(PlayError):
        act(play, Act(DONE))
    on = understood(play)
    assert (on.halted, on.place.id, clock(on), on.next) == (False, "meld", "24 10:21", 3)
    assert on.decisions[-1].mended
    assert [told.id for told in on.stops][-2:] == ["hvem", "meld"]
    with pytest.raises(PlayError):
        understood(on)


def test_a_wrong_answer_can_be_put_right_or_followed() -> None:
    """Put right, the walk is where the right way leads; followed, it is where the card leads."""
    astray = act(played(*RIGHT_WAY[:3]), answer("vet_ikke"))
    assert (astray.place.id, astray.step, astray.next) == ("vent", None, 3)
    assert (mend(astray).place.id, mend(astray).next) == ("meld", 3)
    followed = act(astray, Act(DONE))
    assert followed.place.id == "igjen"
    assert followed.item is followed.exercise.way[2]
    again = act(followed, answer("nei"))
    assert [(d.step, d.kind) for d in again.decisions[-2:]] == [(2, WRONG), (2, GRAVE)]
    back = understood(again)
    assert (back.place.id, back.step) == ("meld", back.exercise.way[3])


def test_what_is_said_elsewhere_comes_before_the_fact() -> None:
    """A stop off the way with words of its own is judged by them, and put right by them."""
    own = Step(at="igjen", area="meldeplikt", verdicts=(verdict("vet_ikke", RIGHT), verdict("ja", WRONG)))
    play = played(*RIGHT_WAY[:3], answer("vet_ikke"), Act(DONE), answer("ja"), elsewhere=(own,))
    assert (play.decisions[-1].other, play.decisions[-1].kind, play.place.id) == (0, WRONG, "meld")
    assert mend(play).place.id == "fortell"


def test_an_answer_that_nothing_is_said_of_is_told_without_a_verdict() -> None:
    """The two quick questions are not the exercise's: they give and take nothing, and are no parting."""
    play = act(act(started(), answer("vet_ikke")), answer("nei"))
    last = play.decisions[-1]
    assert (last.kind, last.node, last.answer, last.step) == ("", "tvil/sporsmal", "nei", -1)
    assert outcome(play, play).parted == play.decisions[0]


def test_an_alarm_that_nobody_asked_for_is_not_judged() -> None:
    """It takes its minute; afterwards the way goes on where one was."""
    play = act(started(), Act(ALARM, "p/a"))
    assert (play.place.id, play.decisions, clock(play)) == ("!p/a/brann", (), "24 10:01")
    play = act(play, answer("nei"))
    assert (play.place.id, play.step) == ("fare", play.exercise.way[0])


def test_an_alarm_of_the_right_way_that_is_not_opened_is_judged_and_the_next_step_too() -> None:
    """One act, two decisions; put right, the alarm opens."""
    opened = Step(at="hvem", alarm="p/a", area="kontakt", why="rett", rest=Verdict("", WRONG, "åpne kortet", 5))
    inside = Step(at="!p/a/brann", area="kontakt", verdicts=(verdict("nei", RIGHT),), rest=Verdict("", WRONG, "nei", 5))
    more = {"way": (DANGER, DAY, opened, inside, WHO, SENT)}
    play = played(*RIGHT_WAY[:3], answer("ja"), **more)
    assert [(d.step, d.kind) for d in play.latest] == [(2, WRONG), (4, RIGHT)]
    assert (play.next, play.place.id) == (5, "meld")
    mended = mend(play)
    assert (mended.place.id, mended.next) == ("!p/a/brann", 3)
    right = played(*RIGHT_WAY[:3], Act(ALARM, "p/a"), answer("nei"), answer("ja"), Act(ON), **more)
    assert (right.finished, [d.kind for d in right.decisions]) == (AT_END, [RIGHT] * 6)
    assert result(right, **more) == (12, 0, 0)


def test_it_is_over_where_the_card_ends_elsewhere_and_when_one_leaves() -> None:
    """Nothing can be done after that, but a wrong answer into the end of the card can still be put right."""
    ended = act(started(), answer("ja"))
    assert (ended.finished, ended.place.id) == (CARD_ENDED, "ring")
    with pytest.raises(PlayError):
        act(ended, Act(ON))
    assert mend(ended).place.id == "noter"
    left = leave(started())
    assert left.finished == LEFT
    assert leave(ended).finished == CARD_ENDED
    with pytest.raises(PlayError):
        act(left, answer("nei"))
    assert mend(replace(ended, finished=LEFT)).place.id == "ring"


def test_one_who_goes_in_a_ring_is_stopped() -> None:
    """The card lets one answer «vet ikke» for ever; the exercise does not."""
    play = played(*RIGHT_WAY[:3], answer("vet_ikke"), Act(DONE))
    for _ in range(FAR):
        if play.finished:
            break
        play = act(play, answer("vet_ikke") if play.place.id == "igjen" else Act(DONE))
    assert play.finished == TOO_FAR
    assert play.acts == FAR


def test_nothing_that_was_typed_is_kept_but_the_dates_that_are_judged() -> None:
    """What the player writes in a record may be about somebody: the decision does not repeat it."""
    play = played(*RIGHT_WAY[:3])
    assert play.decisions[-1].answer == "dato=2026-11-24"


def test_an_event_at_a_time_comes_at_the_next_stop_after_it() -> None:
    """At 10:03 nobody is at a stop; at 10:04 somebody is."""
    late = replace(CALL, node="", time="2026-11-24T10:03")
    play = played(answer("nei"), scenes=(late,))
    assert play.waiting is None
    play = act(play, TODAY)
    assert (play.waiting, clock(play)) == (late, "24 10:04")


def test_signs_of_the_story_wait_for_all_that_they_name() -> None:
    """A scene with a node and a time is told when both are there."""
    both = replace(CALL, id="begge", time="2026-11-24T12:00")
    assert played(answer("nei"), scenes=(both,)).story == ()
    assert played(answer("nei"), scenes=(both,), at="2026-11-24T12:30").waiting == both


def test_a_step_on_a_fact_is_taken_wherever_the_fact_is_asked() -> None:
    """The id of the node may change; the fact stays."""
    by_fact = replace(WHO, at="", fact="hjemme")
    exercise = made_exercise(way=(DANGER, DAY, by_fact, SENT))
    assert fit(made_content(), exercise).whole


def test_old_names_of_nodes_are_followed() -> None:
    """What a card says that a node was called is read as meant for it."""
    exercise = made_exercise(way=(DANGER, DAY, replace(WHO, at="gammel"), SENT))
    assert fit(made_content(), exercise).whole
    play = begin(exercise, walk_of(made_content(), exercise))
    assert play.exercise.way[2].at == "hvem"


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"way": (DANGER, WHO, SENT)}, (1, STOP, "hvem", "noter")),
        ({"way": (DANGER, Step(at="vent"), DAY, WHO, SENT)}, (1, STOP, "vent", "noter")),
        ({"way": (Step(at="vent"), DANGER, DAY, WHO, SENT)}, (0, STOP, "vent", "fare")),
        ({"way": (UNKNOWN, DAY, WHO, SENT)}, (0, ACT, "kanskje", "fare: kanskje")),
        ({"way": (replace(DANGER, verdicts=()), DAY, WHO, SENT)}, (0, ACT, RIGHT, "")),
        ({"scenes": (replace(CALL, verdicts=()),)}, (1, SCENE, RIGHT, "ringer")),
        ({"way": (DANGER, DAY, WHO)}, (3, STOP, "sendt", "meld")),
        ({"way": (DANGER, DAY, WHO, shows(urgency="now"))}, (3, SHOW, "now", "today")),
        ({"way": (DANGER, DAY, WHO, shows(duties=("avert",)))}, (3, SHOW, "avert", "police")),
        ({"end": Expect("sendt", service="politi")}, (4, SHOW, "politi", "")),
        ({"card": "p/borte"}, (0, CARD, "p/borte", "p/borte")),
    ],
)  # fmt: skip
def test_the_first_place_where_exercise_and_card_part(
    more: dict[str, object], found: tuple[int, str, str, str]
) -> None:
    """What was expected, and what came."""
    first = fit(made_content(), made_exercise(**more)).partings[0]
    assert (first.step, first.what, first.expected, first.got) == found


def test_an_answer_that_the_card_does_not_offer_is_refused() -> None:
    """The walk itself refuses it, and the play stays as it was."""
    play = started()
    with pytest.raises(WalkError):
        act(play, answer("kanskje"))
    with pytest.raises(WalkError):
        act(play, Act(DONE))
    assert (play.acts, play.decisions, play.place.id) == (0, (), "fare")


def test_the_clock_goes_on_through_the_night_when_it_is_turned_back() -> None:
    """From five to three, five minutes and then eight: eight minutes past two, for the second time that night."""
    play = played(*RIGHT_WAY[:3], at="2026-10-25T02:55+02:00")
    later = act(play, answer("vet_ikke"))
    assert (f"{later.clock:%H:%M %z}", later.spent) == ("02:08 +0100", 13)


def test_a_date_that_no_calendar_reaches_is_a_parting_and_no_crash() -> None:
    """A deadline that can't be counted is not shown, and an exercise that expects it does not fit."""
    due = Deadline("deling", 3, "working_days", start="noter.dato")
    content = made_content()
    card = content.cards["p/k"]
    nodes = {**card.nodes, "sendt": replace(card.nodes["sendt"], deadlines=(due,))}
    content = replace(content, cards={**content.cards, "p/k": replace(card, nodes=nodes)})
    end = Expect("sendt", deadlines=(("deling", "2026-11-27"),))
    assert fit(content, made_exercise(end=end)).whole
    old = replace(DAY, note=(("dato", "1901-01-01"),))
    (parting,) = fit(content, made_exercise(way=(DANGER, old, WHO, SENT), end=end)).partings
    assert (parting.what, parting.key, parting.expected, parting.got) == (SHOW, "deadlines", "deling=2026-11-27", "")


def test_the_same_acts_give_the_same_play() -> None:
    """Nothing depends on the hour, on the machine or on chance."""
    one, other = played(*RIGHT_WAY), played(*RIGHT_WAY)
    assert (one.decisions, one.stops, one.story, one.clock) == (other.decisions, other.stops, other.story, other.clock)


def test_a_card_that_is_out_of_use_is_what_does_not_fit() -> None:
    """Not a step of the exercise: the card is named, and what of it is broken."""
    (parting,) = fit(replace(made_content(), cards={}), made_exercise()).partings
    assert (parting.what, parting.expected) == (CARD, made_exercise().card)
    assert "kan ikke brukes" in parting_words("by/ovelse", parting)
