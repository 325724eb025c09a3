"""Small plausible mistakes made in a content, one at a time, and who notices: checks, situations or proofs.

A mistake that nobody notices is a case to write. The cheapest is asked first: what the loader and the rules say anew;
then the situations that pass the place, by what they expect and by the invariants on their way (one broken there is one
that the proof of all ways breaks, too), and the exercises whose right way does, by where they and the card part; then
the proofs over the cards that hold the place; and last whether a situation shows anything else than what was last
accepted (`accepted`), which says that something has changed, not that it is wrong. An answer that no walk can take
leads nobody astray: mistakes there are not made. `today` is the day in Oslo.
"""

from __future__ import annotations

import multiprocessing
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from guide.checks.mutants.mutant import Ground, Mutant
from guide.checks.mutants.registry import mutants
from guide.checks.proofs.parts import laid_in, parts_of
from guide.checks.proofs.registry import PROOFS, Proof
from guide.checks.proofs.taken import ways_taken
from guide.checks.proofs.verdict import Broken
from guide.core.content import Content
from guide.core.exercise import Exercise
from guide.core.exercise_fit import fit
from guide.core.lay import LayError
from guide.core.step import StuckError
from guide.core.together import FOR_ALL
from guide.core.walk import WalkError
from guide.service.checking.accepted import mark
from guide.service.checking.checking import Report, check
from guide.service.checking.covering import walked_by
from guide.service.route import FactError
from guide.service.situations import Situation, walk
from guide.service.training.expecting import broken_rules, differences
from guide.service.walking_on import NoEndError, trail
from guide.store.sources import Sources

CHECK, SITUATION, PROOF, ACCEPTED, NOBODY = "check", "situasjon", "bevis", "godkjent", ""
QUICK: Final = ("P2", "P3", "P5", "P7", "P8", "P9")
"""Proofs that take less than a second or two a card."""
UNWALKABLE: Final = (NoEndError, FactError, LayError, StuckError, WalkError)


@dataclass(frozen=True, slots=True)
class Judged:
    """A mistake, who noticed first (empty for nobody), and by what: a code, a row, or a proof with its code."""

    mutant: Mutant
    by: str
    told: str = ""


@dataclass(frozen=True)
class Bench:
    """What mistakes are judged against: the content as it is, its findings, and who passes where."""

    sources: Sources
    today: date
    report: Report
    rows: tuple[Situation, ...]
    passing: Mapping[tuple[str, str], tuple[int, ...]]
    """(card, node) → the situations that pass it, by their number."""
    proofs: tuple[str, ...] = QUICK
    marks: Mapping[str, str] = field(default_factory=dict)
    """What each situation shows without the mistake; none where nothing has been accepted."""

    exercises: tuple[Exercise, ...] = ()
    """Those that fit the content as it is."""
    exercised: Mapping[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)
    """(card, node) → the exercises whose right way passes it, by their number."""

    known: dict[tuple[str, str], frozenset[tuple[str, str, str]]] = field(default_factory=dict)
    """What proofs say of the content as it is, by proof and what it is about, as they are asked."""

    def said(self, proof: Proof, about: str) -> frozenset[tuple[str, str, str]]:
        """What a proof says of the content as it is."""
        content, place = self.report.content, (f"{PROOFS.index(proof)}", about)
        if place not in self.known:
            there = about in proof.over(content)
            broken = proof.run(parts_of(content, about, proof.rests_on), about, self.today).broken if there else ()
            self.known[place] = frozenset(map(_key, broken))
        return self.known[place]

    @property
    def ground(self) -> Ground:
        """What mistakes are made in."""
        return Ground(self.report.content, self.report.spots)


def bench(
    sources: Sources,
    rows: Sequence[Situation],
    today: date,
    marks: Mapping[str, str],
    proofs: Sequence[str] = QUICK,
    exercises: Sequence[Exercise] = (),
) -> Bench:
    """Makes ready. Raises what a walk raises for a situation that does not fit the content as it is."""
    report = check(sources, today)
    passing: dict[tuple[str, str], dict[int, None]] = {}
    for number, row in enumerate(rows):
        guide, done = walk(report.content, row)
        places = done.laid.nodes
        for at, _ in trail(guide, done):
            passing.setdefault((places[at].card, places[at].node.id), {})[number] = None
    kept = {place: tuple(numbers) for place, numbers in passing.items()}
    fits = [one for one in (fit(report.content, exercise) for exercise in exercises) if one.whole]
    exercised: dict[tuple[str, str], dict[int, None]] = {}
    for number, one in enumerate(fits):
        for card, node, _ in walked_by(report.content, one):
            exercised.setdefault((card, node), {})[number] = None
    return Bench(
        sources,
        today,
        report,
        tuple(rows),
        kept,
        tuple(proofs),
        marks,
        tuple(one.exercise for one in fits),
        {place: tuple(numbers) for place, numbers in exercised.items()},
    )


