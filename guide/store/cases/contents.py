"""The version of the cards that a case began with, as bytes that lie in the store: later cards never change the case.

Of the content it keeps the card, the cards laid in it, their lists, facts, statutes, duties and packs. Contacts are not
kept: a number must be today's. Not the compiled form (compiled.py): that one is only read by the code that made it.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Final

from guide.core.content import INCLUDE, SIGNS, Content
from guide.core.record import record
from guide.store import codec

FORMAT: Final = 1
MOST_BYTES: Final = 16 * 1024 * 1024
_NAMED: Final[dict[str, codec.Decode]] = {
    "packs": codec.pack,
    "cards": codec.card,
    "facts": codec.fact,
    "lists": codec.sign_list,
    "laws": codec.law,
}


class ContentError(Exception):
    """The bytes hold no content that this version can read."""


@record
class Kept:
    """What a walk of a card needs of the content; `id` is the hash of it, so that equal ones lie in the store once."""

    id: str
    data: bytes


def keep(content: Content, card: str) -> Kept:
    """What a walk of `card` needs of `content`. Raises KeyError for a card that is not there."""
    cards = _reached(content, card)
    lists = {node.list for name in cards for node in content.cards[name].nodes.values() if node.kind == SIGNS}
    parts: dict[str, Mapping[str, Any]] = {
        "packs": content.packs,
        "cards": {name: content.cards[name] for name in cards},
        "facts": content.facts,
        "lists": {name: content.lists[name] for name in sorted(lists)},
        "laws": content.laws,
    }
    data = {name: {key: codec.plain(thing) for key, thing in things.items()} for name, things in parts.items()}
    whole = {"format": FORMAT, **data, "duties": codec.plain(content.duties)}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return Kept(sha256(text).hexdigest(), zlib.compress(text, 9))


def content_of(kept: Kept, now: Content) -> Content:
    """What was kept, with the services and contacts of the content of today. Raises ContentError."""
    try:
        text = zlib.decompressobj().decompress(kept.data, MOST_BYTES)
        whole = json.loads(text)
        if whole["format"] > FORMAT or sha256(text).hexdigest() != kept.id:
            raise ContentError
        packs, cards, facts, lists, laws = (
            {key: decode(thing) for key, thing in whole[name].items()} for name, decode in _NAMED.items()
        )
        duties = tuple(codec.rest["duties"](whole["duties"]))
        return Content(packs, cards, facts, now.services, laws, lists, now.contacts, duties=duties, sha256=kept.id)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, zlib.error):
        raise ContentError from None


def _reached(content: Content, card: str) -> list[str]:
    """`card` with all that it includes and its alarms, in a fixed order. Raises KeyError."""
    found: list[str] = []
    left = [card]
    while left:
        name = left.pop()
        if name in found:
            continue
        found.append(name)
        own = content.cards[name]
        left += [alarm for alarm, _ in own.alarms]
        left += [node.text for node in own.nodes.values() if node.kind == INCLUDE]
    return sorted(found)
