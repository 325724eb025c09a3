"""The walk: immutable, replayable, keyed by node and visit."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from guide.core.content import Card, Fact, Node
from guide.core.days import Calendar
from guide.core.lay import LayError, lay, targets
from guide.core.progress import deadlines, gravest
from guide.core.step import StuckError
from guide.core.walk import Walk, WalkError, begin
from tests.core.cards import (
    FACTS,
    MAIN,
    NOON,
    SIGNS,
    VIOLENCE,
    ask,
    card,
    content,
    include,
    outcome,
    replace,
    task,
    walk_of,
)


def answers(walk: Walk, *given: str) -> Walk:
    """Gives each of `given` at the stop at hand: an answer, or «.» for «go on»."""
    for value in given:
        kind = walk.place.kind
        if kind == "ask":
            walk = walk.answer(value, NOON)
        elif kind == "signs":
            walk = walk.tick([] if value == "." else [value], NOON)
        elif kind == "record":
            walk = walk.note({"dag": "2026-11-20" if value == "." else value}, NOON)
        else:
            walk = walk.go_on(NOON) if kind == "outcome" else walk.done(NOON)
    return walk


def test_a_walk_stops_only_where_a_person_is_needed() -> None:
    """Includes are passed by themselves, and ids are paths through the cards laid in."""
    walk = answers(walk_of(), "nei", ".", ".")
    assert walk.state.stop == "vold/mistanke"
    assert [p.node for p in walk.state.path] == ["farlig", "dato", "tegn", "vold", "vold/mistanke"]


def test_a_move_leaves_the_old_walk_as_it_was() -> None:
    """Answering gives a new walk."""
    before = walk_of()
    after = before.answer("nei", NOON)
    assert (before.state.stop, after.state.stop) == ("farlig", "dato")
    assert before.moves == ()


def test_a_fact_that_is_known_is_not_asked_again() -> None:
    """The question is passed when another node has asked the same fact in this round."""
    twice = card("p/x", ask("a", "fare", "b", "b", "b"), ask("b", "fare", "j", "n", "v"), *map(outcome, "jnv"))
    assert answers(walk_of(twice), "nei").state.stop == "n"


def test_a_new_round_asks_again_except_what_lasts() -> None:
    """`anew` makes facts stale; a lasting one stays, and `by` still reads the old value."""
    rounds = card(
        "p/x",
        ask("a", "fare", "b", "b", "b"),
        ask("b", "bor", "ny", "ny", "ny"),
        task("ny", "c", anew=True),
        Node("c", "by", "", fact="fare", answers=(("ja", "d"), ("nei", "slutt"), ("vet_ikke", "d"))),
        ask("d", "bor", "e", "slutt", "slutt"),
        ask("e", "fare", "slutt", "slutt", "slutt"),
        outcome("slutt"),
    )
    walk = answers(walk_of(rounds), "ja", "ja", ".")
    assert walk.state.stop == "e"
    assert walk.state.round == 1


def test_back_and_the_same_answer_give_the_same_state() -> None:
    """Going back any number of steps and answering alike leads to where one was."""
    whole = answers(walk_of(), "nei", ".", "merker", "nei", ".", "ja", ".")
    for steps in range(1, len(whole.moves) + 1):
        walk = whole
        for _ in range(steps):
            walk = walk.back()
        first = walk.kept[0]
        again = answers(walk, first.answer or (first.ticked[0] if first.ticked else "."))
        assert again.state == whole.state, steps
        assert again.dropped == ()


def test_a_changed_answer_keeps_what_is_still_on_the_way() -> None:
    """Date and signs stay when only the danger question is answered otherwise and the way passes them again."""
    whole = answers(walk_of(), "nei", "2026-11-18", "merker", "vet_ikke")
    assert whole.state.stop == "vold/meld"
    changed = whole.change(3, replace(whole.moves[3], answer="nei"))
    assert changed.state.stop == "del"
    assert changed.record_of("dato") == {"dag": "2026-11-18"}
    skipped = whole.change(0, replace(whole.moves[0], answer="ja"))
    assert skipped.state.stop == "vold/meld"
    assert {m.node for m in skipped.dropped} == {"dato", "tegn"}


def test_what_was_given_before_is_shown_as_chosen() -> None:
    """After one step back the earlier answer can be seen."""
    walk = answers(walk_of(), "vet_ikke").back()
    earlier = walk.earlier()
    assert earlier is not None
    assert earlier.answer == "vet_ikke"


def test_an_alarm_leads_back_to_where_one_was_with_what_was_learnt() -> None:
    """The exit `back` returns to the stop, the alarm's answer is known, and nothing else has changed."""
    walk = answers(walk_of(), "nei").alarm("felles/vold", NOON)
    assert walk.state.stop == "!felles/vold/mistanke"
    walk = answers(walk, "nei")
    assert walk.state.stop == "dato"
    assert walk.state.known["vold"] == "nei"
    assert answers(walk, ".", ".").state.stop == "del"


