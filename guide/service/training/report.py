"""The trainer's overview: which exercises, which decisions most get wrong, how it moves. By group, never by person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from guide.core.clock import month_name
from guide.core.exercise import Exercise
from guide.core.record import record
from guide.core.text import clean
from guide.core.training_result import SMALLEST, Group, Vote
from guide.service.training import words

TITLE: Final = "ØVELSE: oversikt over grupper"
ABOUT: Final = "Oversikten har ingen navn. Grupper på færre enn fem er ikke med."
NOTHING: Final = "Ingen grupper har øvd ennå. Velg «Ta med gruppa i oversikten» etter en øvelse i et rom."
EXERCISES: Final = "Øvelsene"
HARD: Final = "Det flest tar feil av"
MONTHS: Final = "Måned for måned"
LINE: Final = "{title}: {share} prosent feil ({note})"
ONE: Final = "1 gang, {size} deltakere"
SEVERAL: Final = "{groups} ganger, {size} deltakere i alt"
DECISION: Final = "{title}, {hands} hender"
DECISION_AREA: Final = "{title}, {area}, {hands} hender"
DECISION_MOST: Final = "{title}, {hands} hender, delvis bare flertallet"
DECISION_MOST_AREA: Final = "{title}, {area}, {hands} hender, delvis bare flertallet"
MONTH_ONE: Final = "1 gruppe, {hands} hender"
MONTH: Final = "{groups} grupper, {hands} hender"
JOINED: Final = "{line}. {moved}"
MOVED: Final = "{first} prosent i {first_month}, {last} prosent i {last_month}"
INSIDE: Final = {words.AREA[area]: said for area, said in words.AREA_INSIDE.items()}
"""What is kept is the area's name by itself; here it stands inside a line."""
COLUMNS: Final = ("ØVELSE", "Måned", "Spørsmål", "Område", "Grupper", "Hender", "Feil", "Prosent feil")


@record
class Sum:
    """Votes put together; `wrong` are among `hands`."""

    groups: int
    hands: int
    wrong: int
    majority: bool = False

    @property
    def share(self) -> int:
        """Whole per cent that were wrong."""
        return round(100 * self.wrong / self.hands) if self.hands else 0


@record
class Report:
    """What there is to show. `decisions` are ((exercise, vote), sum), the most wrong first; months in their order."""

    groups: tuple[Group, ...]
    exercises: tuple[tuple[str, Sum], ...]
    decisions: tuple[tuple[tuple[str, Vote], Sum], ...]
    months: tuple[tuple[str, Sum], ...]


@record
class Bar:
    """A share of wrong answers in whole per cent, of what, and how many it rests on; `moved` says how it has moved."""

    title: str
    share: int
    note: str
    moved: str = ""


@record
class Overview:
    """What is to be shown, each part empty where there is nothing."""

    hard: tuple[Bar, ...]
    months: tuple[Bar, ...]
    exercises: tuple[Bar, ...]


def report(groups: Iterable[Group]) -> Report:
    """The report of all groups. What has fewer than SMALLEST hands is left out here, too, whoever wrote the file."""
    shown = tuple(group for group in groups if group.size >= SMALLEST and _votes(group))
    by_exercise: dict[str, list[Group]] = {}
    by_month: dict[str, list[Group]] = {}
    by_vote: dict[tuple[str, str], list[Vote]] = {}
    for group in shown:
        by_exercise.setdefault(group.exercise, []).append(group)
        by_month.setdefault(group.month, []).append(group)
        for vote in _votes(group):
            by_vote.setdefault((group.exercise, vote.item), []).append(vote)
    decisions = [((exercise, votes[-1]), _sum(votes, len(votes))) for (exercise, _), votes in by_vote.items()]
    decisions.sort(key=lambda found: (-found[1].share, found[0][0], found[0][1].item))
    return Report(
        shown,
        tuple((name, _of(found)) for name, found in sorted(by_exercise.items())),
        tuple(decisions),
        tuple((month, _of(found)) for month, found in sorted(by_month.items())),
    )


def _votes(group: Group) -> tuple[Vote, ...]:
    return tuple(vote for vote in group.votes if vote.hands >= SMALLEST)


