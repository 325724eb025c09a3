"""What the checks across files look at: all that can be spoken of, and the place of what speaks of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from guide.core.contacts import Service
from guide.core.content import Card, Fact, Law, Pack, SignList
from guide.core.places import Place, shared_file
from guide.core.record import record
from guide.store.places import place_of


@record
class Sight:
    """A file, and the way into it from which places are named."""

    file: str
    tree: object
    way: tuple[str | int, ...] = ()

    def at(self, *way: str | int) -> Place:
        """The place of a value."""
        return place_of(self.tree, self.way + way)

    def key(self, *way: str | int) -> Place:
        """The place of a key."""
        return place_of(self.tree, self.way + way, key=True)

    def into(self, *way: str | int) -> Sight:
        """The same file, seen from further in."""
        return Sight(self.file, self.tree, self.way + way)


@dataclass(slots=True)
class World:
    """All that the files declare, before anything is put out of use."""

    packs: Mapping[str, Pack] = field(default_factory=dict)
    cards: Mapping[str, Card] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    services: Mapping[str, Service] = field(default_factory=dict)
    laws: Mapping[str, Law] = field(default_factory=dict)
    lists: Mapping[str, SignList] = field(default_factory=dict)
    broken_cards: frozenset[str] = frozenset()
    """Cards whose file is there and cannot be used."""
    broken_files: frozenset[str] = frozenset()
    """Kinds of shared files (facts, services, laws) that are missing or cannot be used: nothing is said of what they
    would declare, but what builds on them is out of use."""
    broken_packs: frozenset[str] = frozenset()
    broken_lists: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()

    def knows_source(self, source: str) -> bool:
        """Whether a source is there, or would be in a file that is broken itself."""
        if source in self.sources:
            return True
        return bool(self.lost_for(source))

    def lost_for(self, source: str) -> str:
        """The broken file that a source would stand in, empty where there is none."""
        kind = source.partition(":")[0]
        if kind in self.broken_packs:
            return f"trees/{kind}/pack.yaml"
        return shared_file("laws") if kind in ("lov", "kilde") and "laws" in self.broken_files else ""
