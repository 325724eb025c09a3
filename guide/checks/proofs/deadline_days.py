"""P9: no deadline falls on a day that is none, whatever day of ten years it is counted from.

For every deadline of every card (what it includes is the other card's) and the calendar of every pack that it is used
with. A deadline of n working days falls on a working day, later than it begins, with exactly n of them after its first
day; closing days never move it, neither the pack's own nor those of a made summer and Christmas; a later beginning
never gives an earlier end; and the last open day before a closing is an open one, not after the deadline. Working days
are counted here from the law's list of holidays (`red_days`), not by the calendar that is put to the proof.

Deadlines of weeks and months are others' (an answer within three weeks), land on their date and are not moved, which
would be later (`core.days.Calendar.due`). That they can land on a free day is a warning, so that nobody is surprised.
A date that somebody agreed on and recorded (`on`) is left as it is.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from typing import Final

from guide.checks.proofs.red_days import is_working
from guide.checks.proofs.verdict import Broken, Verdict
from guide.core.clock import weekday_date
from guide.core.content import Content, Deadline, Pack
from guide.core.days import LAST_YEAR, Calendar, CalendarError, Unit
from guide.core.together import towns_with

PROOF: Final = "P9"
YEARS: Final = 10

FREE_DAY: Final = (
    "Fristen «{id}» på {length} faller på {due}, som ikke er en virkedag i {pack}, når den regnes fra {start}."
)
FREE_DATE: Final = (
    "Fristen «{id}» på {length} kan falle på en fridag, slik som {due} når den regnes fra {start}, og flyttes ikke."
)
NOT_LATER: Final = "Fristen «{id}» på {length} er ute {due}, som ikke er etter at den begynner {start}."
MISCOUNTED: Final = (
    "Fristen «{id}» på {length} regnes feil i {pack}: fra {start} skal den falle på {right}, ikke {due}."
)
MOVED: Final = (
    "Stengte dager flytter fristen «{id}» på {length} i {pack}: fra {start} faller den på {due}, ikke {right}."
)
BACKWARDS: Final = (
    "Fristen «{id}» på {length} faller på {due} når den regnes fra {start}, men senere når den regnes fra dagen før."
)
NOT_OPEN: Final = (
    "Før fristen «{id}» på {length} i {pack} står {due} som siste åpne dag, men den er det ikke (regnet fra {start})."
)
UNKNOWN: Final = "Fristen «{id}» på {length} kan ikke regnes ut fra {start}, fordi kalenderen ikke rekker så langt."

_LENGTHS: Final = {
    ("working_days", True): "1 virkedag",
    ("working_days", False): "{number} virkedager",
    ("weeks", True): "1 uke",
    ("weeks", False): "{number} uker",
    ("months", True): "1 måned",
    ("months", False): "{number} måneder",
}
_SENTENCES: Final = {
    "frist-paa-fridag": FREE_DAY,
    "frist-kan-falle-paa-fridag": FREE_DATE,
    "frist-ikke-senere": NOT_LATER,
    "frist-feil-antall": MISCOUNTED,
    "frist-flyttet": MOVED,
    "frist-baklengs": BACKWARDS,
    "siste-dag-stengt": NOT_OPEN,
    "frist-uten-kalender": UNKNOWN,
}
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a deadline, the first time. `right` is where it should fall, where that can be said."""

    code: str
    start: date
    due: date
    right: date


class DeadlineDays:
    """P9 over one content, for every first day of ten years. Equal rules and calendars are counted once."""

    def __init__(self, content: Content, first: date, years: int = YEARS) -> None:
        self._content = content
        last = min(date(first.year + years, 1, 1) + (first - date(first.year, 1, 1)), date(LAST_YEAR, 12, 31))
        self._days = [first + number * _DAY for number in range((last - first).days)]
        self._flaws: dict[tuple[int, Unit, Calendar], tuple[Flaw, ...]] = {}

    def card(self, card_id: str) -> Verdict:
        """The proof over every deadline of one card's own nodes, in every pack that it is used with."""
        begin = time.perf_counter()
        card = self._content.cards[card_id]
        towns = [self._content.packs[town] for town in towns_with(self._content, card)]
        counted = 0
        broken: dict[Broken, None] = {}
        rules = [(node.id, rule) for node in card.nodes.values() for rule in node.deadlines if not rule.on]
        for name, rule in rules:
            for pack in towns:
                counted += len(self._days)
                flaws = self.flaws(rule.within, rule.unit, calendar_of(pack))
                broken |= dict.fromkeys(_broken(card_id, name, rule, pack, flaw) for flaw in flaws)
        return Verdict(PROOF, card_id, counted, time.perf_counter() - begin, tuple(broken))

    def all(self) -> tuple[Verdict, ...]:
        """Every card."""
        return tuple(map(self.card, self._content.cards))

    def flaws(self, within: int, unit: Unit, calendar: Calendar) -> tuple[Flaw, ...]:
        """What is wrong with a deadline of this length by this calendar, each kind the first time."""
        key = (within, unit, calendar)
        if key not in self._flaws:
            found: dict[str, Flaw] = {}
            for flaw in _each_flaw(within, unit, calendar, self._days):
                found.setdefault(flaw.code, flaw)
            self._flaws[key] = tuple(found.values())
        return self._flaws[key]


