"""When a municipality's services answer less than they use to: closed for longer, or open for fewer hours in a week."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from statistics import median

from guide.core.clock import local
from guide.core.contacts import ContactPoint
from guide.core.content import Content
from guide.core.days import eve_note
from guide.core.hours import Hours, HoursError, Spell
from guide.core.record import record
from guide.service.ahead.days import DAY, WEEK, days, ordinary_weeks

SLACK = timedelta(hours=1)
"""A night with a change of the clock makes a weekend an hour longer; nobody notices."""
HOUR = timedelta(hours=1)


@record
class Closed:
    """A stretch in which a service is closed for longer than usual. Times are aware, in Oslo time."""

    service: str
    begin: datetime
    end: datetime
    usual: timedelta
    always: tuple[str, ...] = ()
    """Services that stand in and answer the whole time."""
    partly: tuple[str, ...] = ()
    national: tuple[str, ...] = ()
    """National lines that answer the whole time, where nobody of the municipality does."""


@record
class Shorter:
    """Weeks in a row, without a public holiday, in which a service is open for fewer hours than usual."""

    service: str
    first: date
    last: date
    open: float
    usual: float


@record
class Thin:
    """All that makes contact thin in a year. `known` are the services that have both number and hours; `unknown`,
    `missing` and `unread` are names of contact points.
    """

    known: tuple[str, ...]
    closed: tuple[Closed, ...]
    shorter: tuple[Shorter, ...]
    early: tuple[tuple[date, tuple[str, ...]], ...]
    unknown: tuple[str, ...]
    missing: tuple[str, ...]
    unread: tuple[str, ...]


class Answering:
    """When each service is open: it is when one of its telephones is. Built once for a year and a bit around it."""

    def __init__(self, points: Iterable[ContactPoint], first: date, last: date) -> None:
        self.begin, self.end = _midnight(first - 5 * WEEK), _midnight(last + 5 * WEEK)
        self.unread: list[str] = []
        self._open: dict[str, list[tuple[datetime, datetime]]] = {}
        self._points: dict[str, list[ContactPoint]] = {}
        for point in points:
            if point.hours and point.phone and not point.missing:
                self._add(point)

    def _add(self, point: ContactPoint) -> None:
        try:
            spells = Hours(point.hours).spells(self.begin, self.end)
        except HoursError:
            self.unread.append(point.name)
            return
        self._points.setdefault(point.service, []).append(point)
        known = self._open.get(point.service, [])
        self._open[point.service] = _union([*known, *((s.begin, s.end) for s in spells if s.state == "open")])

    def services(self) -> list[str]:
        """The services whose hours are known, in the content's order."""
        return list(self._open)

    def closed(self, service: str) -> list[Spell]:
        """The stretches in which nobody of a service answers, in order."""
        ends = [self.begin, *(moment for stretch in self._open.get(service, ()) for moment in stretch), self.end]
        pairs = zip(ends[::2], ends[1::2], strict=True)
        return [Spell(begin, end, "closed") for begin, end in pairs if begin < end]

    def open_for(self, service: str, begin: datetime, end: datetime) -> timedelta:
        """How long somebody of a service answers between two moments."""
        parts = (min(b, end) - max(a, begin) for a, b in self._open.get(service, ()))
        return sum((part for part in parts if part > timedelta()), timedelta())

    def may_close_early(self, service: str, day: date) -> bool:
        """Whether an office of the service is open on a day on which offices may close early."""
        begin, end = _midnight(day), _midnight(day + DAY)
        starts = [max(a, begin) for a, b in self._open.get(service, ()) if a < end and b > begin]
        points = self._points.get(service, ())
        return any(Hours(point.hours).state(at).may_close_early for at in starts for point in points)


