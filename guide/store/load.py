"""Content from YAML: every file read and checked, every fault of all files found in one run, what is right kept.

`python -m guide.store.load [FOLDER]` prints the findings and ends with 1 where there are errors.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from guide.core.clock import parse
from guide.core.content import Content
from guide.core.exercise import Exercise
from guide.core.findings import Finding
from guide.core.lists import KINDS
from guide.store.assemble import SHARED, Loading, Parsed, assemble
from guide.store.build_exercise import exercise
from guide.store.messages import faults
from guide.store.schema import schema
from guide.store.sources import Sources, read_sources
from guide.store.spots import Trees
from guide.store.wording import NOWHERE, say
from guide.store.yaml_reader import LIMITS, Limits, Map, read, without_gc


class Loaded(NamedTuple):
    """Content, and the places of everything in its files; the exercises, where their files were read with it."""

    content: Content
    spots: Trees
    exercises: Mapping[str, Exercise]


def load(root: Path) -> Content:
    """The content of a folder. Never raises for what the files hold: see `Content.findings`."""
    return load_sources(read_sources(root))


def load_sources(sources: Sources, limits: Limits = LIMITS) -> Content:
    """The content of files that have been read."""
    return load_with_places(sources, limits).content


def load_with_places(sources: Sources, limits: Limits = LIMITS) -> Loaded:
    """The content of files that have been read, and where everything in them stands (for the checks)."""
    with without_gc():
        state = Loading(found=list(sources.findings))
        for name, data in sources.data.items():
            _parse(state, name, data, limits)
        for kind in SHARED[:3]:
            if state.one(kind) is None and not state.lost(kind):
                state.found.append(say("mangler-fil", f"trees/felles/{kind}.yaml", name=f"{kind}.yaml"))
                state.broken.append((kind, "felles"))
        exercises = _exercises(state)
        return Loaded(assemble(state, sources.sha256), Trees(state.trees, sources.data), exercises)


def load_exercises(sources: Sources, limits: Limits = LIMITS) -> tuple[Mapping[str, Exercise], tuple[Finding, ...]]:
    """The exercises of files that have been read, and what is wrong with the others. Cards are not looked at."""
    with without_gc():
        state = Loading(found=list(sources.findings))
        for name, data in sources.data.items():
            _parse(state, name, data, limits)
        return _exercises(state), tuple(state.found)


def _exercises(state: Loading) -> Mapping[str, Exercise]:
    """The exercises whose moments can be read."""
    kept = {}
    for file in state.of("exercise"):
        made = exercise(file.data)
        wrong = [(way, moment) for way, moment in _moments(made) if moment and not _is_moment(moment)]
        for way, moment in wrong:
            state.found.append(say("feil-dato", file.name, file.sight.at(*way), value=moment))
        if not wrong:
            kept[made.id] = made
    return kept


def _moments(made: Exercise) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every moment of an exercise, with its place in the file."""
    yield ("at",), made.at
    for key, steps in (("way", made.way), ("elsewhere", made.elsewhere)):
        yield from (((key, number, "until"), step.until) for number, step in enumerate(steps))
    for key, event in (("scenes", False), ("events", True)):
        scenes = (scene for scene in made.scenes if scene.event == event)
        yield from (((key, number, "time"), scene.time) for number, scene in enumerate(scenes))


def _is_moment(text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


def look_at(name: str, data: bytes) -> tuple[Finding, ...]:
    """What is wrong with one file by itself: how it is written, and its shape; not what it speaks of in others."""
    state = Loading()
    _parse(state, name, data, LIMITS)
    return tuple(state.found)


def kind_of(name: str) -> tuple[str, str] | None:
    """The kind of a file by its place, and the id it should give itself; None where no content belongs."""
    parts = name.removesuffix(".yaml").split("/")
    if parts[0] == "contacts" and len(parts) == 2:
        return "contacts", parts[1]
    if parts[0] != "trees" or len(parts) < 3:
        return None
    if len(parts) == 4 and parts[2] in ("lists", "exercises"):
        return parts[2].removesuffix("s"), f"{parts[1]}/{parts[3]}"
    if len(parts) != 3:
        return None
    if parts[2] == "pack":
        return "pack", parts[1]
    if parts[1] == "felles" and parts[2] in SHARED:
        return parts[2], "felles"
    return "card", f"{parts[1]}/{parts[2]}"


def _parse(state: Loading, name: str, data: bytes, limits: Limits) -> None:
    """Read one file and check its shape."""
    place = kind_of(name)
    if place is None:
        state.found.append(say("ukjent-fil", name, NOWHERE, "warning"))
        return
    kind, own = place
    tree, found = read(data, name, limits)
    state.found += found
    if found or tree is None:
        state.broken.append(place)
        return
    state.trees[name] = tree
    if kind == "list" and isinstance(tree, Map):  # what it lists says what it is; signs where nothing does
        kind = next((other for other in KINDS if other in tree), kind)
    try:
        # what comes out is a copy of the tree: all scalars stay text, so the tree itself is built from
        schema.adapter(kind).validate_python(tree)
    except ValidationError as error:
        state.found += faults(error, kind, tree, name)
        state.broken.append(place)
        return
    file = Parsed(name, kind, tree)
    key = {"contacts": "pack", **dict.fromkeys(KINDS, "list")}.get(kind, kind)
    if key in ("card", "list", "pack", "exercise") and file.data[key] != own:
        state.found.append(say("feil-sted", name, file.sight.at(key), value=file.data[key], place=own))
        state.broken.append(place)
        return
    state.parsed.append(file)


def main(arguments: list[str]) -> int:
    """Print all findings of a folder; 1 where there are errors."""
    root = Path(arguments[0] if arguments else ".")
    content = load(root)
    for finding in content.findings:
        print(f"{finding}" if finding.severity == "error" else f"{finding} (varsel)")
    errors = sum(finding.severity == "error" for finding in content.findings)
    print(f"{len(content.cards)} kort i bruk, {errors} feil, {len(content.findings) - errors} varsler")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
