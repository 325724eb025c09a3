"""The golden table: its rows, and how one is walked and compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import Any, Final

import yaml

from guide.core.clock import local, parse
from guide.core.contacts import answers_now
from guide.core.content import Content
from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.service.route import Given, Route, route
from tests.golden.walking import Opened, effects, outcomes, shown, walk_on

TABLE: Final = Path(__file__).with_name("situations.yaml")
WEEKS: Final = Path(__file__).with_name("weeks.yaml")

ROWS: Final = {
    "meldeplikt": {"hvem_tema": "plikt"},
    "psykisk-helse": {"hvem_tema": "psykisk", "hvem_psykisk": "psykisk"},
    "utvikling": {"hvem_tema": "utvikling", "hvem_utvikling": "utvikling"},
    "skolefravaer": {"hvem_tema": "psykisk", "hvem_psykisk": "fravaer"},
    "mobbing": {"hvem_tema": "mobbing"},
    "funksjonshemming": {"hvem_tema": "utvikling", "hvem_utvikling": "funksjon"},
    "overgrep": {"hvem_tema": "hjemme", "hvem_hjemme": "overgrep"},
    "foreldrekonflikt": {"hvem_tema": "familie", "hvem_familie": "konflikt"},
    "hjelpetiltak": {"hvem_tema": "familie", "hvem_familie": "hjelpetiltak"},
    "samordning": {"hvem_tema": "familie", "hvem_familie": "samordning"},
    "omsorgssvikt": {"hvem_tema": "hjemme", "hvem_hjemme": "omsorg"},
    "kriminalitet-system": {"hvem_tema": "rus", "hvem_rus": "system"},
    "kriminalitet-individ": {"hvem_tema": "rus", "hvem_rus": "barn"},
    "rus-svangerskap": {"hvem_tema": "rus", "hvem_rus": "gravid"},
}
"""Facts of ringsaker/hvem for each row of the plan's table 8.1."""

COMES: Final = {who: {"hvem_henter": who} for who in ("voldelig", "ruset", "ukjent", "ingen", "vet_ikke")}
"""Facts of felles/henting for who comes."""

DOUBT: Final = {
    "fare": {"fare_i_dag": "ja", "kan_ikke_vente": "nei"},
    "ikke_fare": {"fare_i_dag": "nei", "kan_ikke_vente": "nei"},
}
"""Facts of felles/tvil for the exit that its questions are to lead to."""

RAAD: Final = "raad_melding"
"""What child welfare said; felles/raad asks once more, as a fact of its own, when nobody has rung yet."""

USUAL: Final = {"krenket_av_voksen": "nei"}
"""Facts local to one card that a row answers so unless it says otherwise."""


@dataclass(frozen=True, slots=True)
class Situation:
    """One row of the table. `expect` holds only what the plan and the law decide."""

    id: str
    title: str
    card: str
    pack: str
    at: datetime
    facts: dict[str, str]
    expect: dict[str, Any]
    source: tuple[str, ...]
    why: str
    outcome: int = 1
    stop: str = ""
    to_end: bool = False
    times: dict[str, tuple[str, ...]] = field(default_factory=dict)
    alarms: tuple[Opened, ...] = ()
    of: str = ""


def read(*paths: Path) -> tuple[Situation, ...]:
    """All rows, in order; those that walk on to the end come last. Every scalar is text."""
    texts = (path.read_text(encoding="utf-8") for path in paths or (TABLE, WEEKS))
    rows = [yaml.load(text, Loader=yaml.CBaseLoader) for text in texts]  # noqa: S506  (plain text only)
    return tuple(_situation(one) for file in rows for row in file for one in _each(row))


