"""When the services that advice names answer in one pack: a list of open stretches for each, over the days to come.

A number counts only when it is the municipality's own. The national lines stand on the screen as a last resort and
prove nothing here, with two exceptions: the emergency numbers, and the services that answer for one's own district
behind one number for the whole country (the police, the out-of-hours doctor).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from guide.checks.proofs.spans import Spans, minute, union, without
from guide.core.clock import local
from guide.core.contacts import NO_UPPER_AGE, digits
from guide.core.content import Content
from guide.core.emergency import NUMBERS, PHONES, ContactPoint, Service
from guide.core.hours import Hours, HoursError
from guide.core.lay import OLDEST

DAYS = 400
"""More than a year, so that every holiday and both clock changes come, whatever the day it begins."""

WHERE_ONE_IS = frozenset({"politi", "legevakt"})
"""One number for the whole country, answered by the district's own."""

Ages = tuple[int, int] | None
"""Whole years from and to, both included; None: nobody has said how old the child is."""


@dataclass(frozen=True, slots=True)
class Answer:
    """When some services answer, taken together."""

    open: Spans
    """Somebody answers, by hours that a source gives."""
    unsure: Spans
    """Nobody is known to answer, but there is a number whose hours no source gives."""
    gaps: Spans
    """There is nobody who answers."""
    numbered: bool
    """There is a number, for this age."""
    intervals: int
    """How many stretches were laid together."""


class AnswerHours:
    """The hours of one pack's services from a moment on, each worked out once."""

    def __init__(self, content: Content, pack: str, start: datetime, days: int = DAYS) -> None:
        self.pack = pack
        self.name = content.packs[pack].name if pack in content.packs else pack
        begin = local(start)
        self._begin, self._end = begin, begin + timedelta(days=days)
        self.whole: Spans = ((minute(self._begin), minute(self._end)),)
        self._services = content.services
        self.stand_ins = frozenset(other for service in content.services.values() for other in service.stand_in)
        self._points: dict[str, list[ContactPoint]] = {}
        national = content.contacts.get("nasjonalt", ())
        self._last_resort = PHONES | {digits(p.phone) for p in national if p.service not in WHERE_ONE_IS and p.phone}
        for point in (*content.contacts.get(pack, ()), *national):
            self._points.setdefault(point.service, []).append(point)
        self._points |= {service: [point] for service, point in NUMBERS.items()}
        self._spells: dict[str, tuple[Spans, Spans]] = {}
        self._answers: dict[tuple[tuple[str, ...], Ages], Answer] = {}

    def service(self, service: str) -> Service:
        """The service, or one with no more than its id where the content has lost it."""
        return self._services.get(service) or Service(service, service)

    def points(self, service: str) -> tuple[ContactPoint, ...]:
        """The service's contact points in this pack, the national ones among them."""
        return tuple(self._points.get(service, ()))

    def counting(self, service: str) -> tuple[ContactPoint, ...]:
        """The points with a number that the proof may rest on."""
        return tuple(point for point in self._points.get(service, ()) if self._counts(point))

    def lacks(self, service: str) -> bool:
        """Whether the pack has nothing of its own for a service outside, and the country no line for all of it."""
        if self.service(service).inside or self.counting(service):
            return False
        return not any(p.pack != self.pack or (p.web and not p.missing) for p in self.points(service))

    def classes(self, services: Iterable[str] | None = None) -> tuple[Ages, ...]:
        """The ages between which no age limit of these services (all, if none are given) lies, and «not known»."""
        wanted = self._points.keys() if services is None else services
        limits = [point.ages for service in wanted for point in self._points.get(service, ()) if point.ages]
        cuts = {low for low, _ in limits} | {high + 1 for _, high in limits if high < NO_UPPER_AGE}
        first = sorted({0, *cuts})
        after = [*first[1:], OLDEST + 1]
        return (None, *((low, high - 1) for low, high in zip(first, after, strict=True)))

    def answer(self, services: tuple[str, ...], ages: Ages) -> Answer:
        """When at least one of `services` answers for a child of these ages, or of an age that nobody has said."""
        key = (services, ages)
        if key not in self._answers:
            points = [p for service in services for p in self.counting(service) if fits(p, ages)]
            spells = [self._hours(point) for point in points]
            opened = union(*(spans for spans, _ in spells))
            unsure = without(union(*(spans for _, spans in spells)), opened)
            gaps = without(self.whole, union(opened, unsure))
            looked = sum(len(spans) + len(other) for spans, other in spells) + len(gaps)
            self._answers[key] = Answer(opened, unsure, gaps, bool(points), looked)
        return self._answers[key]

    def _counts(self, point: ContactPoint) -> bool:
        if point.missing or not point.phone:
            return False
        if point.service in NUMBERS or point.service in WHERE_ONE_IS:
            return True
        # a pack that writes a national line's number as its own still has nobody of its own who answers
        return digits(point.phone) not in self._last_resort

    def _hours(self, point: ContactPoint) -> tuple[Spans, Spans]:
        """The open and the unknown stretches of a point's hours. What can't be read is unknown."""
        if point.hours not in self._spells:
            try:
                spells = Hours(point.hours).spells(self._begin, self._end)
            except HoursError:
                spells = Hours().spells(self._begin, self._end)
            by_state = {
                state: union((minute(s.begin), minute(s.end)) for s in spells if s.state == state)
                for state in ("open", "unknown")
            }
            self._spells[point.hours] = by_state["open"], by_state["unknown"]
        return self._spells[point.hours]


def fits(point: ContactPoint, ages: Ages) -> bool:
    """Whether the point is for a child of these ages; when nobody has said the age, every point is."""
    if ages is None or point.ages is None:
        return True
    low, high = point.ages
    return low <= ages[0] and (ages[1] <= high or high >= NO_UPPER_AGE)
