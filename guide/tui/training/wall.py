"""What stands on the wall, to be read from eight metres at 80×24: bold, few words, a row of air between all."""

from __future__ import annotations

from collections.abc import Sequence

from guide.core.text import clean
from guide.service.training.room import AND, Hands, Slide, given_away, hands_words
from guide.service.training.views import VerdictView
from guide.tui.text import GAP, Line, heading, plain
from guide.tui.training import texts
from guide.tui.training.told import MARKS, story_lines

INDENT = 4


def story_wall(slide: Slide) -> list[Line]:
    """What has happened."""
    return [*list(story_lines(slide.story))[1:], GAP, Line(plain(texts.ROOM_NEXT, "$text-muted"))]


def asked_lines(slide: Slide) -> list[Line]:
    """The question with its choices. What is right has the same look as all else.

    Of signs, dates and alarms the choices would tell: there the question stands alone.
    """
    lines = [Line(plain(slide.asked, "bold $primary")), GAP]
    if not given_away(slide):
        for number, choice in enumerate(slide.choices, 1):
            lines += [Line(plain(AND.join(choice.answer), "bold"), plain(f"{number}", "bold $primary"), INDENT), GAP]
    return [*lines, Line(plain(texts.ROOM_TALK, "$text-muted"))]


def reveal_lines(slide: Slide, hands: Hands | None) -> list[Line]:
    """Each choice with its verdict, its hands, and why."""
    lines = [Line(plain(slide.asked, "bold $primary")), GAP]
    for number, choice in enumerate(slide.choices):
        lines += [*_verdict(choice, hands_words(hands, number)), GAP]
    return [*lines, Line(plain(texts.ROOM_NEXT, "$text-muted"))]


def _verdict(choice: VerdictView, hands: str) -> list[Line]:
    mark, style = MARKS[choice.kind]
    lines = [Line(plain(AND.join(choice.answer), "bold"), plain(mark, style), INDENT)]
    lines.append(Line(plain(choice.words, style), indent=INDENT))
    lines += [Line(plain(text), indent=INDENT) for text in (hands, choice.mistake, choice.why) if text]
    return lines


def end_lines(discuss: Sequence[str]) -> list[Line]:
    """What to talk about."""
    lines = [*heading(texts.DISCUSS)[1:], GAP]
    for text in discuss:
        lines += [Line(plain(clean(text), "bold"), plain("»", "$primary"), INDENT), GAP]
    return [*lines, Line(plain(texts.ROOM_END, "$text-muted"))]
