"""Where a step, a fact, a service, a source, a list or a card is spoken of, and how to rename it everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, Literal

from guide.core.places import Way
from guide.core.record import record
from guide.service.editing import words as say
from guide.service.editing.folder import EditError, Editing
from guide.store.edits.edits import Change, Put, Rename
from guide.store.load import kind_of
from guide.store.messages import HINTS
from guide.store.places import place_of
from guide.store.schema import words as patterns

Thing = Literal["node", "fact", "service", "source", "list", "card"]
Shape = Literal["value", "key", "before_dot", "before_equals"]

_NODE_VALUES: Final[dict[str, Thing]] = {
    **dict.fromkeys(("go", "then", "alone"), "node"),
    **dict.fromkeys(("fact", "by"), "fact"),
    **{"list": "list", "include": "card"},
}
"""Keys of a node whose value names a thing."""
_TOP_KEYS: Final[dict[str, Thing]] = {
    **{"nodes": "node", "facts": "fact", "sets": "fact", "services": "service", "alarms": "card"},
}
"""Keys of a file under which each key names a thing."""
_TOP_VALUES: Final[dict[str, Thing]] = {"start": "node", "list": "list", "card": "card"}
_NAMES_A_SERVICE: Final = ("contacts", "measures", "arenas", "way", "elsewhere", "end")
"""Keys of a file below which `service` names one."""
_PATTERN: Final[dict[Thing, str]] = {
    "node": patterns.NODE_ID,
    "fact": patterns.FACT_ID,
    "service": patterns.ID,
    "source": patterns.SOURCE,
    "list": patterns.PLACE,
    "card": patterns.PLACE,
}
_RENAMED: Final = ("node", "fact", "service")
"""What `rename` can call something else. A card, a list and a source are named by where they stand."""


FIXED: Final = frozenset(
    {
        *(
            "alder",
            "barnets_kommune",
            "eier",
            "mistanke_vold",
            "mistenkt",
            "raad_foresatte",
            "rolle",
            "samtykke",
            "tegn_vold",
        ),
        *(
            "virksomhet",
            "amk",
            "barnevern",
            "barnevernvakt",
            "brann",
            "helsesykepleier",
            "kontaktlaerer",
            "leder",
            "legevakt",
        ),
        *("meldeskjema", "pedagogisk_leder", "politi", "politi_nod", "rektor", "styrer"),
    }
)
"""Facts and services that the app itself speaks of: another name, and it would not know them."""


@record
class Use:
    """A place that speaks of something: the file, the way there, the line from 1."""

    file: str
    way: Way
    line: int
    shape: Shape
    declares: bool = False
    """It is here that the thing itself stands."""


@record
class _Said:
    """A word in a file that names a thing."""

    thing: Thing
    name: str
    way: Way
    shape: Shape


def uses(editing: Editing, thing: Thing, name: str, file: str = "") -> tuple[Use, ...]:
    """Every place that speaks of a thing, in the order of the files. A step belongs to the card in `file`."""
    found = []
    for each in (file,) if thing == "node" else editing.names():
        tree = _tree(editing, each)
        for said in _said(tree, (), each):
            if said.thing == thing and said.name == name:
                place = place_of(tree, said.way, key=said.shape == "key")
                found.append(Use(each, said.way, place.line, said.shape, _declares(said) and not _is_exercise(each)))
    return tuple(found)


def rename(editing: Editing, thing: Thing, old: str, new: str, file: str = "") -> tuple[Use, ...]:
    """Calls a step, a fact or a service something else, everywhere; a step keeps its old name under `was`.

    Returns what was changed. Raises EditError: nothing is changed then.
    """
    if thing not in _RENAMED or not re.fullmatch(_PATTERN[thing], new):
        raise EditError(say.BAD_NAME.format(name=new, hint=HINTS[_PATTERN[thing]]))
    if thing != "node" and old in FIXED:
        raise EditError(say.FIXED.format(name=old))
    found = uses(editing, thing, old, file)
    if not any(use.declares for use in found):
        raise EditError(say.NOT_FOUND.format(name=old))
    if any(use.declares for use in uses(editing, thing, new, file)):
        raise EditError(say.THERE.format(name=new))
    changes: dict[str, list[Change]] = {}
    for use in sorted(found, key=lambda use: (use.shape == "key", -len(use.way))):
        value = str(editing.document(use.file).value(use.way) or "")
        changes.setdefault(use.file, []).append(_renamed(use, value, old, new))
    if thing == "node":
        was = editing.document(file).value(("nodes", old, "was"))
        names = [old, *(each for each in (was if isinstance(was, list) else ()) if each not in (old, new))]
        changes[file].append(Put(("nodes", new, "was"), names, _before_source(editing, file, old)))
    editing.apply_all(changes)
    return found


def _before_source(editing: Editing, file: str, node: str) -> tuple[str, ...]:
    """An order that puts `was` last but for the source, as the content has it."""
    keys = tuple(editing.document(file).value(("nodes", node)))
    return (*(key for key in keys if key != "source"), "was", *(key for key in keys if key == "source"))


def _renamed(use: Use, value: str, old: str, new: str) -> Change:
    if use.shape == "key":
        return Rename(use.way, new)
    if use.shape == "value":
        return Put(use.way, new)
    return Put(use.way, new + value.removeprefix(old))


def _declares(said: _Said) -> bool:
    holder = {"node": "nodes", "fact": "facts", "service": "services"}.get(said.thing)
    if holder:
        return said.shape == "key" and len(said.way) == 2 and said.way[0] == holder
    return said.way in (("card",), ("list",))


def _is_exercise(file: str) -> bool:
    """An exercise says what is so from the start under `facts`; it declares none."""
    return "/exercises/" in file


def _tree(editing: Editing, name: str) -> Any:
    try:
        return editing.document(name).tree if kind_of(name) else None
    except EditError:
        return None


def _said(here: Any, way: Way, file: str) -> Iterator[_Said]:
    """Every word below `here` that names something."""
    last = way[-1] if way else ""
    holder = way[-2] if len(way) > 1 else ""
    if isinstance(here, dict):
        for key, value in here.items():
            yield from _key(key, (*way, key), str(last), file)
            yield from _said(value, (*way, key), file)
    elif isinstance(here, list):
        for number, value in enumerate(here):
            yield from _said(value, (*way, number), file)
    elif isinstance(here, str):
        yield from _value(here, way, str(last), str(holder), file)


def _key(key: str, way: Way, holder: str, file: str) -> Iterator[_Said]:
    if len(way) == 2 and holder in _TOP_KEYS:
        yield _Said(_TOP_KEYS[holder], key, way, "key")
    elif holder == "contact" and len(way) == 4 and way[0] == "nodes":
        yield _Said("service", key, way, "key")
    elif len(way) == 4 and (way[0], holder) in (("rules", "given"), ("topics", "facts")):
        yield _Said("fact", key, way, "key")


def _value(text: str, way: Way, last: str, holder: str, file: str) -> Iterator[_Said]:
    top, depth = way[0], len(way)
    thing = _of_value(top, depth, last, holder)
    if thing:
        yield _Said(thing, text, way, "value")
    elif last in ("source", "now") or holder == "source":
        yield _Said("source", text, way, "value")
    elif top == "nodes" and last in ("from", "on") and "deadlines" in way:
        yield _Said("node", text.partition(".")[0], way, "before_dot")
    elif top == "rules" and holder == "answer" and "=" in text:
        yield _Said("fact", text.partition("=")[0], way, "before_equals")


def _of_value(top: str | int, depth: int, last: str, holder: str) -> Thing | None:
    """What a whole value names, by where it stands; None where it names nothing."""
    if depth == 1:
        return _TOP_VALUES.get(last)
    if top == "nodes":
        return _NODE_VALUES.get(last) if depth == 3 else "node" if holder in ("answers", "exits") else None
    if top == "alarms":
        return "node" if depth == 3 else None
    if top in _NAMES_A_SERVICE and last == "service":
        return "service"
    if top in ("way", "elsewhere"):
        return "fact" if last == "fact" else None
    if top == "services":
        return "service" if holder in ("stand_in", "fallback", "acute") else None
    if top == "rules":
        return "service" if holder == "contact" else None
    return "card" if top == "cards" else None
