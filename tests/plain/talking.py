"""A talk in memory: lines in from a list or a driver, all that is said kept as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from guide.core.content import ASK, OUTCOME, RECORD, SIGNS
from guide.plain.talk import Talk, command_of
from guide.plain.walk import LineWalk
from guide.service.guide import Guide
from guide.service.present import view
from guide.service.route import Given, _ticked
from guide.service.views import QuestionView

MOST = 2000
"""Lines after which a driver gives up: what is refused would be written for ever."""
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""What is never to be said; a line ends with a newline, and that is all."""


@dataclass
class Heard:
    """What was said so far."""

    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.parts)


def talk_of(lines: Iterable[str]) -> tuple[Talk, Heard]:
    """A talk that hears `lines`, then the end of input."""
    coming, heard = iter(lines), Heard()
    return Talk(lambda: next((f"{line}\n" for line in coming), ""), heard.parts.append), heard


def driven(guide: Guide, card: str, given: Given) -> tuple[LineWalk, Heard]:
    """A line walk that is answered with the facts of `given`, as `route` is, until they leave something open."""
    own = tuple((f, v) for f, v in given.facts.items() if guide.laid(card).facts[f].set_by == "profile")
    made: list[LineWalk] = []
    talk, heard = talk_of(_lines(guide, made, given))
    made.append(LineWalk(guide, guide.begin(card, own), talk))
    try:
        made[0].run()
    except EOFError:
        return made[0], heard
    raise AssertionError


def _lines(guide: Guide, made: list[LineWalk], given: Given) -> Iterator[str]:
    passed = 0
    for _ in range(MOST):
        walk = made[0].walk
        place = walk.place
        if place.kind == given.stop_at:
            return
        if place.kind == ASK:
            value = given.facts.get(place.fact, "")
            if not (value and place.target(value)):
                return
            yield _answer(guide, made[0], value)
        elif place.kind == SIGNS:
            signs = guide.content.lists[place.node.list].signs
            columns = [column for column, _ in guide.content.lists[place.node.list].columns]
            rows = [sign.id for column in columns for sign in signs if sign.column == column]
            yield " ".join(str(rows.index(sign) + 1) for sign in _ticked(guide, place, given)) or "ingen"
        elif place.kind == RECORD:
            today: date = guide.now().date()
            yield from [f"{today:%d.%m.%Y}" if entry.kind == "date" else "" for entry in place.node.fields]
        elif place.kind == OUTCOME and (passed == given.past_count or not place.go):
            return
        else:
            passed += place.kind == OUTCOME
            yield "1"


def _answer(guide: Guide, line_walk: LineWalk, value: str) -> str:
    """The value's words where they can be written, else its number: both are tried over the table."""
    shown = view(guide, line_walk.walk)
    assert isinstance(shown, QuestionView)
    if shown.years:
        return "vet ikke" if value == shown.unknown else value
    number, said = next((i, a.words) for i, a in enumerate(shown.answers, 1) if a.value == value)
    return said if number % 2 and not command_of(said) else str(number)
