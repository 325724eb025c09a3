"""Which facts the cards ask for, and where each is declared."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.rule import Subject
from guide.core.content import ASK, Fact
from guide.core.places import Way, card_file, shared_file


def asked_facts(subject: Subject) -> Iterator[tuple[Fact, str, Way]]:
    """(fact, the file that declares it, the way there) of every fact that some card in use asks for."""
    asked = {node.fact for _, node in subject.nodes if node.kind == ASK}
    yield from (found for found in declared_facts(subject) if found[0].id in asked)


def declared_facts(subject: Subject) -> Iterator[tuple[Fact, str, Way]]:
    """(fact, file, way) of every fact: those of all cards, and those of one card."""
    for fact in subject.content.facts.values():
        yield fact, shared_file("facts"), ("facts", fact.id)
    for card in subject.content.cards.values():
        for fact in card.facts.values():
            yield fact, card_file(card.id), ("facts", fact.id)
