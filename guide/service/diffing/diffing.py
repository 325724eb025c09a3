"""What changes between two versions, ready to be shown: sections of headed lines, and plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any, Final

from guide.checks.diff.cards import Difference
from guide.checks.diff.contacts import ContactChange
from guide.checks.diff.listed import Exercises
from guide.checks.diff.packs import SATURDAY, PackChange
from guide.checks.diff.serious import serious
from guide.checks.diff.whole import NO_EXERCISES, Changes, compare_all
from guide.checks.diff.wordings import Rewording
from guide.core.clock import weekday_date
from guide.core.content import Content
from guide.core.text import clean
from guide.service import words
from guide.service.diffing import words as say
from guide.service.diffing.lists import Entry, Section, listed_sections, plain_listed

MOST_SHOWN: Final = 8
"""Changes of one card that a report shows, the most serious first; JSON has all."""


def sections(found: Changes) -> list[Section]:
    """All that is to be read, in its order."""
    made: list[Section] = []
    for card in dict.fromkeys(each.card for each in found.differences):
        own = sorted((each for each in found.differences if each.card == card), key=lambda each: serious(each.changes))
        entries = (*(_entry(found, each) for each in own[:MOST_SHOWN]), *map(Entry, _more(len(own))))
        made.append(Section(_card(found, card), entries))
    made.append(Section(say.CONTACTS, tuple(_contact(found, each) for each in found.contacts)))
    made.append(Section(say.DAYS, tuple(_pack(found, each) for each in found.packs)))
    made += listed_sections(found)
    asked = [
        (say.ASKED_NEW if each.new else say.ASKED_GONE).format(card=_card(found, each.card), text=each.text)
        for each in found.asked
    ]
    made.append(Section(say.ASKED, tuple(map(Entry, asked))))
    made.append(Section(say.CARDS, tuple(map(Entry, _cards(found)))))
    made.append(Section(say.UNPROVED, tuple(map(Entry, _unproved(found)))))
    counts = Counter(each.where for each in found.rewordings)
    entries = tuple(
        Entry(
            say.REWORDED.format(where=_card(found, where), count=count),
            (*[_reworded(r) for r in found.rewordings if r.where == where][:MOST_SHOWN], *_more(count)),
        )
        for where, count in counts.items()
    )
    made.append(Section(say.REWORDINGS, entries))
    return [section for section in made if section.entries]


def _more(count: int) -> Iterator[str]:
    """A line on how many there are besides those that are shown."""
    if count > MOST_SHOWN:
        yield say.MORE.format(count=count - MOST_SHOWN)


def _unproved(found: Changes) -> Iterator[str]:
    """A line a card that the search did not get through."""
    for card, count in Counter(card for card, _, _ in found.unproved).items():
        template = say.NOT_DECIDED if count > 1 else say.NOT_DECIDED_ONE
        yield template.format(card=_card(found, card), count=count)


def _reworded(each: Rewording) -> str:
    """A text as it was and is; one that is new or gone by itself."""
    both = each.before and each.after
    template = say.CHANGED_TEXT if both else say.NEW_TEXT if each.after else say.GONE_TEXT
    return template.format(before=clean(each.before), after=clean(each.after))


def _cards(found: Changes) -> Iterator[str]:
    yield from (say.CARD_NEW.format(card=_card(found, name)) for name in found.cards_added)
    yield from (say.CARD_GONE.format(card=_card(found, name)) for name in found.cards_removed)
    for card, alarm, new in found.alarms:
        template = say.ALARM_NEW if new else say.ALARM_GONE
        yield template.format(card=_card(found, card), alarm=_card(found, alarm))


def _card(found: Changes, name: str) -> str:
    card = found.versions.new.cards.get(name) or found.versions.old.cards.get(name)
    return card.title if card else {"facts": "Svar", "services": "Tjenester", "lists": "Tegn"}.get(name, name)


def _entry(found: Changes, each: Difference) -> Entry:
    lines = tuple(
        _change(found, each, *change) for change in each.changes if each.what not in (("added",), ("removed",))
    )
    if len(each.cards) > 1 or each.card not in each.cards:
        lines += (say.IN_CARDS.format(cards=", ".join(QUOTE.format(_card(found, card)) for card in each.cards)),)
    return Entry(_title(found, each), lines, each.walk or (say.AT_START,))


QUOTE = "«{}»"


def _title(found: Changes, each: Difference) -> str:
    before, after = each.titles
    if each.what == ("added",):
        return say.TASK_NEW.format(title=after)
    if each.what == ("removed",):
        return say.TASK_GONE.format(title=before)
    if each.what == ("answer",):
        new = bool(each.changes[0][2])
        sides = found.versions.new, found.versions.old
        facts = [f for c in sides for f in (c.cards[each.card].facts.get(each.fact), c.facts.get(each.fact)) if f]
        answer = next((f.words(each.value) for f in facts if f.words(each.value) != each.value), each.value)
        return (say.ANSWER_NEW if new else say.ANSWER_GONE).format(answer=answer, title=after)
    if each.what == ("exit",):
        return say.FROM_ALARM.format(card=_card(found, each.alarm))
    return say.OTHER_STOP.format(after=after) if "stop" in each.what else QUOTE.format(after)


def _change(found: Changes, each: Difference, what: str, before: tuple[str, ...], after: tuple[str, ...]) -> str:
    if what == "deadlines":  # those that are the same in both say nothing
        before, after = tuple(x for x in before if x not in after), tuple(x for x in after if x not in before)
    one, other = (_value(found, side, what, value, each.card) for side, value in enumerate((before, after)))
    return say.BEFORE_NOW.format(field=say.FIELD[what], before=one, after=other)


def _value(found: Changes, side: int, what: str, value: tuple[str, ...], card: str = "") -> str:
    """A value in words."""
    if what == "end":
        return say.ENDS if value else say.GOES_ON
    if what == "exit" and not value:
        return say.BACK
    if not value:
        missing = {"answer": say.NOT_THERE, "point": say.NOT_THERE, "phone": say.UNSAID, "hours": say.UNSAID}
        return missing.get(what, say.NONE)
    scales = {"report": words.REPORT, "guardians": words.GUARDIANS, "duties": words.DUTIES}
    if what in scales:
        return " ".join(scales[what][each] for each in value)
    if what == "urgency":
        return say.PLAIN.format(text=words.URGENCY[value[0]])
    if what in ("first", "contacts", "stand_in", "fallback", "acute", "service"):
        services = found.versions.content(side).services
        titles = (services[each].title if each in services else each for each in value)
        return say.PLAIN.format(text=", ".join(titles))
    if what == "deadlines":
        return " ".join(_deadline(found, side, each, card) for each in value)
    if what in ("phone", "hours", "ages", "web", "point", "inside"):
        return say.PLAIN.format(text=", ".join(map(_text, value)))
    return say.PLAIN.format(text=", ".join(QUOTE.format(_text(each)) for each in value))


def _deadline(found: Changes, side: int, text: str, card: str) -> str:
    within, unit, kind, anchor = text.split(" ", 3)
    node, _, field = anchor.partition(".")
    nodes = found.versions.new.cards[card].nodes if card in found.versions.new.cards else {}
    fields = nodes[node].fields if node in nodes else ()
    label = next((each.label for each in fields if each.id == field), field)
    if kind == "on":
        return say.DEADLINE_ON.format(anchor=label)
    return say.DEADLINE.format(within=within, unit=say.UNITS[unit], anchor=label)


def _contact(found: Changes, each: ContactChange) -> Entry:
    lines = [
        say.BEFORE_NOW.format(field=say.FIELD[w], before=_value(found, 0, w, b), after=_value(found, 1, w, a))
        for w, b, a in each.changes
    ]
    pack = found.versions.new.packs.get(each.pack)
    title = say.CONTACT_IN.format(name=each.name, pack=pack.name) if pack else say.CONTACT.format(name=each.name)
    return Entry(title, (*lines, say.TOUCHES.format(stops=each.stops)), each.walk)


def _pack(found: Changes, each: PackChange) -> Entry:
    lines: list[str] = []
    for what, before, after in each.changes:
        if what == SATURDAY:
            lines.append(say.SATURDAY[after[0]])
            continue
        for template, days in ((say.CLOSED_NEW, after), (say.CLOSED_GONE, before)):
            if days:
                lines.append(template.format(days=", ".join(weekday_date(date.fromisoformat(day)) for day in days)))
    return Entry(clean(found.versions.new.packs[each.pack].name), tuple(lines))


def _text(text: str) -> str:
    return clean(text) or say.NONE


def as_data(found: Changes) -> dict[str, Any]:
    """Everything as plain data, with the ids of the content."""
    return {
        "nothing": found.nothing,
        "differences": [asdict(each) for each in found.differences],
        "contacts": [asdict(each) for each in found.contacts],
        "packs": [asdict(each) for each in found.packs],
        "lists": [plain_listed(each) for each in found.listed],
        "asked": [asdict(each) for each in found.asked],
        "cards": {"added": found.cards_added, "removed": found.cards_removed},
        "alarms": [{"card": c, "alarm": a, "new": new} for c, a, new in found.alarms],
        "rewordings": [asdict(each) for each in found.rewordings],
        "unproved": [{"card": c, "before": b, "after": a} for c, b, a in found.unproved],
    }


def changes_of(
    old: Content, new: Content, card: str = "", exercises: tuple[Exercises, Exercises] = NO_EXERCISES
) -> Changes:
    """What changes, on one card where it is named; `exercises` are the old and the new. Raises LayError."""
    return compare_all(old, new, (card,) if card else (), exercises)
