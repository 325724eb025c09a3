"""The kinds of edits, and the fault that stops one."""

from __future__ import annotations

from guide.core.places import Way
from guide.core.record import record
from guide.store.edits.write import Plain


class EditError(Exception):
    """The edit was not made; the message says why, and what to do instead."""


@record
class Put:
    """`value` at `way`. A key that is not there is put in: after the last one there that `order` has before it."""

    way: Way
    value: Plain
    order: tuple[str, ...] = ()


@record
class Insert:
    """`value` into the list at `way[:-1]`, so that it stands at `way[-1]`."""

    way: Way
    value: Plain


@record
class Remove:
    """The entry at `way` is gone."""

    way: Way


@record
class Rename:
    """The key at `way` is called `key`; what stands there stays."""

    way: Way
    key: str


Change = Put | Insert | Remove | Rename
