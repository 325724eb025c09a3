"""Answers and steps of a card that come and go, findings at their fields, the preview and the trial."""

from __future__ import annotations

from typing import Any

import pytest

from guide.service.editing.answers import (
    add_answer,
    drop_answer,
    hide_answer,
    removal,
    show_answer,
    take_away,
    what_uses,
)
from guide.service.editing.drafting import at_once, copy_of, judge, placed
from guide.service.editing.find import uses
from guide.service.editing.folder import EditError, Editing, forget, keep, offered
from guide.service.editing.outline import outline
from guide.service.editing.preview import guide_for, preview, try_from, walk_to
from guide.service.editing.slots import fill_slot
from guide.service.editing.steps import add_step
from guide.service.profile import Profile
from guide.service.views import OutcomeView, QuestionView, TaskView
from tests.service.card_editing import BARNEHAGE, CARD, NOW, ages, errors, own_data, small, whole

__all__ = ["own_data", "small", "whole"]


def test_an_answer_comes_and_goes(whole: Editing) -> None:
    """It comes with every step of the card that asks the same, before «vet ikke», and the card is as good as before."""
    before = whole.document(BARNEHAGE).data
    value = add_answer(whole, BARNEHAGE, "vurder", "Vi venter på svar")
    assert value == "vi_venter_pa_svar"
    values: Any = whole.document(BARNEHAGE).value(("facts", "gaar_videre", "values"))
    assert list(values) == ["ja", "nei", value, "vet_ikke"]
    assert errors(whole, BARNEHAGE) == []
    assert drop_answer(whole, BARNEHAGE, "vurder", value) == len(
        [use for use in uses(whole, "fact", "gaar_videre", BARNEHAGE) if use.file == BARNEHAGE and not use.declares]
    )
    assert whole.document(BARNEHAGE).data == before


def test_answers_that_other_cards_have_are_left(small: Editing) -> None:
    """They are told to stand in facts.yaml."""
    with pytest.raises(EditError, match=r"facts\.yaml"):
        add_answer(small, CARD, "fare", "Kanskje")
    with pytest.raises(EditError, match=r"facts\.yaml"):
        drop_answer(small, CARD, "fare", "ja")
    assert not small.unsaved()


def test_ages_are_divided_and_joined(small: Editing) -> None:
    """No age is lost, none is in two ranges."""
    assert add_answer(small, CARD, "alder", "15") == "15-17"
    assert ages(small) == [
        "0-11",
        "12-14",
        "15-17",
        "18-",
        "vet_ikke",
    ]
    assert add_answer(small, CARD, "alder", "20") == "20-"
    assert errors(small) == []
    drop_answer(small, CARD, "alder", "20-")
    drop_answer(small, CARD, "alder", "15-17")
    assert ages(small) == ["0-11", "12-17", "18-", "vet_ikke"]
    drop_answer(small, CARD, "alder", "0-11")
    assert ages(small) == ["0-17", "18-", "vet_ikke"]
    for typed in ("18", "0", "130", "tolv", ""):
        with pytest.raises(EditError, match="helt tall"):
            add_answer(small, CARD, "alder", typed)


def test_an_answer_is_hidden_and_shown(small: Editing) -> None:
    """With a reason, and back with a step that it leads to; one step to undo."""
    hide_answer(small, CARD, "fare", "nei", "Her er det alltid fare")
    assert small.document(CARD).value(("nodes", "fare", "not_offered")) == {"nei": "Her er det alltid fare"}
    assert errors(small) == []
    show_answer(small, CARD, "fare", "nei", "noter")
    assert small.document(CARD).value(("nodes", "fare", "answers")) == {
        "ja": "akutt",
        "nei": "noter",
        "vet_ikke": "akutt",
    }
    assert small.document(CARD).value(("nodes", "fare", "not_offered")) is None
    assert small.undo(CARD)
    assert small.undo(CARD)
    assert not small.unsaved()


# steps that go


def test_what_a_step_takes_with_it_is_told_before(small: Editing) -> None:
    """What leads there, and what no way leads to afterwards; a way led round leaves nothing behind."""
    found = removal(small, CARD, "mote")
    assert [words for _, words in what_uses(small, found.leads)]
    assert [option.value for option in found.left] == ["meld"]
    assert removal(small, CARD, "mote", "meld").left == ()
    take_away(small, CARD, "mote", "meld")
    assert errors(small) == []
    assert small.undo(CARD)
    assert not small.unsaved()


def test_a_step_that_a_deadline_counts_from_stays(small: Editing) -> None:
    """The deadline is mended first; a way to the step itself is none."""
    with pytest.raises(EditError, match="frist"):
        take_away(small, CARD, "noter", "tegn")
    for to in ("", "mote", "borte"):
        with pytest.raises(EditError):
            take_away(small, CARD, "mote", to)
    assert not small.unsaved()


def test_several_edits_are_all_or_none(small: Editing) -> None:
    """Where the second is refused, the first is not made either."""

    def work(made: Editing) -> None:
        fill_slot(made, CARD, "del", "task", "Noe annet")
        fill_slot(made, CARD, "del", "go", "borte")

    with pytest.raises(EditError):
        at_once(small, CARD, work)
    assert not small.unsaved()


