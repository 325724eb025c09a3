"""A card as a tree: its steps in walking order under their points, and what is wrong at each.

Everything is read from the raw tree, right or wrong, so that a card that is out of use can still be looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from guide.core.content import BACK, KINDS
from guide.core.places import Way
from guide.core.record import record
from guide.service.editing.folder import Editing
from guide.service.editing.options import Choices
from guide.store.edits.edits import Document
from guide.store.places import place_of

_TARGETS: Final = ("go", "then", "alone")
_WAYS: Final = ("answers", "exits")


@record
class Step:
    """A step of a card. `reached`: some way leads to it from the start or from an alarm."""

    name: str
    title: str
    kind: str
    point: str
    reached: bool


@record
class Part:
    """The steps of one point, in walking order. `id` and `title` are empty for those without a point."""

    id: str
    title: str
    steps: tuple[Step, ...]


def outline(editing: Editing, file: str) -> tuple[Part, ...]:
    """The parts of a card in the order of its points, those without a point last. Empty where nothing can be read."""
    choices = Choices(editing)
    tree = choices.tree(file)
    nodes = nodes_of(tree)
    order = walking_order(tree)
    seen = set(order)
    steps = [_step(choices, file, name, nodes[name], True) for name in order]
    steps += [_step(choices, file, name, nodes[name], False) for name in nodes if name not in seen]
    points = {option.value: option.title for option in choices.points(file)}
    parts = [
        Part(point, title, tuple(step for step in steps if step.point == point)) for point, title in points.items()
    ]
    parts.append(Part("", "", tuple(step for step in steps if step.point not in points)))
    return tuple(part for part in parts if part.steps)


def nodes_of(tree: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    """The steps of a raw card by name, but for what is no step at all."""
    nodes = tree.get("nodes")
    return {name: each for name, each in nodes.items() if isinstance(each, dict)} if isinstance(nodes, dict) else {}


def leads_to(shape: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of the steps that a raw step leads to, in its order."""
    found = [value for key in _WAYS if isinstance(shape.get(key), dict) for value in shape[key].values()]
    found += [shape[key] for key in _TARGETS if key in shape]
    return tuple(each for each in found if isinstance(each, str) and each != BACK)


def starts(tree: Mapping[str, Any]) -> tuple[str, ...]:
    """Where a raw card is come into: its start, then where its alarms lead back."""
    alarms = tree.get("alarms")
    exits = [each for each in alarms.values() if isinstance(each, dict)] if isinstance(alarms, dict) else []
    found = [tree.get("start"), *(to for each in exits for to in each.values())]
    return tuple(each for each in found if isinstance(each, str) and each != BACK)


def walking_order(tree: Mapping[str, Any]) -> tuple[str, ...]:
    """The steps that can be come to, each after those that lead to it where there is no circle."""
    nodes, seen = nodes_of(tree), set[str]()
    parts: list[list[str]] = []
    for start in starts(tree):
        order: list[str] = []
        stack: list[tuple[str, bool]] = [(start, False)]
        while stack:
            name, left = stack.pop()
            if left:
                order.append(name)
            elif name in nodes and name not in seen:
                seen.add(name)
                stack.append((name, True))
                # the last that is put on is walked first, and what is left last stands first
                stack += [(to, False) for to in leads_to(nodes[name])]
        parts.append(order[::-1])
    return tuple(name for part in parts for name in part)


def way_at(document: Document, line: int, column: int = 0) -> Way:
    """The way to the innermost value or key at a place (from 1); empty in a file that can't be read.

    Without a column: the last that begins on the line or above it.
    """
    way: Way = ()
    here: Any = document.tree
    while isinstance(here, dict | list) and here:
        steps: Iterable[str | int] = here if isinstance(here, dict) else range(len(here))
        before = None
        for step in steps:
            place = place_of(document.tree, (*way, step), key=True)
            if (place.line, place.column if column else 0) > (line, column):
                break
            before = step
        if before is None:
            break
        holder: Any = here
        way, here = (*way, before), holder[before]
    return way


def line_of(document: Document, node: str) -> int:
    """The line of a step from 1; 1 where it can't be found."""
    known = document.value(("nodes", node)) is not None
    return place_of(document.tree, ("nodes", node), key=True).line if known else 1


def _step(choices: Choices, file: str, name: str, shape: Mapping[str, Any], reached: bool) -> Step:
    kind = next((key for key in KINDS if key in shape), "")
    return Step(name, choices.node_title(file, name), kind, str(shape.get("point", "")), reached)
