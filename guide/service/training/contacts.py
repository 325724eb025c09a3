"""Quick practice: «hvem ringer du nå?», drawn from the municipality's own contacts and the clock. The same for a seed.

What is right is what the app itself would say at that hour (core.contacts). No number is shown: there is nothing to
ring.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from guide.core.clock import local
from guide.core.contact_lines import ContactLine, answers_now
from guide.core.contacts import resolve
from guide.core.emergency import NUMBERS
from guide.core.text import clean
from guide.service.contact_words import book, state_words
from guide.service.guide import Guide
from guide.service.training.training import moment
from guide.service.training.view import Quick, options_of

OPTIONS: Final = 4
ASK: Final = "Du trenger denne tjenesten: {service}. Hvem ringer du nå?"
OPEN_NOW: Final = "Svarer de nå? {name}"
YES: Final = "Ja"
NO: Final = "Nei"
STATE: Final = "{name}: {state}"
RIGHT: Final = "{name} svarer nå."
WEEKS: Final = 52
TIMES: Final = ((8, 30), (10, 0), (12, 15), (14, 50), (15, 25), (15, 45), (16, 10), (18, 30), (22, 0), (3, 0))
"""Hours and minutes that situations stand at: in office hours, at their edges, in the evening and at night."""
SHARE: Final = 0.35
"""Of the situations, those that ask whether somebody answers."""
TRIES: Final = 60
"""So often a moment and a service are drawn for each situation; content may have nobody who answers."""


def of_contacts(guide: Guide, drawn: random.Random, how_many: int) -> tuple[Quick, ...]:
    """Situations for the guide's municipality, in the twelve months from its clock's day. Fewer where content has few.

    Only services that somebody answers for, in whose place there are others to choose.
    """
    served = sorted({point.service for point in guide.contact_points()} - set(NUMBERS))
    names = sorted({clean(contact.line.name) for contact in book(guide, local(guide.now())) if contact.number})
    wanted = [service for service in served if service in guide.content.services]
    found: list[Quick] = []
    seen: set[tuple[str, str]] = set()
    for _ in range(how_many * TRIES if wanted else 0):
        service, at = drawn.choice(wanted), _moment(guide.now(), drawn)
        made = (_open_now if drawn.random() < SHARE else _whom)(guide, service, at, names, drawn)
        if made and (made.clock, made.ask) not in seen:
            seen.add((made.clock, made.ask))
            found.append(made)
            if len(found) == how_many:
                break
    return tuple(found)


def _moment(now: datetime, drawn: random.Random) -> datetime:
    """A moment in the twelve months from `now`, at one of TIMES, in Oslo time."""
    day = local(now) + timedelta(days=drawn.randrange(WEEKS * 7))
    hour, minute = drawn.choice(TIMES)
    return day.replace(hour=hour, minute=minute, second=0, microsecond=0)


def _whom(guide: Guide, service: str, at: datetime, names: list[str], drawn: random.Random) -> Quick | None:
    services = guide.content.services
    lines = resolve(services, guide.contact_points(), ((service, ""),), at)
    first = answers_now(lines)
    if first is None or first.state == "unknown":  # with hours that nobody knows there is nothing to be right about
        return None
    if len(lines) == 1 and first.state == "always":  # whoever reads the question has the answer
        return None
    right = clean(first.name)
    near = list(dict.fromkeys(clean(line.name) for line in lines if clean(line.name) != right))
    others = [name for name in names if name != right and name not in near and not _answers(guide, name, lines, at)]
    drawn.shuffle(others)
    options = [right, *(near + others)[: OPTIONS - 1]]
    if len(options) < 2:
        return None
    drawn.shuffle(options)
    ask = ASK.format(service=clean(services[service].title))
    states = tuple(_states(lines, at))
    return Quick(moment(at), ask, options_of(tuple(options), right), why=RIGHT.format(name=right), because=states)


def _open_now(guide: Guide, service: str, at: datetime, names: list[str], drawn: random.Random) -> Quick | None:
    """Whether one of the service's own lines answers at the hour."""
    lines = resolve(guide.content.services, guide.contact_points(), ((service, ""),), at)
    own = next((line for line in lines if line.phone and not line.fallback), None)
    if own is None or own.state not in ("open", "closed"):
        return None
    right = YES if own.state == "open" else NO
    name = clean(own.name)
    return Quick(
        moment(at), OPEN_NOW.format(name=name), options_of((YES, NO), right), because=tuple(_states(lines, at))
    )


def _answers(guide: Guide, name: str, lines: tuple[ContactLine, ...], at: datetime) -> bool:
    """Whether somebody of that name would be right, too, by another line of the same service."""
    return any(clean(line.name) == name and line.answers for line in lines)


def _states(lines: tuple[ContactLine, ...], at: datetime) -> Iterator[str]:
    for line in lines:
        yield STATE.format(name=clean(line.name), state=state_words(line, at))
