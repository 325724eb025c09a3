"""Every point of a plan is cited by a node, every citation leads to a point, and what advice must have it has."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from guide.checks.proofs.tracing import packs_of, prove_tracing
from guide.core.content import ASK, OUTCOME, RECORD, SIGNS, TASK, Card, Content, Node
from guide.core.lay import lay

WALKED = (
    "stange/barnehage",
    "stange/skole",
    "stange/taushetsplikt",
    "stange/analyse",
    "stange/barnesamtale",
    "ringsaker/hvem",
    "ringsaker/skolefravaer",
    "ringsaker/parorende",
    "ringsaker/rus",
    "ringsaker/familien",
    "ringsaker/bup",
    "ringerike/bti",
    "midtdalen/nivaa",
    "stor-elvdal/hjelp",
)


def nodes(content: Content, *kinds: str) -> Iterator[tuple[Card, Node]]:
    """All nodes of these kinds, with their cards."""
    for card in content.cards.values():
        for node in card.nodes.values():
            if node.kind in kinds:
                yield card, node


def test_the_shipped_content_has_no_findings(shipped: Content) -> None:
    """Nothing is broken, nothing is out of use."""
    assert [str(finding) for finding in shipped.findings] == []


def test_every_point_is_cited_and_every_citation_leads_somewhere(shipped: Content) -> None:
    """P8 holds: each point of each plan, and each source of each node, list, contact and duty."""
    verdicts = [prove_tracing(shipped, pack) for pack in packs_of(shipped)]
    assert {"felles", "ringsaker", "stange", "nasjonalt"} <= {verdict.about for verdict in verdicts}
    assert [broken.what for verdict in verdicts for broken in verdict.broken] == []
    assert all(verdict.states for verdict in verdicts)


def test_every_point_of_the_rail_has_a_node_that_cites_it(shipped: Content) -> None:
    """In the Stange cards a node under point 2 of the rail cites point 2 of the plan, and so for each point."""
    for name, prefix in (("stange/barnehage", "stange:bh-"), ("stange/skole", "stange:sk-")):
        card = shipped.cards[name]
        for point in card.points:
            under = [node for node in card.nodes.values() if node.point == point.id]
            cited_here = {source for node in under for source in node.source}
            assert any(source.startswith(prefix + point.id) for source in cited_here), f"{name}: {point.id}"


def test_every_question_has_vet_ikke_and_help(shipped: Content) -> None:
    """«Vet ikke» is an answer everywhere, and every question and its fact are explained."""
    for card, node in nodes(shipped, ASK):
        fact = card.facts.get(node.fact) or shipped.facts[node.fact]
        assert any(value == fact.unknown for value, _ in node.answers), f"{card.id} {node.id}"
        assert node.help, f"{card.id} {node.id}"
        if node.fact in shipped.facts:
            assert fact.definition, node.fact


def test_every_task_and_outcome_has_contact_source_and_next(shipped: Content) -> None:
    """Nobody is left with a thing to do and nobody to ring, nor without knowing what happens next."""
    for card, node in nodes(shipped, TASK, OUTCOME):
        assert node.contact, f"{card.id} {node.id}"
        assert node.source, f"{card.id} {node.id}"
        assert node.next, f"{card.id} {node.id}"
        assert node.do, f"{card.id} {node.id}"
    for card, node in nodes(shipped, SIGNS, RECORD):
        assert node.source, f"{card.id} {node.id}"


def test_every_outcome_has_its_advice(shipped: Content) -> None:
    """Urgency, report and guardians stand at every outcome."""
    for card, node in nodes(shipped, OUTCOME):
        assert node.urgency, f"{card.id} {node.id}"
        assert node.report, f"{card.id} {node.id}"
        assert node.guardians, f"{card.id} {node.id}"


def test_below_must_child_welfare_can_be_rung_and_at_must_nothing_takes_the_reports_place(shipped: Content) -> None:
    """Below `must` barnevern is a contact, unless it is acute; at `must` no discussion is among its effects."""
    for card, node in nodes(shipped, OUTCOME):
        services = {service for service, _ in node.contact}
        if node.report == "must":
            assert "discusses_without_name" not in node.does, f"{card.id} {node.id}"
        elif node.urgency != "now":
            assert services & {"barnevern", "barnevernvakt"}, f"{card.id} {node.id}"


@pytest.mark.parametrize("name", WALKED)
def test_the_alarms_are_open_from_every_walked_card(shipped: Content, name: str) -> None:
    """felles/akutt, felles/vold and felles/meldeplikt, one key away."""
    assert set(lay(shipped, name).alarms) == {"felles/akutt", "felles/vold", "felles/meldeplikt"}


def test_no_number_stands_in_running_text(shipped: Content) -> None:
    """Numbers live in contacts/, but for the emergency numbers."""
    for card in shipped.cards.values():
        for node in card.nodes.values():
            texts = (node.text, node.help, *node.do, *node.dont, *node.say_phone, *node.next, *node.note, *node.share)
            for text in texts:
                numbers = re.findall(r"(?<!§ )(?<!\d)\d{3,}", re.sub(r"(?<=\d) (?=\d)", "", text))
                long = [number for number in numbers if number not in ("110", "112", "113") and number[:2] != "20"]
                assert not long, f"{card.id} {node.id}: {text}"
