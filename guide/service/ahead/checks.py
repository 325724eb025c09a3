"""What is due for a check within a year: numbers, statutes and guidance, and the review of the cards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guide.core.content import Content, Pack
from guide.core.emergency import NUMBERS
from guide.core.record import record
from guide.core.together import packs_for
from guide.service.ahead.days import year_on

SHARED = "felles"
NATIONAL = "nasjonalt"


@record
class Check:
    """One thing to check. `due` None: never done.

    `kind`: number (of the municipality's own, to be rung), national (to be looked up: nobody rings 112 or a helpline to
    see whether it works), missing (the number itself is), web, law, review.
    """

    kind: str
    name: str
    due: date | None
    phone: str = ""
    pack: str = ""


def checks(content: Content, pack: Pack, last: date) -> list[Check]:
    """What is overdue or becomes due up to `last`, for a municipality and what is common to all; earliest first.

    As `check` has it: what was checked on a day is due a year later. A date that cannot be read is left to `check`.
    """
    found = [check for check in _all(content, pack) if check.due is None or check.due <= last]
    return sorted(found, key=lambda check: (check.due or date.min, check.kind, check.name))


def _all(content: Content, pack: Pack) -> Iterator[Check]:
    for source in (pack.id, NATIONAL):
        for point in content.contacts.get(source, ()):
            phone = "number" if source == pack.id and point.service not in NUMBERS else "national"
            kind = "missing" if point.missing else phone if point.phone else "web"
            yield from _one(kind, point.name, point.checked, point.phone, source)
    for law in content.laws.values():
        yield from _one("law", law.title, law.checked, "", SHARED)
    for other in (*(content.packs.get(name) for name in packs_for(content, pack.id)), content.packs.get(SHARED)):
        if other and other.review_by:
            day = _date(other.review_by)
            yield from [Check("review", other.name, day, "", other.id)] if day else []


def _one(kind: str, name: str, checked: str, phone: str, pack: str) -> Iterator[Check]:
    day = _date(checked)
    if day or not checked:
        yield Check(kind, name, year_on(day) if day else None, phone, pack)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
