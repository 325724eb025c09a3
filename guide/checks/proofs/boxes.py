"""Sets of what is known on a walk, as boxes: for each fact what it may be, one fact whatever the other.

A box is a number of `fields.py` without the marks of alarms. A set of boxes is kept per node; what is put to it is
widened first by what lies there already, so that few wide boxes stand for many narrow ones. What no walk can have at
the node anyway (`reached`) counts as being in every box, for it says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from guide.checks.proofs.fields import Field, Fields
from guide.checks.proofs.graph import Graph
from guide.core.content import NOT_ASKED

Box = Field


class Boxes:
    """What is asked of boxes over the facts of one graph."""

    def __init__(self, graph: Graph, fields: Fields) -> None:
        """Prepares the masks."""
        self.fields = fields
        self.all: Box = sum(fields.all_known.values())
        """Everything is possible."""
        # the highest bit of each field is a mark of alarms, which no box has: it is lent to find an empty field
        self._lent = sum(fields.keep_stale.values())
        self._lowest = sum(fields.nothing.values())
        self._masks = [fields.all_known[fact] for fact in fields.facts for _ in range(fields.mask[fact].bit_count())]
        """By bit: all of what its fact may be."""
        self._renewing = self._undoing(fact for fact in fields.facts if fact not in graph.laid.lasting)
        self._opening = {
            name: self._undoing(fact for fact in fields.facts if fact in alarm.asks - graph.laid.lasting)
            for name, alarm in graph.laid.alarms.items()
        }

    def _undoing(self, facts: Iterable[str]) -> Callable[[Box], Box]:
        """What gives, for what is known after these facts were made no longer fresh, what may have been before."""
        fields, fresh, moves = self.fields, 0, dict[int, Field]()
        for fact in facts:
            fresh |= sum(fields.fresh[fact].values())
            count = len(fields.fresh[fact])
            moves[count] = moves.get(count, 0) | sum(fields.stale[fact].values())
        moving = tuple(moves.items())

        def before(box: Box) -> Box:
            out = box & ~fresh
            for count, bits in moving:
                out |= (box & bits) >> count
            return out

        return before

    def before_round(self, box: Box) -> Box:
        """What may be known before a new round begins; it may be nothing."""
        return self._renewing(box)

    def before_opening(self, box: Box, alarm: str) -> Box:
        """What may be known before an alarm is opened; it may be nothing."""
        return self._opening[alarm](box)

    def possible(self, box: Box, reached: Field) -> bool:
        """Whether some walk may have what is in the box, where `reached` is what every fact may be."""
        return (((box & reached) | self._lent) - self._lowest) & self._lent == self._lent

    def widened(self, box: Box, by: Box) -> Box:
        """The box with all of `by` that differs from it in one fact alone; both together are as large as before."""
        differs = box & ~by
        if not differs:
            return box
        mask = self._masks[(differs & -differs).bit_length() - 1]
        return box | by & mask if not differs & ~mask else box

    def valued(self, fact: str, values: Iterable[str]) -> Field:
        """The bits of a fact that has one of the values, fresh or not."""
        fresh, stale = self.fields.fresh[fact], self.fields.stale[fact]
        return sum(fresh[value] | stale[value] for value in set(values) if value in fresh)

    def counted(self, fact: str, values: Iterable[str]) -> Field:
        """The same for rules, to which `ikke_spurt` is also that nobody has asked."""
        named = set(values)
        return self.valued(fact, named) | (self.fields.nothing[fact] if NOT_ASKED in named else 0)

    def where(self, box: Box, fact: str, bits: Field) -> Box:
        """The part of a box in which a fact is one of `bits`; it may be nothing."""
        return box & (~self.fields.all_known[fact] | bits)

    def anything(self, box: Box, fact: str) -> Box:
        """The box with a fact that may be anything."""
        return box | self.fields.all_known[fact]

    def all_in(self, facts: Iterable[str]) -> Field:
        """All bits of these facts."""
        return sum(self.fields.all_known[fact] for fact in facts)

    def told_apart(self, boxes: Iterable[Box]) -> frozenset[str]:
        """The facts that some box does not leave open."""
        narrow = 0
        for box in boxes:
            narrow |= self.all & ~box
        return frozenset(fact for fact in self.fields.facts if narrow & self.fields.all_known[fact])
