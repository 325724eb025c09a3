"""The trees of all files that could be read, as the checks outside the store look at them (`core.places.Spots`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from guide.core.places import NOWHERE, Place, Value, Way
from guide.store.places import place_of
from guide.store.yaml_reader import Items, Map


class Trees:
    """Trees by the name of their file, and the bytes of every file, read or not."""

    def __init__(self, trees: Mapping[str, object], data: Mapping[str, bytes]) -> None:
        self._trees, self._data = trees, data
        self._lines: dict[str, list[str]] = {}
        self._values: dict[str, list[Value]] = {}

    @cached_property
    def _names(self) -> list[str]:
        return sorted(self._trees)

    def files(self) -> Sequence[str]:
        """The names of the files that could be read as YAML, sorted."""
        return self._names

    def written(self) -> Sequence[str]:
        """The names of all files that are there, sorted."""
        return sorted(self._data)

    def at(self, file: str, *way: str | int) -> Place:
        """The place of a value."""
        return place_of(self._trees[file], way) if file in self._trees else NOWHERE

    def key(self, file: str, *way: str | int) -> Place:
        """The place of a key."""
        return place_of(self._trees[file], way, key=True) if file in self._trees else NOWHERE

    def values(self, file: str) -> Sequence[Value]:
        """Every value of a file, in its order."""
        if file not in self._values:
            self._values[file] = list(_values(file, self._trees[file], ())) if file in self._trees else []
        return self._values[file]

    def lines(self, file: str) -> Sequence[str]:
        """The lines of a file; what is no UTF-8 is replaced, so that a fault in it can still be shown."""
        if file not in self._lines:
            text = self._data.get(file, b"").decode("utf-8", "replace")
            self._lines[file] = [line.removesuffix("\r") for line in text.split("\n")] if text else []
        return self._lines[file]


def _values(file: str, here: object, way: Way) -> Iterator[Value]:
    """The values below `here`. The reader holds the depth, so this ends."""
    if isinstance(here, Map):
        for key, value in here.items():
            yield from _values(file, value, (*way, key))
    elif isinstance(here, Items):
        for index, value in enumerate(here):
            yield from _values(file, value, (*way, index))
    else:
        yield Value(file, way, str(here))
