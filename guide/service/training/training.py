"""Training: an exercise played through the real walk, at its own hour, with what is to be shown of it.

What the player does is in `playing`. Nothing here reads a clock or keeps anything: a Play holds all. The user's own
numbers never come in.
"""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

from guide.core.clock import clock_time, local, parse, weekday_date
from guide.core.content import Content
from guide.core.exercise import Exercise
from guide.core.exercise_fit import fit
from guide.core.exercise_model import Parting, courses
from guide.core.exercise_play import begin
from guide.core.exercise_state import Act, Play
from guide.core.text import clean
from guide.core.walk import Walk
from guide.service.guide import Guide
from guide.service.offering import offered
from guide.service.present import rail, view
from guide.service.profile import Profile
from guide.service.training import words
from guide.service.training.feedback import Told
from guide.service.training.views import AskView, ListedView, PlayView, StoryView
from guide.service.views import AnswerView


class Training:
    """One exercise over some content. Raises LayError and StuckError where its card can't be walked."""

    def __init__(self, content: Content, exercise: Exercise) -> None:
        self.content, self.exercise = content, exercise
        self._now = parse(exercise.at)
        self.guide = Guide(content, Profile(exercise.pack, exercise.profile), lambda: self._now)

    def begin(self) -> Play:
        """The exercise at its start."""
        return begin(self.exercise, self._walk())

    # --- showing -----------------------------------------------------------------------------------------------
    def view(self, play: Play) -> PlayView:
        """What is to be shown now. A front end that gives feedback at the end leaves `feedback` out till then."""
        self._now = play.clock
        told = Told(self.guide, play.exercise)
        waiting, over = play.waiting, bool(play.finished or play.halted)
        item = play.item
        return PlayView(
            title=clean(self.exercise.title),
            banner=words.BANNER,
            clock=moment(play.clock),
            card=clean(play.walk.laid.card.title),
            people=tuple((clean(role), clean(about)) for role, about in self.exercise.people),
            story=self._story(play),
            stop=None if waiting or over else view(self.guide, play.walk),
            ask=self._ask(play) if waiting and not over else None,
            rail=rail(self.guide, play.walk),
            feedback=tuple(told.feedback(decision, play.walk) for decision in play.latest),
            halted=play.halted,
            finished=words.FINISHED.get(play.finished, ""),
            can_hint=bool(item and item.hint and not over),
            can_mend=any(d.kind not in ("", "right") for d in play.latest) and play.before is not None,
            step=min(play.next + 1, len(self.exercise.way)),
            steps=len(self.exercise.way),
        )

    def _story(self, play: Play) -> tuple[StoryView, ...]:
        """Every scene so far; those of this very moment are new."""
        scenes = ((self.exercise.scene(told.id), told.when) for told in play.story)
        return tuple(
            StoryView(scene.id, clean(scene.text), clock_time(when), when == play.clock, scene.event)
            for scene, when in scenes
        )

    def _ask(self, play: Play) -> AskView | None:
        scene = play.waiting
        if scene is None:
            return None
        options = tuple(AnswerView(option, clean(text)) for option, text in offered(self.exercise.id, scene))
        return AskView(scene.id, clean(scene.ask), options)

    # --- the right way -----------------------------------------------------------------------------------------
    @cached_property
    def course(self) -> tuple[tuple[Play, Act | None], ...]:
        """The right way, stop by stop, with what is done at each: for the room, and to compare with.

        The last one has no act. Where the card has changed, it ends at the place where they part.
        """
        walked = courses(self.exercise, self._walk())
        return tuple((play, None if isinstance(given, Parting) else given) for play, given in walked)

    @property
    def model(self) -> Play:
        """The right way at its end."""
        return self.course[-1][0]

    def _walk(self) -> Walk:
        return self.guide.begin(self.exercise.card, self.exercise.profile)


def listed(exercise: Exercise, content: Content) -> ListedView:
    """An exercise as a list shows it, and whether it still fits its card; it says nothing of the answers."""
    card = content.cards.get(exercise.card)
    return ListedView(
        exercise.id,
        clean(exercise.title),
        clean(exercise.about),
        clean(card.title if card else exercise.card),
        words.LEVEL[exercise.level],
        tuple(words.AREA[area] for area in exercise.areas),
        moment(parse(exercise.at)),
        fit(content, exercise).whole,
    )


def moment(when: datetime) -> str:
    """«tirsdag 24. november 2026 kl. 14:40»."""
    return words.CLOCK.format(day=weekday_date(local(when).date()), time=clock_time(when))
