"""When a service answers: opening hours in OpenStreetMap's syntax, on Oslo's clock, with Norway's public holidays.

The package evaluates on the wall clock without a zone, and the zone is put on here: given a zone, opening_hours 2.1.4
places what opens in the first of October's two equal hours an hour late. Where the wall clock shows the same time
twice, the same rule holds both times.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from guide.core.clock import OSLO, local, next_offset_change
from guide.core.days import FIRST_YEAR, LAST_YEAR, eve_note
from guide.core.record import record

if TYPE_CHECKING:
    from opening_hours import OpeningHours

StateName = Literal["open", "closed", "always", "unknown"]
SpellState = Literal["open", "closed", "unknown"]

UNREADABLE = "Åpningstiden «{text}» kan ikke leses. Se ved tegn {column}. Skriv den slik: Mo-Fr 08:00-15:30; PH off."
UNSUPPORTED = (
    "Åpningstiden «{text}» bruker «{part}», som guiden ikke kan regne ut. "
    "Skriv bare dager og klokkeslett, slik: Mo-Fr 08:00-15:30; PH off."
)
TOO_LONG = "Åpningstiden er på {length} tegn. Den kan ikke være lengre enn {limit} tegn."

ALWAYS = "24/7"
MAX_LENGTH = 255
"""OpenStreetMap's own limit for a value."""
HORIZON = timedelta(days=366)
"""How far ahead a change is looked for. Open without a change that long is «always»."""

# Syntax that the package accepts but answers wrongly or by guess: a comment alone counts as open, `||` closes for good,
# Norway's school holidays are unknown to it, sun times need a place, and an open end counts as closed.
_UNSUPPORTED = re.compile(r'"|\|\||\bSH\b|sunrise|sunset|dawn|dusk|[0-9]{2}:[0-9]{2}\s*\+', re.IGNORECASE)
_COLUMN = re.compile(r"-->\s*[0-9]+:([0-9]+)")
_ONE_DAY = timedelta(days=1)
_ORDINARY = timedelta(days=14)
"""An eve is held against the same weekday two weeks before: never an eve or a holiday, and the same parity of week."""


class HoursError(ValueError):
    """Opening hours that can't be read or can't be trusted; the message is for the reader."""


@record
class OpenState:
    """What the hours say at a moment. All times are aware, in Oslo time."""

    state: StateName
    until: datetime | None = None
    """With `open`: the first moment when it no longer is."""
    opens_at: datetime | None = None
    """With `closed` and `unknown`: when it opens next, None if not within HORIZON."""
    may_close_early: bool = False
    """The opening spoken of is office hours on 24 or 31 December or the Wednesday before Maundy Thursday, and the
    hours say nothing of their own for that day."""


UNKNOWN = OpenState("unknown")


@record
class Spell:
    """A stretch of one state. Both ends are in UTC: two Oslo times are compared by the wall clock, and that repeats."""

    begin: datetime
    end: datetime
    state: SpellState


@record
class Hours:
    """Opening hours as text. Empty text: the source does not say. Raises HoursError when made of unreadable text."""

    text: str = ""

    def __post_init__(self) -> None:
        text = self.text.strip()
        object.__setattr__(self, "text", text)
        if text not in ("", ALWAYS):
            _compiled(text)

    def state(self, at: datetime) -> OpenState:
        """The state at a moment (aware, or naive Oslo time). A border belongs to what begins there: 15:30:00 is closed.

        Before FIRST_YEAR and from LAST_YEAR on (a year is looked ahead), all but «24/7» is unknown: public holidays
        are not known there, and a wrong answer would be worse.
        """
        if self.text == ALWAYS:
            return OpenState("always")
        here = local(at)
        if not self.text or not FIRST_YEAR <= here.year < LAST_YEAR:
            return UNKNOWN
        rule = _compiled(self.text)
        # the syntax knows no seconds, so that a minute is open or closed as a whole
        minute = _minute(here)
        spells = ((start.astimezone(OSLO), state) for start, _, state in _spells(rule, minute, minute + HORIZON))
        now = next(spells)[1]
        if now == "open":
            until = next((start for start, state in spells if state != "open"), None)
            if until is None:
                return OpenState("always")
            return OpenState("open", until=until, may_close_early=_may_close_early(rule, here))
        opens_at = next((start for start, state in spells if state == "open"), None)
        early = opens_at is not None and _may_close_early(rule, opens_at)
        return OpenState("closed" if now == "closed" else "unknown", opens_at=opens_at, may_close_early=early)

    def spells(self, begin: datetime, end: datetime) -> tuple[Spell, ...]:
        """All states from `begin` up to `end` (aware, or naive Oslo time), in order, without gap or overlap.

        `begin` is taken down to its minute. Neighbours differ. What `state` calls unknown is unknown here: no hours,
        and all but «24/7» outside the years whose public holidays are known.
        """
        first, last = _minute(begin), local(end).astimezone(UTC)
        if self.text == ALWAYS:
            return _merged([(first, last, "open")])
        if not self.text:
            return _merged([(first, last, "unknown")])
        known_from = min(max(first, _new_year(FIRST_YEAR)), last)
        known_to = max(min(last, _new_year(LAST_YEAR)), known_from)
        spells = _spells(_compiled(self.text), known_from, known_to)
        return _merged([(first, known_from, "unknown"), *spells, (known_to, last, "unknown")])


