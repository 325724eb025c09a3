"""The steps of a card under their points, one row each, with a mark where something is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.content import Content

from guide.core.findings import ERROR, Finding
from guide.service.editing.outline import Part, Step
from guide.tui.editing import card_texts as texts
from guide.tui.editing.bench import Bench
from guide.tui.rows import Rows
from guide.tui.text import NOTHING, Line, plain, rows_of
from guide.tui.widgets.answers import AT_STYLE, NEVER, AnswerList, Choice

ERROR_MARK, WARNING_MARK = "!", "·"


class TreeList(AnswerList):
    """A list with headings. `heads`: the heading above a row, by its number; `marks`: the sign and style of a row."""

    def __init__(self) -> None:
        super().__init__(numbered=False, airy=NEVER)
        self.heads: Mapping[int, str] = {}
        self.marks: Mapping[int, tuple[str, str]] = {}

    def fill(
        self,
        choices: Sequence[Choice],
        heads: Mapping[int, str],
        marks: Mapping[int, tuple[str, str]],
        at: int,
        above: Iterable[Line],
    ) -> None:
        """Shows these instead."""
        self.heads, self.marks = heads, marks
        self.show(choices, max(0, min(at, len(choices) - 1)), above)

    def made(self, width: int) -> Rows:
        """The headings and the rows at `width`."""
        rows, spans = rows_of(self.above, width), list[range]()
        for index in range(len(self.choices)):
            if index in self.heads:
                rows += [NOTHING, *rows_of([Line(plain(self.heads[index], "bold $primary"))], width)]
            own = self._step(index, width)
            spans.append(range(len(rows), len(rows) + len(own)))
            rows += own
        self._spans = spans
        return Rows(rows)

    def _step(self, index: int, width: int) -> list[Content]:
        choice, at = self.choices[index], index == self.at
        sign, style = self.marks.get(index, ("", ""))
        # the mark of a fault stands before the text, so that it is seen without colour
        lead = plain(f"{'›' if at else ' '} {sign}", style or "bold $primary")
        lines = [Line(plain(choice.words, "bold" if at else ""), lead, 4)]
        if choice.note:
            lines.append(Line(plain(choice.note, style or "$text-muted"), indent=4))
        rows = [row.pad_left(1) for row in rows_of(lines, width - 2)]
        if at or index == self._over:
            rows = [row.extend_right(width - row.cell_length).stylize_before(AT_STYLE) for row in rows]
        return rows


def rows_of_steps(bench: Bench, steps: Iterable[Step]) -> list[Choice]:
    """A row a step, with the worst that is wrong with it in words, or that no way leads there."""
    return [Choice(step.name, step.title, _note(bench, step)) for step in steps]


def heads_of(parts: Sequence[Part]) -> Mapping[int, str]:
    """The points as headings, by the number of the row below."""
    heads, number = {}, 0
    for part in parts:
        if len(parts) > 1 or part.id:
            heads[number] = texts.PART.format(id=part.id, title=part.title) if part.id else texts.NO_POINT
        number += len(part.steps)
    return heads


def marks_of(bench: Bench, steps: Iterable[Step]) -> Mapping[int, tuple[str, str]]:
    """The sign and style of the rows where something is wrong."""
    marks = {}
    for number, step in enumerate(steps):
        found = _worst(bench, step)
        if found:
            marks[number] = (ERROR_MARK, "bold $error") if found.severity == ERROR else (WARNING_MARK, "$warning")
    return marks


def _note(bench: Bench, step: Step) -> str:
    found = _worst(bench, step)
    if found:
        return found.what
    return "" if step.reached else texts.NOT_REACHED


def _worst(bench: Bench, step: Step) -> Finding | None:
    found = bench.at(step.name)
    return next((each for each in found if each.severity == ERROR), found[0] if found else None)
