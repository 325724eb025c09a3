"""Which nodes, answers and outcomes of the cards some situations and exercises walk, and which they leave out.

A node of a shared card counts wherever it is laid in. Of questions each answer counts; turns that nobody sees count as
nodes, not by their answers: some of these can't be taken in a card that has asked already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from guide.core.content import ASK, OUTCOME, Card, Content
from guide.core.exercise import Exercise
from guide.core.exercise_fit import Fit, fit
from guide.core.lay import LayError
from guide.core.step import StuckError
from guide.core.walk import WalkError
from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.service.route import FactError
from guide.service.situations import Situation, walk
from guide.service.walking_on import NoEndError, trail

HEAD: Final = f"{'Kort':<24}{'noder':>12}{'svar':>12}{'utfall':>12}"
ROW: Final = "{card:<24}{nodes:>12}{answers:>12}{outcomes:>12}"
PART: Final = "{walked}/{all}"
ALL: Final = "Alt"
NODE: Final = "{place}: ingen situasjon kommer til «{node}»."
ANSWER: Final = "{place}: ingen situasjon svarer «{answer}» på «{node}»."
UNWALKABLE: Final = "Situasjonen «{row}» kan ikke gås: {why}."
STALE: Final = "Øvelsen «{exercise}» passer ikke til kortet. Kjør «tiltakskort exercise run»."
WHOLE: Final = "Alt er gått: {rows} situasjoner og {exercises} øvelser."
PARTLY: Final = "{percent} % er gått av {rows} situasjoner og {exercises} øvelser. Ikke gått: {missing}."

Place = Callable[[str, str], tuple[str, int]]
"""A card and a node of its own → the file and the line."""


@dataclass(frozen=True, slots=True)
class Part:
    """How many of a kind there are, and how many of them are walked."""

    walked: int
    all: int

    @property
    def whole(self) -> bool:
        """Whether none is left out."""
        return self.walked == self.all


@dataclass(frozen=True, slots=True)
class Covered:
    """One card. What is left out is named by node, or by (node, answer)."""

    card: str
    nodes: Part
    answers: Part
    outcomes: Part
    left_nodes: tuple[str, ...]
    left_answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """All cards, the numbers of situations and exercises, those that can't be walked, and exercises that don't fit."""

    cards: tuple[Covered, ...]
    rows: int
    unwalkable: tuple[tuple[str, str], ...] = ()
    exercises: int = 0
    stale: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether every node and answer of every card is walked, by situations that can be walked."""
        left = any(card.left_nodes or card.left_answers for card in self.cards)
        return not left and not self.unwalkable and not self.stale


def cover(content: Content, rows: Iterable[Situation], exercises: Iterable[Exercise] = ()) -> Coverage:
    """What `rows` and the right ways of `exercises` walk of all cards."""
    walked: set[tuple[str, str, str]] = set()
    unwalkable: list[tuple[str, str]] = []
    number = 0
    for row in rows:
        number += 1
        try:
            guide, done = walk(content, row)
        except (NoEndError, FactError, LayError, StuckError, WalkError) as error:
            unwalkable.append((row.id, str(error)))
            continue
        places = done.laid.nodes
        walked |= {(places[at].card, places[at].node.id, key) for at, key in trail(guide, done)}
    fits = [fit(content, exercise) for exercise in exercises]
    for one in fits:
        walked |= set(walked_by(content, one))
    cards = tuple(_covered(card, walked) for card in content.cards.values())
    stale = tuple(one.exercise.id for one in fits if not one.whole)
    return Coverage(cards, number, tuple(unwalkable), len(fits), stale)


def walked_by(content: Content, one: Fit) -> Iterator[tuple[str, str, str]]:
    """(card, node, answer) of all that the right way of an exercise passes, as far as it fits."""
    if one.play is None:
        return
    exercise, at = one.exercise, one.play.clock
    guide = Guide(content, Profile(exercise.pack, exercise.profile), lambda: at)
    places = one.play.walk.laid.nodes
    for node, key in trail(guide, one.play.walk):
        yield places[node].card, places[node].node.id, key