def test_an_alarm_asks_its_own_questions_anew() -> None:
    """A fact that is known and fresh is asked again when the alarm is opened."""
    walk = answers(walk_of(), "nei", ".", ".", "nei")
    assert walk.alarm("felles/vold", NOON).state.stop == "!felles/vold/mistanke"


def test_an_alarm_can_lead_elsewhere() -> None:
    """An exit that is mapped to a node leaves the old stop behind."""
    walk = answers(answers(walk_of(), "nei").alarm("felles/vold", NOON), "ja", ".")
    assert walk.state.stop == "sendt"
    assert not walk.in_alarm


def test_an_alarm_that_answers_the_question_at_hand_does_not_ask_it_twice() -> None:
    """Back at the very question that the alarm has answered, the walk goes on."""
    walk = answers(walk_of(), "nei", ".", ".")
    assert walk.state.stop == "vold/mistanke"
    assert answers(walk.alarm("felles/vold", NOON), "nei").state.stop == "del"


def test_the_same_alarm_inside_itself_changes_nothing() -> None:
    """Pressing the key twice is harmless."""
    walk = walk_of().alarm("felles/vold", NOON)
    assert walk.alarm("felles/vold", NOON) is walk


def test_back_steps_out_of_an_alarm_again() -> None:
    """The alarm is a move like others."""
    before = answers(walk_of(), "nei")
    assert before.alarm("felles/vold", NOON).back().state == before.state


def test_a_loop_keeps_ticks_and_records_by_visit() -> None:
    """The same task is passed once for each round, and the rounds are counted."""
    walk = answers(walk_of(), "nei", ".", ".", "nei", ".", "ja", ".", "ja", ".")
    assert walk.state.stop == "planer"
    assert walk.state.visits["del-igjen"] == 2
    assert walk.state.round == 2


def test_signs_establish_facts_and_never_more() -> None:
    """A ticked sign that points at violence makes the fact «ja», another one «nei»."""
    walk = answers(walk_of(), "nei", ".")
    assert walk.tick(["merker"], NOON).state.known["tegn_vold"] == "ja"
    assert walk.tick(["stille"], NOON).state.known["tegn_vold"] == "nei"


@pytest.mark.parametrize(
    "wrong",
    [
        lambda w: w.answer("kanskje", NOON),
        lambda w: w.done(NOON),
        lambda w: w.go_on(NOON),
        lambda w: w.alarm("felles/finnes-ikke", NOON),
        lambda w: answers(w, "nei", ".").tick(["finnes-ikke"], NOON),
    ],
)
def test_a_move_that_does_not_fit_is_refused(wrong: Any) -> None:
    """Wrong kinds and unknown values raise, and nothing changes."""
    with pytest.raises(WalkError):
        wrong(walk_of())


def test_a_deadline_opens_when_reached_and_closes_when_left() -> None:
    """Three working days from the recorded Friday are the next Wednesday."""
    walk = answers(walk_of(), "nei", "2026-11-20", ".", "nei")
    (due,) = deadlines(walk, Calendar())
    assert (due.due, due.open) == (date(2026, 11, 25), True)
    (left,) = deadlines(answers(walk, "."), Calendar())
    assert not left.open


def test_a_deadline_stays_open_while_an_alarm_is() -> None:
    """An alarm does not close what one was in the middle of."""
    walk = answers(walk_of(), "nei", ".", ".", "nei").alarm("felles/vold", NOON)
    (due,) = deadlines(walk, Calendar())
    assert due.open


def test_a_deadline_without_its_date_is_unknown_not_guessed() -> None:
    """Where the anchor has not been recorded there is no date."""
    walk = answers(walk_of(), "ja", "nei")
    (due,) = deadlines(walk, Calendar())
    assert due.due is None


def test_the_gravest_outcome_comes_first() -> None:
    """Every outcome passed counts, the most urgent first."""
    walk = answers(walk_of(), "ja", "ja", ".", ".")
    assert [p.id for p in gravest(walk.outcomes())] == ["vold/meld", "slutt"]


def test_going_on_from_an_end_ends_the_walk() -> None:
    """An outcome without `then` is the end."""
    walk = answers(walk_of(), "ja", "nei", ".", "nei")
    assert not walk.state.ended
    assert answers(walk, ".").state.ended