def calendar_of(pack: Pack) -> Calendar:
    """The pack's way of counting."""
    return Calendar(pack.saturday_counts, frozenset(map(date.fromisoformat, pack.closing_days)))


def _each_flaw(within: int, unit: Unit, calendar: Calendar, days: list[date]) -> Iterator[Flaw]:
    never_closed = replace(calendar, closing_days=frozenset())
    closed = replace(calendar, closing_days=calendar.closing_days | _made_closing(days))
    right_of = _Right(within, unit, calendar.saturday_counts, days)
    before = date.min
    for start in days:
        right = right_of(start)
        try:
            due, open_due, closed_due = (c.due(start, within, unit) for c in (calendar, never_closed, closed))
            last_open = [(c, c.share_before_closing(start, closed_due)) for c in (calendar, closed)]
        except CalendarError:
            yield Flaw("frist-uten-kalender", start, start, start)
            return
        if due <= start:
            yield Flaw("frist-ikke-senere", start, due, right)
        if not is_working(due, calendar.saturday_counts):
            code = "frist-paa-fridag" if unit == "working_days" else "frist-kan-falle-paa-fridag"
            yield Flaw(code, start, due, right)
        if open_due != right:
            yield Flaw("frist-feil-antall", start, open_due, right)
        for moved in {due, closed_due} - {open_due}:
            yield Flaw("frist-flyttet", start, moved, open_due)
        if due < before:
            yield Flaw("frist-baklengs", start, due, before)
        for mine, day in last_open:
            if day and not _open_in_time(mine, start, day, closed_due):
                yield Flaw("siste-dag-stengt", start, day, closed_due)
        before = due


def _open_in_time(calendar: Calendar, start: date, day: date, due: date) -> bool:
    open_day = is_working(day, calendar.saturday_counts) and day not in calendar.closing_days
    return open_day and start <= day <= due


def _made_closing(days: list[date]) -> frozenset[date]:
    """A summer and a Christmas closed, such as kindergartens have, every year."""
    return frozenset(d for d in (*days, *(days[-1] + n * _DAY for n in range(1, 200))) if _in_a_closing(d))


def _in_a_closing(day: date) -> bool:
    return day.month == 7 or (day.month, day.day) >= (12, 22) or (day.month, day.day) <= (1, 2)


class _Right:
    """Where a deadline should fall: by counting through a list of working days made from the law's holidays."""

    def __init__(self, within: int, unit: Unit, saturday_counts: bool, days: list[date]) -> None:
        self._within, self._unit = within, unit
        long = [days[0] + n * _DAY for n in range(len(days) + 3 * within + 60)] if unit == "working_days" else []
        working = [is_working(day, saturday_counts) for day in long]
        self._first = days[0]
        self._worked = list(accumulate(working))
        self._list = [day for day, works in zip(long, working, strict=True) if works]

    def __call__(self, start: date) -> date:
        number = self._within
        if self._unit == "working_days":
            if not number:
                return start
            # so many working days lie up to and including the start: the one after them is the first that counts
            return self._list[self._worked[(start - self._first).days] + number - 1]
        if self._unit == "weeks":
            return date.fromordinal(start.toordinal() + 7 * number)
        months = start.month + number
        year, month = start.year + (months - 1) // 12, (months - 1) % 12 + 1
        for day in range(start.day, 27, -1):
            try:
                return date(year, month, day)
            except ValueError:
                continue
        return date(year, month, min(start.day, 28))


def _broken(card: str, node: str, rule: Deadline, pack: Pack, flaw: Flaw) -> Broken:
    what = _SENTENCES[flaw.code].format(
        id=rule.id,
        length=_LENGTHS[rule.unit, rule.within == 1].format(number=rule.within),
        pack=pack.name,
        start=weekday_date(flaw.start),
        due=weekday_date(flaw.due),
        right=weekday_date(flaw.right),
    )
    severity = "warning" if flaw.code == "frist-kan-falle-paa-fridag" else "error"
    return Broken(flaw.code, card, node, what, severity=severity)
