"""From screen to screen. A screen's module is imported when one goes there, so that the first screen costs little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.core.walk import Walk
from guide.service.guide import Guide
from guide.tui import strings
from guide.tui.faults import FAULTS
from guide.tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from guide.tui.app import GuideApp


class Ways:
    """Where one can go in the app. `held` is the walk that stands open while one is elsewhere, in memory only."""

    def __init__(self, app: GuideApp) -> None:
        self.app = app
        self.held: Walk | None = None

    def main_card(self) -> None:
        """The card of the workplace; where there is none, says so and shows whom to ring."""
        if self.held:
            from guide.tui.modals.ask import ReplaceModal

            self.app.push_screen(ReplaceModal(self.held.laid.card.title), self._replace)
            return
        card = self.app.guide.main_card()
        if card:
            self.begin(card)
        else:
            self._no_card()

    def begin(self, card: str) -> None:
        """Walks a card from its start."""
        try:
            self._walk(self.app.guide.begin(card))
        except FAULTS:
            self.stuck()

    def resume(self, alarm: str = "") -> None:
        """On with the card that stands open."""
        if self.held:
            held, self.held = self.held, None
            self._walk(held, alarm)

    def alarm(self, card: str | None) -> None:
        """An alarm was chosen: in the walk that is open, where there is one, else by itself. Nothing: stays."""
        if card:
            self.app.call_later(self._alarm, card)

    def contacts(self) -> None:
        """All contacts."""
        from guide.tui.screens.contacts import ContactsScreen

        self.app.push_screen(ContactsScreen(self.app.guide))

    def signs(self) -> None:
        """The signs, to read."""
        from guide.tui.screens.reading import signs_screen

        self.app.push_screen(signs_screen(self.app.guide))

    def settings(self) -> None:
        """The settings."""
        from guide.tui.screens.preferences import SettingsScreen

        self.app.push_screen(SettingsScreen())

    def summary(self, guide: Guide, walk: Walk) -> None:
        """What came of a walk."""
        from guide.tui.screens.summary import summary_screen

        self.app.push_screen(summary_screen(guide, walk))

    def stuck(self) -> None:
        """The card can't go on."""
        from guide.tui.modals.stuck import StuckModal

        self.app.push_screen(StuckModal())

    def _walk(self, walk: Walk, alarm: str = "") -> None:
        from guide.tui.screens.walk import WalkScreen

        self.app.push_screen(WalkScreen(self.app.guide, walk, alarm))

    def _alarm(self, card: str) -> None:
        from guide.tui.screens.walk import WalkScreen

        app = self.app
        walk = next((screen for screen in reversed(app.screen_stack) if isinstance(screen, WalkScreen)), None)
        if walk:
            while app.screen is not walk:
                app.pop_screen()
            if card in walk.walk.laid.alarms:
                walk.call_next(walk.move, lambda: walk.guide.alarm(walk.walk, card))
            else:
                self.begin(card)
        elif self.held and card in self.held.laid.alarms:
            self.resume(card)
        else:
            self.begin(card)

    def _replace(self, chosen: str | None) -> None:
        from guide.tui.modals.ask import NEW, OLD

        if chosen == OLD:
            self.resume()
        elif chosen == NEW:
            self.held = None
            self.main_card()

    def _no_card(self) -> None:
        guide = self.app.guide
        pack = guide.content.packs.get(guide.profile.pack)
        if pack is None:
            note = strings.HOME_NO_CONTENT
        elif dict(pack.cards).get(guide.profile.workplace):
            note = strings.HOME_CARD_BROKEN
        else:
            note = strings.HOME_NO_CARD.format(municipality=pack.name)
        if isinstance(self.app.screen, HomeScreen):
            self.app.screen.tell(note)
        self.contacts()
