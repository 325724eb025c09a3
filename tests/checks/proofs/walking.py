"""The lines of a finding, walked by the real walk as a person would do what they say."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from guide.checks.proofs.shortest import ANSWERED, ARRIVED, DONE, NOT_TICKED, NOTED, TICKED, WENT_ON
from guide.checks.proofs.way import CAME, OPENED
from guide.core.content import ASK, OUTCOME, RECORD, SIGNS, TASK, Content
from guide.core.lay import lay
from guide.core.walk import Walk, begin

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
AGES = ("0", "6", "10", "11", "12", "13", "14", "16", "17", "18", "24", "vet_ikke")


def walked(walk: Walk, lines: tuple[str, ...]) -> Walk:
    """Does on the real walk what the lines say, one by one."""
    for line in lines[:-1]:
        place = walk.place
        text = place.node.text
        if place.kind == ASK:
            fact = walk.laid.facts[place.fact]
            values = [value for value in (*place.edges, *AGES) if place.target(value)]
            value = next(v for v in values if ANSWERED.format(answer=fact.words(v), question=text) == line)
            walk = walk.answer(value, NOON)
        elif place.kind == SIGNS:
            walk = walk.tick(_ticked(walk, line), NOON)
        elif place.kind == TASK and line == DONE.format(question=text):
            walk = walk.done(NOON)
        elif place.kind == RECORD and line == NOTED.format(question=text):
            walk = walk.note({}, NOON)
        elif place.kind == OUTCOME and line == WENT_ON.format(question=text):
            walk = walk.go_on(NOON)
        else:
            pytest.fail(f"{place.id}: {line}")
    text = walk.place.node.text
    assert lines[-1] in (ARRIVED.format(question=text), CAME.format(text=text))
    return walk


def walked_to(content: Content, card: str, lines: tuple[str, ...], virksomhet: str = "") -> str:
    """The stop that the lines lead to, from the start of the card or through one of its alarms."""
    profile = (("virksomhet", virksomhet),) if virksomhet else ()
    walk = begin(lay(content, card), content.lists, profile)
    for alarm in walk.laid.alarms:
        if lines[0] == OPENED.format(title=content.cards[alarm].title):
            return walked(walk.alarm(alarm, NOON), lines[1:]).place.id
    return walked(walk, lines).place.id


def _ticked(walk: Walk, line: str) -> tuple[str, ...]:
    """The signs that give the facts of the line, one a fact."""
    text = walk.place.node.text
    if line == NOT_TICKED.format(question=text):
        return ()
    signs = walk.lists[walk.place.node.list]
    said = line.removeprefix(TICKED.format(question=text, facts=""))
    marks = [mark for fact, mark in signs.sets if walk.laid.facts[fact].about in said.split(", ")]
    return tuple(next(s.id for s in signs.signs if mark in s.points_at and len(s.points_at) == 1) for mark in marks)
