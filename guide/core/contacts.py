"""Whom to ring now: services resolved to contact lines for an hour, a child's age and where the child lives.

Pure: the points come from the pack, the national file and the user's own local numbers, the time from outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from guide.core.contact_lines import ContactLine, StateName, answers_now
from guide.core.emergency import NUMBERS, PHONES, SERVICES, ContactPoint, Service
from guide.core.record import replace

if TYPE_CHECKING:
    from guide.core.content import Node

__all__ = ["ContactLine", "ContactPoint", "Service", "advised", "answers_now", "contact_book", "resolve"]

STAND_IN_CLOSED = "{title} er stengt nå. {stand_in} svarer."
STAND_IN_UNKNOWN = "Åpningstiden til {title} er ikke kjent. {stand_in} svarer nå."
STAND_IN_MISSING = "{title} har ikke noe nummer her. {stand_in} svarer nå."
STAND_IN_AGE = "{title} er ikke for denne alderen. {stand_in} svarer."
STAND_IN_UNSURE = "{stand_in} kan svare når {title} ikke gjør det."
FALLBACK = "{title} gjelder for hele landet."
FALLBACK_MISSING = "Nummeret til {service} står ikke i planen. Se nettsiden deres, eller bruk {title}."
ACUTE = "Ring {title} først hvis det er fare."
WRONG_AGE = "{name} er bare for dem fra {low} til {high} år."
WRONG_AGE_OPEN = "{name} er bare for dem fra {low} år."
MISSING = "Det står ikke i planen. Se nettsiden til kommunen eller tjenesten."
MISSING_INSIDE = "Legg det inn under Innstillinger, så står det her neste gang."
SAME_NUMBER = "Nummeret er det samme for {title}."
LIVES_ELSEWHERE = "Barnet bor i en annen kommune. Meldingen skal dit. Har du ikke nummeret: ring her, og bli satt over."
LIVES_UNKNOWN = "Meldingen skal dit barnet bor. Vet du ikke hvor: ring og spør."
LIVES_MISSING = "Meldingen skal dit barnet bor."
LIVES_NATIONAL = "Si hvilken kommune barnet bor i. Meldingen skal til barnevernet der."

WHOLE_COUNTRY = frozenset({"nasjonalt", "felles"})
"""Packs that belong to no municipality."""
WHERE_THE_CHILD_LIVES = frozenset({"barnevern", "barnevernvakt"})
NO_UPPER_AGE = 100
"""An upper age from here on is read as no limit."""

_ORDER: Mapping[StateName, int] = {"open": 0, "always": 0, "unknown": 1, "closed": 2}


def advised(
    services: Mapping[str, Service],
    points: Sequence[ContactPoint],
    node: Node,
    known: Mapping[str, str],
    at: datetime,
) -> tuple[ContactLine, ...]:
    """The lines of a task or an outcome, for the hour and for what is `known` of the child: its age, where it lives."""
    age = known.get("alder", "")
    reports = node.report in ("must", "with_consent") or "reports" in node.does
    home = known.get("barnets_kommune", "" if reports else "samme")
    years = int(age) if age.isdigit() else None
    return resolve(services, points, node.contact, at, age=years, acute=node.urgency == "now", home=home)


def resolve(
    services: Mapping[str, Service],
    points: Sequence[ContactPoint],
    wanted: Sequence[tuple[str, str]],
    at: datetime,
    *,
    age: int | None = None,
    acute: bool = False,
    home: str = "samme",
) -> tuple[ContactLine, ...]:
    """The lines for the services that an advice wants, in the order to ring.

    Where it is `acute`, the emergency numbers come first if the advice puts one of them first, else after the services.
    `points` are those of the pack, national and local ones; `wanted` is (service id, why) in the advice's order; `at`
    is aware or naive Oslo time; `age` in years, None = not known (no limit applies); `home`: the fact barnets_kommune.
    The emergency numbers come from code, whatever `services` and `points` say. Raises nothing for faulty content: hours
    that can't be read are unknown here, and a finding elsewhere.
    """
    book = _Book(services, points, at, age, home)
    # 112 is the number to ring where the advice puts an emergency number first; elsewhere it stands below
    danger = not wanted or wanted[0][0] in NUMBERS
    urgent = list(book.acute(wanted)) if acute else []
    lines = list(urgent) if danger else []
    fallbacks: list[ContactLine] = []
    for service, why in wanted:
        lines += (replace(line, stands_for=service) for line in book.with_stand_ins(service, why))
        fallbacks += (replace(line, stands_for=service) for line in book.fallbacks(service))
    if not danger:
        lines += urgent
    # the ones that always answer are the last resort, and stand where a last resort is looked for
    lines += sorted(fallbacks, key=lambda line: (line.state == "always", _ORDER[line.state]))
    return _once_each(lines)


def contact_book(
    services: Mapping[str, Service], points: Sequence[ContactPoint], at: datetime, *, age: int | None = None
) -> tuple[ContactLine, ...]:
    """All points with their state at a moment: the emergency numbers, then open ones, unknown, closed, missing.

    Within a state local numbers come first, then the content's order. With `age`, those for other ages are left out.
    """
    book = _Book(services, points, at, age, "samme")
    rest = [
        book.line(point, book.service(point.service).about)
        for point in points
        if point.service not in NUMBERS and digits(point.phone) not in PHONES and book.fits(point)
    ]
    rest.sort(key=lambda line: (line.missing, _ORDER[line.state], not line.entered))
    return (*(book.line(point, SERVICES[point.service].about) for point in NUMBERS.values()), *rest)


class _Book:
    """What one resolution looks things up in: services, points, the moment, the child."""

    def __init__(
        self, services: Mapping[str, Service], points: Sequence[ContactPoint], at: datetime, age: int | None, home: str
    ) -> None:
        self._services = {**services, **SERVICES}
        self._points: dict[str, list[ContactPoint]] = {}
        for point in points:
            self._points.setdefault(point.service, []).append(point)
        self._points |= {service: [point] for service, point in NUMBERS.items()}
        self._emergency = {point.phone: point for point in NUMBERS.values()}
        self._at, self._age, self._home = at, age, home

    def service(self, service: str) -> Service:
        """The service, or one with no more than a name where the content has lost it."""
        name = next((point.name for point in self._points.get(service, ())), service)
        return self._services.get(service) or Service(service, name)

    def fitting(self, service: str) -> list[ContactPoint]:
        """The service's points for the child's age."""
        return [point for point in self._points.get(service, ()) if self.fits(point)]

    def line(self, point: ContactPoint, reason: str) -> ContactLine:
        """A point as a line, with its state at the moment. An emergency number is always itself, whoever claims it."""
        point = self._emergency.get(digits(point.phone), point)
        missing = point.missing or not (point.phone or point.web)
        sure = self._home == "samme" or point.service not in WHERE_THE_CHILD_LIVES or point.pack in WHOLE_COUNTRY
        service = self.service(point.service)
        line = ContactLine(
            point.service,
            service.title,
            point.name,
            phone="" if missing else point.phone,
            web=point.web,
            reason=reason,
            missing=missing,
            note=(*point.note, *self._notes(service, missing)),
            remark=point.note,
            source=point.source,
            checked=point.checked,
            confidence=point.confidence,
            entered=point.entered,
            sure=sure,
            lives="" if sure else self._lives(missing),
        )
        return line if missing else _with_state(line, point.hours, self._at)

    def own(self, service: str, why: str) -> list[ContactLine]:
        """The service's own lines: at least one, which says so where there is no number or none for this age."""
        points, fitting = self._points.get(service, []), self.fitting(service)
        if points and not fitting:
            return [self._wrong_age(points[0])]
        if not points:
            # no pack: whose it would be isn't known, so the note on where the child lives applies
            fitting = [ContactPoint("", service, self.service(service).title, "", missing=True)]
        lines = [self.line(point, why) for point in fitting]
        present = [line for line in lines if not line.missing]
        if any(line.entered for line in present):
            lines = present
        elif not present:
            lines = lines[:1]
        # a number typed in here goes first, unless it is known to be closed; what is closed never hides what is open
        return sorted(lines, key=lambda x: (x.missing, x.state == "closed", not x.entered, _ORDER[x.state]))

    def with_stand_ins(self, service: str, why: str) -> list[ContactLine]:
        """The service's lines, and when none of them is open, those who answer instead before them.

        When no stand-in is known to answer either, those with unknown hours or a missing number come after it.
        """
        own = self.own(service, why)
        if any(line.answers for line in own):
            return own
        stand_ins = [line for other in self.service(service).stand_in for line in self._for_this_age(other)]
        answering = [line for line in stand_ins if line.answers]
        if answering:
            return [self._instead(line, self._stand_in_template(service, own), service) for line in answering] + own
        unsure = [line for line in stand_ins if line.state == "unknown"]
        return own + [self._instead(line, STAND_IN_UNSURE, service) for line in unsure]

    def fallbacks(self, service: str) -> Iterator[ContactLine]:
        """The national lines of a service, for this age, with something to ring or open."""
        unknown = all(line.missing for line in self.own(service, ""))
        said = FALLBACK_MISSING if unknown else FALLBACK
        for other in self.service(service).fallback:
            for point in self.fitting(other):
                line = self.line(
                    point, said.format(title=self.service(other).title, service=self.service(service).title)
                )
                if line.phone or line.web:
                    elsewhere = service in WHERE_THE_CHILD_LIVES and self._home != "samme"
                    yield replace(line, fallback=True, lives=LIVES_NATIONAL if elsewhere else "")

    def acute(self, wanted: Sequence[tuple[str, str]]) -> Iterator[ContactLine]:
        """Who is rung first when it is acute: the emergency numbers that the advice names, then those of its services.

        112 stands here even when the content names none.
        """
        reasons = dict(reversed(wanted))
        named = [service for service, _ in wanted if service in NUMBERS]
        services = [*named, *(other for service, _ in wanted for other in self.service(service).acute)]
        if not any(service in NUMBERS for service in services):
            services.insert(0, "politi_nod")
        for service in dict.fromkeys(services):
            reason = reasons.get(service) or ACUTE.format(title=self.service(service).title)
            lines = (self.line(point, reason) for point in self.fitting(service))
            yield from (line for line in lines if not line.missing and line.state != "closed")

    def _for_this_age(self, service: str) -> list[ContactLine]:
        """The service's lines, none when it has points but none for this age."""
        return [] if self._points.get(service) and not self.fitting(service) else self.own(service, "")

    def _stand_in_template(self, service: str, own: Sequence[ContactLine]) -> str:
        """Why another one answers: this is for other ages, has no number, is closed or doesn't say its hours."""
        if self._points.get(service) and not self.fitting(service):
            return STAND_IN_AGE
        if all(line.missing for line in own):
            return STAND_IN_MISSING
        return STAND_IN_CLOSED if all(line.missing or line.state == "closed" for line in own) else STAND_IN_UNKNOWN

    def _instead(self, line: ContactLine, template: str, service: str) -> ContactLine:
        return replace(line, reason=template.format(title=self.service(service).title, stand_in=line.title))

    def fits(self, point: ContactPoint) -> bool:
        """Whether the point is for the child's age; when that is not known, every point is."""
        if self._age is None or point.ages is None:
            return True
        return point.ages[0] <= self._age and (self._age <= point.ages[1] or point.ages[1] >= NO_UPPER_AGE)

    def _wrong_age(self, point: ContactPoint) -> ContactLine:
        """A line without a number: it must not be the one that is rung."""
        low, high = point.ages or (0, NO_UPPER_AGE)
        template = WRONG_AGE if high < NO_UPPER_AGE else WRONG_AGE_OPEN
        line = replace(self.line(point, template.format(name=point.name, low=low, high=high)), phone="", web="")
        return replace(line, state="unknown", until=None, opens_at=None, may_close_early=False, missing=False)

    def _notes(self, service: Service, missing: bool) -> Iterator[str]:
        """The sentences that stand with a line whatever its source says."""
        if missing:
            yield MISSING_INSIDE if service.inside else MISSING

    def _lives(self, missing: bool) -> str:
        """What is read before the number of a service that may be the wrong municipality's."""
        if missing:
            return LIVES_MISSING
        return LIVES_ELSEWHERE if self._home == "annen" else LIVES_UNKNOWN


