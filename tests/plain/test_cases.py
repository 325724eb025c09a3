"""Cases in the line mode: saved, found again, gone on with, noted, changed, closed and deleted, all in words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from guide.core.case import give
from guide.core.content import OUTCOME, Content
from guide.core.record import replace
from guide.plain import case_strings, strings
from guide.plain.home import LEFT, OPEN, run_card
from guide.plain.talk import Talk
from guide.service.cases.cases import Cases
from guide.service.cases.steps import follow
from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.store.cases import db as cases_db
from guide.store.cases.backup import newest
from guide.store.cases.crypto import LEAST, new_pair
from tests.cases.made import PHRASE, Clock
from tests.out.made import walked
from tests.plain.talking import CONTROL, Heard, talk_of

CARD = "stange/barnehage"
PROFILE = Profile("stange", (("virksomhet", "barnehage"), ("rolle", "ansatt")))


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is not waited for."""
    monkeypatch.setattr(cases_db, "PRAGMAS", (*cases_db.PRAGMAS, "synchronous=OFF"))
    monkeypatch.setattr(os, "fsync", lambda _handle: None)


class Room:
    """One user's folder, a clock, and talks that are held there one after the other."""

    def __init__(self, content: Content, folder: Path) -> None:
        self.clock = Clock()
        self.guide = Guide(content, PROFILE, self.clock)
        self.folder = folder / "saker"

    def cases(self, guide: Guide) -> Cases:
        """The cases in the folder, locked."""
        return Cases(guide, self.folder, LEAST)

    def opened(self) -> Cases:
        """The cases, unlocked, as they are on the disk now."""
        cases = self.cases(self.guide)
        cases.unlock(PHRASE)
        return cases

    def said(self, *lines: str, secrets: tuple[str, ...] = (PHRASE,), waits: dict[str, timedelta] | None = None) -> str:
        """All that is said while the card is walked with `lines`; before a line of `waits` so much time goes."""
        talk, heard = talk_of(self._timed(lines, waits or {}))
        self.ended = self._run(talk, heard, secrets)
        return heard.text

    def _timed(self, lines: tuple[str, ...], waits: dict[str, timedelta]) -> Iterator[str]:
        for line in lines:
            self.clock.now += waits.get(line, timedelta())
            yield line

    def _run(self, talk: Talk, heard: Heard, secrets: tuple[str, ...]) -> str:
        coming = iter(secrets)
        talk.open_cases, talk.hidden = self.cases, lambda ask: next(coming, "")
        ended = run_card(self.guide, CARD, talk)
        assert not CONTROL.search(heard.text)
        return ended


@pytest.fixture
def room(shipped: Content, tmp_path: Path) -> Room:
    """A folder without a store."""
    return Room(shipped, tmp_path)


@pytest.fixture
def saved(room: Room) -> Room:
    """One case is there, which stands at the first record."""
    room.said("nei", "lagre", "1", "Blå mappe", "slutt", "2", secrets=(PHRASE, PHRASE))
    return room


def test_a_walk_is_saved_in_words_and_goes_on(room: Room) -> None:
    """Passphrase twice, the code told, a reference; from then on each step is on the disk, and the end says so."""
    text = room.said(
        "nei", "lagre", "1", "Blå mappe", "20.11.2026", "Er lei seg", "-", "slutt", "2",
        secrets=(PHRASE, "feil", PHRASE, PHRASE),
    )  # fmt: skip
    assert text.startswith(strings.EMERGENCY[:20])
    assert strings.NOT_SAVED_YET in text
    assert case_strings.NOT_SAME in text
    assert "Skriv ned denne koden nå." in text
    assert "Lagret kl." in text
    assert room.ended == LEFT
    assert text.rstrip().endswith(strings.LEFT_SAVED)
    (case,) = room.opened().listed().summaries
    fields = dict(room.opened().resume(case[0]).walk.state.records["oppsto"])
    assert (case[1].reference, fields["sett"], fields["dato"]) == ("Blå mappe", "Er lei seg", "2026-11-20")


def test_a_case_is_taken_up_where_it_was(saved: Room) -> None:
    """Listed with what is due, read out, gone on with; a wrong passphrase is asked for again; «saker» leads back."""
    text = saved.said(
        "saker", "1", "1", "20.11.2026", "Er lei seg", "-", "saker", "tilbake", "tilbake",
        secrets=("noe helt annet enn det", PHRASE),
    )  # fmt: skip
    assert "Passordsetningen er ikke riktig." in text
    assert newest(saved.folder), "the copy that was due is taken"
    assert "1. Blå mappe. " in text
    assert "Saken ble lagret" in text
    assert case_strings.OPENED in text
    assert text.index(case_strings.OPENED) < text.index("Hva uroer deg", text.index(case_strings.OPENED))
    (case,) = saved.opened().listed().summaries
    assert saved.opened().resume(case[0]).walk.state.stop != "oppsto"


def test_what_tells_who_somebody_is_is_said_before_it_is_stored(saved: Room) -> None:
    """In a record and in a note: the place, and three choices; blanked or written anew as one says."""
    text = saved.said(
        "saker", "1", "1", "20.11.2026", "Mor har 412 34 567", "-", "1", "notat", "Ring 41234567", "3", "Ring mor",
        "slutt", "2",
    )  # fmt: skip
    assert "Dette ligner et telefonnummer. «412 34 567»" in text
    (case,) = saved.opened().listed().summaries
    opened = saved.opened().resume(case[0])
    assert dict(opened.walk.state.records["oppsto"])["sett"] == "Mor har •••"
    assert [note.text for note in opened.case.notes] == ["Ring mor"]


