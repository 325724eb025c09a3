"""One whole route of a made card of 150 nodes, in process: the floor, our engine, our walk and other engines.

`python tests/bench/bench_routes.py`; the peers come with `pip install .[bench]`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from guide.core.content import ASK, OUTCOME
from guide.core.step import run
from guide.core.walk import begin
from tests.bench.made import Made, made, walk_plain
from tests.bench.measure import Row, interleaved, number, table
from tests.bench.peers import peers

NODES = 150
NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
FLOOR, ENGINE, WALK = "oppslag i en ordbok", "motoren (step.run)", "vandringen (walk, trekk for trekk)"
ZEN = "zen-engine"
LEAST = {"transitions": 12, ZEN: 350, "SpiffWorkflow (BPMN)": 350}
"""How many times as fast as each peer the engine is to be; the others are shown without a goal."""
ABOUT_ZEN = (
    "Målet mot zen-engine kan ikke nås på dette kortet: selv oppslaget i en ordbok er bare {floor} ganger raskere. "
    "Noen av kallene til zen-engine venter flere millisekunder på en tråd; prosessortid teller ikke ventingen."
)
BATCH = {FLOOR: 40, ENGINE: 20, WALK: 4}
"""How often a round walks all routes, so that each batch takes some milliseconds; once for the peers."""

Walker = Callable[[Mapping[str, str]], str]


def by_walk(card: Made, answers: Mapping[str, str]) -> str:
    """A route as a person walks it: an immutable walk for each key pressed."""
    walk = begin(card.laid, {})
    while (place := walk.place).kind != OUTCOME:
        walk = walk.answer(answers[place.fact], NOON) if place.kind == ASK else walk.done(NOON)
    return walk.state.stop


def measure(rounds: int = 15) -> tuple[dict[str, float], list[str], Made]:
    """The median seconds of a route for each, the peers that are not installed, and the card that was walked."""
    card = made(NODES)
    others, missing = peers(card)
    walkers: dict[str, Walker] = {
        FLOOR: partial(walk_plain, card.plain, card.start),
        ENGINE: lambda answers: run(card.laid, answers)[0],
        WALK: partial(by_walk, card),
        **others,
    }
    for name, walker in walkers.items():
        found = tuple(walker(answers) for answers in card.routes)
        assert found == card.ends, name
    subjects = {name: partial(_all, walker, card, BATCH.get(name, 1)) for name, walker in walkers.items()}
    times = interleaved(subjects, rounds)
    routes = len(card.routes)
    return {name: taken / routes / BATCH.get(name, 1) for name, taken in times.items()}, missing, card


def _all(walker: Walker, card: Made, times: int) -> None:
    for _ in range(times):
        for answers in card.routes:
            walker(answers)


def rows(rounds: int = 15) -> tuple[list[Row], list[str]]:
    """What was measured as ratios, and notes for the reader."""
    times, missing, card = measure(rounds)
    found = [
        Row(f"En rute: {ENGINE}", FLOOR, times[ENGINE] / times[FLOOR], most=12),
        Row(f"En rute: {WALK}", FLOOR, times[WALK] / times[FLOOR]),
    ]
    own = (FLOOR, ENGINE, WALK)
    found += [
        Row("Så mange ganger raskere er motoren", name, taken / times[ENGINE], least=LEAST.get(name, 0))
        for name, taken in times.items()
        if name not in own
    ]
    notes = [
        f"Kortet er laget for målingen: {len(card.laid.nodes)} noder med mange sammenløp. En rute går innom "
        f"{card.passed:.0f} av dem i snitt, og {len(card.routes)} ruter er gått. Alle får de samme svarene og ender på "
        "samme sted; det er en del av målingen."
    ]
    if ZEN in times:
        notes.append(ABOUT_ZEN.format(floor=number(times[ZEN] / times[FLOOR])))
    notes += [f"{name} var ikke installert og er ikke målt." for name in missing]
    return found, notes


if __name__ == "__main__":
    measured, said = rows()
    print(table(measured), *said, sep="\n")
