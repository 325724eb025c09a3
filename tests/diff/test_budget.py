"""A large change ends, with the most serious found and shown first; what was not got through is said."""

from __future__ import annotations

import pytest

from guide.checks.diff import cards
from guide.checks.diff.cards import Compared, compare
from guide.checks.diff.nearest import A_CARD, PASSES, Budget
from guide.checks.diff.serious import serious
from guide.checks.diff.versions import side_by_side
from guide.checks.diff.whole import compare_all
from guide.core.content import OUTCOME, Content
from guide.core.record import replace
from guide.service.diffing.diffing import MOST_SHOWN, as_data
from guide.service.diffing.texts import as_markdown, as_text
from tests.diff.pairs import CARD, PAIRS, Pair, both

EASED = Pair(
    "frist og plikt",
    (
        (CARD, "within: 3,", "within: 2,"),
        (CARD, "urgency: today\n    report: must", "urgency: today\n    report: discuss"),
    ),
)


def spent(monkeypatch: pytest.MonkeyPatch, old: Content, new: Content, card: str, states: int) -> tuple[Compared, int]:
    """What is found with a budget of some states, and how many were looked at."""
    budget = Budget(states)
    monkeypatch.setattr(cards, "Budget", lambda: budget)
    return compare(side_by_side(old, new), card), states - budget.states


def test_the_most_serious_is_looked_for_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """With one state too few for both, the weaker duty is found and the shorter deadline is left undecided."""
    old, new = both(EASED)
    found, used = spent(monkeypatch, old, new, "by/kort", A_CARD)
    assert {each.what for each in found.differences} == {("report",), ("deadlines",)}
    assert not found.unproved
    found, _ = spent(monkeypatch, old, new, "by/kort", used - 1)
    assert [each.what for each in found.differences] == [("report",)]
    assert [title for _, _, title in found.unproved] == ["Del det"]


def test_a_large_change_keeps_its_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """All advice of the shipped content is another: no more is looked at than allowed, and the rest is undecided."""
    old, _ = both(next(pair for pair in PAIRS if pair.real))
    made = {
        name: replace(
            card,
            nodes={
                n: replace(node, urgency="routine", report="discuss") if node.kind == OUTCOME else node
                for n, node in card.nodes.items()
            },
        )
        for name, card in old.cards.items()
    }
    found, used = spent(monkeypatch, old, replace(old, cards=made), "stange/barnehage", 5_000)
    assert found.differences
    assert found.unproved
    # a search ends with the step that goes beyond, and getting it ready counts too
    assert used < 6_000


def test_a_small_change_of_a_shipped_card_is_far_from_the_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """One value of one advice: decided with a tenth of the states that a card may use."""
    for pair in PAIRS:
        if pair.name == "ekte: tegn haster mindre":
            found, used = spent(monkeypatch, *both(pair), "stange/barnehage", A_CARD)
            assert len(found.differences) == 1
            assert used < A_CARD // 10
    assert PASSES[-1] < A_CARD


def test_what_is_undecided_is_one_line_a_card(monkeypatch: pytest.MonkeyPatch) -> None:
    """The report counts the places and never says that nothing changes; JSON names them."""
    monkeypatch.setattr(cards, "Budget", lambda: Budget(0))
    found = compare_all(*both(EASED))
    said = "\n".join(as_text(found))
    assert "  Bekymret: 2 steder kan være endret, men søket ble for stort. Se stedene med --format json." in said
    assert "Ingenting endrer seg" not in said
    assert sorted(each["after"] for each in as_data(found)["unproved"]) == ["Del det", "Meld"]
    found.unproved = found.unproved[:1]
    assert "  Bekymret: 1 sted kan være endret" in "\n".join(as_text(found))


def test_the_report_shows_the_most_serious(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of very many changes of one card the gravest come first, and a line says how many more there are."""
    found = compare_all(*both(EASED))
    duty = next(each for each in found.differences if each.what == ("report",))
    other = next(each for each in found.differences if each.what == ("deadlines",))
    found.differences = [*[other] * (MOST_SHOWN + 2), duty]
    for text in ("\n".join(as_text(found)), "\n".join(as_markdown(found))):
        assert 0 < text.index("Plikt til å melde") < text.index("Frist.")
        assert text.count("Slik kommer du dit") == MOST_SHOWN
        assert "Og 3 til. Se dem med" in text
    assert len(as_data(found)["differences"]) == MOST_SHOWN + 3


def test_what_is_serious() -> None:
    """A weaker or lost duty, then less urgent, then guardians earlier; the other way none of it."""
    weaker = ("report", ("must",), ("discuss",))
    lost = ("duties", ("avert", "police"), ("avert",))
    slower = ("urgency", ("now",), ("today",))
    sooner = ("guardians", ("not_before_advice",), ("inform_unless",))
    assert [serious([each]) for each in (weaker, lost, slower, sooner)] == [0, 0, 1, 2]
    assert [serious([(what, after, before)]) for what, before, after in (weaker, lost, slower, sooner)] == [3, 3, 3, 3]
    assert serious([sooner, slower]) == 1
    assert serious([]) == 3
