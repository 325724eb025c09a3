"""The shapes of the content files (docs/format.md), one TypedDict a kind of file, checked by pydantic."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Final, Literal, NotRequired

from pydantic import Discriminator, Field, StringConstraints, Tag, TypeAdapter, with_config
from typing_extensions import TypedDict

from guide.store.schema import lists as schema_lists
from guide.store.schema.exercise import ExerciseFile
from guide.store.schema.nodes import Node
from guide.store.schema.rules import DutiesFile, SafetyFile, SearchFile
from guide.store.schema.words import (
    AGES,
    CASE_KEY,
    NUMBER,
    STRICT,
    Answer,
    CardId,
    Date,
    FactId,
    Id,
    Lines,
    NodeId,
    One,
    Phone,
    Source,
    Sources,
    Text,
    Ways,
    Web,
    YesNo,
)


@with_config(STRICT)
class FactShape(TypedDict):
    """A fact with its own values."""

    about: Text
    definition: NotRequired[Text]
    kind: NotRequired[Literal["choice", "years"]]
    values: NotRequired[Annotated[dict[Answer, Text], Field(min_length=1)]]
    order: NotRequired[list[list[Answer]]]
    lasting: NotRequired[YesNo]
    set_by: NotRequired[Literal["card", "signs", "profile"]]
    default: NotRequired[Answer]
    unknown: NotRequired[Answer]
    tells: NotRequired[Literal["effect"]]


def _fact_kind(value: Any) -> str:
    return "type" if isinstance(value, str) else "fact"


FactOrType = Annotated[
    Annotated[FactId, Tag("type")] | Annotated[FactShape, Tag("fact")],
    Discriminator(_fact_kind),
]


@with_config(STRICT)
class PointShape(TypedDict):
    """A point of the rail."""

    title: Text
    source: NotRequired[Source]


@with_config(STRICT)
class CardFile(TypedDict):
    """trees/<pack>/<card>.yaml"""

    format: One
    card: CardId
    title: Text
    about: Text
    serves: NotRequired[list[Answer]]
    sets: NotRequired[dict[FactId, Answer]]
    exits: NotRequired[list[Answer]]
    alarms: NotRequired[dict[CardId, Ways]]
    facts: NotRequired[dict[FactId, FactOrType]]
    start: NodeId
    points: NotRequired[dict[Text, PointShape]]
    nodes: Annotated[dict[NodeId, Node], Field(min_length=1)]


@with_config(STRICT)
class SignShape(TypedDict):
    """A sign of a list."""

    id: Id
    column: Id
    text: Text
    points_at: NotRequired[list[Answer]]
    source: NotRequired[Source]


@with_config(STRICT)
class ListFile(TypedDict):
    """trees/<pack>/lists/<list>.yaml"""

    format: One
    list: CardId
    title: Text
    about: Text
    columns: Annotated[dict[Id, Text], Field(min_length=1)]
    signs: Annotated[list[SignShape], Field(min_length=1)]
    sets: NotRequired[dict[FactId, Answer]]
    source: NotRequired[Sources]


@with_config(STRICT)
class TypeShape(TypedDict):
    """Values that several facts have."""

    values: Annotated[dict[Answer, Text], Field(min_length=1)]


@with_config(STRICT)
class FactsFile(TypedDict):
    """trees/felles/facts.yaml"""

    format: One
    types: NotRequired[dict[FactId, TypeShape]]
    facts: dict[FactId, FactOrType]


@with_config(STRICT)
class ServiceShape(TypedDict):
    """A role that advice speaks of."""

    title: Text
    about: NotRequired[Text]
    stand_in: NotRequired[list[Id]]
    fallback: NotRequired[list[Id]]
    acute: NotRequired[list[Id]]
    inside: NotRequired[YesNo]


@with_config(STRICT)
class ServicesFile(TypedDict):
    """trees/felles/services.yaml"""

    format: One
    services: dict[Id, ServiceShape]


@with_config(STRICT)
class LawShape(TypedDict):
    """A statute, or official guidance."""

    title: Text
    says: NotRequired[Text]
    confidence: Literal["law", "official", "unsure"]
    checked: Date
    basis: NotRequired[Text]
    url: NotRequired[Web]


@with_config(STRICT)
class SupersededShape(TypedDict):
    """An old reference, other ways to write it, and what took its place: a source, or what to write instead."""

    old: Text
    also: NotRequired[list[Text]]
    now: Text


@with_config(STRICT)
class LawsFile(TypedDict):
    """trees/felles/laws.yaml"""

    format: One
    statutes: dict[Id, LawShape]
    guidance: NotRequired[dict[Id, LawShape]]
    superseded: NotRequired[list[SupersededShape]]


@with_config(STRICT)
class PlanShape(TypedDict):
    """The plan that a pack follows."""

    title: Text
    period: NotRequired[Text]


@with_config(STRICT)
class CalendarShape(TypedDict):
    """What a pack's plan says of the days."""

    saturday: NotRequired[Literal["rest", "counts"]]
    closing_days: NotRequired[list[Date]]


@with_config(STRICT)
class PlanPointShape(TypedDict):
    """A point of the plan."""

    title: Text
    place: Text


@with_config(STRICT)
class MendedShape(TypedDict):
    """What a plan wrote of the law, where, and what holds instead: a source, or words."""

    place: Text
    wrote: Text
    now: Text
    note: NotRequired[Text]


@with_config(STRICT)
class PackFile(TypedDict):
    """trees/<pack>/pack.yaml"""

    format: One
    pack: NodeId
    name: Text
    kind: Literal["municipality", "shared"]
    version: Text
    plan: NotRequired[PlanShape]
    reviewed: NotRequired[Date]
    review_by: NotRequired[Date]
    calendar: NotRequired[CalendarShape]
    keep_days: NotRequired[Annotated[str, StringConstraints(pattern=NUMBER)]]
    case_key: NotRequired[Annotated[str, StringConstraints(pattern=CASE_KEY)]]
    cards: NotRequired[dict[Answer, CardId]]
    points: NotRequired[dict[Id, PlanPointShape]]
    notes: NotRequired[Lines]
    mended: NotRequired[list[MendedShape]]


@with_config(STRICT)
class ContactShape(TypedDict):
    """How one service is reached."""

    id: Id
    service: Id
    name: Text
    phone: NotRequired[Phone]
    hours: NotRequired[Text]
    ages: NotRequired[Annotated[str, StringConstraints(pattern=AGES)]]
    web: NotRequired[Web]
    note: NotRequired[Lines]
    source: NotRequired[Sources]
    checked: NotRequired[Date]
    confidence: NotRequired[Literal["plan", "official", "unsure"]]


@with_config(STRICT)
class ContactsFile(TypedDict):
    """contacts/<pack>.yaml"""

    format: One
    pack: NodeId
    contacts: list[ContactShape]


FILES: Final[dict[str, Any]] = {
    "card": CardFile,
    "list": ListFile,
    "facts": FactsFile,
    "services": ServicesFile,
    "laws": LawsFile,
    "pack": PackFile,
    "safety": SafetyFile,
    "duties": DutiesFile,
    "search": SearchFile,
    "contacts": ContactsFile,
    "exercise": ExerciseFile,
    **schema_lists.FILES,
}
"""The shape of each kind of file."""


@cache
def adapter(kind: str) -> TypeAdapter[Any]:
    """The checker for one kind of file, made when the first such file is met."""
    return TypeAdapter(FILES[kind])
