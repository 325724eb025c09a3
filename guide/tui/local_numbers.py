"""Which numbers a user is asked for: their own leaders', and those that the municipality's list doesn't have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from guide.core.contacts import ContactPoint
from guide.service.guide import Guide
from guide.service.views import FieldView
from guide.tui import strings
from guide.tui.widgets.entry import PHONE

LEADERS: Final = {
    "barnehage": ("pedagogisk_leder", "styrer"),
    "skole": ("kontaktlaerer", "rektor"),
    "sfo": ("leder",),
}
ALSO: Final = {"styrer": "leder", "rektor": "leder"}
"""Advice speaks of «lederen» where the workplace doesn't matter: the same number."""
OFFERED: Final = ("barnevern", "barnevernvakt", "helsesykepleier")


def asked_for(guide: Guide) -> tuple[str, ...]:
    """The services that are asked for, the leaders first."""
    points = guide.content.contacts.get(guide.profile.pack, ())
    there = {point.service for point in points if point.phone and not point.missing}
    return (*LEADERS.get(guide.profile.workplace, ("leder",)), *(s for s in OFFERED if s not in there))


def fields(guide: Guide, entered: Mapping[str, str]) -> tuple[FieldView, ...]:
    """A field a service, with what is entered. `entered` gives words for the day, by service."""
    services, numbers = guide.content.services, {p.service: p.phone for p in guide.profile.local}
    return tuple(
        FieldView(
            name,
            PHONE,
            services[name].title if name in services else strings.LOCAL_NAMES[name],
            numbers.get(name, ""),
            entered.get(name, ""),
        )
        for name in asked_for(guide)
    )


def points_of(guide: Guide, noted: Mapping[str, str], today: str) -> tuple[ContactPoint, ...]:
    """What was typed as contact points; a number that stands as it was keeps its day. `today` is ISO text."""
    before = {point.service: point for point in guide.profile.local}
    titles = {field.id: field.label for field in fields(guide, {})}
    wanted = {**noted, **{ALSO[name]: phone for name, phone in noted.items() if name in ALSO}}
    found = [point for name, point in before.items() if name not in wanted]
    for service, phone in wanted.items():
        old = before.get(service)
        same = old and old.phone == phone
        name = titles.get(service) or next(titles[k] for k, v in ALSO.items() if v == service and k in titles)
        if phone:
            entered = old.entered if old and same else today
            found.append(
                ContactPoint(f"lokal-{service}", service, name, guide.profile.pack, phone=phone, entered=entered)
            )
    return tuple(found)
