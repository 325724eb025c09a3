"""Stores and cases for tests: made quickly (the least Argon2id that is allowed), in a folder of the test."""

from __future__ import annotations

import random
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

from guide.core.content import ASK, OUTCOME, RECORD, SIGNS, Content
from guide.core.record import replace
from guide.core.walk import Walk
from guide.service.cases.cases import Cases
from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.store.cases.cases import CaseStore
from guide.store.cases.crypto import LEAST
from guide.store.cases.open import create

NOON = datetime(2026, 11, 25, 11, tzinfo=UTC)
PHRASE = "fire ord som passer"


def store_in(folder: Path, phrase: str = PHRASE) -> tuple[CaseStore, str]:
    """A new store, and its code."""
    return create(folder / "saker", phrase, NOON, LEAST)


def filled(folder: Path, cases: int = 3, events: int = 4) -> tuple[CaseStore, list[str]]:
    """A new store with cases of a few events."""
    store, _ = store_in(folder)
    names = [
        store.start([f"sak {c} hendelse {e}".encode() for e in range(events)], f"kort {c}", ["v1"], NOON)
        for c in range(cases)
    ]
    store.keep_content("v1", b"kortene")
    return store, names


class Failing:
    """A connection whose n-th statement fails as a disk would."""

    def __init__(self, sql: sqlite3.Connection, left: list[int], code: int) -> None:
        """`left` holds how many things still succeed, and may be shared with other things that fail."""
        self._sql, self._left, self._code = sql, left, code

    def execute(self, query: str, values: object = ()) -> sqlite3.Cursor:
        """Fails once, when it is time."""
        self._left[0] -= 1
        if self._left[0] == 0:
            error = sqlite3.OperationalError("feil på disken")
            error.sqlite_errorcode = self._code
            raise error
        return self._sql.execute(query, values)  # type: ignore[arg-type]

    @property
    def in_transaction(self) -> bool:
        """As the real one."""
        return self._sql.in_transaction

    def close(self) -> None:
        """As the real one."""
        self._sql.close()


class Clock:
    """A clock that the test sets."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """The time."""
        return self.now

    def forward(self, **more: float) -> None:
        """Goes on by so much."""
        self.now += timedelta(**more)


def cases_of(content: Content, folder: Path, clock: Clock | None = None, place: str = "barnehage") -> Cases:
    """Cases over `content`, unlocked, with a new store."""
    cases = locked_cases(content, folder, clock, place)
    cases.create(PHRASE)
    return cases


def locked_cases(content: Content, folder: Path, clock: Clock | None = None, place: str = "barnehage") -> Cases:
    """Cases over `content`, not opened yet."""
    profile = Profile("stange", (("virksomhet", place), ("rolle", "ansatt")))
    return Cases(Guide(content, profile, clock or Clock()), folder / "saker", LEAST)


def any_step(guide: Guide, walk: Walk, dice: random.Random) -> Walk:
    """One more step of a walk, as a person could take it; the walk itself where it has ended."""
    if walk.state.ended:
        return walk
    place, node = walk.place, walk.place.node
    if dice.random() < 0.06 and walk.laid.alarms and not walk.in_alarm:
        return guide.alarm(walk, dice.choice(sorted(walk.laid.alarms)))
    if place.kind == ASK:
        fact = walk.laid.fact(place.fact)
        values = [str(dice.randrange(0, 18)), fact.unknown] if fact.kind == "years" else [v for v, _ in node.answers]
        return guide.answer(walk, dice.choice([value for value in values if place.target(value)]))
    if place.kind == SIGNS:
        signs = [sign.id for sign in guide.content.lists[node.list].signs]
        return guide.tick(walk, dice.sample(signs, dice.randrange(0, 3)))
    if place.kind == RECORD:
        texts = {"date": "2026-11-23", "text": f"notat {dice.randrange(99)}", "role": "styrer"}
        return guide.note(walk, {field.id: texts[field.kind] for field in node.fields})
    if place.kind == OUTCOME:
        return guide.go_on(walk) if place.go else walk
    return guide.done(walk)


def steps(guide: Guide, walk: Walk, number: int, seed: int = 1) -> Walk:
    """A walk after so many steps at random, forwards only."""
    dice = random.Random(seed)
    for _ in range(number):
        walk = any_step(guide, walk, dice)
    return walk


def renamed(content: Content, card: str, old: str, new: str) -> Content:
    """Content in which the node `old` of `card` is called `new`, and says what it was called."""
    own = content.cards[card]
    to = lambda name: new if name == old else name  # noqa: E731
    nodes = {}
    for node in own.nodes.values():
        changed = replace(
            node,
            id=to(node.id),
            go=to(node.go),
            answers=tuple((value, to(name)) for value, name in node.answers),
            exits=tuple((name, to(where)) for name, where in node.exits),
            deadlines=tuple(
                replace(d, start=_anchor(d.start, old, new), on=_anchor(d.on, old, new)) for d in node.deadlines
            ),
            was=(*node.was, old) if node.id == old else node.was,
        )
        nodes[changed.id] = changed
    alarms = tuple((alarm, tuple((name, to(where)) for name, where in exits)) for alarm, exits in own.alarms)
    newer = replace(own, nodes=nodes, start=to(own.start), alarms=alarms)
    return replace(content, cards={**content.cards, card: newer}, sha256=f"{content.sha256}-{new}")


def _anchor(text: str, old: str, new: str) -> str:
    node, dot, field = text.partition(".")
    return f"{new if node == old else node}{dot}{field}"
