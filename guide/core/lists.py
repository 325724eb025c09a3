"""What a municipality has and says: measures, meeting arenas, risk and protective factors, terms, and their topics.

Nobody needs them to walk a card: they are decoded when a finder, an outcome's offer or the search asks for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guide.core.content import Content, Pairs
from guide.core.record import record

KINDS: Final = ("measures", "arenas", "factors", "terms")
"""The fields of Content that hold the lists, and the key of a file that says what it lists."""
LEVELS: Final = ("universal", "selective", "indicated")
"""Of measures: for all, for groups with a known risk, for one child."""
ARENA_LEVELS: Final = ("municipality", "service", "individual")
WHOM: Final = ("child", "family", "staff")
ACCESS: Final = ("none", "referral", "application", "decision")
"""What one needs to get a measure. Empty: the plan does not say."""
STATUSES: Final = ("in_use", "partly", "planned", "proposed", "not_offered")
"""`partly`: in use in some places, or being changed. `proposed`: the plan only recommends it. Empty: not said."""
RISK, PROTECTIVE = "risk", "protective"


@record
class Topic:
    """What a worry can be about. `facts` are (fact, values) of a walk that make it one of the walk's topics."""

    id: str
    title: str
    facts: tuple[tuple[str, tuple[str, ...]], ...] = ()


@record
class Measure:
    """One measure. `evidence` is Ungsinn's level, where the plan gives one.

    `ages` are whole years, both included; `places` are values of `virksomhet`, where it is given only there.
    """

    id: str
    name: str
    about: str
    given_by: str
    levels: tuple[str, ...]
    whom: tuple[str, ...]
    source: tuple[str, ...]
    service: str = ""
    topics: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    ages: tuple[int, int] | None = None
    access: str = ""
    how: str = ""
    consent: str = ""
    status: str = ""
    evidence: str = ""
    note: tuple[str, ...] = ()


@record
class MeasureList:
    """The measures of one plan. `levels` are the plan's own names of the three."""

    id: str
    title: str
    about: str
    measures: tuple[Measure, ...]
    levels: Pairs = ()
    source: tuple[str, ...] = ()
    note: tuple[str, ...] = ()


@record
class Arena:
    """One meeting arena. `new`: the plan sets it up; `service`: the role that advice speaks of, at `places`."""

    id: str
    name: str
    level: str
    purpose: str
    source: tuple[str, ...]
    leader: str = ""
    who: str = ""
    often: str = ""
    service: str = ""
    places: tuple[str, ...] = ()
    new: bool = False


@record
class ArenaList:
    """The meeting arenas of one plan."""

    id: str
    title: str
    about: str
    arenas: tuple[Arena, ...]
    source: tuple[str, ...] = ()
    note: tuple[str, ...] = ()


@record
class Factor:
    """A risk or protective factor (`kind`), at the child, the family or the surroundings (`at`). Never a score."""

    id: str
    kind: str
    at: str
    text: str
    source: tuple[str, ...]
    topics: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()


@record
class FactorList:
    """The factors of all plans; `say` are words to put a worry in, `differences` what the plans disagree on."""

    id: str
    title: str
    about: str
    factors: tuple[Factor, ...]
    say: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()
    source: tuple[str, ...] = ()


@record
class Term:
    """A word that the plans use, other forms of it, and what it means."""

    id: str
    term: str
    says: str
    source: tuple[str, ...]
    forms: tuple[str, ...] = ()


@record
class TermList:
    """Terms."""

    id: str
    title: str
    about: str
    terms: tuple[Term, ...]
    source: tuple[str, ...] = ()


AnyList = MeasureList | ArenaList | FactorList | TermList


def entries(found: AnyList) -> tuple[Measure | Arena | Factor | Term, ...]:
    """What a list holds, whatever it is."""
    if isinstance(found, MeasureList):
        return found.measures
    if isinstance(found, ArenaList):
        return found.arenas
    return found.factors if isinstance(found, FactorList) else found.terms


def all_lists(content: Content) -> Iterator[tuple[str, AnyList]]:
    """(kind, list) of every list that is none of signs."""
    for kind in KINDS:
        for found in getattr(content, kind).values():
            yield kind, found


def cited(found: AnyList) -> Iterator[str]:
    """Every source that a list or something in it cites."""
    yield from found.source
    for entry in entries(found):
        yield from entry.source