def _of(groups: Sequence[Group]) -> Sum:
    return _sum([vote for group in groups for vote in _votes(group)], len(groups))


def _sum(votes: Sequence[Vote], groups: int) -> Sum:
    hands, wrong = sum(vote.hands for vote in votes), sum(vote.wrong for vote in votes)
    return Sum(groups, hands, wrong, any(vote.majority for vote in votes))


def overview(found: Report, exercises: Mapping[str, Exercise]) -> Overview:
    """The report in words: what most get wrong first, the months in their order, the exercises by title."""
    sizes: dict[str, int] = {}
    for group in found.groups:
        sizes[group.exercise] = sizes.get(group.exercise, 0) + group.size
    ones = sorted(
        (
            Bar(_title(name, exercises), total.share, _one(total, sizes[name]), _moved(found.groups, name))
            for name, total in found.exercises
        ),
        key=lambda bar: bar.title.casefold(),
    )
    hard = [_decision(name, vote, total, exercises) for (name, vote), total in found.decisions if total.wrong]
    months = [
        Bar(
            month_name(month),
            total.share,
            (MONTH_ONE if total.groups == 1 else MONTH).format(groups=total.groups, hands=total.hands),
        )
        for month, total in found.months
    ]
    return Overview(tuple(hard), tuple(months), tuple(ones))


def lists(found: Report, exercises: Mapping[str, Exercise]) -> list[tuple[str, Sequence[str]]]:
    """The report as headings with sentences, for a terminal and for Markdown."""
    if not found.groups:
        return [(words.BANNER, (NOTHING,))]
    shown = overview(found, exercises)
    parts = ((HARD, shown.hard), (MONTHS, shown.months), (EXERCISES, shown.exercises))
    return [(words.BANNER, (ABOUT,)), *((title, [said(bar) for bar in bars]) for title, bars in parts)]


def said(bar: Bar) -> str:
    """A bar as a sentence."""
    line = LINE.format(title=bar.title, share=bar.share, note=bar.note)
    return JOINED.format(line=line, moved=bar.moved) if bar.moved else line


def rows(found: Report, exercises: Mapping[str, Exercise]) -> Iterator[tuple[str, ...]]:
    """The report as a table: a row for each decision in each month."""
    yield COLUMNS
    by: dict[tuple[str, str, str], list[Vote]] = {}
    for group in found.groups:
        for vote in _votes(group):
            by.setdefault((group.exercise, group.month, vote.item), []).append(vote)
    for (name, month, _), votes in sorted(by.items(), key=lambda item: item[0]):
        total, last = _sum(votes, len(votes)), votes[-1]
        numbers = (total.groups, total.hands, total.wrong, total.share)
        yield _title(name, exercises), month, last.asked, last.area, *(f"{number}" for number in numbers)


def _one(total: Sum, size: int) -> str:
    return (ONE if total.groups == 1 else SEVERAL).format(groups=total.groups, size=size)


def _moved(groups: Sequence[Group], name: str) -> str:
    """From the first month to the last, empty where there is one month only."""
    by_month: dict[str, list[Group]] = {}
    for group in groups:
        if group.exercise == name:
            by_month.setdefault(group.month, []).append(group)
    if len(by_month) < 2:
        return ""
    first, last = min(by_month), max(by_month)
    return MOVED.format(
        first=_of(by_month[first]).share,
        first_month=month_name(first),
        last=_of(by_month[last]).share,
        last_month=month_name(last),
    )


def _decision(name: str, vote: Vote, total: Sum, exercises: Mapping[str, Exercise]) -> Bar:
    forms = {
        (False, False): DECISION,
        (False, True): DECISION_AREA,
        (True, False): DECISION_MOST,
        (True, True): DECISION_MOST_AREA,
    }
    form = forms[total.majority, bool(vote.area)]
    area = INSIDE.get(vote.area, vote.area)
    note = form.format(title=_title(name, exercises), area=area, hands=total.hands)
    return Bar(clean(vote.asked), total.share, note)


def _title(name: str, exercises: Mapping[str, Exercise]) -> str:
    exercise = exercises.get(name)
    return clean(exercise.title if exercise else name)
