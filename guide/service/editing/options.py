"""What can be chosen while one edits: steps, facts and their answers, services, sources, each with its title.

Read from the files as they are, right or wrong elsewhere, so that a broken card can still be mended by its form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from guide.core.content import BACK, KINDS
from guide.core.record import record
from guide.service.editing import words as say
from guide.service.editing.folder import EditError, Editing
from guide.store.load import kind_of

TEXTS: Final = ("ask", "signs", "task", "record", "outcome")
"""The kinds of node that show a text of their own."""
FACTS: Final = "trees/felles/facts.yaml"
SERVICES: Final = "trees/felles/services.yaml"
LAWS: Final = "trees/felles/laws.yaml"


@record
class Option:
    """Something to choose: what is written in the file, and what is shown."""

    value: str
    title: str


def option(value: str, title: str) -> Option:
    """Something to choose, for those whose own widgets have a class of that name."""
    return Option(value, title)


class Choices:
    """The choices that the files of a folder give, as the files are now."""

    def __init__(self, editing: Editing) -> None:
        """Nothing is looked up yet."""
        self._editing = editing

    def tree(self, name: str) -> dict[str, Any]:
        """A file as it is read; empty where it is missing or can't be."""
        try:
            found = self._editing.document(name).tree
        except EditError:
            return {}
        return found if isinstance(found, dict) else {}

    def nodes(self, file: str) -> tuple[Option, ...]:
        """The steps of a card."""
        nodes = _map(self.tree(file).get("nodes"))
        return tuple(Option(name, self.node_title(file, name)) for name in nodes)

    def node_title(self, file: str, node: str) -> str:
        """What a step is called where one chooses among them."""
        if node == BACK:
            return say.BACK
        shape = _map(_map(self.tree(file).get("nodes")).get(node))
        kind = next((key for key in KINDS if key in shape), "")
        text = str(shape.get(kind, ""))
        if kind in TEXTS:
            return text
        if kind == "by":
            return say.NODE_BY.format(about=self.fact_title(file, text))
        if kind == "include":
            return say.NODE_INCLUDE.format(title=self.tree(f"trees/{text}.yaml").get("title", text))
        return say.NODE_EXIT.format(name=text) if kind == "exit" else say.NODE_OTHER

    def facts(self, file: str) -> tuple[Option, ...]:
        """The facts that a card may speak of: its own, then those of all."""
        return tuple(Option(name, self.fact_title(file, name)) for name in self._facts(file))

    def fact_title(self, file: str, fact: str) -> str:
        """A fact's short name."""
        return str(_map(self._facts(file).get(fact)).get("about", fact))

    def answers(self, file: str, fact: str) -> tuple[Option, ...]:
        """The answers on a fact, with their words; none for one in years, whose answers are ranges."""
        shape = self._facts(file).get(fact)
        types = _map(self.tree(FACTS).get("types"))
        values = _map(types.get(shape)).get("values") if isinstance(shape, str) else _map(shape).get("values")
        return tuple(Option(value, str(words)) for value, words in _map(values).items())

    def services(self) -> tuple[Option, ...]:
        """The services."""
        return _titled(self.tree(SERVICES).get("services"))

    def sources(self) -> tuple[Option, ...]:
        """The points of the plans, the statutes and the guidance."""
        found: list[Option] = []
        for name in _files(self._editing, "pack"):
            pack = self.tree(name)
            for point, shape in _map(pack.get("points")).items():
                title = say.SOURCE.format(title=_map(shape).get("title", point), place=_map(shape).get("place", ""))
                found.append(Option(f"{pack.get('pack')}:{point}", title))
        laws = self.tree(LAWS)
        for kind, key in (("lov", "statutes"), ("kilde", "guidance")):
            found += (Option(f"{kind}:{each.value}", each.title) for each in _titled(laws.get(key)))
        return tuple(found)

    def lists(self) -> tuple[Option, ...]:
        """The lists of signs."""
        trees = (self.tree(name) for name in _files(self._editing, "list"))
        return tuple(Option(str(tree["list"]), str(tree.get("title", ""))) for tree in trees if "list" in tree)

    def cards(self, shared: bool = False) -> tuple[Option, ...]:
        """The cards; with `shared`, those that others lay in."""
        trees = (self.tree(name) for name in _files(self._editing, "card"))
        return tuple(
            Option(str(tree["card"]), str(tree.get("title", "")))
            for tree in trees
            if "card" in tree and (not shared or tree.get("exits"))
        )

    def exits(self, card: str) -> tuple[Option, ...]:
        """The ways out of a card, each told by what its node says."""
        found = self.tree(f"trees/{card}.yaml").get("exits")
        return tuple(Option(str(name), str(name)) for name in (found if isinstance(found, list) else ()))

    def points(self, file: str) -> tuple[Option, ...]:
        """The points of a card's rail."""
        return _titled(self.tree(file).get("points"))

    def dates(self, file: str) -> tuple[Option, ...]:
        """The dates that a card records, which a deadline can count from."""
        found = []
        for name, shape in _map(self.tree(file).get("nodes")).items():
            fields = _map(shape).get("fields")
            for field in fields if isinstance(fields, list) else ():
                if _map(field).get("kind") == "date":
                    title = say.ANSWER_ON.format(node=self.node_title(file, name), label=_map(field).get("label", ""))
                    found.append(Option(f"{name}.{_map(field).get('id')}", title))
        return tuple(found)

    def _facts(self, file: str) -> dict[str, Any]:
        return {**_map(self.tree(file).get("facts")), **_map(self.tree(FACTS).get("facts"))}


def _files(editing: Editing, kind: str) -> Iterator[str]:
    return (name for name in editing.names() if (kind_of(name) or ("",))[0] == kind)


def _titled(found: object) -> tuple[Option, ...]:
    return tuple(Option(name, str(_map(shape).get("title", name))) for name, shape in _map(found).items())


def _map(value: object) -> Mapping[str, Any]:
    """A mapping, empty where it is none: a file may hold anything."""
    return value if isinstance(value, dict) else {}
