"""A property over all walks of a card: everything that leads to where it fails, and for what fails a walk.

Three things can come out: it holds; here are walks that break it, walked as a person walks them; or the search became
too large, and nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from guide.checks.proofs.backwards import IN_TURN, NO_ALARM, ONE_ALARM, Backwards, Ground, TooLargeError
from guide.checks.proofs.boxes import Boxes
from guide.checks.proofs.fields import Field, fields_of
from guide.checks.proofs.forwards import Forwards
from guide.checks.proofs.graph import Graph
from guide.checks.proofs.real import Real, walked
from guide.checks.proofs.space import Space
from guide.checks.proofs.watching import Watcher
from guide.core.content import SignList
from guide.core.step import StuckError
from guide.core.walk import WalkError

__all__ = ["IN_TURN", "NO_ALARM", "ONE_ALARM", "Tried", "Trying"]
MOST_WALKS: Final = 3
"""Of the nodes where a property fails, how many are shown with a walk."""
BOXES_A_NODE: Final = 100
"""For each node of a card, as many boxes in one search; above it, too many answers must be kept apart."""
LEAST_NODES: Final = 1_000
"""A smaller card may have as many boxes as one of this size."""


@dataclass(slots=True)
class Tried:
    """What came of it. `undecided`: nothing is claimed; `facts` are those that had to be kept apart."""

    states: int = 0
    broken: list[Real] = field(default_factory=list)
    undecided: bool = False
    facts: frozenset[str] = frozenset()


class Trying:
    """Searches over one card; what they share is worked out once."""

    def __init__(self, graph: Graph, lists: Mapping[str, SignList]) -> None:
        """`lists` are those of the card's content."""
        self.graph, self.lists = graph, lists
        self.boxes = Boxes(graph, fields_of(graph))
        self.most = BOXES_A_NODE * max(LEAST_NODES, len(graph.vertices))
        self._grounds: dict[int, Ground] = {}

    def all(self, watcher: Watcher, alarms: int) -> Tried:
        """Every walk with so many alarms: NO_ALARM, at most ONE_ALARM, or any number of them IN_TURN."""
        ground = self._ground(alarms)
        try:
            search = Backwards(ground, watcher, self.most)
        except TooLargeError as error:
            return Tried(self.most, undecided=True, facts=self.boxes.told_apart(error.args[0]))
        if not search.begins:
            return Tried(search.states)
        with suppress(TooLargeError):  # its walks are shorter
            search = Backwards(ground, watcher, self.most, nearest=True)
        real = [real for real in Forwards(search).walks(MOST_WALKS) if self._can_be_walked(real)]
        return Tried(search.states, real, not real, self.boxes.told_apart(search.at_start()))

    def _can_be_walked(self, real: Real) -> bool:
        """Whether the walk's own step function comes by these moves to these stops."""
        stops = [self.graph.vertices[index].place.id for index, _ in real.moves]
        end = self.graph.vertices[real.end].place
        came: list[str] = []
        try:
            came += (walk.place.id for walk, _, _ in walked(self.graph, self.lists, real))
        except StuckError as error:
            return came == stops and str(error).startswith(f"{end.id}: ")
        except WalkError:
            return False
        return came == [*stops, end.id]

    def _ground(self, alarms: int) -> Ground:
        if alarms not in self._grounds:
            after = self._reached_with_alarms if alarms else self._reached
            self._grounds[alarms] = Ground(self.graph, self.boxes, (self._reached, after), alarms)
        return self._grounds[alarms]

    @cached_property
    def _reached(self) -> list[Field]:
        return Space(self.graph, self.boxes.fields, 0).reached()

    @cached_property
    def _reached_with_alarms(self) -> list[Field]:
        return Space(self.graph, self.boxes.fields, 1).reached()
