"""Medians of interleaved runs (A B C, A B C, …) as ratios: times drift with the machine, ratios hold.

What is timed is processor time, of this process or of those that it starts: on a machine shared with others, the clock
on the wall counts their work too, and more of it the longer a run takes.
"""

from __future__ import annotations

import gc
import resource
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Row:
    """One ratio. `most`: the goal is at most so many times `against`; `least`: at least. 0 where there is no goal."""

    what: str
    against: str
    ratio: float
    most: float = 0
    least: float = 0

    @property
    def goal(self) -> str:
        """The goal as a reader sees it."""
        if self.most:
            return f"høyst {number(self.most)} ganger"
        return f"minst {number(self.least)} ganger" if self.least else "–"

    @property
    def reached(self) -> str:
        """Whether it is reached, in a word."""
        if not (self.most or self.least):
            return "–"
        return "ja" if self.ratio >= self.least and (not self.most or self.ratio <= self.most) else "nei"


def of_children() -> float:
    """Seconds of processor time of all processes started and ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def interleaved(
    subjects: Mapping[str, Callable[[], object]], rounds: int = 15, clock: Callable[[], float] = time.process_time
) -> dict[str, float]:
    """The median seconds of each subject, one call each a round, after a first round that does not count."""
    times: dict[str, list[float]] = {name: [] for name in subjects}
    for turn in range(rounds + 1):
        for name, subject in subjects.items():
            gc.collect()  # nobody pays for what the one before has left
            begin = clock()
            subject()
            taken = clock() - begin
            if turn:
                times[name].append(taken)
    return {name: median(taken) for name, taken in times.items()}


def table(rows: list[Row]) -> str:
    """Rows as a Markdown table."""
    lines = ["| Hva | Målt mot | Forhold | Mål | Nådd |", "| --- | --- | --- | --- | --- |"]
    lines += [f"| {r.what} | {r.against} | {number(r.ratio)} | {r.goal} | {r.reached} |" for r in rows]
    return "\n".join(lines)


def number(value: float) -> str:
    """A ratio with as many decimals as mean something, with a decimal comma."""
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
