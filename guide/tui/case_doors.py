"""Into the cases: make the store, unlock it, save a walk as a case. Each asks, one thing at a time."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from guide.core.content import RECORD
from guide.core.walk import NOTE, Walk, reworded
from guide.service.cases.cases import Cases, good_reference
from guide.service.cases.list import sensitive, without_sensitive
from guide.service.cases.words import SENSITIVE_HINT
from guide.store.cases.errors import CaseError
from guide.tui import case_strings as strings
from guide.tui.kept import Kept, draft_of
from guide.tui.modals.dialog import Dialog
from guide.tui.modals.field import FieldModal
from guide.tui.modals.working import in_thread
from guide.tui.text import GAP, Line, joined, plain
from guide.tui.widgets.answers import Choice

if TYPE_CHECKING:
    from guide.core.content import Content
    from guide.tui.app import GuideApp
    from guide.tui.memo import Memo

BLANK, KEEP, EDIT, YES = "ta_bort", "behold", "skriv", "ja"


async def unlocked(app: GuideApp, make: bool) -> Cases | None:
    """The cases, open; None where the user gave up. `make`: where there is no store, one is made. In a worker."""
    cases = app.ways.cases()
    if cases.unlocked:
        return cases
    if not cases.there:
        return await _made(app, cases) if make else None
    return await _opened(app, cases)


async def _opened(app: GuideApp, cases: Cases) -> Cases | None:
    error = ""
    while True:
        given = await app.push_screen_wait(
            FieldModal(strings.UNLOCK_TITLE, strings.UNLOCK_LINES, strings.PHRASE, secret=True, error=error)
        )
        if not given:
            return None
        try:
            secret = await in_thread(app, strings.UNLOCK_TITLE, strings.UNLOCKING, partial(cases.secret_of, given))
            if secret is None:
                return None
            cases.open_with(secret)
            app.ways.watch()
        except CaseError as failed:
            error = str(failed)
            continue
        return cases


async def _made(app: GuideApp, cases: Cases) -> Cases | None:
    error = ""
    name = cases.municipality()[0] if cases.municipality()[1] else ""
    told = (*strings.NEW_LINES, *([strings.MUNICIPALITY.format(name=name)] if name else ()))
    while True:
        phrase = await app.push_screen_wait(
            FieldModal(strings.NEW_TITLE, told, strings.PHRASE, secret=True, error=error)
        )
        again = phrase and await app.push_screen_wait(FieldModal(strings.AGAIN_TITLE, (), strings.PHRASE, secret=True))
        if not again:
            return None
        if phrase != again:
            error = strings.NOT_SAME
            continue
        try:
            prepared = await in_thread(app, strings.NEW_TITLE, strings.MAKING, partial(cases.prepare, phrase))
            if prepared is None:
                return None
            code = cases.make(prepared)
            app.ways.watch()
        except CaseError as failed:
            error = str(failed)
            continue
        await _show_code(app, code)
        return cases


async def _show_code(app: GuideApp, code: str) -> None:
    """Until the user says that it is written down: Escape is not that."""
    told = [part for text in strings.CODE_LINES for part in (GAP, Line(plain(text)))]
    lines = (*told, GAP, Line(plain(code, "bold")), GAP)
    while not await app.push_screen_wait(Dialog(strings.CODE_TITLE, lines, [Choice(YES, strings.CODE_DONE)])):
        pass


async def checked(app: GuideApp, text: str, label: str = "") -> str | None:
    """`text` when the user has seen what in it may tell who somebody is; None: to be written anew. In a worker.

    `label` is the field that it stands in, where it is not the only one.
    """
    content = app.guide.content
    if not sensitive(content, text):
        return text
    where = [Line(plain(strings.MARKED_FIELD.format(label=label), "$text-muted"))] if label else []
    lines = [GAP, *where, *marked(content, text), GAP, Line(plain(SENSITIVE_HINT)), GAP]
    choices = [
        Choice(BLANK, strings.MARKED_BLANK), Choice(EDIT, strings.MARKED_EDIT), Choice(KEEP, strings.MARKED_KEEP)
    ]  # fmt: skip
    chosen = await app.push_screen_wait(Dialog(strings.MARKED_TITLE, lines, choices))
    return {BLANK: without_sensitive(content, text), KEEP: text}.get(chosen)


async def checked_fields(app: GuideApp, labels: Mapping[str, str], fields: dict[str, str]) -> dict[str, str] | None:
    """The fields when all of them have been seen as `checked` shows them; None: to be written anew. In a worker."""
    seen = dict(fields)
    for name, label in labels.items():
        fine = await checked(app, fields.get(name, ""), label)
        if fine is None:
            return None
        seen[name] = fine
    return seen


async def seen_through(app: GuideApp, walk: Walk) -> Walk | None:
    """The walk when all that its records say has been seen as `checked` shows it; None where the user gave up."""
    for index, move in enumerate((*walk.moves, *walk.kept)):
        place = walk.laid.nodes[move.node]
        if place.kind != RECORD or move.kind != NOTE:
            continue
        labels = {field.id: field.label for field in place.node.fields if field.kind != "date"}
        fine = await checked_fields(app, labels, dict(move.fields))
        if fine is None:
            return None
        if tuple(fine.items()) != move.fields:
            walk = reworded(walk, index, tuple(fine.items()))
    return walk


def marked(content: Content, text: str) -> list[Line]:
    """The text with what was found standing out, and below it what each place looks like."""
    found = sensitive(content, text)
    parts, at = [], 0
    for hit in found:
        parts += [plain(text[at : hit.start]), plain(text[hit.start : hit.end], "bold reverse")]
        at = hit.end
    lines = [Line(joined([*parts, plain(text[at:])]))]
    return [*lines, *(Line(plain(words), plain("–"), 2) for words in dict.fromkeys(hit.words for hit in found))]


async def referred(app: GuideApp, value: str = "") -> str:
    """A reference of the user's own, in place of `value`; empty where the user gave up."""
    error = ""
    while True:
        value = await app.push_screen_wait(
            FieldModal(strings.REFERENCE_TITLE, strings.REFERENCE_LINES, strings.REFERENCE, value=value, error=error)
        )
        if not value:
            return ""
        try:
            value = good_reference(value)
        except CaseError as failed:
            error = str(failed)
            continue
        error = ""
        if (fine := await checked(app, value)) is not None:
            return fine


async def save(app: GuideApp, walk: Walk, memo: Memo) -> Kept | None:
    """Makes a case of a walk; None where the user gave up, or where it can't be (that has been told). In a worker."""
    cases = await unlocked(app, make=True)
    if cases is None:
        return None
    fine = await checked(app, memo.note) if memo.note else ""
    if fine is None:
        return None
    memo.note = fine
    seen = await seen_through(app, walk)
    if seen is None:
        return None
    reference = await referred(app)
    if not reference:
        return None
    try:
        kept = Kept(cases, cases.save(seen, reference, draft_of(memo)))
    except CaseError as failed:
        await tell(app, strings.FAILED_TITLE, str(failed))
        return None
    if said := kept.take_note(memo.note):
        await tell(app, strings.FAILED_TITLE, said)
    return kept


async def tell(app: GuideApp, title: str, text: str) -> None:
    """One thing, until it is read."""
    await app.push_screen_wait(Dialog(title, (GAP, Line(plain(text)), GAP), [Choice(YES, strings.OK)]))
