"""An exercise in a room: slide by slide what is shown on the wall, hands that are counted, the sheet afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from guide.core.clock import local
from guide.core.record import record
from guide.core.text import clean
from guide.core.training_result import SMALLEST, Group, Vote
from guide.service.training import words
from guide.service.training.revealing import reveal
from guide.service.training.training import Training
from guide.service.training.views import StoryView, VerdictView

MAJORITY: Final = "Flertallet valgte dette"
HANDS: Final = "{number} hender"
HAND: Final = "1 hånd"
SHEET: Final = "ØVELSE: {title}. Ark etter øvelsen"
SIZE: Final = "Deltakere: {size}"
DISCUSS: Final = "Snakk om dette"
LINE: Final = "{verdict}: {answer} {why}"
LINE_HANDS: Final = "{verdict}: {answer} ({hands}). {why}"
AND: Final = "; "
MOST_HANDS: Final = 999


@record
class Slide:
    """Something to decide together. `item` is its name in the exercise; nothing in it says what is right but `choices`.

    `story` is what has happened since the slide before.
    """

    item: str
    clock: str
    story: tuple[StoryView, ...]
    asked: str
    choices: tuple[VerdictView, ...]


@record
class Hands:
    """What the room said on a slide: hands by choice; with `majority` only the choice that most were for."""

    counts: tuple[int, ...]
    majority: bool = False

    @property
    def most(self) -> int:
        """The choice that most were for."""
        return max(range(len(self.counts)), key=self.counts.__getitem__)


def slides(training: Training) -> tuple[Slide, ...]:
    """The slides along the right way. Stops where nothing is to be decided are passed by."""
    return tuple(_slides(training))


def _slides(training: Training) -> Iterator[Slide]:
    told: set[str] = set()
    story: list[StoryView] = []
    for play, given in training.course:
        view = training.view(play)
        story += [scene for scene in view.story if scene.id not in told]
        told |= {scene.id for scene in view.story}
        choices = reveal(training, play) if given is not None else ()
        asked = view.ask.text if view.ask else view.stop.text if view.stop else ""
        if choices and asked:
            name = play.waiting.id if play.waiting else play.place.id
            yield Slide(name, view.clock, tuple(story), clean(asked), choices)
            story = []


def given_away(slide: Slide) -> bool:
    """Whether the choices themselves say what is right: «this, or all else»."""
    return any(not choice.value and not choice.model for choice in slide.choices)


def read_hands(text: str, choices: int, size: int) -> Hands | None:
    """Hands of what was typed: as many numbers as there are choices; one number is the choice that most were for.

    None where it is neither.
    """
    parts = text.replace(",", " ").split()
    if not parts or not all(part.isascii() and part.isdigit() and int(part[:4]) <= MOST_HANDS for part in parts):
        return None
    numbers = tuple(int(part) for part in parts)
    if len(numbers) == choices and len(numbers) > 1:
        return Hands(numbers) if any(numbers) else None
    if len(numbers) == 1 and 1 <= numbers[0] <= choices:
        return Hands(tuple(size if at == numbers[0] - 1 else 0 for at in range(choices)), majority=True)
    return None


def hands_words(hands: Hands | None, choice: int) -> str:
    """How many were for a choice, empty where that was not counted."""
    if hands is None or (hands.majority and hands.most != choice):
        return ""
    if hands.majority:
        return MAJORITY
    number = hands.counts[choice]
    return HAND if number == 1 else HANDS.format(number=number)


def group_of(training: Training, found: Sequence[tuple[Slide, Hands]], size: int, when: datetime) -> Group:
    """What the room decided, to be kept: verdicts and hands, and nothing that tells who or which day.

    Votes with fewer than SMALLEST hands are left out.
    """
    votes = (_vote(slide, hands) for slide, hands in found)
    large = tuple(vote for vote in votes if vote.hands >= SMALLEST)
    return Group(training.exercise.id, f"{local(when):%Y-%m}", size, large)


def _vote(slide: Slide, hands: Hands) -> Vote:
    kinds: dict[str, int] = {}
    for choice, number in zip(slide.choices, hands.counts, strict=True):
        if number:
            kinds[choice.kind] = kinds.get(choice.kind, 0) + number
    area = next((choice.area for choice in slide.choices if choice.area), "")
    return Vote(slide.item, slide.asked, area, tuple(kinds.items()), hands.majority)


def sheet(training: Training, all_slides: Sequence[Slide], hands: dict[int, Hands], size: int) -> str:
    """The debrief sheet as Markdown: each decision, what the room chose, what the exercise does and why."""
    from guide.exports.markdown_lists import as_markdown  # only at the end

    lists: list[tuple[str, Sequence[str]]] = [(words.BANNER, (words.NOT_REAL, SIZE.format(size=size)))]
    for at, slide in enumerate(all_slides):
        lists.append(
            (slide.asked, [_line(choice, hands_words(hands.get(at), n)) for n, choice in enumerate(slide.choices)])
        )
    lists.append((DISCUSS, [clean(text) for text in training.exercise.discuss]))
    return as_markdown(SHEET.format(title=clean(training.exercise.title)), lists)


def _line(choice: VerdictView, hands: str) -> str:
    form = LINE_HANDS if hands else LINE
    said = AND.join(choice.answer)
    answer = said.rstrip(".") if hands else words.stopped(said)
    return form.format(verdict=choice.words, answer=answer, hands=hands, why=choice.why).strip()
