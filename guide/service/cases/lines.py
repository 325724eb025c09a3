"""A case in words: what was done when, the records with their earlier wordings, who has what, what comes."""

from __future__ import annotations

from datetime import datetime

from guide.core.case import BEGUN, CARD, CHANGED, GIVEN, NOTED, Event
from guide.core.case_move import new_names
from guide.core.clock import clock_time, local, weekday_date
from guide.core.content import RECORD
from guide.core.lay import Laid
from guide.core.record import record, replace
from guide.core.walk import ALARM, ANSWER, NOTE, TICK, Move
from guide.service.cases import words
from guide.service.cases.cases import Cases, OpenCase
from guide.service.dates import write_date
from guide.service.guide import Guide
from guide.service.labels import ALARM_NAMES
from guide.service.present import deadline_views
from guide.service.views import DeadlineView


@record
class LineView:
    """Something done. `day` and `clock` in words (Oslo time); `more` are lines below it: fields, or a note."""

    kind: str
    day: str
    clock: str
    words: str
    more: tuple[str, ...] = ()


@record
class RecordLines:
    """A record as it stands and as it stood: (label, value) for each wording, the newest first, with when."""

    node: str
    title: str
    wordings: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@record
class CaseView:
    """All of a case. `comes` are the open deadlines; `who` are (role asked for, who has it)."""

    id: str
    reference: str
    title: str
    stop: str
    lines: tuple[LineView, ...]
    records: tuple[RecordLines, ...]
    comes: tuple[DeadlineView, ...]
    who: tuple[tuple[str, str], ...]
    closed: bool


def case_view(cases: Cases, opened: OpenCase) -> CaseView:
    """The case as a page, the timeline from the first day on."""
    case, walk = opened.case, opened.walk
    today = local(cases.guide.now())
    return CaseView(
        case.id,
        case.reference,
        walk.laid.card.title,
        walk.place.node.text,
        timeline(cases, opened, today),
        records(opened, today),
        deadline_views(opened.guide, walk) if not case.closed else (),
        _who(opened),
        case.closed is not None,
    )


def timeline(cases: Cases, opened: OpenCase, today: datetime) -> tuple[LineView, ...]:
    """What was done, in its order."""
    lines, moves = list[LineView](), dict[tuple[str, int], Move]()
    guide = opened.guide
    for event in opened.case.log:
        if event.kind in (BEGUN, CARD):
            guide = cases.guide_of(dict(event.pairs)["sha256"])
        laid = guide.laid(opened.case.version.card)
        said, more = _said(guide, laid, event, moves)
        when = local(event.when)
        lines.append(LineView(event.kind, weekday_date(when, today), clock_time(when), said, more))
        if event.move and event.move.kind != ALARM:
            moves[event.move.node, event.move.visit] = event.move
    return tuple(lines)


def records(opened: OpenCase, today: datetime) -> tuple[RecordLines, ...]:
    """Every record of the case with its earlier wordings; a second meeting is a record of its own."""
    laid = opened.walk.laid
    names = new_names(laid)
    found: dict[tuple[str, int], list[tuple[str, tuple[tuple[str, str], ...]]]] = {}
    for event in opened.case.log:
        if event.move and event.move.kind == NOTE and event.kind in (GIVEN, CHANGED):
            node = names.get(event.move.node, event.move.node)
            when = weekday_date(local(event.when), today)
            wordings = found.setdefault((node, event.move.visit), [])
            fields = _fields(laid, replace(event.move, node=node))
            if not wordings or wordings[0][1] != fields:
                wordings.insert(0, (when, fields))
    return tuple(RecordLines(node, title_of(laid, node), tuple(lines)) for (node, _), lines in found.items())


def move_words(guide: Guide, laid: Laid, move: Move) -> str:
    """What was given, on one line."""
    title = title_of(laid, move.node)
    if move.kind == ANSWER:
        return str(words.DONE_WHAT["answer"]).format(asked=title, answer=answer_words(laid, move))
    if move.kind == TICK:
        forms = words.DONE_WHAT["tick"]
        n = len(move.ticked)
        return forms[min(n, 2)].format(n=n) if isinstance(forms, dict) else title
    if move.kind == ALARM:
        card = guide.content.cards.get(move.answer)
        name = ALARM_NAMES.get(move.answer) or (card.title if card else move.answer)
        return str(words.DONE_WHAT["alarm"]).format(title=name)
    return str(words.DONE_WHAT[move.kind]).format(title=title)


def answer_words(laid: Laid, move: Move) -> str:
    """What was answered, in words."""
    place = laid.nodes.get(move.node)
    return laid.fact(place.fact).words(move.answer) if place and place.fact else move.answer


def title_of(laid: Laid, node: str) -> str:
    """What a node shows; words for one that the card no longer has."""
    place = laid.nodes.get(node)
    return place.node.text if place else words.STEP_GONE


def _said(guide: Guide, laid: Laid, event: Event, moves: dict[tuple[str, int], Move]) -> tuple[str, tuple[str, ...]]:
    if event.move:
        said = move_words(guide, laid, event.move)
        fields = _fields(laid, event.move) if event.move.kind == NOTE else ()
        more = tuple(words.field(label, value) for label, value in fields if value)
        more += _signs(guide, laid, event.move)
        earlier = moves.get((event.move.node, event.move.visit))
        before = move_words(guide, laid, earlier) if earlier and event.kind == CHANGED else said
        if earlier and before != said:
            # the question needs not be said twice
            before = answer_words(laid, earlier) if earlier.kind == ANSWER else before
            said = words.CHANGED.format(now=said, before=before)
        return said, more
    said = str(words.DONE_WHAT[event.kind]).format(reference=event.text)
    return said, (event.text,) if event.kind == NOTED else ()


def _signs(guide: Guide, laid: Laid, move: Move) -> tuple[str, ...]:
    """The signs that were ticked, in their words."""
    place = laid.nodes.get(move.node)
    if move.kind != TICK or place is None or place.node.list not in guide.content.lists:
        return ()
    return tuple(sign.text for sign in guide.content.lists[place.node.list].signs if sign.id in move.ticked)


def _fields(laid: Laid, move: Move) -> tuple[tuple[str, str], ...]:
    place = laid.nodes.get(move.node)
    kinds = {f.id: f for f in place.node.fields} if place and place.kind == RECORD else {}
    return tuple(
        (
            kinds[name].label if name in kinds else name,
            write_date(text) if name in kinds and kinds[name].kind == "date" else text,
        )
        for name, text in move.fields
    )


def _who(opened: OpenCase) -> tuple[tuple[str, str], ...]:
    """Roles that the records name: who does what."""
    found = dict[str, str]()
    for node, fields in opened.walk.state.records.items():
        labels = {f.id: f.label for f in opened.walk.laid.nodes[node].node.fields if f.kind == "role"}
        found |= {labels[name]: text for name, text in fields if name in labels and text}
    return tuple(found.items())
