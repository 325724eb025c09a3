"""The texts that a field of the content may hold: patterns, closed lists, lengths.

Every scalar stays text: a shape says which texts are allowed, build.py makes types of them. TypedDicts and patterns
run in pydantic's compiled core alone; models and Python validators cost a load several times as much.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import ConfigDict, Field, StringConstraints

from guide.store.phone import NUMBER as PHONE_NUMBER

STRICT = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)

NODE_ID: Final = r"^[a-z0-9][a-z0-9-]*$"
ID: Final = r"^[a-z0-9][a-z0-9._-]*$"
FACT_ID: Final = r"^[a-z][a-z0-9_]*$"
ANSWER: Final = r"^[a-z0-9_]+$|^[0-9]{1,3}-[0-9]{0,3}$"
PLACE: Final = r"^[a-z0-9-]+/[a-z0-9-]+$"
SOURCE: Final = r"^[a-z][a-z0-9-]*:[a-z0-9][a-z0-9._-]*$"
ANCHOR: Final = r"^[a-z0-9][a-z0-9-]*\.[a-z0-9_-]+$"
DATE: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
NUMBER: Final = r"^[1-9][0-9]{0,2}$"
CASE_KEY: Final = r"^[0-9a-f]{64}$"
PHONE: Final = rf"^(?:missing|{PHONE_NUMBER})$"
AGES: Final = r"^[0-9]{1,3}-[0-9]{0,3}$|^-[0-9]{1,3}$"
WEB: Final = r"^https?://[^\s]+$"
TRUE_ANSWER: Final = r"^[a-z][a-z0-9_]*=[a-z0-9_]+$"

Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
NodeId = Annotated[str, StringConstraints(pattern=NODE_ID, max_length=80)]
Id = Annotated[str, StringConstraints(pattern=ID, max_length=80)]
FactId = Annotated[str, StringConstraints(pattern=FACT_ID, max_length=80)]
Answer = Annotated[str, StringConstraints(pattern=ANSWER, max_length=80)]
CardId = Annotated[str, StringConstraints(pattern=PLACE, max_length=120)]
Source = Annotated[str, StringConstraints(pattern=SOURCE, max_length=120)]
Date = Annotated[str, StringConstraints(pattern=DATE)]
Phone = Annotated[str, StringConstraints(pattern=PHONE)]
Web = Annotated[str, StringConstraints(pattern=WEB, max_length=500)]
YesNo = Literal["ja", "nei"]
One = Literal["1"]
Lines = list[Text]
Some = Annotated[list[Text], Field(min_length=1)]
Sources = Annotated[list[Source], Field(min_length=1)]
Whom = Annotated[dict[Id, Text], Field(min_length=1)]
Ways = Annotated[dict[Answer, NodeId], Field(min_length=1)]

Urgency = Literal["now", "today", "deadline", "routine"]
Report = Literal["must", "with_consent", "discuss", "not_now"]
Guardians = Literal["not_before_advice", "leader_informs_after_advice", "inform_unless", "consent_needed"]
Duty = Literal["avert", "police", "tell_leader_at_once", "tell_leader_now", "tell_owner"]
Effect = Literal[
    "contacts_leader",
    "contacts_guardians",
    "invites_guardians",
    "asks_consent",
    "talks_with_child",
    "holds_meeting",
    "shares_named",
    "discusses_without_name",
    "reports",
    "confronts",
    "leaves_child",
    "closes",
]
