"""What is another about whom to ring: numbers, hours, ages, web pages, and who answers in a service's place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guide.checks.diff.versions import NEW, OLD, Versions
from guide.checks.proofs.graph import graph_of
from guide.checks.proofs.shortest import GaveUpError, shortest
from guide.core.contacts import WHOLE_COUNTRY, ContactPoint, Service, digits
from guide.core.content import OUTCOME, TASK, Content
from guide.core.lay import lay

PHONE, HOURS, AGES, WEB, SERVICE, POINT = "phone", "hours", "ages", "web", "service", "point"
STAND_IN, FALLBACK, ACUTE, INSIDE = "stand_in", "fallback", "acute", "inside"


@dataclass(frozen=True, slots=True)
class ContactChange:
    """One contact or service. `pack` is empty for a service: it is everybody's."""

    pack: str
    id: str
    name: str
    changes: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]
    stops: int
    """How many advices and tasks name the service, or one that it answers for."""
    walk: tuple[str, ...]
    """The shortest walk to one of them in the new version, empty where there is none."""
    proved: bool = True
    """False: the search for the walk gave up."""


def contact_changes(versions: Versions) -> Iterator[ContactChange]:
    """Each contact, then each service, that is another."""
    for pack in sorted({*versions.old.contacts, *versions.new.contacts}):
        sides = [{p.id: p for p in versions.content(side).contacts.get(pack, ())} for side in (OLD, NEW)]
        for name in dict.fromkeys([*sides[OLD], *sides[NEW]]):
            old, new = sides[OLD].get(name), sides[NEW].get(name)
            changes = tuple(_point(old, new))
            points = [point for point in (old, new) if point]
            if changes:
                services = {point.service for point in points}
                yield _found(versions, pack, name, points[-1].name, changes, services)
    for name in dict.fromkeys([*versions.old.services, *versions.new.services]):
        one, other = versions.old.services.get(name), versions.new.services.get(name)
        if one and other and (changed := tuple(_service(one, other))):
            yield _found(versions, "", name, other.title, changed, {name})


def _point(
    old: ContactPoint | None, new: ContactPoint | None
) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    if old is None or new is None:
        yield POINT, _whole(old), _whole(new)
        return
    if digits(old.phone) != digits(new.phone) or old.missing != new.missing:
        yield PHONE, _some(old.phone), _some(new.phone)
    for key in (HOURS, WEB, SERVICE):
        if getattr(old, key) != getattr(new, key):
            yield key, _some(getattr(old, key)), _some(getattr(new, key))
    if old.ages != new.ages:
        yield AGES, _ages(old), _ages(new)


def _some(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _whole(point: ContactPoint | None) -> tuple[str, ...]:
    return tuple(text for text in (point.name, point.phone) if text) if point else ()


def _ages(point: ContactPoint) -> tuple[str, ...]:
    return (f"{point.ages[0]}–{point.ages[1]}",) if point.ages else ()


def _service(old: Service, new: Service) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    for key in (STAND_IN, FALLBACK, ACUTE):
        if getattr(old, key) != getattr(new, key):
            yield key, getattr(old, key), getattr(new, key)
    if old.inside != new.inside:
        yield INSIDE, ("ja",) if old.inside else (), ("ja",) if new.inside else ()


def _found(
    versions: Versions,
    pack: str,
    id: str,
    name: str,
    changes: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...],
    services: set[str],
) -> ContactChange:
    content = versions.new
    wanted = services | {s.id for s in content.services.values() if services & {*s.stand_in, *s.fallback, *s.acute}}
    everybody = not pack or pack in WHOLE_COUNTRY
    cards = [c for c in content.cards.values() if everybody or c.pack == pack]
    stops: set[tuple[str, str]] = set()
    walk: tuple[str, ...] = ()
    proved = True
    for card in sorted(cards, key=lambda c: c.pack in WHOLE_COUNTRY):
        laid = lay(content, card.id)
        naming = {
            place.id
            for place in laid.nodes.values()
            if place.kind in (OUTCOME, TASK) and wanted & {service for service, _ in place.node.contact}
        }
        stops |= {(laid.nodes[at].card, laid.nodes[at].node.id) for at in naming}
        inside = {at for at in naming if not at.startswith("!")}
        if inside and not walk:
            try:
                walk = _walk(content, card.id, inside)
            except GaveUpError:
                proved = False
    return ContactChange(pack, id, name, changes, len(stops), walk, proved or bool(walk))


def _walk(content: Content, card: str, ends: set[str]) -> tuple[str, ...]:
    laid = lay(content, card)
    profiles = [dict(profile) for profile in graph_of(laid, content.lists).profile]
    found = shortest(laid, content.lists, profiles[:1], ends, lambda known: True)
    return found[1] if found else ()
