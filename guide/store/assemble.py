"""Files of the right shape → Content: what they speak of is checked, what is broken stays out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from guide.core.contacts import WHOLE_COUNTRY
from guide.core.content import Card, Content, Pairs, SignList
from guide.core.findings import Finding
from guide.core.lists import KINDS, AnyList, Topic
from guide.store import build, build_lists, others
from guide.store.facts_check import check_fact
from guide.store.lists_check import check_any_list, check_topics
from guide.store.lost import lost_for_card, lost_for_list
from guide.store.recursion import out_of_use
from guide.store.references import check_card, check_sources
from guide.store.sight import Sight, World
from guide.store.wording import say

SHARED: Final = ("facts", "services", "laws", "safety", "duties", "search", "topics")
"""The files of felles that are no cards. Without the first three, nothing can be checked."""


@dataclass(slots=True)
class Parsed:
    """A file that has the right shape."""

    name: str
    kind: str
    data: Any

    @property
    def sight(self) -> Sight:
        """The file as the checks see it."""
        return Sight(self.name, self.data)


@dataclass(slots=True)
class Loading:
    """What is known so far."""

    parsed: list[Parsed] = field(default_factory=list)
    found: list[Finding] = field(default_factory=list)
    trees: dict[str, object] = field(default_factory=dict)
    """Every file that could be read, of the right shape or not, by name."""
    broken: list[tuple[str, str]] = field(default_factory=list)
    """(kind, the id that the file's place gives) of files that cannot be used."""

    def of(self, kind: str) -> list[Parsed]:
        """The files of a kind."""
        return [file for file in self.parsed if file.kind == kind]

    def one(self, kind: str) -> Parsed | None:
        """The one file of a kind."""
        return next(iter(self.of(kind)), None)

    def lost(self, kind: str) -> frozenset[str]:
        """The ids of files of a kind that cannot be used."""
        return frozenset(name for other, name in self.broken if other == kind)


def assemble(state: Loading, sha256: str) -> Content:
    """Everything built, what is spoken of checked, what is broken left out."""
    facts = state.one("facts")
    types = build.types(facts.data) if facts else {}
    world = _world(state, types)
    _check_shared(state, world, types)
    lists, search = _lists(state, world), state.one("search")
    cards = _cards(state, world, types, lists)
    contacts, invariants, duties = (
        _contacts(state, world),
        _rules(state, world, "safety"),
        _rules(state, world, "duties"),
    )
    topics, more = _topics(state, world), _more_lists(state, world)
    return Content(
        packs=world.packs,
        cards=cards,
        facts=world.facts,
        services=world.services,
        laws=world.laws,
        lists=lists,
        contacts=contacts,
        invariants=invariants,
        duties=duties,
        synonyms=build.synonyms(search.data) if search else (),
        superseded=_superseded(state.one("laws")),
        topics=topics,
        **more,
        findings=tuple(sorted(dict.fromkeys(state.found), key=lambda f: (f.file, f.line, f.column, f.code))),
        sha256=sha256,
    )


def _check_shared(state: Loading, world: World, types: Mapping[str, Pairs]) -> None:
    """The files that are used whatever is wrong in them: facts, services, laws, packs."""
    for file in state.of("facts"):
        for name, fact in world.facts.items():
            state.found += check_fact(file.sight.into("facts", name), fact, types)
    for file in state.of("services"):
        state.found += others.check_services(world.services.values(), file.sight, world)
    for file in state.of("laws"):
        state.found += others.check_laws(file.data, file.sight, world)
    for file in state.of("pack"):
        state.found += others.check_pack(world.packs[file.data["pack"]], file.sight, world)


def _lists(state: Loading, world: World) -> dict[str, SignList]:
    """The lists that can be used."""
    kept = {}
    for file in state.of("list"):
        found = world.lists[file.data["list"]]
        wrong = [*others.check_list(found, file.sight, world), *lost_for_list(found, file.sight, world)]
        state.found += wrong
        if not wrong:
            kept[found.id] = found
    return kept


def _more_lists(state: Loading, world: World) -> dict[str, Any]:
    """The lists of measures, arenas, factors and terms that can be used, by kind and id."""
    file = state.one("topics")
    topics = None if state.lost("topics") else list(file.data["topics"]) if file else []
    kept: dict[str, dict[str, AnyList]] = {kind: {} for kind in KINDS}
    for kind, found in kept.items():
        for file in state.of(kind):
            made = build_lists.any_list(kind, file.data)
            wrong = list(check_any_list(made, kind, file.data, file.sight, world, topics))
            state.found += wrong
            if not wrong:
                found[made.id] = made
    return kept


def _topics(state: Loading, world: World) -> dict[str, Topic]:
    """The topics; what is wrong in one puts it out of use alone."""
    file = state.one("topics")
    if file is None:
        return {}
    kept = {}
    for name, topic in build_lists.topics(file.data).items():
        wrong = list(check_topics([topic], file.sight, world, world.cards))
        state.found += wrong
        if not wrong:
            kept[name] = topic
    return kept


def _cards(state: Loading, world: World, types: Mapping[str, Pairs], lists: Mapping[str, SignList]) -> dict[str, Card]:
    """The cards that can be used."""
    sights = {file.data["card"]: file.sight for file in state.of("card")}
    bad = set()
    for name, card in world.cards.items():
        sight = sights[name]
        wrong = [*check_card(card, sight, world, types), *lost_for_card(card, sight, world)]
        wrong += _lost_lists(card, sight, world, lists)
        state.found += wrong
        if wrong:
            bad.add(name)
    out, wrong = out_of_use(world, bad, sights)
    state.found += wrong
    return {name: card for name, card in world.cards.items() if name not in out}


def _lost_lists(card: Card, sight: Sight, world: World, lists: Mapping[str, SignList]) -> Iterator[Finding]:
    """Lists that are there, and out of use."""
    there = world.lists.keys() | world.broken_lists
    for node in card.nodes.values():
        if node.list in there and node.list not in lists:
            yield say("liste-ute", sight.file, sight.at("nodes", node.id, "list"), name=node.list)


def _superseded(file: Parsed | None) -> Pairs:
    """Old references and what took their place."""
    entries = file.data.get("superseded", ()) if file else ()
    return tuple((old, entry["now"]) for entry in entries for old in (entry["old"], *entry.get("also", ())))


def _world(state: Loading, types: Any) -> World:
    """What all files declare."""
    facts, services, laws = state.one("facts"), state.one("services"), state.one("laws")
    packs = {file.data["pack"]: build.pack(file.data) for file in state.of("pack")}
    world = World(
        packs=packs,
        cards={file.data["card"]: build.card(file.data, types) for file in state.of("card")},
        facts={n: build.fact(n, shape, types) for n, shape in facts.data["facts"].items()} if facts else {},
        services={n: build.service(n, shape) for n, shape in services.data["services"].items()} if services else {},
        laws=build.laws(laws.data) if laws else {},
        lists={file.data["list"]: build.sign_list(file.data) for file in state.of("list")},
        broken_cards=state.lost("card"),
        broken_files=frozenset(kind for kind in SHARED if state.lost(kind)),
        broken_packs=state.lost("pack"),
        broken_lists=state.lost("list"),
    )
    named = {f"{pack.id}:{point}" for pack in packs.values() for point in pack.points}
    world.sources = frozenset(named | world.laws.keys())
    return world


def _rules(state: Loading, world: World, kind: str) -> Any:
    """The rules of safety.yaml or duties.yaml that can be used."""
    file = state.one(kind)
    kept = []
    for name, shape in file.data["rules"].items() if file else ():
        sight = file.sight.into("rules", name)  # type: ignore[union-attr]
        if kind == "safety":
            rule: Any = build.invariant(name, shape)
            wrong = list(others.check_invariant(rule, sight, world))
        else:
            rule = build.duty(name, shape)
            wrong = [*others.check_rule(rule.given, sight, world), *check_sources(sight, world, rule.source, "source")]
        state.found += wrong
        if not wrong:
            kept.append(rule)
    return tuple(kept)


def _contacts(state: Loading, world: World) -> dict[str, Any]:
    """The contact points by pack. A number stays in use where only its source, date or hours are wrong."""
    kept = {}
    for file in state.of("contacts"):
        owner = file.data["pack"]
        if owner not in (*world.packs, *world.broken_packs, *WHOLE_COUNTRY):
            state.found.append(say("ukjent-pakke", file.name, file.sight.at("pack"), name=owner))
        points = [build.contact(shape, owner) for shape in file.data["contacts"]]
        bad = set()
        for index, finding in others.check_contacts(points, file.data, file.sight, world):
            state.found.append(finding)
            if finding.code.startswith(("ukjent-tjeneste", "feil-alder")):
                bad.add(index)
        kept[owner] = tuple(point for index, point in enumerate(points) if index not in bad)
    return kept
