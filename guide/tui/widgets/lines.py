"""Views as lines to show: the same in the walk, the overview and the summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from guide.core.clock import weekday_date
from guide.service.views import (
    ContactView,
    DeadlineView,
    OutcomeView,
    PointView,
    QuestionView,
    Shown,
    SoFarView,
    SourceView,
    TaskView,
)
from guide.tui import strings
from guide.tui.text import GAP, Line, heading, joined, plain, section, title_of
from guide.tui.themes import STATES, URGENCY


def state_line(contact: ContactView) -> Line:
    """«● Åpent nå, til kl. 15:30»: symbol and words."""
    symbol, style = STATES[contact.state] if contact.number else ("?", "$warning")
    return Line(plain(contact.state_words, style), plain(symbol, style), 2)


def name_of(contact: ContactView) -> str:
    """What the line is called: the contact point's name, else the service's."""
    return contact.line.name or contact.title


def contact_lines(contact: ContactView, why: bool = True) -> Iterator[Line]:
    """Name and number, whether it answers, why it stands here."""
    if contact.before:
        yield Line(plain(contact.before, "bold $warning"))
    if why:
        parts = [plain(name_of(contact), "bold"), plain(contact.number, "bold $primary")]
        yield Line(joined(parts, "   "))
    else:  # at the side there is little room: the number must not be broken
        yield Line(plain(name_of(contact), "bold"))
        yield Line(plain(contact.number, "bold $primary"), indent=2)
    yield state_line(contact)
    below = [text for text in (contact.why, *contact.notes, *contact.remarks) if text] if why else []
    yield from (Line(plain(text, "$text-muted"), indent=2) for text in below)
    if contact.line.web:
        yield Line(plain(strings.WEB.format(address=contact.line.web), "$text-muted"), indent=2)


def contacts_section(title: str, contacts: Iterable[ContactView]) -> list[Line]:
    """Contacts under a heading, with air between them."""
    lines: list[Line] = []
    for contact in contacts:
        lines += [*([GAP] if lines else []), *contact_lines(contact)]
    return [*heading(title), *lines] if lines else []


def deadline_lines(deadlines: Iterable[DeadlineView], assumption: bool = True) -> Iterator[Line]:
    """Deadlines in words; what was assumed stands below."""
    for deadline in deadlines:
        symbol, style = ("▲", "bold $error") if deadline.late else ("●", "bold $primary")
        yield Line(plain(deadline.words, style if deadline.late else "bold"), plain(symbol, style), 2)
        if deadline.closing:
            yield Line(plain(deadline.closing, "bold $warning"), indent=2)
        if assumption and deadline.assumption:
            yield Line(plain(deadline.assumption, "$text-muted"), indent=2)


def head_lines(shown: TaskView) -> Iterator[Line]:
    """How urgent, and the one thing to do."""
    if isinstance(shown, OutcomeView):
        symbol, style = URGENCY[shown.urgency]
        yield Line(plain(shown.urgency_words, style), plain(symbol, style), 2)
    else:
        yield Line(plain(strings.TASK, "bold $secondary"), plain("●", "$secondary"), 2)
    yield GAP
    yield Line(plain(shown.text, "bold"))
    if shown.help:
        yield Line(plain(shown.help, "$text-muted"))
    if shown.deadlines:
        yield GAP
        yield from deadline_lines(shown.deadlines)


def body_lines(shown: TaskView, others: Sequence[ContactView]) -> list[Line]:
    """All that stands below the number."""
    outcome = shown if isinstance(shown, OutcomeView) else None
    lines: list[Line] = []
    if outcome:
        lines += duty_lines(outcome)
    else:
        lines += contacts_section(strings.CONTACT_LIST, others)
        lines += section(strings.DO, shown.do)
    lines += section(strings.SAY_PHONE, shown.say_phone, "»", "$primary")
    lines += section(strings.SAY_CHILD, shown.say_child, "»", "$primary")
    lines += section(strings.SHARE, shown.share)
    if outcome:
        lines += section(strings.DO, shown.do)
    lines += section(strings.DONT, shown.dont, "×", "bold $error")
    lines += section(strings.NEXT, shown.next)
    if outcome:
        lines += contacts_section(strings.NUMBER_LIST, others)
    lines += section(strings.MEETINGS, shown.meetings)
    lines += section(strings.NOTES, shown.notes)
    if outcome:
        lines += section(strings.EARLIER, outcome.earlier)
        lines += answer_lines(strings.WHY, outcome.why)
    return [*lines, *source_lines(shown.sources)]


def duty_lines(shown: OutcomeView) -> Iterator[Line]:
    """The answer on the duty to report, the other duties, what guardians may know."""
    yield from heading(strings.REPORT)
    yield Line(plain(shown.report_words, "bold"))
    yield Line(plain(shown.report_more))
    yield from section(strings.DUTIES, [text for _, text in shown.duties], "■", "$warning")
    yield from heading(strings.GUARDIANS)
    yield Line(plain(shown.guardians_words, "bold" if shown.guardians == "not_before_advice" else ""))


def answer_lines(title: str, answers: Sequence[tuple[str, str]]) -> tuple[Line, ...]:
    """What has been answered."""
    return section(title, [strings.WHY_ANSWER.format(about=about, answer=answer) for about, answer in answers])


def source_lines(sources: Sequence[SourceView]) -> Iterator[Line]:
    """Where it stands, and when that was checked."""
    if sources:
        yield from heading(strings.SOURCES)
    for source in sources:
        yield Line(plain(source.title), plain("–"), 2)
        if source.says:
            yield Line(plain(source.says, "$text-muted"), indent=2)
        below = [strings.CHECKED.format(date=_day(source.checked))] if source.checked else []
        below += [] if source.sure else [strings.UNSURE]
        yield from (Line(plain(text, "$text-muted"), indent=2) for text in below)


def _day(iso: str) -> str:
    try:
        return weekday_date(date.fromisoformat(iso))
    except ValueError:
        return iso


def why_lines(shown: Shown) -> list[Line]:
    """Why this is asked and where it stands: help, what the words mean, sources."""
    lines = [Line(plain(shown.text, "bold"))]
    if shown.help:
        lines += [*heading(strings.ASKED_BECAUSE), Line(plain(shown.help))]
    if isinstance(shown, QuestionView) and shown.definition:
        lines += [*heading(strings.MEANS), Line(plain(shown.definition))]
    lines += section(strings.NOTES, shown.notes)
    lines += source_lines(shown.sources)
    if not shown.sources:
        lines += [*heading(strings.SOURCES), Line(plain(strings.NO_SOURCES))]
    return lines


def point_lines(points: Iterable[PointView], today: date, close: bool = False) -> Iterator[Line]:
    """The card's points: mark, title, the state in words, and the date. `close`: in as few rows as can be."""
    for number, point in enumerate(points):
        now = point.state == "now"
        style = "bold $primary" if now else "$success" if point.state == "done" else "$text-muted"
        if number and not close:
            yield GAP
        mark = joined([plain(strings.POINT_MARKS[point.state], style), plain(point.id, style)], " ")
        title = plain(point.title, "bold" if now else "$text-muted" if point.state == "to_come" else "")
        state = plain(strings.POINT_STATES[point.state], style)
        yield Line(joined([title, state], "   ") if close else title, mark, 5)
        below = [] if close else [state]
        if point.date:
            due = strings.POINT_DUE.format(date=weekday_date(date.fromisoformat(point.date), today))
            below.append(plain(due, "bold $warning"))
        yield from (Line(text, indent=5) for text in below)


