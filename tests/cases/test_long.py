"""The long proofs run, find nothing in a few turns, find what is wrong, and write one section of the page each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide.service.cases.cases import Cases
from guide.store.cases import cases
from tests.cases import long_app
from tests.cases.long import HEAD, PROOFS, page_with, section
from tests.cases.long_app import crashed, killed
from tests.cases.long_store import flips, kill, windows
from tests.cases.long_use import walks


def test_a_few_turns_of_each_find_nothing() -> None:
    """Kills, flips, two windows, walks."""
    assert "Tapt, endret eller ikke til å åpne: 0." in list(kill(4))
    assert "Endret uten at det ble sagt: 0." in list(flips(10))
    assert "10 av 10 er der, i riktig rekkefølge: ja." in list(windows(5))
    assert "En annen tilstand etterpå: 0." in list(walks(6))


def test_the_app_leaves_no_word_of_an_open_case() -> None:
    """One crash and one kill on a real terminal: nothing left behind, the case as it was, the draft not old."""
    assert crashed("handler", "chained", beside=False) == []
    whole, age = killed(1)
    assert whole
    assert age < 10


def test_a_word_that_is_left_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The proof can fail: a case whose words the home folder holds elsewhere, too."""
    real = long_app.made

    def careless(home: Path) -> Cases:
        (home / "logg").write_text(f"åpnet {long_app.REFERENCE}", encoding="utf-8")
        return real(home)

    monkeypatch.setattr(long_app, "made", careless)
    assert any("logg" in wrong for wrong in crashed("handler", "chained", beside=False))


def test_kills_find_a_store_that_says_too_early_that_it_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that gives no event to the disk loses every one of them, and the proof says so."""
    real = cases.CaseStore._written

    def forgets(self: cases.CaseStore, case: str, key: bytes, head: object, events: object) -> object:
        after = real(self, case, key, head, events)  # type: ignore[arg-type]
        self.db.sql.execute("DELETE FROM events WHERE id=? AND seq=?", (case, after.count))
        return after

    with monkeypatch.context() as patch:
        patch.setattr(cases.CaseStore, "_written", forgets)
        lines = list(kill(2))
    assert "Tapt, endret eller ikke til å åpne: 0." not in lines


def test_two_windows_find_a_lost_write(monkeypatch: pytest.MonkeyPatch) -> None:
    """A window that believes that it has written, and has not."""
    real = cases.CaseStore.append

    def loses(self: cases.CaseStore, case: str, expected: int, events: list[bytes], *rest: object) -> object:
        if events == [b"B 1"]:
            return self.listing().heads[case]
        return real(self, case, expected, events, *rest)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(cases.CaseStore, "append", loses)
        lines = list(windows(3))
    assert "5 av 6 er der, i riktig rekkefølge: nei." in lines


def test_the_page_keeps_what_was_not_run_again() -> None:
    """One section is replaced, the others and their order stay."""
    old = page_with({name: section(name, name, ["gammelt"]) for name in PROOFS}, "")
    new = page_with({"flips": section("flips", "flips", ["nytt"])}, old)
    assert re.findall("gammelt|nytt", new) == ["nytt" if name == "flips" else "gammelt" for name in PROOFS]
    assert re.findall("^## (.*)$", new, re.M)[1:] == [title for title, _ in PROOFS.values()]
    assert new.startswith(HEAD)


def test_the_page_has_every_proof(root: Path) -> None:
    """All of them have been run, and none found anything lost."""
    page = (root / "docs" / "sikkerhet.md").read_text(encoding="utf-8")
    assert page.startswith(HEAD)
    assert [title for title, _ in PROOFS.values() if f"## {title}" not in page] == []
    found = re.findall(r"(?:åpne|sagt|etterpå|skadet|lagret|hele): ([0-9]+)\.", page)
    assert len(found) >= 8
    assert set(found) == {"0"}
