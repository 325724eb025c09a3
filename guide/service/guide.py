"""The use cases that every front end calls: begin a walk, give what is asked, see what is to be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from guide.core.clock import local
from guide.core.contacts import ContactPoint
from guide.core.content import Content, Pairs
from guide.core.days import Calendar, calendar_of
from guide.service.profile import Profile, main_card, other_cards

if TYPE_CHECKING:  # imported where they are used: `contacts` walks no card
    from guide.core.lay import Laid
    from guide.core.walk import Walk


class Guide:
    """All that a front end needs for one user. `now` gives an aware time from outside; nothing here reads a clock."""

    def __init__(self, content: Content, profile: Profile, now: Callable[[], datetime]) -> None:
        self.content = content
        self.profile = profile
        self.now = now
        self._laid: dict[str, Laid] = {}

    # --- what there is -----------------------------------------------------------------------------------------
    def main_card(self) -> str:
        """The card for this user's workplace, empty where there is none."""
        return main_card(self.content, self.profile)

    def other_cards(self) -> tuple[str, ...]:
        """The municipality's cards on one topic for this user's workplace, by title."""
        return other_cards(self.content, self.profile)

    def laid(self, card: str) -> Laid:
        """The graph of a card, laid once. Raises LayError for a card that is not in use."""
        from guide.core.lay import lay

        if card not in self._laid:
            self._laid[card] = lay(self.content, card, at_once=False)
        return self._laid[card]

    def contact_points(self) -> tuple[ContactPoint, ...]:
        """The user's own numbers, the municipality's and the country's contact points, in that order."""
        found = self.content.contacts
        return (*self.profile.local, *found.get(self.profile.pack, ()), *found.get("nasjonalt", ()))

    def calendar(self) -> Calendar:
        """The municipality's working days and closing days."""
        return calendar_of(self.content.packs.get(self.profile.pack))

    # --- a walk ------------------------------------------------------------------------------------------------
    def begin(self, card: str, facts: Pairs = ()) -> Walk:
        """A new walk of `card`; `facts` come before those of the profile. Raises LayError and StuckError."""
        from guide.core.walk import begin

        known = {**dict(self.profile.facts), **dict(facts)}
        return begin(self.laid(card), self.content.lists, tuple(known.items()))

    def answer(self, walk: Walk, value: str) -> Walk:
        """Answers the question at hand. Raises WalkError and StuckError, as all that follow."""
        return walk.answer(value, self._when())

    def tick(self, walk: Walk, signs: Iterable[str]) -> Walk:
        """Goes on from the signs with these ticked."""
        return walk.tick(signs, self._when())

    def done(self, walk: Walk) -> Walk:
        """The task at hand is done."""
        return walk.done(self._when())

    def note(self, walk: Walk, fields: Mapping[str, str]) -> Walk:
        """Notes what the record asks for."""
        return walk.note(fields, self._when())

    def go_on(self, walk: Walk) -> Walk:
        """Goes on after a waiting point."""
        return walk.go_on(self._when())

    def alarm(self, walk: Walk, card: str) -> Walk:
        """Opens an alarm."""
        return walk.alarm(card, self._when())

    def back(self, walk: Walk) -> Walk:
        """One step back."""
        return walk.back()

    def _when(self) -> datetime:
        return local(self.now())
