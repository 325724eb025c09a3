"""Minutes of the collaboration meeting, a summary of the case, and a consent form for a person to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from guide.core.contacts import ContactPoint
from guide.core.emergency import NUMBERS
from guide.core.record import replace
from guide.exports.paper.document import Document, Heading, Items, Paragraph, Simple, Table, Text, plain
from guide.service.cases.lines import CaseView, LineView
from guide.service.cases.words import field
from guide.service.out import words
from guide.service.out.matter import (
    Matter,
    advised_quiet,
    blanks,
    consent_too_early,
    items,
    nothing,
    on_a_line,
    paper,
    piece_texts,
    under,
)
from guide.service.out.told import EFFECT, GOAL, MADE, NEXT, told

MOST_ROWS = 3
"""Empty rows of the table of measures."""


class NotNowError(Exception):
    """Asking for consent may hurt the child: the message says why, and what to do first."""


def minutes(matter: Matter) -> Document:
    """Minutes with what the records have, and room for the rest.

    What the child has said is not among it: the guardians may get the minutes, and the child has not said yes to that.
    """
    said = told(matter.guide, matter.walk)
    roles = (plain(field(label, text)) for label, text in said.roles)
    effects = (plain(words.EFFECT.format(text=field(p.label, p.text))) for p in said.of(EFFECT))
    empty: tuple[Text, ...] = ((), (), ())
    blocks: tuple[Simple, ...] = (
        *under(words.MEETING, blanks(words.MEETING_BLANKS), 1),
        *under(words.TALKED, (*items(effects), *blanks((words.TALKED_BLANK,), 3)), 1),
        *under(words.CHILDS_VIEW, blanks((words.TALKED_BLANK,), 3), 1),
        *under(words.AGREED, items(piece_texts(said.of(MADE))) or nothing(), 1),
        *under(words.GOALS, items(piece_texts(said.of(GOAL), label=False)), 2),
        *under(words.RESPONSIBLE, items(roles), 2),
        Table(words.TABLE, words.TABLE_HEADER, (empty,) * MOST_ROWS, (3, 2, 1)),
        *under(words.NEXT, (*items(piece_texts(said.of(NEXT))), *blanks((words.NEXT_BLANK,))), 1),
    )
    return paper(matter, words.MINUTES, blocks, words.MINUTES_ABOUT)


def summary(matter: Matter, view: CaseView | None) -> Document:
    """All of the case: where it stands, what comes, who has what, what was done when; how a changed record read."""
    if view is None:
        return _unsaved(matter)
    blocks: list[Simple] = [Paragraph(plain(words.CLOSED))] if view.closed else []
    blocks += under(words.COMES, items(plain(due.words) for due in view.comes), 1)
    who = (plain(field(label, text)) for label, text in view.who)
    blocks += under(words.WHO, items(who), 1)
    blocks += under(words.TIMELINE, _days(view), 1)
    for record in (record for record in view.records if len(record.wordings) > 1):
        blocks.append(Heading(record.title))
        for number, (day, fields) in enumerate(record.wordings):
            listed = items(plain(field(label, on_a_line(text))) for label, text in fields if text)
            blocks += under(words.EARLIER.format(day=day), listed) if number else listed
    made = paper(matter, words.SUMMARY, blocks)
    stands = () if view.closed else ((words.STANDS, view.stop),)
    named = words.PIECE.format(day=view.id, text=view.reference)
    return replace(made, facts=((words.CASE, named), *made.facts, *stands))


def _unsaved(matter: Matter) -> Document:
    said = told(matter.guide, matter.walk)
    lines = [*piece_texts(said.pieces), *piece_texts(said.signs), *piece_texts(said.answers)]
    made = paper(matter, words.SUMMARY, under(words.TIMELINE, items(lines) or nothing(), 1), words.NOT_SAVED)
    return replace(made, facts=(*made.facts, (words.STANDS, matter.walk.place.node.text)))


def consent(matter: Matter) -> Document:
    """The form, blank. Raises NotNowError where nobody at home may know of the worry yet."""
    if advised_quiet(matter):
        raise NotNowError(words.CONSENT_NOT_NOW)
    if consent_too_early(matter):
        raise NotNowError(words.CONSENT_TOO_EARLY)
    services = Items(tuple(plain(name) for name in _services(matter)), "do")
    rights = Items(tuple(plain(line) for line in words.CONSENT_RIGHTS_LINES))
    blocks: tuple[Simple, ...] = (
        *under(words.CONSENT_WHO, blanks(words.CONSENT_WHO_BLANKS), 1),
        *under(words.CONSENT_WHAT, blanks((words.CONSENT_WHAT_BLANK,), 3), 1),
        *under(words.CONSENT_SHARED, blanks((words.CONSENT_SHARED_BLANK,), 4), 1),
        Heading(words.CONSENT_WITH),
        Paragraph(plain(words.CONSENT_WITH_ABOUT)),
        services,
        *blanks((words.CONSENT_WITH_BLANK,)),
        *under(words.CONSENT_LENGTH, blanks((words.CONSENT_LENGTH_BLANK,)), 1),
        *under(words.CONSENT_CHILD, blanks((words.CONSENT_CHILD_BLANK,), 2), 1),
        *under(words.CONSENT_RIGHTS, (rights, Paragraph(plain(words.CONSENT_LIMIT))), 1),
        *under(words.CONSENT_SIGN, blanks(words.CONSENT_SIGN_BLANKS), 1),
    )
    made = paper(matter, words.CONSENT, blocks, words.CONSENT_ABOUT, words.MARK_FORM)
    return replace(made, facts=tuple(fact for fact in made.facts if fact[0] == words.MUNICIPALITY))


def _services(matter: Matter) -> Iterator[str]:
    """The municipality's own services that have somebody to reach, and the workplace itself; each once."""
    services = matter.guide.content.services
    local = matter.guide.content.contacts.get(matter.pack.id, ())
    if place := words.CONSENT_PLACES.get(matter.walk.state.known.get("virksomhet", "")):
        yield place
    found = (point for point in local if _may_share(point) and point.service in services)
    yield from dict.fromkeys(services[point.service].title for point in found)


def _may_share(point: ContactPoint) -> bool:
    return point.service not in NUMBERS and point.service not in ("barnevernvakt", "politi", "legevakt", "meldeskjema")


def _days(view: CaseView) -> Iterator[Simple]:
    """What was done, a heading a day, with what was written."""
    for day, lines in groupby(view.lines, key=lambda line: line.day):
        yield from under(day[:1].upper() + day[1:], items(plain(_line(line)) for line in lines))


def _line(line: LineView) -> str:
    more = on_a_line("\n".join(line.more))
    said = words.LINE_MORE.format(words=line.words, more=more) if more else line.words
    return words.LINE.format(clock=line.clock, words=said)
