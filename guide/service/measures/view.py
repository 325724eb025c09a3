"""Measures, arenas and factors ready in words, so that the app, the line mode and the command line say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from types import MappingProxyType
from typing import Final

from guide.core.clock import local
from guide.core.content import Content, Pairs
from guide.core.lists import Arena, Factor, Measure
from guide.core.record import record
from guide.core.together import packs_for
from guide.service.contact_view import ContactView
from guide.service.guide import Guide
from guide.service.measures import words
from guide.service.measures.measures import Wanted, arenas_of, find, measures_of
from guide.service.said import source_title

OLDEST: Final = 130
_NO_NAMES: Final[Mapping[str, str]] = MappingProxyType({})


@record
class MeasureView:
    """One measure in words. `access` and `consent` say it where the plan does not say; `sources` are titles."""

    own: Measure
    name: str
    about: str
    given_by: str
    levels: str
    whom: str
    ages: str
    access: str
    consent: str
    status: str
    now: bool
    """Whether one can get it today, as far as the plan says."""
    evidence: str = ""
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def short(self) -> str:
        """Status, level and ages in one line."""
        return words.SHORT.format(status=self.status, levels=self.levels, ages=self.ages)

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """(heading, words) of what one must know, in the order of every front end."""
        return (
            (words.HEAD_STATUS, self.status),
            (words.HEAD_LEVEL, self.levels),
            (words.HEAD_WHOM, self.whom),
            (words.HEAD_AGES, self.ages),
            (words.HEAD_ACCESS, self.access),
        )


@record
class GroupView:
    """Who gives measures, and which."""

    title: str
    measures: tuple[MeasureView, ...]


def found(guide: Guide, wanted: Wanted) -> tuple[GroupView, ...]:
    """What the guide's municipality has, in words."""
    content, pack = guide.content, guide.profile.pack
    names = level_names(content, pack)
    return tuple(
        GroupView(group.given_by, tuple(measure_view(content, measure, names) for measure in group.measures))
        for group in find(content, pack, wanted)
    )


def level_names(content: Content, pack: str) -> Mapping[str, str]:
    """What the plan of a municipality calls the levels, where it has names of its own."""
    near = packs_for(content, pack)
    lists = (content.measures[name] for name in content.measures if name.partition("/")[0] in near)
    return {level: name for found in lists for level, name in found.levels}


def count_words(groups: Iterable[GroupView]) -> str:
    """How many measures these are."""
    count = sum(len(group.measures) for group in groups)
    return words.COUNT_ONE if count == 1 else words.COUNT.format(count=count)


def why_none(guide: Guide) -> str:
    """Why nothing was found: no municipality, no list, or nothing that fits."""
    if not guide.profile.pack:
        return words.NO_PACK
    return words.NONE if any(measures_of(guide.content, guide.profile.pack)) else words.NO_LIST


def wanted_words(content: Content, wanted: Wanted) -> tuple[tuple[str, str], ...]:
    """(label, value) of each choice, in the order of the keys; what is not chosen is «alle»."""
    titles = [content.topics[topic].title for topic in wanted.topics if topic in content.topics]
    return (
        (words.LABEL_TOPIC, listed(titles) or words.ALL),
        (words.LABEL_AGE, words.ALL if wanted.age is None else words.AGE_CHOSEN.format(age=wanted.age)),
        (words.LABEL_LEVEL, words.LEVELS.get(wanted.level, words.ALL)),
        (words.LABEL_WHOM, words.WHOM.get(wanted.whom, words.ALL)),
    )


def measure_view(content: Content, measure: Measure, names: Mapping[str, str] = _NO_NAMES) -> MeasureView:
    """One measure in words. `names` are the plan's own names of the levels."""
    return MeasureView(
        own=measure,
        name=measure.name,
        about=measure.about,
        given_by=measure.given_by,
        levels=listed(_level(level, names) for level in measure.levels),
        whom=listed(words.WHOM[whom] for whom in measure.whom),
        ages=_places(content, measure) if measure.places and not measure.ages else ages_words(measure.ages),
        access=measure.how or words.ACCESS[measure.access],
        consent=words.CONSENT[measure.consent],
        status=words.STATUS[measure.status],
        now=measure.status in ("in_use", "partly", ""),
        evidence=words.EVIDENCE.format(level=measure.evidence) if measure.evidence else "",
        notes=measure.note,
        sources=sources_words(content, measure.source),
    )


