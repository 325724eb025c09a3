"""A case is its log: however one walks, goes back, changes, saves and opens again, the same state comes out."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from guide.core.case import BACK, Event, ReplayError, replay, step
from guide.core.case_codec import FormatError, dump, load
from guide.core.case_move import new_names
from guide.core.content import ASK, RECORD, Content
from guide.core.lay import lay
from guide.core.record import replace
from guide.core.walk import ALARM, Move, Walk
from guide.service.cases.cases import Cases, OpenCase
from guide.service.cases.draft import Draft
from guide.service.cases.lines import case_view
from guide.service.cases.steps import (
    change,
    close,
    follow,
    given,
    given_otherwise,
    keep_draft,
    move_on,
    newer,
    rename,
    reopen,
    take_note,
    would_take_away,
)
from guide.store.cases.errors import CaseError, ConflictError
from tests.cases.made import NOON, PHRASE, Clock, any_step, cases_of, locked_cases, renamed, steps

CARD = "stange/barnehage"


def begun(cases: Cases, number: int, seed: int = 1) -> OpenCase:
    """A case of a walk of so many steps."""
    guide = cases.guide
    return cases.save(steps(guide, guide.begin(CARD), number, seed), "den med den røde lua")


def other_answer(walk: Walk, dice: random.Random) -> tuple[int, Move] | None:
    """An earlier question answered otherwise, None where there is none."""
    asked = [i for i, move in enumerate(walk.moves) if walk.laid.nodes[move.node].kind == ASK and move.kind != ALARM]
    asked = [i for i in asked if len(walk.laid.nodes[walk.moves[i].node].node.answers) > 1]
    if not asked:
        return None
    at = dice.choice(asked)
    move = walk.moves[at]
    values = [v for v, _ in walk.laid.nodes[move.node].node.answers if v != move.answer and not v[0].isdigit()]
    return (at, replace(move, answer=dice.choice(values))) if values else None


def stands(walk: Walk) -> tuple[object, ...]:
    """All of a walk that a person could see."""
    return walk.state, walk.moves, walk.kept


@pytest.mark.parametrize("seed", range(4))
def test_the_same_state_each_time(shipped: Content, tmp_path: Path, seed: int) -> None:
    """Thirty things done at random, with back and changes; now and then the case is closed and opened again."""
    clock, dice = Clock(), random.Random(seed)
    cases = cases_of(shipped, tmp_path, clock)
    opened = begun(cases, 5, seed)
    for _ in range(30):
        clock.forward(minutes=7)
        walk, changed = opened.walk, other_answer(opened.walk, dice)
        if dice.random() < 0.15 and walk.moves:
            walk = opened.guide.back(walk)
        elif dice.random() < 0.15 and changed:
            walk = walk.change(*changed)
        else:
            walk = any_step(opened.guide, walk, dice)
        opened = follow(cases, opened, walk)
        assert stands(opened.walk) == stands(walk)
        if dice.random() < 0.2:
            again = cases.resume(opened.case.id)
            assert stands(again.walk) == stands(walk)
            assert again.case.old == opened.case.old
            opened = again
    other = locked_cases(shipped, tmp_path, clock)
    other.unlock(PHRASE)
    last = other.resume(opened.case.id)
    assert stands(last.walk) == stands(opened.walk)
    assert last.case.log == opened.case.log


def test_a_walk_that_one_has_gone_back_in_is_saved_as_it_stands(shipped: Content, tmp_path: Path) -> None:
    """What lies ahead is there again when the same is answered."""
    cases = cases_of(shipped, tmp_path)
    walk = steps(cases.guide, cases.guide.begin(CARD), 6, 3).back().back()
    assert walk.kept
    opened = cases.save(walk, "lua")
    assert stands(opened.walk) == stands(walk)
    assert [event.kind for event in opened.case.log].count(BACK) == 2


def test_nothing_done_is_nothing_stored(shipped: Content, tmp_path: Path) -> None:
    """The same walk twice is no event."""
    cases = cases_of(shipped, tmp_path)
    opened = begun(cases, 4)
    assert follow(cases, opened, opened.walk) is opened


def test_a_walk_that_jumped_is_refused(shipped: Content, tmp_path: Path) -> None:
    """Two steps at once are no step: nothing is stored of what cannot be replayed."""
    cases = cases_of(shipped, tmp_path)
    opened = begun(cases, 4)
    ahead = steps(cases.guide, opened.walk, 3, 8)
    with pytest.raises(ReplayError):
        step(opened.walk, replace(ahead, state=replace(ahead.state, round=99)), NOON)
    assert len(cases.resume(opened.case.id).case.log) == len(opened.case.log)


def test_what_a_changed_answer_takes_away_is_told_first(shipped: Content, tmp_path: Path) -> None:
    """In words, before anything is written; then it is in the history."""
    cases = cases_of(shipped, tmp_path)
    opened = begun(cases, 8, 2)
    dice = random.Random(1)
    told = found = ()
    for _ in range(30):
        changed = other_answer(opened.walk, dice)
        assert changed is not None
        told = would_take_away(opened, *changed)
        if told:
            found = changed
            break
    assert told
    assert all(len(line) > 5 for line in told)
    index, move = found
    after = follow(cases, opened, opened.walk.change(index, replace(move, when=NOON)))
    assert {old.why for old in after.case.old} >= {"another", "dropped"}
    assert len(cases.resume(after.case.id).case.old) == len(after.case.old)


def test_an_earlier_wording_is_kept(shipped: Content, tmp_path: Path) -> None:
    """A record that is changed shows how it stood, the newest first."""
    cases = cases_of(shipped, tmp_path)
    walk = cases.guide.begin(CARD)
    while walk.place.kind != RECORD:
        walk = cases.guide.answer(walk, "nei")
    fields = {field.id: "2026-11-20" if field.kind == "date" else "sint" for field in walk.place.node.fields}
    opened = cases.save(cases.guide.note(walk, fields), "lua")
    stood = given(opened)[-1]
    assert (stood.kind, stood.words) == ("note", f"Skrevet: {shipped.cards[CARD].nodes['oppsto'].text}")
    other = {**fields, "sett": "lei\x1b seg"}
    move = given_otherwise(cases, opened, stood.index, fields=tuple(other.items()))
    assert would_take_away(opened, stood.index, move) == ()
    opened = change(cases, opened, stood.index, move)
    record = case_view(cases, opened).records[0]
    values = [dict(fields).values() for _, fields in record.wordings]
    assert ["lei seg" in v for v in values] == [True, False]
    assert "sint" in list(values[1])
    assert "20.11.2026" in list(values[0])


def test_notes_name_close_and_open(shipped: Content, tmp_path: Path) -> None:
    """All of it is on the timeline, with its time; a closed case is walked no further."""
    clock = Clock()
    cases = cases_of(shipped, tmp_path, clock)
    opened = begun(cases, 3)
    opened = take_note(cases, opened, "Ringte\u202e hjem.\x1b[2J")
    opened = rename(cases, opened, "  den  blå ")
    opened = close(cases, opened)
    with pytest.raises(CaseError, match="avsluttet"):
        follow(cases, opened, any_step(opened.guide, opened.walk, random.Random(1)))
    opened = reopen(cases, opened)
    clock.forward(days=1)
    opened = follow(cases, opened, any_step(opened.guide, opened.walk, random.Random(1)))
    view = case_view(cases, cases.resume(opened.case.id))
    assert view.reference == "den blå"
    said = [line.words for line in view.lines]
    assert said[0] == "Saken ble lagret"
    assert {"Notat", "Ny referanse: den blå", "Avsluttet", "Åpnet igjen"} <= set(said)
    assert next(line.more for line in view.lines if line.words == "Notat") == ("Ringte hjem.[2J",)
    assert view.lines[-1].day == "torsdag 26. november"


@pytest.mark.parametrize("reference", ["", " \u200b ", "x" * 81])
def test_a_reference_is_asked_for(shipped: Content, tmp_path: Path, reference: str) -> None:
    """None, and one that is too long, are refused before anything is stored."""
    cases = cases_of(shipped, tmp_path)
    with pytest.raises(CaseError):
        cases.save(cases.guide.begin(CARD), reference)
    assert cases.listed().summaries == ()


def test_a_draft_is_there_after_a_crash(shipped: Content, tmp_path: Path) -> None:
    """What was typed at each stop, and the note; an answer keeps what is typed elsewhere."""
    cases = cases_of(shipped, tmp_path)
    opened = begun(cases, 3)
    draft = Draft("husk å ringe", {("oppsto", 0): {"sett": "grå\nog stille"}, ("tegn", 0): ("merker",)})
    opened = keep_draft(cases, opened, draft)
    assert cases.resume(opened.case.id).draft == draft
    opened = follow(cases, opened, any_step(opened.guide, opened.walk, random.Random(1)), Draft("husk å ringe"))
    again = cases.resume(opened.case.id)
    assert again.draft == Draft("husk å ringe")
    assert keep_draft(cases, again, Draft()).draft == Draft()
    assert cases.resume(opened.case.id).draft == Draft()


def test_two_windows_on_one_case(shipped: Content, tmp_path: Path) -> None:
    """The second is told, keeps its walk, and goes on when it has looked."""
    cases = cases_of(shipped, tmp_path)
    first = begun(cases, 3)
    other = locked_cases(shipped, tmp_path)
    other.unlock(PHRASE)
    second = other.resume(first.case.id)
    first = follow(cases, first, any_step(first.guide, first.walk, random.Random(1)))
    with pytest.raises(ConflictError):
        follow(other, second, any_step(second.guide, second.walk, random.Random(2)))
    assert other.resume(first.case.id).case.log == first.case.log


# --- the card moves on -----------------------------------------------------------------------------------------------
def test_a_case_keeps_the_card_it_began_with(shipped: Content, tmp_path: Path) -> None:
    """The words of another edition never come into it; its contacts are today's."""
    cases = cases_of(shipped, tmp_path)
    opened = begun(cases, 6)
    cases.lock()
    later = renamed(shipped, CARD, "fare", "fare-na")
    node = replace(later.cards[CARD].nodes["oppsto"], text="Noe helt annet?")
    card = replace(later.cards[CARD], nodes={**later.cards[CARD].nodes, "oppsto": node})
    later = replace(later, cards={**later.cards, CARD: card})
    again = locked_cases(later, tmp_path)
    again.unlock(PHRASE)
    kept = again.resume(opened.case.id)
    assert stands(kept.walk) == stands(opened.walk)
    assert kept.walk.laid.nodes["oppsto"].node.text == shipped.cards[CARD].nodes["oppsto"].text
    assert kept.guide.content.contacts is later.contacts
    assert newer(again, kept) is not None


