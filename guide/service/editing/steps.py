"""New steps in a card, and steps that go."""

from __future__ import annotations

from typing import Any, Final

from guide.service.editing import words as say
from guide.service.editing.contacts import free_id
from guide.service.editing.find import Use, uses
from guide.service.editing.folder import EditError, Editing
from guide.store.edits.edits import Put, Remove

NEW: Final[dict[str, dict[str, Any]]] = {
    "ask": {"fact": "", "help": "", "answers": {}},
    "task": {"does": [], "contact": {}, "do": [], "next": [], "go": "", "source": []},
    "outcome": {
        **{"urgency": "", "report": "", "guardians": "", "contact": {}, "do": [], "next": [], "source": []},
    },
    "record": {"fields": [], "go": "", "source": []},
    "signs": {"list": "", "go": "", "source": []},
}
"""What a new step of each kind has, still to be filled in: until then the card has findings, and can't be published."""


def add_step(editing: Editing, file: str, kind: str, text: str, after: str, point: str = "") -> str:
    """A new step of a kind (see NEW), after another in the file; nothing leads to it yet. Returns its name.

    Raises EditError.
    """
    nodes = editing.document(file).value(("nodes",))
    if not isinstance(nodes, dict):
        raise EditError(say.NOT_A_CARD.format(name=file))
    if kind not in NEW:
        raise EditError(say.NOT_OFFERED.format(value=kind, label=say.KIND))
    name = free_id(text, nodes)
    shape = {**({"point": point} if point else {}), kind: text, **NEW[kind]}
    keys = list(nodes)
    order = [*keys[: keys.index(after) + 1], name] if after in nodes else [*keys, name]
    editing.apply(file, [Put(("nodes", name), shape, tuple(order))])
    return name


def remove_step(editing: Editing, file: str, node: str) -> None:
    """Takes a step out of a card. Raises EditError where something still leads to it."""
    found = leads_here(editing, file, node)
    if found:
        raise EditError(say.IN_USE.format(name=node, count=len(found)))
    editing.apply(file, [Remove(("nodes", node))])


def leads_here(editing: Editing, file: str, node: str) -> tuple[Use, ...]:
    """What of a card leads to a step, or counts from it; not the step itself."""
    return tuple(
        use for use in uses(editing, "node", node, file) if not use.declares and use.way[:2] != ("nodes", node)
    )
