"""Views as lines of text, in the order of the app: headings in words, no marks to be read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from guide.core.clock import clock_time, local, weekday_date
from guide.core.content import ALARM_MARK
from guide.core.progress import gravest
from guide.core.walk import Walk
from guide.plain import strings
from guide.plain.talk import numbered
from guide.service.contact_words import book
from guide.service.guide import Guide
from guide.service.present import answers_so_far, deadline_views, outcome_view, rail, so_far
from guide.service.views import (
    ContactView,
    DeadlineView,
    OutcomeView,
    QuestionView,
    Shown,
    SignsView,
    SourceView,
    TaskView,
)


def heading(title: str) -> list[str]:
    """A heading, with an empty line above it."""
    return ["", title if title.endswith("?") else strings.HEADING.format(title=title)]


def section(title: str, texts: Iterable[str]) -> list[str]:
    """Texts under a heading, nothing where there are none."""
    lines = [text for text in texts if text]
    return [*heading(title), *lines] if lines else []


# --- contacts -------------------------------------------------------------------------------------------------------
def contact_lines(contact: ContactView, call: bool = False) -> Iterator[str]:
    """Name and number, whether it answers, why it stands here."""
    name = contact.line.name or contact.title
    template = strings.CALL if call else strings.CONTACT
    if contact.before:
        yield contact.before
    yield template.format(name=name, number=contact.number) if contact.number else name
    yield contact.state_words
    yield from filter(None, (contact.why, *contact.notes, *contact.remarks))
    if contact.line.web:
        yield strings.WEB.format(address=contact.line.web)


def contacts_section(title: str, contacts: Iterable[ContactView]) -> list[str]:
    """Contacts under a heading, an empty line between them."""
    lines: list[str] = []
    for contact in contacts:
        lines += [*([""] if lines else []), *contact_lines(contact)]
    return [*heading(title), *lines] if lines else []


def all_contacts(guide: Guide) -> list[str]:
    """Every contact point, those who answer now first."""
    at = local(guide.now())
    return [
        *contacts_section(strings.CONTACTS_TITLE, book(guide, at)),
        "",
        strings.CONTACTS_AT.format(time=clock_time(at)),
    ]


# --- questions, tasks, advice ---------------------------------------------------------------------------------------
def where_lines(guide: Guide, walk: Walk, shown: Shown) -> list[str]:
    """The point that one is at, or the alarm that is open."""
    stop = walk.state.stop
    if stop.startswith(ALARM_MARK):
        card = stop.removeprefix(ALARM_MARK).rpartition("/")[0]
        titles = (title for name, title in strings.ALARM_NAMES.items() if card.startswith(name))
        return [strings.ALARM_OPEN.format(title=next(titles, shown.text))]
    points = (point for point in rail(guide, walk) if point.id == shown.point)
    return [strings.POINT.format(id=point.id, title=point.title) for point in points]


def stop_lines(shown: Shown) -> list[str]:
    """All of a stop but what is to be written there."""
    if isinstance(shown, QuestionView):
        return question_lines(shown)
    if isinstance(shown, SignsView):
        return sign_lines(shown)
    return advice_lines(shown) if isinstance(shown, TaskView) else [text for text in (shown.text, shown.help) if text]


def question_lines(shown: QuestionView) -> list[str]:
    """The question, its help, its answers by number."""
    lines = [text for text in (shown.text, shown.help, shown.hint) if text]
    for number, answer in enumerate(shown.answers, 1):
        template = strings.NUMBERED_BEFORE if answer.chosen else strings.NUMBERED
        lines.append(template.format(number=number, text=answer.words))
    return lines


def sign_lines(shown: SignsView) -> list[str]:
    """The signs in their groups, numbered through all of them."""
    lines = [text for text in (shown.text, shown.help, shown.about) if text]
    number = 0
    for title, signs in shown.columns:
        lines += heading(title)
        for sign in signs:
            number += 1
            template = strings.NUMBERED_TICKED if sign.ticked else strings.NUMBERED
            lines.append(template.format(number=number, text=sign.text))
    return [*lines, ""]


def deadline_lines(deadlines: Iterable[DeadlineView]) -> Iterator[str]:
    """Deadlines in words, with what was assumed."""
    for deadline in deadlines:
        yield from filter(None, (deadline.words, deadline.closing, deadline.assumption))


def first_to_ring(shown: TaskView) -> ContactView | None:
    """Whose number comes first. A task names whom to go to first: nobody else's number takes that place."""
    if isinstance(shown, OutcomeView):
        return shown.first or next((contact for contact in shown.contacts if contact.number), None)
    first = next(iter(shown.contacts), None)
    return first if first and first.number else None


def head_lines(shown: TaskView) -> Iterator[str]:
    """The one thing to do, and by when."""
    urgency = shown.urgency_words if isinstance(shown, OutcomeView) else strings.TASK
    yield strings.FIRST_THING.format(urgency=urgency, text=shown.text)
    if shown.help:
        yield shown.help
    yield from deadline_lines(shown.deadlines)


