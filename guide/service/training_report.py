"""The trainer's overview: which exercises, which decisions most get wrong, how it moves. By group, never by person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from guide.core.exercise import Exercise
from guide.core.record import record
from guide.core.text import clean
from guide.core.training_result import SMALLEST, Group, Vote
from guide.service import exercise_words as words

TITLE: Final = "ØVELSE: oversikt over grupper"
ABOUT: Final = "Oversikten har ingen navn. Grupper på færre enn fem er ikke med."
NOTHING: Final = "Ingen grupper har øvd ennå. Velg «Ta med gruppa i oversikten» etter en øvelse i et rom."
EXERCISES: Final = "Øvelsene"
HARD: Final = "Det flest tar feil av"
MONTHS: Final = "Måned for måned"
ONE: Final = "{title}: {groups} ganger, {size} deltakere i alt, {share} prosent feil"
DECISION: Final = "{asked} ({title}, {area}): {share} prosent feil av {hands} hender"
DECISION_MOST: Final = "{asked} ({title}, {area}): {share} prosent feil av {hands} hender, delvis bare flertallet"
MONTH: Final = "{month}: {groups} grupper, {share} prosent feil av {hands} hender"
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


def lists(found: Report, exercises: Mapping[str, Exercise]) -> list[tuple[str, Sequence[str]]]:
    """The report as headings with sentences, for the screen and for Markdown."""
    if not found.groups:
        return [(words.BANNER, (NOTHING,))]
    sizes: dict[str, int] = {}
    for group in found.groups:
        sizes[group.exercise] = sizes.get(group.exercise, 0) + group.size
    ones = [
        ONE.format(title=_title(name, exercises), groups=total.groups, size=sizes[name], share=total.share)
        for name, total in found.exercises
    ]
    hard = [_decision(name, vote, total, exercises) for (name, vote), total in found.decisions if total.wrong]
    months = [
        MONTH.format(month=month, groups=total.groups, share=total.share, hands=total.hands)
        for month, total in found.months
    ]
    return [(words.BANNER, (ABOUT,)), (EXERCISES, ones), (HARD, hard), (MONTHS, months)]


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


def _decision(name: str, vote: Vote, total: Sum, exercises: Mapping[str, Exercise]) -> str:
    form = DECISION_MOST if total.majority else DECISION
    title = _title(name, exercises)
    return form.format(asked=vote.asked, title=title, area=vote.area, share=total.share, hands=total.hands)


def _title(name: str, exercises: Mapping[str, Exercise]) -> str:
    exercise = exercises.get(name)
    return clean(exercise.title if exercise else name)
