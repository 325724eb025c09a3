"""Which measures a municipality has for a child: by age, level, topic and whom they are for, grouped by who gives them.

Pure: content in, measures out. The words are in measure_view, what a walk offers is in measure_offer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guide.core.content import Content
from guide.core.lists import Arena, Measure
from guide.core.record import record
from guide.core.together import packs_for

ORDER: Final = {"in_use": 0, "partly": 1, "": 2, "planned": 3, "proposed": 4, "not_offered": 5}
"""What one can get today stands first; what the plan says nothing of is taken to be there."""
SCHOOL_FROM: Final = 5
KINDERGARTEN_TO: Final = 6
"""Children begin school in the year in which they turn six: at five and six they can be in either."""
KINDERGARTEN: Final = "barnehage"
AT_SCHOOL: Final = frozenset(("skole", "sfo", "videregaende"))


@record
class Wanted:
    """What is looked for; what is left out excludes nothing. `age` in whole years; any of `topics` is enough."""

    age: int | None = None
    level: str = ""
    topics: tuple[str, ...] = ()
    whom: str = ""


@record
class Group:
    """The measures of one that gives them, those that one can get today first."""

    given_by: str
    measures: tuple[Measure, ...]


def measures_of(content: Content, pack: str) -> Iterator[Measure]:
    """All measures of a municipality: those of its own lists, and of the plan that it shares."""
    for near in packs_for(content, pack):
        for name in content.measures:
            if name.partition("/")[0] == near:
                yield from content.measures[name].measures


def arenas_of(content: Content, pack: str) -> Iterator[Arena]:
    """All meeting arenas of a municipality."""
    for near in packs_for(content, pack):
        for name in content.arenas:
            if name.partition("/")[0] == near:
                yield from content.arenas[name].arenas


def fits(measure: Measure, wanted: Wanted) -> bool:
    """Whether a measure is for what is wanted. One that says no age, or is not bound to a place, is for all ages."""
    return (
        (not wanted.level or wanted.level in measure.levels)
        and (not wanted.whom or wanted.whom in measure.whom)
        and (not wanted.topics or not set(wanted.topics).isdisjoint(measure.topics))
        and (wanted.age is None or _has_age(measure, wanted.age))
    )


def find(content: Content, pack: str, wanted: Wanted) -> tuple[Group, ...]:
    """The measures that fit, by who gives them: first who has most that fits the topics and can be had today."""
    groups: dict[str, list[Measure]] = {}
    for measure in measures_of(content, pack):
        if fits(measure, wanted):
            groups.setdefault(measure.given_by, []).append(measure)
    made = [Group(name, tuple(sorted(held, key=lambda m: _rank(m, wanted)))) for name, held in groups.items()]
    return tuple(sorted(made, key=lambda group: _rank(group.measures[0], wanted)))


def _rank(measure: Measure, wanted: Wanted) -> tuple[int, int]:
    """What can be had today before what can't; then what has the wanted topics nearest the front of its own."""
    at = [place for place, topic in enumerate(measure.topics) if topic in wanted.topics]
    return ORDER[measure.status] // 3, min(at, default=0)


def _has_age(measure: Measure, age: int) -> bool:
    if measure.ages and not measure.ages[0] <= age <= measure.ages[1]:
        return False
    there = not measure.places
    there = there or (KINDERGARTEN in measure.places and age <= KINDERGARTEN_TO)
    return there or (not AT_SCHOOL.isdisjoint(measure.places) and age >= SCHOOL_FROM)
