"""Mistakes in days and hours: a deadline moved by a day, a contact's hours cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guide.checks.mutants.mutant import Ground, Mutant
from guide.core.places import card_file, contacts_file

DEADLINE: Final = "frist-flyttet"
HOURS: Final = "kortere-tid"
SAYS: Final = {
    DEADLINE: "Fristen «{id}» på «{node}» er {new} i stedet for {old}.",
    HOURS: "Kontakten «{id}» har åpent «{new}» i stedet for «{old}».",
}
ALWAYS: Final = "24/7"
NEARLY: Final = "Mo-Su 00:00-23:00"
_SPAN: Final = re.compile(r"(\d\d:\d\d-)(\d\d)(:\d\d)")


def deadlines(ground: Ground) -> Iterator[Mutant]:
    """Each deadline one longer, and one shorter where it is not the shortest that there is."""
    for card in ground.content.cards.values():
        file = card_file(card.id)
        for node in card.nodes.values():
            for index, deadline in enumerate(node.deadlines):
                for new in (deadline.within + 1, deadline.within - 1):
                    if deadline.within and new:
                        way = ("nodes", node.id, "deadlines", index, "within")
                        edits = ground.change(file, str(deadline.within), str(new), *way)
                        words = SAYS[DEADLINE].format(id=deadline.id, node=node.id, old=deadline.within, new=new)
                        if edits:
                            yield Mutant(DEADLINE, file, edits[0].place.line, words, edits, card.id, node.id)


def hours(ground: Ground) -> Iterator[Mutant]:
    """The hours of each contact point cut by one: of its last span in a week, or of the night where it never closes."""
    for pack, points in ground.content.contacts.items():
        file = contacts_file(pack)
        for index, point in enumerate(points):
            new = shorter(point.hours)
            edits = ground.change(file, point.hours, new, "contacts", index, "hours") if new else ()
            if edits:
                words = SAYS[HOURS].format(id=point.id, old=point.hours, new=new)
                yield Mutant(HOURS, file, edits[0].place.line, words, edits, pack=pack)


def shorter(text: str) -> str:
    """Opening hours with the last hour of their last span gone; empty where there is nothing to cut."""
    if text == ALWAYS:
        return NEARLY
    spans = list(_SPAN.finditer(text))
    if not spans or int(spans[-1][2]) < 1:
        return ""
    last = spans[-1]
    return f"{text[: last.start(2)]}{int(last[2]) - 1:02}{text[last.end(2) :]}"
