"""What an outcome below the duty to report offers: measures that fit what the walk has established (ADR 0021)."""

from __future__ import annotations

from collections.abc import Mapping

from guide.core.content import OUTCOME, Content
from guide.core.lay import Place
from guide.core.lists import Topic
from guide.core.progress import owed
from guide.core.walk import Walk
from guide.service.guide import Guide
from guide.service.measures import Wanted, find


def offers(walk: Walk, place: Place) -> bool:
    """Whether an outcome may offer measures.

    Never where one must report or has been told so in this round, where it is urgent now, or where guardians must not
    know: most measures are for the family, and one who thinks of them may speak to it.
    """
    node = place.node
    return (
        place.kind == OUTCOME
        and node.report != "must"
        and node.urgency != "now"
        and node.guardians != "not_before_advice"
        and not owed(walk, place)
    )


def wanted_for(content: Content, walk: Walk) -> Wanted:
    """What to look for after a walk: its topics by the facts, and the child's age where it is known."""
    known = walk.state.known
    age = known.get("alder", "")
    return Wanted(
        age=int(age) if age.isdigit() else None,
        topics=tuple(topic.id for topic in content.topics.values() if _is_topic(topic, known)),
    )


def count_for(guide: Guide, walk: Walk, place: Place) -> int:
    """How many measures the outcome offers, 0 where it may offer none or the municipality has none that fit."""
    if not offers(walk, place):
        return 0
    wanted = wanted_for(guide.content, walk)
    return sum(len(group.measures) for group in find(guide.content, guide.profile.pack, wanted))


def _is_topic(topic: Topic, known: Mapping[str, str]) -> bool:
    return any(known.get(fact) in values for fact, values in topic.facts)
