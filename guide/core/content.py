"""What cards, facts, lists and packs are, once loaded and checked. Frozen; nothing here touches the disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from guide.core.contacts import ContactPoint, Service
from guide.core.days import Unit
from guide.core.findings import Finding
from guide.core.record import record

if TYPE_CHECKING:  # decoded when somebody asks for them
    from guide.core.lists import ArenaList, FactorList, MeasureList, TermList, Topic

ASK, BY, SIGNS, TASK, RECORD, INCLUDE, EXIT, OUTCOME = (
    "ask",
    "by",
    "signs",
    "task",
    "record",
    "include",
    "exit",
    "outcome",
)
KINDS = (ASK, BY, SIGNS, TASK, RECORD, INCLUDE, EXIT, OUTCOME)
BACK = "back"
"""Not a node: the exit of an alarm that leads back to where one was."""
ALARM_MARK = "!"
"""Ids of an alarm's nodes begin with it."""
NOT_ASKED = "ikke_spurt"
"""In `given` of an invariant: the fact has not been established."""

TELLS = ("since", "seen", "heard", "thought", "done", "effect", "goal", "next")
"""What a field of a record tells, for whoever writes of the case: what was seen is kept from what was thought."""

UNKNOWN_WORDS = "Vet ikke"
"""The words of «vet ikke» for a fact whose other values are numbers."""

Pairs = tuple[tuple[str, str], ...]


@record
class Fact:
    """Something an answer establishes. `values` are (id, words) in the order of the answer keys.

    `tells` is `effect` where the answer says what came of what was done, else empty.
    """

    id: str
    about: str = ""
    definition: str = ""
    kind: str = "choice"
    values: Pairs = ()
    order: tuple[tuple[str, ...], ...] = ()
    unknown: str = "vet_ikke"
    lasting: bool = False
    set_by: str = ""
    default: str = ""
    tells: str = ""

    def allows(self, value: str) -> bool:
        """Whether `value` is one of this fact's: an id, or whole years (0–130) for the kind `years`."""
        if self.kind == "years":
            return value == self.unknown or (value.isascii() and value.isdigit() and int(value) <= 130)
        return any(value == known for known, _ in self.values)

    def words(self, value: str) -> str:
        """The words of a value as a user reads them; the value itself where it is a number of years."""
        if self.kind == "years" and value == self.unknown:
            return UNKNOWN_WORDS
        return next((words for known, words in self.values if known == value), value)

    def level(self, value: str) -> int:
        """The place of a value in the order of severity, -1 where the fact has none."""
        return next((i for i, level in enumerate(self.order) if value in level), -1)


@record
class Field:
    """A field of a record: `kind` is text, date or role; `default` may be `today`, `tells` one of TELLS."""

    id: str
    kind: str
    label: str
    default: str = ""
    help: str = ""
    tells: str = ""


@record
class Deadline:
    """Either `within` so many of `unit` from a recorded date, or `on` a recorded date. Anchors are NODE.FIELD."""

    id: str
    within: int = 0
    unit: Unit = "working_days"
    start: str = ""
    on: str = ""


