"""The measures finder, line by line: four questions, then what fits, by who gives it."""

from __future__ import annotations

from typing import Final

from guide.core.lists import LEVELS, WHOM
from guide.core.walk import Walk
from guide.plain import strings
from guide.plain.lines import heading
from guide.plain.talk import BACK, EMERGENCY, QUIT, LeftError, Talk, command_of, emergency_line
from guide.service.guide import Guide
from guide.service.measures import words
from guide.service.measures.measures import Wanted, measures_of
from guide.service.measures.offer import wanted_for
from guide.service.measures.view import MeasureView, count_words, found, wanted_words, why_none

OLDEST: Final = 130


def asked(guide: Guide, talk: Talk) -> list[str]:
    """Asks what is looked for, and says what fits; nothing where one goes back. Raises LeftError and EOFError."""
    if not any(measures_of(guide.content, guide.profile.pack)):
        return [why_none(guide)]
    topics = tuple(guide.content.topics.values())
    talk.say("", words.TITLE, words.ABOUT, "", strings.ALARMS_TITLE)
    topic = talk.choose([strings.ALL_TOPICS, *(topic.title for topic in topics)])
    if topic is None:
        return []
    age = _age(talk)
    level = _one_of(talk, strings.MEASURES_LEVEL, [words.LEVELS[level] for level in LEVELS])
    whom = _one_of(talk, strings.MEASURES_WHOM, [words.WHOM[whom] for whom in WHOM])
    return measure_lines(
        guide,
        Wanted(
            age,
            LEVELS[level - 1] if level else "",
            (topics[topic - 1].id,) if topic else (),
            WHOM[whom - 1] if whom else "",
        ),
    )


def offered(guide: Guide, walk: Walk) -> list[str]:
    """What fits the walk."""
    return measure_lines(guide, wanted_for(guide.content, walk, walk.place))


def measure_lines(guide: Guide, wanted: Wanted) -> list[str]:
    """What was chosen, and all that fits."""
    groups = found(guide, wanted)
    lines = [words.CHOSEN.format(label=label, value=value) for label, value in wanted_words(guide.content, wanted)]
    if not groups:
        return [*lines, why_none(guide)]
    lines += ["", count_words(groups)]
    for group in groups:
        lines += heading(group.title)
        for view in group.measures:
            lines += _measure(view)
    return [*lines, "", words.NO_NAME, words.NOT_A_REPORT]


def _measure(view: MeasureView) -> list[str]:
    below = [view.about, view.short, view.access, view.consent, view.evidence, *view.notes, *view.sources]
    return ["", view.name, *(text for text in below if text)]


def _one_of(talk: Talk, question: str, options: list[str]) -> int:
    """0 for all, and for back; else the place of an option from 1."""
    talk.say("", question)
    return talk.choose([strings.MEASURES_EVERY, *options]) or 0


def _age(talk: Talk) -> int | None:
    """Whole years, None for all. Raises LeftError and EOFError."""
    while True:
        talk.say("", strings.MEASURES_AGE)
        line = talk.hear().strip().casefold()
        command = command_of(line)
        if command == QUIT:
            raise LeftError
        if command == EMERGENCY:
            talk.say(emergency_line(), strings.EMERGENCY_STAY)
        elif line in ("", strings.MEASURES_EVERY.casefold()) or command == BACK:
            return None
        elif line.isascii() and line.isdigit() and int(line[:4]) <= OLDEST:
            return int(line)
        else:
            talk.say(strings.YEARS_BAD)
