"""The shape of an exercise (docs/format.md, «Exercises»). Lists and verdicts as cards have nodes and answers."""

from __future__ import annotations

from typing import Annotated, Final, Literal, NotRequired

from pydantic import Field, StringConstraints, with_config
from typing_extensions import TypedDict

from guide.store.schema.words import (
    NODE_ID,
    STRICT,
    Answer,
    CardId,
    Date,
    Duty,
    FactId,
    Guardians,
    Id,
    One,
    Report,
    Some,
    Sources,
    Text,
    Urgency,
)

PLACE_ID: Final = r"^(?:![a-z0-9-]+/)?[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*$"
MOMENT: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$"
HOUR: Final = r"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T)?[0-9]{2}:[0-9]{2}$"
MINUTES: Final = r"^(?:0|[1-9][0-9]{0,3})$"
NUMBER: Final = r"^(?:missing|[0-9]{3,12})$"

PlaceId = Annotated[str, StringConstraints(pattern=PLACE_ID, max_length=200)]
Moment = Annotated[str, StringConstraints(pattern=MOMENT)]
Hour = Annotated[str, StringConstraints(pattern=HOUR)]
Minutes = Annotated[str, StringConstraints(pattern=MINUTES)]
SceneId = Annotated[str, StringConstraints(pattern=NODE_ID, max_length=80)]
Area = Literal["oppdage", "meldeplikt", "foresatte", "kontakt", "frister", "taushetsplikt"]
Mistake = Literal[
    "foresatte_for_tidlig",
    "spurte_ut_barnet",
    "utsatte_meldingen",
    "lovet_taushet",
    "lot_barnet_vaere_alene",
    "konfronterte",
    "delte_for_mye",
]
Said = Annotated[dict[Answer, Text], Field(min_length=1)]
Rest = Annotated[
    dict[Literal["right", "possible", "wrong", "grave"], Text],
    Field(min_length=1, max_length=1),
]


@with_config(STRICT)
class ExpectShape(TypedDict):
    """What a stop must show."""

    node: NotRequired[PlaceId]
    report: NotRequired[Report]
    urgency: NotRequired[Urgency]
    guardians: NotRequired[Guardians]
    duties: NotRequired[list[Duty]]
    service: NotRequired[Id]
    number: NotRequired[Annotated[str, StringConstraints(pattern=NUMBER)]]
    deadlines: NotRequired[dict[Id, Date]]


@with_config(STRICT)
class EndShape(ExpectShape):
    """Where the exercise ends, and what must stand there."""

    node: PlaceId  # type: ignore[misc]


class _Judged(TypedDict):
    """Something to decide."""

    area: NotRequired[Area]
    right: NotRequired[Said]
    possible: NotRequired[Said]
    wrong: NotRequired[Said]
    grave: NotRequired[Said]
    rest: NotRequired[Rest]
    costs: NotRequired[dict[Answer, Minutes]]
    mistake: NotRequired[dict[Answer, Mistake]]
    hint: NotRequired[Text]
    source: NotRequired[Sources]


@with_config(STRICT)
class StepShape(_Judged):
    """A stop of the right way."""

    at: NotRequired[PlaceId]
    fact: NotRequired[FactId]
    alarm: NotRequired[CardId]
    note: NotRequired[dict[Id, Date]]
    tick: NotRequired[list[Id]]
    may: NotRequired[list[Id]]
    why: NotRequired[Text]
    minutes: NotRequired[Minutes]
    until: NotRequired[Hour]
    expect: NotRequired[ExpectShape]


@with_config(STRICT)
class SceneShape(TypedDict):
    """A piece of the story."""

    id: SceneId
    text: Text
    node: NotRequired[PlaceId]
    point: NotRequired[Text]
    time: NotRequired[Hour]


@with_config(STRICT)
class EventShape(_Judged):
    """Something that comes in, often with a question of its own."""

    id: SceneId
    text: Text
    node: NotRequired[PlaceId]
    point: NotRequired[Text]
    time: NotRequired[Hour]
    ask: NotRequired[Text]
    options: NotRequired[Annotated[dict[Answer, Text], Field(min_length=2, max_length=9)]]


@with_config(STRICT)
class ExerciseFile(TypedDict):
    """trees/<pack>/exercises/<exercise>.yaml"""

    format: One
    exercise: CardId
    title: Text
    about: Text
    card: CardId
    setting: NotRequired[Answer]
    level: Literal["lett", "middels", "krevende"]
    areas: Annotated[list[Area], Field(min_length=1)]
    at: Moment
    facts: NotRequired[dict[FactId, Answer]]
    people: Annotated[dict[Text, Text], Field(min_length=1)]
    scenes: Annotated[list[SceneShape], Field(min_length=1)]
    events: NotRequired[list[EventShape]]
    way: Annotated[list[StepShape], Field(min_length=1)]
    elsewhere: NotRequired[list[StepShape]]
    end: EndShape
    discuss: Some
    note: NotRequired[list[Text]]
    source: Sources
