"""Made cards that every proof has something to look at in, and that it holds for: advice, alarm, contacts, deadlines.

The card and its merges are those of `made`. All advice is the same, so that a proof that fails here fails by itself.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from guide.core.contacts import ContactPoint, Service
from guide.core.content import ASK, OUTCOME, TASK, Card, Content, Deadline, DutyRule, Fact, Invariant, Law, Node, Pairs
from tests.bench import made

CARD: Final = "p/laget"
PACK: Final = "p"
AKUTT: Final = "felles/akutt"
LAW: Final = "lov:laget"
ORDER: Final = (("nei",), ("vet_ikke",), ("ja",))


def provable(nodes: int, facts: int = made.FACTS) -> Content:
    """A made card of about `nodes` laid-in nodes, whose blocks ask `facts` facts in turn: so many are alive at once."""
    plain = made.content(nodes, facts)
    cards = {card.id: _whole(card) for card in plain.cards.values()}
    exits: Pairs = (("trygt", "siste-0"),)
    cards[CARD] = replace(cards[CARD], alarms=((AKUTT, exits),), serves=("skole",))
    cards[AKUTT] = _akutt()
    ordered = {name: replace(fact, order=ORDER, definition="Laget.") for name, fact in plain.facts.items()}
    danger = Fact("fare", values=tuple((value, value) for value in made.VALUES))
    workplace = Fact("virksomhet", values=(("skole", "Skole"),), set_by="profile", lasting=True, unknown="")
    return replace(
        plain,
        cards=cards,
        facts={**ordered, "fare": danger, "virksomhet": workplace},
        services={"barnevern": Service("barnevern", "Barnevernet")},
        laws={LAW: Law(LAW, "Laget")},
        contacts={PACK: (ContactPoint("b", "barnevern", "Barnevernet", PACK, phone="62 00 00 00", hours="24/7"),)},
        invariants=(
            Invariant("aldri", "Ingen konfronteres", (("fakta_0", ("ja",)),), (("does", ("confronts",)),)),
            Invariant("forst", "Svar før slutt", (("fakta_0", ("ja", "nei", "vet_ikke")),), (("report", ("must",)),)),
            # proved only by going back from every end, through all merges, to where the answer was given
            Invariant(
                "svart",
                "Ja er svart før slutt",
                (("fakta_0", ("ja",)),),
                (("end", ("any",)),),
                (("answer", ("fakta_0=ja",)),),
            ),
        ),
        duties=(DutyRule("plikt", (("fakta_0", ("ja",)),), "avert", "Avverg", (LAW,)),),
    )


def _whole(card: Card) -> Card:
    """The card with all that advice must have, and a deadline at its first task."""
    nodes = {name: _advised(node) if node.kind == OUTCOME else node for name, node in card.nodes.items()}
    first = next(name for name, node in nodes.items() if node.kind == TASK)
    for anew in [node for node in nodes.values() if node.anew]:
        nodes |= _advice_before(anew, nodes)
    if card.id == CARD:
        nodes[first] = replace(nodes[first], deadlines=(Deadline("frist", within=3, start="x.y"),))
    return replace(card, nodes=nodes)


def _advice_before(anew: Node, nodes: dict[str, Node]) -> dict[str, Node]:
    """The round that ends at `anew` has advice, too, or that way would be less serious than all others (P5)."""
    raad = _advised(Node(f"{anew.id}-raad", OUTCOME, "Råd før runden", go=anew.id))
    asked = next(node for node in nodes.values() if anew.id in dict(node.answers).values())
    ways = tuple((value, raad.id if to == anew.id else to) for value, to in asked.answers)
    return {raad.id: raad, asked.id: replace(asked, answers=ways)}


def _advised(node: Node) -> Node:
    return replace(
        node,
        urgency="today",
        report="discuss",
        guardians="not_before_advice",
        does=("discusses_without_name",),
        contact=(("barnevern", "Råd"),),
        do=("Ring",),
        next=("De svarer",),
        source=(LAW,),
    )


def _akutt() -> Card:
    """One question, the number to ring, and the way on."""
    ways: Pairs = tuple((value, "ring") for value in made.VALUES)
    ring = _advised(Node("ring", OUTCOME, "Ring 112", go="trygt"))
    nodes = (
        Node("hva", ASK, "Er det fare?", fact="fare", answers=ways),
        replace(ring, urgency="now", contact=(("politi_nod", "Hjelp"), ("barnevern", "Råd"))),
        Node("trygt", "exit", "trygt", go="slutt"),
        _advised(Node("slutt", OUTCOME, "Slutt")),
    )
    return Card(AKUTT, "Akutt", "", "hva", {node.id: node for node in nodes}, exits=("trygt",))
