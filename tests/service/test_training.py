"""What training shows: the story, the stop at the exercise's hour, feedback, the debrief; and that text stays text."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from guide.core.content import Content, Fact, Node
from guide.core.exercise import Exercise, Expect, Scene, Step, Verdict
from guide.core.exercise_model import following
from guide.core.exercise_play import act
from guide.core.exercise_state import Play, PlayError
from guide.core.record import replace
from guide.core.text import hidden
from guide.service.training import playing
from guide.service.training.debrief import debrief
from guide.service.training.page import page
from guide.service.training.revealing import reveal
from guide.service.training.training import Training, listed
from guide.service.training.views import DebriefView
from guide.service.views import OutcomeView, QuestionView, SignsView
from guide.store.load import load_exercises
from guide.store.sources import read_exercises
from tests.conftest import ROOT
from tests.core.cards import card, outcome
from tests.core.exercises import made_content, made_exercise

ARM, DRUGS, FRIDAY = "stange/merker-paa-armen", "ringsaker/lukt-av-hasj", "stange/fredag-ti-over-fire"


@pytest.fixture(scope="module")
def exercises() -> dict[str, Exercise]:
    """The shipped exercises."""
    return dict(load_exercises(read_exercises(ROOT))[0])


@pytest.fixture
def arm(shipped: Content, exercises: dict[str, Exercise]) -> Training:
    """Marks on an arm, Tuesday 14:40."""
    return Training(shipped, exercises[ARM])


def on_right_way(training: Training, but: dict[str, str | None]) -> Play:
    """The right way to its end, but for the answers given by node or event (None: left out, as the player leaves).

    A grave mistake is read, any other mistake is put right.
    """
    play = training.begin()
    while not play.finished:
        key = play.waiting.id if play.waiting else play.place.id
        if key in but:
            value = but[key]
            if value is None:
                return playing.leave(play)
            play = playing.answer(play, value)
            play = playing.understood(play) if play.halted else playing.mend(play)
        else:
            given = following(play)
            play = act(play, given)  # type: ignore[arg-type]
    return play


def points(training: Training, but: dict[str, str | None]) -> tuple[str, str]:
    """The points and the time lost, in words."""
    view = debrief(training, on_right_way(training, but))
    return view.points, view.lost


NO_LOSS = "Du brukte ikke mer tid enn øvelsen."


@pytest.mark.parametrize(
    ("name", "but", "expected", "minutes"),
    [
        (ARM, {}, 28, 0),
        (ARM, {"fare": "vet_ikke"}, 27, 0),
        (ARM, {"barnet-forteller": "lov"}, 26, 15),
        (ARM, {"barnet-forteller": "tema"}, 26, 5),
        (ARM, {"vold/mistanke": "nei", "lederen-venter": "venter"}, 24, 30),
        (ARM, {"vold/hvem": "ukjent", "mor-ringer": "sitat"}, 25, 15),
        (DRUGS, {}, 28, 0),
        (DRUGS, {"plikt/egen": "nei"}, 26, 15),
        (DRUGS, {"tema": "mobbing", "kollegaen": "alt"}, 24, 20),
        (FRIDAY, {}, 24, 0),
        (FRIDAY, {"rektor-svarer-ikke": "mandag", "mor-henter": "alt"}, 20, 30),
        (FRIDAY, {"vold/ferske": "vet_ikke", "vold/bor": "annen"}, 21, 5),
    ],
)
def test_points_of_the_shipped_exercises_as_computed_by_hand(
    shipped: Content, exercises: dict[str, Exercise], name: str, but: dict[str, str | None], expected: int, minutes: int
) -> None:
    """Twice the number of decisions, one less for what is possible, two less for wrong and grave; 5 and 15 minutes."""
    most = {ARM: 28, DRUGS: 28, FRIDAY: 24}[name]
    lost = f"Du brukte {minutes} minutter mer enn øvelsen." if minutes else NO_LOSS
    assert points(Training(shipped, exercises[name]), but) == (f"{expected} av {most} poeng", lost)


def test_the_view_shows_the_real_stop_at_the_exercises_own_hour(arm: Training) -> None:
    """The first question with the story so far; the advice on a Tuesday at seven minutes to three."""
    view = arm.view(arm.begin())
    assert isinstance(view.stop, QuestionView)
    assert (view.stop.text, view.clock) == ("Er barnet i fare nå?", "tirsdag 24. november 2026 kl. 14:40")
    assert (view.banner, view.step, view.steps, view.feedback) == ("ØVELSE", 1, 14, ())
    assert [(scene.id, scene.new) for scene in view.story] == [("garderoben", True)]
    assert view.can_hint
    there = next(play for play, _ in arm.course if play.place.id == "vold/meld-naa" and not play.waiting)
    stop = arm.view(there).stop
    assert isinstance(stop, OutcomeView)
    assert stop.report == "must"
    assert stop.first is not None
    assert (stop.first.number, stop.contacts[0].line.service) == ("116 111", "barnevern")


def test_an_event_waits_instead_of_the_stop_and_a_grave_mistake_instead_of_both(arm: Training) -> None:
    """What is to be answered is never two things at once."""
    play = playing.note(playing.answer(arm.begin(), "nei"), {"dato": "2026-11-24", "sett": "noe"})
    assert isinstance(arm.view(play).stop, SignsView)
    play = playing.tick(play, ["merker", "redd"])
    view = arm.view(play)
    assert view.stop is None
    assert view.ask is not None
    assert [option.value for option in view.ask.options] == ["mer", "takk", "tema", "lov"]
    play = playing.answer(play, "lov")
    view = arm.view(play)
    assert (view.stop, view.ask, view.halted, view.can_mend) == (None, None, True, False)
    (told,) = view.feedback
    assert (told.kind, told.words, told.mistake) == (
        "grave",
        "Alvorlig feil",
        "Barnet fikk et løfte om at ingen får vite det",
    )
    assert told.model == ("Takk for at du fortalte det. Det er ikke din skyld. Jeg må snakke med noen som kan hjelpe.",)
    assert told.cost == "Det kostet 15 minutter."
    assert told.sources == ("Statens barnehus: Når du har mistanke",)
    with pytest.raises(PlayError):
        playing.answer(play, "takk")
    assert arm.view(playing.understood(play)).ask is not None  # the mother has rung meanwhile


def test_feedback_on_signs_and_dates_says_each_in_words(arm: Training) -> None:
    """A line for each sign that was ticked, and for each date; what was typed in words is not repeated."""
    play = playing.note(playing.answer(arm.begin(), "nei"), {"dato": "2026-11-23", "sett": "hemmelig"})
    (told,) = arm.view(play).feedback
    assert (told.kind, told.yours) == ("wrong", ("Dagen du ble bekymret: 23.11.2026",))
    assert told.model == ("Dagen du ble bekymret: 24.11.2026",)
    (told,) = arm.view(playing.tick(play, [])).feedback
    assert (told.kind, told.yours, len(told.model)) == ("wrong", ("Ingen kryss",), 2)


def test_the_debrief_says_where_one_parted_and_where_it_leads(arm: Training) -> None:
    """«Nei» to violence leads to another advice than the right way's, and the debrief names it."""
    view = debrief(arm, on_right_way(arm, {"vold/mistanke": "nei"}))
    assert view.parted is not None
    assert view.parted.asked == "Kan barnet være utsatt for vold eller overgrep?"
    assert view.parted.leads_to == "Svaret leder til rådet «Spør barnevernet om tegnene, uten navn»."
    assert [told.kind for told in view.grave] == ["grave"]
    assert view.grave[0].mended
    assert (view.finished, view.banner) == ("Øvelsen er ferdig.", "ØVELSE")
    assert view.told.startswith("Du kom til det viktigste rådet tirsdag 24. november 2026 kl. 15:08.")
    assert view.next == ("Øv på når du har plikt til å melde.",)
    assert len(view.rows) == 14
    assert view.discuss == arm.exercise.discuss


