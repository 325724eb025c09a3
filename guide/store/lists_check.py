"""What lists of measures, arenas, factors and terms speak of must be there: topics, services, sources, packs, facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from guide.core.content import Card
from guide.core.findings import Finding
from guide.core.lists import AnyList, Topic, entries
from guide.store.messages import suggest
from guide.store.references import check_given, check_service, check_sources
from guide.store.sight import Sight, World
from guide.store.wording import say


def check_any_list(
    found: AnyList, kind: str, data: Mapping[str, Any], sight: Sight, world: World, topics: Iterable[str] | None
) -> Iterator[Finding]:
    """A list of `kind`. `topics` are those of topics.yaml, None where that file is broken itself."""
    seen: set[str] = set()
    yield from check_sources(sight, world, found.source, "source")
    for index, entry in enumerate(entries(found)):
        here = sight.into(kind, index)
        if entry.id in seen:
            yield say("dobbel-id", sight.file, here.at("id"), name=entry.id)
        seen.add(entry.id)
        yield from check_sources(here, world, entry.source, "source")
        if service := getattr(entry, "service", ""):
            yield from check_service(here, world, service, "service")
        places = [(place, at) for at, place in enumerate(getattr(entry, "places", ()))]
        if places:
            silent = "facts" in world.broken_files
            yield from check_given(here, world.facts, "virksomhet", places, "places", known=silent)
        ages = getattr(entry, "ages", None)
        if ages and ages[0] > ages[1]:
            yield say("feil-alder", sight.file, here.at("ages"), value=data[kind][index]["ages"])
        for at, topic in enumerate(getattr(entry, "topics", ())):
            if topics is not None and topic not in topics:
                yield suggest("ukjent-tema", sight.file, here.at("topics", at), topic, list(topics))


def check_topics(topics: Iterable[Topic], sight: Sight, world: World, cards: Mapping[str, Card]) -> Iterator[Finding]:
    """The facts of the topics, shared or a card's own."""
    local = {name: fact for card in cards.values() for name, fact in card.facts.items()}
    silent = "facts" in world.broken_files or bool(world.broken_cards)
    for topic in topics:
        for fact, values in topic.facts:
            asked = [(value, index) for index, value in enumerate(values)]
            way = ("topics", topic.id, "facts", fact)
            yield from check_given(sight, {**local, **world.facts}, fact, asked, *way, known=silent)