def _with_state(line: ContactLine, hours: str, at: datetime) -> ContactLine:
    """The line with what its hours say; unknown where they can't be read."""
    if not hours or hours == "24/7":
        return replace(line, state="always" if hours else "unknown")
    # imported here: the emergency numbers must stand even where the machine has no zone data
    from guide.core.hours import Hours, HoursError

    try:
        now = Hours(hours).state(at)
    except HoursError:
        return line
    early = now.may_close_early
    return replace(line, state=now.state, until=now.until, opens_at=now.opens_at, may_close_early=early)


def _once_each(lines: Iterable[ContactLine]) -> tuple[ContactLine, ...]:
    """Each number once, where it first stands; a line that answers takes the place of one that doesn't."""
    kept: dict[tuple[str, ...], ContactLine] = {}
    for line in lines:
        key = (digits(line.phone),) if line.phone else (line.service, line.name, line.web)
        old = kept.get(key)
        if old is None:
            kept[key] = line
        elif line.answers and not old.answers:
            kept[key] = _also_for(replace(line, fallback=old.fallback), old)
        elif not line.fallback:
            kept[key] = _also_for(old, line)
    return tuple(kept.values())


def _also_for(line: ContactLine, dropped: ContactLine) -> ContactLine:
    """The line with a note that its number is the dropped one's, too."""
    note = SAME_NUMBER.format(title=dropped.title)
    return line if line.service == dropped.service or note in line.note else replace(line, note=(*line.note, note))


def digits(phone: str) -> str:
    """A number's digits, so that the same number written in two ways is seen; Norway's country code is left out."""
    return re.sub(r"^(\+|00)47|\+", "", re.sub(r"[^0-9+]", "", phone))
