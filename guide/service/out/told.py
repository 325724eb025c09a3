"""What a walk has been told, sorted by what it is: seen, heard, thought, done, and the rest. Days are Oslo dates.

The content says which field of a record is what (`tells`, docs/format.md). What a card doesn't say goes to `left`, so
that nothing that somebody wrote is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from guide.core.clock import local
from guide.core.content import ASK, RECORD, TELLS, Field
from guide.core.record import record
from guide.core.walk import ANSWER, DONE, NOTE, TICK, Move, Walk
from guide.service.dates import write_date
from guide.service.guide import Guide

SINCE, SEEN, HEARD, THOUGHT, MADE, EFFECT, GOAL, NEXT = TELLS
LEFT, TASK = "left", "task"
"""Fields of which the content doesn't say what they tell; tasks that were done."""


@record
class Piece:
    """Something that was told: on which day (23.11.2026), what was asked for, and what was written or answered."""

    day: str
    label: str
    text: str
    kind: str = ""
    fact: str = ""


@record
class Told:
    """All of it, each in the order of the way, the same thing written twice told once. `signs` are those ticked."""

    pieces: tuple[Piece, ...]
    signs: tuple[Piece, ...]
    answers: tuple[Piece, ...]
    roles: tuple[tuple[str, str], ...]

    def of(self, *kinds: str) -> tuple[Piece, ...]:
        """The pieces of these kinds."""
        return tuple(piece for piece in self.pieces if piece.kind in kinds)


def told(guide: Guide, walk: Walk) -> Told:
    """What `walk` has been told so far."""
    pieces, signs, roles = list[Piece](), list[Piece](), dict[str, str]()
    answers = dict[str, Piece]()
    for move in walk.moves:
        if move.kind == NOTE:
            pieces += _record(walk, move)
            roles |= dict(_roles(walk, move))
        elif move.kind == TICK:
            signs += _signs(guide, walk, move)
        elif move.kind == ANSWER:
            fact, piece = _answer(walk, move)
            if piece.kind == EFFECT:
                pieces.append(piece)
            else:
                answers.pop(fact, None)  # the last answer stands, where it was given last
                answers[fact] = piece
        elif move.kind == DONE:
            pieces.append(Piece(day_of(move.when), "", walk.laid.nodes[move.node].node.text, TASK))
    return Told(_once(pieces), _once(signs), tuple(answers.values()), tuple(roles.items()))


def _once(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Without what stands written again as it was; a task or what came of it is told for each day."""
    found = dict[tuple[str, ...], Piece]()
    for piece in pieces:
        day = piece.day if piece.kind in (TASK, EFFECT) else ""
        found.setdefault((piece.label, piece.text, piece.kind, day), piece)
    return tuple(found.values())


def day_of(when: datetime) -> str:
    """«23.11.2026», in Oslo."""
    return write_date(local(when).date().isoformat())


def _fields(walk: Walk, move: Move) -> Iterator[tuple[Field, str]]:
    place = walk.laid.nodes[move.node]
    known = {f.id: f for f in place.node.fields} if place.kind == RECORD else {}
    for name, text in move.fields:
        if text.strip():
            yield known.get(name, Field(name, "text", name)), text


def _record(walk: Walk, move: Move) -> Iterator[Piece]:
    """The fields with text; a date that only says when the rest was is the day of the rest."""
    fields = list(_fields(walk, move))
    dates = [text for f, text in fields if f.kind == "date" and (f.default or f.tells == SINCE)]
    day = write_date(dates[0]) if dates else day_of(move.when)
    for f, text in fields:
        if f.kind == "role" or (f.kind == "date" and not f.tells):
            continue
        yield Piece(day, f.label, write_date(text) if f.kind == "date" else text, f.tells or LEFT)


def _roles(walk: Walk, move: Move) -> Iterator[tuple[str, str]]:
    return ((f.label, text) for f, text in _fields(walk, move) if f.kind == "role")


def _signs(guide: Guide, walk: Walk, move: Move) -> Iterator[Piece]:
    signs = guide.content.lists.get(walk.laid.nodes[move.node].node.list)
    ticked = [sign.text for sign in signs.signs if sign.id in move.ticked] if signs else []
    return (Piece(day_of(move.when), "", text, SEEN) for text in ticked)


def _answer(walk: Walk, move: Move) -> tuple[str, Piece]:
    place = walk.laid.nodes[move.node]
    if place.kind != ASK or not place.fact:
        return move.node, Piece(day_of(move.when), place.node.text, move.answer)
    fact = walk.laid.fact(place.fact)
    return fact.id, Piece(day_of(move.when), place.node.text, fact.words(move.answer), fact.tells, fact.id)
