"""Quick practice: twenty situations, one key each, and why at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from textual.binding import Binding
from textual.widget import Widget

from guide.core.exercise import RIGHT
from guide.service.desk import Desk
from guide.service.guide import Guide
from guide.service.training.quick import situations
from guide.service.training.view import Option, Quick
from guide.service.training.words import VERDICT
from guide.tui import keys
from guide.tui.keys import Key
from guide.tui.text import GAP, Line, heading, plain, section
from guide.tui.training import texts
from guide.tui.training.page import LEAVE, TrainingPage
from guide.tui.training.told import MARKS
from guide.tui.widgets.answers import AnswerList, Choice
from guide.tui.widgets.pane import Pane

MOST_SOURCES: Final = 4
ON, AGAIN, OUT = "videre", "igjen", "ut"


class QuickScreen(TrainingPage):
    """The situations of one area that `seed` draws. `at` is the one that is shown; nothing is kept."""

    BINDINGS = [Binding("escape", "leave", show=False)]  # noqa: RUF012

    def __init__(self, guide: Guide, desk: Desk, area: str, seed: str) -> None:
        super().__init__()
        self.guide, self.desk, self.area, self.seed = guide, desk, area, seed
        self.heading = texts.QUICK_AREAS[area]
        self.situations = self._drawn()
        self.at, self.right = 0, 0
        self.answered: Option | None = None

    def _drawn(self) -> tuple[Quick, ...]:
        return situations(self.guide, self.area, self.seed, self.desk.exercises.values())

    def body(self) -> Iterable[Widget]:
        """One situation at a time."""
        return (Pane(AnswerList(), id="quick"),)

    def start(self) -> None:
        """The first one."""
        super().start()
        self.draw()

    def hints(self) -> Sequence[Key]:
        """Answer, or out."""
        return (keys.ANSWER, keys.ENTER, LEAVE, keys.HELP)

    def draw(self) -> None:
        """Shows where one is: a situation, why, or how many were right."""
        now = self.situations[self.at] if self.at < len(self.situations) else None
        self.clock = now.clock if now else ""
        self.frame()
        answers = self.query_one(AnswerList)
        if now is None:
            answers.show([Choice(OUT, texts.TO_LIST), Choice(AGAIN, texts.QUICK_AGAIN)], 0, self._sum())
        elif self.answered:
            answers.show([Choice(ON, texts.GO)], 0, self._why(now, self.answered))
        else:
            answers.show([Choice(f"{at}", option.text) for at, option in enumerate(now.options)], 0, self._asked(now))
        self.query_one(Pane).start()

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """An answer, or on."""
        event.stop()
        value, over = event.value, self.at >= len(self.situations)
        if over and value == OUT:
            self.dismiss()
            return
        if over:
            self.seed += "+"
            self.situations, self.at, self.right = self._drawn(), 0, 0
        elif self.answered:
            self.at, self.answered = self.at + 1, None
        else:
            self.answered = self.situations[self.at].options[int(value)]
            self.right += self.answered.kind == RIGHT
        self.draw()

    def _asked(self, now: Quick) -> list[Line]:
        number = texts.QUICK_AT.format(number=self.at + 1, all=len(self.situations))
        lines = [Line(plain(number, "$text-muted")), GAP]
        lines += [Line(plain(text)) for text in (now.clock, *now.story) if text]
        return [*lines, *((GAP,) if now.story else ()), Line(plain(now.ask, "bold")), GAP]

    def _why(self, now: Quick, given: Option) -> list[Line]:
        """The verdict on what was answered, what is right, why, and where it stands."""
        mark, style = MARKS[given.kind]
        lines = [Line(plain(VERDICT[given.kind], style), plain(mark, style), 2), Line(plain(given.text), indent=2)]
        lines += [Line(plain(given.why, "$text-muted"), indent=2)] if given.why else []
        if given.kind != RIGHT:
            right, good = now.right, MARKS[RIGHT]
            lines += [GAP, Line(plain(texts.QUICK_RIGHT, good[1]), plain(good[0], good[1]), 2)]
            lines += [Line(plain(text), indent=2) for text in (right.text, right.why) if text]
        lines += section(now.why or texts.QUICK_WHY, now.because)
        lines += section(texts.SOURCES, now.sources[:MOST_SOURCES], style="$text-muted")
        return [*lines, GAP]

    def _sum(self) -> list[Line]:
        if not self.situations:
            return [Line(plain(texts.QUICK_NONE)), GAP]
        done = texts.QUICK_DONE.format(right=self.right, all=len(self.situations))
        return [*heading(self.heading)[1:], GAP, Line(plain(done, "bold")), GAP]
