"""Quick practice from the exercises: one decision of one of them, with as much of its story as it takes.

What is right is what the exercise does on its right way, which is walked through the cards as they are: where a card
has changed so that the two part, the exercise gives nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from guide.core.exercise import RIGHT, Exercise
from guide.core.exercise_state import AT_END
from guide.core.lay import LayError
from guide.core.step import StuckError
from guide.core.text import clean
from guide.service.guide import Guide
from guide.service.said import source_titles
from guide.service.training import words
from guide.service.training.room import Slide, given_away, slides
from guide.service.training.training import Training
from guide.service.training.view import Option, Quick

MOST_STORY: Final = 360
"""Characters of story: the beginning, and the newest that there is room for."""
LONGEST_STORY: Final = 480
"""A decision that takes more than this is none for quick practice."""
MOST_OPTIONS: Final = 9
ENOUGH: Final = 40
"""With so many decisions of one's own municipality, those of others are left out."""


def trainings(guide: Guide, exercises: Iterable[Exercise]) -> tuple[Training, ...]:
    """The exercises that fit their cards, the guide's municipality's own first."""
    found: list[Training] = []
    for exercise in sorted(exercises, key=lambda one: (one.pack != guide.profile.pack, one.id)):
        if exercise.card in guide.content.cards:
            try:
                training = Training(guide.content, exercise)
                if training.model.finished == AT_END:
                    found.append(training)
            except (LayError, StuckError, LookupError):
                continue
    return tuple(found)


def of_decisions(found: Sequence[Training], area: str) -> tuple[Quick, ...]:
    """Every decision of `area` that can stand by itself, in the order of the exercises; those of others to fill up."""
    made: list[Quick] = []
    pack = found[0].exercise.pack if found else ""
    for training in found:
        if training.exercise.pack != pack and len(made) >= ENOUGH:
            break
        made += _of(training, words.AREA[area])
    return tuple(made)


def _of(training: Training, area: str) -> Iterator[Quick]:
    story: list[str] = []
    for slide in slides(training):
        story += [scene.text for scene in slide.story]
        own = next((choice.area for choice in slide.choices if choice.area), "")
        if own == area and not given_away(slide) and 2 <= len(slide.choices) <= MOST_OPTIONS:
            made = _quick(training, slide, story)
            short = sum(map(len, made.story)) <= LONGEST_STORY
            if short and any(option.kind == RIGHT for option in made.options):
                yield made


def _quick(training: Training, slide: Slide, story: Sequence[str]) -> Quick:
    options = tuple(Option(" ".join(choice.answer), choice.kind, choice.why) for choice in slide.choices)
    exercise = training.exercise
    items = (*exercise.way, *exercise.scenes)
    named = next(
        (item.source for item in items if slide.item in (getattr(item, "at", ""), getattr(item, "id", ""))), ()
    )
    sources = source_titles(training.content, named or exercise.source)
    return Quick(slide.clock, slide.asked, options, _short(story), sources=sources)


def _short(story: Sequence[str]) -> tuple[str, ...]:
    """The beginning and the newest of the story, as much as there is room for, in its order."""
    kept, room = [*story[:1]], MOST_STORY - len(story[0]) if story else 0
    newest: list[str] = []
    for text in reversed(story[1:]):
        if newest and len(text) > room:
            break
        newest.insert(0, text)
        room -= len(text)
    return tuple(clean(text) for text in (*kept, *newest))
