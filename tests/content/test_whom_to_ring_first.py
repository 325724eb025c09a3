"""112 is the number to ring where there is danger, in every municipality; elsewhere it is who the advice puts first."""

from __future__ import annotations

from datetime import UTC, datetime

from guide.core.contacts import advised, answers_now
from guide.core.content import OUTCOME, Content, Node
from guide.core.emergency import NUMBERS, PHONES
from guide.service.guide import Guide
from guide.service.profile import Profile

MORNING = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
EVENING = datetime(2026, 11, 28, 22, 0, tzinfo=UTC)


def urgent(content: Content) -> list[Node]:
    """All advice that is urgent now."""
    nodes = [node for card in content.cards.values() for node in card.nodes.values()]
    return [node for node in nodes if node.kind == OUTCOME and node.urgency == "now"]


def test_112_is_rung_where_the_advice_puts_it_first_and_only_there(shipped: Content) -> None:
    """In every municipality, by day and on a Saturday night, also where the plan gives no number at all."""
    towns = [pack.id for pack in shipped.packs.values() if pack.kind == "municipality"]
    assert len(towns) > 5
    for town in towns:
        points = Guide(shipped, Profile(town), lambda: MORNING).contact_points()
        for node in urgent(shipped):
            danger = node.contact[0][0] in NUMBERS
            for at in (MORNING, EVENING):
                lines = advised(shipped.services, points, node, {"barnets_kommune": "samme"}, at)
                first = answers_now(lines)
                assert first is not None, (town, node.text)
                assert (first.phone in PHONES) == danger, (town, node.text, first.phone)
                assert any(line.phone in PHONES for line in lines), (town, node.text)


def test_a_number_that_is_not_in_the_plan_is_said_to_be_so(shipped: Content) -> None:
    """In Ringerike the plan gives no number: it says so, where to look, and who answers for the whole country."""
    points = Guide(shipped, Profile("ringerike"), lambda: MORNING).contact_points()
    looked = 0
    for node in urgent(shipped):
        lines = advised(shipped.services, points, node, {"barnets_kommune": "samme"}, MORNING)
        own = [line for line in lines if line.service == "barnevern"]
        assert all(line.missing and "Det står ikke i planen." in " ".join(line.note) for line in own)
        national = [line for line in lines if line.fallback and line.stands_for == "barnevern"]
        looked += len(national)
        assert all("står ikke i planen" in line.reason for line in national), node.text
    assert looked > 10
