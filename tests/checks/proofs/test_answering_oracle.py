"""The interval arithmetic agrees with what the screen says, asked at every border, the minute before it, and at random.

Contacts are made up: services with and without stand-ins, one or more numbers each, hours that overlap, leave gaps, are
unknown, or end in the hours that a clock change repeats or skips, and age limits.
"""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest

from guide.checks.proofs.answer_hours import Ages, AnswerHours
from guide.checks.proofs.spans import Span, Spans, minute, moment
from guide.core.clock import OSLO
from guide.core.contacts import answers_now, resolve
from guide.core.content import Content, Pack
from guide.core.emergency import ContactPoint, Service

HOURS = (
    "Mo-Fr 08:00-15:30; PH off", "Mo-Fr 00:00-08:00,15:30-24:00; Sa-Su 00:00-24:00; PH 00:00-24:00", "24/7", "", "off",
    "Mo-Fr 09:00-11:00,12:00-14:00", "Sa-Su 02:15-02:45", "Fr 22:00-06:00", "PH 10:00-12:00", "Mo-Fr 15:15-16:00",
    "Mo-Fr 08:00-15:30 unknown; PH off", "Dec 24 08:00-12:00", "kan ikke leses",
)  # fmt: skip
AGES = (None, None, (0, 5), (6, 15), (16, 16), (16, 20), (16, 100))
WEEKS = (datetime(2026, 3, 25), datetime(2026, 5, 10), datetime(2026, 10, 18), datetime(2026, 12, 20))
"""Two weeks from each hold Easter and the clock change, Ascension Day and 17 May, the other change, Christmas."""
LENGTH = 14
SERVICES = {
    "barnevern": Service("barnevern", "Barnevern", stand_in=("vakt", "bakvakt"), fallback=("landslinje",)),
    "vakt": Service("vakt", "Vakt", fallback=("landslinje",)),
    "bakvakt": Service("bakvakt", "Bakvakt"),
    "kontor": Service("kontor", "Kontor"),
    "landslinje": Service("landslinje", "Landslinje"),
}
NATIONAL = ContactPoint("landslinje", "landslinje", "Landslinja", "nasjonalt", phone="116 111", hours="24/7")


def made_up(rng: random.Random) -> Content:
    """A pack whose services have up to three contact points each."""
    points = []
    for service in ("barnevern", "vakt", "bakvakt", "kontor"):
        for number in range(rng.choice((0, 1, 1, 1, 2, 3))):
            missing = rng.random() < 0.1
            phone = "" if missing else f"62 00 {len(points):02} {number:02}"
            hours, ages = rng.choice(HOURS), rng.choice(AGES)
            name = f"{service} {number}"
            points.append(ContactPoint(name, service, name, "by", phone=phone, missing=missing, hours=hours, ages=ages))
    pack = Pack("by", "By kommune", "municipality", "1")
    contacts = {"by": tuple(points), "nasjonalt": (NATIONAL,)}
    return Content(packs={"by": pack}, cards={}, facts={}, services=SERVICES, laws={}, lists={}, contacts=contacts)


def moments(rng: random.Random, spans: list[Spans], whole: Span) -> list[datetime]:
    """Every border of the spans, the minute before it and the last second of both, and a hundred random seconds."""
    first, last = whole
    borders = {at for some in spans for span in some for at in span}
    found = [moment(at) for border in borders for at in (border - 1, border) if first <= at < last]
    found += [(at.astimezone(UTC) + timedelta(seconds=59)).astimezone(OSLO) for at in found]
    return found + [moment(rng.randrange(first, last)) + timedelta(seconds=rng.randrange(60)) for _ in range(100)]


def seen(content: Content, group: tuple[str, ...], at: datetime, ages: Ages) -> str:
    """open, unsure, gap or nothing: what the lines on the screen say of a service and those who stand in for it."""
    points = (*content.contacts["by"], NATIONAL)
    lines = resolve(SERVICES, points, [(group[0], "")], at, age=None if ages is None else ages[0])
    local = [line for line in lines if line.phone and not line.fallback]
    now = answers_now(lines)
    if any(line.answers for line in local):
        assert now is not None
        assert now in local
        assert now.answers
        return "open"
    if any(line.state == "unknown" for line in local):
        return "unsure"
    assert now is None or now.fallback, "where there is a gap, no more than the national line is rung"
    return "gap"


def inside(spans: Spans, at: datetime) -> bool:
    """Whether a moment lies in one of the spans."""
    return any(begin <= minute(at) < end for begin, end in spans)


@pytest.mark.parametrize("seed", range(24))
def test_spans_agree_with_the_screen(seed: int) -> None:
    """For every service with its stand-ins and every age class, each moment is open, unsure or a gap as on screen."""
    rng = random.Random(seed)
    content = made_up(rng)
    begin = WEEKS[seed % len(WEEKS)]
    hours = AnswerHours(content, "by", begin, LENGTH)
    looked = 0
    for service in ("barnevern", "vakt", "kontor"):
        group = (service, *SERVICES[service].stand_in)
        for ages in hours.classes(group):
            answer = hours.answer(group, ages)
            for at in moments(rng, [answer.open, answer.unsure, answer.gaps], hours.whole[0]):
                parts = {"open": answer.open, "unsure": answer.unsure, "gap": answer.gaps}
                told = [name for name, spans in parts.items() if inside(spans, at)]
                assert told == [seen(content, group, at, ages)], (group, at, ages)
                looked += 1
    assert looked > 300


def test_two_weeks_of_the_shipped_numbers(shipped: Content) -> None:
    """Ringsaker's child welfare by itself and with its duty line, each five minutes of Christmas and New Year."""
    begin = datetime(2026, 12, 22, tzinfo=UTC)
    hours = AnswerHours(shipped, "ringsaker", begin, LENGTH)
    points = (*shipped.contacts["ringsaker"], *shipped.contacts["nasjonalt"])
    services = {**shipped.services, "kontor": Service("kontor", "Kontor")}
    for group in (("barnevern", "barnevernvakt"), ("barnevernvakt",)):
        answer = hours.answer(group, None)
        opened = {at for first, last in answer.open for at in range(first, last)}
        for number in range(0, LENGTH * 24 * 60, 5):
            at = begin + timedelta(minutes=number)
            lines = resolve(services, points, [(group[0], "")], at)
            found = any(line.answers and not line.fallback for line in lines)
            assert found == (minute(at) in opened), at
