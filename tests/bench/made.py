"""Made cards full of merges: the same graph laid by core and as a plain dict, from which any peer can be built.

A block is a question whose three answers lead to a task, to another task and to a shared card; the ways meet in a turn
on the same answer, which leads one, three or five blocks on. A route of such a card passes about a seventh of its
nodes, as routes of the shipped cards do. Facts come again after some blocks, so that known questions are skipped, and
one task in the middle begins a new round.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass

from guide.core.content import ASK, BY, EXIT, INCLUDE, OUTCOME, TASK, Card, Content, Fact, Node, Pack, Pairs
from guide.core.lay import Laid, lay
from guide.core.step import run

VALUES = ("ja", "nei", "vet_ikke")
JUMPS = (1, 3, 5)
FACTS = 7
"""Facts that the blocks ask in turn."""
ENDS = len(range(max(JUMPS)))
GO = "go"
"""The one way on from a node that asks nothing."""

Plain = dict[str, tuple[str, dict[str, str]]]
"""Node → (fact, {value: next}). A node that asks nothing has the fact `go` with the one value `go`. Ends are absent."""


@dataclass(frozen=True, slots=True)
class Made:
    """One made card. `routes` are sets of answers, with the value `go` for the fact `go`; `ends` is where they end."""

    laid: Laid
    start: str
    plain: Plain
    routes: tuple[dict[str, str], ...]
    ends: tuple[str, ...]
    passed: float
    """Nodes that a route passes, on average."""

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The ids of all ends."""
        return tuple(place.id for place in self.laid.nodes.values() if place.kind == OUTCOME)


def made(nodes: int = 150, routes: int = 40, seed: int = 1) -> Made:
    """A card of `nodes` laid-in nodes (a multiple of ten, 30 at least) and so many routes through it."""
    laid = lay(content(nodes), "p/laget")
    chance = random.Random(seed)
    facts = [place.fact for place in laid.nodes.values() if place.kind == ASK]
    answers = tuple({GO: GO, **{fact: chance.choice(VALUES) for fact in facts}} for _ in range(routes))
    found = [run(laid, given) for given in answers]
    length = sum(len(path) for _, path in found) / routes
    return Made(laid, laid.start, plain(laid), answers, tuple(end for end, _ in found), length)


def plain(laid: Laid) -> Plain:
    """The graph as a plain dict."""
    return {
        place.id: (place.fact, dict(place.edges)) if place.kind in (ASK, BY) else (GO, {GO: place.go})
        for place in laid.nodes.values()
        if place.kind != OUTCOME or place.go
    }


def walk_plain(graph: Plain, start: str, answers: Mapping[str, str]) -> str:
    """The floor: the least that any walk of a graph costs in Python."""
    at = start
    while at in graph:
        fact, ways = graph[at]
        at = ways[answers[fact]]
    return at


def content(nodes: int, facts: int = FACTS) -> Content:
    """The made card and the shared card that its blocks lay in; its blocks ask so many facts in turn."""
    blocks = nodes // 10 - 1
    own = [node for number in range(blocks) for node in _block(number, blocks, facts)]
    for number in range(ENDS):
        own.append(Node(f"siste-{number}", TASK, "Gjør det siste", go=f"slutt-{number}"))
        own.append(Node(f"slutt-{number}", OUTCOME, "Slutt", urgency="routine", report="not_now"))
    cards = (_card("p/laget", own), _card("felles/delt", _shared(), exits=("videre", "vent")))
    words: Pairs = tuple((value, value) for value in VALUES)
    known = [Fact(f"fakta_{number}", values=words) for number in range(facts)] + [Fact("delt", values=words)]
    return Content(
        packs={"p": Pack("p", "P", "municipality", "1")},
        cards={card.id: card for card in cards},
        facts={fact.id: fact for fact in known},
        services={},
        laws={},
        lists={},
        contacts={},
    )


def _card(name: str, nodes: list[Node], exits: tuple[str, ...] = ()) -> Card:
    return Card(name, name, "", nodes[0].id, {node.id: node for node in nodes}, exits=exits)


def _block(number: int, blocks: int, facts: int) -> list[Node]:
    """Five nodes of its own; the shared card brings five more."""
    name, fact = f"b{number}", f"fakta_{number % facts}"
    after = [number + jump for jump in JUMPS]
    on = [f"b{to}" if to < blocks else f"siste-{to - blocks}" for to in after]
    turn = f"{name}-sving"
    return [
        Node(name, ASK, "Hva ser du?", fact=fact, answers=_ways(f"{name}-a", f"{name}-b", f"{name}-del")),
        Node(f"{name}-a", TASK, "Gjør det ene", go=turn, anew=number == blocks // 2, loop=True),
        Node(f"{name}-b", TASK, "Gjør det andre", go=turn),
        Node(f"{name}-del", INCLUDE, "felles/delt", exits=(("videre", turn), ("vent", turn))),
        Node(turn, BY, "", fact=fact, answers=_ways(*on)),
    ]


def _shared() -> list[Node]:
    return [
        Node("s", ASK, "Har dere delt det?", fact="delt", answers=_ways("ut-videre", "t", "t")),
        Node("t", TASK, "Del det", go="u"),
        Node("u", TASK, "Skriv det ned", go="ut-vent"),
        Node("ut-videre", EXIT, "videre"),
        Node("ut-vent", EXIT, "vent"),
    ]


def _ways(*targets: str) -> Pairs:
    return tuple(zip(VALUES, targets, strict=True))
