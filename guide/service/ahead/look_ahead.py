"""The next twelve months of a municipality: where contact is thin, what must be checked, which deadlines move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from guide.core.content import Content, Pack
from guide.core.days import FIRST_YEAR, LAST_YEAR, OUT_OF_RANGE, CalendarError
from guide.core.record import record
from guide.service.ahead import deadlines as ahead_deadlines
from guide.service.ahead.checks import Check, checks
from guide.service.ahead.days import DAY, calendar_of, days, year_on
from guide.service.ahead.deadlines import Moved, Rule, moved, rules
from guide.service.ahead.thin import Thin, thin


@record
class Ahead:
    """A look ahead from `first` to `last`, both among the days. `closing`: the closing days that fall in it."""

    pack: Pack
    first: date
    last: date
    thin: Thin
    checks: tuple[Check, ...]
    rules: tuple[Rule, ...]
    moved: tuple[Moved, ...]
    closing: tuple[date, ...]


def look_ahead(content: Content, pack: str, first: date, closing: Iterable[date] = ()) -> Ahead:
    """The year from `first` on. `closing` are closing days that somebody thinks of, besides those of the pack.

    Raises KeyError for an unknown pack, CalendarError for years whose public holidays are not known.
    """
    if not FIRST_YEAR <= first.year <= LAST_YEAR:
        raise CalendarError(OUT_OF_RANGE.format(day=first.isoformat(), first=FIRST_YEAR, last=LAST_YEAR))
    own, last = content.packs[pack], year_on(first) - DAY
    calendar = calendar_of(own, closing)
    found = tuple(rules(content, own))
    return Ahead(
        own,
        first,
        last,
        thin(content, content.contacts.get(pack, ()), first, last),
        tuple(checks(content, own, last)),
        found,
        tuple(group for rule in found for group in moved(rule, calendar, first, last)),
        tuple(day for day in days(first, last) if day in calendar.closing_days),
    )


def as_data(found: Ahead) -> Mapping[str, object]:
    """The look ahead as JSON has it: dates as ISO text, lengths in hours."""
    return {
        "pack": found.pack.id,
        "from": found.first.isoformat(),
        "to": found.last.isoformat(),
        **_thin(found.thin),
        "checks": [
            {
                "kind": check.kind,
                "name": check.name,
                "phone": check.phone or None,
                "pack": check.pack,
                "due": check.due.isoformat() if check.due else None,
            }
            for check in found.checks
        ],
        "deadlines": [ahead_deadlines.as_data(group) for group in found.moved],
        "closing_days": [day.isoformat() for day in found.closing],
    }


def _thin(thin: Thin) -> Mapping[str, object]:
    return {
        "closed": [
            {
                "service": spell.service,
                "from": spell.begin.isoformat(),
                "to": spell.end.isoformat(),
                "hours": (spell.end.timestamp() - spell.begin.timestamp()) / 3600,
                "usual_hours": spell.usual.total_seconds() / 3600,
                "stands_in": list(spell.always),
                "stands_in_partly": list(spell.partly),
                "national": list(spell.national),
            }
            for spell in thin.closed
        ],
        "shorter": [
            {
                "service": weeks.service,
                "from": weeks.first.isoformat(),
                "to": weeks.last.isoformat(),
                "hours_a_week": weeks.open,
                "usual_hours_a_week": weeks.usual,
            }
            for weeks in thin.shorter
        ],
        "may_close_early": [{"day": day.isoformat(), "services": list(names)} for day, names in thin.early],
        "hours_unknown": list(thin.unknown),
        "number_missing": list(thin.missing),
    }
