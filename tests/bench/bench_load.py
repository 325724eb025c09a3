"""How long content takes to load, beside PyYAML's C loader, in one run: `python tests/bench/bench_load.py [NODES …]`.

Made cards in the mix of the real ones (questions, turns, tasks, records, outcomes), first as one card with all the
nodes and the limits of size lifted (performance.md states its figures so), then as cards of 250 nodes a file. Compared:
`yaml.load(CSafeLoader)` (no lines, no checks, Norwegian words damaged), the strict reader alone (lines, all text), and
the whole load (reader, shapes, core objects, every reference checked). Medians of interleaved runs, in µs of CPU.
The garbage collector is as each does it: on for PyYAML, off inside the reader. `--gc-off` turns it off for all.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from guide.store.load import load_sources
from guide.store.sources import Sources, read_sources
from guide.store.yaml_reader import Limits, read

ROOT = Path(__file__).resolve().parents[2]
A_FILE = 250
UNLIMITED = Limits(size=10**9, events=10**9)

GROUP = """\
  sporsmal-{i}:
    point: "1"
    ask: Er barnet i fare nå, slik du ser det her og nå?
    fact: akutt_fare
    help: Liv eller helse står på spill, eller noen gjør barnet vondt nå.
    answers: {{ja: utfall-{i}, vet_ikke: utfall-{i}, nei: gjor-{i}}}
    source: ["felles:akutt"]
  gjor-{i}:
    point: "1"
    task: Del bekymringen med pedagogisk leder eller styrer
    does: [contacts_leader]
    contact: {{leder: Dere vurderer sammen}}
    do: [Fortell hva du har sett og hørt, Avtal hvem som gjør hva]
    dont: [Ikke vent til neste uke]
    deadlines: [{{id: deling, within: 3, unit: working_days, from: noter-{i}.dato}}]
    overdue: Fristen er ute. Del bekymringen nå.
    next: [Dere avgjør om dere går videre]
    go: noter-{i}
    source: ["felles:akutt", "lov:barnevernsloven-13-2"]
  noter-{i}:
    record: Når ble du bekymret?
    fields: [{{id: dato, kind: date, label: Dato, default: today}}, {{id: ord, kind: text, label: Hva barnet sa}}]
    go: vei-{i}
    source: ["felles:akutt"]
  vei-{i}: {{by: alder, answers: {{"0-11": utfall-{i}, "12-17": utfall-{i}, "18-": neste-{i}, vet_ikke: utfall-{i}}}}}
  neste-{i}: {{by: akutt_fare, answers: {{ja: utfall-{i}, vet_ikke: utfall-{i}, nei: sporsmal-{next}}}}}
  utfall-{i}:
    outcome: Meld til barnevernet i dag
    urgency: today
    report: must
    duties: [avert]
    guardians: not_before_advice
    contact: {{barnevern: De tar imot meldingen, politi: Når noe har skjedd}}
    do: [Ring barnevernet, "Si hva du har sett, hørt og gjort", Skriv ned hvem du snakket med]
    dont: [Ikke spør ut barnet, Ikke lov å tie]
    say: {{phone: [Jeg ringer fra en barnehage, Jeg er bekymret for et barn], child: [Takk for at du fortalte det]}}
    next: [Barnevernet går gjennom meldingen innen en uke, Du får svar innen tre uker]
    source: ["felles:akutt", "lov:barnevernsloven-13-2"]
"""
HEAD = """\
format: 1
card: felles/kort-{n}
title: Et kort som er laget for å måles
about: Brukes bare i målinger.
points: {{"1": {{title: Sett ord på bekymringen, source: "felles:akutt"}}}}
start: sporsmal-0
nodes:
"""


def made(nodes: int, a_file: int = A_FILE) -> Sources:
    """Files with about `nodes` nodes in all, and the shared files that they speak of."""
    shared = read_sources(ROOT).data
    data = {f"trees/felles/{name}.yaml": shared[f"trees/felles/{name}.yaml"] for name in ("facts", "services", "laws")}
    data["trees/felles/pack.yaml"] = shared["trees/felles/pack.yaml"] + b"points: {akutt: {title: Akutt, place: her}}\n"
    kinds = 6
    left, n = nodes // kinds, 0
    while left > 0:
        groups = min(left, a_file // kinds)
        body = [GROUP.format(i=i, next=(i + 1) % groups) for i in range(groups)]
        data[f"trees/felles/kort-{n}.yaml"] = (HEAD.format(n=n) + "".join(body)).encode()
        left -= groups
        n += 1
    return Sources(data, (), "0" * 64)


def cards_of(sources: Sources) -> dict[str, bytes]:
    """The made cards only."""
    return {name: data for name, data in sources.data.items() if "kort-" in name}


def by_pyyaml(sources: Sources) -> None:
    """PyYAML's C loader over the same files."""
    for data in sources.data.values():
        yaml.load(data, Loader=yaml.CSafeLoader)


def by_reader(sources: Sources) -> None:
    """The strict reader alone."""
    for name, data in sources.data.items():
        tree, found = read(data, name, UNLIMITED)
        assert tree is not None, found


def by_load(sources: Sources) -> None:
    """Everything, as staff and editors have it."""
    content = load_sources(sources, UNLIMITED)
    assert not content.findings, [str(finding) for finding in content.findings[:3]]
    assert len(content.cards) == len(cards_of(sources))


def timed(work: Callable[[Sources], None], sources: Sources) -> float:
    """CPU seconds that one run takes: others on the machine must not count."""
    gc.collect()
    start = time.process_time()
    work(sources)
    return time.process_time() - start


def main(arguments: list[str]) -> None:
    """Print a row for each size."""
    if "--gc-off" in arguments:
        arguments.remove("--gc-off")
        gc.disable()
    sizes = [int(argument) for argument in arguments] or [1_000, 10_000, 100_000]
    by_load(made(600))
    print("                     CSafeLoader   reader  ratio   load with checks  ratio   (µs of CPU a node, medians)")
    for size in sizes:
        row("one card", size, made(size, size))
        row("250 a file", size, made(size))


def row(name: str, size: int, sources: Sources) -> None:
    """Time one set of files, the three interleaved, and print it."""
    took: dict[str, list[float]] = {"yaml": [], "read": [], "load": []}
    for _ in range(max(1, min(9, 60_000 // size))):
        for key, work in (("yaml", by_pyyaml), ("read", by_reader), ("load", by_load)):
            took[key].append(timed(work, sources))
    base, reader, load = (statistics.median(took[key]) / size * 1e6 for key in ("yaml", "read", "load"))
    figures = f"{base:11.1f} {reader:8.1f}  {reader / base:5.2f} {load:18.1f}  {load / base:5.2f}"
    print(f"{size:>7} {name:<11} {figures}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