@record
class Node:
    """One screen of a card, or a turn that is passed by itself. The keys are those of docs/format.md."""

    id: str
    kind: str
    text: str
    point: str = ""
    fact: str = ""
    help: str = ""
    answers: Pairs = ()
    not_offered: Pairs = ()
    go: str = ""
    anew: bool = False
    loop: bool = False
    exits: Pairs = ()
    list: str = ""
    fields: tuple[Field, ...] = ()
    does: tuple[str, ...] = ()
    contact: Pairs = ()
    do: tuple[str, ...] = ()
    dont: tuple[str, ...] = ()
    say_phone: tuple[str, ...] = ()
    say_child: tuple[str, ...] = ()
    share: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    note: tuple[str, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    overdue: str = ""
    urgency: str = ""
    report: str = ""
    guardians: str = ""
    duties: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    was: tuple[str, ...] = ()


@record
class Point:
    """A numbered point that the rail shows, with the place of the plan that it is."""

    id: str
    title: str
    source: str = ""


@record
class Card:
    """One decision tree."""

    id: str
    title: str
    about: str
    start: str
    nodes: Mapping[str, Node]
    serves: tuple[str, ...] = ()
    sets: Pairs = ()
    exits: tuple[str, ...] = ()
    alarms: tuple[tuple[str, Pairs], ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    points: tuple[Point, ...] = ()

    @property
    def pack(self) -> str:
        """The pack that the card belongs to."""
        return self.id.partition("/")[0]


@record
class Sign:
    """A sign that can be ticked; `points_at` names what it can point at (vold, selvskade). Never a score."""

    id: str
    column: str
    text: str
    points_at: tuple[str, ...] = ()
    source: str = ""


@record
class SignList:
    """A list of signs in columns; `sets` gives (fact, what a ticked sign must point at for «ja»)."""

    id: str
    title: str
    about: str
    columns: Pairs
    signs: tuple[Sign, ...]
    sets: Pairs = ()
    source: tuple[str, ...] = ()


@record
class PlanPoint:
    """A point of a plan that nodes cite."""

    id: str
    title: str
    place: str


@record
class Mended:
    """What a plan wrote of the law and what holds instead: `now` is a source (`lov:`, `kilde:`), or words."""

    place: str
    wrote: str
    now: str
    note: str = ""


@record
class Pack:
    """What belongs to one municipality, or to all (`kind` shared). `keep_days`: how long a case is kept after its last
    event, 0 where the municipality has not said. `case_key`: its public key (hex), whose owner can open saved cases."""

    id: str
    name: str
    kind: str
    version: str
    plan: str = ""
    period: str = ""
    reviewed: str = ""
    review_by: str = ""
    saturday_counts: bool = False
    closing_days: tuple[str, ...] = ()
    keep_days: int = 0
    case_key: str = ""
    cards: Pairs = ()
    points: Mapping[str, PlanPoint] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    mended: tuple[Mended, ...] = ()


@record
class Law:
    """A statute (`lov:`) or official guidance (`kilde:`). `confidence`: law, official or unsure."""

    id: str
    title: str
    says: str = ""
    confidence: str = ""
    checked: str = ""
    basis: str = ""
    url: str = ""


Matcher = tuple[tuple[str, tuple[str, ...]], ...]
"""What a rule looks for: (does|contact|deadline|end|urgency|report|guardians|answer, values)."""


@record
class Invariant:
    """Given these facts, never this before that (docs/format.md, «Invariants»)."""

    id: str
    text: str
    given: tuple[tuple[str, tuple[str, ...]], ...]
    never: Matcher
    before: Matcher = ()


@record
class DutyRule:
    """Given these facts, this duty binds whatever the outcome says."""

    id: str
    given: tuple[tuple[str, tuple[str, ...]], ...]
    duty: str
    text: str
    source: tuple[str, ...] = ()


@record
class Synonym:
    """What people say, and the words that the cards have for it. For the search alone."""

    say: tuple[str, ...]
    means: tuple[str, ...]


@record
class Content:
    """All that was loaded. What is broken is missing here and stands in `findings` instead."""

    packs: Mapping[str, Pack]
    cards: Mapping[str, Card]
    facts: Mapping[str, Fact]
    services: Mapping[str, Service]
    laws: Mapping[str, Law]
    lists: Mapping[str, SignList]
    contacts: Mapping[str, tuple[ContactPoint, ...]]
    invariants: tuple[Invariant, ...] = ()
    duties: tuple[DutyRule, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    superseded: Pairs = ()
    measures: Mapping[str, MeasureList] = field(default_factory=dict)
    arenas: Mapping[str, ArenaList] = field(default_factory=dict)
    factors: Mapping[str, FactorList] = field(default_factory=dict)
    terms: Mapping[str, TermList] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    sha256: str = ""
