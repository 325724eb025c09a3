"""What came of a walk: all advice, the gravest first, the deadlines, the answers."""

from __future__ import annotations

from guide.core.progress import gravest
from guide.core.walk import Walk
from guide.service.guide import Guide
from guide.service.present import answers_so_far, deadline_views, outcome_view
from guide.tui import strings
from guide.tui.screens.reading import ReadingScreen
from guide.tui.text import GAP, Line, heading, plain, title_of
from guide.tui.widgets.lines import answer_lines, deadline_lines, outcome_summary


def summary_screen(guide: Guide, walk: Walk) -> ReadingScreen:
    """The summary of `walk`."""
    lines = [Line(title_of(walk.laid.card.title)), Line(plain(strings.SUMMARY_NOT_SAVED, "$text-muted"))]
    places = gravest(walk.outcomes())
    for place in places:
        lines += outcome_summary(outcome_view(guide, walk, place))
    if not places:
        lines += [GAP, Line(plain(strings.SUMMARY_NONE))]
    deadlines = deadline_views(guide, walk)
    if deadlines:
        lines += [*heading(strings.DEADLINE), *deadline_lines(deadlines)]
    lines += answer_lines(strings.WHY, answers_so_far(walk))
    return ReadingScreen(strings.SUMMARY_TITLE, lines)
