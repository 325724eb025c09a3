"""Two versions of the content side by side: which node of the one is which node of the other, and what a stop says.

A node is the same in both where it has the same card and id, or the new one names the old id in `was`. Two stops are
the same advice or task where they are the same node, or show the same title: a copy is no change for staff.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from guide.core.content import BACK, BY, EXIT, OUTCOME, TASK, Content, Deadline, Node
from guide.core.lay import Laid, Place

OLD, NEW = 0, 1
SAYS: Final = frozenset({OUTCOME, TASK})
"""Kinds of stop that tell staff something; at all others something is asked of them, or nobody stops."""

Ident = tuple[str, str]
"""A card and a node of its own, by the new name where it has been renamed."""
Fields = Mapping[str, tuple[str, ...]]
"""What a stop says, by field; each value a tuple of ids or plain texts."""
STOP, KIND, END, DUTIES, FIRST, OTHERS, DEADLINES = "stop", "kind", "end", "duties", "first", "contacts", "deadlines"
URGENCY, REPORT, GUARDIANS = "urgency", "report", "guardians"


@dataclass(frozen=True, slots=True)
class Versions:
    """The old content and the new. `renamed` gives the new id of a card's old node that has one."""

    old: Content
    new: Content
    renamed: Mapping[str, Mapping[str, str]]

    def content(self, side: int) -> Content:
        """One of the two."""
        return self.new if side else self.old

    def ident(self, side: int, card: str, node: str) -> Ident:
        """Which node it is, whatever the version calls it."""
        return card, node if side else self.renamed.get(card, {}).get(node, node)

    def of(self, side: int, place: Place) -> Ident:
        """Which node a place of a laid card is."""
        return self.ident(side, place.card, place.node.id)

    def in_both(self, ident: Ident) -> bool:
        """Whether a node is in both versions."""
        card, node = ident
        new, old = self.new.cards.get(card), self.old.cards.get(card)
        if new is None or old is None or node not in new.nodes:
            return False
        return node in old.nodes or any(to == node for to in self.renamed.get(card, {}).values())

    def same(self, old: Place, new: Place) -> bool:
        """Whether two stops are the same task or the same advice, perhaps in other words."""
        if old.kind != new.kind:
            return False
        return self.of(OLD, old) == self.of(NEW, new) or old.node.text == new.node.text


def side_by_side(old: Content, new: Content) -> Versions:
    """Both versions, with who is who."""
    renamed: dict[str, dict[str, str]] = {}
    for name, card in new.cards.items():
        before = old.cards.get(name)
        if before is None:
            continue
        names = {was: node.id for node in card.nodes.values() for was in node.was}
        renamed[name] = {was: to for was, to in names.items() if was in before.nodes and was not in card.nodes}
        # an id that already was there before is itself, even where it says that it was another one too
        renamed[name] = {was: to for was, to in renamed[name].items() if to not in before.nodes}
    return Versions(old, new, renamed)


def says(versions: Versions, side: int, place: Place) -> Fields:
    """What a task or an outcome says, but for its own words and the duties that facts bring."""
    node = place.node
    services = tuple(service for service, _ in node.contact)
    found: dict[str, tuple[str, ...]] = {
        KIND: (place.kind,),
        END: () if place.go else ("end",),
        FIRST: services[:1],
        OTHERS: tuple(sorted(services[1:])),
        DEADLINES: tuple(sorted(_deadline(versions, side, place, each) for each in node.deadlines)),
    }
    if place.kind == OUTCOME:
        found |= {URGENCY: (node.urgency,), REPORT: (node.report,), GUARDIANS: (node.guardians,)}
    return found


def _deadline(versions: Versions, side: int, place: Place, deadline: Deadline) -> str:
    """A deadline as one text: length, unit, and the recorded date that it counts from or falls on."""
    node, _, field = (deadline.start or deadline.on).partition(".")
    _, anchor = versions.ident(side, place.card, node)
    return f"{deadline.within} {deadline.unit} {'from' if deadline.start else 'on'} {anchor}.{field}"


def exit_stop(place: Place, alarm: str) -> bool:
    """Whether a place is where `alarm` itself is left (not a card that it includes)."""
    return bool(alarm) and place.kind == EXIT and place.prefix == f"!{alarm}/"


def leads_to(versions: Versions, side: int, laid: Laid, place: Place) -> Ident:
    """Where an alarm's exit leads: a node of the card, or back to where one was.

    A turn by a fact is nothing that staff see: it is told by where it leads, not by its name.
    """
    return ("", BACK) if place.go == BACK else _behind(versions, side, laid, place.go, ())


def _behind(versions: Versions, side: int, laid: Laid, name: str, seen: tuple[str, ...]) -> Ident:
    place = laid.nodes[name]
    if place.kind != BY or name in seen:
        return versions.of(side, place)
    ways = [(value, _behind(versions, side, laid, to, (*seen, name))) for value, to in turns(place)]
    return "", f"{place.fact} {ways}"


def turns(place: Place) -> list[tuple[str, str]]:
    """Each value or range of ages of an ask or a by, with where it leads."""
    return sorted([*place.edges.items(), *((f"{low}-{high}", to) for low, high, to in place.ages)])


def texts(node: Node) -> Mapping[str, tuple[str, ...]]:
    """Every text of a node that a person reads, by its key."""
    return {
        "text": (node.text,) if node.kind not in ("by", "include", "exit") else (),
        "help": (node.help,) if node.help else (),
        "do": node.do,
        "dont": node.dont,
        "say_phone": node.say_phone,
        "say_child": node.say_child,
        "share": node.share,
        "next": node.next,
        "note": node.note,
        "overdue": (node.overdue,) if node.overdue else (),
        "why": tuple(why for _, why in node.contact),
        "fields": tuple(text for field in node.fields for text in (field.label, field.help) if text),
        "not_offered": tuple(why for _, why in node.not_offered),
    }
