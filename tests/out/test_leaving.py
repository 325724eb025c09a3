"""Files that leave the store: deadlines that replace each other, and files that only the user reads."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from guide.core.content import Content, Field
from guide.core.record import replace
from guide.service.cases.cases import Cases, OpenCase
from guide.service.cases.steps import close, follow, take_note
from guide.service.out import words, writing
from guide.service.out.making import formats_of, made, matter_of
from guide.store.cases import db as cases_db
from tests.cases.made import Clock, cases_of
from tests.out.hostile import TEXTS
from tests.out.made import walked, written

CANARY = "kanarifugl-ærlig-åpen"
FIRST = {"gaar_videre": "ja", "trenger_mote": "ja", "samtykke": "gitt", "tegn_avklart": "ja"}


@pytest.fixture
def cases(shipped: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cases]:
    """An open store in the test's folder; its disk is not waited for."""
    monkeypatch.setattr(cases_db, "PRAGMAS", (*cases_db.PRAGMAS, "synchronous=OFF"))
    found = cases_of(shipped, tmp_path, Clock())
    yield found
    found.lock()


def text(field: Field) -> str:
    """A canary in every field of text, and a date in those of dates."""
    return written(field) if field.kind == "date" else f"{CANARY} {field.id}"


def with_canary(cases: Cases) -> OpenCase:
    """A case that stands before its follow-up meeting, with the canary in every field, note and reference."""
    walk = walked(cases.guide, FIRST, "oppfolging", write=text)
    return take_note(cases, cases.save(walk, f"{CANARY} sak"), f"{CANARY} notat")


def events(cases: Cases, opened: OpenCase) -> list[tuple[str, date, int, str]]:
    """(uid, day, sequence, status) of each event, by a reader that knows nothing of the writer."""
    calendar = Calendar.from_ical(made("deadlines", "ics", matter_of(cases, opened)))
    return [
        (str(event["UID"]), event["DTSTART"].dt, int(event["SEQUENCE"]), str(event["STATUS"]))
        for event in calendar.walk("VEVENT")
    ]


def test_a_moved_deadline_replaces_the_old(cases: Cases) -> None:
    """The same uid with another day and a higher sequence; an open deadline that is left is cancelled."""
    opened = with_canary(cases)
    before = {uid: (day, sequence) for uid, day, sequence, status in events(cases, opened) if status == "CONFIRMED"}
    index = next(i for i, move in enumerate(opened.walk.moves) if move.node == "avtale")
    move = opened.walk.moves[index]
    later = replace(move, fields=tuple((n, "2026-12-16" if n == "evaluering" else v) for n, v in move.fields))
    moved = follow(cases, opened, opened.walk.change(index, later))
    after = {uid: (day, sequence) for uid, day, sequence, status in events(cases, moved) if status == "CONFIRMED"}
    assert before.keys() == after.keys()
    (day, sequence), (new_day, new_sequence) = *before.values(), *after.values()
    assert (day, new_day) == (date(2026, 12, 9), date(2026, 12, 16))
    assert new_sequence > sequence
    gone = events(cases, close(cases, moved))
    assert {status for uid, _, _, status in gone if uid in before} == {"CANCELLED"}


def test_whole_days_with_alarms_on_working_days(cases: Cases) -> None:
    """All-day, a morning alarm on the day and on the last working day before it."""
    calendar = Calendar.from_ical(made("deadlines", "ics", matter_of(cases, with_canary(cases))))
    event = next(event for event in calendar.walk("VEVENT") if event["STATUS"] == "CONFIRMED")
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(days=1)
    assert [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")] == [timedelta(hours=-16), timedelta(hours=8)]
    assert event["CLASS"] == "PRIVATE"


def test_the_calendar_tells_of_no_child(cases: Cases) -> None:
    """Nothing of the case stands in it: neither its words, its reference, its card nor its number."""
    opened = with_canary(cases)
    data = made("deadlines", "ics", matter_of(cases, opened)).decode()
    card = opened.walk.laid.card
    for told in (CANARY, opened.case.id, opened.case.reference, card.title, card.id, "barn", "møte"):
        assert told.casefold() not in data.casefold(), told
    assert data.count(f"SUMMARY:{words.EVENT}") == data.count("BEGIN:VEVENT")


def test_nothing_is_left_in_temporary_files(cases: Cases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every kind in every format: what is made is made in memory, and only the file that was asked for is written."""
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.chdir(temporary)
    before = temporary.stat().st_mtime_ns
    subject = matter_of(cases, with_canary(cases))
    asked = tmp_path / "ut"
    asked.mkdir()
    for kind in words.KINDS:
        for form in formats_of(kind):
            writing.write(str(asked / f"{kind}.{form}"), made(kind, form, subject))
    assert not list(temporary.iterdir())
    assert temporary.stat().st_mtime_ns == before  # nor was a file there meanwhile
    assert len(list(asked.iterdir())) == sum(len(formats_of(kind)) for kind in words.KINDS)
    others = [path for path in tmp_path.rglob("*") if path.is_file() and asked not in path.parents]
    assert not [path for path in others if CANARY.encode() in path.read_bytes()]


def test_a_file_is_the_users_alone(tmp_path: Path) -> None:
    """0600 whatever the umask says, also where it replaces one that others could read."""
    old = os.umask(0)
    try:
        path = tmp_path / "fil.txt"
        writing.write(str(path), b"en")
        assert path.stat().st_mode & 0o777 == 0o600
        path.chmod(0o644)
        writing.write(str(path), b"to", replace=True)
        assert (path.stat().st_mode & 0o777, path.read_bytes()) == (0o600, b"to")
    finally:
        os.umask(old)


def test_no_file_is_written_over_in_silence(tmp_path: Path) -> None:
    """One that is there stays, a link is not followed, and the message says what to do."""
    path, link, aim = tmp_path / "fil.txt", tmp_path / "lenke.txt", tmp_path / "annen.txt"
    path.write_bytes(b"det som var")
    link.symlink_to(aim)
    for name in (path, link):
        with pytest.raises(writing.WriteError) as told:
            writing.write(str(name), b"nytt")
        assert told.value.there
    assert path.read_bytes() == b"det som var"
    assert not aim.exists()


def test_what_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full, a folder that is not there, one that is closed: no half file, and a message."""
    with pytest.raises(writing.WriteError, match="mappa finnes ikke"):
        writing.write(str(tmp_path / "nei" / "fil.txt"), b"x")
    with pytest.raises(writing.WriteError, match="det er en mappe"):
        writing.write(str(tmp_path), b"x")

    def full(*_: object) -> None:
        raise OSError(28, "full")

    folder = tmp_path / "full"
    folder.mkdir()
    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(writing.WriteError, match="disken tok ikke imot"):
        writing.write(str(folder / "fil.txt"), b"x")
    assert not list(folder.iterdir())


def test_hostile_names_of_files_are_names(tmp_path: Path) -> None:
    """Signs that hide or command are not in what is said of them."""
    for text_ in TEXTS:
        with pytest.raises(writing.WriteError) as told:
            writing.write(f"{tmp_path}/nei/{text_}/fil.txt", b"x")
        assert "\x1b" not in str(told.value)
