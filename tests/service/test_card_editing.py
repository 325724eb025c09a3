"""A card as it is edited: its tree, and a step's form slot by slot."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest

from guide.core.content import TELLS
from guide.service.editing.folder import EditError, Editing
from guide.service.editing.outline import leads_to, line_of, nodes_of, outline, walking_order, way_at
from guide.service.editing.slots import Slot, fill_slot, sheet
from guide.service.editing.steps import add_step
from guide.store.edits.edits import Document
from tests.service.card_editing import BARNEHAGE, CARD, cards, errors, own_data, small, whole
from tests.store.test_edits import NASTY

__all__ = ["own_data", "small", "whole"]


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
