"""The app: it wires screens, theme and keys. It reads no clock and touches no disk by itself."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import Screen

from guide.core.record import replace
from guide.core.text import clean
from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.tui import keys, strings
from guide.tui.ending import EndingApp
from guide.tui.screens.page import Page
from guide.tui.settings import Chosen, Guard, Store
from guide.tui.themes import DARK, OWN, THEMES
from guide.tui.ways import Ways
from guide.tui.widgets import bars
from guide.tui.widgets.chrome import LEAST_HEIGHT, LEAST_WIDTH

if TYPE_CHECKING:  # only those who train or edit pay for it
    from pathlib import Path

    from guide.core.content import Content
    from guide.service.desk import Desk

WALK_STYLES: Final = ("styles/walk.tcss",)
PRELOAD_AFTER: Final = 0.15
"""Seconds after which the walk's modules are imported, so that the first key finds them there."""

MOST_COPIED = 100_000
"""Characters of a field that is copied."""


class GuideApp(EndingApp):
    """`guide` has content, profile and clock; `store` remembers choices; `first_run` asks for them; opens `card`."""

    TITLE = strings.APP
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH: ClassVar = ["styles/frame.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        keys.EMERGENCY.binding(),
        Binding("ctrl+q", "quit", show=False),
    ]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  # Textual declares it as an instance's
        (0, "-tiny-x"),
        (LEAST_WIDTH, "-narrow"),
        (100, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-tiny-y"),
        (LEAST_HEIGHT, "-low"),
        (20, "-mid"),
        (24, "-high"),
        (30, "-tall"),
    ]

    _dressed = False

    def __init__(self, guide: Guide, store: Store, first_run: bool = False, card: str = "") -> None:
        # the card that it opens at has its styles read with those of the frame, not all once more
        super().__init__(css_path=[*self.CSS_PATH, *(WALK_STYLES if card else ())])
        self.guide = guide
        self.store = store
        self.first_run = first_run
        self.card = card
        self.ways = Ways(self)
        bars.use()
        self.guard: Guard | None = None
        self.open_desk: Callable[[], Desk] | None = None
        self.folder: Callable[[], Path] | None = None
        self.choose_folder: Callable[[Path | None], None] | None = None
        self.reopen: Callable[[Path], Content] | None = None
        self._dressed = True
        for theme in THEMES:
            self.register_theme(theme)
        chosen = store.load().theme
        # set in silence: its watcher would have all styles read a second time before the first paint
        self.set_reactive(GuideApp.theme, chosen if chosen in {theme.name for theme in THEMES} else DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours. Textual asks for them before our themes are there, too: for one that is never shown."""
        return super().get_css_variables() if self._dressed else {}

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for Textual's themes."""
        return {name: DARK.variables[name] for name in OWN}

    def get_default_screen(self) -> Screen[None]:
        """The first screen."""
        return self.ways.first(self.card)

    def on_mount(self) -> None:
        """The first start asks first. What comes next is imported while people read."""
        self.set_timer(PRELOAD_AFTER, self._preload)
        if guard := self.guard:
            asyncio.get_running_loop().set_exception_handler(lambda _, about: guard.note(about.get("exception")))
        if self.first_run and any(p.kind == "municipality" for p in self.guide.content.packs.values()):
            from guide.tui.screens.setup import SetupScreen  # only the first start pays for it

            self.push_screen(SetupScreen(first_run=True))

    # --- what the screens ask ------------------------------------------------------------------------------------
    def remember(self, profile: Profile) -> None:
        """Takes over a profile, and saves it. A card that stands open for another place is let go."""
        old = self.guide.profile
        if (old.pack, old.workplace) != (profile.pack, profile.workplace):
            self.ways.held = None
        self.guide = Guide(self.guide.content, profile, self.guide.now)
        self.ways.over_guide()
        self._save(Chosen(profile, self.theme))

    async def on_event(self, event: events.Event) -> None:
        """A key or the mouse: somebody is there."""
        if self.ways.idle and isinstance(event, events.InputEvent) and not isinstance(event, events.MouseMove):
            self.ways.idle.touch()
        await super().on_event(event)

    # --- keys ----------------------------------------------------------------------------------------------------
    def action_emergency(self) -> None:
        """The numbers, from anywhere."""
        from guide.tui.modals.emergency import EmergencyModal
        from guide.tui.screens.hidden import HiddenScreen

        if isinstance(self.screen, HiddenScreen):
            self.pop_screen()
        if not isinstance(self.screen, EmergencyModal):
            self.push_screen(EmergencyModal(self.guide.content.cards), self.ways.alarm)

    def action_hide(self) -> None:
        """Hides everything."""
        from guide.tui.screens.hidden import HiddenScreen

        self.push_screen(HiddenScreen())

    def action_theme(self) -> None:
        """Dark, light, high contrast, and round again; remembers which."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self._save(replace(self.store.load(), theme=self.theme))
        if isinstance(self.screen, Page):
            self.screen.say(strings.THEMES[self.theme])

    def action_help_quit(self) -> None:
        """Ctrl+C: asks as the key for leaving does, and never loses a walk in silence."""
        if isinstance(self.screen, Page):
            self.screen.action_leave()

    def copy_to_clipboard(self, text: str, lines: bool = False) -> None:
        """Copies one line without anything hidden: it may be pasted anywhere, a command line among that.

        `lines`: several, for a field of a form.
        """
        parts = clean(text, MOST_COPIED).splitlines() if lines else [clean(text)]
        super().copy_to_clipboard("\n".join(" ".join(part.split()) for part in parts))

    # --- inside --------------------------------------------------------------------------------------------------
    def _save(self, chosen: Chosen) -> None:
        try:
            self.store.save(chosen)
        except OSError:
            if isinstance(self.screen, Page):
                self.call_after_refresh(self.screen.say, strings.NOT_SAVED)

    def _preload(self) -> None:
        if self.guard:
            self.guard.seal()
        if not gc.isenabled():  # off while starting; what stands now stays, and is not looked through again
            gc.freeze()
            gc.enable()
        import opening_hours  # noqa: F401  # the first contact that is shown needs it

        import guide.tui.modals.emergency
        import guide.tui.screens.walk
        import guide.tui.widgets.record
        import guide.tui.widgets.signs  # noqa: F401

        self.ways.look_for_cases()
