"""Everybody whom a card sends one to, with number, hours and who answers instead, as rows for a sheet of paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from guide.core.contacts import NO_UPPER_AGE, WHOLE_COUNTRY, ContactPoint, Service
from guide.core.emergency import NUMBERS, SERVICES
from guide.core.lay import Laid
from guide.core.record import record
from guide.service.guide import Guide
from guide.service.paper import words


@record
class ContactRow:
    """One line of the table. `phone` is empty where no source gives the number; `instead` says who answers then."""

    service: str
    name: str
    phone: str
    web: str
    hours: str
    ages: str
    instead: str
    national: bool

    @property
    def bare(self) -> bool:
        """Whether there is nothing to ring, nothing to open and nobody who answers instead."""
        return not (self.phone or self.web or self.instead)


@record
class ContactsOnPaper:
    """The table, and the roles at the workplace that have no number of their own."""

    rows: tuple[ContactRow, ...]
    inside: tuple[str, ...]


def contacts_on_paper(guide: Guide, laid: Laid) -> ContactsOnPaper:
    """The emergency numbers, then each service that the card, its shared cards and alarms name, with stand-ins."""
    book = _Book(guide)
    named = dict.fromkeys(service for place in laid.nodes.values() for service, _ in place.node.contact)
    wanted = dict.fromkeys((*NUMBERS, *book.order(named)))
    inside = tuple(book.service(name).title for name in wanted if book.service(name).inside and not book.points(name))
    rows = [row for name in wanted for row in book.rows(name)]
    return ContactsOnPaper(tuple(rows), inside)


def short_contact(guide: Guide, service: str) -> tuple[str, str]:
    """A service in a row: its title, and the number of its first point where there is one."""
    book = _Book(guide)
    return book.service(service).title, book.phone(service)


def plain_contact(guide: Guide, service: str) -> str:
    """A service in a step by its title, with the number where it is an emergency number; others are in the table."""
    book = _Book(guide)
    return book.reached(service) if service in NUMBERS else book.service(service).title


class _Book:
    """Looks up services and their points. The emergency numbers are those in code, whatever the content says."""

    def __init__(self, guide: Guide) -> None:
        self._services = {**guide.content.services, **SERVICES}
        self._points: dict[str, list[ContactPoint]] = {}
        for point in guide.contact_points():
            self._points.setdefault(point.service, []).append(point)
        self._points |= {service: [point] for service, point in NUMBERS.items()}

    def service(self, name: str) -> Service:
        """The service, or one with no more than its name where the content lost it."""
        return self._services.get(name) or Service(name, name)

    def points(self, name: str) -> Sequence[ContactPoint]:
        """The service's contact points here."""
        return self._points.get(name, ())

    def order(self, named: Iterable[str]) -> list[str]:
        """Each service with those who stand in for it right after it; national lines last."""
        found: list[str] = []
        last: list[str] = []
        for name in named:
            service = self.service(name)
            found += (name, *service.stand_in)
            last += (*service.acute, *service.fallback)
        return [*found, *last]

    def rows(self, name: str) -> list[ContactRow]:
        """One row a point; one that says that the number is missing where a service outside has none."""
        service = self.service(name)
        points = list(self.points(name))
        if not points:
            points = [] if service.inside else [ContactPoint("", name, service.title, "", missing=True)]
        return [self._row(service, point) for point in points]

    def reached(self, name: str) -> str:
        """The service with its number or address after it, where there is one."""
        phone = self.phone(name)
        web = next((point.web for point in self.points(name) if point.web), "")
        return words.REACHED.format(title=self.service(name).title, number=phone or web).strip()

    def phone(self, name: str) -> str:
        """The number of the service's first point that has one, else empty."""
        return next((point.phone for point in self.points(name) if point.phone and not point.missing), "")

    def _row(self, service: Service, point: ContactPoint) -> ContactRow:
        others = [self.reached(other) for other in (*service.stand_in, *service.fallback) if self._rung(other)]
        phone = "" if point.missing else point.phone
        instead = words.ELSE.format(others=words.listed(others)) if others and point.hours != "24/7" else ""
        hours = words.hours_words(point.hours) if phone else ""
        return ContactRow(
            service.id, point.name, phone, point.web, hours, _ages(point.ages), instead, point.pack in WHOLE_COUNTRY
        )

    def _rung(self, name: str) -> bool:
        return any((point.phone or point.web) and not point.missing for point in self.points(name))


def _ages(ages: tuple[int, int] | None) -> str:
    if ages is None:
        return ""
    low, high = ages
    return (words.AGES if high < NO_UPPER_AGE else words.AGES_FROM).format(low=low, high=high)
