"""P6: the emergency numbers are one key away; what a card, an alarm or a contact could do about it is found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from guide.checks.proofs import emergency
from guide.checks.proofs.emergency import AKUTT, known_before, prove_emergency, walked
from guide.checks.proofs.verdict import Broken
from guide.core.contacts import ContactLine, ContactPoint, Service
from guide.core.content import TASK, Content, Pairs
from guide.core.lay import Laid, lay
from guide.core.walk import Move, State, WalkError, advance
from tests.checks.proofs.altered import with_node
from tests.checks.proofs.walking import walked_to

CARD = "stange/barnehage"


def only(content: Content, card: str = CARD) -> Broken:
    """The one finding of the proof over a card."""
    (broken,) = prove_emergency(content, card).broken
    return broken


def with_alarms(content: Content, alarms: tuple[tuple[str, Pairs], ...]) -> Content:
    """The kindergarten's card with other alarms."""
    card = replace(content.cards[CARD], alarms=alarms)
    return replace(content, cards={**content.cards, CARD: card})


def test_the_numbers_are_one_key_away_in_all_shipped_cards(shipped: Content) -> None:
    """Every card that a workplace walks, every stop of it, every pack that it is used with."""
    verdicts = {card: prove_emergency(shipped, card) for card in walked(shipped)}
    assert verdicts.keys() == {name for name, card in shipped.cards.items() if card.serves}
    assert len(verdicts) >= 11
    assert not [broken for verdict in verdicts.values() for broken in verdict.broken]
    assert all(verdict.states > 200 and verdict.seconds < 2 for verdict in verdicts.values())


def test_a_card_without_the_alarm_is_found(shipped: Content) -> None:
    """The other alarms do not count."""
    alarms = tuple(alarm for alarm in shipped.cards[CARD].alarms if alarm[0] != AKUTT)
    broken = only(with_alarms(shipped, alarms))
    assert (broken.code, broken.node) == ("alarm-mangler", shipped.cards[CARD].start)
    assert broken.what == "Kortet har ikke alarmen felles/akutt, så nødnumrene er ikke én tast unna."


@pytest.mark.parametrize("exits", [(), (("trygt", "finnes-ikke"),)])
def test_an_exit_that_leads_nowhere_is_found(shipped: Content, exits: Pairs) -> None:
    """A way out that the card has forgotten, or that leads to a node that it has not."""
    others = tuple(alarm for alarm in shipped.cards[CARD].alarms if alarm[0] != AKUTT)
    broken = only(with_alarms(shipped, ((AKUTT, exits), *others)))
    assert broken.code == "alarm-uten-utgang"
    assert "har utgangen «trygt», men kortet sier ikke hvor den leder." in broken.what


