"""P8: the cards follow the plan, and nothing but what can be looked up: traceability both ways, a pack at a time.

Every point of the pack's plan is cited by a node that a walk of one of its cards can come to, by one of its lists or by
one of its contacts. Every citation, also those of duty rules and those in shared cards, is a point of a plan, a statute
or official guidance.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import Final

from guide.checks.proofs.distance import within_reach
from guide.checks.proofs.verdict import Broken, Verdict
from guide.core.content import Card, Content
from guide.core.emergency import NUMBERS
from guide.core.lay import lay
from guide.core.lists import all_lists
from guide.core.lists import cited as sources_of

PROOF: Final = "P8"
SHARED: Final = "felles"

UNCITED: Final = "Ingen node, liste eller kontakt bygger på {place} i planen til {pack} («{title}», {source})."
NO_SUCH_SOURCE: Final = "«{source}» er ikke et punkt i en plan, en lov eller en kilde. {where} bygger på den."
IN_NODE: Final = "«{text}»"
IN_POINT: Final = "Punktet «{text}» på kortet"
IN_LIST: Final = "Lista «{text}»"
IN_CONTACT: Final = "Kontakten «{text}»"
IN_DUTY: Final = "Plikten i regelen «{text}»"

Citation = tuple[str, str, str, str]
"""A source, the card and node that cite it (or empty), and who cites it in words."""


def prove_tracing(content: Content, pack: str) -> Verdict:
    """The proof over one pack: a municipality's, `felles` or `nasjonalt`. Raises LayError."""
    begin = time.perf_counter()
    own = [card for card in content.cards.values() if card.pack == pack]
    found = list(_citations(content, pack, own))
    cited = {source for source, *_ in found} | {source for card in own for source in _reached(content, card)}
    known = {f"{other.id}:{point}" for other in content.packs.values() for point in other.points}
    known |= content.laws.keys()
    broken = [*_uncited(content, pack, cited), *_unknown(content, pack, own, found, known)]
    points = len(content.packs[pack].points) if pack in content.packs else 0
    nodes = sum(len(card.nodes) for card in own)
    return Verdict(PROOF, pack, points + nodes + len(found), time.perf_counter() - begin, tuple(broken))


def packs_of(content: Content) -> tuple[str, ...]:
    """Everything that can cite: the packs, and what has contacts and no pack."""
    return tuple(dict.fromkeys((*content.packs, *content.contacts)))


def _reached(content: Content, card: Card) -> Iterator[str]:
    """What the nodes of a card cite, those that a walk of it can come to."""
    laid = lay(content, card.id)
    for place in (laid.nodes[name] for name in within_reach(laid)):
        if place.card == card.id:
            yield from place.node.source


def _citations(content: Content, pack: str, own: Iterable[Card]) -> Iterator[Citation]:
    """Everything that lists and contacts of a pack, the rails of its cards and the duty rules cite."""
    for name, signs in content.lists.items():
        if name.partition("/")[0] == pack:
            where = IN_LIST.format(text=signs.title)
            yield from ((source, "", "", where) for source in signs.source)
            yield from ((sign.source, "", "", where) for sign in signs.signs if sign.source)
    for _, entries in all_lists(content):
        if entries.id.partition("/")[0] == pack or any(source.startswith(f"{pack}:") for source in sources_of(entries)):
            where = IN_LIST.format(text=entries.title)
            yield from ((source, "", "", where) for source in sources_of(entries))
    points = (*content.contacts.get(pack, ()), *(NUMBERS.values() if pack == SHARED else ()))
    for contact in points:
        yield from ((source, "", "", IN_CONTACT.format(text=contact.name)) for source in contact.source)
    if pack == SHARED:
        for rule in content.duties:
            yield from ((source, "", "", IN_DUTY.format(text=rule.id)) for source in rule.source)


def _uncited(content: Content, pack: str, cited: set[str]) -> Iterator[Broken]:
    if pack not in content.packs:
        return
    own = content.packs[pack]
    for name, point in own.points.items():
        source = f"{pack}:{name}"
        if source not in cited:
            what = UNCITED.format(place=point.place, pack=own.name, title=point.title, source=source)
            yield Broken("punkt-uten-node", "", "", what)


def _unknown(
    content: Content, pack: str, own: Iterable[Card], found: Iterable[Citation], known: set[str]
) -> Iterator[Broken]:
    inside: list[Citation] = []
    for card in own:
        for node in card.nodes.values():
            inside += [(source, card.id, node.id, IN_NODE.format(text=node.text)) for source in node.source]
        inside += [(p.source, card.id, "", IN_POINT.format(text=p.title)) for p in card.points if p.source]
    for source, card_id, node_id, where in dict.fromkeys((*inside, *found)):
        if source not in known:
            what = NO_SUCH_SOURCE.format(source=source, where=where)
            yield Broken("kilde-finnes-ikke", card_id, node_id, what)
