"""What each fact may be, all facts in one number: a field of bits for each, a bit for each thing it may be.

A set of states is kept as what each fact may be by itself; which values go together is forgotten. So every real state
is in it, and perhaps more. Where that is not enough, a set is several such numbers (`boxes.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guide.checks.proofs.graph import Graph

Field = int
"""Bits: not asked; each value fresh; each value no longer fresh; in an alarm «as when it was opened», and the same but
no longer fresh."""


class Fields:
    """The layout for one graph, and what happens to a number in a walk."""

    def __init__(self, graph: Graph, facts: Iterable[str]) -> None:
        """`facts` are all that a node speaks of."""
        self.facts = tuple(facts)
        self.mask: dict[str, Field] = {}
        self.nothing: dict[str, Field] = {}
        self.keep: dict[str, Field] = {}
        self.keep_stale: dict[str, Field] = {}
        self.fresh: dict[str, dict[str, Field]] = {}
        self.stale: dict[str, dict[str, Field]] = {}
        self.all_known: dict[str, Field] = {}
        at = 0
        for fact in self.facts:
            values = graph.values[fact]
            count = len(values)
            self.mask[fact] = ((1 << (2 * count + 3)) - 1) << at
            self.nothing[fact] = 1 << at
            self.fresh[fact] = {value: 1 << (at + 1 + index) for index, value in enumerate(values)}
            self.stale[fact] = {value: 1 << (at + 1 + count + index) for index, value in enumerate(values)}
            self.keep[fact] = 1 << (at + 1 + 2 * count)
            self.keep_stale[fact] = 1 << (at + 2 + 2 * count)
            self.all_known[fact] = ((1 << (2 * count + 1)) - 1) << at
            at += 2 * count + 3
        self._renewing = self._moves(fact for fact in self.facts if fact not in graph.laid.lasting)
        self._asked = {
            name: [fact for fact in self.facts if fact in alarm.asks - graph.laid.lasting]
            for name, alarm in graph.laid.alarms.items()
        }
        self._opening = {name: self._moves(asked) for name, asked in self._asked.items()}
        self._moving = {fact: self._moves([fact]) for fact in self.facts}
        self._all_moving = self._moves(self.facts)
        self._ends: dict[Field, tuple[Field, Field, Field]] = {}

    def _moves(self, facts: Iterable[str]) -> tuple[tuple[int, Field], ...]:
        """(how far, which bits) moves what is fresh to what is no longer."""
        found: dict[int, Field] = {}
        for fact in facts:
            found[len(self.fresh[fact])] = found.get(len(self.fresh[fact]), 0) | sum(self.fresh[fact].values())
            found[1] = found.get(1, 0) | self.keep[fact]
        return tuple(found.items())

    def begun(self, known: Mapping[str, str]) -> Field:
        """At the start of a walk."""
        return sum(self.fresh[f][known[f]] if f in known else self.nothing[f] for f in self.facts)

    def entered(self, alarm: str) -> Field:
        """At the start of an alarm: everything as it was, but what the alarm asks is no longer fresh."""
        asked = self._asked[alarm]
        return sum(self.keep_stale[f] if f in asked else self.keep[f] for f in self.facts)

    def opened(self, held: Field, alarm: str) -> Field:
        """What a number becomes when an alarm is opened: for what the alarm sees of its caller."""
        return _moved(held, self._opening[alarm])

    def renewed(self, held: Field) -> Field:
        """In a new round."""
        return _moved(held, self._renewing)

    def learnt(self, held: Field, fact: str, value: str) -> Field:
        """After an answer or a tick."""
        return held & ~self.mask[fact] | self.fresh[fact][value]

    def left(self, opened: Field, inner: Field) -> Field:
        """After an alarm: its own answers, and where something is as it was, what its caller had."""
        parts = self._ends.get(inner)
        if parts is None:
            kept = sum(self.mask[fact] for fact in self.facts if inner & self.keep[fact])
            stale = sum(self.mask[fact] for fact in self.facts if inner & self.keep_stale[fact])
            marks = sum(self.keep[fact] | self.keep_stale[fact] for fact in self.facts)
            parts = self._ends[inner] = inner & ~marks, kept, stale
        own, kept, stale = parts
        return own | opened & kept | _moved(opened, self._all_moving) & stale

    def may_be(self, held: Field, fact: str, bits: Field, seen: Field) -> Field:
        """`held` where the fact is one of `bits`; 0 where it cannot be. `seen`: what an alarm's callers have."""
        field = held & self.mask[fact]
        found = field & bits
        if field & self.keep[fact] and seen & bits:
            found |= self.keep[fact]
        if field & self.keep_stale[fact] and self._staled(seen, fact) & bits:
            found |= self.keep_stale[fact]
        return held & ~self.mask[fact] | found if found else 0

    def _staled(self, held: Field, fact: str) -> Field:
        return _moved(held, self._moving[fact])


def _moved(held: Field, moves: Iterable[tuple[int, Field]]) -> Field:
    """Bits moved up; a fact with one value moves both its marks by one."""
    out = held
    for count, bits in moves:
        moving = held & bits
        out = (out ^ moving) | moving << count
    return out


def fields_of(graph: Graph) -> Fields:
    """The layout for every fact, also those that only a profile or a rule speaks of."""
    return Fields(graph, graph.values)
