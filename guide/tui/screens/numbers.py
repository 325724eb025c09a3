"""Numbers that the plan doesn't have: the leader's, the child welfare office's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.core.clock import local, weekday_date
from guide.core.record import replace
from guide.service.views import RecordView
from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.local_numbers import fields, points_of
from guide.tui.screens.page import Page
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.record import RecordPane


class NumbersScreen(Page):
    """A field a service. Escape leaves it without saving."""

    CSS_PATH: ClassVar = ["../styles/walk.tcss"]
    heading = strings.SETTINGS_TITLE
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def body(self) -> Iterable[Widget]:
        """The fields."""
        guide = self.guide_app.guide
        today = local(guide.now()).date()
        entered = {
            p.service: strings.NUMBER_ENTERED.format(date=weekday_date(date.fromisoformat(p.entered), today))
            for p in guide.profile.local
            if p.entered
        }
        shown = RecordView("", "", strings.NUMBERS_TITLE, strings.NUMBERS_HELP, fields=fields(guide, entered))
        return (RecordPane(shown, today),)

    def hints(self) -> Sequence[Key]:
        """Fields and out."""
        return (keys.ENTER, keys.NEXT_FIELD, keys.ESCAPE)

    def on_pane_given(self, event: Pane.Given) -> None:
        """Remembers and leaves."""
        event.stop()
        if not isinstance(event.value, dict):
            return
        app = self.guide_app
        today = local(app.guide.now()).date().isoformat()
        app.remember(replace(app.guide.profile, local=points_of(app.guide, event.value, today)))
        self.dismiss()
