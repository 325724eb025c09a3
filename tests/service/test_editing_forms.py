"""A step of a card as a form: its fields and choices, and that an edit touches only what it changes."""

from __future__ import annotations

import random
import re
from collections import Counter
from typing import Any

import pytest

from guide.core.content import KINDS
from guide.service.editing.folder import EditError, Editing
from guide.service.editing.forms import Field, contact_form, fill, node_form
from guide.store.edits.edits import Document
from tests.service.edited import BARNEHAGE, CARD, errors, small, whole
from tests.store.test_edits import NASTY

__all__ = ["small", "whole"]


def test_a_form_has_every_key_of_the_step(whole: Editing) -> None:
    """What stands in the file has a field, and each field has a label and says what it means."""
    tree: Any = whole.document(BARNEHAGE).tree
    for node, shape in tree["nodes"].items():
        form = node_form(whole, BARNEHAGE, node)
        said = [key for key in shape if key != "say"] + list(shape.get("say", {}))
        assert set(said) <= {field.key for field in form.fields}
        assert all(field.label and field.about for field in form.fields)
        assert all(field.value == whole.document(BARNEHAGE).value(field.way) for field in form.fields)


def test_choices_have_titles(small: Editing) -> None:
    """Steps are chosen by what they say, services by their names, answers by their words."""
    form = node_form(small, CARD, "fare")
    answers = form.field("answers")
    assert [(row.value, row.title) for row in answers.rows] == [("ja", "Ja"), ("nei", "Nei"), ("vet_ikke", "Vet ikke")]
    titles = {option.value: option.title for option in answers.options}
    assert titles["noter"] == "Når ble du bekymret?"
    assert titles["akutt"] == "(kortet: Fare nå)"
    assert titles["alder"] == "(går etter svaret på: Alder)"
    whom = {option.value: option.title for option in node_form(small, CARD, "del").field("contact").options}
    assert whom["barnevern"] == "Barnevernet"
    sources = {option.value for option in form.field("source").options}
    assert {"by:p-1", "lov:loven-1", "kilde:siden"} <= sources
    assert [option.value for option in node_form(small, CARD, "del").field("deadlines").options] == ["noter.dato"]


def test_what_must_be_there_is_marked(small: Editing) -> None:
    """The schema says which fields can't be left out."""
    form = node_form(small, CARD, "meld")
    needed = {field.key for field in form.fields if field.required}
    assert needed == {"outcome", "urgency", "report", "guardians", "contact", "do", "next", "source"}


def test_a_field_is_filled_in_and_emptied(small: Editing) -> None:
    """The file has the new text in its place; what need not be there goes when it is emptied."""
    fill(small, CARD, node_form(small, CARD, "fare").field("help"), "  Noe er\nfarlig:  nå. ")
    assert small.document(CARD).value(("nodes", "fare", "help")) == "Noe er farlig: nå."
    fill(small, CARD, node_form(small, CARD, "del").field("overdue"), "")
    assert small.document(CARD).value(("nodes", "del", "overdue")) is None
    fill(small, CARD, node_form(small, CARD, "del").field("say", "phone"), None)
    assert small.document(CARD).value(("nodes", "del", "say")) == {"child": ["Takk"]}
    fill(small, CARD, node_form(small, CARD, "del").field("say", "child"), [])
    assert small.document(CARD).value(("nodes", "del", "say")) is None
    fill(small, CARD, node_form(small, CARD, "del").field("say", "child"), ["Bra at du sa det", " "])
    assert small.document(CARD).value(("nodes", "del", "say")) == {"child": ["Bra at du sa det"]}
    assert not small.findings(CARD)


def test_a_choice_must_be_offered(small: Editing) -> None:
    """An id that nobody offers is refused, so that a form can't break a card."""
    for key, value in (("go", "borte"), ("does", ["eksploderer"]), ("contact", {"ingen": "x"}), ("source", ["x:y"])):
        with pytest.raises(EditError, match="ikke blant valgene"):
            fill(small, CARD, node_form(small, CARD, "del").field(key), value)
    with pytest.raises(EditError, match="ikke blant valgene"):
        fill(small, CARD, node_form(small, CARD, "fare").field("answers"), {"ja": "borte"})
    assert not small.unsaved()


def test_a_deadline_becomes_five_days(whole: Editing) -> None:
    """One digit of the file changes."""
    field = node_form(whole, BARNEHAGE, "del").field("deadlines")
    before = whole.document(BARNEHAGE).data
    fill(whole, BARNEHAGE, field, [{**each, "within": "5"} for each in field.value])
    after = whole.document(BARNEHAGE).data
    assert len(after) == len(before)
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1


def test_a_broken_card_still_has_its_forms(small: Editing) -> None:
    """A card that leads nowhere is out of use, and is mended by its form."""
    text = small.document(CARD).text.replace("nei: noter", "nei: borte")
    small.write(CARD, text)
    assert "ukjent-node-naer" in errors(small)
    field = node_form(small, CARD, "fare").field("answers")
    fill(small, CARD, field, {**field.value, "nei": "noter"})
    assert "ukjent-node-naer" not in errors(small)


