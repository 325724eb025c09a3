"""Quick practice with deadlines: a day is drawn, the calendar says when a card's own deadline runs out.

The wrong days are those of the usual mistakes: counting the day itself, the weekend or the holidays, or too far.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from guide.core.clock import local, weekday_date
from guide.core.content import Card, Deadline, Node
from guide.core.days import Calendar, CalendarError
from guide.core.text import clean
from guide.core.together import packs_for
from guide.service import words
from guide.service.guide import Guide
from guide.service.said import source_titles
from guide.service.training.view import Quick, options_of

ASK: Final = "Hvilken dag går fristen ut?"
ANCHOR: Final = "{label}: {date}"
TASK: Final = "Det som skal gjøres: {title}"
ONE: Final = {
    "working_days": "Fristen er én virkedag.",
    "weeks": "Fristen er én uke.",
    "months": "Fristen er én måned.",
}
MANY: Final = {
    "working_days": "Fristen er {number} virkedager.",
    "weeks": "Fristen er {number} uker.",
    "months": "Fristen er {number} måneder.",
}
SAME_DAY: Final = "Uker og måneder lander på samme ukedag eller dato, også når det er en fridag."
YEAR: Final = 365
DAYS_A_MONTH: Final = 30
SPECIAL: Final = 0.6
"""Of the days drawn, those that a public holiday or the turn of the year comes soon after, where there is one."""
SOON: Final = 6
OPTIONS, FEWEST = 4, 3
TRIES: Final = 40


def of_deadlines(guide: Guide, drawn: random.Random, how_many: int) -> tuple[Quick, ...]:
    """Situations of the deadlines in the municipality's cards and the shared ones, in the twelve months to come."""
    rules = sorted(_rules(guide), key=lambda rule: (rule[1].id, rule[2].id))
    calendar, first = guide.calendar(), local(guide.now()).date()
    found: dict[tuple[str, ...], Quick] = {}
    for _ in range(how_many * TRIES if rules else 0):
        card, node, rule = drawn.choice(rules)
        try:
            made = _quick(guide, card, node, rule, _day(first, calendar, drawn))
        except CalendarError:  # beyond the years that are known
            continue
        if made and made.story not in found:
            found[made.story] = made
            if len(found) == how_many:
                break
    return tuple(found.values())


def _rules(guide: Guide) -> Iterator[tuple[Card, Node, Deadline]]:
    """What is counted from a recorded date, once for each length and title."""
    near, seen = {*packs_for(guide.content, guide.profile.pack), "felles"}, set()
    for card in guide.content.cards.values():
        for node in card.nodes.values() if card.pack in near else ():
            for rule in node.deadlines:
                mark = (node.text, rule.within, rule.unit)
                if rule.within and rule.start and mark not in seen:
                    seen.add(mark)
                    yield card, node, rule


def _day(first: date, calendar: Calendar, drawn: random.Random) -> date:
    """A working day of the year to come, mostly one with days off soon after it."""
    wants_days_off = drawn.random() < SPECIAL
    while True:
        day = first + timedelta(days=drawn.randrange(YEAR))
        if calendar.is_working_day(day):
            week = [day + timedelta(days=ahead) for ahead in range(1, SOON)]
            off = sum(not calendar.is_working_day(one) for one in week if one.weekday() < 5)
            if off or not wants_days_off or drawn.random() < 1 / YEAR:
                return day


def _quick(guide: Guide, card: Card, node: Node, rule: Deadline, start: date) -> Quick | None:
    calendar = guide.calendar()
    due = calendar.due(start, rule.within, rule.unit)
    if calendar.share_before_closing(start, due):  # then it is to be done before, and that is another question
        return None
    days = [due, *(day for day in _mistaken(calendar, start, rule, due) if day not in (due, start))]
    days = sorted(dict.fromkeys(days[: 3 * OPTIONS]))
    while len(days) > OPTIONS:
        days.remove(days[-1] if days[-1] != due else days[0])
    if len(days) < FEWEST:
        return None
    texts = {day: weekday_date(day) for day in days}
    label = next((field.label for field in _anchor(card, rule).fields if rule.start.endswith(f".{field.id}")), "")
    length = (ONE[rule.unit] if rule.within == 1 else MANY[rule.unit]).format(number=rule.within)
    counted = words.ASSUME_SATURDAY if calendar.saturday_counts else words.ASSUME_WEEKDAYS
    return Quick(
        clock="",
        ask=ASK,
        options=options_of(tuple(texts.values()), texts[due]),
        story=(
            TASK.format(title=clean(node.text)),
            ANCHOR.format(label=clean(label), date=weekday_date(start)),
            length,
        ),
        because=(counted if rule.unit == "working_days" else SAME_DAY,),
        sources=source_titles(guide.content, node.source),
    )


def _anchor(card: Card, rule: Deadline) -> Node:
    return card.nodes[rule.start.partition(".")[0]]


def _mistaken(calendar: Calendar, start: date, rule: Deadline, due: date) -> Iterator[date]:
    """The days that one comes to by counting otherwise."""
    if rule.unit == "working_days":
        yield start + timedelta(days=rule.within)
        yield calendar.add_working_days(start - timedelta(days=1), rule.within)
        yield _weekdays(start, rule.within)
    elif rule.unit == "weeks":
        yield calendar.add_working_days(start, 5 * rule.within)
        yield start + timedelta(days=7 * rule.within - 1)
    else:
        yield start + timedelta(days=DAYS_A_MONTH * rule.within)
        yield start + timedelta(weeks=4 * rule.within)
    yield calendar.add_working_days(due, 1)


def _weekdays(start: date, number: int) -> date:
    """So many weekdays later, holidays among them."""
    day = start
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < 5
    return day
