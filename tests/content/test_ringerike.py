"""What Ringerike's plan asks of its card: the log waits for a yes and is never for violence, and TIBIR is for 3–12."""

from __future__ import annotations

import pytest

from guide.core.content import Content
from guide.core.lay import Laid, lay, targets

CARD = "ringerike/bti"
LOGS = frozenset({"n1-logg", "n2-logg", "n3-logg"})


@pytest.fixture(scope="module")
def laid(shipped: Content) -> Laid:
    """The card with all that is laid in."""
    found = lay(shipped, CARD)
    found.nodes.whole()
    return found


def reached(laid: Laid, closed: frozenset[str]) -> set[str]:
    """What can be reached from any node but these without passing one of them."""
    seen, left = set[str](), [laid.start, *(name for name in laid.nodes if name.startswith("!"))]
    while left:
        name = left.pop()
        if name not in seen and name in laid.nodes and name not in closed:
            seen.add(name)
            left += targets(laid.nodes[name])
    return seen


def test_the_log_is_never_for_violence(laid: Laid) -> None:
    """Every way to a stafettlogg, from an alarm too, passes one turn, and that leads on only without any suspicion."""
    assert reached(laid, frozenset()) >= LOGS
    assert not reached(laid, frozenset({"navn-vold"})) & LOGS
    turn = laid.nodes["navn-vold"]
    assert turn.target("nei") == "navn-hva"
    assert {turn.target(value) for value in ("vet_ikke", "uklare_tegn", "konkret")} == {"stille-vold"}


def test_the_log_waits_for_a_yes(laid: Laid) -> None:
    """The turn before the log comes after the card on consent, and there only after the answer «gitt»."""
    before = {place.id: place for place in laid.nodes.values() if "samtykke/navn" in targets(place)}
    assert before.keys() == {"samtykke/barn", "samtykke/ungdom", "samtykke/voksen"}
    for place in before.values():
        assert [value for value in place.edges if place.target(value) == "samtykke/navn"] == ["gitt"]
    assert [place.id for place in laid.nodes.values() if "navn-vold" in targets(place)] == ["samtykke/navn"]


def test_every_level_begins_with_violence_and_duty(laid: Laid) -> None:
    """Nobody is asked for the level, in any round, without having passed the cards on violence and on the duty."""
    for asked in ("vold/mistanke", "plikt/sted"):
        assert "nivaa" not in reached(laid, frozenset({asked, "f-ny"})), asked
    assert [place.id for place in laid.nodes.values() if "f-ny" in targets(place)] == ["f-raad"]
    assert laid.nodes["f-ny"].target("vet_ikke") == "stille-vold"


@pytest.mark.parametrize(
    ("age", "task"),
    [("0", "t-smaa"), ("2", "t-smaa"), ("3", "t-tibir"), ("12", "t-tibir"), ("13", "t-ungdom"), ("17", "t-ungdom")],
)
def test_tibir_is_for_the_parents_of_children_from_3_to_12(laid: Laid, age: str, task: str) -> None:
    """As the plan says; for other ages the card says what is missing."""
    assert laid.nodes["t-alder"].target(age) == task


def test_no_number_is_made_up(shipped: Content) -> None:
    """The plan has no numbers: each contact point says that its number is missing, or is a page of the municipality."""
    points = shipped.contacts["ringerike"]
    assert len(points) >= 8
    assert not [point.id for point in points if point.phone]
    assert all(point.missing or point.web.startswith("https://www.") for point in points)


def test_admins_read_what_was_mended_and_what_the_plan_leaves_out(shipped: Content) -> None:
    """The levels that are not in the plan, the law's new words, its own disagreements, and the chapters left out."""
    notes = " ".join(shipped.packs["ringerike"].notes)
    for said in ("Nivåene 0–3", "§ 15-1", "ingen telefonnumre", "Barnehage er ikke nevnt", "Ikke i kortet"):
        assert said in notes
