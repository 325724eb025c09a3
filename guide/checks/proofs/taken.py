"""Which answers, turns and exits of a card some walk may take; what is not among them none does.

The search allows more than real walks do (`space.py`), so a way that it never takes leads nobody anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.proofs.fields import Field, fields_of
from guide.checks.proofs.graph import Graph, Vertex, graph_of
from guide.checks.proofs.space import Frame, Space, Spot
from guide.core.content import EXIT, INCLUDE, Content
from guide.core.lay import key_of, lay


class _Seeing(Space):
    """A search that remembers every way that it took."""

    def __init__(self, graph: Graph) -> None:
        self.taken: set[tuple[int, str]] = set()
        super().__init__(graph, fields_of(graph), depth=len(graph.alarms))

    def _lead(self, frame: Frame, vertex: Vertex, value: str, to: Spot, held: Field) -> None:
        self.taken.add((vertex.index, value))
        super()._lead(frame, vertex, value, to, held)


def ways_taken(content: Content, card: str) -> frozenset[tuple[str, str, str]]:
    """(card, node, answer key or exit) that a walk of `card` may take, alarms opened anywhere among them.

    Raises LayError.
    """
    graph = graph_of(lay(content, card), content.lists)
    taken = _Seeing(graph).taken
    found = set()
    for index, value in taken:
        found |= set(_named(graph, graph.vertices[index], value))
    return frozenset(found)


def _named(graph: Graph, vertex: Vertex, value: str) -> Iterator[tuple[str, str, str]]:
    place = vertex.place
    if place.kind == EXIT:
        holder = graph.laid.nodes.get(place.prefix.removesuffix("/"))
        if holder is not None and holder.kind == INCLUDE:
            yield holder.card, holder.node.id, place.node.text
    elif value:
        yield place.card, place.node.id, key_of(place, value)
