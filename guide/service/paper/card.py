"""A card as the action card on paper: what the print of `tiltakskort print` holds, before it is typeset."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final

from guide.core.clock import local
from guide.core.content import ASK, Pack
from guide.core.emergency import NUMBERS
from guide.core.lay import Laid
from guide.exports.paper.document import (
    Block,
    Document,
    Heading,
    Items,
    Pair,
    Paragraph,
    Simple,
    Span,
    Table,
    Text,
    plain,
)
from guide.service import words as advice_words
from guide.service.dates import write_date
from guide.service.guide import Guide
from guide.service.paper import words
from guide.service.paper.contacts import ContactRow, ContactsOnPaper, contacts_on_paper, plain_contact, short_contact
from guide.service.paper.road import PointOnPaper, Road, Step, points_on_paper

DUTY_CARD: Final = "felles/meldeplikt"
MOST_NEVER: Final = 7
NEVER_AT_LEAST: Final = 2
FEW: Final = 9
"""Fewer rows than this leave room under the municipality's table for the lines to write on."""


def card_document(guide: Guide, card_id: str) -> Document:
    """The whole print of a card for the guide's municipality at its hour. Raises LayError."""
    card, laid = guide.content.cards[card_id], guide.laid(card_id)
    pack = guide.content.packs.get(guide.profile.pack) or guide.content.packs[card.pack]
    blocks: list[Block] = [_panel(guide, laid)]
    for point in points_on_paper(guide, card_id):
        blocks += _point(guide, point)
    found = contacts_on_paper(guide, laid)
    blocks.append(_numbers(found))
    today = local(guide.now()).date()
    valid = write_date(pack.review_by) if pack.review_by else words.NO_REVIEW
    return Document(
        title=card.title,
        about=card.about,
        author=pack.name,
        top=tuple((point.phone, words.TOP_LABEL[point.phone]) for point in NUMBERS.values()),
        facts=_facts(guide, pack, today, valid),
        foot=words.FOOT.format(card=card.title, pack=pack.name, valid=valid),
        blocks=tuple(blocks),
    )


def _facts(guide: Guide, pack: Pack, today: date, valid: str) -> tuple[tuple[str, str], ...]:
    over = bool(pack.review_by) and pack.review_by < today.isoformat()
    content = words.CONTENT_IS.format(pack=pack.name, version=pack.version, sha=guide.content.sha256[:8])
    plan = ((words.PLAN, words.PLAN_IS.format(title=pack.plan, period=pack.period)),) if pack.plan else ()
    return (
        (words.VALID, words.EXPIRED.format(date=valid) if over else valid),
        (words.PRINTED, write_date(today.isoformat())),
        (words.CONTENT, content),
        *plan,
    )


def _panel(guide: Guide, laid: Laid) -> Pair:
    """The answer on the duty to report in brief, and what never to do."""
    answers = tuple(
        (Span(advice_words.REPORT[report], True), Span(advice_words.REPORT_MORE[report]))
        for report in ("must", "discuss", "with_consent", "not_now")
    )
    left: list[Simple] = [Heading(words.NEVER), Items(tuple(plain(text) for text in never(laid)), "dont")]
    right: list[Simple] = [Heading(words.REPORT), Items(answers)]
    if asked := grounds(guide):
        right.append(Paragraph(plain(words.REPORT_ASKS.format(questions=" ".join(asked)))))
    return Pair(tuple(left), tuple(right), panel=True)


def grounds(guide: Guide) -> tuple[str, ...]:
    """The questions that the duty to report turns on, as the shared card asks them."""
    if DUTY_CARD not in guide.content.cards:
        return ()
    road = Road(guide, DUTY_CARD)
    nodes = [node for node in road.card.nodes.values() if node.kind == ASK and node.id in road.main]
    return tuple(dict.fromkeys(node.text for node in nodes if road.laid.fact(node.fact).order))


def never(laid: Laid) -> tuple[str, ...]:
    """What several stops of the card say not to do, the most repeated first; what stands alone is in the card.

    Lines that begin with the same sentence are one, in the words that are used most.
    """
    lines = Counter(line for place in laid.nodes.values() for line in dict.fromkeys(place.node.dont))
    counted, said = Counter[str](), dict[str, str]()
    for line, count in lines.most_common():
        first = line.partition(".")[0]
        counted[first] += count
        said.setdefault(first, line)
    often = (said[first] for first, count in counted.most_common(MOST_NEVER) if count >= NEVER_AT_LEAST)
    return tuple(often) or (words.NEVER_NONE,)


def _point(guide: Guide, point: PointOnPaper) -> list[Block]:
    head = Heading(point.title, 1, point.id)
    if point.table:
        return [_rows(guide, point)]
    plan = words.listed([words.PLAN_PLACE.format(number=number, title=title) for number, title in point.plan])
    quiet = (Paragraph(plain(words.IN_PLAN.format(places=plan)), quiet=True),) if plan else ()
    steps = Items(tuple(_step(guide, step, point.id) for step in point.steps), "do")
    branches = Items(tuple(_step(guide, step, point.id) for step in point.branches))
    if not point.branches:
        return [head, steps, *quiet]
    return [head, Pair((steps, *quiet), (branches,))]


