"""Contacts in a table, and what staff say of their numbers."""

from __future__ import annotations

from typing import Any

import pytest

from guide.service.editing.contacts import add_contact, confirm, contact_files, contact_rows, remove_contact
from guide.service.editing.folder import Editing
from guide.service.editing.forms import contact_form, fill
from guide.service.editing.hours import as_text, by_day
from guide.store.flags import flags, raise_flag
from tests.conftest import ROOT
from tests.service.edited import CONTACTS, NOW, STANGE, TODAY, small, whole

__all__ = ["small", "whole"]


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
