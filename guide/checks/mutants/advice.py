"""Mistakes in what a step or an outcome says: a weaker duty, less urgent, guardians too early, the wrong service."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guide.checks.mutants.mutant import Edit, Ground, Mutant
from guide.core.content import OUTCOME, Card, Node
from guide.core.places import card_file

REPORT: Final = "meldeplikt-svekket"
URGENCY: Final = "hast-svekket"
GUARDIANS: Final = "foresatte-for-tidlig"
DUTY: Final = "plikt-borte"
EFFECT: Final = "virkning-borte"
SERVICE: Final = "feil-tjeneste"
SAYS: Final = {
    REPORT: "«{node}» sier {new} i stedet for {old} om å melde.",
    URGENCY: "«{node}» haster {new} i stedet for {old}.",
    GUARDIANS: "«{node}» sier {new} i stedet for {old} om foresatte.",
    DUTY: "«{node}» nevner ikke plikten {old}.",
    EFFECT: "«{node}» sier ikke at steget gjør {old}.",
    SERVICE: "«{node}» viser til {new} i stedet for {old}.",
}
WEAKER: Final = {
    REPORT: ("report", {"must": "discuss", "with_consent": "not_now", "discuss": "not_now"}),
    URGENCY: ("urgency", {"now": "today", "today": "deadline", "deadline": "routine"}),
    GUARDIANS: (
        "guardians",
        {
            "not_before_advice": "inform_unless",
            "leader_informs_after_advice": "inform_unless",
            "inform_unless": "consent_needed",
        },
    ),
}
USUAL: Final = ("barnevern", "politi", "leder")
"""Services that somebody could pick by mistake, the first that the node does not name."""


def weaker(ground: Ground) -> Iterator[Mutant]:
    """Each outcome's report, urgency and guardians one step weaker."""
    for card, node in _nodes(ground):
        if node.kind == OUTCOME:
            for kind, (key, steps) in WEAKER.items():
                old = getattr(node, key)
                if old in steps:
                    edits = ground.change(card_file(card.id), old, steps[old], "nodes", node.id, key)
                    yield from _mutant(kind, card, node, edits, old, steps[old])


def without_duty(ground: Ground) -> Iterator[Mutant]:
    """Each duty that an outcome names left out."""
    for card, node in _nodes(ground):
        for index, duty in enumerate(node.duties):
            edits = ground.without(card_file(card.id), node.duties, index, "nodes", node.id, "duties")
            yield from _mutant(DUTY, card, node, edits, duty)


def without_effect(ground: Ground) -> Iterator[Mutant]:
    """Each effect of a step left out."""
    for card, node in _nodes(ground):
        for index, effect in enumerate(node.does):
            edits = ground.without(card_file(card.id), node.does, index, "nodes", node.id, "does")
            yield from _mutant(EFFECT, card, node, edits, effect)


def wrong_service(ground: Ground) -> Iterator[Mutant]:
    """The first service of each step and outcome another one."""
    for card, node in _nodes(ground):
        named = [service for service, _ in node.contact]
        new = next((name for name in USUAL if name not in named and name in ground.content.services), "")
        if named and new:
            file = card_file(card.id)
            edits = ground.change(file, named[0], new, "nodes", node.id, "contact", named[0], key=True)
            yield from _mutant(SERVICE, card, node, edits, named[0], new)


def _nodes(ground: Ground) -> Iterator[tuple[Card, Node]]:
    return ((card, node) for card in ground.content.cards.values() for node in card.nodes.values())


def _mutant(kind: str, card: Card, node: Node, edits: tuple[Edit, ...], old: str, new: str = "") -> Iterator[Mutant]:
    if edits:
        words = SAYS[kind].format(node=node.id, old=old, new=new)
        yield Mutant(kind, card_file(card.id), edits[0].place.line, words, edits, card.id, node.id)
