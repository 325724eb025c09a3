"""An admin's folder while it is edited: forms, where things are used, names, hours, and what is kept of it."""

from __future__ import annotations

import random
import re
import shutil
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from guide.core.content import KINDS
from guide.core.findings import ERROR
from guide.core.hours import HoursError
from guide.service.editing import folder as folders
from guide.service.editing.contacts import add_contact, confirm, contact_files, contact_rows, free_id, remove_contact
from guide.service.editing.find import rename, uses
from guide.service.editing.folder import ChangedOutsideError, EditError, Editing
from guide.service.editing.forms import Field, contact_form, fill, node_form
from guide.service.editing.hours import as_text, by_day, coming_week, read_times
from guide.service.editing.steps import add_step, leads_here, remove_step
from guide.store.drafts import SaveError
from guide.store.edits import Document
from guide.store.flags import flags, raise_flag
from tests.conftest import ROOT
from tests.store.small import write
from tests.store.test_edits import NASTY

NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
TODAY = date(2026, 11, 25)
CARD, CONTACTS = "trees/by/kort.yaml", "contacts/by.yaml"
BARNEHAGE, STANGE = "trees/stange/barnehage.yaml", "contacts/stange.yaml"


def opened(root: Path) -> Editing:
    """A folder, open for editing."""
    return Editing(root, lambda: NOW)


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


def errors(editing: Editing) -> list[str]:
    """The codes of what is wrong."""
    return [found.code for found in editing.report().findings if found.severity == ERROR]


# the form of a step


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


# steps


def test_a_step_is_put_in_and_taken_out(small: Editing) -> None:
    """A new step stands after its neighbour; one that something leads to can't go."""
    name = add_step(small, CARD, "task", "Ring helsesykepleier", "noter", "1")
    assert name == "ring-helsesykepleier"
    assert list(small.document(CARD).value(("nodes",)))[2:4] == ["noter", name]
    field = node_form(small, CARD, "noter").field("go")
    fill(small, CARD, field, name)
    with pytest.raises(EditError, match="leder hit"):
        remove_step(small, CARD, name)
    fill(small, CARD, field, "tegn")
    before = len(leads_here(small, CARD, name))
    remove_step(small, CARD, name)
    assert before == 0
    assert not small.findings(CARD)


@pytest.mark.parametrize(
    ("text", "name"), [("Møte på skolen", "mote-pa-skolen"), ("Ærlig", "aerlig"), ("«»", "ny"), ("Fare", "fare-2")]
)
def test_names_are_made_of_what_people_write(text: str, name: str) -> None:
    """Nobody types an id."""
    assert free_id(text, {"fare"}) == name


# where things are used, and what they are called


def test_every_word_that_names_something_is_found(whole: Editing) -> None:
    """Each service, fact and step is found at least where it stands, and no use is of something unknown."""
    content = whole.report().content
    for service in content.services:
        assert any(use.declares for use in uses(whole, "service", service))
    card = content.cards["stange/barnehage"]
    for node in card.nodes:
        assert [use.declares for use in uses(whole, "node", node, BARNEHAGE)].count(True) == 1


def test_a_use_has_its_line(small: Editing) -> None:
    """The line is the one in the file."""
    found = uses(small, "node", "noter", CARD)
    lines = small.document(CARD).text.splitlines()
    assert len(found) == 5
    assert all("noter" in lines[use.line - 1] for use in found)


@pytest.mark.parametrize(
    ("thing", "old", "new", "file"),
    [
        ("node", "plikt", "helt-ny", BARNEHAGE),
        ("node", "oppsto", "begynte", BARNEHAGE),
        ("service", "psykisk_rus", "psykisk_helse", ""),
        ("fact", "omsorgssvikt", "svikt", ""),
        ("fact", "gaar_videre", "videre", ""),
    ],
)
def test_a_rename_reaches_everything(whole: Editing, thing: Any, old: str, new: str, file: str) -> None:
    """The content is as good as before, and the old name stands nowhere but under `was`."""
    before = errors(whole)
    changed = rename(whole, thing, old, new, file)
    assert len(changed) > 1
    assert errors(whole) == before
    assert not uses(whole, thing, old, file)
    assert len(uses(whole, thing, new, file)) == len(changed)
    if thing == "node":
        assert whole.document(file).value(("nodes", new, "was")) == [old]


def test_a_rename_back_and_forth_keeps_one_name_of_each(small: Editing) -> None:
    """`was` never holds the name that the step has."""
    rename(small, "node", "meld", "melding", CARD)
    rename(small, "node", "melding", "meld", CARD)
    assert small.document(CARD).value(("nodes", "meld", "was")) == ["melding", "gammel"]
    assert not small.findings(CARD)


@pytest.mark.parametrize(("thing", "name"), [("service", "barnevern"), ("fact", "virksomhet"), ("service", "amk")])
def test_what_the_app_itself_speaks_of_keeps_its_name(whole: Editing, thing: Any, name: str) -> None:
    """A rule or a screen that looks for child welfare would not find it again."""
    with pytest.raises(EditError, match="appen selv"):
        rename(whole, thing, name, "noe_annet")


