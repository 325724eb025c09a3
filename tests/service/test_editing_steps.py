"""New steps and old ones, where things are used, and names changed everywhere."""

from __future__ import annotations

from typing import Any

import pytest

from guide.service.editing.contacts import free_id
from guide.service.editing.find import rename, uses
from guide.service.editing.folder import EditError, Editing
from guide.service.editing.forms import fill, node_form
from guide.service.editing.steps import add_step, leads_here, remove_step
from tests.service.edited import BARNEHAGE, CARD, errors, small, whole

__all__ = ["small", "whole"]


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
