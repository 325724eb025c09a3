"""The shapes of the nodes of a card (docs/format.md), one TypedDict a kind."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired

from pydantic import Discriminator, Field, StringConstraints, Tag, with_config
from typing_extensions import TypedDict

from guide.core.content import KINDS
from guide.store.schema.words import (
    ANCHOR,
    NUMBER,
    STRICT,
    Answer,
    CardId,
    Duty,
    Effect,
    FactId,
    Guardians,
    Id,
    Lines,
    NodeId,
    Report,
    Some,
    Sources,
    Text,
    Urgency,
    Ways,
    Whom,
    YesNo,
)


@with_config(STRICT)
class Within(TypedDict):
    """A deadline so long after a recorded date."""

    id: Id
    within: Annotated[str, StringConstraints(pattern=NUMBER)]
    unit: Literal["working_days", "weeks", "months"]
    start: Annotated[str, StringConstraints(pattern=ANCHOR), Field(alias="from")]


@with_config(STRICT)
class On(TypedDict):
    """A deadline on a recorded date."""

    id: Id
    on: Annotated[str, StringConstraints(pattern=ANCHOR)]


def _deadline_kind(value: Any) -> str:
    return "on" if isinstance(value, dict) and "on" in value else "within"


Deadline = Annotated[
    Annotated[Within, Tag("within")] | Annotated[On, Tag("on")],
    Discriminator(_deadline_kind),
]


@with_config(STRICT)
class RecordField(TypedDict):
    """A field of a record."""

    id: Id
    kind: Literal["text", "date", "role"]
    label: Text
    default: NotRequired[Literal["today"]]
    help: NotRequired[Text]
    tells: NotRequired[Literal["since", "seen", "heard", "thought", "done", "effect", "goal", "next"]]


@with_config(STRICT)
class Say(TypedDict):
    """Words for the telephone and for the child."""

    phone: NotRequired[Lines]
    child: NotRequired[Lines]


class _Any(TypedDict):
    """What every node may have."""

    point: NotRequired[Text]
    help: NotRequired[Text]
    note: NotRequired[Lines]
    source: NotRequired[Sources]
    anew: NotRequired[YesNo]
    loop: NotRequired[YesNo]
    was: NotRequired[list[NodeId]]


@with_config(STRICT)
class Ask(_Any):
    """A question."""

    ask: Text
    fact: FactId
    help: Text  # type: ignore[misc]
    answers: Ways
    not_offered: NotRequired[dict[Answer, Text]]


@with_config(STRICT)
class By(_Any):
    """A turn by a known fact."""

    by: FactId
    answers: Ways
    not_offered: NotRequired[dict[Answer, Text]]


@with_config(STRICT)
class Signs(_Any):
    """A list of signs to tick."""

    signs: Text
    list: CardId
    go: NodeId
    source: Sources  # type: ignore[misc]


class _Advises(_Any):
    """What a task and an outcome both may say."""

    dont: NotRequired[Lines]
    say: NotRequired[Say]
    share: NotRequired[Lines]
    deadlines: NotRequired[list[Deadline]]
    overdue: NotRequired[Text]


@with_config(STRICT)
class Task(_Advises):
    """Something to do."""

    task: Text
    does: list[Effect]
    contact: Whom
    do: Some
    next: Some
    go: NodeId
    source: Sources  # type: ignore[misc]


@with_config(STRICT)
class Record(_Any):
    """Something to note."""

    record: Text
    fields: Annotated[list[RecordField], Field(min_length=1)]
    deadlines: NotRequired[list[Deadline]]
    overdue: NotRequired[Text]
    go: NodeId
    source: Sources  # type: ignore[misc]


@with_config(STRICT)
class Include(_Any):
    """Another card, laid in here."""

    include: CardId
    exits: NotRequired[Ways]


@with_config(STRICT)
class Exit(_Any):
    """A way out of a shared card."""

    exit: Answer
    alone: NodeId


@with_config(STRICT)
class Outcome(_Advises):
    """The one thing to do."""

    outcome: Text
    urgency: Urgency
    report: Report
    duties: NotRequired[list[Duty]]
    guardians: Guardians
    contact: Whom
    do: Some
    next: Some
    does: NotRequired[list[Effect]]
    then: NotRequired[NodeId]
    source: Sources  # type: ignore[misc]


def node_kind(value: Any) -> str | None:
    """The kind of a node: the one of its keys that is a kind, None where there is none or several."""
    if not isinstance(value, dict):
        return None
    kinds = _KINDS.intersection(value)
    return next(iter(kinds)) if len(kinds) == 1 else None


_KINDS = frozenset(KINDS)


Node = Annotated[
    Annotated[Ask, Tag("ask")]
    | Annotated[By, Tag("by")]
    | Annotated[Signs, Tag("signs")]
    | Annotated[Task, Tag("task")]
    | Annotated[Record, Tag("record")]
    | Annotated[Include, Tag("include")]
    | Annotated[Exit, Tag("exit")]
    | Annotated[Outcome, Tag("outcome")],
    Discriminator(node_kind),
]
