"""Quick practice: twenty situations of one area, drawn from the content. The same for the same seed, content and day.

No answer is written down for it: who answers at an hour, what a card advises and when a deadline runs out is asked of
the same code that staff get their answers from; of an exercise's decision, its right way through the card.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from guide.core.exercise import Exercise
from guide.service.guide import Guide
from guide.service.training.view import Quick

if TYPE_CHECKING:
    from guide.service.training.training import Training

HOW_MANY: Final = 20
MOST_ALIKE: Final = 4
"""So many situations have the same right answer, where there are others: who always says the same learns nothing."""

MOST_OF_STORY: Final = 2


def situations(
    guide: Guide, area: str, seed: str, exercises: Iterable[Exercise] = (), how_many: int = HOW_MANY
) -> tuple[Quick, ...]:
    """Situations of `area` (one of core.exercise.AREAS) for the guide's municipality. Fewer where content has few."""
    from guide.service.training.decisions import of_decisions, trainings

    drawn = random.Random(f"{area} {seed}")  # noqa: S311  (nothing secret: it has to be the same again)
    found = trainings(guide, exercises)
    decisions = list(of_decisions(found, area))
    drawn.shuffle(decisions)
    pairs = zip_longest(decisions, _computed(guide, area, drawn, how_many, found))
    chosen = list(_varied([quick for pair in pairs for quick in pair if quick], how_many))
    drawn.shuffle(chosen)
    return tuple(chosen)


def _varied(pool: Sequence[Quick], how_many: int) -> Sequence[Quick]:
    """As they come, but of those with the same right answer only so many, as long as there are others; and so of
    those that begin with the same story.
    """
    chosen: list[Quick] = []
    alike: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for most_alike, most_told in ((MOST_ALIKE, MOST_OF_STORY), (MOST_ALIKE, how_many), (how_many, how_many)):
        for quick in pool:
            right, story = quick.right.text, quick.story[0] if quick.clock and quick.story else ""
            few = alike[right] < most_alike and (not story or told[story] < most_told)
            if few and quick not in chosen and len(chosen) < how_many:
                chosen.append(quick)
                alike[right] += 1
                told[story] += 1
    return chosen


def _computed(
    guide: Guide, area: str, drawn: random.Random, how_many: int, found: tuple[Training, ...]
) -> tuple[Quick, ...]:
    """What is not from an exercise, where there is such a thing in the area."""
    if area == "kontakt":
        from guide.service.training.contacts import of_contacts

        return of_contacts(guide, drawn, how_many)
    if area == "frister":
        from guide.service.training.deadlines import of_deadlines

        return of_deadlines(guide, drawn, how_many)
    from guide.service.training.walks import of_walks, usual_answers

    return of_walks(guide, area, usual_answers(found), drawn, how_many)
