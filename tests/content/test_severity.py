"""A more serious answer never gives lower urgency or a weaker report (sampled until it is proved).

Two walks that answer alike but for one ordered fact: the more serious one has no lower urgency at its first outcome and
no weaker report as the strongest of that round; and «vet ikke» is never less than «nei».
"""

from __future__ import annotations

import random

import pytest

from guide.core.advice import REPORT, URGENCY, rank
from guide.core.content import ASK, OUTCOME, SIGNS, Content
from guide.core.lay import Laid, lay
from guide.core.step import enter

CARDS = {
    "stange/barnehage": 1500,
    "stange/skole": 1500,
    "ringsaker/hvem": 1500,
    "felles/vold": 400,
    "felles/meldeplikt": 400,
    "felles/akutt": 100,
    "felles/henting": 100,
    "felles/selvmord": 100,
}
AGES = ("1", "5", "9", "12", "13", "15", "16", "17", "18", "vet_ikke")


def round_of(laid: Laid, answers: dict[str, str]) -> tuple[str, str, list[str]]:
    """Urgency of the first outcome, the strongest report of the first round, and the outcomes passed."""
    known = {**{f.id: f.default for f in laid.facts.values() if f.default}, **laid.init}
    known |= {f.id: answers[f.id] for f in laid.facts.values() if f.set_by == "profile" and f.id in answers}
    known |= laid.init
    fresh = frozenset(known)
    urgency, report, passed_outcomes, at = "", "", [], laid.start
    for _ in range(200):
        stop, fresh, passed = enter(laid, at, known, fresh)
        if any(laid.nodes[p].anew for p in passed):
            break
        place = laid.nodes[stop]
        if place.kind == ASK:
            known = {**known, place.fact: answers[place.fact]}
            fresh |= {place.fact}
            target = place.target(answers[place.fact])
            if target is None:
                break
            at = target
            continue
        if place.kind == SIGNS:
            signs = {f: answers[f] for f in ("tegn_vold", "tegn_selvskade")}
            known, fresh = {**known, **signs}, fresh | set(signs)
        if place.kind == OUTCOME:
            passed_outcomes.append(place.id)
            urgency = urgency or place.node.urgency
            report = max(report, place.node.report, key=lambda r: rank(REPORT, r))
        if not place.go:
            break
        at = place.go
    return urgency, report, passed_outcomes


def random_answers(laid: Laid, rng: random.Random) -> dict[str, str]:
    """A value for every fact; facts that open the serious tracks are often «nei», or nothing else would be reached."""
    answers = {}
    for fact in laid.facts.values():
        values = list(AGES) if fact.kind == "years" else [value for value, _ in fact.values]
        answers[fact.id] = values[rng.randrange(len(values))]
        if fact.order and rng.random() < 0.55:
            answers[fact.id] = fact.order[0][0]
    return answers


@pytest.mark.parametrize("name", list(CARDS))
def test_a_more_serious_answer_never_gives_less(shipped: Content, name: str) -> None:
    """For each sampled walk, every ordered fact is raised through all its levels."""
    laid, rng = lay(shipped, name), random.Random(name)
    ordered = [fact for fact in laid.facts.values() if fact.order]
    for _ in range(CARDS[name]):
        answers = random_answers(laid, rng)
        fact = ordered[rng.randrange(len(ordered))]
        before: tuple[str, str, list[str]] | None = None
        for value in (value for level in fact.order for value in level):
            found = round_of(laid, {**answers, fact.id: value})
            if before is not None:
                where = f"{fact.id}={value}: {before} → {found}; {answers}"
                assert rank(URGENCY, found[0]) >= rank(URGENCY, before[0]), where
                assert rank(REPORT, found[1]) >= rank(REPORT, before[1]), where
            before = found
