"""A card as it is edited: its tree, a step's form slot by slot, answers and steps that come and go, the preview."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from guide.core.content import TELLS
from guide.core.findings import ERROR
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
from guide.service.editing.outline import leads_to, line_of, nodes_of, outline, walking_order, way_at
from guide.service.editing.preview import guide_for, preview, try_from, walk_to
from guide.service.editing.slots import Slot, fill_slot, sheet
from guide.service.editing.steps import add_step
from guide.service.profile import Profile
from guide.service.views import OutcomeView, QuestionView, TaskView
from guide.store.edits.edits import Document
from tests.conftest import ROOT
from tests.store.small import write
from tests.store.test_edits import NASTY

NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
CARD, BARNEHAGE = "trees/by/kort.yaml", "trees/stange/barnehage.yaml"


def opened(root: Path) -> Editing:
    """A folder, open for editing."""
    return Editing(root, lambda: NOW)


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed is kept in the test's own folder."""
    monkeypatch.setattr("guide.store.drafts.data_dir", lambda: tmp_path / "own")


@pytest.fixture
def small(tmp_path: Path) -> Editing:
    """The small folder, open for editing."""
    return opened(write(tmp_path / "mappa"))


@pytest.fixture
def whole(tmp_path: Path) -> Editing:
    """A copy of the shipped content, open for editing."""
    for top in ("trees", "contacts"):
        shutil.copytree(ROOT / top, tmp_path / "mappa" / top)
    return opened(tmp_path / "mappa")


def cards(editing: Editing) -> list[str]:
    """The files that are cards."""
    return [name for name in editing.names() if editing.document(name).value(("nodes",))]


def errors(editing: Editing, file: str = CARD) -> list[str]:
    """The codes of what is wrong with a file."""
    return [each.code for each in judge(editing).of(file) if each.severity == ERROR]


def ages(editing: Editing) -> list[str]:
    """The ranges of the small card."""
    return list(editing.document(CARD).value(("nodes", "alder", "answers")))


# the tree


def test_a_card_is_a_tree_in_walking_order(small: Editing) -> None:
    """Steps stand under their points, each after those that lead to it."""
    parts = outline(small, CARD)
    assert [(part.id, [step.name for step in part.steps]) for part in parts] == [
        ("1", ["fare", "del"]),
        ("", ["akutt", "noter", "tegn", "alder", "mote", "meld"]),
    ]
    assert all(step.reached for part in parts for step in part.steps)


def test_every_shipped_card_has_all_its_steps_in_the_tree(whole: Editing) -> None:
    """No step is lost or doubled, and where there are no circles each stands after all that lead to it."""
    for file in cards(whole):
        tree: Any = whole.document(file).tree
        names = [step.name for part in outline(whole, file) for step in part.steps]
        assert Counter(names) == Counter(list(tree["nodes"]))
        order = walking_order(tree)
        assert order[0] == tree["start"]
        if "alarms" not in tree and not any("loop" in each for each in tree["nodes"].values()):
            ways = [(name, to) for name in order for to in leads_to(nodes_of(tree)[name])]
            assert all(order.index(name) < order.index(to) for name, to in ways)


def test_a_step_that_nothing_leads_to_is_told(small: Editing) -> None:
    """It stands in the tree all the same."""
    name = add_step(small, CARD, "task", "Ring noen", "noter", "1")
    steps = {step.name: step.reached for part in outline(small, CARD) for step in part.steps}
    assert steps[name] is False
    assert steps["noter"] is True


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nodes: []",
        "nodes: {a: b}",
        "nodes: {a: {ask: x, answers: [b]}}",
        "start: [a]\nnodes: {a: {go: [a]}}",
        "x: [",
    ],
)
def test_any_file_has_some_tree(small: Editing, text: str) -> None:
    """What is no card has an empty tree or an odd one, and raises nothing."""
    small.write(CARD, text)
    assert isinstance(outline(small, CARD), tuple)


def test_a_long_chain_needs_no_deep_stack() -> None:
    """Ten thousand steps in a row are walked without recursion."""
    nodes = {f"n{number}": {"task": "x", "go": f"n{number + 1}"} for number in range(10_000)}
    assert len(walking_order({"start": "n0", "nodes": nodes})) == 10_000


def test_a_place_leads_back_to_its_value(small: Editing) -> None:
    """Every line of a card belongs to the step that it stands in."""
    document = small.document(CARD)
    lines = document.text.splitlines()
    row = next(number for number, line in enumerate(lines, 1) if "Det vet du når du har delt" in line)
    assert way_at(document, row, lines[row - 1].index("Det vet") + 1) == ("nodes", "mote", "not_offered", "vet_ikke")
    assert way_at(document, line_of(document, "meld"))[:2] == ("nodes", "meld")
    assert way_at(document, 1, 1) == ("format",)
    assert way_at(Document(b"x: [", "x"), 1, 1) == ()


# the form, slot by slot


def test_a_sheet_has_every_value_of_the_step(whole: Editing) -> None:
    """Whatever stands in a step can be filled in somewhere, but for its old names and ids."""
    for file in cards(whole)[::9]:
        for node, shape in nodes_of(whole.document(file).tree).items():  # type: ignore[arg-type]
            ways = [slot.way for slot in sheet(whole, file, node).slots if slot.kind != "act"]
            for key, value in shape.items():
                inner: list[tuple[str, ...]] = [("nodes", node, key)]
                if isinstance(value, dict) and key != "say":
                    inner = [("nodes", node, key, each) for each in value]
                if key != "was":
                    assert all(any(way[: len(one)] == one or one == way for way in ways) for one in inner), (node, key)


