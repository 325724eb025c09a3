"""`exercise run`: every exercise walked against the cards without a screen, and the first place where each parts.

What a change of the cards has made stale is found here: what was expected, and what came.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from guide.core.content import Content
from guide.core.exercise import Exercise
from guide.core.exercise_fit import Fit, fit
from guide.core.exercise_model import Parting
from guide.core.text import clean
from guide.service.training import words

ONE_FITS: Final = "Øvelsen passer til kortet."
ONE_NOT: Final = "Øvelsen passer ikke lenger til kortet."
ALL_FIT: Final = "Alle {number} øvelser passer til kortene."
SOME: Final = "{wrong} av {number} øvelser passer ikke lenger til kortene."
NOTHING: Final = "ingenting"


@dataclass(frozen=True, slots=True)
class Run:
    """The exercises that were walked, in order."""

    fits: tuple[Fit, ...]

    @property
    def stale(self) -> tuple[Fit, ...]:
        """Those that do not fit the cards."""
        return tuple(fit for fit in self.fits if not fit.whole)


def run(content: Content, exercises: Iterable[Exercise]) -> Run:
    """All exercises walked. Never raises for what content holds."""
    return Run(tuple(fit(content, exercise) for exercise in exercises))


def as_text(found: Run) -> Iterator[str]:
    """A line for each exercise, the first parting of those that do not fit, and a sum."""
    for one in found.fits:
        yield stale_words(one) or words.FITS.format(id=one.exercise.id)
    wrong, number = len(found.stale), len(found.fits)
    if number == 1:
        yield ONE_NOT if wrong else ONE_FITS
    else:
        yield (SOME if wrong else ALL_FIT).format(wrong=wrong, number=number)


def as_data(found: Run) -> dict[str, Any]:
    """The same as data for JSON, with every parting."""
    return {
        "fits": not found.stale,
        "exercises": [
            {
                "exercise": one.exercise.id,
                "card": one.exercise.card,
                "fits": one.whole,
                "partings": [_data(parting) for parting in one.partings],
            }
            for one in found.fits
        ],
    }


def stale_words(one: Fit) -> str:
    """Where an exercise and its card first part, in one sentence; empty where they don't."""
    return parting_words(one.exercise.id, one.partings[0]) if one.partings else ""


def parting_words(name: str, parting: Parting) -> str:
    """One parting in words. Steps are counted from 1."""
    return words.PARTS[parting.what].format(
        id=clean(name),
        step=parting.step + 1,
        expected=clean(parting.expected) or NOTHING,
        got=clean(parting.got) or NOTHING,
        node=clean(parting.node),
        key=words.KEYS.get(parting.key, parting.key),
    )


def _data(parting: Parting) -> dict[str, Any]:
    return {
        "step": parting.step + 1,
        "node": parting.node or None,
        "what": parting.key or parting.what,
        "expected": parting.expected,
        "got": parting.got,
    }