def _covered(card: Card, walked: set[tuple[str, str, str]]) -> Covered:
    seen = {node for name, node, _ in walked if name == card.id}
    outcomes = [node.id for node in card.nodes.values() if node.kind == OUTCOME]
    answers = [(node.id, key) for node in card.nodes.values() if node.kind == ASK for key, _ in node.answers]
    left_nodes = tuple(node for node in card.nodes if node not in seen)
    left_answers = tuple((node, key) for node, key in answers if (card.id, node, key) not in walked)
    return Covered(
        card.id,
        Part(len(card.nodes) - len(left_nodes), len(card.nodes)),
        Part(len(answers) - len(left_answers), len(answers)),
        Part(sum(node in seen for node in outcomes), len(outcomes)),
        left_nodes,
        left_answers,
    )


def as_text(found: Coverage, place: Place) -> Iterator[str]:
    """A table, and a line for each node and answer that is left out."""
    yield HEAD
    for card in found.cards:
        yield _row(card.card, card.nodes, card.answers, card.outcomes)
    yield _row(ALL, *totals(found))
    yield ""
    for row, why in found.unwalkable:
        yield UNWALKABLE.format(row=row, why=why)
    for exercise in found.stale:
        yield STALE.format(exercise=exercise)
    for card in found.cards:
        for node in card.left_nodes:
            yield NODE.format(place=_where(place, card.card, node), node=node)
        for node, answer in card.left_answers:
            yield ANSWER.format(place=_where(place, card.card, node), node=node, answer=answer)
    if found.whole:
        yield WHOLE.format(rows=found.rows, exercises=found.exercises)
    else:
        nodes, answers, _ = totals(found)
        all_of_it, walked = nodes.all + answers.all, nodes.walked + answers.walked
        percent = 100 * walked // all_of_it if all_of_it else 0
        missing = all_of_it - walked
        yield PARTLY.format(percent=percent, rows=found.rows, exercises=found.exercises, missing=missing)


def as_data(found: Coverage, place: Place) -> dict[str, Any]:
    """The same as data for JSON."""
    return {
        "whole": found.whole,
        "situations": found.rows,
        "exercises": found.exercises,
        "stale": list(found.stale),
        "unwalkable": [{"situation": row, "why": why} for row, why in found.unwalkable],
        "cards": [
            {
                "card": card.card,
                **{kind: {"walked": part.walked, "all": part.all} for kind, part in _parts(card)},
                "left": [
                    {"node": node, "answer": answer or None, "file": file, "line": line or None}
                    for node, answer in (*((node, "") for node in card.left_nodes), *card.left_answers)
                    for file, line in (place(card.card, node),)
                ],
            }
            for card in found.cards
        ],
    }


def totals(found: Coverage) -> tuple[Part, Part, Part]:
    """Nodes, answers and outcomes of all cards together."""
    columns = zip(*((card.nodes, card.answers, card.outcomes) for card in found.cards), strict=True)
    sums = [Part(sum(part.walked for part in column), sum(part.all for part in column)) for column in columns]
    nodes, answers, outcomes = sums or [Part(0, 0)] * 3
    return nodes, answers, outcomes


def _parts(card: Covered) -> tuple[tuple[str, Part], ...]:
    return ("nodes", card.nodes), ("answers", card.answers), ("outcomes", card.outcomes)


def _row(name: str, *parts: Part) -> str:
    nodes, answers, outcomes = (PART.format(walked=part.walked, all=part.all) for part in parts)
    return ROW.format(card=name, nodes=nodes, answers=answers, outcomes=outcomes)


def _where(place: Place, card: str, node: str) -> str:
    file, line = place(card, node)
    return f"{file}:{line}" if line else file