@pytest.mark.parametrize("seed", range(3))
def test_a_renamed_node_takes_its_answer_along(shipped: Content, tmp_path: Path, seed: int) -> None:
    """Moving to an edition that only renames leaves the case where it was, also where one had gone back."""
    cases = cases_of(shipped, tmp_path)
    opened = begun(cases, 14, seed)
    if seed:
        opened = follow(cases, opened, opened.guide.back(opened.walk))
    cases.lock()
    later = renamed(renamed(shipped, CARD, "oppsto", "begynte"), CARD, "vold", "om-vold")
    again = locked_cases(later, tmp_path)
    again.unlock(PHRASE)
    case = again.resume(opened.case.id)
    view = newer(again, case)
    assert view is not None
    assert view.asked_again == ()
    moved = move_on(again, case)
    to = new_names(moved.walk.laid)
    assert moved.walk.state.stop == to.get(opened.walk.state.stop, opened.walk.state.stop)
    assert dict(moved.walk.state.known) == dict(opened.walk.state.known)
    assert [m.node for m in moved.walk.moves] == [to.get(m.node, m.node) for m in opened.walk.moves]
    assert [m.node for m in moved.walk.kept] == [to.get(m.node, m.node) for m in opened.walk.kept]
    assert newer(again, again.resume(moved.case.id)) is None
    assert stands(again.resume(moved.case.id).walk) == stands(moved.walk)


