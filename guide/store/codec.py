"""Content ↔ plain lists and dicts for JSON. Only what differs from a default is written. No pydantic, no yaml.

`SHAPES` says which fields hold more than text; it is written out because reading type hints costs more at start-up
than decoding does. `stamp` changes with every field, so that an old file is never read as a new shape.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from guide.core.contacts import ContactPoint, Service
from guide.core.content import (
    Card,
    Deadline,
    DutyRule,
    Fact,
    Field,
    Invariant,
    Law,
    Mended,
    Node,
    Pack,
    PlanPoint,
    Point,
    Sign,
    SignList,
    Synonym,
)
from guide.core.findings import Finding
from guide.core.record import defaults_of, names_of

Decode = Callable[[Any], Any]


def frozen(value: Any) -> Any:
    """Lists within lists as tuples within tuples."""
    return tuple(map(frozen, value)) if isinstance(value, list) else value


def thing(kind: type, decode: Mapping[str, Decode]) -> Decode:
    """Makes one `kind` of a dict whose keys are fields; fields not in `decode` are text, numbers or tuples of them."""

    def make(data: dict[str, Any]) -> Any:
        return kind(
            **{
                name: value if value.__class__ is str else decode[name](value) if name in decode else frozen(value)
                for name, value in data.items()
            }
        )

    return make


def each(decode: Decode) -> Decode:
    """A tuple of things."""
    return lambda values: tuple(map(decode, values))


def by_id(decode: Decode) -> Decode:
    """A dict of things by name."""
    return lambda values: {name: decode(value) for name, value in values.items()}


fact: Final = thing(Fact, {})
node: Final = thing(Node, {"fields": each(thing(Field, {})), "deadlines": each(thing(Deadline, {}))})
card: Final = thing(Card, {"nodes": by_id(node), "facts": by_id(fact), "points": each(thing(Point, {}))})
sign_list: Final = thing(SignList, {"signs": each(thing(Sign, {}))})
pack: Final = thing(Pack, {"points": by_id(thing(PlanPoint, {})), "mended": each(thing(Mended, {}))})
rest: Final[dict[str, Decode]] = {
    "packs": by_id(pack),
    "facts": by_id(fact),
    "services": by_id(thing(Service, {})),
    "contacts": by_id(each(thing(ContactPoint, {}))),
    "invariants": each(thing(Invariant, {})),
    "duties": each(thing(DutyRule, {})),
    "synonyms": each(thing(Synonym, {})),
    "superseded": frozen,
    "findings": each(thing(Finding, {})),
    "sha256": str,
}
"""What every reader of content needs at once; cards, lists and laws are decoded when they are asked for."""
law: Final = thing(Law, {})
LATER: Final = {
    "measures": ("MeasureList", "Measure"),
    "arenas": ("ArenaList", "Arena"),
    "factors": ("FactorList", "Factor"),
    "terms": ("TermList", "Term"),
    "topics": ("Topic", ""),
}
"""Field of Content → the list and what it holds, in guide.core.lists."""

KINDS: Final = (
    Fact, Node, Field, Deadline, Card, Point, SignList, Sign, Pack, PlanPoint, Mended, Service, ContactPoint, Invariant,
    DutyRule, Synonym, Law, Finding,
)  # fmt: skip


def later(name: str) -> Decode:
    """Makes what the field `name` of Content holds; the classes are imported when the first is asked for."""

    def make(data: dict[str, Any]) -> Any:
        from guide.core import lists  # nobody needs them to start, nor to walk a card

        whole, entry = LATER[name]
        inside = {name: each(thing(getattr(lists, entry), {}))} if entry else {}
        return thing(getattr(lists, whole), inside)(data)

    return make


def plain(value: Any) -> Any:
    """A thing as lists and dicts, the fields left out that have their default."""
    kind = type(value)
    if kind in (str, int, bool) or value is None:
        return value
    if kind in (tuple, list):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {name: plain(item) for name, item in value.items()}
    found, defaults = {}, defaults_of(kind)
    for name in names_of(kind):
        item = getattr(value, name)
        if name not in defaults or item != defaults[name]:
            found[name] = plain(item)
    return found


def shape() -> str:
    """All kinds with their fields, as one line."""
    return ";".join(f"{kind.__name__}:{','.join(names_of(kind))}" for kind in KINDS)