def known_lines(known: SoFarView, close: bool = False) -> list[Line]:
    """What is known so far: deadline, duty to report, who answers, the answers. `close`: in as few rows as can be."""
    lines: list[Line] = []
    if known.deadlines:
        lines += [*heading(strings.DEADLINE), *deadline_lines(known.deadlines, assumption=False)]
    if known.outcome:
        lines += [*heading(strings.KNOWN_OUTCOME), Line(plain(known.outcome))]
        lines += [*heading(strings.REPORT), Line(plain(known.report_words))]
    if known.contact:
        lines += [*heading(strings.KNOWN_CONTACT), *contact_lines(known.contact, why=False)]
    if close:
        lines += answer_lines(strings.ANSWERS, known.answers)
    else:
        for about, answer in known.answers:
            lines += [GAP, Line(plain(about, "$text-muted")), Line(plain(answer))]
    return lines or [GAP, Line(plain(strings.KNOWN_NOTHING, "$text-muted"))]


def note_lines(note: str) -> tuple[Line, ...]:
    """The note for oneself."""
    return section(strings.NOTE, [note] if note else [], "»", "$primary")


def outcome_summary(shown: OutcomeView) -> Iterator[Line]:
    """One piece of advice in short: what, whom, must one report."""
    yield GAP
    yield from head_lines(shown)
    if shown.first:
        yield GAP
        yield from contact_lines(shown.first)
    yield from duty_lines(shown)


def titled(title: str, lines: Iterable[Line]) -> list[Line]:
    """Lines under the title of a side or a modal."""
    return [Line(title_of(title)), *lines]
