"""The shapes of the lists that are no signs, and of topics.yaml (docs/format.md, «Lists of measures» and on)."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, NotRequired

from pydantic import Field, StringConstraints, with_config
from typing_extensions import TypedDict

from guide.store.schema.words import (
    AGES,
    STRICT,
    Answer,
    CardId,
    FactId,
    Id,
    Lines,
    One,
    Sources,
    Text,
    YesNo,
)

Level = Literal["universal", "selective", "indicated"]
Levels = Annotated[list[Level], Field(min_length=1)]
Topics = Annotated[list[Id], Field(min_length=1)]


@with_config(STRICT)
class MeasureShape(TypedDict):
    """A measure."""

    id: Id
    name: Text
    about: Text
    given_by: Text
    service: NotRequired[Id]
    levels: Levels
    whom: Annotated[list[Literal["child", "family", "staff"]], Field(min_length=1)]
    topics: Topics
    ages: NotRequired[Annotated[str, StringConstraints(pattern=AGES)]]
    places: NotRequired[Annotated[list[Answer], Field(min_length=1)]]
    access: NotRequired[Literal["none", "referral", "application", "decision"]]
    how: NotRequired[Text]
    consent: NotRequired[YesNo]
    status: NotRequired[Literal["in_use", "partly", "planned", "proposed", "not_offered"]]
    evidence: NotRequired[Literal["0", "1", "2", "3", "4", "5"]]
    note: NotRequired[Lines]
    source: Sources


@with_config(STRICT)
class MeasuresFile(TypedDict):
    """trees/<pack>/lists/<list>.yaml with `measures`"""

    format: One
    list: CardId
    title: Text
    about: Text
    levels: NotRequired[dict[Level, Text]]
    measures: Annotated[list[MeasureShape], Field(min_length=1)]
    note: NotRequired[Lines]
    source: NotRequired[Sources]


@with_config(STRICT)
class ArenaShape(TypedDict):
    """A meeting arena."""

    id: Id
    name: Text
    level: Literal["municipality", "service", "individual"]
    purpose: Text
    leader: NotRequired[Text]
    who: NotRequired[Text]
    often: NotRequired[Text]
    service: NotRequired[Id]
    places: NotRequired[Annotated[list[Answer], Field(min_length=1)]]
    new: NotRequired[YesNo]
    source: Sources


@with_config(STRICT)
class ArenasFile(TypedDict):
    """trees/<pack>/lists/<list>.yaml with `arenas`"""

    format: One
    list: CardId
    title: Text
    about: Text
    arenas: Annotated[list[ArenaShape], Field(min_length=1)]
    note: NotRequired[Lines]
    source: NotRequired[Sources]


@with_config(STRICT)
class FactorShape(TypedDict):
    """A risk or protective factor."""

    id: Id
    kind: Literal["risk", "protective"]
    at: Literal["child", "family", "surroundings"]
    text: Text
    topics: NotRequired[Topics]
    differences: NotRequired[Lines]
    source: Sources


@with_config(STRICT)
class FactorsFile(TypedDict):
    """trees/<pack>/lists/<list>.yaml with `factors`"""

    format: One
    list: CardId
    title: Text
    about: Text
    say: NotRequired[Lines]
    differences: NotRequired[Lines]
    factors: Annotated[list[FactorShape], Field(min_length=1)]
    source: NotRequired[Sources]


@with_config(STRICT)
class TermShape(TypedDict):
    """A term."""

    id: Id
    term: Text
    forms: NotRequired[Lines]
    says: Text
    source: Sources


@with_config(STRICT)
class TermsFile(TypedDict):
    """trees/<pack>/lists/<list>.yaml with `terms`"""

    format: One
    list: CardId
    title: Text
    about: Text
    terms: Annotated[list[TermShape], Field(min_length=1)]
    source: NotRequired[Sources]


@with_config(STRICT)
class TopicShape(TypedDict):
    """What a worry can be about."""

    title: Text
    facts: NotRequired[dict[FactId, Annotated[list[Answer], Field(min_length=1)]]]


@with_config(STRICT)
class TopicsFile(TypedDict):
    """trees/felles/topics.yaml"""

    format: One
    topics: Annotated[dict[Id, TopicShape], Field(min_length=1)]


FILES: Final[dict[str, Any]] = {
    "measures": MeasuresFile,
    "arenas": ArenasFile,
    "factors": FactorsFile,
    "terms": TermsFile,
    "topics": TopicsFile,
}
"""The shape of each kind of file; a list's kind is the key that holds what it lists."""