def test_an_answer_that_no_longer_fits_is_asked_again(shipped: Content, tmp_path: Path) -> None:
    """The old one is in the history, what came after it is taken up when the question has been answered."""
    cases = cases_of(shipped, tmp_path)
    walk = cases.guide.begin(CARD)
    walk = cases.guide.answer(walk, "nei")
    fields = {field.id: "2026-11-20" if field.kind == "date" else "x" for field in walk.place.node.fields}
    walk = cases.guide.tick(cases.guide.note(walk, fields), [])
    opened = cases.save(walk, "lua")
    record = shipped.cards[CARD].nodes["oppsto"]
    node = replace(record, fields=(*record.fields, replace(record.fields[1], id="luktet", label="Det du luktet")))
    card = replace(shipped.cards[CARD], nodes={**shipped.cards[CARD].nodes, "oppsto": node})
    cases.lock()
    again = locked_cases(replace(shipped, cards={**shipped.cards, CARD: card}), tmp_path)
    again.unlock(PHRASE)
    case = again.resume(opened.case.id)
    view = newer(again, case)
    assert view is not None
    assert len(view.asked_again) == 1
    assert record.text in view.asked_again[0]
    moved = move_on(again, case)
    assert moved.walk.state.stop == "oppsto"
    earlier = moved.walk.earlier()
    assert earlier is not None
    assert dict(earlier.fields) == fields
    assert [old.why for old in moved.case.old] == ["newer"]
    moved = follow(again, moved, moved.guide.note(moved.walk, {**fields, "luktet": "røyk"}))
    assert moved.walk.state.stop == opened.walk.state.stop
    assert stands(again.resume(moved.case.id).walk) == stands(moved.walk)


