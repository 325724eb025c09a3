"""The trainers' desk: the exercises there are, files that the user names, and the results of groups.

Nothing of it is read before somebody trains, and nothing of it ever comes near the cases.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from guide.core.clock import parse
from guide.core.content import Content
from guide.core.exercise import AREAS, LEVELS, Exercise
from guide.core.record import record
from guide.core.text import clean
from guide.service.training import words

if TYPE_CHECKING:
    from guide.core.training_result import Group

LINE: Final = "{level} · {areas}"
LINE_ELSEWHERE: Final = "{level} · {place} · {areas}"
ALL_AREAS: Final = "alle områder"
BETWEEN: Final = ", "


@record
class Lesson:
    """An exercise in a list: what it is about, and nothing of what is right. `areas` is one line."""

    id: str
    title: str
    about: str
    level: str
    areas: str
    at: datetime


class Desk:
    """`root` is the content folder; `data` the folder for results, by default the user's own for training."""

    def __init__(self, root: Callable[[], Path], data: Path | None = None) -> None:
        self._root, self._data = root, data

    @cached_property
    def exercises(self) -> Mapping[str, Exercise]:
        """The exercises by id, read once. A broken file is left out; `exercise list` says why."""
        # imported here: only those who train pay for it
        from guide.store.exercises import open_exercises
        from guide.store.locate import cache_dir

        return open_exercises(self._root(), cache_dir()).exercises

    def write(self, path: Path, made: str | bytes) -> None:
        """Writes a new file of the user's. Raises FileExistsError for one that is there, OSError else."""
        from guide.store.training import write_new

        write_new(path, made)

    def keep(self, group: Group) -> bool:
        """Keeps what a group decided; False where it is too small to be kept. Raises OSError."""
        from guide.store.training import add

        return add(group, self._data)

    def groups(self) -> tuple[Group, ...]:
        """All that groups have decided, the oldest first. Raises OSError."""
        from guide.store.training import groups

        return groups(self._data)


def lessons(exercises: Iterable[Exercise], content: Content, pack: str) -> tuple[Lesson, ...]:
    """Those whose card is in use: the municipality's own first, then by level, area and title."""
    found = [exercise for exercise in exercises if exercise.card in content.cards]
    found.sort(key=lambda one: (one.pack != pack, LEVELS.index(one.level), _first(one), one.title.casefold()))
    return tuple(_lesson(one, content, pack) for one in found)


def _first(exercise: Exercise) -> int:
    return min((AREAS.index(area) for area in exercise.areas), default=len(AREAS))


def _lesson(exercise: Exercise, content: Content, pack: str) -> Lesson:
    areas = BETWEEN.join(words.AREA_INSIDE[area] for area in AREAS if area in exercise.areas)
    if set(AREAS) <= set(exercise.areas):
        areas = ALL_AREAS
    level, there = words.LEVEL[exercise.level], content.packs.get(exercise.pack)
    elsewhere = there is not None and exercise.pack != pack
    line = LINE_ELSEWHERE if elsewhere else LINE
    said = line.format(level=level, areas=areas, place=clean(there.name) if there else "")
    return Lesson(exercise.id, clean(exercise.title), clean(exercise.about), level, said, parse(exercise.at))
