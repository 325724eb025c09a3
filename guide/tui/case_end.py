"""The end of a case in the app: told before, asked whether it is in its place, and deleted when somebody says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.service.cases import words
from guide.service.cases.end import (
    EndView,
    about_to_end,
    delete,
    delete_expired,
    keep_longer,
    keep_municipality_out,
    let_municipality_in,
    municipality_wants_in,
)
from guide.service.cases.steps import asks_before_close
from guide.tui import case_strings as strings
from guide.tui.case_doors import YES
from guide.tui.modals.dialog import Dialog
from guide.tui.text import GAP, Line, plain
from guide.tui.widgets.answers import Choice

if TYPE_CHECKING:
    from guide.service.cases.cases import Cases, OpenCase
    from guide.tui.app import GuideApp

LONGER, NO = "behold", "nei"


async def asked_of_ends(app: GuideApp, cases: Cases) -> None:
    """Tells of the cases that may be deleted soon, and asks about each whose time is out. Nothing is deleted unasked.

    Raises CaseError. In a worker.
    """
    ends = about_to_end(cases)
    if soon := [end for end in ends if not end.expired]:
        lines = [part for end in soon for part in _told(end)]
        await app.push_screen_wait(Dialog(strings.SOON_TITLE, (*lines, GAP), [Choice(YES, strings.OK)]))
    for end in ends:
        if end.expired:
            await _ask(app, cases, end)


async def asked_of_key(app: GuideApp, cases: Cases) -> None:
    """Asks once whether the municipality may open the cases, where it has made a key since. Raises CaseError."""
    name = municipality_wants_in(cases)
    if not name:
        return
    lines = [part for text in strings.KEY_LINES for part in (GAP, Line(plain(text.format(name=name))))]
    choices = [Choice(NO, strings.KEY_NO), Choice(YES, strings.KEY_YES.format(name=name))]
    chosen = await app.push_screen_wait(Dialog(strings.KEY_TITLE, (*lines, GAP), choices))
    if chosen == YES:
        let_municipality_in(cases)
    elif chosen == NO:
        keep_municipality_out(cases)


async def _ask(app: GuideApp, cases: Cases, end: EndView) -> None:
    choices = [
        Choice("", strings.LATER), Choice(LONGER, strings.KEEP_LONGER.format(days=end.days)),
        Choice(YES, strings.DELETE_YES),
    ]  # fmt: skip
    chosen = await app.push_screen_wait(Dialog(strings.EXPIRED_TITLE, (*_told(end), GAP), choices))
    if chosen == YES:
        delete_expired(cases, end.id, in_system=True)
    elif chosen == LONGER:
        keep_longer(cases, end.id)


async def to_be_closed(app: GuideApp, opened: OpenCase) -> bool:
    """Whether the case is to be closed: asked where it stands at advice that can't wait. In a worker."""
    asked = asks_before_close(opened)
    choices = [Choice("", words.CLOSE_NO), Choice(YES, words.CLOSE_YES)]
    lines = (GAP, Line(plain(asked)), GAP)
    return not asked or await app.push_screen_wait(Dialog(words.CLOSE_TITLE, lines, choices)) == YES


async def deleted(app: GuideApp, cases: Cases, case: str) -> bool:
    """Asks, and deletes the case where the user says so; whether it was. Raises CaseError. In a worker."""
    told = [part for text in strings.DELETE_LINES for part in (GAP, Line(plain(text)))]
    choices = [Choice("", strings.DELETE_NO), Choice(YES, strings.DELETE_YES)]
    if await app.push_screen_wait(Dialog(strings.DELETE_TITLE, (*told, GAP), choices)) != YES:
        return False
    delete(cases, case)
    return True


def _told(end: EndView) -> tuple[Line, ...]:
    return (GAP, Line(plain(end.reference, "bold")), Line(plain(end.words)))
