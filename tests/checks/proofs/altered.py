"""The shipped content with one thing changed, as somebody could change it in a file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from guide.core.content import Content


def with_point(content: Content, pack: str, point: str, **changes: Any) -> Content:
    """The contact point `point` of a pack with other values."""
    assert any(p.id == point for p in content.contacts[pack]), point
    points = tuple(replace(p, **changes) if p.id == point else p for p in content.contacts[pack])
    return replace(content, contacts={**content.contacts, pack: points})


def without_point(content: Content, pack: str, point: str) -> Content:
    """A pack without one of its contact points."""
    points = tuple(p for p in content.contacts[pack] if p.id != point)
    assert len(points) + 1 == len(content.contacts[pack]), point
    return replace(content, contacts={**content.contacts, pack: points})


def with_service(content: Content, service: str, **changes: Any) -> Content:
    """A service with other values."""
    return replace(content, services={**content.services, service: replace(content.services[service], **changes)})


def with_node(content: Content, card: str, node: str, **changes: Any) -> Content:
    """A card's node with other values."""
    old = content.cards[card]
    nodes = {**old.nodes, node: replace(old.nodes[node], **changes)}
    return replace(content, cards={**content.cards, card: replace(old, nodes=nodes)})


def with_pack(content: Content, pack: str, **changes: Any) -> Content:
    """A pack with other values."""
    return replace(content, packs={**content.packs, pack: replace(content.packs[pack], **changes)})
