"""Quick practice: twenty situations, one key each, and why at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.binding import Binding
from textual.widget import Widget

from guide.service.guide import Guide
from guide.service.quick import Quick, situations
from guide.tui import keys
from guide.tui.keys import Key
from guide.tui.text import GAP, Line, heading, plain, section
from guide.tui.training import texts
from guide.tui.training.page import LEAVE, TrainingPage
from guide.tui.training.told import MARKS
from guide.tui.widgets.answers import AnswerList, Choice
from guide.tui.widgets.pane import Pane

ON, AGAIN, OUT = "videre", "igjen", "ut"


class QuickScreen(TrainingPage):
    """The situations that `seed` draws. `at` is the one that is shown; nothing is kept."""

    BINDINGS = [Binding("escape", "leave", show=False)]  # noqa: RUF012
    heading = texts.QUICK_TITLE

    def __init__(self, guide: Guide, seed: str) -> None:
        super().__init__()
        self.guide, self.seed = guide, seed
        self.situations: tuple[Quick, ...] = situations(guide, seed)
        self.at, self.right = 0, 0
        self.answered = ""

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
            answers.show([Choice(ON, texts.GO)], 0, self._why(now))
        else:
            answers.show([Choice(name, name) for name in now.options], 0, self._asked(now))
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
            self.situations, self.at, self.right = situations(self.guide, self.seed), 0, 0
        elif self.answered:
            self.at, self.answered = self.at + 1, ""
        else:
            self.answered = value
            self.right += value == self.situations[self.at].right
        self.draw()

    def _asked(self, now: Quick) -> list[Line]:
        number = texts.QUICK_AT.format(number=self.at + 1, all=len(self.situations))
        return [Line(plain(number, "$text-muted")), GAP, Line(plain(now.clock)), Line(plain(now.ask, "bold")), GAP]

    def _why(self, now: Quick) -> list[Line]:
        good = self.answered == now.right
        mark, style = MARKS["right" if good else "wrong"]
        said = texts.QUICK_RIGHT if good else texts.QUICK_WRONG.format(right=now.right)
        lines = [*self._asked(now), Line(plain(said, style), plain(mark, style), 2)]
        return [*lines, *section(now.why or texts.QUICK_TITLE, now.states), GAP]

    def _sum(self) -> list[Line]:
        if not self.situations:
            return [Line(plain(texts.QUICK_NONE)), GAP]
        done = texts.QUICK_DONE.format(right=self.right, all=len(self.situations))
        return [*heading(texts.QUICK_TITLE)[1:], GAP, Line(plain(done, "bold")), GAP]