def test_ages_are_ranges() -> None:
    """A whole number leads by the range that holds it."""
    ages = card(
        "p/x",
        Node("a", "ask", "?", fact="alder", answers=(("0-11", "b"), ("12-17", "u"), ("18-", "v"), ("vet_ikke", "b"))),
        *map(outcome, "buv"),
    )
    found = {age: walk_of(ages).answer(age, NOON).state.stop for age in ("0", "11", "12", "17", "18", "99", "vet_ikke")}
    assert found == {"0": "b", "11": "b", "12": "u", "17": "u", "18": "v", "99": "v", "vet_ikke": "b"}


def test_a_turn_on_what_nobody_asked_is_stuck_not_guessed() -> None:
    """`by` without a value raises."""
    turn = card("p/x", Node("a", "by", "", fact="fare", answers=(("ja", "b"),)), outcome("b"))
    with pytest.raises(StuckError):
        walk_of(turn)


def test_a_circle_without_a_stop_is_stuck() -> None:
    """Passing by itself never runs for ever."""
    ring = card(
        "p/x",
        ask("a", "fare", "b", "c", "c"),
        Node("b", "by", "", fact="fare", answers=(("ja", "d"), ("nei", "c"))),
        Node("d", "by", "", fact="fare", answers=(("ja", "b"), ("nei", "c"))),
        outcome("c"),
    )
    with pytest.raises(StuckError):
        walk_of(ring).answer("ja", NOON)


def test_a_card_that_includes_itself_cannot_be_laid() -> None:
    """Recursion is refused."""
    self_made: Card = card(
        "p/x", include("a", "p/x", ut="b"), Node("b", "exit", "ut", go="c"), outcome("c"), exits=("ut",)
    )
    with pytest.raises(LayError):
        lay(content(self_made), "p/x")


def test_the_profile_chooses_among_the_workplaces_that_a_card_serves() -> None:
    """SFO walks the school's card as SFO; a workplace that the card does not serve stays the card's own."""
    places = (("skole", "Skole"), ("sfo", "SFO"), ("barnehage", "Barnehage"))
    place = Fact("virksomhet", values=places, lasting=True, set_by="profile")
    school = card("p/x", outcome("a"), serves=("skole", "sfo"), sets=(("virksomhet", "skole"),))
    whole = content(school, facts=(place,))
    known = {
        chosen: begin(lay(whole, "p/x"), {}, (("virksomhet", chosen),)).state.known["virksomhet"]
        for chosen in ("sfo", "barnehage")
    }
    assert known == {"sfo": "sfo", "barnehage": "skole"}


def test_an_alarm_opened_before_the_earlier_answer_is_taken_up_again() -> None:
    """Back past an alarm and the same moves again give the same state."""
    whole = answers(answers(walk_of(), "nei").alarm("felles/vold", NOON), "nei", ".", ".")
    start = whole
    for _ in whole.moves:
        start = start.back()
    assert answers(start, "nei").state == whole.state


def test_the_shipped_fixture_is_whole() -> None:
    """The cards of this test can be laid."""
    assert lay(content(MAIN, VIOLENCE, facts=FACTS, lists=(SIGNS,)), "p/hoved").start == "farlig"


def test_a_card_laid_bit_by_bit_is_the_same_as_one_laid_at_once() -> None:
    """What is not laid yet is laid by whoever goes there, looks there, or asks how much there is."""
    whole = content(MAIN, VIOLENCE, facts=FACTS, lists=(SIGNS,))
    at_once, bit_by_bit = lay(whole, "p/hoved"), lay(whole, "p/hoved", at_once=False)
    begun = len(bit_by_bit.nodes.laid())
    assert begun < len(at_once.nodes.laid())
    one, other = begin(at_once, whole.lists), begin(bit_by_bit, whole.lists)
    assert one.state == other.state
    assert len(bit_by_bit.nodes.laid()) == begun
    one, other = one.alarm("felles/vold", NOON), other.alarm("felles/vold", NOON)
    assert one.state == other.state
    ways = {id: targets(place) for id, place in at_once.nodes.items()}
    assert {id: targets(place) for id, place in bit_by_bit.nodes.items()} == ways
    assert bit_by_bit.facts == at_once.facts
    assert bit_by_bit.cards == at_once.cards


def test_a_place_in_a_part_that_is_not_laid_yet_is_found() -> None:
    """By its id, as for a walk that was put down there; an id that is nowhere is none."""
    whole = content(MAIN, VIOLENCE, facts=FACTS, lists=(SIGNS,))
    for id in lay(whole, "p/hoved").nodes:
        assert lay(whole, "p/hoved", at_once=False).nodes[id].id == id
    with pytest.raises(KeyError):
        lay(whole, "p/hoved", at_once=False).nodes["ingensteds/her"]