def _step(guide: Guide, step: Step, point: str) -> Text:
    """The plan's number, when, what, how urgent, what else binds, by when, who."""
    services = [plain_contact(guide, service) for service in step.services]
    urgency = words.URGENCY.get(step.urgency, "")
    number = next((number for number, _ in step.places if number.startswith(point)), "")
    said = [
        Span(number if number != point else "", True),
        Span(step.when),
        Span(step.title if step.title[-1:] in ".?!" else words.SENTENCE.format(text=step.title), True),
        Span("" if urgency.rstrip(".").lower() in step.title.lower() else urgency),
        *(
            Span(words.DUTIES[duty])
            for duty in step.duties
            if words.DUTIES[duty][:-1].lower() not in step.title.lower()
        ),
        Span(words.GUARDIANS.get(step.guardians, "") if "hjemme" not in step.title else ""),
        *(Span(words.SENTENCE.format(text=text), True) for text in step.deadlines),
        Span(words.CONTACT.format(services=", ".join(services)) if services else ""),
    ]
    return tuple(span for span in said if span.text)


def _rows(guide: Guide, point: PointOnPaper) -> Table:
    """A point that is a table in the plan: its rows, what to do and whom to ring in each."""
    rows: dict[tuple[str, str], list[Step]] = {}
    for step in (*point.steps, *point.branches):
        place = next((place for place in step.places if place[0].startswith(words.ROW)), ("", words.ROWS_OTHER))
        rows.setdefault(place, []).append(step)
    body = tuple(
        _row(guide, words.PLAN_PLACE.format(number=number.capitalize(), title=title).strip(), steps)
        for (number, title), steps in sorted(rows.items(), key=_in_order)
    )
    caption = words.PLAN_PLACE.format(number=point.id, title=point.title).strip()
    return Table(caption, words.ROWS_HEADER, body, (9, 23, 16))


def _in_order(row: tuple[tuple[str, str], list[Step]]) -> tuple[bool, int]:
    """By the number in the plan, those without one last."""
    digits = "".join(sign for sign in row[0][0] if sign.isdecimal())
    return (not digits, int(digits or 0))


def _row(guide: Guide, name: str, steps: Iterable[Step]) -> tuple[Text, ...]:
    """A row: what to do at which age, what to do while nobody at home may know, and everybody to ring."""
    freely = [step for step in steps if not (step.guardians == "not_before_advice" and step.report == "discuss")]
    quiet = [step.title for step in steps if step not in freely]
    said = [
        Span((words.ROW_AGE if step.ages else words.SENTENCE).format(text=step.title, ages=step.ages))
        for step in freely
    ]
    if quiet:
        said.append(Span(words.ROWS_QUIET.format(titles=words.listed(quiet))))
    services = dict.fromkeys(service for step in steps for service in step.services)
    reached = [short_contact(guide, service) for service in services]
    said_all = [words.REACHED.format(title=title, number=phone).strip() for title, phone in reached]
    spans = [Span(words.AND_MORE.format(text=text), whole=True) for text in said_all[:-1]]
    spans += [Span(text, whole=True) for text in said_all[-1:]]
    return plain(name, True), tuple(said), tuple(spans)


def _numbers(found: ContactsOnPaper) -> Pair:
    """The municipality's services at the left; the country's, and lines to write on, at the right."""
    rows = [row for row in found.rows if not row.bare]
    local = Table(
        words.CONTACTS, words.CONTACT_HEADER, tuple(_contact(row) for row in rows if not row.national), (8, 4, 10)
    )
    national = Table(
        words.ALWAYS_ON, words.ALWAYS_HEADER, tuple(_contact(row) for row in rows if row.national), (9, 5, 7)
    )
    lines = [(Span(row.name, True), Span(words.FILL_MISSING, whole=True)) for row in found.rows if row.bare]
    lines += [(Span(title, True), Span(words.FILL_INSIDE, whole=True)) for title in found.inside]
    fill = (Heading(words.TO_FILL), Items(tuple(lines))) if lines else ()
    few = sum(not row.national for row in rows) < FEW
    left, right = ((local, *fill), (national,)) if few else ((local,), (national, *fill))
    return Pair(left, right, shares=(4, 3))


def _contact(row: ContactRow) -> tuple[Text, ...]:
    number = row.phone or (words.WEB if row.web else words.MISSING)
    name = (Span(row.name, True), *((Span(row.ages),) if row.ages else ()))
    hours = words.SENTENCE.format(text=row.hours.rstrip(".")) if row.hours and row.instead else row.hours
    more = (Span(hours), Span("" if row.phone else row.web), Span(row.instead))
    return name, plain(number, bool(row.phone), True), tuple(span for span in more if span.text)
