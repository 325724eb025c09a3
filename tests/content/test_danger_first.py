"""No date is asked before it is known whether the child is in danger."""

from __future__ import annotations

from collections.abc import Iterator

from guide.core.content import ASK, RECORD, Content
from guide.core.lay import Laid, Place, lay, targets

DANGER = frozenset({"akutt_fare"})
AFTER = {
    "felles/plikt": {"raad/notat"},
    "felles/droft": {"raad/notat"},
    "felles/melding": {"sendt"},
    "felles/raad": {"notat"},
}
"""Shared cards for those who have reported, or sought advice, and the records that ask when that was."""


def has_date(place: Place) -> bool:
    """Whether a date is asked for here."""
    return place.kind == RECORD and any(field.kind == "date" for field in place.node.fields)


def dated(laid: Laid, passing: frozenset[str]) -> Iterator[str]:
    """The records with a date that can be reached from the start without passing a question about `passing`."""
    seen: set[str] = set()
    left = [laid.start]
    while left:
        place = laid.nodes[left.pop()]
        if place.id in seen:
            continue
        seen.add(place.id)
        if place.kind == ASK and place.fact in passing:
            continue
        if has_date(place):
            yield place.id
        else:
            left += [target for target in targets(place) if target in laid.nodes]


def test_no_date_is_asked_before_danger(shipped: Content) -> None:
    """On every way through every shipped card, with all that is laid in, but when one reported or was advised."""
    assert {card: found for card in shipped.cards if (found := set(dated(lay(shipped, card), DANGER)))} == AFTER


def test_the_cards_of_a_workplace_begin_with_danger(shipped: Content) -> None:
    """The first stop of each is the question itself, and there are dates further on, so that the test above counts."""
    own = [card for card in shipped.cards.values() if card.serves]
    assert len(own) >= 3
    for card in own:
        laid = lay(shipped, card.id)
        assert laid.nodes[laid.start].fact in DANGER
        assert any(has_date(place) for place in laid.nodes.values())
        assert set(dated(laid, frozenset()))
