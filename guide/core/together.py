"""Which packs go together: municipalities that share one plan use the cards of the plan's own pack (ADR 0020).

A municipality's `cards` may be those of another pack, of kind shared, that holds the plan, its points, cards and lists.
Everything that asks «whose card is this» asks here, so that neighbours who share a plan differ by contacts alone.
"""

from __future__ import annotations

from typing import Final

from guide.core.content import Card, Content

MUNICIPALITY: Final = "municipality"
FOR_ALL: Final = "felles"


def packs_for(content: Content, pack: str) -> tuple[str, ...]:
    """The pack itself, then those whose cards it uses, without `felles`. Empty for no pack."""
    own = content.packs.get(pack)
    used = (card.partition("/")[0] for _, card in own.cards) if own else ()
    return tuple(dict.fromkeys(name for name in (pack, *used) if name and name != FOR_ALL))


def towns_with(content: Content, card: Card) -> tuple[str, ...]:
    """The municipalities that a card is used in: its own, those that use its pack's, or all for what all share."""
    towns = [pack.id for pack in content.packs.values() if pack.kind == MUNICIPALITY]
    using = tuple(town for town in towns if card.pack in packs_for(content, town))
    return using or tuple(towns)


def town_of(content: Content, card_id: str) -> str:
    """The municipality whose card this is, empty where several share it or all do."""
    pack = content.packs.get(card_id.partition("/")[0])
    return pack.id if pack and pack.kind == MUNICIPALITY else ""
