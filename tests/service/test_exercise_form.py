"""An exercise as a form: what it shows, and that an edit touches nothing but what it changes."""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import pytest

from guide.core.clock import local, parse
from guide.core.content import Content
from guide.core.exercise_fit import fit
from guide.service.editing.exercise_form import exercise_files, exercise_form, put_field, read_exercise
from guide.service.editing.folder import EditError, Editing
from guide.service.editing.forms import Field
from tests.conftest import ROOT

FILE = "trees/stange/exercises/merker-paa-armen.yaml"
SOME = ("merker-paa-armen", "henlagt-i-fjor", "lukt-av-hasj", "gult-foerst", "under-senga")


@pytest.fixture
def editing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editing:
    """A folder with the shipped exercises alone."""
    monkeypatch.setattr("guide.store.drafts.data_dir", lambda: tmp_path / "own")
    for path in (ROOT / "trees").glob("*/exercises"):
        shutil.copytree(path, tmp_path / "trees" / path.parent.name / "exercises")
    return Editing(tmp_path, lambda: local(parse("2026-11-25T10:00")))


def fields(editing: Editing, content: Content, file: str = FILE) -> list[Field]:
    """All fields of an exercise."""
    return [field for part in exercise_form(editing, file, content).parts for field in part.fields]


def field(editing: Editing, content: Content, *way: str | int) -> Field:
    """The field at a way."""
    return next(one for one in fields(editing, content) if one.way == way and one.key != "verdict")


def changed(editing: Editing, before: str) -> list[str]:
    """The lines that differ from what stood in the file."""
    after = editing.document(FILE).text
    found = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in found if line[0] in "+-" and line[:3] not in ("+++", "---")]


def test_what_is_filled_in_as_it_stands_changes_no_byte(editing: Editing, shipped: Content) -> None:
    """Every field of some exercises: story, options, reasons, verdicts, hints, the end, questions."""
    count = 0
    for name, title in exercise_files(editing):
        if Path(name).stem in SOME:
            before = editing.document(name).data
            for one in fields(editing, shipped, name):
                if one.value:
                    put_field(editing, name, one, list(one.value) if isinstance(one.value, list) else one.value)
                    count += 1
            assert editing.document(name).data == before, title
    assert count > 200


def test_a_reason_written_anew_changes_its_own_lines(editing: Editing, shipped: Content) -> None:
    """One line out, one line in; the exercise reads and fits as before, with what is hidden taken away."""
    before = editing.document(FILE).text
    put_field(editing, FILE, field(editing, shipped, "way", 0, "right", "nei"), "Barnet er\u202e hos  deg.")
    assert len(changed(editing, before)) <= 3
    assert "+      nei: Barnet er hos deg." in changed(editing, before)
    made, findings = read_exercise(editing, FILE)
    assert findings == ()
    assert made is not None
    assert made.way[0].verdicts[0].why == "Barnet er hos deg."
    assert fit(shipped, made).whole


def test_steps_and_answers_are_named_as_the_card_names_them(editing: Editing, shipped: Content) -> None:
    """The question of the card, the words of its answers; where the card is unknown, what the file says."""
    form = exercise_form(editing, FILE, shipped)
    assert "Steg 1: Er barnet i fare nå?" in [part.head for part in form.parts]
    assert any(one.label == "Hvorfor: Vet ikke" for part in form.parts for one in part.fields)
    bare = exercise_form(editing, FILE, Content({}, {}, {}, {}, {}, {}, {}))
    assert "Steg 1: fare" in [part.head for part in bare.parts]
    assert len(bare.parts) == len(form.parts)


def verdict(editing: Editing, content: Content, *way: str | int) -> Field:
    """The verdict on an answer."""
    return next(one for one in fields(editing, content) if one.way == way and one.key == "verdict")


def test_an_answer_is_moved_to_another_verdict_with_its_reason(editing: Editing, shipped: Content) -> None:
    """To a grave one it gets a mistake to be named, from there the mistake goes; the last right one stays."""
    step = ("way", 3)
    why = editing.document(FILE).value((*step, "wrong", "vet_ikke"))
    put_field(editing, FILE, verdict(editing, shipped, *step, "wrong", "vet_ikke"), "grave")
    assert editing.document(FILE).value((*step, "grave", "vet_ikke")) == why
    assert editing.document(FILE).value((*step, "mistake", "vet_ikke")) == "utsatte_meldingen"
    assert read_exercise(editing, FILE)[1] == ()
    put_field(editing, FILE, field(editing, shipped, *step, "mistake", "vet_ikke"), "konfronterte")
    put_field(editing, FILE, verdict(editing, shipped, *step, "grave", "vet_ikke"), "possible")
    assert editing.document(FILE).value((*step, "mistake", "vet_ikke")) is None
    assert read_exercise(editing, FILE)[1] == ()
    before = editing.document(FILE).data
    with pytest.raises(EditError, match="Ett svar må være riktig"):
        put_field(editing, FILE, verdict(editing, shipped, *step, "right", "konkret"), "wrong")
    assert editing.document(FILE).data == before


def test_what_must_be_there_can_not_be_emptied_and_what_need_not_goes(editing: Editing, shipped: Content) -> None:
    """The story stays; a hint can be taken away, and a question to talk about be added."""
    with pytest.raises(EditError, match="kan ikke stå tomt"):
        put_field(editing, FILE, field(editing, shipped, "scenes", 0, "text"), "  ")
    put_field(editing, FILE, field(editing, shipped, "way", 0, "hint"), "")
    assert editing.document(FILE).value(("way", 0, "hint")) is None
    talk = field(editing, shipped, "discuss")
    put_field(editing, FILE, talk, [*talk.value, "Hva gjør dere i morgen?"])
    put_field(editing, FILE, field(editing, shipped, "end", "report"), "must")
    made, findings = read_exercise(editing, FILE)
    assert findings == ()
    assert made is not None
    assert made.discuss[-1] == "Hva gjør dere i morgen?"
    assert made.end.report == "must"
    with pytest.raises(EditError):
        put_field(editing, FILE, field(editing, shipped, "level"), "umulig")


def test_a_file_that_is_no_exercise_says_so(editing: Editing, shipped: Content) -> None:
    """Broken YAML, or another kind of file: a sentence, never a crash."""
    editing.write(FILE, "format: 1\nexercise: [")
    with pytest.raises(EditError, match="som tekst"):
        exercise_form(editing, FILE, shipped)
    editing.write(FILE, "format: 1\nexercise: stange/merker-paa-armen\ntitle: Bare navnet\n")
    assert exercise_form(editing, FILE, shipped).title == "Bare navnet"
    made, findings = read_exercise(editing, FILE)
    assert made is None
    assert findings
