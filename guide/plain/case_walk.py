"""A walk of the line mode that is a case: each step is on the disk before it is said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from guide.core.walk import Walk
from guide.plain import case_strings as strings
from guide.plain.case_in import checked_fields, note, relocked, save
from guide.plain.cases import cases_in_lines
from guide.plain.talk import CASES, NOTE, Talk
from guide.plain.walk import LineWalk, OutError, TurnedError, given_at
from guide.service.cases.draft import Draft
from guide.service.cases.kept import Kept
from guide.service.present import view
from guide.service.views import RecordView
from guide.store.cases.errors import CaseError

if TYPE_CHECKING:
    from guide.service.guide import Guide

LOCK_AFTER: Final = timedelta(minutes=15)


def commanded(line_walk: LineWalk, command: str) -> None:
    """Saves the walk, shows the cases, or takes a note. Raises LeftError, EOFError, and OutError out of a case."""
    talk, kept = line_walk.talk, line_walk.kept
    if command == NOTE:
        note(talk, line_walk.guide, kept)
    elif command == CASES and kept and line_walk.inner:
        raise OutError
    elif command == CASES:
        cases_in_lines(talk, line_walk.guide, lambda case: _on(talk, case))
        if kept:
            _again(line_walk, kept)
    elif kept:
        talk.say(strings.ALREADY)
    elif saved := save(talk, line_walk.guide, line_walk.walk):
        line_walk.kept, line_walk.guide, line_walk.walk = saved, saved.opened.guide, saved.opened.walk


def _again(line_walk: LineWalk, kept: Kept) -> None:
    """The case of a walk as it stands after one has been at the list: it may have gone on there, or be deleted."""
    try:
        line_walk.kept = Kept(kept.cases, kept.cases.resume(kept.opened.case.id))
        line_walk.walk = line_walk.kept.opened.walk
        line_walk.shown = view(line_walk.guide, line_walk.walk)
    except CaseError as failed:
        line_walk.kept = None
        line_walk.talk.say(str(failed), strings.NO_CASE)


def stored(talk: Talk, kept: Kept, walk: Walk, typed: Mapping[str, dict[str, str]]) -> Walk:
    """The walk as it is on the disk, once the step is there; where it is not, says why."""
    stop = kept.opened.walk.state.stop if given_at(kept.opened.walk, walk) else ""
    left = {node: given for node, given in typed.items() if node != stop}  # what stood there is given now
    if said := kept.follow(walk, _draft(kept, left, walk)):
        talk.say(said)
    return kept.opened.walk


def watched(talk: Talk, kept: Kept, typed: Mapping[str, dict[str, str]], walk: Walk) -> bool:
    """Keeps what is typed. True where nobody was there for so long that the cases had to be unlocked again: the line
    that was written then is not what was meant."""
    now = kept.opened.guide.now()
    gone = abs(now - talk.there) if talk.there else timedelta()
    talk.there = now
    if gone >= LOCK_AFTER:
        relocked(talk, kept)
        talk.there = kept.opened.guide.now()
        return True
    if said := kept.keep(_draft(kept, typed, walk)):
        talk.say(said)
    return False


def seen(talk: Talk, guide: Guide, shown: RecordView, fields: dict[str, str]) -> dict[str, str]:
    """The fields when what in them may tell who somebody is has been heard. Raises TurnedError: to be written anew."""
    labels = {field.id: field.label for field in shown.fields if field.kind != "date"}
    fine = checked_fields(talk, guide, labels, fields)
    if fine is None:
        raise TurnedError
    return fine


def _on(talk: Talk, kept: Kept) -> None:
    """On with a case, until one goes back to the list."""
    line_walk = LineWalk(kept.opened.guide, kept.opened.walk, talk, inner=True)
    line_walk.kept = kept
    typed = kept.opened.draft.typed.items()
    line_walk.typed |= {node: dict(given) for (node, _), given in typed if isinstance(given, dict)}
    talk.there = kept.opened.guide.now()
    line_walk.run()


def _draft(kept: Kept, typed: Mapping[str, dict[str, str]], walk: Walk) -> Draft:
    visits = walk.state.visits
    fields = {(node, visits.get(node, 0)): dict(given) for node, given in typed.items() if given}
    return Draft(kept.opened.draft.note, fields)
