"""The small mistakes that `mutate` makes: each changes just what it says, and none of them the files on disk."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from guide.checks.mutants.mutant import Edit, Ground, Mutant
from guide.checks.mutants.registry import MAKERS, mutants
from guide.checks.mutants.times import shorter
from guide.checks.proofs.taken import ways_taken
from guide.core.content import Content, Node
from guide.core.places import Place
from guide.service.checking.mutate_view import KINDS
from guide.store.load import load_sources, load_with_places
from guide.store.sources import Sources, read_sources

ROOT = Path(__file__).resolve().parents[2]
KEYS = {
    "svar-flyttet": {"answers", "exits"},
    "vet-ikke-som-nei": {"answers"},
    "frist-flyttet": {"deadlines"},
    "meldeplikt-svekket": {"report"},
    "hast-svekket": {"urgency"},
    "foresatte-for-tidlig": {"guardians"},
    "plikt-borte": {"duties"},
    "virkning-borte": {"does"},
    "feil-tjeneste": {"contact"},
}
"""What of a node each kind changes; «steg-borte» and «kortere-tid» change something else."""


@pytest.fixture(scope="module")
def sources() -> Sources:
    """The shipped files."""
    return read_sources(ROOT)


@pytest.fixture(scope="module")
def ground(sources: Sources) -> Ground:
    """What mistakes are made in."""
    return Ground(*load_with_places(sources)[:2])


@pytest.fixture(scope="module")
def made(ground: Ground) -> tuple[Mutant, ...]:
    """Every mistake."""
    return mutants(ground)


def loaded(sources: Sources, mutant: Mutant) -> Content:
    """The content with the mistake in it."""
    return load_sources(replace(sources, data=mutant.made(sources.data)))


def changed(before: Node, after: Node) -> set[str]:
    """The keys in which two nodes differ."""
    return {name for name in Node.__dataclass_fields__ if getattr(before, name) != getattr(after, name)}


@pytest.mark.parametrize("kind", sorted(KEYS))
def test_a_mistake_changes_what_it_says_and_nothing_else(
    sources: Sources, ground: Ground, made: tuple[Mutant, ...], kind: str
) -> None:
    """Of a kind at most eight, drawn: one key of one node differs, or the loader refuses what has come of it."""
    own = [one for one in made if one.kind == kind]
    for mutant in random.Random(kind).sample(own, min(8, len(own))):
        after = loaded(sources, mutant)
        if mutant.card not in after.cards:
            assert any(finding.severity == "error" for finding in after.findings), mutant.what
            continue
        others = [
            (name, node)
            for name, card in ground.content.cards.items()
            for node in card.nodes.values()
            if (name, node.id) != (mutant.card, mutant.node)
        ]
        assert all(after.cards[name].nodes[node.id] == node for name, node in others), mutant.what
        node = ground.content.cards[mutant.card].nodes[mutant.node]
        differs = changed(node, after.cards[mutant.card].nodes[mutant.node])
        assert differs, mutant.what
        assert differs <= KEYS[kind], mutant.what


def test_a_step_that_is_taken_out_is_gone_and_nothing_leads_to_it(
    sources: Sources, ground: Ground, made: tuple[Mutant, ...]
) -> None:
    """Ten, drawn: the node is not there, all others are, and what led to it leads on."""
    own = [one for one in made if one.kind == "steg-borte"]
    whole = 0
    for mutant in random.Random(4).sample(own, 10):
        after = loaded(sources, mutant)
        if mutant.card in after.cards:
            whole += 1
            before = ground.content.cards[mutant.card]
            nodes = after.cards[mutant.card].nodes
            assert set(before.nodes) - set(nodes) == {mutant.node}
            on = before.nodes[mutant.node].go
            for node in before.nodes.values():
                if node.go == mutant.node and node.id != mutant.node:
                    assert nodes[node.id].go == on
    assert whole >= 5


def test_every_kind_is_made_and_has_words(made: tuple[Mutant, ...]) -> None:
    """No kind makes nothing; each deadline both ways, each outcome's report, urgency and guardians where they can."""
    assert {one.kind for one in made} == set(KINDS)
    assert len(MAKERS) >= 9
    assert len(made) > 1_500
    assert len({(one.file, one.edits) for one in made}) == len(made)


def test_an_answer_that_no_walk_can_take_is_known(ground: Ground) -> None:
    """After the grounds for a duty have been asked, none of them can be the answer where they are summed up."""
    taken = ways_taken(ground.content, "felles/meldeplikt")
    assert ("felles/meldeplikt", "samlet", "alvorlig") not in taken
    assert ("felles/meldeplikt", "samlet", "noe") in taken
    assert ("felles/meldeplikt", "alder", "18-") in taken


@pytest.mark.parametrize(
    ("index", "left"),
    [(0, "x: [b, c] # d"), (1, "x: [a, c] # d"), (2, "x: [a, b] # d")],
    ids=["first", "middle", "last"],
)
def test_an_item_goes_with_its_comma(index: int, left: str) -> None:
    """What is left of a list on one line is a list."""
    ground = Ground(Content(*[{}] * 7), _Line("x: [a, b, c] # d"))
    edits = ground.without("f", ("a", "b", "c"), index, "x")
    assert Mutant("", "f", 1, "", edits).made({"f": b"x: [a, b, c] # d"})["f"].decode() == left


def test_the_only_item_leaves_an_empty_list() -> None:
    """A step must say what it does, also when that is nothing."""
    ground = Ground(Content(*[{}] * 7), _Line("x: [a]"))
    edits = ground.without("f", ("a",), 0, "x")
    assert Mutant("", "f", 1, "", edits).made({"f": b"x: [a]"})["f"] == b"x: []"


def test_several_edits_of_one_line_are_made_from_its_end() -> None:
    """So that none moves the place of another."""
    edits = (Edit(Place(1, 1), "a", "longer"), Edit(Place(1, 3), "b", "c"), Edit(Place(2, 1), lines=2))
    assert Mutant("", "f", 1, "", edits).made({"f": b"a b\nd\ne\nf"})["f"] == b"longer c\nf"


@pytest.mark.parametrize(
    ("hours", "less"),
    [
        ("Mo-Fr 08:00-15:30; PH off", "Mo-Fr 08:00-14:30; PH off"),
        ("Mo-Th 08:00-15:00, Fr 08:00-14:00", "Mo-Th 08:00-15:00, Fr 08:00-13:00"),
        ("24/7", "Mo-Su 00:00-23:00"),
        ("Mo-Fr 08:00-00:30", ""),
        ("", ""),
    ],
)
def test_hours_are_cut_by_one(hours: str, less: str) -> None:
    """The last span ends an hour earlier; what never closes, closes for an hour."""
    assert shorter(hours) == less


class _Line:
    """The places of one line `x: [a, b, c]`."""

    def __init__(self, text: str) -> None:
        self.text = text

    def at(self, file: str, *way: str | int) -> Place:
        """The place of an item."""
        return Place(1, 5 + 3 * int(way[-1]))

    def lines(self, file: str) -> list[str]:
        """The line."""
        return [self.text]