def sources_words(content: Content, sources: Iterable[str]) -> tuple[str, ...]:
    """The titles of sources that are there; a broken pack has none."""
    return tuple(source_title(content, source) for source in sources if _known(content, source))


def ages_words(ages: tuple[int, int] | None) -> str:
    """«13–23 år», «Fra 18 år», «Alle aldre»."""
    if ages is None:
        return words.AGES_ALL
    low, high = ages
    if low == high:
        return words.AGES_ONE.format(low=low)
    if high >= OLDEST:
        return words.AGES_FROM.format(low=low)
    return words.AGES_TO.format(high=high) if low == 0 else words.AGES.format(low=low, high=high)


def contacts_for(guide: Guide, service: str) -> tuple[ContactView, ...]:
    """The contact points of the service that gives a measure, as the hour stands; none where it has none."""
    from guide.service.contact_words import book

    return tuple(view for view in book(guide, local(guide.now())) if view.line.service == service) if service else ()


def meetings_for(guide: Guide, contact: Pairs) -> tuple[str, ...]:
    """The meeting arenas in which those that advice turns to (`contact` of a node) meet, at the user's workplace."""
    wanted, workplace = dict(contact), guide.profile.workplace
    return tuple(
        _meeting(arena)
        for arena in arenas_of(guide.content, guide.profile.pack)
        if arena.service in wanted and (not arena.places or workplace in arena.places)
    )


def _meeting(arena: Arena) -> str:
    if arena.leader and arena.often:
        said = words.MEETING_LED_HELD
    elif arena.leader:
        said = words.MEETING_LED
    else:
        said = words.MEETING_HELD if arena.often else words.MEETING
    leader, often = arena.leader.rstrip("."), arena.often.rstrip(".")
    return said.format(name=arena.name, purpose=arena.purpose, leader=leader, often=often)


def measure_named(content: Content, ref: str) -> Measure | None:
    """The measure at `pack/list#id`."""
    name, _, own = ref.partition("#")
    found = content.measures[name].measures if name in content.measures else ()
    return next((measure for measure in found if measure.id == own), None)


def entry_rows(content: Content, kind: str, ref: str) -> tuple[str, ...]:
    """What there is to say of an arena, a term, a factor or a service that the search found, a sentence each."""
    name, _, own = ref.partition("#")
    if kind == "service":
        service = content.services.get(ref)
        return (service.about, words.NO_NUMBER) if service else ()
    for arena in content.arenas[name].arenas if kind == "arena" else ():
        if arena.id == own:
            return (*_arena_rows(arena), *sources_words(content, arena.source))
    for term in content.terms[name].terms if kind == "term" else ():
        if term.id == own:
            return (term.says, *sources_words(content, term.source))
    for factor in content.factors[name].factors if kind == "factor" else ():
        if factor.id == own:
            return tuple(_factor_rows(content, name, factor))
    return ()


def _arena_rows(arena: Arena) -> Iterator[str]:
    yield words.ARENA_LEVELS[arena.level]
    yield arena.purpose
    if arena.leader:
        yield words.ARENA_LEADER.format(leader=arena.leader)
    if arena.who:
        yield words.ARENA_WHO.format(who=arena.who)
    if arena.often:
        yield words.ARENA_OFTEN.format(often=arena.often)
    if arena.new:
        yield words.ARENA_NEW


def _factor_rows(content: Content, name: str, factor: Factor) -> Iterator[str]:
    """What kind of factor, that it is no score, words for the worry, and what the plans disagree on."""
    yield words.FACTOR_KIND[factor.kind]
    yield content.factors[name].about
    yield from content.factors[name].say
    yield from factor.differences
    yield from sources_words(content, factor.source)


def listed(texts: Iterable[str]) -> str:
    """Texts one after the other, the later ones with a small letter where they are no abbreviation; empty for none."""
    parts = [text if not at or text[1:2].isupper() else text[:1].lower() + text[1:] for at, text in enumerate(texts)]
    return reduce(lambda first, second: words.LISTED.format(first=first, second=second), parts) if parts else ""


def _level(level: str, names: Mapping[str, str]) -> str:
    said = words.LEVELS[level]
    return words.LEVEL_NAMED.format(level=said, name=names[level]) if level in names else said


def _places(content: Content, measure: Measure) -> str:
    """Where it is given, for one that says no age."""
    fact = content.facts.get("virksomhet")
    return listed(fact.words(place) if fact else place for place in measure.places)


def _known(content: Content, source: str) -> bool:
    kind, _, name = source.partition(":")
    return source in content.laws or (kind in content.packs and name in content.packs[kind].points)
