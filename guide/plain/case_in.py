"""Into the cases, line by line: unlocked, made, saved. What may tell who somebody is, is told before it is stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from guide.core.content import RECORD
from guide.core.walk import NOTE, Walk, reworded
from guide.plain import case_strings as strings
from guide.plain.talk import BACK, EMERGENCY, LeftError, Talk, command_of, emergency_line
from guide.service.cases.cases import Cases, good_reference
from guide.service.cases.kept import Kept
from guide.service.cases.list import sensitive, without_sensitive
from guide.service.cases.words import SENSITIVE_HINT
from guide.store.cases.errors import CaseError

if TYPE_CHECKING:
    from guide.service.guide import Guide


def unlocked(talk: Talk, guide: Guide, make: bool) -> Cases | None:
    """The cases, open; None where the user gave up, where there is no terminal, or none to open. Raises EOFError."""
    cases = talk.cases if talk.cases and talk.cases.guide is guide else None
    if cases is None:
        if talk.open_cases is None:
            return None
        talk.close_cases()
        cases = talk.cases = talk.open_cases(guide)
    if cases.unlocked:
        return cases
    if not cases.there and not make:
        talk.say(strings.NONE)
        return None
    if talk.hidden is None:
        talk.say(strings.NO_TERMINAL)
        return None
    return _opened(talk, cases) if cases.there else _made(talk, cases)


def secret(talk: Talk, ask: str) -> str:
    """What is typed without an echo; empty where the user gives up. The numbers come up here, too."""
    assert talk.hidden  # noqa: S101  (`unlocked` has looked)
    while True:
        given = talk.hidden(ask)
        if command_of(given) != EMERGENCY:
            return given
        talk.say(emergency_line())


def _opened(talk: Talk, cases: Cases) -> Cases | None:
    while given := secret(talk, strings.ASK):
        try:
            cases.open_with(cases.secret_of(given))
        except CaseError as failed:
            talk.say(str(failed))
            continue
        talk.say(strings.STAYS)
        return cases
    return None


def _made(talk: Talk, cases: Cases) -> Cases | None:
    name, key = cases.municipality()
    talk.say(*strings.NEW, *([strings.MUNICIPALITY.format(name=name)] if key else []))
    while given := secret(talk, strings.ASK_NEW):
        if given != secret(talk, strings.ASK_AGAIN):
            talk.say(strings.NOT_SAME)
            continue
        try:
            code = cases.create(given)
        except CaseError as failed:
            talk.say(str(failed))
            continue
        talk.say(strings.CODE.format(code=code))
        talk.choose([strings.CODE_DONE], none=False)
        return cases
    return None


def heard(talk: Talk, prompt: str) -> str:
    """A line; empty for «tilbake» and for nothing. Raises EOFError."""
    talk.say(prompt)
    while True:
        line = talk.hear().strip()
        command = command_of(line)
        if command == EMERGENCY:
            talk.say(emergency_line(), prompt)
            continue
        return "" if command == BACK else line


def checked(talk: Talk, guide: Guide, text: str, label: str = "") -> str | None:
    """`text` when the user has heard what in it may tell who somebody is; None where it is given up."""
    while found := sensitive(guide.content, text):
        told = [strings.MARKED.format(words=hit.words, text=text[hit.start : hit.end]) for hit in found]
        talk.say(*told, SENSITIVE_HINT)
        chosen = talk.choose((strings.MARKED_BLANK, strings.MARKED_KEEP, strings.MARKED_EDIT))
        if chosen == 0:
            return without_sensitive(guide.content, text)
        if chosen == 1:
            return text
        if chosen is None:
            return None
        text = heard(talk, strings.WRITE_ANEW.format(label=label or strings.TEXT))
    return text


def checked_fields(
    talk: Talk, guide: Guide, labels: Mapping[str, str], fields: Mapping[str, str]
) -> dict[str, str] | None:
    """The fields when all of them have been heard as `checked` tells them; None where it is given up."""
    seen = dict(fields)
    for name, label in labels.items():
        fine = checked(talk, guide, fields.get(name, ""), label)
        if fine is None:
            return None
        seen[name] = fine
    return seen


def save(talk: Talk, guide: Guide, walk: Walk) -> Kept | None:
    """Makes a case of a walk; None where the user gave up, or where it can't be (that has been said)."""
    if not walk.moves:
        talk.say(strings.NOTHING_YET)
        return None
    cases = unlocked(talk, guide, make=True)
    if cases is None:
        return None
    seen = _seen(talk, guide, walk)
    if seen is None:
        return None
    reference = referred(talk, guide)
    if not reference:
        return None
    try:
        kept = Kept(cases, cases.save(seen, reference))
    except CaseError as failed:
        talk.say(str(failed))
        return None
    talk.say(kept.saved, strings.OPENED)
    talk.saved = True
    return kept


def referred(talk: Talk, guide: Guide) -> str:
    """A reference of the user's own; empty where it is given up."""
    while reference := heard(talk, strings.REFERENCE):
        try:
            return checked(talk, guide, good_reference(reference)) or ""
        except CaseError as failed:
            talk.say(str(failed))
    return ""


def _seen(talk: Talk, guide: Guide, walk: Walk) -> Walk | None:
    """The walk when all that its records say has been heard; None where the user gave up."""
    for index, move in enumerate((*walk.moves, *walk.kept)):
        place = walk.laid.nodes[move.node]
        if place.kind == RECORD and move.kind == NOTE:
            labels = {field.id: field.label for field in place.node.fields if field.kind != "date"}
            fine = checked_fields(talk, guide, labels, dict(move.fields))
            if fine is None:
                return None
            walk = reworded(walk, index, tuple(fine.items())) if tuple(fine.items()) != move.fields else walk
    return walk


def note(talk: Talk, guide: Guide, kept: Kept | None) -> None:
    """A note in the case."""
    if kept is None:
        talk.say(strings.NOTE_FIRST)
        return
    text = heard(talk, strings.NOTE)
    fine = checked(talk, guide, text) if text else ""
    if fine:
        talk.say(kept.take_note(fine) or strings.NOTED)


def relocked(talk: Talk, kept: Kept) -> None:
    """Locks, and goes on only when it has been unlocked again. Raises LeftError where the user gives up."""
    kept.cases.lock()
    talk.say(strings.LOCKED)
    if talk.hidden is None or _opened(talk, kept.cases) is None:
        raise LeftError
