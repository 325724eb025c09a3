"""What a search backwards is looking for: where something is wrong, and what must have gone before for it to be so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from guide.checks.proofs.boxes import Box
from guide.checks.proofs.graph import Vertex

EVER: Final = 0
"""What is known leads to something wrong, whatever has happened before."""
STILL: Final = 1
"""It does where what a rule waits for has not happened yet (or, for some rules: has happened, and still counts)."""
Need = int
Needs = Iterable[tuple[Need, Box]]


class Watcher:
    """A property of walks, told backwards; this one finds nothing wrong anywhere.

    A walk has a memory of one bit beside what is known. `STILL` asks for it, `EVER` does not. Each method says of a
    box that leads to something wrong with STILL what had to hold a moment before; the answer or the ticks are in the
    box then, and stay in it.
    """

    facts: frozenset[str] = frozenset()
    """Facts whose answers the memory hears of."""
    begins = True
    """Whether the memory is so that STILL holds at the start of a walk."""

    def wrong(self, vertex: Vertex) -> Needs:
        """What is wrong at a node."""
        return ()

    def before_arrival(self, vertex: Vertex, box: Box) -> Needs:
        """Before a walk came to a stop where every walk waits."""
        return ((STILL, box),)

    def before_answer(self, fact: str, value: str, box: Box) -> Needs:
        """Before a question on one of `facts` was answered."""
        return ((STILL, box),)

    def before_ticks(self, box: Box) -> Needs:
        """Before signs were ticked that say something of one of `facts`."""
        return ((STILL, box),)

    def before_round(self) -> bool:
        """Whether STILL can outlast the beginning of a new round."""
        return True