def test_an_answer_is_changed_and_the_case_closed_and_deleted(saved: Room) -> None:
    """What a change takes away is said first and can be let be; closing and deleting are choices of the page."""
    saved.said("saker", "1", "1", "20.11.2026", "Er lei seg", "-", "slutt", "2")
    text = saved.said("saker", "1", "3", "1", "ja", "1", "3", "1", "ja", "2", "4", "slett", "2", "tilbake")
    assert text.count(case_strings.TAKES_AWAY) == 2
    assert "Skrevet: Hva uroer deg, og når begynte det?" in text
    assert "Endret. Saken står nå ved:" in text
    assert "Saken er avsluttet." in text
    assert case_strings.DELETED in text
    assert not saved.opened().listed().summaries


def test_a_case_is_called_something_else(saved: Room) -> None:
    """What tells who somebody is, is asked about here, too; the old words stay in the history."""
    text = saved.said("saker", "1", "kall", "41234567", "3", "Grønn mappe", "tilbake", "tilbake", "slutt")
    assert "Dette ligner et telefonnummer." in text
    assert "Ny referanse: Grønn mappe" in text
    assert saved.opened().listed().summaries[0][1].reference == "Grønn mappe"


def test_what_is_typed_is_there_after_the_lines_end(saved: Room) -> None:
    """Input ends in the middle of a record: the field that was written is a draft, and is offered when one goes on."""
    text = saved.said("saker", "1", "1", "19.11.2026", "Halvskrevet")
    assert saved.ended == OPEN
    assert strings.ENDED_SAVED in text
    (case,) = saved.opened().listed().summaries
    assert saved.opened().resume(case[0]).draft.typed[("oppsto", 0)]["dato"] == "2026-11-19"  # type: ignore[call-overload]
    again = saved.said("saker", "1", "1", "", "slutt", "2")
    assert "Enter beholder 19.11.2026" in again


def test_cases_are_locked_when_nobody_was_there(saved: Room) -> None:
    """Fifteen minutes without a line: what is written then is no answer, and the passphrase is asked for again."""
    text = saved.said(
        "saker", "1", "1", "19.11.2026", "slutt", "2", secrets=(PHRASE,), waits={"19.11.2026": timedelta(minutes=15)}
    )
    assert case_strings.LOCKED in text
    assert "Notert: torsdag 19. november" not in text
    assert saved.ended == LEFT
    text = saved.said(
        "saker", "1", "1", "!", "2", "x", "slutt", "2", secrets=(PHRASE, PHRASE), waits={"!": timedelta(minutes=20)}
    )
    assert text.index("Er barnet i fare nå? Ring", 200) < text.index(case_strings.LOCKED)
    assert "Du står fortsatt ved: Hva uroer deg" in text


def test_the_municipality_asks_and_is_told_of(saved: Room) -> None:
    """Once, with what it means; from then on the list says it."""
    content = saved.guide.content
    pack = replace(content.packs["stange"], case_key=new_pair()[1].hex())
    saved.guide.content = replace(content, packs={**content.packs, "stange": pack})
    text = saved.said("saker", "2", "tilbake", "slutt")
    assert "kan lese alt du har lagret" in text
    assert case_strings.ALSO_OPENS in text
    again = saved.said("saker", "tilbake", "slutt")
    assert "kan lese alt du har lagret" not in again
    assert case_strings.ALSO_OPENS in again


def test_without_a_terminal_no_passphrase_is_taken(saved: Room) -> None:
    """A pipe can't hide what is typed: said, and the walk goes on."""
    talk, heard = talk_of(["saker", "nei", "lagre", "slutt", "2"])
    talk.open_cases = saved.cases
    assert run_card(saved.guide, CARD, talk) == LEFT
    assert heard.text.count(case_strings.NO_TERMINAL) == 2
    assert "Hva uroer deg" in heard.text


def test_the_numbers_come_up_at_the_passphrase(saved: Room) -> None:
    """`!` is never taken for a passphrase."""
    text = saved.said("saker", "tilbake", "slutt", secrets=("!", ""))
    assert text.count("Ring politiet 112") >= 2
    assert "ikke riktig" not in text


def test_a_draft_is_read_from_the_page_of_a_case(saved: Room) -> None:
    """«ta ut», the draft, the warning; then one is on the page again."""
    text = saved.said("saker", "1", "ta ut", "1", "1", "1", "tilbake", "tilbake")
    assert "Fila blir ikke kryptert." in text
    assert "Det vi har sett og hørt" in text
    assert "Ta vare på kvitteringen" in text


def test_the_card_anew_over_a_case_leaves_the_case_as_it_is(saved: Room) -> None:
    """At the last advice of a case «begynn på nytt» is another walk, out of which one comes back to the case."""
    cases = saved.opened()
    (case,) = cases.listed().summaries
    opened = cases.resume(case[0])
    walk = walked(saved.guide, {"akutt_fare": "nei"}, walk=opened.walk)
    assert walk.place.kind == OUTCOME
    for at in range(len(opened.walk.moves), len(walk.moves)):
        opened = follow(cases, opened, give(opened.walk, walk.moves[at]))
    log = opened.case.log
    text = saved.said("saker", "1", "1", "2", "tilbake", "slutt", "2")
    assert "Feilkode" not in text
    assert saved.opened().resume(case[0]).case.log == log
