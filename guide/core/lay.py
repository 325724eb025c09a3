"""A card with the cards that it includes laid in, so that one graph is walked, searched and proved.

Ids in the graph are paths: `vold/hvem` is the node `hvem` of the card that the node `vold` includes, and
`!felles/akutt/art` the node `art` of an alarm. State is held by these ids, never by position.
"""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping
from functools import partial
from typing import Any

from guide.core.content import ALARM_MARK, ASK, BACK, BY, EXIT, INCLUDE, Card, Content, Fact, Node

AgeRange = tuple[int, int, str]
OLDEST = 130


class LayError(Exception):
    """The card cannot be laid out (a broken reference). Loaded content has been checked, so this is our fault."""


class Place:
    """A node at its place in the graph. `edges` and `go` are ids of the graph; `point` is the walked card's own."""

    __slots__ = ("ages", "anew", "card", "edges", "fact", "go", "id", "kind", "node", "point", "prefix")

    def __init__(
        self, node: Node, card: str, prefix: str, edges: dict[str, str], ages: tuple[AgeRange, ...], go: str, point: str
    ) -> None:
        self.id = prefix + node.id
        self.node, self.card, self.prefix = node, card, prefix
        self.kind, self.fact, self.anew = node.kind, node.fact, node.anew
        self.edges, self.ages, self.go = edges, ages, go
        self.point = point or node.point

    def target(self, value: str) -> str | None:
        """Where `value` leads from an ask or a by, None where it is not offered here."""
        found = self.edges.get(value)
        if found is None and self.ages and value.isdigit():
            age = int(value)
            found = next((to for low, high, to in self.ages if low <= age <= high), None)
        return found


class Alarm:
    """A way out that is open from everywhere: where it starts and what it asks (anew, each time)."""

    __slots__ = ("asks", "card", "start")

    def __init__(self, card: str, start: str, asks: frozenset[str] = frozenset()) -> None:
        self.card, self.start, self.asks = card, start, asks


class Nodes(dict[str, Place]):
    """Places by id. What a card includes, and what its alarms open, is laid when somebody first goes there.

    Until then the way in is known by its prefix: `nodes["vold/"]` is the place where the card at `vold` starts. Who
    asks for all of them, or how many, or whether one is there, gets them all laid first.
    """

    def __init__(self) -> None:
        super().__init__()
        self.doors: dict[str, Callable[[], str]] = {}
        """What lays the part with this prefix, and returns the id where it starts."""

    def __missing__(self, id: str) -> Place:
        door = next((prefix for prefix in self.doors if id.startswith(prefix)), None)
        if door is None:
            raise KeyError(id)
        start = self.doors.pop(door)()
        return self[start if id == door else id]

    def whole(self) -> Nodes:
        """Lays all that is left."""
        while self.doors:
            self.doors.pop(next(iter(self.doors)))()
        return self

    def laid(self) -> ItemsView[str, Place]:
        """Those that are laid already."""
        return super().items()

    def __len__(self) -> int:
        return dict.__len__(self.whole())

    def __iter__(self) -> Iterator[str]:
        return dict.__iter__(self.whole())

    def __contains__(self, id: object) -> bool:
        return dict.__contains__(self.whole(), id)

    def get(self, id: str, default: Any = None) -> Any:
        """The place `id`, or `default`."""
        return dict.get(self.whole(), id, default)

    def keys(self) -> Any:
        """All ids."""
        return dict.keys(self.whole())

    def values(self) -> Any:
        """All places."""
        return dict.values(self.whole())

    def items(self) -> Any:
        """All places with their ids."""
        return dict.items(self.whole())


class Alarms(Mapping[str, Alarm]):
    """Alarms by the name of their card; each is laid when it is asked for."""

    def __init__(self, make: dict[str, Callable[[], Alarm]]) -> None:
        self._make = make
        self._made: dict[str, Alarm] = {}

    def __getitem__(self, name: str) -> Alarm:
        if name not in self._made:
            self._made[name] = self._make[name]()
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._make

    def __iter__(self) -> Iterator[str]:
        return iter(self._make)

    def __len__(self) -> int:
        return len(self._make)


class Laid:
    """The graph of one card. `init` are the facts that the card sets, `lasting` those that no round forgets."""

    __slots__ = ("_cards", "_facts", "alarms", "card", "init", "lasting", "nodes", "start", "usual")

    def __init__(self, card: Card, nodes: Nodes, facts: Mapping[str, Fact]) -> None:
        self.card, self.nodes, self.start = card, nodes, card.start
        self.alarms: Mapping[str, Alarm] = {}
        self.init = dict(card.sets)
        self.usual = tuple({**card.facts, **facts}.values())
        """The facts that a walk may begin with: those of all cards, and the card's own."""
        self.lasting = frozenset(name for name, fact in facts.items() if fact.lasting)
        self._facts, self._cards = dict(facts), {card.id: card}

    @property
    def facts(self) -> dict[str, Fact]:
        """Every fact that the graph speaks of."""
        self.nodes.whole()
        return self._facts

    @property
    def cards(self) -> frozenset[str]:
        """Every card that is laid in."""
        self.nodes.whole()
        return frozenset(self._cards)

    def fact(self, name: str) -> Fact:
        """The fact that a place speaks of."""
        return self._facts[name]

    def know(self, card: Card) -> None:
        """Takes in a card with the facts that it declares. Raises LayError where another declares them otherwise."""
        self._cards[card.id] = card
        for name, fact in card.facts.items():
            if self._facts.setdefault(name, fact) != fact:
                raise LayError(f"{card.id}: {name}")
        self.lasting |= {name for name, fact in card.facts.items() if fact.lasting}


