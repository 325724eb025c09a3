"""What is kept of an edit: saved, undone, offered again after a crash, and what others wrote."""

from __future__ import annotations

import pytest

from guide.service.editing import folder as folders
from guide.service.editing.folder import ChangedOutsideError, Editing
from guide.service.editing.forms import fill, node_form
from guide.store.drafts import SaveError
from tests.service.edited import CARD, errors, opened, small, whole

__all__ = ["small", "whole"]


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
