"""The order in which a search takes up the nodes of a card."""

from __future__ import annotations

from guide.checks.proofs.graph import Graph


def turns(graph: Graph) -> list[int]:
    """By node: its turn. Alarms come first, and each node after those that lead to it, where there is no circle."""
    out: list[int] = []
    seen: set[int] = set()
    for root in (graph.start, *graph.alarms.values()):
        stack = [(root, iter(list(graph.vertices[root].targets())))]
        seen.add(root)
        while stack:
            alarm = graph.vertices[stack[-1][0]].alarm
            to = next((n for n in stack[-1][1] if n >= 0 and n not in seen and graph.vertices[n].alarm == alarm), None)
            if to is None:
                out.append(stack.pop()[0])
            else:
                seen.add(to)
                stack.append((to, iter(list(graph.vertices[to].targets()))))
    out += [vertex.index for vertex in graph.vertices if vertex.index not in seen]
    turn = [0] * len(graph.vertices)
    for place, index in enumerate(reversed(out)):
        turn[index] = place
    return turn
