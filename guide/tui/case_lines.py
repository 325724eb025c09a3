"""A case as lines: what stands first, what comes, who has it, what was noted and how it read before, what was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guide.service.cases.lines import CaseView, RecordLines
from guide.service.cases.words import field
from guide.tui import case_strings as strings
from guide.tui.text import GAP, Line, heading, plain, title_of
from guide.tui.widgets.lines import deadline_lines


def head_lines(view: CaseView, notes: Sequence[str] = ()) -> Iterator[Line]:
    """Where the case stands and what comes. `notes` are what one has to see before: a newer card, its end."""
    yield Line(title_of(view.title))
    yield Line(plain(strings.STANDS.format(stop=view.stop)))
    for note in notes:
        yield from (GAP, Line(plain(note), plain("■", "bold $warning"), 2))
    if view.comes:
        yield from heading(strings.COMES)
        yield from deadline_lines(view.comes)


def case_lines(view: CaseView) -> Iterator[Line]:
    """All of the case: who has what, what was noted, what was done when."""
    if view.who:
        yield from heading(strings.WHO)
        yield from (Line(plain(field(role, who))) for role, who in view.who)
    for record in view.records:
        yield from record_lines(record)
    yield from heading(strings.DONE)
    for line in view.lines:
        text = strings.LINE.format(day=line.day, clock=line.clock, words=line.words)
        yield Line(plain(text), plain("–"), 2)
        yield from (Line(plain(more, "$text-muted"), plain(""), 4) for more in line.more)
    yield GAP


def record_lines(record: RecordLines) -> Iterator[Line]:
    """What was noted as it reads now, and what of it read otherwise before."""
    (_, later), *before = record.wordings
    if not any(text for _, text in later):
        return
    yield from heading(record.title)
    yield from _fields(later)
    for day, fields in before:
        yield Line(plain(strings.EARLIER.format(day=day), "$text-muted"))
        yield from _fields(tuple(field for field in fields if field not in later), "$text-muted")
        later = fields


def _fields(fields: tuple[tuple[str, str], ...], style: str = "") -> Iterator[Line]:
    for label, text in fields:
        if text:
            yield Line(plain(field(label.rstrip(":"), text), style), plain("–", style), 2)