def _each(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The row once for each of its cards and for each combination of the answers in its `each`."""
    cards = row["card"] if isinstance(row["card"], list) else [row["card"]]
    given = row.get("each", {})
    for card, *values in product(cards, *given.values()):
        marks = ["til".join(value) if isinstance(value, list) else value for value in values]
        names = [row["id"], *([card.partition("/")[2]] if len(cards) > 1 else []), *marks]
        facts = {**row["facts"], **dict(zip(given, values, strict=True))}
        yield {**row, "id": "-".join(names), "of": row["id"], "card": card, "facts": facts}


def _situation(row: dict[str, Any]) -> Situation:
    extra = {
        **ROWS.get(row.get("row", ""), {}),
        **COMES.get(row.get("kommer", ""), {}),
        **DOUBT.get(row.get("tvil", ""), {}),
    }
    given = {fact: (value,) if isinstance(value, str) else tuple(value) for fact, value in row["facts"].items()}
    to_end = row.get("to_end") == "ja"
    raad = {"raad_svar_igjen": given[RAAD]} if RAAD in given else {}
    times = {**raad, **given, **{fact: (value,) for fact, value in extra.items()}}
    first = {fact: values[0] for fact, values in times.items()}
    return Situation(
        id=row["id"],
        title=row["title"],
        card=row["card"],
        pack=row["pack"],
        at=local(parse(row["at"])),
        facts=first if to_end else {**USUAL, **first},
        expect=row["expect"],
        source=tuple(row["source"]),
        why=row["why"],
        outcome=int(row.get("outcome", "0" if to_end else "1")),
        stop=row.get("stop", ""),
        to_end=to_end,
        times=times,
        of=row["of"],
        alarms=tuple(Opened(a["card"], a["at"], int(a.get("nth", "1"))) for a in row.get("alarms", ())),
    )


def walk(content: Content, row: Situation) -> tuple[Guide, Route]:
    """The route of a row. Facts that its card does not know are left out: a row may give more than one card asks."""
    facts = {f: v for f, v in row.facts.items() if content.facts.get(f) and content.facts[f].set_by == "profile"}
    guide = Guide(content, Profile(row.pack, tuple(facts.items())), lambda: row.at)
    if row.to_end:
        return guide, shown(guide, walk_on(guide, row.card, row.times, row.alarms, row.outcome))
    known = {f: v for f, v in row.facts.items() if f in guide.laid(row.card).facts}
    return guide, route(guide, row.card, Given(known, past_count=row.outcome - 1, stop_at=row.stop))


def differences(guide: Guide, found: Route, row: Situation) -> list[str]:
    """What the row expects and the route does not give, a line each; empty when all is as it should be."""
    if not row.stop and found.status != "outcome":
        return [f"stops at {found.place.id} ({found.place.kind} {found.place.fact})"]
    return _at(found, row.expect) + (_on_the_way(guide, found, row.expect) if row.to_end else [])


def _on_the_way(guide: Guide, found: Route, expect: dict[str, Any]) -> list[str]:
    """What was to come and what was not to come before the end."""
    passed, done, wrong = list(outcomes(guide, found.walk)), effects(found.walk), []
    left = list(passed)
    for wanted in expect.get("on_the_way", ()):
        while left and _at(left[0], wanted):
            left.pop(0)
        if not left:
            wrong.append(f"on_the_way: {wanted} not among {[p.place.id for p in passed]}")
            break
        left.pop(0)
    seen = {route.place.node.guardians for route in passed}
    wrong += [f"not_guardians: {value}" for value in expect.get("not_guardians", ()) if value in seen]
    wrong += [f"does: {effect}" for effect in expect.get("does", ()) if effect not in done]
    wrong += [f"not_does: {effect}" for effect in expect.get("not_does", ()) if effect in done]
    for first, later in expect.get("order", ()):
        if first not in done or (later in done and done.index(first) > done.index(later)):
            wrong.append(f"order: {first} before {later}")
    return wrong


def _at(found: Route, expect: dict[str, Any]) -> list[str]:
    """What one outcome or task was to show and does not."""
    wrong: list[str] = []
    node = found.place.node
    got: dict[str, Any] = {"urgency": node.urgency, "report": node.report, "guardians": node.guardians}
    if found.contacts:
        got["first"], got["state"] = found.contacts[0].service, found.contacts[0].state
    for key in ("urgency", "report", "guardians", "first", "state"):
        allowed = expect.get(key)
        if allowed is not None and got.get(key) not in (allowed if isinstance(allowed, list) else [allowed]):
            wrong.append(f"{key}: {got.get(key)}, not {allowed}")
    wrong += _sets(found, expect)
    if "number" in expect:
        line = answers_now(found.contacts)
        number, wanted = _digits(line.phone if line else ""), _digits(expect["number"])
        if number != wanted:
            wrong.append(f"number: {number or None}, not {wanted or None}")
    if due := expect.get("deadline"):
        dates = {(d.id, d.due.isoformat() if d.due else "") for d in found.deadlines}
        if (due["id"], due["due"]) not in dates:
            wrong.append(f"deadline: {sorted(dates)}, not {due}")
    return wrong


def _sets(found: Route, expect: dict[str, Any]) -> list[str]:
    services = {line.service for line in found.contacts}
    pairs = (
        ("duties", set(expect.get("duties", ())) - set(found.duties)),
        ("not_duties", set(expect.get("not_duties", ())) & set(found.duties)),
        ("includes", set(expect.get("includes", ())) - services),
        ("excludes", set(expect.get("excludes", ())) & services),
    )
    return [f"{key}: {', '.join(sorted(wrong))}" for key, wrong in pairs if wrong]


def _digits(text: str) -> str:
    return "" if text == "null" else "".join(c for c in text if c.isdigit())
