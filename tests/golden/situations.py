"""The golden table: its rows, and how what they expect is compared with what the cards show.

How a row is read and walked is `guide.service.situations`; what is understood without being said is in svar.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final

from guide.core.contacts import answers_now
from guide.core.content import Content
from guide.service import situations
from guide.service.guide import Guide
from guide.service.route import Route
from tests.golden.walking import effects, outcomes, shown

FOLDER: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Situation(situations.Situation):
    """One row of the table. `expect` holds only what the plan and the law decide."""

    title: str = ""
    expect: dict[str, Any] = field(default_factory=dict)
    source: tuple[str, ...] = ()
    why: str = ""
    of: str = ""


def read(folder: Path = FOLDER) -> tuple[Situation, ...]:
    """All rows, in order; those that walk on to the end come last."""
    table = situations.read(folder)
    assert not table.findings
    return tuple(map(_situation, table.rows))


def _situation(row: situations.Situation) -> Situation:
    own = {part.name: getattr(row, part.name) for part in fields(situations.Situation)}
    data = row.data
    return Situation(
        **own,
        title=data["title"],
        expect=data["expect"],
        source=tuple(data["source"]),
        why=data["why"],
        of=data["of"],
    )


def walk(content: Content, row: Situation) -> tuple[Guide, Route]:
    """What a row's walk shows where it stops."""
    guide, walked = situations.walk(content, row)
    return guide, shown(guide, walked)


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
