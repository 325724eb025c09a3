"""Who is walking: municipality, workplace, and the numbers that they have typed in themselves."""

from __future__ import annotations

from guide.core.contacts import ContactPoint
from guide.core.content import Content, Pairs
from guide.core.record import record


@record
class Profile:
    """`pack` is the municipality's; `facts` are known of everybody who walks here (virksomhet, eier, rolle)."""

    pack: str
    facts: Pairs = ()
    local: tuple[ContactPoint, ...] = ()

    @property
    def workplace(self) -> str:
        """The value of `virksomhet`, empty where it is not known."""
        return dict(self.facts).get("virksomhet", "")


def main_card(content: Content, profile: Profile) -> str:
    """The id of the card for this municipality and workplace, empty where the municipality has none."""
    pack = content.packs.get(profile.pack)
    found = dict(pack.cards).get(profile.workplace, "") if pack else ""
    return found if found in content.cards else ""


def other_cards(content: Content, profile: Profile) -> tuple[str, ...]:
    """The municipality's cards on one topic that this workplace may open beside its own card, by title."""
    own = main_card(content, profile)
    found = [
        card
        for card in content.cards.values()
        if card.pack == profile.pack and card.id != own and profile.workplace in card.serves
    ]
    return tuple(card.id for card in sorted(found, key=lambda card: card.title.casefold()))
