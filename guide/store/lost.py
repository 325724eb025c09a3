"""What a card or a list builds on must be in use itself: the shared files, and the packs whose points it cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guide.core.content import ASK, BY, Card, SignList
from guide.core.findings import Finding
from guide.core.places import shared_file
from guide.store.sight import Sight, World
from guide.store.wording import say


def lost_for_card(card: Card, sight: Sight, world: World) -> Iterator[Finding]:
    """One finding for each broken file that the card builds on."""
    nodes = card.nodes.values()
    sources = [source for node in nodes for source in node.source] + [point.source for point in card.points]
    lost = set(_sources(sources, world))
    if "services" in world.broken_files and any(node.contact for node in nodes):
        lost.add(shared_file("services"))
    spoken = {node.fact for node in nodes if node.kind in (ASK, BY)} | {fact for fact, _ in card.sets}
    if "facts" in world.broken_files and not spoken <= card.facts.keys():
        lost.add(shared_file("facts"))
    if card.pack in world.broken_packs:
        lost.add(f"trees/{card.pack}/pack.yaml")
    elif card.pack not in world.packs:
        yield say("ukjent-pakke", sight.file, sight.at("card"), name=card.pack)
    for name in sorted(lost):
        yield say("fil-ute", sight.file, sight.at("card"), name=name)


def lost_for_list(found: SignList, sight: Sight, world: World) -> Iterator[Finding]:
    """One finding for each broken file that the list builds on."""
    lost = set(_sources([*found.source, *(sign.source for sign in found.signs)], world))
    if found.sets and "facts" in world.broken_files:
        lost.add(shared_file("facts"))
    for name in sorted(lost):
        yield say("fil-ute", sight.file, sight.at("list"), name=name)


def _sources(sources: Iterable[str], world: World) -> Iterator[str]:
    """The broken files that sources would stand in."""
    return (lost for source in sources if source and (lost := world.lost_for(source)))
