"""What a search is made of: states, the way to each, and the frames that they stand in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

Apart = tuple[str, ...]
"""By fact that is kept apart: a value (or one that stands for it), NOT_ASKED_YET or ANYTHING."""
NOT_ASKED_YET, ANYTHING = "", "*"
Step = tuple[int, str]
"""A node, and what was taken there: an answer, ticks as `fact=value …`, or nothing."""


class State(NamedTuple):
    """A node (or BACK_TO_CALLER), the facts that are kept apart, a watcher's memory."""

    at: int
    apart: Apart
    memory: int


class Entry(NamedTuple):
    """An alarm with the facts kept apart and the memory that it is opened with, and how many are open then."""

    alarm: str
    apart: Apart
    memory: int
    depth: int


class TooLargeError(Exception):
    """More states than a search may have; the message names the facts that are kept apart."""


@dataclass(slots=True)
class Way:
    """How a state was first reached: from `before` by `step`, or from where an alarm was left (`through`).

    `cost` counts what a person does from the start of the frame.
    """

    before: State | None
    step: Step | None
    cost: int
    through: tuple[Frame, State] | None = None
    """An alarm's frame, and which of its results it was left by."""


@dataclass(slots=True)
class Frame:
    """The states of the card itself (no entry), or of an alarm entered in one way."""

    entry: Entry | None
    depth: int
    seen: int = 0
    """Of an alarm: what its callers may have."""
    held: dict[State, int] = field(default_factory=dict)
    """By state: what every fact may be (fields.py)."""
    ways: dict[State, Way] = field(default_factory=dict)
    results: dict[State, int] = field(default_factory=dict)
    """Of an alarm: the states that it leads out to, with what every fact may be then."""
    callers: dict[tuple[int, int], Caller] = field(default_factory=dict)
    """By frame and stop: where it is opened."""
    new_callers: set[tuple[int, int]] = field(default_factory=set)
    new_results: set[State] = field(default_factory=set)


class Caller(NamedTuple):
    """Where an alarm is opened: the first state there, and what every fact may be as it opens."""

    frame: Frame
    state: State
    opened: int


@dataclass(slots=True)
class Fault:
    """Something wrong at a state of a frame."""

    kind: str
    frame: Frame
    state: State
