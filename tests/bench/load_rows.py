"""Loading as ratios against PyYAML's C loader, with what bench_load.py compares."""

from __future__ import annotations

from functools import partial

from tests.bench import bench_load
from tests.bench.measure import Row, interleaved

SIZES = {1_000: 7, 10_000: 3}
"""Nodes, and rounds at that size."""
GOAL = 0.35


def rows() -> tuple[list[Row], list[str]]:
    """What was measured as ratios, and notes for the reader."""
    found, per_node = [], {}
    for size, rounds in SIZES.items():
        sources = bench_load.made(size)
        works = {"yaml": bench_load.by_pyyaml, "read": bench_load.by_reader, "load": bench_load.by_load}
        times = interleaved({name: partial(work, sources) for name, work in works.items()}, rounds)
        per_node[size] = times["load"] / size
        goal = GOAL if size == max(SIZES) else 0
        found += [
            Row(f"Lesing med linjer, {size} noder", "PyYAML CSafeLoader", times["read"] / times["yaml"]),
            Row(f"Alt, med kontroll, {size} noder", "PyYAML CSafeLoader", times["load"] / times["yaml"], most=goal),
        ]
    small, large = min(SIZES), max(SIZES)
    grows = per_node[large] / per_node[small]
    found.append(Row(f"Tid per node, {large} noder", f"tid per node, {small} noder", grows))
    return found, ["«Alt» er lesing, form, oppbygging og kontroll av alle henvisninger, med linje for hver feil."]