def key_of(place: Place, value: str) -> str:
    """The key of the card's `answers` that `value` falls under: itself, or the range of ages; empty where none does."""
    keys = [key for key, _ in place.node.answers]
    if value in keys or not value.isdigit():
        return value
    ranges = ((key, parse_range(key)) for key in keys if key[0].isdigit())
    return next((key for key, (low, high) in ranges if low <= int(value) <= high), "")


def parse_range(text: str) -> tuple[int, int]:
    """`0-11`, `18-` or `7` as whole years from and to, both included. Raises ValueError."""
    low, dash, high = text.partition("-")
    first = int(low)
    return first, (int(high) if high else OLDEST) if dash else first


def lay(content: Content, card_id: str, at_once: bool = True) -> Laid:
    """The graph of the card `card_id` of `content`. Raises LayError.

    Without `at_once`, what the card includes and its alarms are laid when somebody first goes there, and a LayError
    of theirs comes then. All that a walk sees is the same.
    """
    if card_id not in content.cards:
        raise LayError(card_id)
    layer = _Layer(content, content.cards[card_id])
    if at_once:
        layer.whole()
    return layer.laid


class _Layer:
    """Lays cards into one dict of places; one object a graph."""

    def __init__(self, content: Content, card: Card) -> None:
        self.content = content
        self.nodes = Nodes()
        self.laid = Laid(card, self.nodes, content.facts)
        self._add(card, "", None, "", ())
        self.laid.alarms = Alarms({name: partial(self._alarm, name, dict(exits)) for name, exits in card.alarms})
        for name in self.laid.alarms:
            self.nodes.doors[f"{ALARM_MARK}{name}/"] = partial(self._start, name)

    def whole(self) -> None:
        """Lays all that is left, and looks that every way leads somewhere."""
        lost = {to for place in self.nodes.values() for to in targets(place)} - self.nodes.keys() - {BACK}
        if lost:
            raise LayError(", ".join(sorted(lost)))

    def _start(self, name: str) -> str:
        return self.laid.alarms[name].start

    def _alarm(self, name: str, exits: dict[str, str]) -> Alarm:
        prefix = f"{ALARM_MARK}{name}/"
        self.nodes.doors.pop(prefix, None)
        start = self._add(self._card(name), prefix, exits, "", (self.laid.card.id,))
        # what it asks must be known before it is opened, and what it includes asks as well
        while door := next((door for door in self.nodes.doors if door.startswith(prefix)), ""):
            self.nodes.doors.pop(door)()
        asks = frozenset(p.fact for i, p in self.nodes.laid() if i.startswith(prefix) and p.kind == ASK)
        return Alarm(name, start, asks)

    def _card(self, name: str) -> Card:
        card = self.content.cards.get(name)
        if card is None:
            raise LayError(name)
        return card

    def _add(self, card: Card, prefix: str, exits: Mapping[str, str] | None, point: str, above: tuple[str, ...]) -> str:
        """Lays `card` in under `prefix`; `exits` maps its exits to ids of the graph. Returns where it starts."""
        if card.id in above:
            raise LayError(" > ".join((*above, card.id)))
        self.laid.know(card)
        at: Callable[[str], str] = lambda target: target and prefix + target  # noqa: E731
        for node in card.nodes.values():
            place = self._place(node, card, prefix, at, point)
            self.nodes[place.id] = place
            if node.kind == INCLUDE:
                place.go = place.id + "/"  # the door; the start itself once it is laid
                self.nodes.doors[place.go] = partial(self._include, place, at, (*above, card.id))
            elif node.kind == EXIT:
                place.go = at(node.go) if exits is None else exits[node.text]
        return at(card.start)

    def _include(self, place: Place, at: Callable[[str], str], above: tuple[str, ...]) -> str:
        ways = {name: at(to) for name, to in place.node.exits}
        place.go = self._add(self._card(place.node.text), place.id + "/", ways, place.point, above)
        return place.go

    def _place(self, node: Node, card: Card, prefix: str, at: Callable[[str], str], point: str) -> Place:
        edges: dict[str, str] = {}
        ages: list[AgeRange] = []
        years = node.kind in (ASK, BY) and self.laid.fact(node.fact).kind == "years"
        for value, to in node.answers:
            if years and value[0].isdigit():
                ages.append((*parse_range(value), at(to)))
            else:
                edges[value] = at(to)
        return Place(node, card.id, prefix, edges, tuple(ages), at(node.go), point)


def targets(place: Place) -> tuple[str, ...]:
    """Every id that `place` can lead to, `back` among them."""
    ways = (*place.edges.values(), *(to for _, _, to in place.ages), place.go)
    return tuple(to for to in ways if to)
