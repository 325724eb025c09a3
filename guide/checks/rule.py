"""What a rule is: a stable code, a severity, a page for those who own the content, and a search for faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import ModuleType
from typing import cast

from guide.checks.exercises import Spoken
from guide.checks.texts import is_prose
from guide.core.content import Card, Content, Matcher, Node
from guide.core.exercise import Exercise
from guide.core.exercise_fit import Fit, fit
from guide.core.findings import Finding, short
from guide.core.lay import Laid, lay
from guide.core.places import Place, Spots, Value, card_file


@dataclass(frozen=True)
class Subject:
    """What the rules look at: the content in use, where everything stands, and today's date (from outside)."""

    content: Content
    spots: Spots
    today: date
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    """Those that were read with the content."""

    @cached_property
    def spoken(self) -> Sequence[Spoken]:
        """Every exercise, with what it speaks of looked up."""
        return [Spoken(self.content, one, self.laid.get(one.card)) for one in self.exercises.values()]

    @cached_property
    def fits(self) -> Mapping[str, Fit]:
        """Every exercise that speaks of nothing unknown, walked along its right way."""
        there = (spoken.exercise for spoken in self.spoken if next(spoken.unknown(), None) is None)
        return {one.id: fit(self.content, one) for one in there}

    @cached_property
    def nodes(self) -> Sequence[tuple[Card, Node]]:
        """Every node of every card in use."""
        return [(card, node) for card in self.content.cards.values() for node in card.nodes.values()]

    @cached_property
    def prose(self) -> Sequence[Value]:
        """Every text that somebody reads, of every file that could be read: those of cards out of use, too."""
        spots = self.spots
        return [value for file in spots.files() for value in spots.values(file) if is_prose(value)]

    @cached_property
    def laid(self) -> Mapping[str, Laid]:
        """Every card in use, with what it includes laid in."""
        return {card: lay(self.content, card) for card in self.content.cards}

    def at_node(self, card: str, node: str, *way: str | int) -> Place:
        """The place of a value of a node; of the node's own name without `way`."""
        file = card_file(card)
        return self.spots.at(file, "nodes", node, *way) if way else self.spots.key(file, "nodes", node)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `whole`: it speaks of what nothing uses, and can only know that when nothing is out of use."""

    code: str
    severity: str
    page: str
    find: Callable[[Subject], Iterator[Finding]]
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """Codes of the loader that share one page."""

    name: str
    page: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """How one rule speaks: its code and severity, what is wrong and how to mend it, with named slots."""

    code: str
    severity: str
    what: str
    mend: str

    def say(self, file: str, place: Place, **slots: object) -> Finding:
        """The finding at `place`, somebody's own text shortened to what a line holds."""
        shown = {name: short(value) for name, value in slots.items()}
        what, mend = self.what.format(**shown), self.mend.format(**shown)
        return Finding(self.code, file, place.line, place.column, what, mend, self.severity)


def givens(content: Content) -> Sequence[Matcher]:
    """What the invariants and the duties are given."""
    return [*(rule.given for rule in content.invariants), *(rule.given for rule in content.duties)]


def rule(module: ModuleType) -> Rule:
    """The rule that a module of `guide.checks.rules` holds."""
    words = cast(Words, module.WORDS)
    return Rule(words.code, words.severity, page(module), module.find, getattr(module, "WHOLE", False))


def family(module: ModuleType) -> Family:
    """The page that a module of `guide.checks.families` holds."""
    return Family(module.__name__.rpartition(".")[2].replace("_", "-"), page(module), module.CODES)


def page(module: ModuleType) -> str:
    """The docstring of a module: the page."""
    return (module.__doc__ or "").strip()
