"""What is written at a stop, read as what the stop asks for. Each asks again until it can be understood."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from guide.core.clock import weekday_date
from guide.plain import strings
from guide.plain.talk import Talk, matching, plain, wrong
from guide.service.dates import read_date, write_date
from guide.service.guide import Guide
from guide.service.search.search import search
from guide.service.views import FieldView, QuestionView, RecordView, SignsView

NONE, KEEP, EMPTY = "ingen", "videre", "-"
MOST_HITS = 8


class Hear(Protocol):
    """Gives a line that is no command; `again` is said anew after a command that only tells something."""

    def __call__(self, again: Sequence[str]) -> str:
        """The line."""
        ...


def choice(talk: Talk, options: Sequence[str], prompt: str, hear: Callable[[], str]) -> int:
    """The place of the option that a line means."""
    while True:
        line = hear()
        found = matching(line, options)
        if len(found) == 1:
            return found[0]
        talk.say(wrong(line, found), prompt)


def answer(talk: Talk, shown: QuestionView, hear: Hear) -> str:
    """The value that answers a question."""
    if shown.years:
        return _years(talk, shown, hear)
    options = [given.words for given in shown.answers]
    prompt = strings.WRITE_NUMBER.format(most=len(options))
    again = [strings.NUMBERED.format(number=i, text=text) for i, text in enumerate(options, 1)]
    talk.say(prompt)
    return shown.answers[choice(talk, options, prompt, lambda: hear([*again, prompt]))].value


def _years(talk: Talk, shown: QuestionView, hear: Hear) -> str:
    talk.say(strings.WRITE_YEARS)
    while True:
        line = hear([strings.WRITE_YEARS])
        if line and strings.DONT_KNOW.casefold().startswith(line.casefold()):
            return shown.unknown
        if line.isascii() and line.isdigit() and len(line) <= 3:
            return str(int(line))
        talk.say(strings.YEARS_BAD if line.isdigit() else wrong(line, ()), strings.WRITE_YEARS)


def signs(talk: Talk, shown: SignsView, hear: Hear) -> tuple[str, ...]:
    """The ids of the signs that are ticked."""
    rows = [sign for _, column in shown.columns for sign in column]
    before = [sign for sign in rows if sign.ticked]
    prompt = strings.WRITE_SIGNS_AGAIN if before else strings.WRITE_SIGNS
    talk.say(prompt)
    while True:
        line = hear([prompt]).casefold()
        parts = line.replace(",", " ").split()
        if before and line == KEEP:
            chosen = before
        elif line in (NONE, "0"):
            chosen = []
        elif parts and all(p.isascii() and p.isdigit() and len(p) < 4 and 1 <= int(p) <= len(rows) for p in parts):
            numbers = {int(part) for part in parts}
            chosen = [sign for number, sign in enumerate(rows, 1) if number in numbers]
        else:
            said = strings.SIGNS_BAD.format(text=plain(line)[:60], most=len(rows)) if line else strings.EXPECTED_EMPTY
            talk.say(said, prompt)
            continue
        talk.say(*([strings.TICKED.format(text=sign.text) for sign in chosen] or [strings.TICKED_NOTHING]))
        return tuple(sign.id for sign in chosen)


def fields(talk: Talk, shown: RecordView, typed: dict[str, str], today: date, hear: Hear) -> dict[str, str]:
    """What is noted, field by field; `typed` has what was typed here before an alarm, and gets what is typed now."""
    for field in shown.fields:
        typed[field.id] = _field(talk, field, typed.get(field.id, field.value), today, hear)
    return {field.id: typed[field.id] for field in shown.fields}


def _field(talk: Talk, field: FieldView, before: str, today: date, hear: Hear) -> str:
    is_date = field.kind == "date"
    how = {"date": strings.DATE_HOW, "role": strings.ROLE_HOW}.get(field.kind, strings.TEXT_HOW)
    value = write_date(before) if is_date else before
    template = strings.WRITE_FIELD_KEPT if before else strings.WRITE_FIELD
    prompt = template.format(label=field.label, how=how, value=value)
    talk.say(*filter(None, (field.help,)), prompt)
    while True:
        line = hear([prompt])
        try:
            noted = before if not line else "" if line == EMPTY else read_date(line, today) if is_date else line
        except ValueError:
            talk.say(strings.DATE_BAD.format(example=f"{today:%d.%m.%Y}"), prompt)
            continue
        talk.say(_noted(noted, is_date, today))
        return noted


def _noted(noted: str, is_date: bool, today: date) -> str:
    if not noted:
        return strings.NOTED_NOTHING
    return strings.NOTED.format(value=weekday_date(date.fromisoformat(noted), today) if is_date else noted)


def found(guide: Guide, line: str) -> list[str]:
    """What a search finds, two lines a hit."""
    asked = line.strip().removeprefix("/").strip()
    if not asked:
        return [strings.SEARCH_HOW]
    lines: list[str] = []
    for hit in search(guide, asked, MOST_HITS):
        title = strings.CONTACT.format(name=hit.title, number=hit.number) if hit.number else hit.title
        lines += [title, *filter(None, (hit.where,)), ""]
    return lines or [strings.SEARCH_NONE.format(text=plain(asked)[:60])]
