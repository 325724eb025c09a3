"""Taking something out in the line mode: the same warning, papers and care as in the app, all in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.core.content import Content
from guide.plain import out
from guide.plain.talk import LeftError
from guide.service.out import words
from guide.service.out.making import Subject, subject_of
from tests.out.hostile import TEXTS
from tests.out.made import guide_of, long_walk, unsafe_walk
from tests.plain.talking import CONTROL, talk_of


@pytest.fixture(scope="module")
def subject(shipped: Content) -> Subject:
    """A walk that is to be reported."""
    guide = guide_of(shipped)
    return subject_of(guide, long_walk(guide), "\n".join(TEXTS))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's home (of the test)."""
    folder = tmp_path / "hjemme"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    return folder


def said(subject: Subject, *lines: str) -> str:
    """All that is said to `lines`."""
    talk, heard = talk_of(lines)
    out.take_out(talk, subject)
    assert not CONTROL.search(heard.text)
    return heard.text


def test_the_draft_is_read_after_the_warning(subject: Subject, home: Path) -> None:
    """Where it belongs, then each field with its heading, and how it is sent; no file is made."""
    text = said(subject, "1", "1", "1")
    places = [text.index(part) for part in (words.WARNING[0], words.SEEN, words.THOUGHT, words.SENDING, words.RECEIPT)]
    assert places == sorted(places)
    assert "Fyll ut selv: Navn, Fødselsnummer, Adresse" in text
    assert not list(home.iterdir())


def test_a_file_is_made_where_one_wants_it(subject: Subject, home: Path) -> None:
    """Enter takes the usual name; one that is there is asked about; the emergency numbers come up on the way."""
    text = said(subject, "1", "1", "4", "!", "")
    (first,) = home.iterdir()
    assert out.DONE.format(name=first) in text
    assert "112" in text
    assert words.RECEIPT in text
    first.write_bytes(b"min")
    said(subject, "1", "1", "4", "", "1", str(home / "annen.txt"))
    assert first.read_bytes() == b"min"
    assert (home / "annen.txt").exists()
    said(subject, "1", "1", "4", "", "2")
    assert first.read_bytes() != b"min"


def test_one_can_go_back_at_every_question(subject: Subject, home: Path) -> None:
    """And nothing is made."""
    for lines in (("tilbake",), ("1", "2"), ("1", "1", "tilbake"), ("1", "1", "3", "tilbake")):
        said(subject, *lines)
    assert not list(home.iterdir())
    with pytest.raises(LeftError):
        said(subject, "1", "1", "3", "slutt")


def test_what_can_not_be_made_is_said(shipped: Content, home: Path) -> None:
    """Consent that must not be asked for, and a folder that is not there."""
    guide = guide_of(shipped)
    unsafe = subject_of(guide, unsafe_walk(guide))
    assert "Ikke be om samtykke nå" in said(unsafe, "4", "1", "1")
    assert "mappa finnes ikke" in said(unsafe, "5", "1", "3", str(home / "nei" / "fil.txt"), "tilbake")