def test_a_deadline_becomes_five_days(whole: Editing) -> None:
    """One digit of the file changes."""
    before = whole.document(BARNEHAGE).data
    fill_slot(whole, BARNEHAGE, "del", "deadlines:0:within", "5")
    after = whole.document(BARNEHAGE).data
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1


def test_a_team_takes_over_a_step(whole: Editing) -> None:
    """Another service is contacted, with its own words; the one before is gone."""
    fill_slot(whole, BARNEHAGE, "del", "contact", ("styrer", "helsesykepleier"))
    fill_slot(whole, BARNEHAGE, "del", "contact:helsesykepleier", "De følger opp sammen med deg")
    assert whole.document(BARNEHAGE).value(("nodes", "del", "contact")) == {
        "styrer": "Når pedagogisk leder er borte",
        "helsesykepleier": "De følger opp sammen med deg",
    }
    assert errors(whole, BARNEHAGE) == []


def test_lists_of_small_forms_grow_and_shrink(small: Editing) -> None:
    """Deadlines and fields come with an id that nobody types, and go again."""
    fill_slot(small, CARD, "del", "deadlines:+", "")
    fill_slot(small, CARD, "noter", "fields:+", "Hvem så det?")
    fill_slot(small, CARD, "noter", "fields:2:kind", "date")
    fill_slot(small, CARD, "noter", "fields:2:default", True)
    fields: Any = small.document(CARD).value(("nodes", "noter", "fields"))
    assert fields[2] == {"id": "hvem-sa-det", "kind": "date", "label": "Hvem så det?", "default": "today"}
    deadlines: Any = small.document(CARD).value(("nodes", "del", "deadlines"))
    assert deadlines[2] == {"id": "frist", "within": "3", "unit": "working_days", "from": "noter.dato"}
    assert errors(small) == []
    fill_slot(small, CARD, "noter", "fields:2:kind", "text")
    fill_slot(small, CARD, "del", "deadlines:2:-", "")
    assert "default" not in small.document(CARD).value(("nodes", "noter", "fields"))[2]
    assert len(small.document(CARD).value(("nodes", "del", "deadlines"))) == 2


def test_what_a_field_tells_is_picked_and_can_be_left_out(small: Editing) -> None:
    """One of the closed list, in words; gone again when it is emptied, and where a field is for a role."""
    fill_slot(small, CARD, "noter", "fields:+", "Hva så du?")
    slot = sheet(small, CARD, "noter").slot("fields:2:tells")
    assert (slot.kind, slot.required, slot.value) == ("pick", False, "")
    assert tuple(option.value for option in slot.options) == TELLS
    fill_slot(small, CARD, "noter", "fields:2:tells", "seen")
    assert small.document(CARD).value(("nodes", "noter", "fields"))[2]["tells"] == "seen"
    assert errors(small) == []
    fill_slot(small, CARD, "noter", "fields:2:tells", "")
    assert "tells" not in small.document(CARD).value(("nodes", "noter", "fields"))[2]
    fill_slot(small, CARD, "noter", "fields:2:tells", "heard")
    fill_slot(small, CARD, "noter", "fields:2:kind", "role")
    assert "tells" not in small.document(CARD).value(("nodes", "noter", "fields"))[2]


def test_another_fact_brings_its_own_answers(small: Editing) -> None:
    """Answers that both have lead where they led; what was not shown is shown again."""
    fill_slot(small, CARD, "mote", "fact", "fare")
    shape: Any = small.document(CARD).value(("nodes", "mote"))
    assert shape["answers"] == {"ja": "meld", "nei": "meld", "vet_ikke": "meld"}
    assert "not_offered" not in shape
    assert small.undo(CARD)
    assert small.document(CARD).value(("nodes", "mote", "fact")) == "mote"


@pytest.mark.parametrize(
    ("id", "value"),
    [("go", "borte"), ("contact:ppt", "x"), ("finnes", "x"), ("deadlines:9:within", "5"), ("does", ("eksploderer",))],
)
def test_what_is_not_offered_changes_nothing(small: Editing, id: str, value: Any) -> None:
    """Neither an id that nobody offers nor a slot that is gone."""
    with pytest.raises(EditError):
        fill_slot(small, CARD, "del", id, value)
    assert not small.unsaved()


def test_sixty_random_slots_touch_only_their_step(whole: Editing) -> None:
    """In every shipped card: what was filled in is read back, and no other step has changed."""
    chance, tried = random.Random(626), Counter[str]()
    files = cards(whole)
    for number in range(60):
        file = files[number % len(files)]
        nodes: Any = whole.document(file).value(("nodes",))
        node = chance.choice(list(nodes))
        slots = [slot for slot in sheet(whole, file, node).slots if slot.kind not in ("act", "flag")]
        slot = chance.choice([each for each in slots if each.id not in ("fact", "by", "include")])
        before, value = whole.document(file), _value(slot, chance)
        fill_slot(whole, file, node, slot.id, value)
        after: Any = whole.document(file).value(("nodes",))
        assert {name: each for name, each in after.items() if name != node} == {
            name: each for name, each in nodes.items() if name != node
        }
        old = [line for line in before.data.splitlines() if line.lstrip().startswith(b"#")]
        assert old == [line for line in whole.document(file).data.splitlines() if line.lstrip().startswith(b"#")]
        assert whole.document(file).tree is not None
        tried[slot.kind] += 1
        whole.documents[file] = before
    assert {"text", "lines", "pick", "ticks"} <= tried.keys()


def _value(slot: Slot, chance: random.Random) -> Any:
    values = [option.value for option in slot.options]
    if slot.kind == "pick":
        return chance.choice(values or [slot.value])
    if slot.kind == "ticks":
        return tuple(chance.sample(values, min(2, len(values))))
    return tuple(chance.sample(NASTY, 2)) if slot.kind == "lines" else chance.choice(NASTY)


# answers


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