def test_a_full_score_is_sent_on_and_one_who_left_is_told_what_was_left(arm: Training) -> None:
    """What was never come to is shown with what the exercise would have done, and gives no points."""
    whole = debrief(arm, on_right_way(arm, {}))
    assert whole.next == ("Du har full poengsum. Prøv en øvelse som er vanskeligere.",)
    assert whole.parted is None
    left = debrief(arm, on_right_way(arm, {"vold/mistanke": None}))
    assert left.finished == "Du avsluttet øvelsen."
    assert left.told.startswith("Du kom ikke til det viktigste rådet.")
    missed = [row for row in left.rows if row.words == "Du kom ikke hit"]
    assert len(missed) == 10
    assert all(row.asked and row.model and not row.yours for row in missed)


def test_the_list_gives_nothing_away(shipped: Content, exercises: dict[str, Exercise]) -> None:
    """Title, what it is about, level and areas: no word of the verdicts."""
    for exercise in exercises.values():
        shown = " ".join(texts(listed(exercise, shipped)))
        assert not [v.why for step in exercise.way for v in step.verdicts if v.why in shown]


def test_the_room_is_shown_every_choice_with_its_verdict(arm: Training) -> None:
    """Of a question each answer in the order of the keys, of signs what is right and what is said of all else."""
    rows = {play.waiting.id if play.waiting else play.place.id: reveal(arm, play) for play, _ in arm.course}
    assert [(row.value, row.kind, row.model) for row in rows["fare"]] == [
        ("ja", "possible", False),
        ("vet_ikke", "possible", False),
        ("nei", "right", True),
    ]
    told = {row.value: row.mistake for row in rows["mor-ringer"] if not row.model}
    assert set(told.values()) == {"Foresatte fikk vite det for tidlig"}
    assert len(told) == 2
    assert [row.kind for row in rows["vold/hvem"]].count("wrong") == 6
    right, rest = rows["tegn"]
    assert (len(right.answer), right.model, rest.answer, rest.kind) == (2, True, ("Alt annet",), "wrong")
    assert rows["oppsto"][0].answer == ("Dagen du ble bekymret: 24.11.2026",)
    assert rows["vold/meld-naa"] == ()


