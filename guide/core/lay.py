"""A card with the cards that it includes laid in, so that one graph is walked, searched and proved.

Ids in the graph are paths: `vold/hvem` is the node `hvem` of the card that the node `vold` includes, and
`!felles/akutt/art` the node `art` of an alarm. State is held by these ids, never by position.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from guide.core.content import ALARM_MARK, ASK, BACK, BY, EXIT, INCLUDE, Card, Content, Fact, Node

AgeRange = tuple[int, int, str]
OLDEST = 130


class LayError(Exception):
    """The card cannot be laid out (a broken reference). Loaded content has been checked, so this is our fault."""


@dataclass(slots=True, eq=False)
class Place:
    """A node at its place in the graph. `edges` and `go` are ids of the graph; `point` is the walked card's own."""

    id: str
    node: Node
    card: str
    kind: str
    fact: str
    edges: dict[str, str]
    ages: tuple[AgeRange, ...]
    go: str
    anew: bool
    point: str
    prefix: str

    def target(self, value: str) -> str | None:
        """Where `value` leads from an ask or a by, None where it is not offered here."""
        found = self.edges.get(value)
        if found is None and self.ages and value.isdigit():
            age = int(value)
            found = next((to for low, high, to in self.ages if low <= age <= high), None)
        return found


@dataclass(slots=True, eq=False)
class Alarm:
    """A way out that is open from everywhere: where it starts and what it asks (anew, each time)."""

    card: str
    start: str
    asks: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class Laid:
    """The graph of one card. `init` are the facts that the card sets, `lasting` those that no round forgets."""

    card: Card
    start: str
    nodes: dict[str, Place]
    facts: dict[str, Fact]
    alarms: dict[str, Alarm]
    init: dict[str, str]
    lasting: frozenset[str] = frozenset()
    cards: frozenset[str] = field(default_factory=frozenset)


def parse_range(text: str) -> tuple[int, int]:
    """`0-11`, `18-` or `7` as whole years from and to, both included. Raises ValueError."""
    low, dash, high = text.partition("-")
    first = int(low)
    return first, (int(high) if high else OLDEST) if dash else first


def lay(content: Content, card_id: str) -> Laid:
    """The graph of the card `card_id` of `content`. Raises LayError."""
    if card_id not in content.cards:
        raise LayError(card_id)
    return _Layer(content).lay(content.cards[card_id])


class _Layer:
    """Lays cards into one dict of places; one object a graph."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.nodes: dict[str, Place] = {}
        self.facts: dict[str, Fact] = dict(content.facts)
        self.cards: set[str] = set()

    def lay(self, card: Card) -> Laid:
        start = self.add(card, "", None, "", ())
        alarms: dict[str, Alarm] = {}
        for name, exits in card.alarms:
            prefix = f"{ALARM_MARK}{name}/"
            first = self.add(self.content.cards[name], prefix, dict(exits), "", (card.id,))
            asks = frozenset(p.fact for i, p in self.nodes.items() if i.startswith(prefix) and p.kind == ASK)
            alarms[name] = Alarm(name, first, asks)
        self._check_targets()
        lasting = frozenset(f for f, fact in self.facts.items() if fact.lasting)
        return Laid(card, start, self.nodes, self.facts, alarms, dict(card.sets), lasting, frozenset(self.cards))

    def add(self, card: Card, prefix: str, exits: Mapping[str, str] | None, point: str, above: tuple[str, ...]) -> str:
        """Lays `card` in under `prefix`; `exits` maps its exits to ids of the graph. Returns where it starts."""
        if card.id in above:
            raise LayError(" > ".join((*above, card.id)))
        self.cards.add(card.id)
        for name, fact in card.facts.items():
            if self.facts.setdefault(name, fact) != fact:
                raise LayError(f"{card.id}: {name}")
        at: Callable[[str], str] = lambda target: target and prefix + target  # noqa: E731
        for node in card.nodes.values():
            place = self._place(node, card, prefix, at, point)
            self.nodes[place.id] = place
            if node.kind == INCLUDE:
                ways = {name: at(to) for name, to in node.exits}
                inner = self.content.cards[node.text]
                place.go = self.add(inner, place.id + "/", ways, place.point, (*above, card.id))
            elif node.kind == EXIT:
                place.go = at(node.go) if exits is None else exits[node.text]
        return at(card.start)

    def _place(self, node: Node, card: Card, prefix: str, at: Callable[[str], str], point: str) -> Place:
        edges: dict[str, str] = {}
        ages: list[AgeRange] = []
        years = node.kind in (ASK, BY) and self.facts[node.fact].kind == "years"
        for value, to in node.answers:
            if years and value[0].isdigit():
                ages.append((*parse_range(value), at(to)))
            else:
                edges[value] = at(to)
        return Place(
            id=prefix + node.id,
            node=node,
            card=card.id,
            kind=node.kind,
            fact=node.fact,
            edges=edges,
            ages=tuple(ages),
            go=at(node.go),
            anew=node.anew,
            point=point or node.point,
            prefix=prefix,
        )

    def _check_targets(self) -> None:
        lost = {to for place in self.nodes.values() for to in targets(place)} - self.nodes.keys() - {BACK}
        if lost:
            raise LayError(", ".join(sorted(lost)))


def targets(place: Place) -> tuple[str, ...]:
    """Every id that `place` can lead to, `back` among them."""
    ways = (*place.edges.values(), *(to for _, _, to in place.ages), place.go)
    return tuple(to for to in ways if to)
