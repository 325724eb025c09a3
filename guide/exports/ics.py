"""Days as a calendar file (RFC 5545): all-day events with alarms, that tell of nobody.

An event is known by its uid; a later file with the same uid and a higher sequence replaces what the calendar has.
No word of a user's comes in here (ADR 28: why no library writes it); lines are escaped and folded all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

from guide.core.record import record
from guide.core.text import clean

PRODUCT: Final = "-//tiltakskort//frister//NO"
MORNING: Final = 8
"""The hour when a calendar says so, on the day and on one before: whole days begin at midnight."""
MOST_OCTETS: Final = 75
"""Of a line, its end not counted."""
_ESCAPES: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@record
class Entry:
    """A day. `warn` is how many days before it a calendar says so too; `gone`: it is no longer there."""

    uid: str
    day: date
    sequence: int
    warn: int = 1
    gone: bool = False


def as_ics(entries: Iterable[Entry], title: str, more: str, made: datetime) -> bytes:
    """The file; every event has the same `title` and the same `more`. `made` is aware."""
    stamp = f"{made.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    lines = ["BEGIN:VCALENDAR", f"PRODID:{PRODUCT}", "VERSION:2.0", "METHOD:PUBLISH"]
    for entry in entries:
        lines += _event(entry, _text(title), _text(more), stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(entry: Entry, title: str, more: str, stamp: str) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{_text(entry.uid)}", f"DTSTAMP:{stamp}", f"SEQUENCE:{entry.sequence}")
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}"
    yield from (f"SUMMARY:{title}", "CLASS:PRIVATE", "TRANSP:TRANSPARENT")
    if entry.gone:
        yield "STATUS:CANCELLED"
    else:
        yield from ("STATUS:CONFIRMED", f"DESCRIPTION:{more}", *_alarm(entry.warn, title), *_alarm(0, title))
    yield "END:VEVENT"


def _alarm(days: int, title: str) -> tuple[str, ...]:
    hours = MORNING - 24 * days
    trigger = f"PT{hours}H" if hours >= 0 else f"-PT{-hours}H"
    return ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{title}", f"TRIGGER:{trigger}", "END:VALARM")


def _text(text: str) -> str:
    """A text as a value: nothing in it ends the line, begins another property or a second value."""
    return clean(text).translate(_ESCAPES)


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most MOST_OCTETS, those after the first begun with a blank; no letter is cut in two."""
    part, size = "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > MOST_OCTETS:
            yield part
            part, size = " ", 1
        part, size = part + sign, size + octets
    yield part
