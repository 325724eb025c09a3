"""Decision diagrams over variables with a few values each: a set of a million states in a hundred nodes.

A diagram is a number. Equal functions have equal numbers, so that comparing is free. Terminals are small integers: sets
use NO and YES, other functions any from 0 up. A level that a diagram passes by does not matter to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

Level = int
Diagram = int


def terminal(value: int) -> Diagram:
    """The diagram that is `value` everywhere; `value` from 0."""
    return -1 - value


NO: Final[Diagram] = terminal(0)
YES: Final[Diagram] = terminal(1)


class Nodes:
    """The nodes of diagrams over some variables, each once; `sizes` gives how many values each level has."""

    def __init__(self, sizes: Sequence[int]) -> None:
        """No diagram but the terminals."""
        self.sizes = tuple(sizes)
        self._levels: list[Level] = []
        self._children: list[tuple[Diagram, ...]] = []
        self._unique: dict[tuple[Level, tuple[Diagram, ...]], Diagram] = {}
        self._last = len(self.sizes)

    def __len__(self) -> int:
        """How many nodes all diagrams have together."""
        return len(self._levels)

    def level(self, of: Diagram) -> Level:
        """The first level that matters, or the number of levels for a terminal."""
        return self._last if of < 0 else self._levels[of]

    def children(self, of: Diagram, level: Level) -> tuple[Diagram, ...]:
        """What is left for each value of `level`, which is the first that matters or one before it."""
        if of < 0 or self._levels[of] != level:
            return (of,) * self.sizes[level]
        return self._children[of]

    def node(self, level: Level, children: tuple[Diagram, ...]) -> Diagram:
        """The diagram that goes on as `children` say for each value of `level`."""
        first = children[0]
        if all(child == first for child in children):
            return first
        key = level, children
        found = self._unique.get(key)
        if found is None:
            found = self._unique[key] = len(self._levels)
            self._levels.append(level)
            self._children.append(children)
        return found

    def holds(self, of: Diagram, values: Sequence[int]) -> int:
        """The value of a diagram for one value of each level."""
        while of >= 0:
            of = self._children[of][values[self._levels[of]]]
        return -1 - of

    def some(self, of: Diagram) -> dict[Level, int]:
        """The values of one member of a set, those that matter. Raises ValueError where it is empty."""
        if of == NO:
            raise ValueError("empty")
        found = {}
        while of >= 0:
            value = next(i for i, child in enumerate(self._children[of]) if child != NO)
            found[self._levels[of]] = value
            of = self._children[of][value]
        return found

    def count(self, of: Diagram) -> int:
        """How many ways lead to a terminal that is not 0, each level that does not matter counted once."""
        counts: dict[Diagram, int] = {}

        def ways(node: Diagram) -> int:
            if node < 0:
                return int(node != NO)
            if node not in counts:
                counts[node] = sum(ways(child) for child in set(self._children[node]))
            return counts[node]

        return ways(of)

    def _both(self, operation: Callable[[Diagram, Diagram], Diagram], one: Diagram, other: Diagram) -> Diagram:
        level = min(self.level(one), self.level(other))
        pairs = zip(self.children(one, level), self.children(other, level), strict=True)
        return self.node(level, tuple(operation(a, b) for a, b in pairs))


class Diagrams(Nodes):
    """All diagrams over the same variables; `sizes` gives how many values each level has."""

    def __init__(self, sizes: Sequence[int]) -> None:
        """No diagram but the terminals."""
        super().__init__(sizes)
        self._unions: dict[tuple[Diagram, Diagram], Diagram] = {}
        self._meets: dict[tuple[Diagram, Diagram], Diagram] = {}
        self._mapped: dict[object, dict[Diagram, Diagram]] = {}
        self._mapped_at: dict[object, dict[tuple[Diagram, int], Diagram]] = {}
        self._cases: dict[tuple[Level, tuple[Diagram, ...]], Diagram] = {}

    # --- sets ----------------------------------------------------------------------------------------------------
    def where(self, allowed: Mapping[Level, Iterable[int]]) -> Diagram:
        """The set in which each level named has one of the values given for it."""
        found = YES
        for level in sorted(allowed, reverse=True):
            values = set(allowed[level])
            found = self.node(level, tuple(found if value in values else NO for value in range(self.sizes[level])))
        return found

    def union(self, one: Diagram, other: Diagram) -> Diagram:
        """In either set."""
        if other == NO or one in (other, YES):
            return one
        if one == NO or other == YES:
            return other
        key = (one, other) if one < other else (other, one)
        found = self._unions.get(key)
        if found is None:
            found = self._unions[key] = self._both(self.union, one, other)
        return found

    def meet(self, one: Diagram, other: Diagram) -> Diagram:
        """In both sets."""
        if other == YES or one in (other, NO):
            return one
        if one == YES or other == NO:
            return other
        key = (one, other) if one < other else (other, one)
        found = self._meets.get(key)
        if found is None:
            found = self._meets[key] = self._both(self.meet, one, other)
        return found

    def without(self, one: Diagram, other: Diagram) -> Diagram:
        """In the one set and not in the other."""
        return self.combined("without", lambda a, b: int(a and not b), one, other)

    # --- any function --------------------------------------------------------------------------------------------
    def combined(self, name: str, operation: Callable[[int, int], int], one: Diagram, other: Diagram) -> Diagram:
        """Pointwise; `name` stands for the operation in the memory of what was worked out."""
        memory = self._mapped.setdefault(("combined", name, one), {})
        found = memory.get(other)
        if found is None:
            if one < 0 and other < 0:
                found = terminal(operation(-1 - one, -1 - other))
            else:
                found = self._both(lambda a, b: self.combined(name, operation, a, b), one, other)
            memory[other] = found
        return found

    def case(self, level: Level, ways: tuple[Diagram, ...]) -> Diagram:
        """What `ways` say for each value of `level`, wherever that level lies among those that matter to them."""
        if all(way == ways[0] for way in ways) and self.level(ways[0]) > level:
            return ways[0]
        found = self._cases.get((level, ways))
        if found is None:
            first = min(self.level(way) for way in ways)
            if first >= level:
                children = tuple(self.children(way, level)[value] for value, way in enumerate(ways))
                found = self.node(level, children)
            else:
                split = zip(*(self.children(way, first) for way in ways), strict=True)
                found = self.node(first, tuple(self.case(level, below) for below in split))
            self._cases[level, ways] = found
        return found

    def restricted(self, of: Diagram, level: Level, value: int) -> Diagram:
        """What is left once `level` has this value; it no longer matters then."""
        if self.level(of) > level:
            return of
        if self._levels[of] == level:
            return self._children[of][value]
        memory = self._mapped.setdefault(("restricted", level, value), {})
        found = memory.get(of)
        if found is None:
            children = tuple(self.restricted(child, level, value) for child in self._children[of])
            found = memory[of] = self.node(self._levels[of], children)
        return found

    def freed(self, of: Diagram, levels: frozenset[Level]) -> Diagram:
        """The set of what has a member that differs at most at `levels`."""
        if of < 0 or not levels:
            return of
        memory = self._mapped.setdefault(("freed", levels), {})
        found = memory.get(of)
        if found is None:
            level = self._levels[of]
            went = [self.freed(child, levels) for child in self._children[of]]
            if level in levels:
                joined = went[0]
                for child in went[1:]:
                    joined = self.union(joined, child)
                went = [joined] * len(went)
            found = memory[of] = self.node(level, tuple(went))
        return found

    def mapped(self, of: Diagram, name: object, maps: Mapping[Level, Sequence[int]]) -> Diagram:
        """A set after each level's value `v` has become `maps[level][v]`; `name` stands for `maps` in the memory."""
        return self._map(of, 0, sorted(maps), maps, self._mapped_at.setdefault(name, {}))

    def _map(
        self,
        of: Diagram,
        at: int,
        levels: Sequence[Level],
        maps: Mapping[Level, Sequence[int]],
        memory: dict[tuple[Diagram, int], Diagram],
    ) -> Diagram:
        """From the level `levels[at]` on."""
        if of == NO or at == len(levels):
            return of
        found = memory.get((of, at))
        if found is None:
            level = min(self.level(of), levels[at])
            change = level == levels[at]
            went = [self._map(child, at + change, levels, maps, memory) for child in self.children(of, level)]
            if change:
                out = [NO] * len(went)
                for value, child in enumerate(went):
                    to = maps[level][value]
                    out[to] = self.union(out[to], child)
                went = out
            found = memory[of, at] = self.node(level, tuple(went))
        return found

    def blurred(self, of: Diagram, name: object, classes: Mapping[Level, Sequence[int]]) -> Diagram:
        """The smallest set that holds `of` and does not tell apart values of one class (`classes[level][value]`)."""
        if of < 0:
            return of
        memory = self._mapped.setdefault(name, {})
        found = memory.get(of)
        if found is None:
            level = self._levels[of]
            went = [self.blurred(child, name, classes) for child in self._children[of]]
            if level in classes:
                together: dict[int, Diagram] = {}
                for mark, child in zip(classes[level], went, strict=True):
                    together[mark] = self.union(together.get(mark, NO), child)
                went = [together[mark] for mark in classes[level]]
            found = memory[of] = self.node(level, tuple(went))
        return found
