"""Which deadlines of the cards fall on another day than in an ordinary week, because of holidays or closing days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from guide.core.content import Card, Content, Pack
from guide.core.days import Calendar, Unit, is_public_holiday
from guide.core.record import record
from guide.core.together import packs_for
from guide.service.ahead.days import DAY, days, occasion

RUN = 5
"""Starts that are at most so many days apart and meet the same holidays are told of together."""


@record
class Rule:
    """A length of deadline, and where it is used: (the node's text, the card)."""

    within: int
    unit: Unit
    where: tuple[tuple[str, str], ...]


@record
class Start:
    """One day on which a deadline can begin. `before`: the last open day, where one is closed when it is due."""

    start: date
    due: date
    ordinary: date
    before: date | None = None
    holidays: tuple[date, ...] = ()


@record
class Moved:
    """Starts in a row whose due date the same holidays move, or that are due while one is closed."""

    rule: Rule
    occasion: str
    starts: tuple[Start, ...]
    closing: bool = False
    """They are due while one is closed; else holidays move them (or are the day on which weeks and months end)."""

    @property
    def example(self) -> Start:
        """The start that is moved furthest; of several the first."""
        return max(self.starts, key=lambda start: (abs((start.due - start.ordinary).days), -start.start.toordinal()))


def rules(content: Content, pack: Pack) -> list[Rule]:
    """The deadlines of the municipality's cards, and of those they include."""
    found: dict[tuple[int, Unit], dict[tuple[str, str], None]] = {}
    for card in _cards(content, pack):
        for node in card.nodes.values():
            for deadline in node.deadlines:
                if not deadline.on:
                    found.setdefault((deadline.within, deadline.unit), {})[node.text, card.id] = None
    order = ("working_days", "weeks", "months")
    return [
        Rule(within, unit, tuple(found[within, unit]))
        for within, unit in sorted(found, key=lambda key: (order.index(key[1]), key[0]))
    ]


def _cards(content: Content, pack: Pack) -> Iterator[Card]:
    """The cards of the municipality, and each card that they lead into by an include or an alarm, each once."""
    near = packs_for(content, pack.id)
    left = [card.id for card in content.cards.values() if card.pack in near]
    seen: set[str] = set()
    while left:
        id = left.pop(0)
        if id in seen or id not in content.cards:
            continue
        seen.add(id)
        card = content.cards[id]
        yield card
        left += [node.text for node in card.nodes.values() if node.kind == "include"]
        left += [other for other, _ in card.alarms]


def moved(rule: Rule, calendar: Calendar, first: date, last: date) -> list[Moved]:
    """What happens to a deadline that begins on one of these days. Raises CalendarError.

    Working days are held against the same calendar without holidays. Weeks and months are never moved: told of is
    where they are due on a public holiday that is no Sunday, or on a closing day.
    """
    starts = [_start(rule, calendar, day) for day in days(first, last)]
    shifted = [start for start in starts if start.due != start.ordinary or _falls(rule, start)]
    closed = [start for start in starts if start.before is not None]
    return [*_runs(rule, shifted), *_runs(rule, closed, closing=True)]


def _start(rule: Rule, calendar: Calendar, day: date) -> Start:
    due = calendar.due(day, rule.within, rule.unit)
    counted = rule.unit == "working_days"
    ordinary = _without_holidays(calendar, day, rule.within) if counted else due
    span = days(day + DAY, due) if counted else days(due, due)
    holidays = tuple(d for d in span if is_public_holiday(d) and d.weekday() < (6 if calendar.saturday_counts else 5))
    before = calendar.share_before_closing(day, due) if counted else None
    if not counted and due in calendar.closing_days:
        before = due
    return Start(day, due, ordinary, before, holidays)


def _falls(rule: Rule, start: Start) -> bool:
    """Whether weeks or months end on a holiday."""
    return rule.unit != "working_days" and bool(start.holidays)


def _without_holidays(calendar: Calendar, start: date, number: int) -> date:
    """The date that many working days later in a year without public holidays."""
    day, length = start, 6 if calendar.saturday_counts else 5
    while number:
        day += DAY
        number -= day.weekday() < length
    return day


def _runs(rule: Rule, starts: Sequence[Start], closing: bool = False) -> Iterator[Moved]:
    """The starts in groups that meet the same holidays, or the same closing."""
    groups: list[list[Start]] = []
    for start in starts:
        last = groups[-1][-1] if groups else None
        near = last is not None and (start.start - last.start).days <= RUN
        if last is not None and near and (closing or set(start.holidays) & set(last.holidays)):
            groups[-1].append(start)
        else:
            groups.append([start])
    for group in groups:
        holidays = sorted({day for start in group for day in start.holidays})
        special = occasion(holidays[0], holidays[-1]) if holidays and not closing else ""
        yield Moved(rule, special, tuple(group), closing)


def as_data(found: Moved) -> Mapping[str, object]:
    """A group as JSON has it."""
    return {
        "within": found.rule.within,
        "unit": found.rule.unit,
        "cards": sorted({card for _, card in found.rule.where}),
        "occasion": found.occasion,
        "closed_when_due": found.closing,
        "starts": [
            {
                "start": start.start.isoformat(),
                "due": start.due.isoformat(),
                "ordinary": start.ordinary.isoformat(),
                "share_before": start.before.isoformat() if start.before else None,
                "holidays": [day.isoformat() for day in start.holidays],
            }
            for start in found.starts
        ],
    }
