"""What one does in a case. Each gives a new OpenCase once it is on the disk, or raises and changes nothing."""

from __future__ import annotations

from datetime import datetime

from guide.core.case import (
    BACK,
    CARD,
    CHANGED,
    CLOSED,
    GIVEN,
    NAMED,
    NOTED,
    OPENED,
    Event,
    ReplayError,
    step,
    taken_away,
)
from guide.core.case_due import URGENT
from guide.core.case_move import Difference, differences, moved_on
from guide.core.clock import local
from guide.core.content import Node, Pairs
from guide.core.lay import LayError
from guide.core.record import record, replace
from guide.core.step import StuckError
from guide.core.text import clean
from guide.core.walk import ANSWER, NOTE, TICK, Move, Walk, WalkError
from guide.service.cases import words
from guide.service.cases.cases import Cases, OpenCase, good_reference
from guide.service.cases.draft import Draft, dump_draft
from guide.service.cases.lines import move_words, title_of
from guide.store.cases.errors import CaseError


@record
class GivenView:
    """Something given: `index` is its number in the walk, `kind` answer, tick or note."""

    index: int
    kind: str
    node: str
    words: str


@record
class NewerView:
    """A newer edition of the case's card: what differs for this case, and what would be asked again."""

    words: str
    differences: tuple[str, ...]
    asked_again: tuple[str, ...]


def follow(cases: Cases, opened: OpenCase, walk: Walk, draft: Draft | None = None) -> OpenCase:
    """Stores the step that leads from the case's walk to `walk`: an answer, a tick, a step back, a changed answer.

    The front end walks with `opened.guide` as it does without a case, and hands the new walk here before it shows it.
    """
    event = step(opened.walk, walk, local(cases.guide.now()))
    if event is None:
        return opened
    return _write(cases, opened, event, draft)


def take_note(cases: Cases, opened: OpenCase, text: str) -> OpenCase:
    """A note of one's own, as it stands from now on; earlier ones are kept."""
    return _write(cases, opened, Event(NOTED, _now(cases), text=clean(text)))


def rename(cases: Cases, opened: OpenCase, reference: str) -> OpenCase:
    """Another reference."""
    return _write(cases, opened, Event(NAMED, _now(cases), text=good_reference(reference)))


def asks_before_close(opened: OpenCase) -> str:
    """What to ask before the case is closed: whether advice that can't wait was followed; empty where nothing is."""
    node = opened.walk.place.node
    return words.CLOSE_ASK.format(stop=node.text.rstrip(".")) if node.urgency in URGENT else ""


def close(cases: Cases, opened: OpenCase) -> OpenCase:
    """Brings the case to its end. It is kept until its time is out."""
    return opened if opened.case.closed else _write(cases, opened, Event(CLOSED, _now(cases)))


def reopen(cases: Cases, opened: OpenCase) -> OpenCase:
    """Takes up a closed case."""
    return _write(cases, opened, Event(OPENED, _now(cases))) if opened.case.closed else opened


def keep_draft(cases: Cases, opened: OpenCase, draft: Draft) -> OpenCase:
    """Stores what is being typed. Call it every two seconds while something changes, and when one leaves."""
    now = _now(cases)
    mark = cases.store.keep_draft(opened.case.id, len(opened.case.log), dump_draft(draft), opened.mark, now)
    return OpenCase(opened.case, opened.guide, now, draft, mark)


def given(opened: OpenCase) -> tuple[GivenView, ...]:
    """All that stands in the case and can be changed, in the order of the way; alarms that were opened can't."""
    walk = opened.walk
    return tuple(
        GivenView(index, move.kind, move.node, move_words(opened.guide, walk.laid, move))
        for index, move in enumerate(walk.moves)
        if move.kind in (ANSWER, TICK, NOTE)
    )


def given_otherwise(
    cases: Cases,
    opened: OpenCase,
    index: int,
    answer: str = "",
    ticked: tuple[str, ...] = (),
    fields: Pairs = (),
) -> Move:
    """What was given as number `index`, given otherwise now: for `would_take_away`, and then for `change`."""
    move = opened.walk.moves[index]
    texts = tuple((name, clean(text)) for name, text in fields)
    return replace(move, answer=answer, ticked=ticked, fields=texts, when=_now(cases))


def same_given(opened: OpenCase, index: int, move: Move) -> bool:
    """Whether `move` says what stands as number `index` already."""
    old = opened.walk.moves[index]
    return (old.answer, set(old.ticked), old.fields) == (move.answer, set(move.ticked), move.fields)


def change(cases: Cases, opened: OpenCase, index: int, move: Move) -> OpenCase:
    """Gives number `index` as `move`; what stood before is in the history. Raises WalkError, StuckError."""
    return follow(cases, opened, opened.walk.change(index, move))


def would_take_away(opened: OpenCase, index: int, move: Move) -> tuple[str, ...]:
    """What would no longer stand if move number `index` were given as `move`, in words; to be told first."""
    try:
        gone = taken_away(opened.walk, index, move)
    except (WalkError, StuckError):
        return ()
    return tuple(move_words(opened.guide, opened.walk.laid, lost) for lost in gone)


def newer(cases: Cases, opened: OpenCase) -> NewerView | None:
    """What a newer edition of the card means for this case; None where there is none, or the card is out of use."""
    card = opened.case.version.card
    try:
        today = cases.today(card)
    except CaseError:
        return None
    if today.id == opened.case.version.sha256:
        return None
    try:
        laid, lists = cases.guide.laid(card), cases.guide.content.lists
        moved = moved_on(opened.walk, laid, lists)
    except (LayError, StuckError):
        return None
    number = cases.guide.content.packs[opened.walk.laid.card.pack].version
    found = tuple(_difference(difference) for difference in differences(opened.walk, laid))
    return NewerView(
        words.NEWER.format(number=number),
        found or (words.NO_DIFFERENCE,),
        tuple(words.ASKED_AGAIN.format(title=title_of(opened.walk.laid, move.node)) for move in moved.unfit),
    )


def move_on(cases: Cases, opened: OpenCase) -> OpenCase:
    """Takes the case over to today's edition of its card."""
    card = opened.case.version.card
    today = cases.today(card)
    cases.store.keep_content(today.id, today.data)
    number = cases.guide.content.packs[opened.walk.laid.card.pack].version
    facts = (("sha256", today.id), ("number", number), ("card", card))
    return _write(cases, opened, Event(CARD, _now(cases), pairs=facts))


def _write(cases: Cases, opened: OpenCase, event: Event, draft: Draft | None = None) -> OpenCase:
    if opened.case.closed and event.kind in (GIVEN, CHANGED, BACK, CARD):
        raise CaseError(words.CLOSED_CASE)
    try:
        return cases.write(opened, (event,), draft)
    except ReplayError:
        raise CaseError(words.UNREADABLE.format(case=opened.case.id)) from None


def _now(cases: Cases) -> datetime:
    return local(cases.guide.now())


def _difference(found: Difference) -> str:
    old, new = found.old, found.new
    if new is None:
        return words.DIFFERENCES["gone"].format(old=old.text)
    return words.DIFFERENCES[_kind(old, new)].format(old=old.text, new=new.text)


def _kind(old: Node, new: Node) -> str:
    if old.text != new.text:
        return "text"
    if old.deadlines != new.deadlines:
        return "deadlines"
    if [value for value, _ in old.answers] != [value for value, _ in new.answers]:
        return "answers"
    advice = ("urgency", "report", "guardians", "duties", "do", "dont", "contact", "next")
    return "advice" if any(getattr(old, name) != getattr(new, name) for name in advice) else "other"
