"""The proofs over the shipped content: all hold; what was proved before is known again, and nothing but that."""

from __future__ import annotations

import contextlib
import io
import json
import multiprocessing
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from guide.checks.proofs.parts import laid_in, parts_of
from guide.checks.proofs.registry import CONTACTS, EVERYTHING, PACKS, PROOFS, Proof
from guide.checks.proofs.tracing import packs_of
from guide.checks.proofs.verdict import Broken, Verdict
from guide.core.content import Content
from guide.service.checking import proving
from guide.service.checking.proving import Proved, Task, prove, tasks
from guide.store.compiled import read_compiled, write_compiled
from tests.checks.proofs.altered import with_node, with_point

DAY = date(2026, 11, 25)
QUICK = ("P2", "P6", "P8", "P9")
"""Proofs that take no time, one at least that rests on each thing that a proof can rest on, but P3."""


def kept(proved: tuple[Proved, ...]) -> set[tuple[str, str]]:
    """Which were known from before."""
    return {(one.proof.id, one.verdict.about) for one in proved if one.kept}


def again(content: Content, cache: Path, day: date = DAY) -> set[tuple[str, str]]:
    """What of the quick proofs is known from before when `content` is proved."""
    return kept(prove(content, day, tasks(content, proofs=QUICK), cache))


@pytest.fixture
def cache(shipped: Content, tmp_path: Path) -> Path:
    """A cache in which the quick proofs of the shipped content are kept."""
    assert not again(shipped, tmp_path)
    return tmp_path


def every(content: Content) -> set[tuple[str, str]]:
    """All quick proofs."""
    return {(PROOFS[task.proof].id, task.about) for task in tasks(content, proofs=QUICK)}


def test_what_was_proved_is_known_again_with_the_same_verdicts(shipped: Content, cache: Path) -> None:
    """All of it, findings and times included, until somebody asks for it fresh."""
    first = prove(shipped, DAY, tasks(shipped, proofs=QUICK), cache)
    assert again(shipped, cache) == every(shipped) == kept(first)
    assert any(one.verdict.broken for one in first)
    fresh = prove(shipped, DAY, tasks(shipped, proofs=QUICK), cache, fresh=True)
    assert not kept(fresh)
    assert [replace(one.verdict, seconds=0) for one in fresh] == [replace(one.verdict, seconds=0) for one in first]


def test_a_changed_card_is_proved_again_and_the_others_are_not(shipped: Content, cache: Path) -> None:
    """Its own proofs, and those of its pack's plan."""
    changed = with_node(shipped, "stange/skole", "meld", help="En annen hjelp.")
    lost = every(shipped) - again(changed, cache)
    assert lost == {
        ("P2", "stange/skole"),
        ("P6", "stange/skole"),
        ("P9", "stange/skole"),
        *(("P8", pack) for pack in packs_of(shipped)),
    }


def test_a_changed_shared_card_is_proved_again_wherever_it_is_laid_in(shipped: Content, cache: Path) -> None:
    """In every card that includes it or has it as an alarm, however deep."""
    changed = with_node(shipped, "felles/selvmord", "slutt", help="En annen hjelp.")
    lost = {about for proof, about in every(shipped) - again(changed, cache) if proof == "P2"}
    assert lost == {card for card in shipped.cards if "felles/selvmord" in laid_in(shipped, card)}
    assert {"felles/akutt", "stange/barnehage", "felles/selvmord"} <= lost
    assert "felles/samtykke" not in lost


@pytest.mark.parametrize(
    ("change", "proofs"),
    [
        (lambda c: with_point(c, "ringsaker", c.contacts["ringsaker"][0].id, phone="62 00 00 00"), {"P6", "P8"}),
        (lambda c: replace(c, duties=c.duties[1:]), {"P2", "P6", "P8", "P9"}),
        (lambda c: replace(c, invariants=c.invariants[1:]), {"P2", "P6", "P8", "P9"}),
        (lambda c: replace(c, services={**c.services, "ny": next(iter(c.services.values()))}), set(QUICK)),
        (lambda c: replace(c, laws=dict(list(c.laws.items())[1:])), {"P8"}),
        (lambda c: replace(c, sha256="x", findings=()), set()),
    ],
    ids=["contact", "duty", "invariant", "service", "law", "nothing that is proved"],
)
def test_a_change_is_seen_by_the_proofs_that_rest_on_it(
    shipped: Content, cache: Path, change: Callable[[Content], Content], proofs: set[str]
) -> None:
    """Contacts, duties, invariants, services and laws, each by its own proofs."""
    lost = every(shipped) - again(change(shipped), cache)
    assert {proof for proof, _ in lost} == proofs


def test_another_day_counts_where_the_proof_counts_days(shipped: Content, cache: Path) -> None:
    """A deadline is proved from another day on; a card's advice is what it was yesterday."""
    lost = every(shipped) - again(shipped, cache, date(2026, 11, 26))
    assert {proof for proof, _ in lost} == {"P9"}


