"""Mistakes in where an answer or a step leads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guide.checks.mutants.mutant import Edit, Ground, Mutant
from guide.core.content import ASK, BY, INCLUDE, OUTCOME, TASK, Card, Node
from guide.core.places import card_file

ELSEWHERE: Final = "svar-flyttet"
LIKE_NO: Final = "vet-ikke-som-nei"
DROPPED: Final = "steg-borte"
SAYS: Final = {
    ELSEWHERE: "«{key}» på «{node}» leder til «{new}» i stedet for «{old}».",
    LIKE_NO: "«{key}» på «{node}» leder til «{new}», som «{no}» gjør, i stedet for «{old}».",
    DROPPED: "«{node}» er tatt ut. Kortet går rett til «{new}».",
}
LEADS: Final = frozenset({"go", "then", "start", "alone"})
GROUPS: Final = frozenset({"answers", "exits"})


def elsewhere(ground: Ground) -> Iterator[Mutant]:
    """Each answer, turn and exit led where another one of the same node leads, or to the next node of the file."""
    for card in ground.content.cards.values():
        names = list(card.nodes)
        for node in card.nodes.values():
            group, ways = _ways(node)
            for key, target in ways:
                others = [other for _, other in ways if other != target]
                others += [name for name in _after(names, node.id) if name != target]
                if others:
                    words = SAYS[ELSEWHERE].format(key=key, node=node.id, old=target, new=others[0])
                    yield from _led(ground, card, node, ELSEWHERE, (group, key), others[0], target, words)


def like_no(ground: Ground) -> Iterator[Mutant]:
    """Each «vet ikke» led where the least serious answer of its question leads."""
    for card in ground.content.cards.values():
        for node in card.nodes.values():
            fact = card.facts.get(node.fact) or ground.content.facts.get(node.fact)
            if node.kind not in (ASK, BY) or fact is None or not fact.order:
                continue
            ways = dict(node.answers)
            no = next((value for level in fact.order for value in level if value in ways), "")
            target = ways.get(fact.unknown, "")
            if no and target and ways[no] != target and no != fact.unknown:
                words = SAYS[LIKE_NO].format(key=fact.unknown, node=node.id, old=target, new=ways[no], no=no)
                yield from _led(ground, card, node, LIKE_NO, ("answers", fact.unknown), ways[no], target, words)


def dropped(ground: Ground) -> Iterator[Mutant]:
    """Each task, and each outcome that goes on, taken out: all that leads to it leads to what comes after it."""
    for card in ground.content.cards.values():
        file = card_file(card.id)
        for node in card.nodes.values():
            if node.kind not in (TASK, OUTCOME) or not node.go or node.go == node.id:
                continue
            edits: list[Edit] = []
            for value in ground.spots.values(file):
                own = value.way[:2] == ("nodes", node.id)
                if value.text == node.id and not own and _leads(value.way):
                    edits += ground.change(file, node.id, node.go, *value.way)
            edits += ground.without_block(file, node.id)
            line = ground.spots.key(file, "nodes", node.id).line
            words = SAYS[DROPPED].format(node=node.id, new=node.go)
            yield Mutant(DROPPED, file, line, words, tuple(edits), card.id, node.id)


def _led(
    ground: Ground, card: Card, node: Node, kind: str, way: tuple[str, str], new: str, old: str, words: str
) -> Iterator[Mutant]:
    file = card_file(card.id)
    edits = ground.change(file, old, new, "nodes", node.id, *way)
    if edits:
        yield Mutant(kind, file, edits[0].place.line, words, edits, card.id, node.id, way=way[1])


def _ways(node: Node) -> tuple[str, tuple[tuple[str, str], ...]]:
    return ("exits", node.exits) if node.kind == INCLUDE else ("answers", node.answers)


def _after(names: list[str], node: str) -> list[str]:
    at = names.index(node)
    return names[at + 1 :] + names[:at]


def _leads(way: tuple[str | int, ...]) -> bool:
    """Whether a value of a card names the node that something leads to."""
    return way[-1] in LEADS or way[0] == "alarms" or (len(way) > 1 and way[-2] in GROUPS)
