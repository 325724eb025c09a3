"""P8: the cards follow the plan and cite what exists; a point forgotten or a citation of nothing is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guide.checks.proofs.tracing import packs_of, prove_tracing
from guide.checks.proofs.verdict import Broken
from guide.core.content import Content, PlanPoint
from tests.checks.proofs.altered import with_node, with_pack, with_point

CARD = "stange/barnehage"


def only(content: Content, pack: str = "stange") -> Broken:
    """The one finding of the proof over a pack."""
    (broken,) = prove_tracing(content, pack).broken
    return broken


def citing(content: Content, source: str) -> list[str]:
    """The nodes of the kindergarten's card that cite a source."""
    return [node.id for node in content.cards[CARD].nodes.values() if source in node.source]


def without(content: Content, source: str) -> Content:
    """All cards with a source struck out wherever it stands."""
    for card in content.cards.values():
        for node in card.nodes.values():
            if source in node.source:
                left = tuple(other for other in node.source if other != source)
                content = with_node(content, card.id, node.id, source=left)
    return content


@pytest.mark.parametrize("point", ["bh-1", "bh-3", "bh-4c", "bh-5c-koordinering", "bh-6d"])
def test_a_point_of_the_plan_that_nobody_follows_is_found(shipped: Content, point: str) -> None:
    """The last citation of a point taken away: the point is named with its place in the plan."""
    source = f"stange:{point}"
    assert citing(shipped, source)
    changed = without(shipped, source)
    if any(sign.source == source for entry in changed.lists.values() for sign in entry.signs):
        pytest.fail("a list cites it as well")
    broken = only(changed)
    title = shipped.packs["stange"].points[point].title
    assert broken.code == "punkt-uten-node"
    assert broken.what == (
        f"Ingen node, liste eller kontakt bygger på {shipped.packs['stange'].points[point].place} i planen til "
        f"Stange kommune («{title}», {source})."
    )


def test_a_new_point_of_the_plan_is_found(shipped: Content) -> None:
    """A plan that grows has a point that no card follows yet."""
    new = PlanPoint("bh-8", "Evaluer", "Tiltakskort, barnehage, punkt 8")
    points = {**shipped.packs["stange"].points, "bh-8": new}
    assert "punkt 8" in only(with_pack(shipped, "stange", points=points)).what


def test_a_node_that_nobody_comes_to_follows_no_point(shipped: Content) -> None:
    """A point that only an unreachable node cites is not followed."""
    source = "stange:bh-6d"
    stray = replace(shipped.cards[CARD].nodes[citing(shipped, source)[0]], id="utenfor")
    changed = without(shipped, source)
    card = changed.cards[CARD]
    changed = replace(changed, cards={**changed.cards, CARD: replace(card, nodes={**card.nodes, "utenfor": stray})})
    assert only(changed).code == "punkt-uten-node"


def test_a_citation_of_nothing_is_found_in_a_node(shipped: Content) -> None:
    """A point that the plan has not: the node is named."""
    changed = with_node(shipped, CARD, "meld", source=(*shipped.cards[CARD].nodes["meld"].source, "stange:bh-77"))
    broken = only(changed)
    assert (broken.code, broken.card, broken.node) == ("kilde-finnes-ikke", CARD, "meld")
    assert broken.what.startswith("«stange:bh-77» er ikke et punkt i en plan, en lov eller en kilde.")


def test_a_citation_of_nothing_is_found_in_a_contact_a_sign_and_a_duty(shipped: Content) -> None:
    """Contacts, lists and duty rules cite as well, each in its own pack."""
    contact = shipped.contacts["ringsaker"][0]
    broken = only(with_point(shipped, "ringsaker", contact.id, source=("ringsaker:99",)), "ringsaker")
    assert broken.what.endswith(f"Kontakten «{contact.name}» bygger på den.")
    name, entry = "stange/tegn", shipped.lists["stange/tegn"]
    signs = (replace(entry.signs[0], source="lov:finnes-ikke"), *entry.signs[1:])
    broken = only(replace(shipped, lists={**shipped.lists, name: replace(entry, signs=signs)}))
    assert broken.what.endswith(f"Lista «{entry.title}» bygger på den.")
    rule = replace(shipped.duties[0], source=("lov:finnes-ikke",))
    broken = only(replace(shipped, duties=(rule, *shipped.duties[1:])), "felles")
    assert broken.what.endswith(f"Plikten i regelen «{rule.id}» bygger på den.")


def test_a_statute_that_is_gone_is_found_wherever_it_is_cited(shipped: Content) -> None:
    """A statute taken out of the laws: every node that builds on it is named."""
    laws = {name: law for name, law in shipped.laws.items() if name != "lov:barnevernsloven-13-2"}
    changed = replace(shipped, laws=laws)
    found = [broken for pack in packs_of(changed) for broken in prove_tracing(changed, pack).broken]
    assert {broken.code for broken in found} == {"kilde-finnes-ikke"}
    assert {broken.card.partition("/")[0] for broken in found} >= {"stange", "ringsaker"}