# what it is worth


def test_findings_stand_at_their_field(small: Editing) -> None:
    """Each with the way to what it is about; a copy that is judged changes nothing."""
    fill_slot(small, CARD, "del", "task", "")
    copy = copy_of(small)
    found = placed(copy, CARD, judge(copy).of(CARD))
    assert ("nodes", "del", "task") in [way for way, _ in found]
    fill_slot(copy, CARD, "del", "task", "Noe")
    assert small.document(CARD).value(("nodes", "del", "task")) == ""


def test_what_is_not_wanted_is_forgotten(small: Editing) -> None:
    """The file says what stands on the disk, and nothing is offered the next time."""
    fill_slot(small, CARD, "del", "task", "Noe annet")
    keep(small, CARD)
    assert offered(small)
    forget(small, CARD)
    assert not small.unsaved()
    assert not offered(small)


@pytest.mark.parametrize("card", ["stange/barnehage", "ringerike/bti", "felles/vold"])
def test_every_step_can_be_seen_and_tried(shipped: Any, card: str) -> None:
    """As staff see it: the step itself, or what comes at once after it."""
    guide, seen = guide_for(shipped, card, lambda: NOW, Profile("stange")), list[bool]()
    for node in shipped.cards[card].nodes.values():
        found = preview(guide, card, node.id)
        if node.kind in ("ask", "signs", "record", "task", "outcome"):
            assert found is not None, node.id
            assert (found.shown.node, found.passed) == (node.id, False)
            assert found.shown.text == node.text
        else:
            seen.append(found is not None)
    assert sum(seen) > len(seen) * 0.8


def test_a_trial_comes_by_a_way_that_staff_can_go(shipped: Any) -> None:
    """The walk has real answers behind it, so that what follows is what staff get."""
    guide = guide_for(shipped, "stange/barnehage", lambda: NOW, Profile("ringsaker"))
    assert guide.profile.pack == "stange"
    walk = walk_to(guide, "stange/barnehage", "del")
    assert walk is not None
    assert walk.moves
    assert walk.state.known["virksomhet"] == "barnehage"
    tried = try_from(guide, "stange/barnehage", "droft")
    assert tried is not None
    assert (tried.walk.state.stop, tried.by_way) == ("droft", True)
    put = try_from(guide, "stange/barnehage", "mer-egen")
    assert put is not None
    assert not put.by_way


def test_the_preview_shows_the_draft(small: Editing) -> None:
    """What is edited and not saved, hours and numbers included; none for a card that is out of use."""
    fill_slot(small, CARD, "meld", "outcome", "Ring barnevernet nå")
    guide = guide_for(judge(small).content, "by/kort", lambda: NOW, Profile(""))
    found = preview(guide, "by/kort", "meld")
    assert found is not None
    assert isinstance(found.shown, OutcomeView)
    assert found.shown.text == "Ring barnevernet nå"
    task = preview(guide, "by/kort", "del")
    assert task is not None
    assert isinstance(task.shown, TaskView)
    assert [deadline.words for deadline in task.shown.deadlines] == ["Senest lørdag 28. november.", "Fristen er i dag."]
    question = preview(guide, "by/kort", "fare")
    assert question is not None
    assert isinstance(question.shown, QuestionView)
    fill_slot(small, CARD, "meld", "outcome", "")
    guide = guide_for(judge(small).content, "by/kort", lambda: NOW, Profile(""))
    assert preview(guide, "by/kort", "meld") is None
    assert try_from(guide, "by/kort", "meld") is None


FILLED: dict[str, dict[str, Any]] = {
    "ask": {
        **{"fact": "fare", "help": "Se deg rundt."},
        **{"answers:ja": "tegn", "answers:nei": "tegn", "answers:vet_ikke": "tegn"},
    },
    "task": {
        **{"does": ("contacts_leader",), "contact": ("leder",), "contact:leder": "De vet"},
        **{"do": ("Si fra",), "next": ("De svarer",), "go": "tegn", "source": ("by:p-1",)},
    },
    "record": {"fields:+": "Hva skjedde?", "go": "tegn", "source": ("by:p-1",)},
    "signs": {"list": "by/tegn", "go": "tegn", "source": ("by:p-1",)},
    "outcome": {
        **{"urgency": "today", "report": "discuss", "guardians": "not_before_advice"},
        **{"contact": ("barnevern",), "contact:barnevern": "Gir råd", "do": ("Ring",)},
        **{"next": ("Du får svar",), "then": "tegn", "source": ("lov:loven-1",)},
    },
}
"""What the form of a new step is filled in with."""


@pytest.mark.parametrize("kind", FILLED)
def test_a_new_step_can_be_filled_in_by_its_form_alone(small: Editing, kind: str) -> None:
    """Each kind has errors until it is filled in, and none when it is and something leads to it."""
    name = add_step(small, CARD, kind, "Noe nytt å gjøre", "noter", "1")
    assert errors(small)
    for id, value in FILLED[kind].items():
        fill_slot(small, CARD, name, id, value)
    fill_slot(small, CARD, "noter", "go", name)
    assert errors(small) == []
    assert [step.reached for part in outline(small, CARD) for step in part.steps if step.name == name] == [True]
