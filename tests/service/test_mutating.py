"""Who notices a mistake in the cards: each of those who can, and nobody where there is nothing to notice it by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from guide.checks.mutants.mutant import Mutant
from guide.service.checking import accepted
from guide.service.checking.mutate_view import as_data, as_text, percent
from guide.service.checking.mutating import (
    ACCEPTED,
    CHECK,
    NOBODY,
    PROOF,
    SITUATION,
    Bench,
    Judged,
    all_mutants,
    bench,
    judge,
    judge_all,
)
from guide.service.situations import read
from guide.store.load import load_exercises
from guide.store.sources import read_exercises, read_sources

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden"
TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def ready() -> Bench:
    """The shipped content with its situations."""
    return bench(read_sources(ROOT), read(GOLDEN).rows, TODAY, accepted.read(GOLDEN))


@pytest.fixture(scope="module")
def made(ready: Bench) -> tuple[Mutant, ...]:
    """Every mistake that can reach somebody."""
    return all_mutants(ready)


def one(made: tuple[Mutant, ...], kind: str, node: str, way: str = "", card: str = "felles/vold") -> Mutant:
    """A mistake by its kind and place."""
    return next(m for m in made if (m.kind, m.card, m.node, m.way) == (kind, card, node, way))


def test_the_loader_and_the_rules_notice(ready: Bench, made: tuple[Mutant, ...]) -> None:
    """Led away from the only way in, a node is reached by nobody, and `check` says so."""
    judged = judge(ready, one(made, "svar-flyttet", "ferske", "ja"))
    assert (judged.by, judged.told) == (CHECK, "uten-inngang")


def test_a_situation_notices_by_what_it_expects(ready: Bench, made: tuple[Mutant, ...]) -> None:
    """Fresh traces and 112 today: a row says that it must be now."""
    judged = judge(ready, one(made, "hast-svekket", "ring-112"))
    assert judged.by == SITUATION
    assert judged.told in {row.id for row in ready.rows}


def test_a_broken_invariant_on_a_situations_way_counts_for_the_proof(ready: Bench, made: tuple[Mutant, ...]) -> None:
    """Without their expectations the situations still pass a place where a rule of safety breaks."""
    blind = replace(ready, rows=tuple(replace(row, data={**row.data, "expect": {}}) for row in ready.rows), marks={})
    judged = judge(blind, one(made, "foresatte-for-tidlig", "meld-idag"))
    assert judged.by == PROOF
    assert judged.told.startswith("P4 ")


def test_an_exercise_notices_where_it_and_the_card_part(ready: Bench, made: tuple[Mutant, ...]) -> None:
    """Without any situation, the right way of an exercise passes the place and expects what stood there."""
    exercises = tuple(load_exercises(read_exercises(ROOT))[0].values())
    alone = bench(ready.sources, (), TODAY, {}, (), exercises)
    mutant = one(made, "meldeplikt-svekket", "meld-voksen")
    judged = judge(alone, mutant)
    assert (judged.by, judged.told) == (SITUATION, "stange/fredag-ti-over-fire")
    assert list(judge_all(alone, [mutant, mutant], jobs=2)) == [judged, judged]
    stale = tuple(replace(exercise, way=exercise.way[1:]) for exercise in exercises)
    assert bench(ready.sources, (), TODAY, {}, (), stale).exercises == ()


def test_a_proof_notices_what_no_situation_passes(ready: Bench, made: tuple[Mutant, ...]) -> None:
    """With no situations at all, a more serious answer with less urgent advice is found by P5."""
    alone = replace(ready, rows=(), passing={}, marks={})
    judged = judge(alone, one(made, "hast-svekket", "meld-barn"))
    assert judged.by == PROOF
    assert judged.told.startswith("P5 ")


def test_what_was_accepted_notices_a_change_that_nothing_forbids(ready: Bench, made: tuple[Mutant, ...]) -> None:
    """Another service at an outcome of which no row says whom to ring."""
    mutant = one(made, "virkning-borte", "meld-ansatt")
    expects_nothing = replace(
        ready, rows=tuple(replace(row, data={**row.data, "expect": {}}) for row in ready.rows), proofs=()
    )
    assert judge(expects_nothing, mutant).by == ACCEPTED


def test_nobody_notices_where_there_is_nothing_to_notice_by(ready: Bench, made: tuple[Mutant, ...]) -> None:
    """A survivor is said to be one, and lowers the share."""
    alone = replace(ready, rows=(), passing={}, marks={}, proofs=())
    judged = judge(alone, one(made, "hast-svekket", "meld-barn"))
    assert (judged.by, judged.told) == (NOBODY, "")
    assert percent([judged, Judged(judged.mutant, CHECK, "x")]) == 50


def test_ways_that_nobody_can_take_are_not_mistaken(made: tuple[Mutant, ...]) -> None:
    """A turn on an answer that cannot be there leads nobody astray."""
    ways = {(m.card, m.node, m.way) for m in made}
    assert ("felles/meldeplikt", "samlet", "alvorlig") not in ways
    assert ("felles/meldeplikt", "samlet", "noe") in ways


def test_other_processes_judge_alike(ready: Bench, made: tuple[Mutant, ...]) -> None:
    """Two processes say what one says, in the same order."""
    some = [one(made, "svar-flyttet", "ferske", "ja"), one(made, "hast-svekket", "ring-112")]
    assert list(judge_all(ready, some, jobs=2)) == list(judge_all(ready, some))


def test_the_table_and_the_data_count_the_same(ready: Bench, made: tuple[Mutant, ...]) -> None:
    """A survivor stands in the table with its place, and in the data without anybody who noticed."""
    mutant = one(made, "hast-svekket", "meld-barn")
    judged = [Judged(mutant, NOBODY), Judged(one(made, "hast-svekket", "ring-112"), SITUATION, "rad")]
    lines = list(as_text(judged))
    assert f"{mutant.file}:{mutant.line}: {mutant.what}" in lines
    assert lines[-1] == "50,0 % av 2 feil blir oppdaget. Ikke oppdaget: 1."
    data = as_data(judged)
    assert (data["made"], data["noticed"], data["by"]["situasjon"], data["by"]["ingen"]) == (2, 1, 1, 1)
    assert [m["by"] for m in data["mutants"]] == [None, "situasjon"]
