"""The golden table: its rows, and how one is walked and compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import yaml

from guide.core.clock import local, parse
from guide.core.contacts import answers_now
from guide.core.content import Content
from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.service.route import Given, Route, route

TABLE: Final = Path(__file__).with_name("situations.yaml")

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


def read(path: Path = TABLE) -> tuple[Situation, ...]:
    """All rows, in order. Every scalar is text."""
    rows = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506  (plain text only)
    return tuple(_situation(row) for row in rows)


def _situation(row: dict[str, Any]) -> Situation:
    extra = {
        **ROWS.get(row.get("row", ""), {}),
        **COMES.get(row.get("kommer", ""), {}),
        **DOUBT.get(row.get("tvil", ""), {}),
    }
    raad = {"raad_svar_igjen": row["facts"][RAAD]} if RAAD in row["facts"] else {}
    return Situation(
        id=row["id"],
        title=row["title"],
        card=row["card"],
        pack=row["pack"],
        at=local(parse(row["at"])),
        facts={**USUAL, **raad, **row["facts"], **extra},
        expect=row["expect"],
        source=tuple(row["source"]),
        why=row["why"],
        outcome=int(row.get("outcome", "1")),
        stop=row.get("stop", ""),
    )


def walk(content: Content, row: Situation) -> tuple[Guide, Route]:
    """The route of a row. Facts that its card does not know are left out: a row may give more than one card asks."""
    facts = {f: v for f, v in row.facts.items() if content.facts.get(f) and content.facts[f].set_by == "profile"}
    guide = Guide(content, Profile(row.pack, tuple(facts.items())), lambda: row.at)
    known = {f: v for f, v in row.facts.items() if f in guide.laid(row.card).facts}
    return guide, route(guide, row.card, Given(known, past_count=row.outcome - 1, stop_at=row.stop))


def differences(found: Route, row: Situation) -> list[str]:
    """What the row expects and the route does not give, a line each; empty when all is as it should be."""
    expect, wrong = row.expect, []
    if not row.stop and found.status != "outcome":
        return [f"stops at {found.place.id} ({found.place.kind} {found.place.fact})"]
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
