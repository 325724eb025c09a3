"""The first start: municipality, workplace, and numbers for those who want to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.service.profile import Profile
from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.screens.numbers import NumbersScreen
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, plain
from guide.tui.widgets.answers import AnswerList, Choice
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose

MUNICIPALITY, WORKPLACE, NUMBERS = 0, 1, 2
SKIP, TYPE = "hopp", "legg-inn"


class SetupScreen(Page):
    """Two questions and an offer at the first start; the two questions alone from the settings."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def __init__(self, first_run: bool) -> None:
        super().__init__()
        self.first_run = first_run
        self.step = MUNICIPALITY
        self.pack = ""

    def body(self) -> Iterable[Widget]:
        """One question at a time."""
        return (Pane(Prose(id="title"), AnswerList(), id="setup"),)

    def hints(self) -> Sequence[Key]:
        """The keys at the foot."""
        first = self.first_run and self.step == MUNICIPALITY  # there is nothing to go back to
        return (keys.ANSWER, keys.ARROWS, keys.OPEN, *(() if first else (keys.BACK,)))

    def on_mount(self) -> None:
        """The first question."""
        self.ask()

    def ask(self) -> None:
        """Shows the question of the step."""
        title, below, choices, now = self._question()
        lines = [Line(plain(title, "bold")), GAP, Line(plain(below, "$text-muted")), GAP]
        self.query_one("#title", Prose).show(lines)
        step = strings.SETUP_STEP.format(step=self.step + 1, steps=NUMBERS + 1)
        self.heading = step if self.first_run else strings.SETTINGS_TITLE
        at = next((i for i, choice in enumerate(choices) if choice.value == now), 0)
        self.query_one(AnswerList).show(choices, at)
        self.frame()

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """The answer of the step."""
        event.stop()
        if self.step == MUNICIPALITY:
            self.pack, self.step = event.value, WORKPLACE
            self.ask()
        elif self.step == WORKPLACE:
            self._chosen(event.value)
        else:
            self.dismiss()
            if event.value == TYPE:
                self.app.push_screen(NumbersScreen())

    def action_back(self) -> None:
        """One question back; from the first one out, unless it is the first start."""
        if self.step > MUNICIPALITY:
            self.step -= 1
            self.ask()
        elif not self.first_run:
            self.dismiss()

    def action_leave(self) -> None:
        """Nothing is begun yet."""
        if self.first_run:
            self.app.exit()
        else:
            self.dismiss()

    def _chosen(self, workplace: str) -> None:
        old = self.guide_app.guide.profile
        same = (old.pack, old.workplace) == (self.pack, workplace)
        facts = {f: v for f, v in old.facts if same or f not in ("virksomhet", "eier")}
        profile = Profile(
            self.pack,
            tuple({**facts, "virksomhet": workplace}.items()),
            old.local if old.pack == self.pack else (),
        )
        self.guide_app.remember(profile)
        if self.first_run:
            self.step = NUMBERS
            self.ask()
        else:
            self.dismiss()

    def _question(self) -> tuple[str, str, list[Choice], str]:
        guide = self.guide_app.guide
        if self.step == MUNICIPALITY:
            packs = [Choice(p.id, p.name) for p in guide.content.packs.values() if p.kind == "municipality"]
            return strings.SETUP_MUNICIPALITY, strings.SETUP_MUNICIPALITY_HELP, packs, guide.profile.pack
        if self.step == WORKPLACE:
            places = [Choice(value, text) for value, text in strings.WORKPLACES.items()]
            return strings.SETUP_WORKPLACE, strings.SETUP_WORKPLACE_HELP, places, guide.profile.workplace
        offer = [Choice(SKIP, strings.SETUP_NUMBERS_NO), Choice(TYPE, strings.SETUP_NUMBERS_YES)]
        return strings.SETUP_NUMBERS, strings.SETUP_NUMBERS_HELP, offer, SKIP
