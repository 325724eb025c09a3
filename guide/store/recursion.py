"""Which cards are out of use: the broken ones, those that build on them, and those that would never end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.core.content import INCLUDE, Card
from guide.core.findings import Finding
from guide.store.sight import Sight, World
from guide.store.wording import Place, say


def out_of_use(world: World, broken: set[str], sights: Mapping[str, Sight]) -> tuple[set[str], list[Finding]]:
    """The cards that cannot be used, and a finding where a card builds on one of them."""
    found = []
    out = set(broken)
    for name in sorted(world.cards):
        wrong = [*_endless(world, name, sights[name]), *_unlike(world, name, sights[name])]
        found += wrong
        if wrong:
            out.add(name)
    told: set[tuple[str, str]] = set()
    while True:
        lost = out | world.broken_cards
        before = len(out)
        for name, card in world.cards.items():
            for other in _built_on(card):
                if other in lost and (name, other) not in told and other != name:
                    told.add((name, other))
                    found.append(say("kort-ute", sights[name].file, _place(card, sights[name], other), name=other))
                    out.add(name)
        if len(out) == before:
            return out, found


def _built_on(card: Card) -> list[str]:
    """The cards that a card lays in, alarms too, each once."""
    included = [node.text for node in card.nodes.values() if node.kind == INCLUDE]
    return list(dict.fromkeys([*included, *(name for name, _ in card.alarms)]))


def _place(card: Card, sight: Sight, other: str) -> Place:
    """Where a card lays another one in."""
    for node in card.nodes.values():
        if node.kind == INCLUDE and node.text == other:
            return sight.at("nodes", node.id, "include")
    return sight.key("alarms", other)


def _ways(world: World, start: str) -> Iterator[list[str]]:
    """A way from a card to each card that is laid in with it; alarms only count for the card that is walked."""
    ways = [[start, other] for other in _built_on(world.cards[start])]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        if way[-1] in seen or way[-1] not in world.cards:
            continue
        seen.add(way[-1])
        yield way
        nodes = world.cards[way[-1]].nodes.values()
        ways += [[*way, node.text] for node in nodes if node.kind == INCLUDE]


def _endless(world: World, name: str, sight: Sight) -> Iterator[Finding]:
    """A card that is laid in itself would never end."""
    for way in _ways(world, name):
        if way[-1] == name:
            place = _place(world.cards[name], sight, way[1])
            yield say("legger-inn-seg-selv", sight.file, place, way=" → ".join(way))


def _unlike(world: World, name: str, sight: Sight) -> Iterator[Finding]:
    """A fact that two cards declare for themselves, and that is not the same, cannot be asked once."""
    declared = {fact: (own, name) for fact, own in world.cards[name].facts.items()}
    told = set()
    for way in _ways(world, name):
        for fact, other in world.cards[way[-1]].facts.items():
            own, where = declared.setdefault(fact, (other, way[-1]))
            if own != other and fact not in told:
                told.add(fact)
                place = sight.key("facts", fact) if where == name else _place(world.cards[name], sight, way[1])
                yield say("faktum-ulikt", sight.file, place, name=fact, other=way[-1])
