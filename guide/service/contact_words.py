"""Contact lines in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from guide.core.clock import clock_time, local, weekday_date
from guide.core.contacts import ContactLine, advised, answers_now, contact_book, resolve
from guide.service import words
from guide.service.contact_view import ContactView

if TYPE_CHECKING:  # `contacts` walks no card
    from guide.core.lay import Place
    from guide.service.guide import Guide

CHILD_WELFARE: Final = "barnevern"
"""The service that takes reports, and worries without a name."""


def state_words(line: ContactLine, at: datetime) -> str:
    """«Åpent nå, til kl. 15:30»: who answers, in one sentence. `at` is aware."""
    if line.missing:
        return words.STATE_MISSING
    if line.web and not line.phone:
        return words.STATE_WEB.format(web=line.web)
    if line.state == "always":
        return words.STATE_ALWAYS
    if line.state == "open" and line.until:
        until = local(line.until)
        if until.date() == local(at).date():
            return words.STATE_OPEN_UNTIL.format(until=clock_time(until))
        return words.STATE_OPEN_UNTIL_DAY.format(day=weekday_date(until.date(), at.date()), until=clock_time(until))
    if line.state == "closed" and line.opens_at:
        opens = local(line.opens_at)
        return words.STATE_CLOSED_UNTIL.format(day=weekday_date(opens.date(), at.date()), opens=clock_time(opens))
    return words.STATE_CLOSED if line.state == "closed" else words.STATE_UNKNOWN


def contact_view(line: ContactLine, at: datetime) -> ContactView:
    """A line as it is shown, with what the reader must know of it."""
    notes = [note for note in line.note if note not in line.remark]
    if line.may_close_early and line.state == "open":
        notes.append(words.MAY_CLOSE_EARLY)
    if line.entered:
        entered = date.fromisoformat(line.entered)
        notes.append(words.ENTERED.format(date=weekday_date(entered, at.date())))
    number = "" if line.missing else line.phone
    return ContactView(
        line, line.title, number, line.state, state_words(line, at), line.reason, tuple(notes), line.remark
    )


def contact_views(lines: Iterable[ContactLine], at: datetime) -> tuple[ContactView, ...]:
    """Lines as they are shown, in their order."""
    return tuple(contact_view(line, at) for line in lines)


def first_view(lines: Sequence[ContactLine], at: datetime) -> ContactView | None:
    """Who answers now, None where nobody with a number does."""
    line = answers_now(lines)
    return contact_view(line, at) if line else None


def lines_for(guide: Guide, place: Place, known: dict[str, str], at: datetime) -> tuple[ContactLine, ...]:
    """The contact lines of a task or an outcome, for the hour, the child's age and where it lives."""
    return advised(guide.content.services, guide.contact_points(), place.node, known, at)


def child_welfare(guide: Guide, known: dict[str, str], at: datetime) -> tuple[ContactLine, ...]:
    """Who takes a worry at any time: child welfare, and who answers in its place; empty where content has no such."""
    if CHILD_WELFARE not in guide.content.services:
        return ()
    age, home = known.get("alder", ""), known.get("barnets_kommune", "samme")
    years = int(age) if age.isdigit() else None
    wanted = ((CHILD_WELFARE, ""),)
    return resolve(guide.content.services, guide.contact_points(), wanted, at, age=years, home=home)


def in_place_of(guide: Guide, service: str) -> tuple[str, ...]:
    """The titles of the services that `service` answers for when they are closed or nobody knows their number."""
    return tuple(s.title for s in guide.content.services.values() if service in (*s.stand_in, *s.fallback))


def book(guide: Guide, at: datetime) -> tuple[ContactView, ...]:
    """Every contact point of the municipality and the country, open ones first."""
    return contact_views(contact_book(guide.content.services, guide.contact_points(), at), at)