def advice_lines(shown: TaskView) -> list[str]:
    """A task or an outcome: the one thing to do, the number, and all the rest in the order of the app."""
    first = first_to_ring(shown)
    others = [c for c in shown.contacts if first is None or c.number != first.number]
    outcome = shown if isinstance(shown, OutcomeView) else None
    lines = [*head_lines(shown), *(["", *contact_lines(first, call=True)] if first else [])]
    if outcome:
        lines += duty_lines(outcome)
    else:
        lines += contacts_section(strings.CONTACT_LIST, others)
        lines += section(strings.DO, shown.do)
    lines += section(strings.SAY_PHONE, shown.say_phone)
    lines += section(strings.SAY_CHILD, shown.say_child)
    lines += section(strings.SHARE, shown.share)
    if outcome:
        lines += section(strings.DO, shown.do)
    lines += section(strings.DONT, shown.dont)
    lines += section(strings.NEXT, shown.next)
    if outcome:
        lines += contacts_section(strings.NUMBER_LIST, others)
    lines += section(strings.MEETINGS, shown.meetings)
    lines += section(strings.NOTES, shown.notes)
    if outcome:
        lines += section(strings.EARLIER, outcome.earlier)
        lines += answer_lines(outcome.why)
    return [*lines, *source_lines(shown.sources), ""]


def duty_lines(shown: OutcomeView) -> list[str]:
    """The answer on the duty to report, the other duties, what guardians may know."""
    return [
        *section(strings.REPORT, (shown.report_words, shown.report_more)),
        *section(strings.DUTIES, (text for _, text in shown.duties)),
        *section(strings.GUARDIANS, (shown.guardians_words,)),
    ]


def answer_lines(answers: Sequence[tuple[str, str]]) -> list[str]:
    """What has been answered."""
    return section(strings.WHY, (strings.WHY_ANSWER.format(about=about, answer=said) for about, said in answers))


def source_lines(sources: Sequence[SourceView]) -> list[str]:
    """Where it stands, and when that was checked."""
    lines: list[str] = []
    for source in sources:
        checked = strings.CHECKED.format(date=_day(source.checked)) if source.checked else ""
        lines += [source.title, source.says, checked, "" if source.sure else strings.UNSURE]
    return section(strings.SOURCES, lines)


def _day(iso: str) -> str:
    try:
        return weekday_date(date.fromisoformat(iso))
    except ValueError:
        return iso


# --- what is read on demand -----------------------------------------------------------------------------------------
def why_lines(shown: Shown) -> list[str]:
    """Why this is asked and where it stands: help, what the words mean, sources."""
    definition = shown.definition if isinstance(shown, QuestionView) else ""
    return [
        shown.text,
        *section(strings.ASKED_BECAUSE, (shown.help,)),
        *section(strings.MEANS, (definition,)),
        *section(strings.NOTES, shown.notes),
        *(source_lines(shown.sources) or section(strings.SOURCES, (strings.NO_SOURCES,))),
        "",
    ]


def overview_lines(guide: Guide, walk: Walk) -> list[str]:
    """The card's points, and what is known so far."""
    today, known = local(guide.now()).date(), so_far(guide, walk)
    points = []
    for point in rail(guide, walk):
        template = strings.POINT_LINE_DUE if point.date else strings.POINT_LINE
        day = weekday_date(date.fromisoformat(point.date), today) if point.date else ""
        points.append(
            template.format(id=point.id, title=point.title, state=strings.POINT_STATES[point.state], date=day)
        )
    lines = [*section(strings.POINTS, points), *section(strings.DEADLINE, deadline_lines(known.deadlines))]
    lines += section(strings.KNOWN_OUTCOME, (known.outcome,)) + section(strings.REPORT, (known.report_words,))
    lines += contacts_section(strings.KNOWN_CONTACT, (known.contact,)) if known.contact else []
    answers = [strings.WHY_ANSWER.format(about=about, answer=said) for about, said in known.answers]
    return [*lines, *section(strings.KNOWN, answers or (strings.KNOWN_NOTHING,)), ""]


def summary_lines(guide: Guide, walk: Walk, saved: str = "") -> list[str]:
    """What came of a walk: all advice, the gravest first, the deadlines, the answers. `saved`: when, as a case."""
    lines = [*heading(strings.SUMMARY_TITLE), walk.laid.card.title, saved or strings.SUMMARY_NOT_SAVED]
    places = gravest(walk.outcomes())
    for place in places:
        shown = outcome_view(guide, walk, place)
        lines += ["", *head_lines(shown), *(contact_lines(shown.first, call=True) if shown.first else ())]
        lines += duty_lines(shown)
    lines += [] if places else [strings.SUMMARY_NONE]
    lines += section(strings.DEADLINE, deadline_lines(deadline_views(guide, walk)))
    return [*lines, *answer_lines(answers_so_far(walk)), ""]


def choice_lines(options: Sequence[str], prompt: str) -> list[str]:
    """Options by number, and what to write."""
    return [*numbered(options), prompt]
