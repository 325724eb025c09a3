"""A folder of one's own made or opened from the app, and one field of a contact written or refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.service.editing import folder_words as say
from guide.service.editing.folder import EditError
from guide.service.editing.overview import index_at, standing_of
from guide.service.editing.own_folder import make, opened, read_path, source_of, suggested
from guide.service.editing.point_edits import BadValueError, good_hours, hours_of, put_field
from guide.store.locate import shipped
from guide.store.publishing import PublishError
from tests.service.edited import CONTACTS, NOW, Editing, small
from tests.store.small import write

__all__ = ["small"]


def test_a_free_place_is_suggested(tmp_path: Path) -> None:
    """Beside what is there already."""
    assert suggested(tmp_path) == tmp_path / "tiltakskort"
    (tmp_path / "tiltakskort").mkdir()
    assert suggested(tmp_path) == tmp_path / "tiltakskort-2"


def test_a_folder_is_read_as_people_type_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With quotes around it, from the home folder, with nothing hidden in it."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert read_path('  "~/mine kort"\u200b ') == tmp_path / "mine kort"
    assert read_path("kort") == tmp_path / "kort"
    for text in ("", " \n", '""'):
        with pytest.raises(PublishError, match=say.NO_NAME):
            read_path(text)


def test_only_folders_with_content_are_opened(tmp_path: Path) -> None:
    """Why not is told for each."""
    (tmp_path / "tom").mkdir()
    for path, why in ((tmp_path / "nei", "finnes ikke"), (tmp_path / "tom", "trees"), (shipped(), "følger med appen")):
        with pytest.raises(PublishError, match=why):
            opened(path)


def test_a_folder_is_made_whole_of_what_staff_read(tmp_path: Path) -> None:
    """Made of another folder, it has that one's version and not its drafts; help for editors lies in it."""
    first = make(tmp_path / "en", write(tmp_path / "kilde"), NOW)
    (first / CONTACTS).write_text("ødelagt", "utf-8")
    assert standing_of(first).changed == (CONTACTS,)
    second = make(tmp_path / "to", first, NOW)
    assert standing_of(second).changed == ()
    assert (second / "skjema" / "contacts.json").is_file()
    assert source_of(tmp_path / "borte") == shipped()
    with pytest.raises(PublishError, match="finnes fra før"):
        make(second, first, NOW)


def test_a_field_is_saved_or_refused(small: Editing) -> None:
    """A value that gives an error more changes nothing; the rest of the file is byte for byte the same."""
    before = (small.root / CONTACTS).read_bytes()
    with pytest.raises(BadValueError, match="rett form"):
        put_field(small, CONTACTS, 0, "ages", "unge")
    with pytest.raises(EditError, match="valgene"):
        put_field(small, CONTACTS, 0, "service", "finnes-ikke")
    assert not small.unsaved()
    assert (small.root / CONTACTS).read_bytes() == before
    put_field(small, CONTACTS, 0, "ages", "0-17")
    assert (small.root / CONTACTS).read_bytes() == before.replace(b'"0-22"', b'"0-17"')


def test_hours_typed_by_day_become_one_text() -> None:
    """What can't be read is told by its day; holidays left empty are as their weekday."""
    week = dict.fromkeys(("Mo", "Tu", "We", "Th"), "8-15.30")
    assert hours_of({**week, "Fr": "8-11 og 12-14", "PH": "stengt"}) == (
        "Mo-Th 08:00-15:30; Fr 08:00-11:00,12:00-14:00; PH off",
        {},
    )
    assert hours_of(dict.fromkeys(("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"), "døgnåpent")) == ("24/7", {})
    text, wrong = hours_of({"Mo": "åtte", "PH": "x"})
    assert (text, set(wrong)) == ("", {"Mo", "PH"})
    assert good_hours("Mo-Fr 08:00-15:00; PH off") == ""
    assert good_hours("alltid")


def test_a_line_belongs_to_a_contact(small: Editing) -> None:
    """The contact that a finding's line is in; the first one above them all."""
    assert [index_at(small, CONTACTS, line) for line in (1, 4, 12, 13, 99)] == [0, 0, 0, 1, 1]
