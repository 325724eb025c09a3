"""How the proofs grow: with the nodes of a card full of merges, and with the facts that are alive at once.

`python tests/bench/bench_proofs.py`. The floor is one search of the same graph in plain Python, which knows no facts.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from guide.checks.proofs.parts import parts_of
from guide.checks.proofs.registry import PROOFS, Proof
from guide.core.content import Content
from guide.core.lay import lay
from tests.bench.made import Plain, plain
from tests.bench.made_proofs import CARD, PACK, provable
from tests.bench.measure import Row, interleaved, table

SIZES = {100: 7, 1_000: 5, 10_000: 3}
"""Nodes, and rounds at that size."""
ALIVE = (1, 2, 3, 4, 5, 6)
WITH_FACTS = 1_000
"""Nodes of the cards on which the facts grow."""
DAY = date(2026, 11, 25)
FLOOR = "ett grafsøk i ren Python"
FLAT = 2
"""The most that the time per node may grow from the middle size to the largest."""
NOTES = [
    "Kortene er laget for målingen: blokker der tre svar går hver sin vei og møtes igjen, så veiene er flere enn noen "
    "kan telle. Tida måles på {middle} og {large} noder; på {small} teller det som ikke er søk. Et bevis over hele "
    "innholdet er målt på det samme.",
    "Grafsøket ser hver node én gang og vet ikke hva som er svart. Bevisene ser hver node med hvert sett av svar som "
    "betyr noe videre.",
]


def search(graph: Plain, start: str) -> int:
    """The floor: every node that a line leads to, once."""
    seen, waiting = {start}, [start]
    while waiting:
        _, ways = graph.get(waiting.pop(), ("", {}))
        for target in ways.values():
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return len(seen)


def subjects(content: Content) -> Iterator[tuple[str, Callable[[], object]]]:
    """Each proof that has something to look at here, by a name that can be shown."""
    for proof in PROOFS:
        about = next((name for name in (CARD, PACK) if name in proof.over(content)), "")
        if about:
            name = proof.id if about == CARD else f"{proof.id} ({proof.says.split()[1]})"
            yield name, partial(_proved, proof, parts_of(content, about, proof.rests_on), about)


def _proved(proof: Proof, content: Content, about: str) -> None:
    verdict = proof.run(content, about, DAY)
    assert verdict.holds, verdict.broken[:1]
    assert verdict.states, proof.id


def measured(nodes: int, rounds: int, facts: int) -> tuple[dict[str, float], int]:
    """The median seconds of the floor and of each proof on one made card, and its number of nodes."""
    content = provable(nodes, facts)
    laid = lay(content, CARD)
    graph = plain(laid)
    works: dict[str, Callable[[], object]] = {FLOOR: partial(search, graph, laid.start)}
    works |= dict(subjects(content))
    return interleaved(works, rounds), len(laid.nodes)


def rows() -> tuple[list[Row], list[str]]:
    """What was measured as ratios, and notes for the reader."""
    small, middle, large = sorted(SIZES)
    times = {size: measured(size, rounds, facts=3) for size, rounds in SIZES.items()}
    by_node = {size: {name: taken / nodes for name, taken in found.items()} for size, (found, nodes) in times.items()}
    found = []
    for name in by_node[large]:
        per = {size: by_node[size][name] for size in SIZES}
        found.append(
            Row(f"{name}: tid per node, {large} noder", f"{middle} noder", per[large] / per[middle], most=FLAT)
        )
    for name in by_node[large]:
        if name != FLOOR:
            found.append(Row(f"{name}, {large} noder", FLOOR, by_node[large][name] / by_node[large][FLOOR]))
    alive = {facts: measured(WITH_FACTS, SIZES[middle], facts)[0] for facts in ALIVE}
    few, many = min(ALIVE), max(ALIVE)
    for name in alive[few]:
        if name != FLOOR:
            steps = [alive[after][name] / alive[before][name] for before, after in pairwise(ALIVE)]
            what = f"{name}, {WITH_FACTS} noder"
            found.append(Row(f"{what}: {many} fakta i live", f"{few} faktum", alive[many][name] / alive[few][name]))
            found.append(Row(f"{what}: ett faktum til i live", "uten det, der det øker mest", max(steps)))
    return found, [note.format(small=small, middle=middle, large=large) for note in NOTES]


if __name__ == "__main__":
    measured_rows, said = rows()
    print(table(measured_rows), *said, sep="\n")
