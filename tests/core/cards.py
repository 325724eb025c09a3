"""Small made-up cards for tests of the engine, built without YAML."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from guide.core.content import Card, Content, Deadline, Fact, Field, Node, Pack, Sign, SignList
from guide.core.lay import lay
from guide.core.walk import Walk, begin

NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
YES_NO = (("ja", "Ja"), ("nei", "Nei"), ("vet_ikke", "Vet ikke"))


def fact(name: str, **more: Any) -> Fact:
    """A fact with ja, nei and vet_ikke."""
    return Fact(**{"id": name, "about": name, "values": YES_NO, **more})


def ask(name: str, fact_id: str, *targets: str, **more: Any) -> Node:
    """A question; `targets` are where ja, nei and vet_ikke lead."""
    ways = tuple(zip(("ja", "nei", "vet_ikke"), targets, strict=True))
    return Node(name, "ask", f"{name}?", fact=fact_id, answers=ways, **more)


def task(name: str, go: str, **more: Any) -> Node:
    """Something to do."""
    return Node(name, "task", name, go=go, **more)


def outcome(name: str, go: str = "", **more: Any) -> Node:
    """An end, or a waiting point where `go` is given."""
    given = {"urgency": "routine", "report": "not_now", "guardians": "inform_unless", **more}
    return Node(name, "outcome", name, go=go, **given)


def include(name: str, card: str, **exits: str) -> Node:
    """Another card laid in."""
    return Node(name, "include", card, exits=tuple(exits.items()))


def card(name: str, *nodes: Node, **more: Any) -> Card:
    """A card that starts at its first node."""
    return Card(name, name, "", nodes[0].id, {n.id: n for n in nodes}, **more)


def content(*cards: Card, facts: tuple[Fact, ...] = (), lists: tuple[SignList, ...] = ()) -> Content:
    """Content of these cards alone."""
    return Content(
        packs={"p": Pack("p", "P", "municipality", "1")},
        cards={c.id: c for c in cards},
        facts={f.id: f for f in facts},
        services={},
        laws={},
        lists={entry.id: entry for entry in lists},
        contacts={},
    )


SIGNS = SignList(
    "p/tegn",
    "Tegn",
    "",
    (("k", "Kolonne"),),
    (Sign("merker", "k", "Merker", ("vold",)), Sign("stille", "k", "Stille")),
    (("tegn_vold", "vold"),),
)

FACTS = (
    fact("fare"),
    fact("vold"),
    fact("bor", lasting=True),
    fact("plan"),
    fact("tegn_vold"),
    Fact("alder", kind="years"),
)

VIOLENCE = card(
    "felles/vold",
    ask("mistanke", "vold", "meld", "ut-nei", "meld"),
    outcome("meld", "ut-meldt", report="must", urgency="today"),
    Node("ut-nei", "exit", "ikke_vold", go="slutt"),
    Node("ut-meldt", "exit", "meldt", go="slutt"),
    outcome("slutt"),
    exits=("ikke_vold", "meldt"),
)

MAIN = card(
    "p/hoved",
    ask("farlig", "fare", "vold", "dato", "vold"),
    Node("dato", "record", "Når?", fields=(Field("dag", "date", "Dag", "today"),), go="tegn"),
    Node("tegn", "signs", "Hva?", list="p/tegn", go="vold"),
    include("vold", "felles/vold", ikke_vold="del", meldt="sendt"),
    task("del", "planer", does=("contacts_leader",), deadlines=(Deadline("deling", 3, "working_days", "dato.dag"),)),
    ask("planer", "plan", "del-igjen", "slutt", "del-igjen"),
    task("del-igjen", "planer", anew=True, loop=True),
    task("sendt", "slutt"),
    outcome("slutt"),
    alarms=(("felles/vold", (("ikke_vold", "back"), ("meldt", "sendt"))),),
    sets=(("bor", "ja"),),
)


def walk_of(*cards: Card, **more: Any) -> Walk:
    """A walk of the first card; the standard ones where none is given."""
    chosen = cards or (MAIN, VIOLENCE)
    whole = content(*chosen, facts=FACTS, lists=(SIGNS,))
    return begin(lay(whole, chosen[0].id), whole.lists, **more)


__all__ = [
    "FACTS", "MAIN", "NOON", "SIGNS", "VIOLENCE", "ask", "card", "content", "fact", "include", "outcome", "replace",
    "task", "walk_of",
]  # fmt: skip