def test_other_code_proves_everything_again(shipped: Content, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an older version proved is not taken for proved."""
    monkeypatch.setattr(proving, "code_stamp", lambda *_, **__: "annen kode")
    assert not again(shipped, cache)


def _rewritten(text: bytes, **changes: object) -> bytes:
    return json.dumps({**json.loads(text), **changes}).encode()


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda text: b"",
        lambda text: text[:-5],
        lambda text: b"[" * 100_000,
        lambda text: b"[]",
        lambda text: _rewritten(text, proof="P1"),
        lambda text: _rewritten(text, about="felles/finnes-ikke"),
        lambda text: _rewritten(text, states="mange"),
        lambda text: _rewritten(text, broken=[{"code": 1, "card": "", "node": "", "what": "", "way": []}]),
        lambda text: _rewritten(text, broken=[{"what": "x"}]),
        lambda text: _rewritten(text, ekstra=1),
    ],
)
def test_a_spoilt_file_is_no_verdict(shipped: Content, tmp_path: Path, spoilt: Callable[[bytes], bytes]) -> None:
    """What can't be read, is another's or has another shape is proved again, and mended by that."""
    task = tasks(shipped, ["felles/tvil"], ["P2"])
    prove(shipped, DAY, task, tmp_path)
    (file,) = (tmp_path / proving.FOLDER).iterdir()
    file.write_bytes(spoilt(file.read_bytes()))
    assert not kept(prove(shipped, DAY, task, tmp_path))
    assert kept(prove(shipped, DAY, task, tmp_path))


def test_a_folder_that_cannot_be_written_is_no_error(shipped: Content, tmp_path: Path) -> None:
    """A file where the folder should be: proved all the same."""
    (tmp_path / proving.FOLDER).write_text("en fil")
    (one,) = prove(shipped, DAY, tasks(shipped, ["felles/tvil"], ["P2"]), tmp_path)
    assert one.verdict.holds
    assert not one.kept


def test_several_processes_say_what_one_says(shipped: Content) -> None:
    """The same verdicts in the same order, without a cache."""
    wanted = tasks(shipped, proofs=["P2", "P3"])
    alone, together = (prove(shipped, DAY, wanted, jobs=jobs) for jobs in (1, 2))
    assert [replace(one.verdict, seconds=0) for one in alone] == [replace(one.verdict, seconds=0) for one in together]
    assert [one.proof for one in alone] == [one.proof for one in together]


def test_compiled_content_is_proved_by_several_processes(shipped: Content, tmp_path: Path) -> None:
    """Content whose cards are decoded when somebody asks for them is given to other processes, too."""
    write_compiled(shipped, tmp_path / "innhold.json")
    compiled = read_compiled(tmp_path / "innhold.json")
    assert compiled is not None
    assert all(one.verdict.holds for one in prove(compiled, DAY, tasks(compiled, proofs=["P9"]), jobs=2))


def test_a_proof_sees_only_what_it_rests_on(shipped: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is left out of a kept verdict's key is not there to be read, so that no verdict is older than it seems."""
    seen: list[Content] = []

    def look(content: Content, about: str, day: date) -> Verdict:
        seen.append(content)
        return Verdict("P0", about, 1, 0.0, (Broken("x", about, "", "Noe."),))

    proof = Proof("P0", "Noe.", lambda content: ("felles/vold",), look)
    monkeypatch.setattr(proving, "PROOFS", (proof, replace(proof, rests_on=frozenset({PACKS, CONTACTS}))))
    prove(shipped, DAY, [Task(0, "felles/vold"), Task(1, "felles/vold")])
    bare, more = seen
    assert not bare.packs
    assert not bare.contacts
    assert not bare.laws
    assert bare.facts == shipped.facts
    assert (more.packs, more.contacts) == (shipped.packs, shipped.contacts)
    assert set(bare.cards) == set(more.cards) == set(laid_in(shipped, "felles/vold")) < set(shipped.cards)
    assert parts_of(shipped, "stange", {EVERYTHING}) == replace(shipped, findings=(), sha256="")


def test_tasks_are_those_of_the_cards_and_proofs_named(shipped: Content) -> None:
    """All of them without names; none twice."""
    whole = tasks(shipped)
    assert len(set(whole)) == len(whole)
    assert {task.about for task in whole} == {*shipped.cards, *shipped.packs, "nasjonalt"}
    assert {PROOFS[task.proof].id for task in tasks(shipped, ["stange/skole"])} >= {"P2", "P3", "P6", "P9"}
    assert [(PROOFS[t.proof].id, t.about) for t in tasks(shipped, ["stange"], ["P8"])] == [("P8", "stange")]


def test_who_listens_hears_how_far_it_is_and_can_stop_it(shipped: Content) -> None:
    """Told while the other processes prove, also where stderr has no number as in the app; stopped, they end."""
    heard: list[tuple[int, int]] = []

    class Stop(Exception):
        """Nobody waits."""

    class Captured(io.StringIO):
        """What Textual puts in the place of stderr."""

        def fileno(self) -> int:
            """No number."""
            return -1

    def told(done: int, total: int) -> None:
        heard.append((done, total))
        if len(heard) > 1:
            raise Stop

    before = set(multiprocessing.active_children())
    wanted = tasks(shipped, ("felles/akutt", "felles/henting"))
    with contextlib.redirect_stderr(Captured()), pytest.raises(Stop):
        prove(shipped, date(2026, 11, 25), wanted, jobs=2, told=told)
    assert heard[0] == (0, len(wanted))
    for child in set(multiprocessing.active_children()) - before:
        child.join(10)
        assert child.exitcode is not None
