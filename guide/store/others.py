"""What the files that are no cards speak of must be there, too: lists, packs, rules, services, laws, contacts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from guide.core.contacts import ContactPoint, Service
from guide.core.content import NOT_ASKED, Fact, Invariant, Matcher, Pack, SignList
from guide.core.findings import Finding
from guide.store.messages import suggest
from guide.store.references import check_given, check_service, check_sources
from guide.store.sight import Sight, World
from guide.store.wording import say


def check_list(found: SignList, sight: Sight, world: World) -> Iterator[Finding]:
    """A list of signs."""
    columns = [name for name, _ in found.columns]
    seen: set[str] = set()
    yield from check_sources(sight, world, found.source, "source")
    for index, sign in enumerate(found.signs):
        here = sight.into("signs", index)
        if sign.id in seen:
            yield say("dobbel-id", sight.file, here.at("id"), name=sign.id)
        seen.add(sign.id)
        if sign.column not in columns:
            options = ", ".join(columns)
            yield say("ukjent-kolonne", sight.file, here.at("column"), name=sign.column, options=options)
        if sign.source and not world.knows_source(sign.source):
            yield suggest("ukjent-kilde", sight.file, here.at("source"), sign.source, sorted(world.sources))
    for fact, _ in found.sets:
        yield from check_given(
            sight, world.facts, fact, [("ja", "")], "sets", fact, known="facts" in world.broken_files
        )


def check_services(services: Iterable[Service], sight: Sight, world: World) -> Iterator[Finding]:
    """Who stands in must be there."""
    for service in services:
        for key in ("stand_in", "fallback", "acute"):
            for index, other in enumerate(getattr(service, key)):
                yield from check_service(sight, world, other, "services", service.id, key, index)


def check_pack(pack: Pack, sight: Sight, world: World) -> Iterator[Finding]:
    """The cards of a pack and whom they serve."""
    places = world.facts.get("virksomhet", Fact("virksomhet"))
    options = [value for value, _ in places.values]
    for place, card in pack.cards:
        if options and place not in options:
            yield suggest("ukjent-svar", sight.file, sight.key("cards", place), place, options, fact="virksomhet")
        if card not in world.cards and card not in world.broken_cards:
            yield say("kort-uten-sted", sight.file, sight.at("cards", place), pack=pack.name, name=card, place=place)
    for index, day in enumerate(pack.closing_days):
        yield from check_date(sight, day, "calendar", "closing_days", index)
    for index, mended in enumerate(pack.mended):
        if mended.now.startswith(("lov:", "kilde:")) and not world.knows_source(mended.now):
            yield suggest(
                "ukjent-kilde", sight.file, sight.at("mended", index, "now"), mended.now, sorted(world.sources)
            )
    yield from check_date(sight, pack.reviewed, "reviewed")
    yield from check_date(sight, pack.review_by, "review_by")


def check_date(sight: Sight, day: str, *way: str | int) -> Iterator[Finding]:
    """A date that the calendar does not have."""
    try:
        if day:
            date.fromisoformat(day)
    except ValueError:
        yield say("feil-dato", sight.file, sight.at(*way), value=day)


def check_laws(data: Any, sight: Sight, world: World) -> Iterator[Finding]:
    """Dates, and what has taken the place of an old reference."""
    for key in ("statutes", "guidance"):
        for name, law in data.get(key, {}).items():
            yield from check_date(sight, law["checked"], key, name, "checked")
    for index, entry in enumerate(data.get("superseded", ())):
        # «lov:…» and «kilde:…» are sources, anything else is what to write instead
        if entry["now"].startswith(("lov:", "kilde:")) and not world.knows_source(entry["now"]):
            place = sight.at("superseded", index, "now")
            yield suggest("ukjent-kilde", sight.file, place, entry["now"], sorted(world.sources))


def check_rule(given: Matcher, sight: Sight, world: World) -> Iterator[Finding]:
    """The facts of a rule; `ikke_spurt` is a value of every fact."""
    for fact, values in given:
        asked = [(value, index) for index, value in enumerate(values) if value != NOT_ASKED]
        silent = "facts" in world.broken_files or _local(world, fact)
        yield from check_given(sight, world.facts, fact, asked, "given", fact, known=silent)


def check_invariant(rule: Invariant, sight: Sight, world: World) -> Iterator[Finding]:
    """What an invariant looks for."""
    yield from check_rule(rule.given, sight, world)
    for part, matcher in (("never", rule.never), ("before", rule.before)):
        for key, values in matcher:
            for index, value in enumerate(values):
                if key == "contact":
                    yield from check_service(sight, world, value, part, key, index)
                elif key == "answer":
                    fact, _, answer = value.partition("=")
                    here = sight.into(part, key)
                    if fact not in world.facts and not _local(world, fact) and "facts" not in world.broken_files:
                        yield suggest("ukjent-faktum", sight.file, here.at(index), fact, list(world.facts))
                    elif fact in world.facts and not world.facts[fact].allows(answer):
                        options = [known for known, _ in world.facts[fact].values]
                        yield suggest("ukjent-svar", sight.file, here.at(index), answer, options, fact=fact)


def _local(world: World, fact: str) -> bool:
    """Whether some card declares the fact for itself, or may do so in a file that could not be read."""
    return bool(world.broken_cards) or any(fact in card.facts for card in world.cards.values())


def check_contacts(
    points: Iterable[ContactPoint], data: Any, sight: Sight, world: World
) -> Iterator[tuple[int, Finding]]:
    """The contact points of one file: (which, what is wrong)."""
    seen: set[str] = set()
    for index, point in enumerate(points):
        here = sight.into("contacts", index)
        for finding in _contact(point, here, world, data["contacts"][index]):
            yield index, finding
        if point.id in seen:
            yield index, say("dobbel-id", sight.file, here.at("id"), name=point.id)
        seen.add(point.id)


def _contact(point: ContactPoint, sight: Sight, world: World, written: Any) -> Iterator[Finding]:
    """One contact point."""
    # imported here: hours.py is for those who evaluate them, and its package only comes in for hours that are given
    from guide.core.hours import Hours, HoursError

    yield from check_service(sight, world, point.service, "service")
    yield from check_sources(sight, world, point.source, "source")
    yield from check_date(sight, point.checked, "checked")
    if point.ages and point.ages[0] > point.ages[1]:
        yield say("feil-alder", sight.file, sight.at("ages"), value=written["ages"])
    if not (point.phone or point.missing or point.web):
        yield say("uten-nummer", sight.file, sight.at())
    try:
        Hours(point.hours)
    except HoursError as error:
        yield say("feil-tid", sight.file, sight.at("hours"), value=point.hours, why=error)
