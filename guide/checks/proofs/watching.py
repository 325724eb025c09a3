"""What a search remembers beside the node and the facts: one number that a rule counts with."""

from __future__ import annotations

from collections.abc import Mapping

from guide.checks.proofs.graph import Vertex

Known = Mapping[str, str]
"""What is known of the watched facts; one that has not been asked is not in it."""


class Watcher:
    """Looks on while walks are searched; this one sees nothing wrong anywhere. `memory` is 0 at the beginning."""

    facts: tuple[str, ...] = ()
    """Facts that it speaks of: their values are kept apart, and `said` hears of them."""

    def same(self, fact: str, value: str) -> str:
        """A value of `fact` that stands for `value`, where the watcher tells the two apart nowhere."""
        return value

    def said(self, memory: int, fact: str, value: str, known: Known) -> int:
        """The memory after a question on one of `facts` was answered; `known` has the answer in it."""
        return memory

    def ticked(self, memory: int, known: Known) -> int:
        """The memory after signs were ticked that say something of one of `facts`."""
        return memory

    def arrived(self, memory: int, vertex: Vertex, known: Known) -> tuple[int, str]:
        """The memory at a stop where every walk waits, and what is wrong there (empty: nothing)."""
        return memory, ""

    def sleeps(self, memory: int, known: Known) -> bool:
        """Whether nothing can be wrong until a question on one of `facts` is answered, or signs are ticked."""
        return False

    def renewed(self, memory: int) -> int:
        """The memory when a new round begins."""
        return memory