@pytest.mark.parametrize("name", ["To ord", "Æ", "", "fare", "../x"])
def test_a_bad_name_changes_nothing(small: Editing, name: str) -> None:
    """A name that is taken, or can't be one, is refused."""
    with pytest.raises(EditError):
        rename(small, "node", "noter", name, CARD)
    assert not small.unsaved()


# contacts and hours


def test_a_number_is_new(whole: Editing) -> None:
    """Two lines of the file change: the number, and the day of the check."""
    fill(whole, STANGE, contact_form(whole, STANGE, 0).field("phone"), "22 33 44 55")
    confirm(whole, STANGE, 0)
    old, new = (ROOT / STANGE).read_text("utf-8").splitlines(), whole.document(STANGE).text.splitlines()
    changed = [(a.strip(), b.strip()) for a, b in zip(old, new, strict=True) if a != b]
    assert changed == [("phone: missing", "phone: 22 33 44 55"), ("checked: 2026-11-22", "checked: 2026-11-25")]


def test_contacts_come_and_go(small: Editing) -> None:
    """A new contact stands last, without a number, in the shape that the file has."""
    index = add_contact(small, CONTACTS, "leder", "Styreren på Tunet")
    assert contact_rows(small, CONTACTS)[index].id == "styreren-pa-tunet"
    assert not small.findings(CONTACTS)
    remove_contact(small, CONTACTS, index)
    assert small.document(CONTACTS).data == (small.root / CONTACTS).read_bytes()
    assert contact_files(small) == ("contacts/by.yaml", "contacts/nasjonalt.yaml")


def test_a_marked_number_stands_until_it_is_rung(small: Editing) -> None:
    """The mark shows with its contact, and goes when the contact is confirmed."""
    raise_flag(small.root, "by/barnevern", "22 33 44 55", "ingen_svar", NOW)
    assert [len(row.flags) for row in contact_rows(small, CONTACTS)] == [1, 0]
    assert confirm(small, CONTACTS, 0) == 1
    assert flags(small.root) == ()
    assert (small.root / "meldt" / "ringt").is_dir()


