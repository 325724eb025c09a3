"""What an outcome below the duty to report offers: measures that fit what the walk has established (ADR 0021)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from guide.core.content import OUTCOME, Content
from guide.core.lay import Place
from guide.core.lists import Topic
from guide.core.progress import owed
from guide.core.walk import Walk
from guide.service.guide import Guide
from guide.service.measures.measures import Group, Wanted, find

STAFF: Final = "staff"


def offers(walk: Walk, place: Place) -> bool:
    """Whether an outcome may offer measures: never where one must report, or has been told so in this round, nor where
    it is urgent now."""
    node = place.node
    return place.kind == OUTCOME and node.report != "must" and node.urgency != "now" and not owed(walk, place)


def wanted_for(content: Content, walk: Walk, place: Place) -> Wanted:
    """What to look for at an outcome: the topics of what is known, and the child's age where it is known.

    Where guardians must not know yet, only what staff can use by themselves: most measures are for the family, and one
    who thinks of them may speak to it.
    """
    known = walk.state.known
    age = known.get("alder", "")
    return Wanted(
        age=int(age) if age.isdigit() else None,
        topics=tuple(topic.id for topic in content.topics.values() if _is_topic(topic, known)),
        whom=STAFF if place.node.guardians == "not_before_advice" else "",
    )


def offered(guide: Guide, walk: Walk, place: Place) -> tuple[Group, ...]:
    """The measures that an outcome offers; none where it may offer none, nothing known is a topic, or nothing fits."""
    if not offers(walk, place):
        return ()
    wanted = wanted_for(guide.content, walk, place)
    return find(guide.content, guide.profile.pack, wanted) if wanted.topics else ()


def count_for(guide: Guide, walk: Walk, place: Place) -> int:
    """How many measures the outcome offers."""
    return sum(len(group.measures) for group in offered(guide, walk, place))


def _is_topic(topic: Topic, known: Mapping[str, str]) -> bool:
    return any(known.get(fact) in values for fact, values in topic.facts)
