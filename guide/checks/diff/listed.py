"""What has come, gone or changed in the lists (signs, measures, arenas, factors, terms, topics) and the exercises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from guide.core.content import Content
from guide.core.exercise import Exercise
from guide.core.lists import Topic, all_lists, entries
from guide.core.record import as_dict

SIGNS, TOPICS, EXERCISES = "signs", "topics", "exercises"
NAMES: Final = ("name", "term", "text", "title")
"""What an entry is called: the first of these that it has."""
SAME: Final = frozenset({"id", "pack"})
EXERCISE: Final = ("title", "about", "card", "setting", "level", "areas", "at")
"""What is said of an exercise by itself; everything else of it is its story, its way and its words."""
WAY, WORDS = "way", "words"
WORDING: Final = frozenset({WORDS, "title", "name", "term", "text", "about", "says", "note", "source", "differences"})
"""Fields that say the same in other words when they are another."""

Exercises = Mapping[str, Exercise]


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry that is another. `state` is new, gone or changed; `changes` are (field, before, after) as texts.

    `where` is the list's id, empty for topics and exercises, which are in none; `entry` is empty where all of a list
    has come or gone, and `count` says how much was in it.
    """

    kind: str
    where: str
    entry: str
    name: str
    state: str
    changes: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = ()
    count: int = 1

    @property
    def only_words(self) -> bool:
        """Whether it is the same in other words."""
        return self.state == "changed" and all(field in WORDING for field, _, _ in self.changes)


def listed_changes(old: Content, new: Content, before: Exercises, after: Exercises) -> Iterator[Listed]:
    """Every entry that has come, gone or changed, by kind and list. An order of its own is no change."""
    was, now = _lists(old), _lists(new)
    for kind, where in dict.fromkeys((*now, *was)):
        yield from _list(kind, where, was.get((kind, where)), now.get((kind, where)))
    yield from _entries(TOPICS, "", _topics(old), _topics(new))
    yield from _entries(EXERCISES, "", _exercises(before), _exercises(after))


Said = Mapping[str, tuple[str, ...]]
"""What an entry says, by field; `name` is among it."""


def _lists(content: Content) -> dict[tuple[str, str], tuple[str, dict[str, Said]]]:
    """(title, entries by id) of every list, by (kind, id)."""
    found: dict[tuple[str, str], tuple[str, dict[str, Said]]] = {}
    for signs in content.lists.values():
        columns = dict(signs.columns)
        own: dict[str, Said] = {}
        for sign in signs.signs:
            own[sign.id] = {**_said(sign), "column": (columns.get(sign.column, sign.column),)}
        found[SIGNS, signs.id] = (signs.title, own)
    for kind, each in all_lists(content):
        found[kind, each.id] = (each.title, {entry.id: _said(entry) for entry in entries(each)})
    return found


def _list(
    kind: str, where: str, was: tuple[str, dict[str, Said]] | None, now: tuple[str, dict[str, Said]] | None
) -> Iterator[Listed]:
    if was and now:
        yield from _entries(kind, where, was[1], now[1])
    elif only := now or was:
        yield Listed(kind, where, "", only[0], "new" if now else "gone", count=len(only[1]))


def _entries(kind: str, where: str, was: Mapping[str, Said], now: Mapping[str, Said]) -> Iterator[Listed]:
    for name in dict.fromkeys((*now, *was)):
        one, other = was.get(name), now.get(name)
        said = other or one or {}
        title = " ".join(next((said[key] for key in NAMES if key in said), (name,)))
        if one is None or other is None:
            yield Listed(kind, where, name, title, "new" if one is None else "gone")
            continue
        changes = [(key, one.get(key, ()), other.get(key, ())) for key in dict.fromkeys((*other, *one))]
        # a sign in other words is told among the rewordings
        different = tuple(c for c in changes if c[1] != c[2] and not (kind == SIGNS and c[0] in WORDING))
        if different:
            yield Listed(kind, where, name, title, "changed", different)


def _said(entry: Any) -> Said:
    """An entry's fields that hold something, each as texts."""
    found = {name: _texts(value) for name, value in as_dict(entry).items() if name not in SAME}
    return {name: texts for name, texts in found.items() if texts}


def _texts(value: Any) -> tuple[str, ...]:
    """A field as texts: nothing is (), a pair is one text."""
    if value is None or value == "" or value is False:
        return ()
    if isinstance(value, tuple) and len(value) == 2 and all(isinstance(part, int) for part in value):
        return (f"{value[0]}-{value[1]}",)
    if isinstance(value, tuple):
        return tuple(text for part in value for text in _texts(part))
    return ("ja",) if value is True else (str(value),)


def _topics(content: Content) -> dict[str, Said]:
    return {topic.id: _topic(topic) for topic in content.topics.values()}


def _topic(topic: Topic) -> Said:
    facts = tuple(f"{fact}={value}" for fact, values in topic.facts for value in values)
    return {"title": (topic.title,), "facts": facts}


def _exercises(exercises: Exercises) -> dict[str, Said]:
    """An exercise as what the list of exercises says of it, its way, and all its words as one."""
    found: dict[str, Said] = {}
    for each in exercises.values():
        said = {name: _texts(getattr(each, name)) for name in EXERCISE}
        said[WAY] = tuple(step.at or step.fact or step.alarm for step in each.way)
        found[each.id] = {**said, WORDS: (repr(each),)}
    return found
