"""The states that wait in a search, and whose turn it is."""

from __future__ import annotations

import heapq

from guide.checks.proofs.graph import Graph
from guide.checks.proofs.states import Frame, State


class Queue:
    """Whose turn it is: what leads on to most goes first, or what a person comes to with the fewest keys."""

    def __init__(self, graph: Graph, shortest: bool) -> None:
        self._heap: list[tuple[int, int, Frame, State]] = []
        self._waiting: set[tuple[int, State]] = set()
        self._count = 0
        self._turns = None if shortest else turns(graph)

    def __bool__(self) -> bool:
        return bool(self._heap)

    def put(self, frame: Frame, state: State) -> None:
        """Unless it waits already."""
        if (id(frame), state) not in self._waiting:
            self._waiting.add((id(frame), state))
            self._count += 1
            rank = frame.ways[state].cost if self._turns is None else self._turns[state.at % len(self._turns)]
            heapq.heappush(self._heap, (rank, self._count, frame, state))

    def next(self) -> tuple[Frame, State]:
        """The next one."""
        _, _, frame, state = heapq.heappop(self._heap)
        self._waiting.discard((id(frame), state))
        return frame, state


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
