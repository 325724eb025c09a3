"""The trainer's overview: what most get wrong, how it moves, which exercises. By group, never by person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.service.desk import Desk
from guide.service.guide import Guide
from guide.service.training.report import ABOUT, EXERCISES, HARD, MONTHS, NOTHING, Bar, Report, overview, report
from guide.tui import keys
from guide.tui.keys import Key
from guide.tui.text import GAP, Line, heading, joined, plain
from guide.tui.training import texts
from guide.tui.training.file import MadeModal
from guide.tui.training.page import TrainingPage
from guide.tui.widgets.answers import NEVER, AnswerList, Choice
from guide.tui.widgets.pane import Pane, ReadingPane
from guide.tui.widgets.prose import Prose

LIST: Final = "lista"
CELLS: Final = 10
"""Cells of a bar: one for each ten per cent."""
INDENT: Final = 18
MOST_HARD: Final = 10
"""So many decisions are shown; all of them are in the files."""
GRAVE, SOME = 50, 20
"""Per cent wrong from which a bar has the colour of what is wrong, and of what may be."""


class OverviewScreen(TrainingPage):
    """All groups that are kept. What can't be read is said, and counts as none."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]
    heading = texts.OVERVIEW

    def __init__(self, guide: Guide, desk: Desk) -> None:
        super().__init__()
        self.guide, self.desk = guide, desk
        self.fault = ""
        self.found = self._read()

    def _read(self) -> Report:
        try:
            return report(self.desk.groups())
        except OSError:
            self.fault = texts.OVERVIEW_FAILED
            return report(())

    def body(self) -> Iterable[Widget]:
        """The bars, and the files that can be made of them."""
        files = [Choice(kind, words) for kind, (words, _) in texts.OVERVIEW_FILES.items()] if self.found.groups else []
        ways = AnswerList([*files, Choice(LIST, texts.TO_LIST)], airy=NEVER)
        return (ReadingPane(Prose(self.lines()), ways, classes="reading"),)

    def lines(self) -> list[Line]:
        """The overview in lines."""
        if not self.found.groups:
            return [Line(plain(self.fault or NOTHING)), GAP]
        shown = overview(self.found, self.desk.exercises)
        lines = [Line(plain(ABOUT, "$text-muted"))]
        for title, bars in ((HARD, shown.hard[:MOST_HARD]), (MONTHS, shown.months), (EXERCISES, shown.exercises)):
            if bars:
                lines += [*heading(title), *(line for bar in bars for line in bar_lines(bar))]
            if bars == shown.hard[:MOST_HARD] and len(shown.hard) > MOST_HARD:
                lines.append(Line(plain(texts.HARD_MORE, "$text-muted")))
        return lines

    def on_mount(self) -> None:
        """Once it is laid out it is known whether there is more to read."""
        self.call_after_refresh(self.frame)

    def hints(self) -> Sequence[Key]:
        """Read on until the end."""
        pane = self.query_one(ReadingPane)
        return (keys.ENTER if pane.at_end else keys.READ_ON, keys.ANSWER, keys.BACK, keys.HELP)

    def on_pane_changed(self, event: Pane.Changed) -> None:
        """The page has moved."""
        event.stop()
        self.bar.show(self.hints())

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """A file, or back to the list."""
        event.stop()
        kind = event.value
        if kind == LIST:
            self.dismiss()
            return
        words, name = texts.OVERVIEW_FILES[kind]
        modal = MadeModal(texts.HEAD.format(title=words), texts.OVERVIEW_FILE, self.desk, name, lambda: self.made(kind))
        self.ask_file(modal)

    def made(self, kind: str) -> str | bytes:
        """The overview as `pdf`, `csv` or `md`. Raises ImportError where the library for PDF is not there."""
        if kind == "csv":
            from guide.exports.csv_safe import as_csv
            from guide.service.training.report import rows

            return as_csv(rows(self.found, self.desk.exercises))
        from guide.service.training.paper import overview_document, written

        return written(overview_document(self.found, self.desk.exercises, self.guide.now()), kind, self.guide.now())


def bar_lines(bar: Bar) -> list[Line]:
    """How much of it was wrong as a bar and in per cent, of what, and what it rests on."""
    style = "$error" if bar.share >= GRAVE else "$warning" if bar.share >= SOME else "$success"
    full = round(bar.share * CELLS / 100)
    share = texts.SHARE.format(share=bar.share).rjust(5)
    mark = joined([plain(f"{share} ", "bold"), plain("█" * full, style), plain("░" * (CELLS - full), "$text-muted")])
    lines = [Line(plain(bar.title), mark, INDENT), Line(plain(bar.note, "$text-muted"), indent=INDENT)]
    return [*lines, *((Line(plain(bar.moved, "$text-muted"), indent=INDENT),) if bar.moved else ())]
