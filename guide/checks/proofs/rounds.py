"""One round of a card: its graph cut where a new round begins, and the variables of decision diagrams over it.

A round begins where the card does, at a node marked `anew`, and where an alarm is opened. It ends where an `anew` node
is entered, where the walk ends, and where an alarm leads back. In between a card has no circles; one that has is a
finding.

A variable is what a fact is answered in this round, or was before where it need not be asked again (`answer`); what is
ticked at one list of signs (`ticked`); or what is known of a fact when a `by` reads it, which may be older (`known`,
with one value more: nothing is known). Facts that last have one value in the whole walk. The last levels (`fresh`) say
which facts need not be asked, for searches that look at it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Final

from guide.checks.proofs.diagrams import NO, Diagram, Diagrams, Level
from guide.checks.proofs.distance import within_reach
from guide.checks.proofs.graph import Graph, Vertex
from guide.core.content import ASK, BY, SIGNS

Ways = Callable[[int], Diagram]
"""The diagram of what lies behind an edge, by the node that it leads to."""
Watched = frozenset[str]
NONE: Final[Watched] = frozenset()


class Rounds:
    """The nodes of a round in the order of the way, and the variables."""

    def __init__(self, graph: Graph) -> None:
        """Orders the nodes; `circle` is one that a round could pass twice, None where there is none."""
        self.graph = graph
        self.lasting = graph.laid.lasting
        self.circle: int | None = None
        reached = {graph.number[name] for name in within_reach(graph.laid)}
        again = [v.index for v in graph.vertices if v.index in reached and v.place.anew]
        self.begins: tuple[int, ...] = tuple(dict.fromkeys((graph.start, *again, *graph.alarms.values())))
        self.order = self._ordered()
        self._make_variables()

    # --- the graph -----------------------------------------------------------------------------------------------
    def same_round(self, vertex: Vertex) -> Iterator[int]:
        """The nodes that it leads to without a new round."""
        yield from (to for to in vertex.targets() if to >= 0 and not self.graph.vertices[to].place.anew)

    def _ordered(self) -> list[Vertex]:
        """All nodes that a line leads to, each before those that it leads to in its round."""
        vertices = self.graph.vertices
        done: dict[int, bool] = {}
        out: list[Vertex] = []
        for root in reversed(self.begins):
            stack = [] if root in done else [(root, self.same_round(vertices[root]))]
            done.setdefault(root, False)
            while stack:
                index, ways = stack[-1]
                to = next(ways, None)
                if to is None:
                    done[index] = True
                    out.append(vertices[stack.pop()[0]])
                elif to not in done:
                    done[to] = False
                    stack.append((to, self.same_round(vertices[to])))
                elif not done[to]:
                    self.circle = to
        return out[::-1]

    # --- variables -----------------------------------------------------------------------------------------------
    def _make_variables(self) -> None:
        """Levels in the order in which the facts first matter."""
        self.answer: dict[str, Level] = {}
        self.ticked: dict[tuple[int, str], Level] = {}
        self.known: dict[str, Level] = {}
        values = self.graph.values
        older = {v.place.fact for v in self.order if v.place.kind == BY and self._may_be_older(v.place.fact)}
        sizes: list[int] = []

        def put(levels: dict[str, Level], fact: str, more: int = 0) -> None:
            if fact not in levels:
                levels[fact] = len(sizes)
                sizes.append(len(values[fact]) + more)

        for vertex in self.order:
            for fact, _ in vertex.ticks[0] if vertex.ticks else ():
                self.ticked[vertex.index, fact] = len(sizes)
                sizes.append(len(values[fact]))
                if fact in older:
                    put(self.known, fact, 1)
            fact = vertex.place.fact
            if vertex.place.kind == ASK or (vertex.place.kind == BY and fact not in older):
                put(self.answer, fact)
            if fact in older:
                put(self.known, fact, 1)
        self.fresh: dict[str, Level] = {fact: len(sizes) + number for number, fact in enumerate(self.answer)}
        self.diagrams = Diagrams((*sizes, *(2 for _ in self.fresh)))

    @cached_property
    def from_signs(self) -> frozenset[str]:
        """The facts that some list of signs sets."""
        return frozenset(fact for v in self.order if v.ticks for fact, _ in v.ticks[0])

    def _may_be_older(self, fact: str) -> bool:
        """Whether what a `by` reads may have been answered in an earlier round; ticks are read so, too."""
        return fact not in self.lasting or fact in self.from_signs

    def index(self, fact: str, value: str) -> int:
        """The number of a value; of whole years that of the range."""
        values = self.graph.values[fact]
        if value in values:
            return values.index(value)
        return max(i for i, first in enumerate(values) if first.isdigit() and int(first) <= int(value))

    def level_of(self, vertex: Vertex, fact: str) -> Level:
        """The variable of what a question or a list of signs says of a fact."""
        return self.ticked[vertex.index, fact] if vertex.place.kind == SIGNS else self.answer[fact]

    def held(self, facts: Iterable[tuple[str, str]]) -> dict[Level, int]:
        """The levels of facts that need not be asked."""
        return {self.answer[f]: self.index(f, value) for f, value in facts if f in self.answer}

    # --- backwards -----------------------------------------------------------------------------------------------
    def learned(self, of: Diagram, fact: str, value: int, watched: Watched = NONE) -> Diagram:
        """What `of` is before `fact` was answered; of the facts `watched` it is held whether they are fresh."""
        if fact in self.known:
            of = self.diagrams.restricted(of, self.known[fact], value)
        return self.diagrams.restricted(of, self.fresh[fact], 1) if fact in watched else of

    def before(self, vertex: Vertex, behind: Ways, nothing: Diagram = NO, watched: Watched = NONE) -> Diagram:
        """The diagram of a node from those behind its ways; `nothing` is that of answers that lead nowhere."""
        fact = vertex.place.fact
        if vertex.place.kind == SIGNS:
            ticks = frozenset(vertex.ticks)
            return self._signs(vertex, behind(vertex.go), [fact for fact, _ in vertex.ticks[0]], (), ticks, nothing)
        if vertex.place.kind not in (ASK, BY):
            return behind(vertex.go)
        asks = vertex.place.kind == ASK
        ways = []
        for index, value in enumerate(self.graph.values[fact]):
            to = vertex.leads(value)
            way = nothing if to is None else behind(to)
            ways.append(self.learned(way, fact, index, watched) if asks else way)
        if not asks and fact in self.known:
            return self.diagrams.case(self.known[fact], (*ways, nothing))
        return self.diagrams.case(self.answer[fact], tuple(ways))

    def _signs(
        self,
        vertex: Vertex,
        behind: Diagram,
        facts: list[str],
        chosen: tuple[tuple[str, str], ...],
        ticks: frozenset[tuple[tuple[str, str], ...]],
        nothing: Diagram,
    ) -> Diagram:
        """What is behind a list of signs, by what is ticked."""
        if not facts:
            return behind if chosen in ticks else nothing
        fact, *others = facts
        ways = []
        for index, value in enumerate(self.graph.values[fact]):
            known = self.learned(behind, fact, index)
            ways.append(self._signs(vertex, known, others, (*chosen, (fact, value)), ticks, nothing))
        return self.diagrams.case(self.ticked[vertex.index, fact], tuple(ways))
