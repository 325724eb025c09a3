"""From any screen to one that stands over it. A screen's module is imported when one goes there."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from guide.core.clock import local
from guide.tui import strings

if TYPE_CHECKING:
    from guide.core.walk import Walk
    from guide.service.desk import Desk
    from guide.service.guide import Guide
    from guide.service.measures.measures import Wanted
    from guide.tui.app import GuideApp
    from guide.tui.memo import Held


class Doors:
    """Screens that are opened over what is there, and closed again."""

    held: Held | None = None
    editor = ""
    """The role of who edits, as it was typed last; in memory alone."""

    def __init__(self, app: GuideApp) -> None:
        self.app = app

    @cached_property
    def desk(self) -> Desk | None:
        """The trainers' desk, opened when it is first asked for; None where the app has none."""
        return self.app.open_desk() if self.app.open_desk else None

    def place_words(self) -> str:
        """Where one is: «Stange kommune, barnehage», empty before it is chosen."""
        guide = self.app.guide
        pack = guide.content.packs.get(guide.profile.pack)
        workplace = strings.AT_WORKPLACE.get(guide.profile.workplace, "")
        return strings.PLACE.format(municipality=pack.name, workplace=workplace) if pack and workplace else ""

    def contacts(self) -> None:
        """All contacts."""
        from guide.tui.screens.contacts import ContactsScreen

        self.app.push_screen(ContactsScreen(self.app.guide))

    def signs(self) -> None:
        """The signs, to read."""
        from guide.tui.screens.reading import signs_screen

        self.app.push_screen(signs_screen(self.app.guide))

    def cards(self) -> None:
        """The cards on one topic."""
        from guide.tui.screens.cards import CardsScreen

        self.app.push_screen(CardsScreen(self.app.guide))

    def measures(self, wanted: Wanted | None = None) -> None:
        """What the municipality has; `wanted` is what a walk knows."""
        from guide.tui.screens.measures import MeasuresScreen

        self.app.push_screen(MeasuresScreen(self.app.guide, wanted))

    def exercises(self) -> None:
        """The exercises."""
        from guide.tui.training.lessons import LessonsScreen

        if self.desk:
            self.app.push_screen(LessonsScreen(self.app.guide, self.desk))

    def editing(self) -> None:
        """The admin's folder."""
        from guide.tui.editing.home import EditHomeScreen

        if self.app.folder:
            guide = self.app.guide
            self.app.push_screen(EditHomeScreen(self.app.folder(), lambda: local(guide.now())))

    async def renew(self) -> bool:
        """Reads what staff read anew: the folder is another, or something was published. False where it can't now.

        A card that is open is walked to its end as it was begun.
        """
        import asyncio

        from guide.service.guide import Guide
        from guide.tui.screens.walk import WalkScreen

        app = self.app
        open_card = self.held or any(isinstance(screen, WalkScreen) for screen in app.screen_stack)
        if open_card or app.reopen is None or app.folder is None:
            return False
        content = await asyncio.to_thread(app.reopen, app.folder())
        app.guide = Guide(content, app.guide.profile, app.guide.now)
        app.ways.over_guide()
        return True

    def settings(self) -> None:
        """The settings."""
        from guide.tui.screens.preferences import SettingsScreen

        self.app.push_screen(SettingsScreen())

    def summary(self, guide: Guide, walk: Walk, note: str, saved: str = "") -> None:
        """What came of a walk."""
        from guide.tui.screens.summary import SummaryScreen

        self.app.push_screen(SummaryScreen(guide, walk, note, saved))

    def stuck(self) -> None:
        """The card can't go on."""
        from guide.tui.modals.stuck import StuckModal

        self.app.push_screen(StuckModal())

    def search(self) -> None:
        """Search, over what is open."""
        from guide.tui.screens.search import SearchScreen

        self.app.push_screen(SearchScreen(self.app.guide))
