"""What changes in the lists and the exercises, in words; and the shapes that all of a comparison is told in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Final

from guide.checks.diff.listed import EXERCISES, SIGNS, TOPICS, WAY, WORDS, Listed
from guide.checks.diff.whole import Changes
from guide.core.text import clean
from guide.service.diffing import words as say
from guide.service.measures import words as measure_words
from guide.service.said import source_titles
from guide.service.training import words as exercise_words

MOST_SHOWN: Final = 8
"""Changes of one list that a report shows; JSON has all."""
UNTOLD: Final = frozenset({WAY, WORDS})
"""What of an exercise is only said to be another."""
VALUES: Final = {
    "status": measure_words.STATUS,
    "access": measure_words.ACCESS,
    "consent": measure_words.CONSENT,
    "whom": measure_words.WHOM,
    "levels": measure_words.LEVELS,
    "level": {**measure_words.ARENA_LEVELS, **exercise_words.LEVEL},
    "areas": exercise_words.AREA,
    "kind": measure_words.FACTOR_KIND,
    "at": say.FACTOR_AT,
    "new": say.YES,
}
"""Ids that a field holds, in the words that staff read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: a heading, lines, and the walk to it."""

    title: str
    lines: tuple[str, ...] = ()
    walk: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Changes of one kind or card."""

    title: str
    entries: tuple[Entry, ...]


def listed_sections(found: Changes) -> Iterator[Section]:
    """A section a list that is another, one for topics, and one for exercises."""
    for kind, where in dict.fromkeys((each.kind, each.where) for each in found.listed):
        own = [each for each in found.listed if (each.kind, each.where) == (kind, where)]
        more = (Entry(say.MORE.format(count=len(own) - MOST_SHOWN)),) if len(own) > MOST_SHOWN else ()
        yield Section(_title(found, kind, where), (*(_entry(found, each) for each in own[:MOST_SHOWN]), *more))


def plain_listed(each: Listed) -> dict[str, Any]:
    """One change as plain data; an exercise's story is only said to be another."""
    data = asdict(each)
    data["changes"] = [(field, *([(), ()] if field == WORDS else [was, now])) for field, was, now in each.changes]
    return data


def _title(found: Changes, kind: str, where: str) -> str:
    if not where:
        return say.LIST_KINDS[kind]
    for content in (found.versions.new, found.versions.old):
        lists = content.lists if kind == SIGNS else getattr(content, kind)
        if where in lists:
            return clean(lists[where].title)
    return where


def _entry(found: Changes, each: Listed) -> Entry:
    if not each.entry:
        return Entry((say.LIST_NEW if each.state == "new" else say.LIST_GONE).format(count=each.count))
    title = say.LIST_STATES[each.state].format(name=clean(each.name))
    changes = [change for change in each.changes if change[0] != "name" or each.state == "changed"]
    told = [(field, was, now) for field, was, now in changes if field not in UNTOLD]
    lines = [_change(found, each.kind, *change) for change in told]
    fields = {field for field, _, _ in each.changes}
    if WAY in fields:
        lines.append(say.WAY_CHANGED)
    if fields == {WORDS}:
        lines.append(say.WORDS_CHANGED)
    return Entry(title, tuple(lines))


def _change(found: Changes, kind: str, field: str, was: tuple[str, ...], now: tuple[str, ...]) -> str:
    before, after = (_value(found, side, kind, field, value) for side, value in enumerate((was, now)))
    return say.BEFORE_NOW.format(field=say.LIST_FIELD.get(field, field), before=before, after=after)


def _value(found: Changes, side: int, kind: str, field: str, value: tuple[str, ...]) -> str:
    """A value in words; ids of topics, services, cards and settings by their titles."""
    content = found.versions.content(side)
    if not value:
        return say.UNSAID
    if field == "at" and kind == EXERCISES:
        return say.PLAIN.format(text=clean(value[0].replace("T", " kl. ")))
    titles: dict[str, str] = dict(VALUES.get(field, {}))
    if field == "topics" and kind != TOPICS:
        titles = {topic.id: topic.title for topic in content.topics.values()}
    elif field == "service":
        titles = {service.id: service.title for service in content.services.values()}
    elif field == "card":
        titles = {card.id: card.title for card in content.cards.values()}
    elif field == "source":
        titles = {each: title for each in value for title in source_titles(content, (each,))}
    elif field in ("places", "setting"):
        titles = dict(content.facts["virksomhet"].values) if "virksomhet" in content.facts else {}
    said = [clean(titles.get(each, each)) for each in value]
    template = say.QUOTED if field in say.QUOTED_FIELDS else say.PLAIN
    return template.format(text=_bare(said))


def _bare(said: list[str]) -> str:
    """Texts in a row, without a full stop of their own at the end."""
    return ", ".join(each.rstrip(".") for each in said)
