"""A look ahead in words, as titled lists of sentences: the screen and the file have the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from guide.core.clock import clock_time, weekday_date
from guide.core.text import clean
from guide.service.ahead import words
from guide.service.ahead.checks import Check
from guide.service.ahead.days import DAY, occasion, weeks_of
from guide.service.ahead.deadlines import Moved, Rule
from guide.service.ahead.look_ahead import Ahead
from guide.service.ahead.thin import Closed, Shorter

Section = tuple[str, tuple[str, ...]]
FEW_LAWS = 3


def sections(found: Ahead) -> tuple[str, tuple[Section, ...]]:
    """The title, and (heading, sentences) of each part."""
    title = words.TITLE.format(pack=found.pack.name, first=_dated(found.first), last=_dated(found.last))
    parts = ((words.THIN, _thin(found)), (words.CHECKS, _checks(found)), (words.DEADLINES, _deadlines(found)))
    return clean(title), tuple((heading, tuple(clean(line) for line in lines)) for heading, lines in parts)


def _thin(found: Ahead) -> Iterator[str]:
    thin = found.thin
    yield from (_closed(spell) for spell in thin.closed)
    if not thin.closed:
        yield words.ALL_WELL if thin.known else words.NOTHING_KNOWN
    yield from (_shorter(weeks) for weeks in thin.shorter)
    for day, names in thin.early:
        yield words.EARLY.format(day=_sentence(_day(day)), names=_listed(names))
    yield from (words.CLOSING.format(day=_day(day), weeks=weeks_of(day, day)) for day in found.closing)
    for template, listed in (
        (words.NO_NUMBER, thin.missing),
        (words.NO_HOURS, thin.unknown),
        (words.NOT_READ, thin.unread),
    ):
        if listed:
            yield template.format(names=_listed(listed))


def _closed(spell: Closed) -> str:
    last = spell.end.date() - (DAY if clock_time(spell.end) == "00:00" else timedelta())
    special = occasion(spell.begin.date(), last)
    said = words.CLOSED.format(
        service=spell.service,
        first=_day(spell.begin.date()),
        first_time=clock_time(spell.begin),
        last=_day(spell.end.date()),
        last_time=clock_time(spell.end),
        weeks=weeks_of(spell.begin.date(), last),
        occasion=words.OCCASION.format(occasion=special) if special else "",
        length=_length(timedelta(seconds=spell.end.timestamp() - spell.begin.timestamp())),
        usual=_length(spell.usual),
    )
    return " ".join((said, *_instead(spell)))


def _instead(spell: Closed) -> Iterator[str]:
    """Who answers in the meantime."""
    if spell.always:
        yield words.STANDS_IN.format(names=_listed(spell.always))
        return
    if spell.partly:
        yield words.STANDS_IN_PARTLY.format(names=_listed(spell.partly))
    yield words.NATIONAL.format(names=_listed(spell.national)) if spell.national else words.NOBODY


def _shorter(weeks: Shorter) -> str:
    special = occasion(weeks.first, weeks.last)
    return words.SHORTER.format(
        service=weeks.service,
        open=_number(weeks.open),
        usual=_number(weeks.usual),
        weeks=weeks_of(weeks.first, weeks.last),
        occasion=words.OCCASION.format(occasion=special) if special else "",
    )


def _checks(found: Ahead) -> Iterator[str]:
    never = [check.name for check in found.checks if check.due is None]
    if never:
        yield words.NEVER.format(names=_listed(never))
    for due in dict.fromkeys(check.due for check in found.checks if check.due):
        template = words.OVERDUE if due < found.first else words.DUE
        together = [check for check in found.checks if check.due == due]
        for kind in ("number", "missing", "national", "web", "law", "review"):
            those = [check for check in together if check.kind == kind]
            for some in [[check] for check in those] if kind == "number" else [those]:
                if some:
                    yield template.format(date=_dated(due), what=_what(kind, some))
    if not found.checks:
        yield words.NOTHING_DUE


def _what(kind: str, those: Sequence[Check]) -> str:
    names = [check.name for check in those]
    if kind in ("number", "national"):
        calls = [words.CALL_ONE.format(name=check.name, phone=check.phone) for check in those]
        return (words.CALL if kind == "number" else words.LOOK_NUMBER).format(names=_listed(calls))
    if kind == "law" and len(those) > FEW_LAWS:
        return words.LOOK_MANY.format(count=len(those))
    template = {"missing": words.ASK, "review": words.REVIEW}.get(kind, words.LOOK)
    return template.format(names=_listed(names))


def _deadlines(found: Ahead) -> Iterator[str]:
    for rule in found.rules:
        cards = _listed([words.WHERE_ONE.format(title=title, card=card) for title, card in rule.where])
        yield _sentence(words.WHERE.format(rule=_rule(rule), cards=cards))
    yield from (_moved(group) for group in found.moved if group.rule.unit == "working_days")
    for rule in found.rules:
        groups = [group for group in found.moved if group.rule == rule and rule.unit != "working_days"]
        yield from _falls(rule, groups)
    if any(rule.unit != "working_days" for rule in found.rules):
        yield words.NOT_MOVED
    if not found.rules:
        yield words.NO_DEADLINES


def _moved(group: Moved) -> str:
    """One example and the days that it stands for."""
    example, many = group.example, len(group.starts) > 1
    if group.closing:
        template = words.BEFORE if many else words.BEFORE_ONE
    else:
        template = words.MOVED if many else words.MOVED_ONE
    return template.format(
        occasion=_sentence(group.occasion),
        rule=_rule(group.rule),
        start=_day(example.start),
        due=_day(example.due),
        ordinary=_day(example.ordinary),
        before=_day(example.before or example.due),
        first=_day(group.starts[0].start),
        last=_day(group.starts[-1].start),
    )


def _falls(rule: Rule, groups: Sequence[Moved]) -> Iterator[str]:
    """The days from which weeks or months lead to a holiday, and to a closing day."""
    holidays = [
        words.FALLS_EACH.format(start=_day(start.start), occasion=group.occasion)
        for group in groups
        if not group.closing
        for start in group.starts
    ]
    closed = [_day(start.start) for group in groups if group.closing for start in group.starts]
    if holidays:
        yield words.FALLS.format(rule=_rule(rule), starts=_listed(holidays))
    if closed:
        yield words.FALLS_CLOSED.format(rule=_rule(rule), starts=_listed(closed))


def _rule(rule: Rule) -> str:
    return (words.RULE_ONE if rule.within == 1 else words.RULE)[rule.unit].format(count=rule.within)


def _length(length: timedelta) -> str:
    hours = round(length.total_seconds() / 3600)
    days, rest = divmod(hours, 24)
    template = words.HOURS_ONLY if not days else words.HOURS_DAY if rest else words.HOURS_DAYS
    return template.format(days=days, hours=rest)


def _number(hours: float) -> str:
    """Hours as one writes them in Norwegian: 37,5."""
    return f"{hours:.1f}".removesuffix(".0").replace(".", ",")


def _day(day: date) -> str:
    """«torsdag 24. desember»: within a year the year is known."""
    return weekday_date(day, day)


def _dated(day: date) -> str:
    return weekday_date(day)


def _listed(names: Sequence[str]) -> str:
    """«a», «a og b», «a, b og c»."""
    return words.AND.join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _sentence(text: str) -> str:
    """The text with a capital letter."""
    return text[:1].upper() + text[1:]
