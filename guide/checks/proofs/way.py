"""The walk to one node of a card for a finding, those inside an alarm among them: how a person comes to see it."""

from __future__ import annotations

from collections.abc import Collection
from copy import copy
from typing import Final

from guide.checks.proofs.shortest import GaveUpError, shortest, starts
from guide.core.content import ALARM_MARK, OUTCOME, Content
from guide.core.lay import Laid
from guide.core.step import Known

OPENED: Final = "Åpne «{title}» med tasten for det, hvor du vil i kortet"
CAME: Final = "Da kommer du til «{text}»"
"""The last line where the walk ends at a question, a list, a record or a task."""

Found = tuple[str, tuple[str, ...]]


def way_to(content: Content, laid: Laid, ends: Collection[str], settings: Collection[str] = ()) -> Found | None:
    """The nearest of the stops `ends` and the lines of the walk there; the lines are empty where the search gave up.

    None where no walk from the card's start, and none from an alarm's, leads to any of them. `settings` are the
    workplaces that the card is walked at; none: every one.
    """
    known = list(starts(laid, settings or _workplaces(content)))
    gave_up = False
    for alarm, begin in {"": laid.start, **{name: laid.alarms[name].start for name in laid.alarms}}.items():
        wanted = ends if alarm else [end for end in ends if not end.startswith(ALARM_MARK)]
        try:
            found = from_place(content, laid, begin, wanted, known)
        except GaveUpError:
            gave_up = True
            continue
        if found is not None:
            first = (OPENED.format(title=content.cards[alarm].title),) if alarm else ()
            place = laid.nodes[found[0]]
            last = found[1][-1] if place.kind == OUTCOME else CAME.format(text=place.node.text)
            return found[0], (*first, *found[1][:-1], last)
    return (next(iter(ends)), ()) if gave_up else None


def from_place(
    content: Content, laid: Laid, begin: str, ends: Collection[str], known: Collection[Known]
) -> Found | None:
    """The nearest of `ends` and the walk to it, begun at the node `begin` with one of `known`.

    Raises GaveUpError.
    """
    if not ends:
        return None
    there = copy(laid)
    there.start = begin
    return shortest(there, content.lists, known, ends, lambda _: True)


def _workplaces(content: Content) -> tuple[str, ...]:
    fact = content.facts.get("virksomhet")
    return ("", *(value for value, _ in fact.values)) if fact else ("",)
