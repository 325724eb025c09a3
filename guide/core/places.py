"""Places in the files of the content: what a check needs to say where a fault stands, without touching the disk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple, Protocol

Way = tuple[str | int, ...]
"""The keys and indexes that lead to a value in a file, from the top."""


class Place(NamedTuple):
    """A place in a file, line and column from 1; both 0 where the fault has none."""

    line: int = 0
    column: int = 0


NOWHERE: Final = Place()


class Value(NamedTuple):
    """One value of a file, as the text it is written with, and how one gets there."""

    file: str
    way: Way
    text: str


class Spots(Protocol):
    """The files that were read, and where everything in them stands. The store's trees are one."""

    def files(self) -> Sequence[str]:
        """The names of the files that could be read as YAML, sorted."""
        ...

    def written(self) -> Sequence[str]:
        """The names of all files that are there, also those that could not be read as YAML, sorted."""
        ...

    def at(self, file: str, *way: str | int) -> Place:
        """The place of a value; of its holder where it is not there; NOWHERE in a file that could not be read."""
        ...

    def key(self, file: str, *way: str | int) -> Place:
        """The place of a key."""
        ...

    def values(self, file: str) -> Sequence[Value]:
        """Every value of a file, in its order."""
        ...

    def lines(self, file: str) -> Sequence[str]:
        """The lines of a file as they are written, none where there is no such file."""
        ...


def place_in(text: str, index: int) -> Place:
    """Line and column, from 1, of the character at `index`."""
    return Place(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def card_file(card: str) -> str:
    """The file of a card, `stange/barnehage` → `trees/stange/barnehage.yaml`."""
    return f"trees/{card}.yaml"


def list_file(name: str) -> str:
    """The file of a list of signs."""
    pack, _, own = name.partition("/")
    return f"trees/{pack}/lists/{own}.yaml"


def pack_file(pack: str) -> str:
    """The file that describes a pack."""
    return f"trees/{pack}/pack.yaml"


def shared_file(kind: str) -> str:
    """A file of felles that is no card: facts, services, laws, safety, duties."""
    return f"trees/felles/{kind}.yaml"


def exercise_file(exercise: str) -> str:
    """The file of an exercise, `stange/merker` → `trees/stange/exercises/merker.yaml`."""
    pack, _, own = exercise.partition("/")
    return f"trees/{pack}/exercises/{own}.yaml"


def contacts_file(pack: str) -> str:
    """The file with the contact points of a pack."""
    return f"contacts/{pack}.yaml"
