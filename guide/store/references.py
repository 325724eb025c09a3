"""What a card speaks of must be there: nodes, facts, values, services, sources, lists, cards and exits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from guide.core.content import ASK, BACK, BY, EXIT, INCLUDE, OUTCOME, RECORD, SIGNS, Card, Fact, Node, Pairs
from guide.core.findings import Finding
from guide.store.coverage import uncovered
from guide.store.facts_check import check_fact
from guide.store.messages import suggest
from guide.store.sight import Sight, World
from guide.store.wording import say


def check_card(card: Card, sight: Sight, world: World, types: Mapping[str, Pairs]) -> list[Finding]:
    """Everything that makes a card unusable, by itself."""
    return [*_head(card, sight, world, types), *_nodes(card, sight, world)]


def check_sources(sight: Sight, world: World, sources: Iterable[str], *way: str) -> Iterator[Finding]:
    """Sources that are not there; they stand as a list at `way`."""
    for index, source in enumerate(sources):
        if not world.knows_source(source):
            yield suggest("ukjent-kilde", sight.file, sight.at(*way, index), source, sorted(world.sources))


def check_service(sight: Sight, world: World, service: str, *way: str | int, key: bool = False) -> Iterator[Finding]:
    """A service that is not there."""
    if service not in world.services and "services" not in world.broken_files:
        place = sight.key(*way) if key else sight.at(*way)
        yield suggest("ukjent-tjeneste", sight.file, place, service, list(world.services))


def check_given(
    sight: Sight,
    facts: Mapping[str, Fact],
    fact: str,
    values: Iterable[tuple[str, str | int]],
    *way: str,
    known: bool = False,
) -> Iterator[Finding]:
    """A fact with values that are spoken of at `way`; each value comes with its own step there (or none, «»)."""
    if fact not in facts:
        if not known:
            yield suggest("ukjent-faktum", sight.file, sight.key(*way), fact, list(facts))
        return
    options = [value for value, _ in facts[fact].values]
    for value, step in values:
        if not facts[fact].allows(value):
            place = sight.at(*way, step) if step != "" else sight.at(*way)
            yield suggest("ukjent-svar", sight.file, place, value, options, fact=fact)


def facts_of(card: Card, world: World) -> dict[str, Fact]:
    """The facts that a card can speak of."""
    return {**card.facts, **world.facts}


def _head(card: Card, sight: Sight, world: World, types: Mapping[str, Pairs]) -> Iterator[Finding]:
    """What stands above the nodes."""
    facts = facts_of(card, world)
    silent = "facts" in world.broken_files
    if card.start not in card.nodes:
        yield suggest("ukjent-node", sight.file, sight.at("start"), card.start, list(card.nodes))
    for name, fact in card.facts.items():
        if name in world.facts:
            yield say("faktum-finnes", sight.file, sight.key("facts", name), name=name)
        if fact.set_by == "profile" or fact.default:  # a walk begins with them, before this card is reached
            yield say("profil-i-kort", sight.file, sight.key("facts", name), name=name)
        yield from check_fact(sight.into("facts", name), fact, types, silent)
    for name, value in card.sets:
        yield from check_given(sight, facts, name, [(value, "")], "sets", name, known=silent)
    if "virksomhet" in world.facts:
        options = [value for value, _ in world.facts["virksomhet"].values]
        for index, value in enumerate(card.serves):
            if value not in options:
                yield suggest("ukjent-svar", sight.file, sight.at("serves", index), value, options, fact="virksomhet")
    for point in card.points:
        if point.source and not world.knows_source(point.source):
            place = sight.at("points", point.id, "source")
            yield suggest("ukjent-kilde", sight.file, place, point.source, sorted(world.sources))
    for name, ways in card.alarms:
        yield from _laid_in(card, sight.into("alarms", name), sight.key("alarms", name), world, name, ways)
    used = {node.text for node in card.nodes.values() if node.kind == EXIT}
    for index, name in enumerate(card.exits):
        if name not in used:
            yield say("utgang-uten-node", sight.file, sight.at("exits", index), name=name)


def _laid_in(card: Card, sight: Sight, place: object, world: World, name: str, ways: Pairs) -> Iterator[Finding]:
    """A card that is laid in, as an include or an alarm: `sight` looks at where its exits are mapped."""
    alarm = len(sight.way) == 2
    for exit_, target in ways:
        if target not in card.nodes and not (alarm and target == BACK):
            yield suggest("ukjent-node", sight.file, sight.at(exit_), target, list(card.nodes))
    if name not in world.cards:
        if name not in world.broken_cards:
            yield suggest("ukjent-kort", sight.file, place, name, list(world.cards))
        return
    exits = world.cards[name].exits
    given = [exit_ for exit_, _ in ways]
    for exit_ in given:
        if exit_ not in exits:
            options = ", ".join(exits)
            yield say("ukjent-utgang", sight.file, sight.key(exit_), name=exit_, card=name, options=options)
    for exit_ in exits:
        if exit_ not in given:
            yield say("utgang-mangler", sight.file, place, name=exit_, card=name)  # type: ignore[arg-type]


def _nodes(card: Card, sight: Sight, world: World) -> Iterator[Finding]:
    """The nodes, one by one."""
    facts = facts_of(card, world)
    points = [point.id for point in card.points]
    for node in card.nodes.values():
        here = sight.into("nodes", node.id)
        if node.point and node.point not in points:
            options = ", ".join(points)
            yield say("ukjent-punkt", sight.file, here.at("point"), name=node.point, options=options)
        yield from _targets(card, here, node)
        yield from check_sources(here, world, node.source, "source")
        for service, _ in node.contact:
            yield from check_service(here, world, service, "contact", service, key=True)
        yield from _kind(card, here, node, world, facts)
        yield from _deadlines(card, here, node)


def _targets(card: Card, sight: Sight, node: Node) -> Iterator[Finding]:
    """Where a node leads."""
    ways: list[tuple[str, tuple[str, ...]]] = [(to, ("answers", value)) for value, to in node.answers]
    if node.go:
        ways.append((node.go, ({OUTCOME: "then", EXIT: "alone"}.get(node.kind, "go"),)))
    for target, way in ways:
        if target not in card.nodes:
            yield suggest("ukjent-node", sight.file, sight.at(*way), target, list(card.nodes))


def _kind(card: Card, sight: Sight, node: Node, world: World, facts: Mapping[str, Fact]) -> Iterator[Finding]:
    """What only some kinds of node speak of."""
    if node.kind in (ASK, BY):
        if node.fact in facts:
            yield from uncovered(sight, node, facts[node.fact])
        elif "facts" not in world.broken_files:
            place = sight.at("by" if node.kind == BY else "fact")
            yield suggest("ukjent-faktum", sight.file, place, node.fact, list(facts))
    elif node.kind == SIGNS and node.list not in world.lists and node.list not in world.broken_lists:
        yield suggest("ukjent-liste", sight.file, sight.at("list"), node.list, list(world.lists))
    elif node.kind == INCLUDE:
        yield from _laid_in(card, sight.into("exits"), sight.at("include"), world, node.text, node.exits)
    elif node.kind == EXIT and node.text not in card.exits:
        yield say("utgang-ikke-nevnt", sight.file, sight.at("exit"), name=node.text)


def _deadlines(card: Card, sight: Sight, node: Node) -> Iterator[Finding]:
    """A deadline counts from a date that a record of the same card notes."""
    for index, deadline in enumerate(node.deadlines):
        anchor = deadline.start or deadline.on
        name, _, field = anchor.partition(".")
        record = card.nodes.get(name)
        dated = record is not None and record.kind == RECORD
        if not dated or not any(f.id == field and f.kind == "date" for f in record.fields):  # type: ignore[union-attr]
            place = sight.at("deadlines", index, "from" if deadline.start else "on")
            yield say("frist-uten-start", sight.file, place, name=anchor)
