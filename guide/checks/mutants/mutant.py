"""A small plausible mistake in the files of a content folder: where it is made, and the files with it made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from guide.core.content import Content
from guide.core.places import NOWHERE, Place, Spots

QUOTES = "\"'"


@dataclass(frozen=True, slots=True)
class Edit:
    """`old` at a place becomes `new`; with `lines` above 0 so many whole lines from the place's line go instead."""

    place: Place
    old: str = ""
    new: str = ""
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Mutant:
    """One mistake. `card` and `node` are where it is made, empty for a contact, whose `pack` is then given."""

    kind: str
    file: str
    line: int
    what: str
    edits: tuple[Edit, ...]
    card: str = ""
    node: str = ""
    pack: str = ""
    way: str = ""
    """The answer or exit that leads elsewhere."""

    def made(self, data: Mapping[str, bytes]) -> dict[str, bytes]:
        """The files with the mistake made."""
        lines = data[self.file].decode("utf-8").split("\n")
        for edit in sorted(self.edits, key=lambda edit: edit.place, reverse=True):
            at = edit.place.line - 1
            if edit.lines:
                del lines[at : at + edit.lines]
            else:
                start = edit.place.column - 1
                lines[at] = lines[at][:start] + edit.new + lines[at][start + len(edit.old) :]
        return {**data, self.file: "\n".join(lines).encode()}


@dataclass(frozen=True)
class Ground:
    """What mistakes are made in: content without errors, and where everything of it stands."""

    content: Content
    spots: Spots

    def change(self, file: str, old: str, new: str, *way: str | int, key: bool = False) -> tuple[Edit, ...]:
        """The edit of a value, or of a key, that is written as `old` on one line; else none."""
        place = (self.spots.key if key else self.spots.at)(file, *way)
        if place == NOWHERE:
            return ()
        line = self.spots.lines(file)[place.line - 1]
        start = place.column - 1
        start += line[start : start + 1] in QUOTES and bool(line[start : start + 1])
        return (Edit(Place(place.line, start + 1), old, new),) if line[start:].startswith(old) else ()

    def without(self, file: str, items: Sequence[str], index: int, *way: str | int) -> tuple[Edit, ...]:
        """The edit that takes one of the `items` out of a list on one line; the only one leaves an empty list."""
        places = [self.spots.at(file, *way, at) for at in range(len(items))]
        if NOWHERE in places or len({place.line for place in places}) > 1:
            return ()
        line = self.spots.lines(file)[places[0].line - 1]
        last = index == len(items) - 1
        begin = places[index - 1].column - 1 + len(items[index - 1]) if last and index else places[index].column - 1
        end = places[index].column - 1 + len(items[index]) if last else places[index + 1].column - 1
        old = line[begin:end]
        return (Edit(Place(places[0].line, begin + 1), old),) if items[index] in old else ()

    def without_block(self, file: str, node: str) -> tuple[Edit, ...]:
        """The edit that takes a node out, with the lines up to the next one."""
        begin = self.spots.key(file, "nodes", node).line
        later = [line for line in self._starts(file) if line > begin]
        end = min(later, default=len(self.spots.lines(file)) + 1)
        return (Edit(Place(begin, 1), lines=end - begin),)

    def _starts(self, file: str) -> Iterator[int]:
        """The lines at which a node or another part of a card begins."""
        for value in self.spots.values(file):
            yield self.spots.key(file, *value.way[:2] if value.way[0] == "nodes" else value.way[:1]).line
