"""The line on which a node of a card stands, for a finding about the content rather than about a file."""

from __future__ import annotations

from pathlib import Path

from guide.store.places import place_of
from guide.store.wording import NOWHERE, Place
from guide.store.yaml_reader import Map, read


class NodePlaces:
    """Looks up nodes in the files of one content folder; a file is read when it is first asked about."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._trees: dict[str, object] = {}

    def of(self, card: str, node: str) -> tuple[str, Place]:
        """The card's file, and the place of the node's key in it; no place where it can't be found."""
        name = f"trees/{card}.yaml"
        if name not in self._trees:
            self._trees[name] = read(self._root / name, name)[0]
        tree = self._trees[name]
        nodes = tree.get("nodes") if isinstance(tree, Map) else None
        known = isinstance(nodes, Map) and node in nodes
        return name, place_of(tree, ("nodes", node), key=True) if known else NOWHERE

    def line_of(self, card: str, node: str) -> tuple[str, int]:
        """The card's file and the node's line in it, 0 where it can't be found."""
        name, place = self.of(card, node)
        return name, place.line
