"""The part of the content that a proof over one card can see: nothing else can change what it says."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from guide.checks.proofs.registry import CONTACTS, EVERYTHING, PACKS
from guide.core.content import INCLUDE, SIGNS, Content


def parts_of(content: Content, card: str, rests_on: Collection[str]) -> Content:
    """The card with those that it lays in and their lists, the facts, invariants, duties and services of all cards.

    Packs and contacts only where the proof rests on them, everything for a proof that rests on it. Findings and the
    hash of the sources never: they are not what is proved.
    """
    if EVERYTHING in rests_on:
        return replace(content, findings=(), sha256="")
    cards = {name: content.cards[name] for name in laid_in(content, card)}
    lists = {node.list for one in cards.values() for node in one.nodes.values() if node.kind == SIGNS}
    return replace(
        content,
        packs=content.packs if PACKS in rests_on else {},
        cards=cards,
        laws={},
        lists={name: content.lists[name] for name in sorted(lists)},
        contacts=content.contacts if CONTACTS in rests_on else {},
        superseded=(),
        measures={},
        arenas={},
        factors={},
        terms={},
        topics={},
        findings=(),
        sha256="",
    )


def laid_in(content: Content, card: str) -> tuple[str, ...]:
    """The card and every card that it includes or opens as an alarm, however deep."""
    found = [card]
    for name in found:
        own = content.cards[name]
        inner = [node.text for node in own.nodes.values() if node.kind == INCLUDE]
        found += [other for other in dict.fromkeys((*inner, *dict(own.alarms))) if other not in found]
    return tuple(found)
