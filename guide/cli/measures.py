"""`tiltakskort measures`: what the municipality has, by age, level, topic and whom it is for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from guide.cli.common import Parser, UseError, content_arguments, guarded, hour, open_from, profile_from, unknown
from guide.cli.main import FINE
from guide.core.content import Content
from guide.core.lists import LEVELS, WHOM
from guide.service.guide import Guide
from guide.service.measures import words
from guide.service.measures.measures import Wanted
from guide.service.measures.view import GroupView, MeasureView, count_words, found, why_none

OLDEST = 130
NO_PACK = "Hvilken kommune? Skriv --pack KOMMUNE, for eksempel --pack stange."
BAD_AGE = "Skriv alderen i hele år fra 0 til {oldest}, ikke «{text}»."
TOPIC_LINE = "{id}: {title}"


@guarded
def main(argv: list[str]) -> int:
    """Runs the verb."""
    args = _parser().parse_args(argv)
    content, settings = open_from(args)
    if args.topics:
        print("\n".join(TOPIC_LINE.format(id=topic.id, title=topic.title) for topic in content.topics.values()))
        return FINE
    guide = Guide(content, profile_from(settings, content, args.pack), hour(args))
    if not guide.profile.pack:
        raise UseError(NO_PACK)
    wanted = Wanted(_age(args.age), args.level, _topics(content, args.topic), args.whom)
    groups = found(guide, wanted)
    if args.json:
        print(json.dumps(as_json(guide, wanted, groups), ensure_ascii=False, indent=2))
    elif groups:
        print("\n".join(as_lines(groups)))
    else:
        print(why_none(guide))
    return FINE


def _parser() -> Parser:
    parser = Parser(prog="tiltakskort measures", description="Finn tiltak for et barn, en familie eller de ansatte.")
    parser.add_argument("--age", metavar="ALDER", default="", help="alderen til barnet i hele år")
    parser.add_argument("--level", choices=LEVELS, default="", help="for alle, for noen, eller for ett barn")
    parser.add_argument("--topic", metavar="TEMA", action="append", default=[], help="kan gjentas; se --topics")
    parser.add_argument("--whom", choices=WHOM, default="", help="barnet, familien eller ansatte")
    parser.add_argument("--topics", action="store_true", help="skriv temaene som finnes")
    content_arguments(parser)
    return parser


def _age(text: str) -> int | None:
    if text and not (text.isascii() and text.isdigit() and int(text[:4]) <= OLDEST):
        raise UseError(BAD_AGE.format(oldest=OLDEST, text=text))
    return int(text) if text else None


def _topics(content: Content, given: Sequence[str]) -> tuple[str, ...]:
    """The ids given, or whole titles. Raises UseError."""
    titles = {topic.title.casefold(): topic.id for topic in content.topics.values()}
    topics = [titles.get(text.casefold(), text) for text in given]
    for topic in topics:
        if topic not in content.topics:
            raise UseError(unknown("Temaet", topic, content.topics))
    return tuple(topics)


def as_json(guide: Guide, wanted: Wanted, groups: Sequence[GroupView]) -> dict[str, Any]:
    """What was asked and what was found, with the plan's own values beside the words."""
    return {
        "pack": guide.profile.pack,
        "wanted": {
            "age": wanted.age,
            "level": wanted.level or None,
            "topics": list(wanted.topics),
            "whom": wanted.whom or None,
        },
        "groups": [
            {
                "given_by": group.title,
                "measures": [measure_json(view) for view in group.measures],
            }
            for group in groups
        ],
    }


def measure_json(view: MeasureView) -> dict[str, Any]:
    """One measure with the plan's own values; what the plan does not say is null."""
    own = view.own
    return {
        "id": own.id,
        "name": own.name,
        "about": own.about,
        "service": own.service or None,
        "levels": list(own.levels),
        "whom": list(own.whom),
        "topics": list(own.topics),
        "ages": list(own.ages) if own.ages else None,
        "places": list(own.places) or None,
        "access": own.access or None,
        "how": own.how or None,
        "consent": own.consent or None,
        "status": own.status or None,
        "evidence": own.evidence or None,
        "notes": list(own.note),
        "source": list(own.source),
    }


def as_lines(groups: Sequence[GroupView]) -> list[str]:
    """All groups for a person."""
    lines = [count_words(groups)]
    for group in groups:
        lines += ["", group.title]
        for view in group.measures:
            lines += [f"  {line}" for line in measure_lines(view)]
    return [*lines, "", words.NO_NAME, words.NOT_A_REPORT]


def measure_lines(view: MeasureView) -> list[str]:
    """One measure, the rest under its name."""
    below = [view.about, view.short, view.access, view.consent, view.evidence, *view.notes, *view.sources]
    return [view.name, *(f"  {text}" for text in below if text)]
