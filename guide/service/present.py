"""A walk's stop as what is to be shown."""

from __future__ import annotations

from datetime import date, datetime

from guide.core.clock import local, weekday_date
from guide.core.contact_lines import ContactLine
from guide.core.content import ASK, BY, OUTCOME, RECORD, SIGNS, Node
from guide.core.invariants import binding
from guide.core.lay import Place
from guide.core.progress import Due, deadlines, gravest, owed, points
from guide.core.walk import Walk
from guide.service import words
from guide.service.contact_words import child_welfare, contact_views, first_view, lines_for
from guide.service.guide import Guide
from guide.service.said import report_words, source_title
from guide.service.views import (
    AnswerView,
    DeadlineView,
    FieldView,
    OutcomeView,
    PointView,
    QuestionView,
    RecordView,
    Shown,
    SignsView,
    SignView,
    SoFarView,
    SourceView,
    TaskView,
)


def view(guide: Guide, walk: Walk) -> Shown:
    """What is to be shown where the walk stands: a question, signs, a record, a task or an outcome."""
    kind = walk.place.kind
    if kind == ASK:
        return _question(guide, walk)
    if kind == SIGNS:
        return _signs(guide, walk)
    if kind == RECORD:
        return _record(guide, walk)
    return outcome_view(guide, walk, walk.place) if kind == OUTCOME else _task(guide, walk)


def sources(guide: Guide, node: Node) -> tuple[SourceView, ...]:
    """What a node rests on, with what it says and when it was checked."""
    return tuple(_source(guide, source) for source in node.source)


def _source(guide: Guide, source: str) -> SourceView:
    kind, _, name = source.partition(":")
    title = source_title(guide.content, source)
    if kind in ("lov", "kilde"):
        law = guide.content.laws[source]
        return SourceView(source, title, law.says, law.checked, law.confidence != "unsure")
    pack = guide.content.packs[kind]
    return SourceView(source, title, pack.points[name].place, pack.reviewed)


def _question(guide: Guide, walk: Walk) -> QuestionView:
    node = walk.place.node
    fact = walk.laid.fact(node.fact)
    earlier = walk.earlier()
    given = earlier.answer if earlier else ""
    offered = {value for value, _ in node.answers}
    values = [value for value, _ in fact.values if value in offered]
    hint = words.SIGNS_VIOLENCE if node.fact == "mistanke_vold" and walk.state.known.get("tegn_vold") == "ja" else ""
    return QuestionView(
        node=walk.place.id,
        point=walk.place.point,
        text=node.text,
        help=node.help,
        notes=node.note,
        sources=sources(guide, node),
        fact=node.fact,
        definition=fact.definition,
        answers=tuple(AnswerView(value, fact.words(value), value == given) for value in values),
        years=fact.kind == "years",
        unknown=fact.unknown,
        hint=hint,
    )


def _signs(guide: Guide, walk: Walk) -> SignsView:
    node = walk.place.node
    signs = guide.content.lists[node.list]
    earlier = walk.earlier()
    ticked = earlier.ticked if earlier else ()
    columns = tuple(
        (title, tuple(SignView(s.id, s.text, s.id in ticked) for s in signs.signs if s.column == column))
        for column, title in signs.columns
    )
    return SignsView(
        node=walk.place.id,
        point=walk.place.point,
        text=node.text,
        help=node.help,
        notes=node.note,
        sources=sources(guide, node),
        about=signs.about,
        columns=columns,
    )


def _record(guide: Guide, walk: Walk) -> RecordView:
    node = walk.place.node
    earlier = walk.earlier()
    given = dict(earlier.fields) if earlier else walk.record_of(walk.place.id)
    today = local(guide.now()).date().isoformat()
    return RecordView(
        node=walk.place.id,
        point=walk.place.point,
        text=node.text,
        help=node.help,
        notes=node.note,
        sources=sources(guide, node),
        fields=tuple(
            FieldView(f.id, f.kind, f.label, given.get(f.id, today if f.default == "today" else ""), f.help)
            for f in node.fields
        ),
        deadlines=deadline_views(guide, walk, walk.place),
    )


def _task(guide: Guide, walk: Walk) -> TaskView:
    from guide.service.measures.view import meetings_for  # no question needs it

    node, at = walk.place.node, local(guide.now())
    return TaskView(
        node=walk.place.id,
        point=walk.place.point,
        text=node.text,
        help=node.help,
        notes=node.note,
        sources=sources(guide, node),
        contacts=contact_views(lines_for(guide, walk.place, dict(walk.state.known), at), at),
        do=node.do,
        dont=node.dont,
        say_phone=node.say_phone,
        say_child=node.say_child,
        share=node.share,
        next=node.next,
        meetings=meetings_for(guide, node.contact),
        deadlines=deadline_views(guide, walk, walk.place),
        overdue=node.overdue,
    )


