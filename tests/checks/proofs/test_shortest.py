"""The walk that a finding shows can be walked, and is found only where there is one."""

from __future__ import annotations

import pytest

from guide.checks.proofs import shortest as module
from guide.checks.proofs.distance import within_reach
from guide.checks.proofs.shortest import GaveUpError, shortest, starts
from guide.core.content import OUTCOME, Content
from guide.core.lay import Laid, lay
from guide.core.step import Known
from guide.core.walk import begin
from tests.checks.proofs.walking import walked


def anybody(_: Known) -> bool:
    """Any age will do."""
    return True


def own_outcomes(laid: Laid) -> list[str]:
    """The card's outcomes that a line leads to, those of its alarms left out."""
    within = (laid.nodes[name] for name in sorted(within_reach(laid)))
    return [place.id for place in within if place.kind == OUTCOME and not place.id.startswith("!")]


@pytest.mark.parametrize("card", ["felles/vold", "felles/akutt", "felles/meldeplikt", "felles/samtykke"])
def test_every_outcome_of_a_shared_card_is_walked_to(shipped: Content, card: str) -> None:
    """For each outcome that can be reached, the lines lead the real walk exactly there."""
    laid = lay(shipped, card)
    found = 0
    for end in own_outcomes(laid):
        for known in starts(laid, ("", "barnehage", "videregaende")):
            result = shortest(laid, shipped.lists, [known], [end], anybody)
            if result:
                walk = walked(begin(laid, shipped.lists, tuple(known.items())), result[1])
                assert walk.place.id == result[0] == end
                found += 1
                break
        else:
            pytest.fail(f"{end} is out of reach")
    assert found == len(own_outcomes(laid)) > 3


def test_what_an_included_card_does_alone_is_out_of_reach(shipped: Content) -> None:
    """The ends that a shared card has for itself lie in the graph that includes it, and no line leads to them."""
    laid = lay(shipped, "felles/akutt")
    left_out = {place.id for place in laid.nodes.values() if place.kind == OUTCOME} - set(own_outcomes(laid))
    assert left_out == {"selvmord/slutt", "henting/slutt"}
    assert shortest(laid, shipped.lists, starts(laid, ("skole",)), sorted(left_out), anybody) is None


def test_the_shortest_of_several_is_taken(shipped: Content) -> None:
    """Of all outcomes of a card the nearest is found, and no outcome is nearer than the first question allows."""
    laid = lay(shipped, "felles/henting")
    end, lines = shortest(laid, shipped.lists, starts(laid, ("skole",)), own_outcomes(laid), anybody) or ("", ())
    assert end == "slutt"
    assert len(lines) == 2


def test_what_cannot_be_reached_is_not_found(shipped: Content) -> None:
    """An outcome for 13- to 15-year-olds is found with one of them and with nobody younger."""
    laid = lay(shipped, "ringsaker/hvem")

    def aged(*ages: str) -> object:
        return shortest(
            laid,
            shipped.lists,
            starts(laid, ("skole",)),
            ["psykisk-13-15"],
            lambda known: known.get("alder") in ages,
            [int(age) for age in ages],
        )

    assert aged("14")
    assert aged("12", "16") is None


def test_a_search_that_grows_too_large_says_so(shipped: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond its limit the search gives up by an error, not by «there is none»."""
    monkeypatch.setattr(module, "MOST", 5)
    laid = lay(shipped, "ringsaker/hvem")
    with pytest.raises(GaveUpError):
        shortest(laid, shipped.lists, starts(laid, ("skole",)), ["psykisk-13-15"], anybody)