def test_ages_are_shown_as_the_exercise_has_them() -> None:
    """Where a number is asked for, its own ages and ranges are shown, and the rest."""
    content = made_content()
    years = Fact("alder", "Alder", kind="years")
    asks = Node("alder", "ask", "Hvor gammel?", fact="alder", answers=(("0-11", "slutt"), ("12-", "slutt")))
    old = card("p/alder", asks, outcome("slutt"))
    content = replace(content, cards={"p/alder": old}, facts={"alder": years})
    verdicts = (Verdict("4", "right", "fire"), Verdict("0-11", "possible", "barn"))
    step = Step(at="alder", area="oppdage", verdicts=verdicts, rest=Verdict("", "wrong", "for gammel"))
    exercise = made_exercise(card="p/alder", setting="", way=(step,), end=Expect("slutt"), scenes=())
    training = Training(content, exercise)
    play = training.begin()
    assert [(row.answer, row.kind, row.model) for row in reveal(training, play)] == [
        (("4",), "right", True),
        (("0-11",), "possible", False),
        (("Alt annet",), "wrong", False),
    ]
    assert [playing.answer(play, age).latest[0].kind for age in ("4", "5", "40")] == ["right", "possible", "wrong"]


HOSTILE = "[bold]<script>alert(1)</script> [link=x](y) `#` \x1b[31mrød\u202e \u200b{0} %s &amp; $x$"
CLEAN = "[bold]<script>alert(1)</script> [link=x](y) `#` [31mrød {0} %s &amp; $x$"


def hostile(exercise: Exercise) -> Exercise:
    """The exercise with every text of its own hostile, as if it came another way than by the reader, who refuses."""

    def judged(item: Any) -> Any:
        verdicts = tuple(replace(verdict, why=HOSTILE) for verdict in item.verdicts)
        rest = replace(item.rest, why=HOSTILE) if item.rest else None
        return replace(item, verdicts=verdicts, rest=rest, hint=HOSTILE if item.hint else "")

    def scene(item: Scene) -> Scene:
        options = tuple((option, HOSTILE) for option, _ in item.options)
        return replace(judged(item), text=HOSTILE, ask=HOSTILE if item.ask else "", options=options)

    way = tuple(replace(judged(step), why=HOSTILE if step.why else "") for step in exercise.way)
    return replace(
        exercise,
        title=HOSTILE,
        about=HOSTILE,
        people=((HOSTILE, HOSTILE),),
        scenes=tuple(map(scene, exercise.scenes)),
        way=way,
        discuss=(HOSTILE,),
    )


def texts(value: Any) -> list[str]:
    """Every text in a view."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple | list):
        return [text for item in value for text in texts(item)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in texts(getattr(value, field.name))]
    return []


def test_hostile_text_comes_out_as_plain_text_without_what_a_terminal_obeys(
    shipped: Content, exercises: dict[str, Exercise]
) -> None:
    """Nothing hidden is left, nothing is filled in, and the rest stands as it is for the front end to escape."""
    training = Training(shipped, hostile(exercises[ARM]))
    seen: list[str] = []
    play = training.begin()
    for play, given in training.course:
        seen += [*texts(training.view(play)), *texts(reveal(training, play))]
        seen.append(playing.hint(play)[1])
        if given is None:
            break
    view: DebriefView = debrief(training, play)
    seen += [*texts(view), *page(training), *texts(listed(training.exercise, shipped))]
    assert not [text for text in seen if hidden(text)]
    assert sum(CLEAN in text for text in seen) > 100
