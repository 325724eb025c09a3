"""Training as lines: the story, feedback, the debrief. All of it says that it is an exercise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from guide.core.clock import local
from guide.core.emergency import PHONES
from guide.plain import strings
from guide.plain import training_words as said
from guide.plain.lines import all_contacts, section, stop_lines
from guide.service.contact_view import ContactView
from guide.service.contact_words import book
from guide.service.guide import Guide
from guide.service.training.views import DebriefView, FeedbackView, PlayView, StoryView
from guide.service.views import OutcomeView, Shown, TaskView


def banner_lines(view: PlayView) -> list[str]:
    """What stands above every stop."""
    return ["", said.BANNER.format(title=view.title, clock=view.clock, step=view.step, steps=view.steps)]


def story_lines(story: Iterable[StoryView]) -> Iterator[str]:
    """What has happened, as it came."""
    for scene in story:
        yield (said.EVENT if scene.event else said.SCENE).format(when=scene.when, text=scene.text)


def stop_without_numbers(stop: Shown) -> list[str]:
    """A stop of the walk. Text in a terminal can be copied: nobody's number stands in it but the emergency numbers."""
    contacts = list(stop.contacts) if isinstance(stop, TaskView) else []
    if isinstance(stop, OutcomeView) and stop.first:
        contacts.append(stop.first)
    return _hidden(stop_lines(stop), contacts)


def contacts_without_numbers(guide: Guide) -> list[str]:
    """Who answers at the exercise's hour, without their numbers."""
    return _hidden(all_contacts(guide), book(guide, local(guide.now())))


def _hidden(lines: Iterable[str], contacts: Iterable[ContactView]) -> list[str]:
    """Without numbers, and without what stands about them: remarks give others, for SMS and from abroad."""
    about: set[str] = set()
    numbers: set[str] = set()
    for contact in contacts:
        about |= {*contact.notes, *contact.remarks, strings.WEB.format(address=contact.line.web)}
        numbers.add(contact.number)
    found = [line for line in lines if line not in about]
    for number in sorted(numbers - {"", *PHONES}, key=len, reverse=True):
        found = [line.replace(number, said.NO_NUMBER) for line in found]
    return found


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