def test_a_stop_where_the_key_does_nothing_is_found(shipped: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """A walk that opens no alarm at tasks: the nearest task, with the way to it, and how many there are."""

    def not_at_tasks(laid: Laid, lists: Mapping[str, Any], state: State, move: Move) -> State:
        if laid.nodes[state.stop].kind == TASK:
            raise WalkError(state.stop)
        return advance(laid, lists, state, move)

    monkeypatch.setattr(emergency, "advance", not_at_tasks)
    broken = only(shipped)
    place = lay(shipped, CARD).nodes[broken.node]
    assert (broken.code, place.kind) == ("alarm-stengt", TASK)
    assert walked_to(shipped, CARD, broken.way, "barnehage") == broken.node
    assert f"kan ikke åpnes fra «{place.node.text}». Det gjelder så mange steder på kortet: " in broken.what


def test_an_alarm_that_leads_to_no_number_is_found(shipped: Content) -> None:
    """When the advice of the alarm is no longer urgent, or names other services, there is nothing to ring."""
    changed = shipped
    for node in ("ring-113", "ring-110", "ring-112", "likevel"):
        changed = with_node(changed, AKUTT, node, contact=(("barnevern", "Gir råd"),))
    for card, node in [(c.id, n.id) for c in shipped.cards.values() for n in c.nodes.values() if n.urgency == "now"]:
        if card in ("felles/selvmord", "felles/henting"):
            changed = with_node(changed, card, node, urgency="today")
    broken = only(changed)
    assert broken.code == "alarm-uten-nummer"
    assert broken.node == "!felles/akutt/hva"
    assert broken.what == "Alarmen felles/akutt leder ikke til et nødnummer når dette er kjent: ingenting."


def test_an_alarm_that_sends_some_ages_elsewhere_is_found(shipped: Content) -> None:
    """A first question that is not asked again where its answer is known: from 18 years on it leads past all advice."""
    old = shipped.cards[AKUTT]
    ways = (("0-17", "hva"), ("18-", "etterpaa"), ("vet_ikke", "hva"))
    first = replace(old.nodes["hva"], id="alder", text="Hvor gammelt er barnet?", fact="alder", answers=ways)
    card = replace(old, start="alder", nodes={**old.nodes, "alder": first})
    changed = replace(shipped, cards={**shipped.cards, AKUTT: card})
    assert {known.get("alder", "") for known in known_before(lay(changed, CARD))} == {"", "0", "18", "vet_ikke"}
    broken = only(changed)
    assert (broken.code, broken.node) == ("alarm-uten-nummer", "!felles/akutt/alder")
    assert broken.what == "Alarmen felles/akutt leder ikke til et nødnummer når dette er kjent: alder er 18."


def test_an_alarm_that_sends_some_role_elsewhere_is_found(shipped: Content) -> None:
    """A turn on the role at the start of the alarm, so that a leader comes past all advice."""
    old = shipped.cards[AKUTT]
    ways = tuple((role, "etterpaa" if role == "leder" else "hva") for role, _ in shipped.facts["rolle"].values)
    turn = replace(old.nodes["etter-selvmord"], id="sving", fact="rolle", answers=ways)
    card = replace(old, start="sving", nodes={**old.nodes, "sving": turn})
    broken = only(replace(shipped, cards={**shipped.cards, AKUTT: card}))
    assert (broken.code, broken.node) == ("alarm-uten-nummer", "!felles/akutt/sving")
    assert broken.what.endswith("når dette er kjent: rolle er leder.")


def test_numbers_that_data_could_change_are_found(shipped: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """A resolution that believes the contacts: where there are none, and where they lie, 112 is not what is shown."""

    def believes(
        services: Mapping[str, Service],
        points: Iterable[ContactPoint],
        wanted: Pairs,
        at: datetime,
        **_: object,
    ) -> tuple[ContactLine, ...]:
        own = [point for service, _ in wanted for point in points if point.service == service]
        return tuple(ContactLine(p.service, p.name, p.name, phone=p.phone, state="always") for p in own)

    monkeypatch.setattr(emergency, "resolve", believes)
    found = prove_emergency(shipped, CARD).broken
    assert {broken.code for broken in found} == {"nodnummer-endret"}
    told = " ".join(broken.what for broken in found)
    assert "øverst i en kommune uten kontakter, selv om det viser til nødnummeret." in told
    assert "øverst i en kommune med gale kontakter, selv om det viser til nødnummeret." in told
    assert {walked_to(shipped, CARD, broken.way, "barnehage") for broken in found} == {broken.node for broken in found}


def test_a_book_of_contacts_without_the_numbers_is_found(shipped: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list of who can be rung begins with the three numbers, or the proof says which one is gone."""
    book = emergency.contact_book
    monkeypatch.setattr(emergency, "contact_book", lambda *given: book(*given)[1:])
    found = prove_emergency(shipped, CARD).broken
    assert {broken.what for broken in found} == {
        f"Kontaktene i {pack} viser ikke nødnummeret 112 øverst."
        for pack in ("Stange kommune", "en kommune uten kontakter", "en kommune med gale kontakter")
    }
