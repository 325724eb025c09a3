"""What a situation expects, and what its walk has not given: its `expect`, compared with what is shown on the way.

The keys are those of tests/golden/README.md. Nothing here knows how a row is read or walked (`situations`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from guide.core.contacts import answers_now
from guide.core.content import ASK, OUTCOME, RECORD, SIGNS
from guide.core.invariants import Watch, binding
from guide.core.progress import deadlines
from guide.core.walk import ANSWER, Walk
from guide.service.contact_words import lines_for
from guide.service.guide import Guide
from guide.service.route import Route
from guide.service.situations import Situation
from guide.service.walking_on import repeated


def stops(guide: Guide, walk: Walk) -> Iterator[tuple[Walk, str, str]]:
    """The walk at every stop on its way, the last included, with the fact and value whose answer led there."""
    again, fact, value = guide.begin(walk.laid.card.id, walk.profile), "", ""
    for move in walk.moves:
        yield again, fact, value
        fact, value = (again.place.fact, move.answer) if move.kind == ANSWER else ("", "")
        again = repeated(guide, again, move)
    yield again, fact, value


def outcomes(guide: Guide, walk: Walk) -> tuple[Route, ...]:
    """What each outcome on the way showed, in order, the last stop included."""
    return tuple(shown(guide, at) for at, _, _ in stops(guide, walk) if at.place.kind == OUTCOME)


def shown(guide: Guide, walk: Walk) -> Route:
    """What a walk shows where it stands, as `route` would."""
    place, known = walk.place, dict(walk.state.known)
    lines = () if place.kind in (ASK, SIGNS, RECORD) else lines_for(guide, place, known, guide.now())
    return Route(
        status="outcome" if place.kind == OUTCOME else "open",
        place=place,
        walk=walk,
        path=tuple(passed.node for passed in walk.state.path),
        contacts=lines,
        duties=binding(place, known, guide.content.duties) if place.kind == OUTCOME else (),
        deadlines=deadlines(walk, guide.calendar()),
    )


def effects(walk: Walk) -> list[str]:
    """What the tasks and outcomes on the way do, in order."""
    return [effect for passed in walk.state.path for effect in walk.laid.nodes[passed.node].node.does]


def broken_rules(guide: Guide, walk: Walk) -> tuple[str, ...]:
    """The invariants that do not hold somewhere on the way, by their ids."""
    watches = [Watch(rule, guide.content.duties) for rule in guide.content.invariants]
    broken: dict[str, None] = {}
    for at, fact, value in stops(guide, walk):
        for watch in watches:
            if not watch.arrive(at.place, at.state.known, fact, value):
                broken[watch.rule.id] = None
    return tuple(broken)


def differences(guide: Guide, walk: Walk, row: Situation) -> list[str]:
    """What the row expects and its walk does not give, a line each; empty when all is as it should be."""
    expect: Mapping[str, Any] = row.data["expect"]
    found = shown(guide, walk)
    if not row.stop and found.status != "outcome":
        return [f"stops at {found.place.id} ({found.place.kind} {found.place.fact})"]
    return _at(found, expect) + (_on_the_way(guide, walk, expect) if row.to_end else [])


def _on_the_way(guide: Guide, walk: Walk, expect: Mapping[str, Any]) -> list[str]:
    """What was to come and what was not to come before the end."""
    passed, done, wrong = list(outcomes(guide, walk)), effects(walk), []
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


def _at(found: Route, expect: Mapping[str, Any]) -> list[str]:
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


def _sets(found: Route, expect: Mapping[str, Any]) -> list[str]:
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
