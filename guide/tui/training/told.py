"""Training in lines: the story, feedback, the debrief."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from guide.service.training.views import DebriefView, FeedbackView, PlayView, StoryView
from guide.tui.text import GAP, Line, heading, plain, section, title_of
from guide.tui.training import texts

MARKS: Final = {
    "right": ("√", "bold $success"),
    "possible": ("○", "bold $warning"),
    "wrong": ("×", "bold $error"),
    "grave": ("■", "bold $error"),
    "": ("·", "$text-muted"),
}


def story_lines(story: Iterable[StoryView], people: Sequence[tuple[str, str]] = ()) -> Iterator[Line]:
    """Who it is about, and the story as it came."""
    if people:
        yield from heading(texts.WHO)
        yield from (Line(plain(texts.PERSON.format(role=role, about=about))) for role, about in people)
    for scene in story:
        when = (texts.EVENT if scene.event else texts.SCENE).format(when=scene.when)
        yield from (GAP, Line(plain(when, "bold $warning" if scene.event else "$text-muted")), Line(plain(scene.text)))


def feedback_lines(told: FeedbackView) -> Iterator[Line]:
    """The verdict with its reasons, what one chose, and what the exercise does where that is something else."""
    mark, style = MARKS[told.kind]
    yield Line(plain(told.words, style), plain(mark, style), 2)
    yield Line(plain(told.asked, "bold"), indent=2)
    if told.yours:
        yield from _pair(texts.YOURS, told.yours)
    if told.model and told.model != told.yours:
        yield from _pair(texts.MODEL, told.model)
    if told.mistake:
        yield Line(plain(texts.MISTAKE.format(mistake=told.mistake), "bold $error"), indent=2)
    for text in (told.why, told.leads_to, told.cost):
        if text:
            yield Line(plain(text), indent=2)
    yield from (Line(plain(source, "$text-muted"), indent=2) for source in told.sources)


def feedback_page(view: PlayView) -> list[Line]:
    """Feedback on the last act."""
    lines = [Line(plain(texts.HALTED, "bold $error")), GAP] if view.halted else []
    return lines + [line for told in view.feedback for line in (*feedback_lines(told), GAP)]


def story_page(view: PlayView, story: Sequence[StoryView], first: bool) -> list[Line]:
    """What has happened, with its question; at the start who it is about, too."""
    lines = list(story_lines(story, view.people if first else ()))[1:]
    return [*lines, *((GAP, Line(plain(view.ask.text, "bold"))) if view.ask else ())]


def debrief_lines(view: DebriefView) -> list[Line]:
    """The debrief: what came of it, by area, where one parted, side by side, what to try next."""
    lines = [Line(title_of(texts.HEAD.format(title=view.title))), Line(plain(view.finished)), GAP]
    lines += [Line(plain(view.points, "bold")), *heading(texts.SCORES)]
    for score in view.scores:
        text = texts.SCORE_GRAVE if score.grave else texts.SCORE
        said = text.format(area=score.words, points=score.points, most=score.most, grave=score.grave)
        lines.append(Line(plain(said, "bold $error" if score.grave else "")))
    if view.parted:
        lines += [*heading(texts.PARTED), *feedback_lines(view.parted)]
    if view.grave:
        lines += heading(texts.GRAVE)
        lines += [line for told in view.grave for line in (*feedback_lines(told), GAP)]
    lines += section(texts.TIME, [text for text in (view.lost, view.told) if text])
    lines += section(texts.TRY, view.next, "»", "$primary")
    lines += heading(texts.ROWS)
    lines += [line for told in view.rows for line in (*feedback_lines(told), GAP)]
    lines += section(texts.DISCUSS, view.discuss, "»", "$primary")
    return lines


def _pair(title: str, said: Sequence[str]) -> Iterator[Line]:
    yield Line(plain(title, "$text-muted"), indent=2)
    yield from (Line(plain(text), plain("  –"), 4) for text in said)
