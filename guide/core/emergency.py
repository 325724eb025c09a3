"""The emergency numbers, in code: they show with every data file missing or broken, and no data file can change them.

Source: Norway's three emergency numbers, the same for the whole country and free to ring from every telephone.
The two classes that they are made of stand here as well, so that this module needs nothing but the standard library.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guide.core.record import record

PACK = "nasjonalt"

_SOURCE = ("kilde:nodnummer",)
_CHECKED = "2026-11-22"


@record
class ContactPoint:
    """How one service is reached in one place, as the content or the user gives it."""

    id: str
    service: str
    name: str
    pack: str
    phone: str = ""
    """Digits as written in the source; empty: none."""
    missing: bool = False
    """The source names the service and gives no number."""
    hours: str = ""
    """opening_hours syntax, Oslo time; empty: the source does not say."""
    ages: tuple[int, int] | None = None
    """Whole years, both ends included."""
    web: str = ""
    note: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    checked: str = ""
    confidence: str = ""
    entered: str = ""
    """The date a user typed it in (a local number), else empty."""


@record
class Service:
    """A role that advice speaks of, and who answers in its place. The tuples hold service ids."""

    id: str
    title: str
    about: str = ""
    stand_in: tuple[str, ...] = ()
    fallback: tuple[str, ...] = ()
    acute: tuple[str, ...] = ()
    inside: bool = False


NUMBERS: Mapping[str, ContactPoint] = MappingProxyType(
    {
        point.service: point
        for point in (
            ContactPoint(
                "nod-112",
                "politi_nod",
                "Politiet",
                PACK,
                phone="112",
                hours="24/7",
                source=_SOURCE,
                checked=_CHECKED,
                confidence="official",
            ),
            ContactPoint(
                "nod-113",
                "amk",
                "Ambulanse",
                PACK,
                phone="113",
                hours="24/7",
                source=_SOURCE,
                checked=_CHECKED,
                confidence="official",
            ),
            ContactPoint(
                "nod-110",
                "brann",
                "Brannvesenet",
                PACK,
                phone="110",
                hours="24/7",
                source=_SOURCE,
                checked=_CHECKED,
                confidence="official",
            ),
        )
    }
)
"""By service. resolve() and contact_book() use these whatever the content says."""

SERVICES: Mapping[str, Service] = MappingProxyType(
    {
        service.id: service
        for service in (
            Service("politi_nod", "Politiet", "Når det haster"),
            Service("amk", "Ambulanse", "Akutt fare for liv og helse"),
            Service("brann", "Brannvesenet", "Brann og ulykker"),
        )
    }
)
"""The same services' names, so that data can't put another name to the number, or another line before it."""

PHONES = frozenset(point.phone for point in NUMBERS.values())