@lru_cache(maxsize=512)
def _compiled(text: str) -> OpeningHours:
    """The package's object for a text. Raises HoursError."""
    if len(text) > MAX_LENGTH:
        raise HoursError(TOO_LONG.format(length=len(text), limit=MAX_LENGTH))
    unsupported = _UNSUPPORTED.search(text)
    if unsupported:
        raise HoursError(UNSUPPORTED.format(text=text, part=unsupported.group()))
    # imported here: contacts with «24/7» or no hours at all never pay for it
    from opening_hours import OpeningHours

    try:
        return OpeningHours(text, country="NO")
    except Exception as error:  # its stub says SyntaxError, 2.1.4 raises a ParserError that the stub does not know
        column = _COLUMN.search(str(error))
        raise HoursError(UNREADABLE.format(text=text, column=column.group(1) if column else "1")) from None


def _minute(at: datetime) -> datetime:
    """The beginning of the minute, in UTC."""
    return local(at).astimezone(UTC).replace(second=0, microsecond=0)


def _new_year(year: int) -> datetime:
    """Oslo's first moment of a year, in UTC."""
    return datetime(year, 1, 1, tzinfo=OSLO).astimezone(UTC)


def _spells(rule: OpeningHours, begin: datetime, horizon: datetime) -> Iterator[tuple[datetime, datetime, str]]:
    """From `begin` to `horizon` (UTC): begin, end and state of each spell, in real time.

    A spell ends at every clock change, whether or not the state changes there: in between, the wall clock runs evenly.
    """
    while begin < horizon:
        end = min(next_offset_change(begin), horizon)
        shift = begin.astimezone(OSLO).utcoffset() or timedelta()
        wall = (begin + shift).replace(tzinfo=None), (end + shift).replace(tzinfo=None)
        for start, stop, state, _ in rule.intervals(*wall):
            yield start.replace(tzinfo=UTC) - shift, (stop or wall[1]).replace(tzinfo=UTC) - shift, str(state)
        begin = end


def _merged(spells: Iterable[tuple[datetime, datetime, str]]) -> tuple[Spell, ...]:
    """The spells without the empty ones, neighbours of one state as one."""
    found: list[Spell] = []
    for begin, end, name in spells:
        state: SpellState = "open" if name == "open" else "closed" if name == "closed" else "unknown"
        if begin < end:
            same = bool(found) and found[-1].state == state
            found.append(Spell(found.pop().begin if same else begin, end, state))
    return tuple(found)


def _may_close_early(rule: OpeningHours, moment: datetime) -> bool:
    """Whether the opening that holds `moment` may end early. A duty line open across midnight is no office."""
    day = moment.date()
    if not eve_note(day):
        return False
    wall = moment.replace(tzinfo=None, fold=0)
    midnight = datetime(day.year, day.month, day.day)
    opening = next(((a - midnight, b - midnight) for a, b in _openings(rule, day) if a <= wall < b), None)
    if opening is None or opening[0] == timedelta() or opening[1] == _ONE_DAY:
        return False
    ordinary = midnight - _ORDINARY
    return opening in [(a - ordinary, b - ordinary) for a, b in _openings(rule, ordinary.date())]


def _openings(rule: OpeningHours, day: date) -> list[tuple[datetime, datetime]]:
    """The openings of a day by the wall clock, cut at its two midnights."""
    midnight = datetime(day.year, day.month, day.day)
    spells = rule.intervals(midnight, midnight + _ONE_DAY)
    return [(start, stop) for start, stop, state, _ in spells if str(state) == "open" and stop is not None]
