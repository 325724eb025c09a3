"""From screen to screen. A screen's module is imported when one goes there, so that the first screen costs little."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.screen import Screen

from guide.tui import strings
from guide.tui.case_ways import CaseWays

if TYPE_CHECKING:
    from guide.core.walk import Walk
    from guide.tui.app import GuideApp
    from guide.tui.memo import Held, Memo
    from guide.tui.screens.walk import WalkScreen


HOME: Final = "hjem"


class Ways(CaseWays):
    """Where one can go in the app. `held` is what stands open while one is elsewhere, in memory only."""

    def __init__(self, app: GuideApp) -> None:
        super().__init__(app)
        self.held: Held | None = None

    def main_card(self) -> None:
        """The card of the workplace; where there is none, says so and shows whom to ring."""
        if self.held:
            from guide.tui.modals.ask import ReplaceModal

            self.app.push_screen(ReplaceModal(self.held.walk.laid.card.title), self._replace)
            return
        card = self.app.guide.main_card()
        if card:
            self.begin(card)
        else:
            self._no_card()

    def begin(self, card: str) -> None:
        """Walks a card from its start."""
        from guide.tui.faults import FAULTS

        try:
            self._walk(self.app.guide.begin(card))
        except FAULTS:
            self.stuck()

    def first(self, card: str) -> Screen[None]:
        """The screen that the app opens with: the card, where one is asked for and can be walked; else the first."""
        if card:
            from guide.tui.faults import FAULTS
            from guide.tui.screens.walk import WalkScreen

            try:
                return WalkScreen(self.app.guide, self.app.guide.begin(card))
            except FAULTS:
                self.app.call_later(self.stuck)
        from guide.tui.screens.home import HomeScreen

        return HomeScreen()

    def resume(self, alarm: str = "") -> None:
        """On with the card that stands open."""
        if self.held:
            held, self.held = self.held, None
            self._walk(held.walk, alarm, held.memo)

    def ongoing(self) -> None:
        """On with the card that stands open, or to the cases that are saved; asks where there is both."""
        if self.held and self.cases().there:
            from guide.tui.modals.ask import NEW, OLD, OngoingModal

            ways = {OLD: self.resume, NEW: self.open_cases}
            modal = OngoingModal(self.held.walk.laid.card.title)
            self.app.push_screen(modal, lambda chosen: ways[chosen]() if chosen else None)
        elif self.held:
            self.resume()
        else:
            self.open_cases()

    def alarm(self, card: str | None) -> None:
        """An alarm was chosen: in the walk that is open, where there is one, else by itself. Nothing: stays."""
        if card:
            self.app.call_later(self._alarm, card)

    def open(self, card: str) -> None:
        """Walks a card that was found: in the walk that is open where it is one of its alarms, back to it where it is
        the card itself, else by itself."""
        walk = self._open_walk()
        if walk and walk.walk.laid.card.id == card:
            while self.app.screen is not walk:
                self.app.pop_screen()
        elif card in strings.ALARM_NAMES:
            self.alarm(card)
        elif card == self.app.guide.main_card() and not walk:
            self.main_card()
        else:
            self.begin(card)

    def home(self) -> None:
        """To the first screen. The walk that was begun first stands open till one quits."""
        from guide.tui.screens.home import HomeScreen
        from guide.tui.screens.walk import WalkScreen

        lost = ""
        while not isinstance(self.app.screen, HomeScreen):
            if isinstance(self.app.screen, WalkScreen):
                before = self.held
                self.app.screen.hold()
                lost = before.walk.laid.card.title if before and self.held is not before else lost
            self.close()
        if lost:
            self.app.screen.tell(strings.APART_GONE.format(card=lost))

    def close(self) -> None:
        """Closes the screen. Below the card that the app was opened at stands the first screen, made only now."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        else:
            from guide.tui.screens.home import HomeScreen

            self.app.add_mode(HOME, HomeScreen)
            self.app.switch_mode(HOME)

    def _open_walk(self) -> WalkScreen | None:
        from guide.tui.screens.walk import WalkScreen

        return next((screen for screen in reversed(self.app.screen_stack) if isinstance(screen, WalkScreen)), None)

    def _walk(self, walk: Walk, alarm: str = "", memo: Memo | None = None) -> None:
        from guide.tui.screens.walk import WalkScreen

        below = self._open_walk()
        apart = (strings.APART_CASE if below.kept else strings.APART) if below else ""
        self.app.push_screen(WalkScreen(self.app.guide, walk, alarm, memo, apart))

    def _alarm(self, card: str) -> None:
        app, walk = self.app, self._open_walk()
        if walk:
            while app.screen is not walk:
                app.pop_screen()
            if card in walk.walk.laid.alarms:
                walk.call_next(walk.move, lambda: walk.guide.alarm(walk.walk, card))
            else:
                self.begin(card)
        elif self.held and card in self.held.walk.laid.alarms:
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
        from guide.tui.screens.home import HomeScreen

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
