"""From the way to a value in a tree to its line and column in the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from guide.store.wording import Place
from guide.store.yaml_reader import Items, Map, place_at


def place_of(tree: object, way: Sequence[str | int], key: bool = False) -> Place:
    """The place of the value at `way`; of its key where `key` is set. What is not there has its holder's place."""
    here: Any = tree
    if not isinstance(tree, Map | Items):
        return Place(1, 1)
    spot = tree.at[0]
    for depth, step in enumerate(way):
        last = depth == len(way) - 1
        if isinstance(here, Map) and isinstance(step, str) and step in here:
            index = list(here).index(step)
            spot = here.at[1 + 2 * index] if last and key else here.at[2 + 2 * index]
            here = here[step]
        elif isinstance(here, Items) and isinstance(step, int) and step < len(here):
            spot = here.at[1 + step]
            here = here[step]
    return place_at(spot)


def value_at(tree: object, way: Sequence[str | int]) -> object:
    """What stands at `way`; steps that are not there are passed by."""
    here: Any = tree
    for step in way:
        is_key = isinstance(here, Map) and step in here
        if is_key or (isinstance(here, Items) and isinstance(step, int) and step < len(here)):
            here = here[step]
    return here
