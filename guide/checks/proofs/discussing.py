"""P7: below a duty to report, ringing without a name is always within reach; where there is one, never in its place."""

from __future__ import annotations

import time
from collections import deque
from typing import Final

from guide.checks.proofs.boxes import Box, Boxes
from guide.checks.proofs.graph import Graph, Vertex, graph_of, is_outcome
from guide.checks.proofs.real import lines
from guide.checks.proofs.trying import NO_ALARM, Trying
from guide.checks.proofs.verdict import Broken, Verdict
from guide.checks.proofs.watching import EVER, STILL, Needs, Watcher
from guide.core.content import Content
from guide.core.lay import lay

DISCUSSES: Final = "discusses_without_name"
REPORTS: Final = "reports"
INSTEAD: Final = "Etter et råd om at du skal melde, tilbyr «{node}» å ringe uten navn før det er meldt."
OUT_OF_REACH: Final = "Fra rådet «{node}» er det ingen vei til å ringe barnevernet uten navn."
NOT_DECIDED: Final = (
    "Det er ikke bevist at drøfting aldri kommer i stedet for melding. Disse svarene må skilles: {facts}."
)


class InItsPlace(Watcher):
    """STILL: an outcome has said «meld», and since then the report has not been sent and no new round has begun."""

    begins = False

    def __init__(self, boxes: Boxes) -> None:
        """What is known does not matter."""
        self.boxes = boxes

    def wrong(self, vertex: Vertex) -> Needs:
        """Wrong: to offer a talk without a name while the report is still to be sent."""
        if vertex.waits and DISCUSSES in vertex.place.node.does:
            yield EVER if _must(vertex) else STILL, self.boxes.all

    def before_arrival(self, vertex: Vertex, box: Box) -> Needs:
        """Sending the report ends it, an outcome that says «meld» begins it."""
        if REPORTS not in vertex.place.node.does:
            yield EVER if _must(vertex) else STILL, box

    def before_round(self) -> bool:
        """A new round is a new assessment."""
        return False


def _must(vertex: Vertex) -> bool:
    return is_outcome(vertex) and vertex.place.node.report == "must"


def prove_discussing(content: Content, card: str) -> Verdict:
    """The proof over every walk of one card. Raises LayError."""
    begin = time.perf_counter()
    graph = graph_of(lay(content, card), content.lists)
    trying = Trying(graph, content.lists)
    tried = trying.all(InItsPlace(trying.boxes), NO_ALARM)
    broken = []
    for real in tried.broken:
        place = graph.vertices[real.end].place
        what = INSTEAD.format(node=place.node.text)
        broken.append(Broken("drofting-i-stedet", card, place.id, what, lines(content, graph, real)))
    if tried.undecided:
        facts = ", ".join(sorted(graph.laid.facts[fact].about or fact for fact in tried.facts))
        broken.append(Broken("drofting-ikke-bevist", card, "", NOT_DECIDED.format(facts=facts), severity="warning"))
    if graph.laid.card.serves:
        near = _within_reach(graph)
        for vertex in graph.vertices:
            node = vertex.place.node
            if is_outcome(vertex) and node.report != "must" and node.urgency != "now" and vertex.index not in near:
                what = OUT_OF_REACH.format(node=node.text)
                broken.append(Broken("drofting-utenfor-rekkevidde", card, vertex.place.id, what))
    return Verdict("P7", card, tried.states, time.perf_counter() - begin, tuple(broken))


def _within_reach(graph: Graph) -> set[int]:
    """Nodes from which a way, or an alarm that can be opened there, leads to a talk without a name."""
    into: dict[int, set[int]] = {}
    for vertex in graph.vertices:
        for to in (*vertex.targets(), *(at for _, at in graph.callable_from(vertex))):
            into.setdefault(to, set()).add(vertex.index)
    talks = [
        v.index
        for v in graph.vertices
        if DISCUSSES in v.place.node.does or (is_outcome(v) and v.place.node.report == "discuss")
    ]
    seen, todo = set(talks), deque(talks)
    while todo:
        for before in into.get(todo.popleft(), ()):
            if before not in seen:
                seen.add(before)
                todo.append(before)
    return seen
