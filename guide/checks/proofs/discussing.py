"""P7: below a duty to report, ringing without a name is always within reach; where there is one, never in its place."""

from __future__ import annotations

import time
from collections import deque
from typing import Final

from guide.checks.proofs.fields import fields_of
from guide.checks.proofs.graph import Graph, Vertex, graph_of, is_outcome
from guide.checks.proofs.real import lines
from guide.checks.proofs.trying import NO_ALARM, try_all
from guide.checks.proofs.verdict import Broken, Verdict
from guide.checks.proofs.watching import Known, Watcher
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
    """Memory: 1 from an outcome that says «meld» until the report has been sent or a new round begins."""

    def arrived(self, memory: int, vertex: Vertex, known: Known) -> tuple[int, str]:
        """Wrong: to offer a talk without a name while the report is still to be sent."""
        node = vertex.place.node
        must = is_outcome(vertex) and node.report == "must"
        wrong = DISCUSSES in node.does and (must or bool(memory))
        if REPORTS in node.does:
            return 0, DISCUSSES if wrong else ""
        return int(must or bool(memory)), DISCUSSES if wrong else ""

    def renewed(self, memory: int) -> int:
        """A new round is a new assessment."""
        return 0


def prove_discussing(content: Content, card: str) -> Verdict:
    """The proof over every walk of one card. Raises LayError."""
    begin = time.perf_counter()
    graph = graph_of(lay(content, card), content.lists)
    tried = try_all(graph, fields_of(graph), InItsPlace, depth=NO_ALARM)
    broken = []
    for real in tried.broken:
        place = graph.vertices[real.end].place
        what = INSTEAD.format(node=place.node.text)
        broken.append(Broken("drofting-i-stedet", card, place.id, what, lines(content, graph, real)))
    if tried.undecided and not tried.broken:
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
