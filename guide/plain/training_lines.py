"""Training as lines: the story, feedback, the debrief. All of it says that it is an exercise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from guide.plain import training_words as said
from guide.plain.lines import section
from guide.service.training_views import DebriefView, FeedbackView, PlayView, StoryView


def banner_lines(view: PlayView) -> list[str]:
    """What stands above every stop."""
    return ["", said.BANNER.format(title=view.title, clock=view.clock, step=view.step, steps=view.steps)]


def story_lines(story: Iterable[StoryView]) -> Iterator[str]:
    """What has happened, as it came."""
    for scene in story:
        yield (said.EVENT if scene.event else said.SCENE).format(when=scene.when, text=scene.text)


def people_lines(people: Iterable[tuple[str, str]]) -> list[str]:
    """Who it is about."""
    return [said.PEOPLE, *(said.PERSON.format(role=role, about=about) for role, about in people)]


def feedback_lines(told: FeedbackView) -> Iterator[str]:
    """The verdict, what one chose, what the exercise does where that is something else, and why."""
    yield said.VERDICT.format(verdict=told.words, asked=told.asked)
    if told.yours:
        yield said.YOURS.format(said=said.BETWEEN.join(told.yours))
    if told.model and told.model != told.yours:
        yield said.MODEL.format(said=said.BETWEEN.join(told.model))
    if told.mistake:
        yield said.MISTAKE.format(mistake=told.mistake)
    yield from filter(None, (told.why, told.leads_to, told.cost))
    yield from (said.SOURCE.format(title=title) for title in told.sources)


def debrief_lines(view: DebriefView) -> list[str]:
    """What came of it, by area, where one parted, what to try next, and every decision."""
    lines = ["", said.DEBRIEF.format(title=view.title), view.finished, view.points]
    scores = [
        (said.SCORE_GRAVE if one.grave else said.SCORE).format(
            area=one.words, points=one.points, most=one.most, grave=one.grave
        )
        for one in view.scores
    ]
    lines += section(said.SCORES, scores)
    lines += section(said.PARTED, feedback_lines(view.parted) if view.parted else ())
    lines += section(said.GRAVE, _each(view.grave))
    lines += section(said.TIME, (view.lost, view.told))
    lines += section(said.TRY, view.next)
    lines += section(said.ROWS, _each(view.rows))
    return [*lines, *section(said.DISCUSS, view.discuss), ""]


def _each(all_told: Sequence[FeedbackView]) -> list[str]:
    return [line for told in all_told for line in feedback_lines(told)]
