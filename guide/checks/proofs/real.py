"""A walk that a search has found: walked by `core.walk`, and told as a person walks it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from guide.checks.proofs.graph import Graph
from guide.checks.proofs.shortest import ANSWERED, ARRIVED, DONE, NOT_TICKED, NOTED, TICKED, WENT_ON
from guide.checks.proofs.way import CAME
from guide.core.content import ASK, OUTCOME, RECORD, SIGNS, TASK, Content, Pairs, SignList
from guide.core.walk import Walk, begin

OPENED = "!"
"""In place of a value: `!felles/vold` opens the alarm at the node."""
Step = tuple[int, str]
"""A node, and what was taken there: an answer, ticks as `fact=value …`, an alarm, or nothing."""
OPENED_AT = "Åpne «{title}» med tasten for det, mens du står ved «{question}»"
NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Real:
    """A way that can be walked: what is known from the start, and what a person gives, stop by stop."""

    profile: Pairs
    moves: tuple[Step, ...]
    """(node, answer, ticks, `!card` for an alarm, or nothing)."""
    end: int
    """The node that it ends at."""


def walked(graph: Graph, lists: Mapping[str, SignList], real: Real) -> Iterator[tuple[Walk, str, str]]:
    """The walk itself, through `core.walk`: each stop, with the fact and the answer that led there."""
    walk = begin(graph.laid, lists, real.profile)
    yield walk, "", ""
    for index, value in real.moves:
        place = graph.vertices[index].place
        fact = said = ""
        if value.startswith(OPENED):
            walk = walk.alarm(value[1:], NOON)
        elif place.kind == ASK:
            walk, fact, said = walk.answer(value, NOON), place.fact, value
        elif place.kind == SIGNS:
            walk = walk.tick(_signs(lists[place.node.list], value), NOON)
        elif place.kind == RECORD:
            walk = walk.note({f.id: NOON.date().isoformat() for f in place.node.fields if f.kind == "date"}, NOON)
        else:
            walk = walk.done(NOON) if place.kind == TASK else walk.go_on(NOON)
        yield walk, fact, said


def _signs(signs: SignList, value: str) -> list[str]:
    """Signs that say together what `value` says."""
    wanted = dict(pair.split("=") for pair in value.split())
    allowed = {mark for fact, mark in signs.sets if wanted[fact] == "ja"}
    known = {mark for _, mark in signs.sets}
    return [sign.id for sign in signs.signs if (marks := set(sign.points_at) & known) and marks <= allowed]


def lines(content: Content, graph: Graph, real: Real) -> tuple[str, ...]:
    """The walk as a person walks it, a Norwegian line a step."""
    return (*(_line(content, graph, index, value) for index, value in real.moves), _last(graph, real.end))


def _line(content: Content, graph: Graph, index: int, value: str) -> str:
    place = graph.vertices[index].place
    question, facts = place.node.text, graph.laid.facts
    if value.startswith(OPENED):
        return OPENED_AT.format(title=content.cards[value[1:]].title, question=question)
    if place.kind == ASK:
        return ANSWERED.format(answer=facts[place.fact].words(value), question=question)
    if place.kind == SIGNS:
        said = [
            facts[fact].about for fact, _, answer in (pair.partition("=") for pair in value.split()) if answer == "ja"
        ]
        return TICKED.format(question=question, facts=", ".join(said)) if said else NOT_TICKED.format(question=question)
    return {TASK: DONE, RECORD: NOTED, OUTCOME: WENT_ON}[place.kind].format(question=question)


def _last(graph: Graph, end: int) -> str:
    place = graph.vertices[end].place
    return (ARRIVED if place.kind == OUTCOME else CAME).format(question=place.node.text, text=place.node.text)