def test_a_mark_where_the_folder_is_read_only(small: Editing, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is kept in the user's own data folder, and says so."""
    from tests.store.test_drafts import refuse_in

    refuse_in(monkeypatch, small.root)
    flag = raise_flag(small.root, "by/barnevern", "22 33 44 55", "feil_nummer", NOW)
    assert not flag.shared
    assert flags(small.root) == (flag,)


def test_damaged_marks_are_passed_by(small: Editing) -> None:
    """What can't be read is no mark; a word that is not of the list is none either."""
    raise_flag(small.root, "by/barnevern", "22 33 44 55", "ingen_svar", NOW)
    for number, text in enumerate(["", "[]", "{", '{"why": "x"}', '{"why": "ingen_svar"}']):
        (small.root / "meldt" / f"{number}.json").write_text(text, "utf-8")
    assert len(flags(small.root)) == 1
    with pytest.raises(ValueError, match="barnet"):
        raise_flag(small.root, "by/barnevern", "22 33 44 55", "barnet heter", NOW)


@pytest.mark.parametrize(
    "text",
    [
        "Mo-Fr 08:00-15:30; PH off",
        "24/7",
        "Mo 08:00-12:00",
        "Mo-Th 08:00-11:00,12:00-15:30; Fr 08:00-14:00; PH off",
        "Mo-Su 15:30-08:00",
        "Sa-Su 10:00-14:00; PH 10:00-14:00",
    ],
)
def test_hours_by_day_and_back(text: str) -> None:
    """The table gives the very text that it was made of."""
    table = by_day(text, TODAY)
    assert table is not None
    assert as_text(table) == text


def test_every_shipped_hour_has_a_table_or_is_left(shipped: Any) -> None:
    """What can be shown by day means the same when it is written back."""
    texts = {point.hours for points in shipped.contacts.values() for point in points if point.hours}
    tables = {text: by_day(text, TODAY) for text in texts}
    assert any(tables.values())
    assert all(by_day(as_text(table), TODAY) == table for table in tables.values() if table)


@pytest.mark.parametrize(
    "text", ["Jun-Aug Mo-Fr 08:00-15:00", "Mo-Fr 08:00-15:00; Dec 24 off", "sunrise", "week 1-3", ""]
)
def test_hours_that_say_more_have_no_table(text: str) -> None:
    """Nothing that the text says is lost in a table."""
    assert by_day(text, TODAY) is None


@pytest.mark.parametrize(
    ("typed", "times"),
    [
        ("8-15.30", ("08:00-15:30",)),
        ("08:00–11:00, 12-16", ("08:00-11:00", "12:00-16:00")),
        ("8-11 og 12-14", ("08:00-11:00", "12:00-14:00")),
        ("stengt", ()),
        ("", ()),
        ("Hele døgnet", ("00:00-24:00",)),
        ("15-08", ("15:00-08:00",)),
    ],
)
def test_times_as_people_type_them(typed: str, times: tuple[str, ...]) -> None:
    """Times are read the way that people write them."""
    assert read_times(typed) == times


@pytest.mark.parametrize("typed", ["åtte", "8", "25-26", "8-15:75", "24-25", "8:00-"])
def test_times_that_are_none(typed: str) -> None:
    """What is no time is told, with how to write it."""
    with pytest.raises(ValueError, match="08:00-15:30"):
        read_times(typed)


def test_the_coming_week_shows_holidays() -> None:
    """The week before Christmas, as staff will meet it."""
    week = coming_week("Mo-Fr 08:00-15:30; PH off", date(2026, 12, 22))
    assert [(line.name, line.text, line.holiday) for line in week[:5]] == [
        ("tirsdag 22. desember", "08:00–15:30", False),
        ("onsdag 23. desember", "08:00–15:30", False),
        ("torsdag 24. desember", "08:00–15:30", False),
        ("fredag 25. desember", "Stengt", True),
        ("lørdag 26. desember", "Stengt", True),
    ]
    assert {line.text for line in coming_week("", TODAY)} == {"Ikke oppgitt"}
    assert {line.text for line in coming_week("24/7", TODAY)} == {"Hele døgnet"}
    assert coming_week("Mo-Su 15:30-08:00", TODAY)[0].text == "00:00–08:00, 15:30–24:00"
    with pytest.raises(HoursError):
        coming_week("tull", TODAY)


# what is kept


def test_saved_edits_are_in_the_file(small: Editing) -> None:
    """What was edited is saved, undone edits are not."""
    fill(small, CARD, node_form(small, CARD, "fare").field("help"), "En")
    fill(small, CARD, node_form(small, CARD, "fare").field("help"), "To")
    assert small.undo(CARD)
    assert small.unsaved() == (CARD,)
    small.save(CARD)
    assert not small.unsaved()
    assert opened(small.root).document(CARD).value(("nodes", "fare", "help")) == "En"
    assert small.undo(CARD)
    assert not small.undo(CARD)


def test_after_a_change_outside_both_can_be_taken(small: Editing) -> None:
    """Theirs or mine: what is replaced lies beside the file."""
    theirs = small.document(CARD).data + b"# deres\n"
    fill(small, CARD, node_form(small, CARD, "fare").field("help"), "Mitt")
    (small.root / CARD).write_bytes(theirs)
    with pytest.raises(ChangedOutsideError):
        small.save(CARD)
    mine = small.document(CARD).data
    folders.take_theirs(small, CARD, keep_mine=True)
    small.save(CARD)
    assert (small.root / CARD).read_bytes() == mine
    assert theirs in [path.read_bytes() for path in (small.root / ".forrige").rglob("*-*.yaml")]
    (small.root / CARD).write_bytes(theirs)
    folders.take_theirs(small, CARD)
    assert small.document(CARD).data == theirs


def test_what_was_typed_is_offered_again(small: Editing) -> None:
    """A crash between two saves: another start goes on where it ended, broken text and all."""
    small.write(CARD, "format: 1\ncard: [")
    folders.keep(small, CARD)
    again = opened(small.root)
    (typed,) = folders.offered(again)
    assert folders.take(again, typed)
    assert again.document(CARD).text == "format: 1\ncard: ["
    (small.root / CARD).write_text("format: 1\n", "utf-8")
    other = opened(small.root)
    assert not folders.take(other, typed)
    folders.drop(other, typed)
    assert not folders.offered(other)


def test_a_text_keeps_the_line_ends_of_its_file(small: Editing) -> None:
    """A screen's text has plain line ends; the file keeps its own."""
    path = small.root / CARD
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    again = opened(small.root)
    again.write(CARD, again.document(CARD).text.replace("\r\n", "\n") + "# slutt\n")
    assert again.document(CARD).data == path.read_bytes() + b"# slutt\r\n"


def test_findings_follow_what_is_typed(small: Editing) -> None:
    """Unsaved text is judged as it stands, on its own line."""
    small.write(CARD, small.document(CARD).text.replace("urgency: today", "urgency: todya"))
    (found,) = small.findings(CARD)
    assert (found.code, found.line) == (
        "ukjent-verdi-naer",
        small.document(CARD).text[: small.document(CARD).text.index("todya")].count("\n") + 1,
    )
    assert "ukjent-verdi-naer" in errors(small)


def test_a_new_file_is_written(small: Editing) -> None:
    """A file that was not there is saved, and a name that leads elsewhere is refused."""
    small.write("trees/by/nytt.yaml", "format: 1\n")
    small.save("trees/by/nytt.yaml")
    assert (small.root / "trees/by/nytt.yaml").read_text("utf-8") == "format: 1\n"
    small.write("trees/../ut.yaml", "format: 1\n")
    with pytest.raises(SaveError):
        small.save("trees/../ut.yaml")


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
    from guide.store.schema_told import KEYS

    assert not [told for told in KEYS.values() if re.fullmatch(r"[a-z_]+", told.label)]
