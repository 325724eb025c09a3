"""Every system in the plans and where it runs, as planer.yaml says, looked up in the content.

A reference of the file that leads nowhere raises LookupError: the file is written by hand, and a test reads all of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final

import yaml

from guide.cli.main import VERBS
from guide.core.content import Content, SignList
from guide.core.lists import AnyList, all_lists, entries
from guide.service.walking_on import trail
from tests.golden.situations import Situation, read, walk

FILE: Final = Path(__file__).parent / "planer.yaml"
COMMON: Final = "felles"
CARD, LIST, CONTACTS, COMMAND = "card", "list", "contacts", "command"
Step = tuple[str, str]
"""A card and a node of it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A measure, meeting, factor, term or sign: its list, its own id, what it is called, and what it cites."""

    list: str
    id: str
    title: str
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class System:
    """A row: `points` with the pack before the colon, `at` as (kind, name, part), `tests` besides the situations."""

    name: str
    chapters: tuple[str, ...]
    points: tuple[str, ...]
    at: tuple[tuple[str, str, str], ...]
    tests: tuple[str, ...]

    def named(self, kind: str) -> tuple[str, ...]:
        """What stands at `at` of one kind, each once."""
        return tuple(dict.fromkeys(name for found, name, _ in self.at if found == kind))


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan: its packs, the municipality where one searches it, chapters by id, systems, and chapters left out."""

    id: str
    name: str
    packs: tuple[str, ...]
    at: str
    chapters: Mapping[str, str]
    systems: tuple[System, ...]
    left: tuple[tuple[tuple[str, ...], str], ...]


def plans(content: Content, file: Path = FILE) -> tuple[Plan, ...]:
    """All plans of the file; `points` that end in a star are those of the pack that begin so."""
    return tuple(_plan(content, name, data) for name, data in yaml.safe_load(file.read_text("utf-8")).items())


def points_of(content: Content, plan: Plan) -> Iterator[str]:
    """Every point of the plan's packs, as it is cited."""
    for pack in plan.packs:
        yield from (f"{pack}:{point}" for point in content.packs[pack].points)


def numbered(chapter: str) -> bool:
    """Whether a chapter's id is its number in the plan."""
    return chapter.replace(".", "").isdigit()


def steps(content: Content, system: System) -> tuple[Step, ...]:
    """The steps of the system's cards that cite a point of it; all of them where it has no point."""
    found = []
    for kind, name, part in system.at:
        if kind == CARD:
            nodes = content.cards[name].nodes
            chosen = [nodes[part]] if part else list(nodes.values())
            found += [(name, node.id) for node in chosen if _has(system, node.source)]
    return tuple(dict.fromkeys(found))


def listed(content: Content, system: System) -> tuple[Entry, ...]:
    """The entries of the system's lists that cite a point of it; those named in the file, and all without a point."""
    found = []
    for kind, name, part in system.at:
        if kind == LIST:
            own = [entry for entry in list_entries(content, name) if part in ("", entry.id)]
            found += [entry for entry in own if part or _has(system, entry.source)]
    return tuple(dict.fromkeys(found))


def cited(content: Content, system: System) -> set[str]:
    """The points that the system's steps, lists and entries cite."""
    found = {source for card, node in steps(content, system) for source in content.cards[card].nodes[node].source}
    found |= {source for entry in listed(content, system) for source in entry.source}
    return found | {source for name in system.named(LIST) for source in _list(content, name).source}


def list_entries(content: Content, name: str) -> tuple[Entry, ...]:
    """What a list holds, whatever it lists."""
    found = _list(content, name)
    if isinstance(found, SignList):
        return tuple(Entry(name, sign.id, sign.text, tuple(filter(None, (sign.source,)))) for sign in found.signs)
    return tuple(Entry(name, each.id, _title(each), each.source) for each in entries(found))


def walked(content: Content, rows: Sequence[Situation] | None = None) -> Mapping[Step, frozenset[str]]:
    """The made-up situations that pass each step, by their ids; a shared card counts wherever it is laid in."""
    found: dict[Step, set[str]] = defaultdict(set)
    for row in read() if rows is None else rows:
        guide, route = walk(content, row)
        places = route.walk.laid.nodes
        for at, _ in trail(guide, route.walk):
            found[(places[at].card, places[at].node.id)].add(row.id)
    return {step: frozenset(ids) for step, ids in found.items()}


def _plan(content: Content, name: str, data: Mapping[str, Any]) -> Plan:
    chapters = {str(chapter): title for chapter, title in data["chapters"].items()}
    return Plan(
        id=name,
        name=data["name"],
        packs=tuple(data["packs"]),
        at=data["at"],
        chapters=chapters,
        systems=tuple(_system(content, name, row) for row in data["systems"]),
        left=tuple((tuple(map(str, row["chapters"])), row["why"]) for row in data["left"]),
    )


def _system(content: Content, pack: str, row: Mapping[str, Any]) -> System:
    points = [f"{pack}:{point}" for wanted in row.get("points", ()) for point in _points(content, pack, str(wanted))]
    at = tuple(_at(content, where) for where in row["at"])
    return System(row["name"], tuple(map(str, row.get("chapters", ()))), tuple(points), at, tuple(row.get("tests", ())))


def _points(content: Content, pack: str, wanted: str) -> list[str]:
    found = [point for point in content.packs[pack].points if fnmatchcase(point, wanted)]
    if not found:
        raise LookupError(f"{pack}: no point is {wanted}")
    return found


def _at(content: Content, where: str) -> tuple[str, str, str]:
    kind, _, rest = where.partition(":")
    name, _, part = rest.partition("#")
    there: dict[str, object] = {
        CARD: name in content.cards and (not part or part in content.cards[name].nodes),
        LIST: _has_list(content, name, part),
        CONTACTS: bool(content.contacts.get(name)) and not part,
        COMMAND: name in VERBS and not part,
    }
    if not there.get(kind):
        raise LookupError(f"nothing is at {where}")
    return kind, name, part


def _has_list(content: Content, name: str, part: str) -> bool:
    known = {found.id for _, found in all_lists(content)} | set(content.lists)
    return name in known and (not part or part in {entry.id for entry in list_entries(content, name)})


def _list(content: Content, name: str) -> AnyList | SignList:
    if name in content.lists:
        return content.lists[name]
    return next(found for _, found in all_lists(content) if found.id == name)


def _has(system: System, source: Sequence[str]) -> bool:
    return not system.points or not set(system.points).isdisjoint(source)


def _title(entry: object) -> str:
    return str(next(getattr(entry, part) for part in ("name", "term", "text") if hasattr(entry, part)))
