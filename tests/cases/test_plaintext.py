"""No word of a case on the disk: known phrases in every field, looked for in every file, in several encodings."""

from __future__ import annotations

import base64
import os
import unicodedata
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.core.content import RECORD, Content
from guide.service.cases.cases import Cases, OpenCase
from guide.service.cases.draft import Draft
from guide.service.cases.end import backup, delete
from guide.service.cases.steps import close, follow, keep_draft, rename, take_note
from guide.store.cases.folder import STORE
from tests.cases.made import cases_of

CARD = "stange/barnehage"
WORDS = ("rødhette", "blåbærkvern", "Ærfuglvokter", "søskenkrangel", "trollunge")


def phrases(number: int) -> Iterator[str]:
    """Phrases that nothing else holds."""
    return (f"{WORDS[n % len(WORDS)]} kanarifugl {n} på låven" for n in range(number))


def encodings(phrase: str) -> Iterator[bytes]:
    """How a phrase could lie in a file: encodings, normal forms, base64 at each offset, JSON escapes."""
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, phrase)
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
            yield text.encode(encoding)
        for offset in range(3):
            whole = base64.b64encode(b"x" * offset + text.encode())
            yield whole[4:-4]
        yield text.encode("unicode_escape")
        yield text.encode().hex().encode()
    yield phrase.encode("latin-1")


def walked(cases: Cases, words: Iterator[str]) -> OpenCase:
    """A case with a phrase in every field, note, reference and draft."""
    guide = cases.guide
    walk = guide.answer(guide.begin(CARD), "nei")
    assert walk.place.kind == RECORD
    fields = {f.id: "2026-11-23" if f.kind == "date" else next(words) for f in walk.place.node.fields}
    opened = cases.save(walk, next(words))
    opened = keep_draft(cases, opened, Draft(next(words), {("oppsto", 0): {"sett": next(words)}}))
    opened = follow(cases, opened, guide.note(opened.walk, fields))
    opened = take_note(cases, opened, next(words))
    return rename(cases, opened, next(words))


def hits(folder: Path, needles: list[bytes]) -> list[tuple[str, bytes]]:
    """Where any of them lies in a file of `folder`, or in its name."""
    found = []
    for path in folder.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        found += [(path.name, needle) for needle in needles if needle in data or needle in os.fsencode(path.name)]
    return found


def test_no_phrase_is_in_any_file(shipped: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fifty phrases: store, journal in the middle of a write, copies, temporary files, the home folder."""
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setenv("SQLITE_TMPDIR", str(temporary))
    cases, words = cases_of(shipped, tmp_path), phrases(50)
    opened = [walked(cases, words) for _ in range(6)]
    for phrase in words:
        take_note(cases, cases.resume(opened[0].case.id), phrase)
    needles = [needle for phrase in phrases(50) for needle in encodings(phrase)]
    backup(cases)
    with cases.store.db.writing() as sql:
        sql.execute("UPDATE cases SET head=head")
        assert hits(tmp_path, needles) == []
    close(cases, cases.resume(opened[1].case.id))
    delete(cases, opened[2].case.id)
    assert hits(tmp_path, needles) == []
    titles = [needle for node in ("oppsto", "vold") for needle in (node.encode(),)]
    assert hits(cases.folder, [b"stange/barnehage", b"Bekymret for et barn", *titles[:1]]) == []


@pytest.mark.parametrize(
    "encode", [lambda t: t.encode(), lambda t: base64.b64encode(t.encode()), lambda t: t.encode("utf-16-le")]
)
def test_the_search_finds_a_phrase_that_is_there(tmp_path: Path, encode: object) -> None:
    """The check above can fail."""
    phrase = next(phrases(1))
    (tmp_path / "fil").write_bytes(b"foran" + encode(phrase) + b"bak")  # type: ignore[operator]
    assert hits(tmp_path, list(encodings(phrase)))


def test_what_is_stored_does_not_compress(shipped: Content, tmp_path: Path) -> None:
    """No structure of the texts is left in the rows: sealed bytes are as good as random."""
    cases, words = cases_of(shipped, tmp_path), phrases(50)
    opened = walked(cases, words)
    rows = cases.store.db.rows("SELECT sealed FROM events WHERE id=?", opened.case.id)
    sealed = b"".join(row[0] for row in rows)
    assert len(zlib.compress(sealed, 9)) > 0.99 * len(sealed)
    assert {(len(row[0]) - 28) % 256 for row in rows} == {0}


def test_errors_hold_no_word(shipped: Content, tmp_path: Path) -> None:
    """A damaged case is told of by its random reference alone."""
    cases, words = cases_of(shipped, tmp_path), phrases(50)
    opened = walked(cases, words)
    cases.store.db.sql.execute("UPDATE events SET sealed=x'00' WHERE seq=2")
    with pytest.raises(Exception, match=opened.case.id) as caught:
        cases.resume(opened.case.id)
    shown = repr(caught.value) + str(caught.value) + repr(caught.value.__cause__)
    assert not any(word in shown for word in WORDS)
    assert caught.value.__cause__ is None
    assert (cases.folder / STORE).exists()
