"""Questions that can come again in a round with another answer: what one variable a fact and round cannot say.

A fact is asked once in a round, but for two things: the value known is not offered at a later question, which is then
asked again; and a list of signs sets what had been answered at a question. Sound cards have neither.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.proofs.graph import BACK_TO_CALLER, Vertex
from guide.checks.proofs.rounds import Rounds
from guide.core.content import ASK


def asked_twice(rounds: Rounds) -> Iterator[Vertex]:
    """The nodes, in the order of the way."""
    profile = {pair for known in rounds.graph.profile for pair in known}
    for vertex in rounds.order:
        fact = vertex.place.fact
        if vertex.place.kind != ASK:
            if any(ticked in rounds.answer for ticked, _ in (vertex.ticks or ((),))[0]):
                yield vertex
            continue
        missing = {value for value in rounds.graph.values[fact] if vertex.leads(value) is None}
        others = [other for other in rounds.order if _gives(other, fact, missing)] if missing else ()
        if any((fact, value) in profile for value in missing) or any(_leads(rounds, one, vertex) for one in others):
            yield vertex


def _gives(vertex: Vertex, fact: str, values: set[str]) -> bool:
    """Whether a question of the fact offers one of these values."""
    return vertex.place.kind == ASK and vertex.place.fact == fact and any(v in values for v, _ in vertex.answers)


def _leads(rounds: Rounds, one: Vertex, other: Vertex) -> bool:
    """Whether a fact that is answered at one question can still be fresh at another."""
    graph, fact = rounds.graph, one.place.fact
    seen: set[int] = set()
    waiting = list(one.targets())
    while waiting:
        at = waiting.pop()
        if at == BACK_TO_CALLER:
            waiting += [v.index for v in rounds.order if v.stops and v.index not in seen]
            continue
        if at < 0 or at in seen or (graph.vertices[at].place.anew and fact not in rounds.lasting):
            continue
        seen.add(at)
        waiting += graph.vertices[at].targets()
        opened = graph.callable_from(graph.vertices[at])
        waiting += [to for name, to in opened if fact not in graph.laid.alarms[name].asks - rounds.lasting]
    return other.index in seen