def outcome_view(guide: Guide, walk: Walk, place: Place) -> OutcomeView:
    """The advice of `place`, an outcome that the walk has reached."""
    from guide.service.measures.offer import count_for  # no question needs them
    from guide.service.measures.view import meetings_for

    node, at = place.node, local(guide.now())
    lines = lines_for(guide, place, dict(walk.state.known), at)
    duties = binding(place, walk.state.known, guide.content.duties)
    said, more = report_words(node, duties, owed(walk, place))
    return OutcomeView(
        node=place.id,
        point=place.point,
        text=node.text,
        help=node.help,
        notes=node.note,
        sources=sources(guide, node),
        contacts=contact_views(lines, at),
        do=node.do,
        dont=node.dont,
        say_phone=node.say_phone,
        say_child=node.say_child,
        share=node.share,
        next=node.next,
        deadlines=deadline_views(guide, walk, place),
        overdue=node.overdue,
        first=first_view(lines, at),
        urgency=node.urgency,
        urgency_words=words.URGENCY[node.urgency],
        report=node.report,
        report_words=said,
        report_more=more,
        duties=tuple((duty, words.DUTIES[duty]) for duty in duties),
        guardians=node.guardians,
        guardians_words=words.GUARDIANS[node.guardians],
        why=answers_so_far(walk),
        goes_on=bool(place.go),
        earlier=tuple(p.node.text for p in gravest(walk.outcomes()) if p.id != place.id),
        meetings=meetings_for(guide, () if node.report == "must" or node.urgency == "now" else node.contact),
        measures=count_for(guide, walk, place),
    )


def answers_so_far(walk: Walk) -> tuple[tuple[str, str], ...]:
    """What has been answered, as (about, words), in the order of the way. What the profile set is not among it."""
    asked = {walk.laid.nodes[p.node].fact for p in walk.state.path if walk.laid.nodes[p.node].kind in (ASK, BY)}
    known = ((walk.laid.fact(fact), value) for fact, value in walk.state.known.items() if fact in asked)
    return tuple((fact.about or fact.id, fact.words(value)) for fact, value in known if not fact.set_by)


def deadline_views(guide: Guide, walk: Walk, place: Place | None = None) -> tuple[DeadlineView, ...]:
    """The open deadlines of `place`, or of the whole walk."""
    calendar = guide.calendar()
    today = local(guide.now()).date()
    found = (d for d in deadlines(walk, calendar) if d.open and (place is None or d.node == place.id))
    return tuple(_deadline(due, walk, today, guide) for due in found)


def _deadline(due: Due, walk: Walk, today: date, guide: Guide) -> DeadlineView:
    if due.due is None:
        return DeadlineView(due.id, words.DUE_UNKNOWN, False)
    calendar = guide.calendar()
    late, day = due.due < today, weekday_date(due.due, today)
    if late:
        said = walk.laid.nodes[due.node].node.overdue
        text = words.OVERDUE_SAID.format(text=said, date=day) if said else words.OVERDUE.format(date=day)
    elif due.due == today:
        text = words.DUE_TODAY
    else:
        text = (words.DUE_ON if due.rule.on else words.DUE).format(date=day)
    counted = not due.rule.on and due.rule.unit == "working_days"
    assumption = (words.ASSUME_SATURDAY if calendar.saturday_counts else words.ASSUME_WEEKDAYS) if counted else ""
    before = calendar.share_before_closing(due.start, due.due) if counted and due.start else None
    closing = words.CLOSING.format(date=weekday_date(before, today)) if before else ""
    return DeadlineView(due.id, text, late, assumption, closing)


def rail(guide: Guide, walk: Walk) -> tuple[PointView, ...]:
    """The card's points with their state, and the date of an open deadline where there is one."""
    dates: dict[str, str] = {}
    for due in deadlines(walk, guide.calendar()):
        if due.open and due.due:
            dates[walk.laid.nodes[due.node].point] = due.due.isoformat()
    return tuple(PointView(p.id, p.title, p.state, dates.get(p.id, "")) for p in points(walk))


def so_far(guide: Guide, walk: Walk) -> SoFarView:
    """What is known so far, and who answers now: for the gravest advice, else child welfare."""
    at: datetime = local(guide.now())
    passed = gravest(walk.outcomes())
    known = dict(walk.state.known)
    lines: tuple[ContactLine, ...] = ()
    if passed:
        lines = lines_for(guide, passed[0], known, at)
    elif walk.moves:  # not beside the first question: hours cost time to read, and the numbers below it come first
        lines = child_welfare(guide, known, at)
    return SoFarView(
        answers=answers_so_far(walk),
        outcome=passed[0].node.text if passed else "",
        report_words=report_words(passed[0].node, ())[0] if passed else "",
        deadlines=deadline_views(guide, walk),
        contact=first_view(lines, at),
    )
