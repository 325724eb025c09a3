"""Checked files → the dataclasses of core. Every shape is right already; what is spoken of may still be missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from guide.core.contacts import ContactPoint, Service
from guide.core.content import (
    BY,
    Card,
    Deadline,
    DutyRule,
    Fact,
    Field,
    Invariant,
    Law,
    Matcher,
    Mended,
    Node,
    Pack,
    Pairs,
    PlanPoint,
    Point,
    Sign,
    SignList,
    Synonym,
)
from guide.store.schema.nodes import node_kind

OLDEST = 130
"""The upper end of an open range of ages."""
_ANY = ("any",)


def card(data: Mapping[str, Any], types: Mapping[str, Pairs]) -> Card:
    """A card; `types` are the values that facts.yaml declares by name."""
    points = data.get("points", {})
    return Card(
        id=data["card"],
        title=data["title"],
        about=data["about"],
        start=data["start"],
        nodes={name: node(name, shape) for name, shape in data["nodes"].items()},
        serves=tuple(data.get("serves", ())),
        sets=pairs(data.get("sets")),
        exits=tuple(data.get("exits", ())),
        alarms=tuple((name, pairs(ways)) for name, ways in data.get("alarms", {}).items()),
        facts={name: fact(name, shape, types) for name, shape in data.get("facts", {}).items()},
        points=tuple(Point(name, shape["title"], shape.get("source", "")) for name, shape in points.items()),
    )


def node(name: str, data: Mapping[str, Any]) -> Node:
    """A node of a card. `go` holds `then` of an outcome and `alone` of an exit, too."""
    kind = node_kind(data) or ""
    parts: dict[str, Any] = {}
    for key, value in data.items():
        if key in _NODE:
            part, make = _NODE[key]
            parts[part] = make(value)
    if kind == BY:
        parts["fact"] = data[BY]
    if "say" in data:
        parts["say_phone"] = tuple(data["say"].get("phone", ()))
        parts["say_child"] = tuple(data["say"].get("child", ()))
    return Node(name, kind, data[kind], **parts)


def pairs(data: Mapping[str, str] | None) -> Pairs:
    """A mapping as pairs, in the order of the file."""
    return tuple(data.items()) if data else ()


def field(data: Mapping[str, Any]) -> Field:
    """A field of a record."""
    return Field(
        data["id"], data["kind"], data["label"], data.get("default", ""), data.get("help", ""), data.get("tells", "")
    )


def deadline(data: Mapping[str, Any]) -> Deadline:
    """A deadline within some time, or on a recorded date."""
    if "on" in data:
        return Deadline(data["id"], on=data["on"])
    return Deadline(data["id"], int(data["within"]), data["unit"], data["from"])


def fact(name: str, data: str | Mapping[str, Any], types: Mapping[str, Pairs]) -> Fact:
    """A fact, with values of its own or of a named type (none where the type is unknown, which is a finding)."""
    if isinstance(data, str):
        return Fact(name, values=types.get(data, ()))
    return Fact(
        id=name,
        about=data["about"],
        definition=data.get("definition", ""),
        kind=data.get("kind", "choice"),
        values=pairs(data.get("values")),
        order=tuple(tuple(level) for level in data.get("order", ())),
        unknown=data.get("unknown", "vet_ikke"),
        lasting=data.get("lasting") == "ja",
        set_by=data.get("set_by", ""),
        default=data.get("default", ""),
        tells=data.get("tells", ""),
    )


def types(data: Mapping[str, Any]) -> dict[str, Pairs]:
    """The named types of facts.yaml."""
    return {name: pairs(shape["values"]) for name, shape in data.get("types", {}).items()}


def sign_list(data: Mapping[str, Any]) -> SignList:
    """A list of signs."""
    signs = tuple(
        Sign(sign["id"], sign["column"], sign["text"], tuple(sign.get("points_at", ())), sign.get("source", ""))
        for sign in data["signs"]
    )
    return SignList(
        data["list"],
        data["title"],
        data["about"],
        pairs(data["columns"]),
        signs,
        pairs(data.get("sets")),
        tuple(data.get("source", ())),
    )


def service(name: str, data: Mapping[str, Any]) -> Service:
    """A role that advice speaks of."""
    return Service(
        name,
        data["title"],
        data.get("about", ""),
        tuple(data.get("stand_in", ())),
        tuple(data.get("fallback", ())),
        tuple(data.get("acute", ())),
        data.get("inside") == "ja",
    )


def laws(data: Mapping[str, Any]) -> dict[str, Law]:
    """Statutes and guidance by the name that sources give them, with `lov:` or `kilde:`."""
    found = {}
    for prefix, key in (("lov", "statutes"), ("kilde", "guidance")):
        for name, law in data.get(key, {}).items():
            found[f"{prefix}:{name}"] = Law(
                f"{prefix}:{name}",
                law["title"],
                law.get("says", ""),
                law["confidence"],
                law["checked"],
                law.get("basis", ""),
                law.get("url", ""),
            )
    return found


def pack(data: Mapping[str, Any]) -> Pack:
    """A municipality, or what all of them share."""
    plan, calendar = data.get("plan", {}), data.get("calendar", {})
    points = data.get("points", {})
    return Pack(
        id=data["pack"],
        name=data["name"],
        kind=data["kind"],
        version=data["version"],
        plan=plan.get("title", ""),
        period=plan.get("period", ""),
        reviewed=data.get("reviewed", ""),
        review_by=data.get("review_by", ""),
        saturday_counts=calendar.get("saturday") == "counts",
        closing_days=tuple(calendar.get("closing_days", ())),
        keep_days=int(data.get("keep_days", 0)),
        case_key=data.get("case_key", ""),
        cards=pairs(data.get("cards")),
        points={name: PlanPoint(name, shape["title"], shape["place"]) for name, shape in points.items()},
        notes=tuple(data.get("notes", ())),
        mended=tuple(
            Mended(each["place"], each["wrote"], each["now"], each.get("note", "")) for each in data.get("mended", ())
        ),
    )


def invariant(name: str, data: Mapping[str, Any]) -> Invariant:
    """A rule of safety.yaml."""
    return Invariant(
        name, data["text"], matcher(data["given"]), matcher(data["never"]), matcher(data.get("before", {}))
    )


def matcher(data: Mapping[str, Any]) -> Matcher:
    """What a rule looks for; `any` is a value like others."""
    return tuple((key, _ANY if values == "any" else tuple(values)) for key, values in data.items())


def duty(name: str, data: Mapping[str, Any]) -> DutyRule:
    """A rule of duties.yaml."""
    return DutyRule(name, matcher(data["given"]), data["duty"], data["text"], tuple(data.get("source", ())))


def synonyms(data: Mapping[str, Any]) -> tuple[Synonym, ...]:
    """The words of search.yaml."""
    return tuple(Synonym(tuple(entry["say"]), tuple(entry["means"])) for entry in data["synonyms"])


def contact(data: Mapping[str, Any], owner: str) -> ContactPoint:
    """A contact point of the pack `owner`."""
    phone = data.get("phone", "")
    return ContactPoint(
        id=data["id"],
        service=data["service"],
        name=data["name"],
        pack=owner,
        phone="" if phone == "missing" else phone,
        missing=phone == "missing",
        hours=data.get("hours", ""),
        ages=ages(data["ages"]) if "ages" in data else None,
        web=data.get("web", ""),
        note=tuple(data.get("note", ())),
        source=tuple(data.get("source", ())),
        checked=data.get("checked", ""),
        confidence=data.get("confidence", ""),
    )


def ages(text: str) -> tuple[int, int]:
    """`12-23`, `18-` or `-16` as whole years from and to, both included."""
    low, _, high = text.partition("-")
    return int(low or 0), int(high or OLDEST)


_NODE: Final[dict[str, tuple[str, Callable[[Any], Any]]]] = {
    **{key: (key, str) for key in ("point", "fact", "help", "list", "overdue", "urgency", "report", "guardians", "go")},
    **{key: (key, tuple) for key in ("does", "do", "dont", "share", "next", "note", "duties", "source", "was")},
    **{key: (key, pairs) for key in ("answers", "not_offered", "exits", "contact")},
    **{key: (key, "ja".__eq__) for key in ("anew", "loop")},
    "then": ("go", str),
    "alone": ("go", str),
    "fields": ("fields", lambda values: tuple(map(field, values))),
    "deadlines": ("deadlines", lambda values: tuple(map(deadline, values))),
}
"""Key of a node → field of core, and how it is made. The kind's own key and `say` stand apart."""