def test_a_node_inside_an_included_card_is_followed(shipped: Content) -> None:
    """Names of the including node and of the included card's node both count."""
    later = renamed(shipped, CARD, "vold", "om-vold")
    start = later.cards["felles/vold"].start
    later = renamed(later, "felles/vold", start, "aller-forst")
    names = new_names(lay(later, CARD))
    assert names[f"vold/{start}"] == "om-vold/aller-forst"
    assert names[f"!felles/vold/{start}"] == "!felles/vold/aller-forst"


# --- events as bytes -------------------------------------------------------------------------------------------------
def test_events_are_bytes_and_back(shipped: Content, tmp_path: Path) -> None:
    """Every kind, with all that they hold."""
    cases = cases_of(shipped, tmp_path)
    opened = close(cases, take_note(cases, begun(cases, 20, 4), "æøå «x» \n\t"))
    assert [load(dump(event)) for event in opened.case.log] == list(opened.case.log)


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[]", b'{"k":"ukjent","t":"2026-11-25T12:00:00+01:00"}', b'{"k":"back","t":"2026-11-25T12:00:00"}',
     b'{"k":"given","t":"2026-11-25T12:00:00+01:00","m":{"n":"a"}}', b"\xff", b"[" * 5000],
)  # fmt: skip
def test_bytes_that_are_no_event_are_refused(data: bytes) -> None:
    """Of a newer version, or of nobody."""
    with pytest.raises(FormatError):
        load(data)


def test_a_log_that_does_not_fit_is_refused(shipped: Content, tmp_path: Path) -> None:
    """An answer at another stop, a log without a beginning, a move before the first."""
    cases = cases_of(shipped, tmp_path)
    log = begun(cases, 5).case.log
    for wrong in (log[1:], (log[0], *log[2:]), (log[0], Event("changed", NOON, log[1].move, 7)), ()):
        with pytest.raises(ReplayError):
            replay("x", wrong, cases.resolve)
