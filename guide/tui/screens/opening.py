"""The keys that open something else. They do so from every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.screen import Screen

from guide.tui import keys, strings

if TYPE_CHECKING:
    from guide.service.views import ContactView
    from guide.tui.app import GuideApp


class Opening(Screen[None]):
    """What is opened is imported when it is opened, so that the first screen costs little."""

    @property
    def guide_app(self) -> GuideApp:
        """The app, as what it is."""
        return cast("GuideApp", self.app)

    def say(self, note: str) -> None:
        """Says something in one line until the next step."""
        raise NotImplementedError

    def contact(self) -> ContactView | None:
        """Whose number is copied and shown large, None where there is none."""
        return None

    def action_alarms(self) -> None:
        """The small menu of alarms."""
        from guide.tui.modals.emergency import AlarmModal

        self.app.push_screen(AlarmModal(self.guide_app.guide.content.cards), self.guide_app.ways.alarm)

    def action_contacts(self) -> None:
        """All contacts."""
        self.guide_app.ways.contacts()

    def action_search(self) -> None:
        """Search."""
        self.guide_app.ways.search()

    def action_signs(self) -> None:
        """The signs, to read."""
        self.guide_app.ways.signs()

    def action_settings(self) -> None:
        """The settings."""
        self.guide_app.ways.settings()

    def action_help(self) -> None:
        """The keys."""
        from guide.tui.modals.help import HelpModal

        self.app.push_screen(HelpModal())

    def action_why(self) -> None:
        """Why this stands here; where there is nothing to tell, the keys."""
        self.action_help()

    def action_copy(self) -> None:
        """Copies the number that is shown."""
        contact = self.contact()
        number = contact.number if contact else ""
        if number:
            self.app.copy_to_clipboard(number)
        self.say(strings.COPIED.format(number=number) if number else strings.NOTHING_TO_COPY)

    def action_qr(self) -> None:
        """The number alone, with the code that a phone can read."""
        from guide.tui.modals.number import NumberModal

        contact = self.contact()
        if contact and contact.number:
            self.app.push_screen(NumberModal(contact))
        else:
            self.say(strings.NOTHING_TO_COPY)

    def action_palette(self) -> None:
        """Everything that can be done here."""
        from guide.tui.modals.palette import PaletteModal

        contact = self.contact()
        without = () if contact and contact.number else (keys.COPY, keys.QR)
        possible = [key for key in keys.ACTIONS if key not in without and self._can(key.action)]
        self.app.push_screen(PaletteModal(possible), self._do)

    def _can(self, action: str) -> bool:
        where, _, name = action.rpartition(".")
        return hasattr(self.app if where else self, f"action_{name}")

    async def _do(self, action: str | None) -> None:
        if action:
            await self.run_action(action)
