"""Whether an exercise fits the cards as they are today: its right way, and what it expects to be shown on it.

The first thing that does not fit is what makes an exercise stale. The hour is the exercise's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.core.contact_lines import answers_now
from guide.core.contacts import ContactPoint, advised
from guide.core.content import OUTCOME, Content
from guide.core.days import CalendarError, calendar_of
from guide.core.exercise import Exercise, Expect
from guide.core.exercise_model import CARD, SHOW, Parting, courses
from guide.core.exercise_state import Play
from guide.core.invariants import binding
from guide.core.lay import LayError, lay
from guide.core.progress import deadlines
from guide.core.record import record
from guide.core.step import StuckError
from guide.core.walk import Walk, begin

MISSING = "missing"
"""The number where nobody with one answers."""


@record
class Fit:
    """An exercise walked along its right way. `play` is None where its card can't be walked at all."""

    exercise: Exercise
    play: Play | None
    partings: tuple[Parting, ...]

    @property
    def whole(self) -> bool:
        """Whether exercise and card agree from the start to the end."""
        return not self.partings


def walk_of(content: Content, exercise: Exercise) -> Walk:
    """The walk that an exercise begins with. Raises LayError and StuckError."""
    return begin(lay(content, exercise.card, at_once=False), content.lists, exercise.profile)


def fit(content: Content, exercise: Exercise) -> Fit:
    """The right way walked, with all that does not fit, in its order. Raises nothing for what content holds."""
    found: list[Parting] = []
    play: Play | None = None
    try:
        for play, given in courses(exercise, walk_of(content, exercise)):
            step = play.step if play.waiting is None else None
            if step and step.expect:
                found += differences(content, play, step.expect)
            if isinstance(given, Parting):
                found.append(given)
        if play and all(parting.what == SHOW for parting in found):
            found += differences(content, play, play.exercise.end)
    except (LayError, StuckError) as error:
        found.append(Parting(0, CARD, exercise.card, f"{error}"))
    return Fit(exercise, play, tuple(found))


def differences(content: Content, play: Play, expect: Expect) -> Iterator[Parting]:
    """What a stop was to show and does not, one of the expectations each."""
    got = seen(content, play)
    for key in ("report", "urgency", "guardians", "service", "number"):
        wanted = getattr(expect, key)
        if wanted and got.get(key, "") != wanted:
            yield Parting(play.next, SHOW, wanted, got.get(key, ""), play.place.id, key)
    duties = got.get("duties", "").split()
    for duty in expect.duties:
        if duty not in duties:
            yield Parting(play.next, SHOW, duty, " ".join(duties), play.place.id, "duties")
    for name, day in expect.deadlines:
        found = got.get(f"deadline {name}", "")
        if found != day:
            yield Parting(
                play.next, SHOW, f"{name}={day}", f"{name}={found}" if found else "", play.place.id, "deadlines"
            )


def seen(content: Content, play: Play) -> dict[str, str]:
    """What is shown where a play stands, as the expectations name it."""
    node, known, at = play.place.node, dict(play.walk.state.known), play.clock
    lines = advised(content.services, points_for(content, play.exercise), node, known, at) if node.contact else ()
    first, rung = (lines[0].service if lines else ""), answers_now(lines)
    number = "".join(c for c in rung.phone if c.isdigit()) if rung else MISSING
    duties = binding(play.place, known, content.duties) if node.kind == OUTCOME else ()
    shown = {"report": node.report, "urgency": node.urgency, "guardians": node.guardians}
    shown |= {"service": first, "number": number if lines else "", "duties": " ".join(duties)}
    return shown | _deadlines(content, play)


def _deadlines(content: Content, play: Play) -> dict[str, str]:
    """The dates of the deadlines; none where a date was noted that the calendar does not reach."""
    try:
        found = deadlines(play.walk, calendar_of(content.packs.get(play.exercise.pack)))
    except CalendarError:
        return {}
    return {f"deadline {due.id}": due.due.isoformat() if due.due else "" for due in found}


def points_for(content: Content, exercise: Exercise) -> tuple[ContactPoint, ...]:
    """The contact points that an exercise may show: those of its pack and of the country, never a user's own."""
    return (*content.contacts.get(exercise.pack, ()), *content.contacts.get("nasjonalt", ()))