def test_a_thousand_random_edits_by_form(whole: Editing) -> None:
    """Every shipped card and list of contacts: the strict reader reads what was meant, no other value has changed,
    and every line outside the field is byte for byte the same."""
    chance, tried = random.Random(2026), Counter[str]()
    files = [name for name in whole.names() if name.startswith("contacts/") or whole.document(name).value(("nodes",))]
    assert len(files) > 18
    for number in range(1000):
        file = files[number % len(files)]
        field = chance.choice(_fields(whole, file, chance))
        before = whole.document(file)
        wanted = _random_fill(field, chance)
        fill(whole, file, field, wanted)
        after = whole.document(file)
        found = after.value(field.way)
        assert (found or None) == (_meant(wanted) or None), (field, wanted)
        _assert_only(before, after, field)
        tried[field.kind] += 1
        whole.documents[file] = before
    assert {"text", "lines", "one", "many", "ways", "whom", "yesno", "date"} <= tried.keys()


def _fields(editing: Editing, file: str, chance: random.Random) -> list[Field]:
    if file.startswith("contacts/"):
        points: Any = editing.document(file).value(("contacts",))
        form = contact_form(editing, file, chance.randrange(len(points)))
    else:
        form = node_form(editing, file, chance.choice(list(editing.document(file).value(("nodes",)))))
    return [field for field in form.fields if field.kind not in ("id", "fields", "deadlines", "reasons")]


def _random_fill(field: Field, chance: random.Random) -> Any:
    """Something for a field that it can hold; nasty texts, where it holds texts."""
    values = [option.value for option in field.options]
    some = chance.sample(values, min(len(values), chance.randrange(4)))
    if field.kind == "one":
        return chance.choice(values or [field.value])
    if field.kind == "many":
        return some
    if field.kind == "ways":
        return {row.value: chance.choice(values) for row in field.rows}
    if field.kind == "whom":
        return {value: chance.choice(NASTY) for value in some or values[:1]}
    if field.kind == "yesno":
        return chance.choice(["ja", "nei", None])
    if field.kind == "date":
        return "2026-12-24"
    if field.kind == "lines":
        kept = list(field.value or ())
        return [*kept[: chance.randrange(len(kept) + 1)], *(chance.choice(NASTY) for _ in range(chance.randrange(3)))]
    return chance.choice(NASTY)


def _meant(value: Any) -> Any:
    """What a field holds in the end: texts on one line, in NFC, nothing empty in lists."""
    import unicodedata

    if isinstance(value, dict):
        return {key: _meant(each) for key, each in value.items()}
    if isinstance(value, list):
        return [each for each in map(_meant, value) if each]
    return unicodedata.normalize("NFC", " ".join(str(value or "").split()))


def _assert_only(before: Document, after: Document, field: Field) -> None:
    """Outside the field's lines all bytes are the same, and outside its value all values are."""
    old, new = before.data.splitlines(), after.data.splitlines()
    start = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    end = next((i for i, (a, b) in enumerate(zip(old[::-1], new[::-1], strict=False)) if a != b), len(old))
    touched = old[start : len(old) - min(end, len(old) - start)]
    if before.value(field.way) is None:
        assert not touched or len(touched) == 1, touched  # a line put in, or one in brackets made longer
    else:
        span = before.spans
        for step in field.way:
            span = span.values[span.names.index(str(step)) if span.kind == "map" else int(step)]
        lines = before.text.count("\n", 0, span.start), before.text.count("\n", 0, span.end)
        assert not touched or (lines[0] - 1 <= start and start + len(touched) - 1 <= lines[1]), (field, touched)
    comments = [line for line in before.data.splitlines() if line.lstrip().startswith(b"#")]
    assert comments == [line for line in after.data.splitlines() if line.lstrip().startswith(b"#")]
    one: Any = _without(before.tree, field)
    other: Any = _without(after.tree, field)
    assert one == other


def _without(tree: Any, field: Field) -> Any:
    """A tree without the field; without `say` where it is empty then."""
    way = field.way
    if not way or not isinstance(tree, dict | list):
        return tree
    items = tree.items() if isinstance(tree, dict) else enumerate(tree)
    made = {}
    for step, value in items:
        if step != way[0]:
            made[step] = value
        elif len(way) > 1:
            inner = _without(value, Field(field.key, "", "", field.kind, way[1:]))
            if inner:
                made[step] = inner
    return made


def test_every_kind_of_step_has_a_form(whole: Editing) -> None:
    """No kind is forgotten."""
    tree: Any = whole.document("trees/felles/vold.yaml").tree
    other: Any = whole.document(BARNEHAGE).tree
    kinds = {
        node_form(whole, file, node).kind
        for file, nodes in (("trees/felles/vold.yaml", tree["nodes"]), (BARNEHAGE, other["nodes"]))
        for node in nodes
    }
    assert kinds == set(KINDS)


def test_no_word_of_a_form_is_english() -> None:
    """Labels are Norwegian words, not keys."""
    from guide.store.schema.told import KEYS

    assert not [told for told in KEYS.values() if re.fullmatch(r"[a-z_]+", told.label)]
