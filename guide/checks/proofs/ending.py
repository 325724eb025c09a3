"""P1: every walk can end. No turn that leads nowhere, no node without a way to an end, no circle that is not marked."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable
from typing import Final

from guide.checks.proofs.boxes import Boxes
from guide.checks.proofs.graph import BACK_TO_CALLER, Graph, Vertex, graph_of, is_end
from guide.checks.proofs.real import lines
from guide.checks.proofs.trying import NO_ALARM, ONE_ALARM, Trying
from guide.checks.proofs.verdict import Broken, Verdict
from guide.checks.proofs.watching import EVER, Needs, Watcher
from guide.core.content import ALARM_MARK, BY, Content
from guide.core.lay import lay

STUCK: Final = "Vandringen under stopper ved «{node}»: ingen vei videre passer til svarene."
NOT_DECIDED: Final = {
    NO_ALARM: "Det er ikke bevist at alle svar har en vei videre. For mange svar må holdes fra hverandre: {facts}.",
    ONE_ALARM: (
        "Det er ikke bevist at alle svar har en vei videre når du åpner én alarm underveis. "
        "For mange svar må holdes fra hverandre: {facts}."
    ),
}
NO_END: Final = "Fra «{node}» finnes det ingen vei til en slutt."
CIRCLE: Final = "«{node}» er med i en ring som ikke går gjennom et steg merket «loop»."


def prove_ending(content: Content, card: str) -> Verdict:
    """The proof over every walk of one card, those on which one alarm is opened among them. Raises LayError."""
    begin = time.perf_counter()
    graph = graph_of(lay(content, card), content.lists)
    trying, states, broken = Trying(graph, content.lists), 0, list[Broken]()
    for alarms in (NO_ALARM, ONE_ALARM) if graph.alarms else (NO_ALARM,):
        tried = trying.all(Stuck(trying.boxes), alarms)
        states += tried.states
        for real in tried.broken:
            place = graph.vertices[real.end].place
            what = STUCK.format(node=place.node.text or place.id)
            broken.append(Broken("gaar-i-staa", card, place.id, what, lines(content, graph, real)))
        if tried.undecided:
            facts = ", ".join(sorted(graph.laid.facts[fact].about or fact for fact in tried.facts))
            what = NOT_DECIDED[alarms].format(facts=facts)
            broken.append(Broken("slutt-ikke-bevist", card, "", what, severity="warning"))
        if tried.broken:
            break
    broken += _named(graph, "ingen-slutt", NO_END, _without_end(graph))
    broken += _named(graph, "ring-uten-merke", CIRCLE, _circles(graph))
    return Verdict("P1", card, states, time.perf_counter() - begin, tuple(broken))


class Stuck(Watcher):
    """A turn on a fact that nobody has asked, or that has a value that leads nowhere."""

    def __init__(self, boxes: Boxes) -> None:
        """Any turn may be one."""
        self.boxes = boxes

    def wrong(self, vertex: Vertex) -> Needs:
        """At a turn: all that it does not read."""
        if vertex.place.kind == BY:
            read = self.boxes.valued(vertex.place.fact, (value for value, _ in vertex.answers))
            yield EVER, self.boxes.where(self.boxes.all, vertex.place.fact, ~read)


def _named(graph: Graph, code: str, what: str, nodes: Iterable[int]) -> list[Broken]:
    """One finding: the first of the nodes in the card's order; the others go when it is mended."""
    found = sorted(nodes)
    if not found:
        return []
    place = graph.vertices[found[0]].place
    return [Broken(code, graph.laid.card.id, place.id, what.format(node=place.node.text or place.id))]


def _reached(graph: Graph) -> set[int]:
    """Nodes that some way leads to, alarms among them."""
    seen = {graph.start, *graph.alarms.values()}
    todo = deque(seen)
    while todo:
        for to in graph.vertices[todo.popleft()].targets():
            if to >= 0 and to not in seen:
                seen.add(to)
                todo.append(to)
    return seen


def _without_end(graph: Graph) -> set[int]:
    """Nodes that are reached and from which no way leads to an end, or out of the alarm."""
    reached = _reached(graph)
    into: dict[int, list[int]] = {}
    good = deque[int]()
    for index in reached:
        vertex = graph.vertices[index]
        if is_end(vertex) or BACK_TO_CALLER in vertex.targets():
            good.append(index)
        for to in vertex.targets():
            into.setdefault(to, []).append(index)
    ends = set(good)
    while good:
        for before in into.get(good.popleft(), ()):
            if before not in ends:
                ends.add(before)
                good.append(before)
    return reached - ends


def _circles(graph: Graph) -> set[int]:
    """Nodes that are left when those that lead on to nothing left are taken away, again and again.

    What leads to a node marked `loop` does not count: there a circle may pass.
    """
    left = {
        index: {to for to in graph.vertices[index].targets() if to >= 0 and not graph.vertices[to].place.node.loop}
        for index in _reached(graph)
    }
    into: dict[int, set[int]] = {}
    for index, ways in left.items():
        for to in ways:
            into.setdefault(to, set()).add(index)
    todo = deque(index for index, ways in left.items() if not ways)
    while todo:
        done = todo.popleft()
        for before in into.get(done, ()):
            left[before].discard(done)
            if not left[before]:
                todo.append(before)
    circling = {index for index, ways in left.items() if ways}
    return {index for index in circling if not graph.vertices[index].place.id.startswith(ALARM_MARK)} or circling