def thin(content: Content, points: Sequence[ContactPoint], first: date, last: date) -> Thin:
    """What is thin from `first` to `last`. `points` are the municipality's own; the country's are read from content.

    Raises CalendarError for years whose public holidays are not known.
    """
    national = content.contacts.get("nasjonalt", ())
    answering = Answering((*points, *national), first, last)
    own = dict.fromkeys(point.service for point in points)
    ordinary = ordinary_weeks(first, last)
    closed, shorter = [], []
    for service in (service for service in answering.services() if service in own):
        closed += _closed(content, answering, service, ordinary, (first, last))
        shorter += _shorter(answering, service, ordinary, title(content, service))
    early = []
    for day in (day for day in days(first, last) if eve_note(day)):
        names = [title(content, s) for s in answering.services() if s in own and answering.may_close_early(s, day)]
        early += [(day, tuple(names))] if names else []
    silent = [point for point in points if point.phone and not point.missing and not point.hours]
    return Thin(
        tuple(service for service in answering.services() if service in own),
        tuple(sorted(closed, key=lambda found: found.begin)),
        tuple(sorted(shorter, key=lambda found: found.first)),
        tuple(early),
        tuple(dict.fromkeys(point.name for point in silent)),
        tuple(dict.fromkeys(point.name for point in points if point.missing)),
        tuple(answering.unread),
    )


def title(content: Content, service: str) -> str:
    """The title of a service, its id where the content has lost it."""
    known = content.services.get(service)
    return known.title if known else service


def _closed(
    content: Content, answering: Answering, service: str, ordinary: Sequence[date], span: tuple[date, date]
) -> list[Closed]:
    """The stretches that touch the span and are longer than the longest of half the ordinary weeks."""
    spells = answering.closed(service)
    weeks = [(_midnight(monday), _midnight(monday + WEEK)) for monday in ordinary]
    longest = [max(((s.end - s.begin) / HOUR for s in spells if a <= s.begin < b), default=0.0) for a, b in weeks]
    usual = timedelta(hours=median(longest) if longest else 0.0)
    first, last = _midnight(span[0]), _midnight(span[1] + DAY)
    return [
        _stood_in(content, answering, service, spell, usual)
        for spell in spells
        if spell.end - spell.begin > usual + SLACK and spell.end > first and spell.begin < last
    ]


def _stood_in(content: Content, answering: Answering, service: str, spell: Spell, usual: timedelta) -> Closed:
    known = content.services.get(service)
    length = spell.end - spell.begin
    shares: Mapping[str, timedelta] = {
        other: answering.open_for(other, spell.begin, spell.end)
        for other in ((*known.stand_in, *known.fallback) if known else ())
    }
    stand_in = known.stand_in if known else ()
    always = tuple(title(content, s) for s in stand_in if shares[s] >= length)
    partly = tuple(title(content, s) for s in stand_in if timedelta() < shares[s] < length)
    national = tuple(title(content, s) for s in (known.fallback if known else ()) if shares[s] >= length)
    begin, end = local(spell.begin), local(spell.end)
    return Closed(title(content, service), begin, end, usual, always, partly, () if always else national)


def _shorter(answering: Answering, service: str, ordinary: Sequence[date], name: str) -> list[Shorter]:
    """Ordinary weeks with fewer open hours than the middle one, those in a row with the same hours together."""
    hours = {
        monday: answering.open_for(service, _midnight(monday), _midnight(monday + WEEK)) / HOUR for monday in ordinary
    }
    usual = median(hours.values()) if hours else 0.0
    found: list[Shorter] = []
    for monday, open_hours in hours.items():
        if open_hours > usual - 1:
            continue
        last = found[-1] if found else None
        if last and last.last + DAY == monday and last.open == open_hours:
            found[-1] = Shorter(name, last.first, monday + WEEK - DAY, open_hours, usual)
        else:
            found.append(Shorter(name, monday, monday + WEEK - DAY, open_hours, usual))
    return found


def _union(stretches: Iterable[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """The stretches in order, those that meet as one."""
    found: list[tuple[datetime, datetime]] = []
    for begin, end in sorted(stretches):
        if found and begin <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((begin, end))
    return found


def _midnight(day: date) -> datetime:
    """The beginning of a day in Oslo."""
    return local(datetime(day.year, day.month, day.day))
