"""Made-up situations: rows that say what is answered, walked through the cards as a person would answer.

A row gives `id`, `card` (or several), `pack`, `at` and `facts`; a fact with a list of values is answered so in turn.
With `to_end: ja` it is walked through the weeks to the end of the card, else to its first outcome, its outcome number
`outcome`, or its first stop of the kind `stop`. `each` tries the row once for each of some answers, `alarms` opens
alarms on the way. Shorthand (`svar.yaml`): `keys` are keys of a row that stand for facts, `same` facts that are
answered as another one, `usual` what is answered where a row says nothing, `calm` the same for rows to the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import Any, Final

from guide.core.clock import local, parse
from guide.core.content import Content
from guide.core.findings import Finding
from guide.core.walk import Walk
from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.service.route import Given, route
from guide.service.walking_on import Opened, walk_on

UNFIT: Final = "Raden «{id}» i {file} kan ikke brukes: {why}."
NO_KEY: Final = "«{key}» mangler"
YES: Final = "ja"


class RowError(ValueError):
    """A row that can't be read; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Situation:
    """One situation. `times` gives the answers of a fact in turn, `facts` the first of them.

    `data` is the row as read; its `of` is the id that it has in the file.
    """

    id: str
    card: str
    pack: str
    at: datetime
    facts: Mapping[str, str]
    times: Mapping[str, tuple[str, ...]]
    calm: Mapping[str, str]
    outcome: int = 1
    stop: str = ""
    to_end: bool = False
    alarms: tuple[Opened, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """All situations of a folder, and what could not be read."""

    rows: tuple[Situation, ...]
    findings: tuple[Finding, ...] = ()


def read(folder: Path) -> Table:
    """The situations of a folder, in order. Raises RowError."""
    from guide.store.row_files import read_rows  # yaml: for those who read rows

    found = read_rows(folder)
    rows: list[Situation] = []
    for file, data in found.rows:
        try:
            rows += (_situation(one, found.shorthand) for one in _each(data))
        except KeyError as error:
            raise RowError(
                UNFIT.format(id=data.get("id", ""), file=file, why=NO_KEY.format(key=error.args[0]))
            ) from None
        except (ValueError, TypeError, AttributeError) as error:
            raise RowError(UNFIT.format(id=data.get("id", ""), file=file, why=error)) from None
    return Table(tuple(rows), found.findings)


def walk(content: Content, row: Situation) -> tuple[Guide, Walk]:
    """The walk of a row. Facts that its card does not know are left out: a row may give more than one card asks.

    Raises WalkError, FactError, LayError and StuckError.
    """
    profile = tuple((f, v) for f, v in row.facts.items() if (fact := content.facts.get(f)) and fact.set_by == "profile")
    guide = Guide(content, Profile(row.pack, profile), lambda: row.at)
    if row.to_end:
        return guide, walk_on(guide, row.card, {**_once(row.calm), **row.times}, row.alarms, row.outcome)
    known = {f: v for f, v in row.facts.items() if f in guide.laid(row.card).facts}
    return guide, route(guide, row.card, Given(known, past_count=row.outcome - 1, stop_at=row.stop)).walk


def _each(row: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The row once for each of its cards and for each combination of the answers in its `each`."""
    cards = row["card"] if isinstance(row["card"], list) else [row["card"]]
    given = row.get("each", {})
    for card, *values in product(cards, *given.values()):
        marks = ["til".join(value) if isinstance(value, list) else value for value in values]
        names = [row["id"], *([card.partition("/")[2]] if len(cards) > 1 else []), *marks]
        facts = {**row["facts"], **dict(zip(given, values, strict=True))}
        yield {**row, "id": "-".join(names), "of": row["id"], "card": card, "facts": facts}


def _situation(row: Mapping[str, Any], shorthand: Mapping[str, Any]) -> Situation:
    short: dict[str, str] = {}
    for key, stands_for in shorthand.get("keys", {}).items():
        short |= stands_for.get(row.get(key, ""), {})
    given = {fact: (value,) if isinstance(value, str) else tuple(value) for fact, value in row["facts"].items()}
    same = {fact: given[other] for fact, other in shorthand.get("same", {}).items() if other in given}
    to_end = row.get("to_end") == YES
    times = {**same, **given, **_once(short)}
    first = {fact: values[0] for fact, values in times.items()}
    return Situation(
        id=row["id"],
        card=row["card"],
        pack=row["pack"],
        at=local(parse(row["at"])),
        facts=first if to_end else {**shorthand.get("usual", {}), **first},
        times=times,
        calm=shorthand.get("calm", {}),
        outcome=int(row.get("outcome", "0" if to_end else "1")),
        stop=row.get("stop", ""),
        to_end=to_end,
        alarms=tuple(Opened(a["card"], a["at"], int(a.get("nth", "1"))) for a in row.get("alarms", ())),
        data=row,
    )


def _once(facts: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {fact: (value,) for fact, value in facts.items()}
