"""The settings: where one works, one's own numbers, light or dark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.screens.numbers import NumbersScreen
from guide.tui.screens.page import Page
from guide.tui.screens.setup import SetupScreen
from guide.tui.text import GAP, Line, plain, title_of
from guide.tui.widgets.answers import AnswerList, Choice
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose

PLACE, NUMBERS, THEME, FOLDER = "sted", "numre", "farger", "mappe"


class SettingsScreen(Page):
    """What can be set."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def body(self) -> Iterable[Widget]:
        """The choices."""
        choices = [
            Choice(PLACE, strings.SETTINGS_MUNICIPALITY, self.guide_app.ways.place_words()),
            Choice(NUMBERS, strings.SETTINGS_NUMBERS),
            Choice(THEME, strings.SETTINGS_THEME),
            *self._folder(),
        ]
        title = Prose([Line(title_of(strings.SETTINGS_TITLE)), GAP])
        return (Pane(title, AnswerList(choices), Prose([GAP, Line(plain(strings.PRIVATE, "$text-muted"))])),)

    def hints(self) -> Sequence[Key]:
        """The keys at the foot."""
        return (keys.ANSWER, keys.OPEN, keys.BACK, keys.HELP)

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """One of them."""
        event.stop()
        if event.value == PLACE:
            self.dismiss()
            self.app.push_screen(SetupScreen(first_run=False))
        elif event.value == NUMBERS:
            self.app.push_screen(NumbersScreen())
        elif event.value == FOLDER:
            self.run_worker(self._open_folder(), exclusive=True)
        else:
            self.guide_app.action_theme()

    def _folder(self) -> list[Choice]:
        """Whose cards are shown, where the app can take others."""
        app = self.guide_app
        if app.folder is None or app.choose_folder is None:
            return []
        from guide.service.editing.folder_words import shown

        return [Choice(FOLDER, strings.SETTINGS_FOLDER, shown(app.folder()))]

    async def _open_folder(self) -> None:
        """Another folder, or what comes with the app."""
        from guide.tui.editing.folder import choose

        note = await choose(self.guide_app, self.say)
        self.frame()
        if note:
            choices = self.query_one(AnswerList).choices
            self.query_one(AnswerList).show([*choices[:-1], *self._folder()], len(choices) - 1)
            self.say(note)