def judge(bench: Bench, mutant: Mutant) -> Judged:
    """Who notices one mistake."""
    made = replace(bench.sources, data=mutant.made(bench.sources.data))
    report = check(made, bench.today)
    told = _checked(bench.report, report)
    if told:
        return Judged(mutant, CHECK, told)
    rows = [bench.rows[number] for number in _passing(bench, mutant)]
    for row in rows:
        told, by = _walked(report.content, row)
        if told:
            return Judged(mutant, by, told)
    told = next((one.id for one in _exercised(bench, mutant) if not fit(report.content, one).whole), "")
    if told:
        return Judged(mutant, SITUATION, told)
    for proof, about in _to_prove(report.content, mutant, bench.proofs):
        told = _proved(bench, report.content, proof, about)
        if told:
            return Judged(mutant, PROOF, told)
    changed = next((row.id for row in rows if _unlike(report.content, row, bench.marks)), "")
    if changed:
        return Judged(mutant, ACCEPTED, changed)
    return Judged(mutant, NOBODY)


def all_mutants(bench: Bench) -> tuple[Mutant, ...]:
    """Every mistake that can reach somebody, in the order of the files. Raises LayError."""
    content = bench.report.content
    taken = frozenset(way for card in content.cards for way in ways_taken(content, card))
    made = mutants(bench.ground)
    return tuple(one for one in made if not one.way or (one.card, one.node, one.way) in taken)


def judge_all(bench: Bench, wanted: Sequence[Mutant], jobs: int = 1) -> Iterator[Judged]:
    """Each of the mistakes judged, in their order. With `jobs` above 1 other processes judge as well."""
    if jobs < 2 or len(wanted) < 2:
        yield from (judge(bench, mutant) for mutant in wanted)
        return
    context = multiprocessing.get_context("spawn")
    sent = bench.sources, bench.rows, bench.today, bench.marks, bench.proofs, bench.exercises
    with ProcessPoolExecutor(min(jobs, len(wanted)), context, initializer=_begin, initargs=sent) as pool:
        yield from pool.map(_judge_here, wanted, chunksize=8)


_here: Bench | None = None
"""In a process of the pool: what mistakes are judged against."""


def _begin(
    sources: Sources,
    rows: tuple[Situation, ...],
    today: date,
    marks: Mapping[str, str],
    proofs: tuple[str, ...],
    exercises: tuple[Exercise, ...],
) -> None:
    global _here
    _here = bench(sources, rows, today, marks, proofs, exercises)


def _judge_here(mutant: Mutant) -> Judged:
    assert _here is not None  # noqa: S101  (the pool's own initializer has run)
    return judge(_here, mutant)


def _key(broken: Broken) -> tuple[str, str, str]:
    return broken.code, broken.node, broken.what


def _checked(before: Report, after: Report) -> str:
    """The code of a finding that was not there before; lines may have moved, so they are not compared."""

    def counted(report: Report) -> Counter[tuple[str, str, str]]:
        return Counter((finding.code, finding.file, finding.what) for finding in report.findings)

    new = counted(after) - counted(before)
    return min((code for code, _, _ in new), default="")


def _passing(bench: Bench, mutant: Mutant) -> Iterable[int]:
    """The situations that may see the mistake: those that pass the node; for contacts those of every pack."""
    if mutant.node:
        return bench.passing.get((mutant.card, mutant.node), ())
    near = [(row.pack, row.card.partition("/")[0], FOR_ALL) for row in bench.rows]
    return (n for n, row in enumerate(bench.rows) if mutant.pack in near[n] or "number" in str(row.data))


def _exercised(bench: Bench, mutant: Mutant) -> Iterable[Exercise]:
    """The exercises that may see the mistake: those that pass the node; for contacts those of every pack."""
    if mutant.node:
        return (bench.exercises[number] for number in bench.exercised.get((mutant.card, mutant.node), ()))
    return bench.exercises


def _walked(content: Content, row: Situation) -> tuple[str, str]:
    """What a situation notices, and as what: its expectations, or an invariant that breaks on its way."""
    try:
        guide, done = walk(content, row)
    except UNWALKABLE:
        return row.id, SITUATION
    if differences(guide, done, row):
        return row.id, SITUATION
    broken = broken_rules(guide, done)
    return (f"P4 {broken[0]}", PROOF) if broken else ("", "")


def _unlike(content: Content, row: Situation, marks: Mapping[str, str]) -> bool:
    """Whether a situation that can be walked shows anything else than what was accepted."""
    return row.id in marks and mark(*walk(content, row)) != marks[row.id]


def _to_prove(content: Content, mutant: Mutant, ids: Sequence[str]) -> Iterator[tuple[Proof, str]]:
    """The proofs, over the cards that hold the place, or over the pack of a contact."""
    for proof in PROOFS:
        if proof.id in ids:
            for about in proof.over(content):
                if about not in content.cards or not mutant.card or mutant.card in laid_in(content, about):
                    yield proof, about


def _proved(bench: Bench, content: Content, proof: Proof, about: str) -> str:
    """The first thing that a proof says of the mistaken content and not of the content as it is."""
    after = proof.run(parts_of(content, about, proof.rests_on), about, bench.today)
    if not after.broken:
        return ""
    old = bench.said(proof, about)
    new = [broken for broken in after.broken if _key(broken) not in old]
    return f"{proof.id} {new[0].code}" if new else ""
