"""The shapes of what holds for all cards: safety.yaml, duties.yaml and search.yaml (docs/format.md)."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field, StringConstraints, with_config
from typing_extensions import TypedDict

from guide.store.schema.words import (
    STRICT,
    TRUE_ANSWER,
    Answer,
    Duty,
    Effect,
    FactId,
    Guardians,
    Id,
    NodeId,
    One,
    Report,
    Some,
    Sources,
    Text,
    Urgency,
)


@with_config(STRICT)
class MatchShape(TypedDict):
    """What an invariant looks for."""

    does: NotRequired[list[Effect]]
    contact: NotRequired[list[Id]]
    deadline: NotRequired[Literal["any"]]
    end: NotRequired[Literal["any"]]
    urgency: NotRequired[list[Urgency]]
    report: NotRequired[list[Report]]
    guardians: NotRequired[list[Guardians]]
    duties: NotRequired[list[Duty]]
    answer: NotRequired[list[Annotated[str, StringConstraints(pattern=TRUE_ANSWER)]]]


Given = Annotated[dict[FactId, Annotated[list[Answer], Field(min_length=1)]], Field(min_length=1)]


@with_config(STRICT)
class InvariantShape(TypedDict):
    """Given these facts, never this before that."""

    text: Text
    given: Given
    never: MatchShape
    before: NotRequired[MatchShape]


@with_config(STRICT)
class SafetyFile(TypedDict):
    """trees/felles/safety.yaml"""

    format: One
    rules: dict[NodeId, InvariantShape]


@with_config(STRICT)
class DutyShape(TypedDict):
    """Given these facts, this duty binds."""

    given: Given
    duty: Duty
    text: Text
    source: NotRequired[Sources]


@with_config(STRICT)
class DutiesFile(TypedDict):
    """trees/felles/duties.yaml"""

    format: One
    rules: dict[NodeId, DutyShape]


@with_config(STRICT)
class SynonymShape(TypedDict):
    """What people say, and the words that the cards have for it."""

    say: Some
    means: Some


@with_config(STRICT)
class SearchFile(TypedDict):
    """trees/felles/search.yaml"""

    format: One
    synonyms: list[SynonymShape]
