"""P2: all advice is whole; each thing that a real card could leave out is found, with the walk that comes to it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from guide.checks.proofs import ends
from guide.checks.proofs.ends import prove_ends
from guide.checks.proofs.verdict import Broken
from guide.core.content import OUTCOME, Content, DutyRule
from guide.core.lay import lay
from tests.checks.proofs.altered import with_node
from tests.checks.proofs.walking import walked_to

CARD = "stange/barnehage"


def only(content: Content, card: str = CARD) -> Broken:
    """The one finding of the proof over a card."""
    (broken,) = prove_ends(content, card).broken
    return broken


def test_all_advice_of_the_shipped_cards_is_whole(shipped: Content) -> None:
    """Every card, what it includes and its alarms; nothing is found, and no card is empty."""
    verdicts = [prove_ends(shipped, card) for card in shipped.cards]
    assert not [broken for verdict in verdicts for broken in verdict.broken]
    assert all(verdict.states and verdict.seconds < 2 for verdict in verdicts)


@pytest.mark.parametrize(
    ("node", "change", "code", "what"),
    [
        ("meld", {"next": ()}, "raad-mangler-noe", "mangler hva som skjer videre."),
        ("meld", {"do": ()}, "raad-mangler-noe", "mangler hva du gjør nå."),
        ("meld", {"contact": ()}, "raad-mangler-noe", "mangler hvem du kontakter."),
        ("meld", {"source": ()}, "raad-mangler-noe", "mangler hva det bygger på."),
        ("meld", {"urgency": ""}, "raad-mangler-noe", "mangler hvor mye det haster."),
        ("meld", {"report": ""}, "raad-mangler-noe", "mangler svaret på meldeplikten."),
        ("meld", {"guardians": ""}, "raad-mangler-noe", "mangler hva foresatte kan få vite."),
        ("meld", {"urgency": "straks"}, "raad-ukjent-verdi", "sier «straks» om hvor mye det haster."),
        ("meld", {"duties": ("ring",)}, "raad-ukjent-verdi", "viser plikten «ring», som ikke finnes."),
        ("meld", {"contact": (("barnevernet", "x"),)}, "raad-ukjent-tjeneste", "til tjenesten «barnevernet», som ikke"),
    ],
)
def test_advice_that_lacks_something_is_found(
    shipped: Content, node: str, change: dict[str, Any], code: str, what: str
) -> None:
    """Each part left out or unknown, alone, and a walk that a person can walk to see it."""
    broken = only(with_node(shipped, CARD, node, **change))
    assert (broken.code, broken.card, broken.node) == (code, CARD, node)
    assert what in broken.what
    assert broken.way[-1] == f"Da får du rådet «{shipped.cards[CARD].nodes[node].text}»"
    assert walked_to(shipped, CARD, broken.way) == node


def test_advice_in_a_shared_card_is_found_in_every_card_that_leads_to_it(shipped: Content) -> None:
    """An alarm's advice without a contact: from the card that has the alarm, opened by its key, and by itself."""
    changed = with_node(shipped, "felles/akutt", "ring-110", contact=())
    broken = {found.node: found for found in prove_ends(changed, CARD).broken}
    alone = only(changed, "felles/akutt")
    assert alone.node == "ring-110"
    assert alone.way == ("Svar «Brann, røyk eller annen ulykke» på «Hva skjer?»", "Da får du rådet «Ring 110 nå»")
    opened = broken["!felles/akutt/ring-110"].way
    assert opened == ("Åpne «Barnet er i fare nå» med tasten for det, hvor du vil i kortet", *alone.way)
    assert {found.code for found in broken.values()} == {"raad-mangler-noe"}


def test_advice_that_no_walk_leads_to_is_no_finding(shipped: Content) -> None:
    """What a shared card says when it is walked by itself is not held against the card that includes it."""
    changed = with_node(shipped, "felles/akutt", "slutt", contact=())
    assert only(changed, "felles/akutt").node == "slutt"
    assert not prove_ends(changed, CARD).broken


def test_a_duty_that_is_not_shown_is_found(shipped: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """A duty that facts force and that nobody shows: at each outcome, with the facts."""
    monkeypatch.setattr(ends, "binding", lambda place, known, rules: place.node.duties)
    found = prove_ends(shipped, "felles/meldeplikt").broken
    assert {broken.code for broken in found} == {"plikt-vises-ikke"}
    outcomes = {node.id for node in lay(shipped, "felles/meldeplikt").nodes.values() if node.kind == OUTCOME}
    assert {broken.node for broken in found} <= outcomes
    assert "viser ikke plikten «avert», som gjelder når avverging er" in " ".join(broken.what for broken in found)


def test_a_duty_outside_the_closed_list_is_never_shown_and_found(shipped: Content) -> None:
    """A rule with a duty that advice does not know of binds nowhere."""
    rule = DutyRule("ny-plikt", (("mistenkt", ("ansatt",)),), "ring_ordforeren", "Ring ordføreren")
    found = prove_ends(replace(shipped, duties=(*shipped.duties, rule)), "felles/tvil").broken
    assert {broken.code for broken in found} == {"plikt-vises-ikke"}
    assert "«ring_ordforeren», som gjelder når mistenkt er ansatt." in found[0].what


def test_a_duty_rule_that_can_never_hold_is_found(shipped: Content) -> None:
    """A rule that speaks of an answer that nobody can give."""
    first = shipped.duties[0]
    (fact, _), *more = first.given
    dead = replace(first, given=((fact, ("kanskje",)), *more))
    broken = only(replace(shipped, duties=(dead, *shipped.duties[1:])), "felles/tvil")
    assert broken.code == "plikt-gjelder-aldri"
    assert f"kan aldri gjelde: {fact} har ikke svaret kanskje." in broken.what
