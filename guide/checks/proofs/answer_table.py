"""When each service of a pack answers, for people to read: also the gaps that are no error, and what nobody knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from guide.checks.proofs.answer_hours import Ages, Answer, AnswerHours, fits
from guide.checks.proofs.spans import Span, longest, moment
from guide.core.days import CalendarError, eve_note
from guide.core.hours import ALWAYS as ALWAYS_OPEN
from guide.core.hours import Hours, HoursError
from guide.core.lay import OLDEST

ALWAYS, GAPS, UNSURE, MISSING, OTHER_AGES = "always", "gaps", "unsure", "missing", "other_ages"
NATIONAL = "national"

_QUARTER: Final = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Row:
    """One service with those who stand in for it, for one age class. Spans are minutes (`spans.moment`)."""

    pack: str
    service: str
    title: str
    stand_ins: tuple[str, ...]
    ages: Ages
    state: str
    """`always`, `gaps`, `unsure` (a number whose hours no source gives), `missing` (no number), `other_ages`,
    `national` (a line for the whole country or a form: nothing that the proof rests on)."""
    times: int = 0
    """How many gaps there are."""
    first: Span | None = None
    longest: Span | None = None
    eves: tuple[date, ...] = ()
    """Days when all who answer at some time are offices that may close early, unlike what their hours say."""


def rows(hours: AnswerHours, services: Iterable[str]) -> tuple[Row, ...]:
    """A row for each service outside and each age class that makes a difference to it, in the order given."""
    outside = [service for service in dict.fromkeys(services) if not hours.service(service).inside]
    return tuple(row for service in outside for row in _rows_of(hours, service))


def _rows_of(hours: AnswerHours, service: str) -> Iterator[Row]:
    found = hours.service(service)
    group = (service, *found.stand_in)
    anybody = any(hours.counting(one) for one in group)
    for ages in hours.classes(group):
        if ages == (0, OLDEST) and anybody:
            continue  # the same as for an age that nobody has said
        answer = hours.answer(group, ages)
        yield Row(
            hours.pack,
            service,
            found.title,
            found.stand_in,
            ages,
            _state(answer) if anybody else MISSING if hours.lacks(service) else NATIONAL,
            len(answer.gaps) if answer.numbered else 0,
            next(iter(answer.gaps), None) if answer.numbered else None,
            longest(answer.gaps) if answer.numbered else None,
            tuple(_eves(hours, group, ages)),
        )
        if not anybody:
            return


def _state(answer: Answer) -> str:
    if not answer.numbered:
        return OTHER_AGES
    return GAPS if answer.gaps else UNSURE if answer.unsure else ALWAYS


def _eves(hours: AnswerHours, group: tuple[str, ...], ages: Ages) -> Iterator[date]:
    """The eves on which, at some quarter of an hour, only an office that may have closed early answers."""
    texts = {point.hours for service in group for point in hours.counting(service) if fits(point, ages)}
    if texts <= {"", ALWAYS_OPEN}:
        return
    begin, end = (moment(at) for at in hours.whole[0])
    for number in range((end.date() - begin.date()).days + 1):
        day = begin.date() + timedelta(days=number)
        if not _is_eve(day):
            continue
        midnight = datetime(day.year, day.month, day.day)
        if any(_only_perhaps(texts, midnight + quarter * _QUARTER) for quarter in range(24 * 4)):
            yield day


def _is_eve(day: date) -> bool:
    try:
        return eve_note(day)
    except CalendarError:  # hours are unknown there, too
        return False


def _only_perhaps(texts: Iterable[str], at: datetime) -> bool:
    """Whether somebody answers at a moment (Oslo time), and all who do may have closed early."""
    early: list[bool] = []
    for text in texts:
        try:
            state = Hours(text).state(at)
        except HoursError:
            continue
        if state.state in ("open", "always"):
            early.append(state.may_close_early)
    return bool(early) and all(early)
