"""Ids of nodes that a card has given up: what was written for the old name is read as meant for the new one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from guide.core.content import ALARM_MARK
from guide.core.lay import Laid


def current(laid: Laid, name: str) -> str:
    """The id that `name` has in the graph today; `name` itself where there is none."""
    try:
        return laid.nodes[name].id if name else name
    except KeyError:
        return _old(laid).get(name, name)


def _old(laid: Laid) -> dict[str, str]:
    """Every id that a node of the graph has had → the one it has, also under an include that was called otherwise."""
    return {old: name for name in laid.nodes.whole() for old in _names(laid, name) if old != name}


def _names(laid: Laid, name: str) -> Iterator[str]:
    prefix, parts = "", name.split("/")
    if name.startswith(ALARM_MARK):  # `!felles/akutt/…`: the card of an alarm is no node
        prefix, parts = "/".join(parts[:2]) + "/", parts[2:]
    choices, path = [], prefix
    for part in parts:
        choices.append((part, *laid.nodes[path + part].node.was))
        path += part + "/"
    yield from (prefix + "/".join(chosen) for chosen in product(*choices))
