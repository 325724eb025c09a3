"""P3: the service that the advice names answers at every minute of the next 400 days, or the one that stands in does.

Which service must answer: child welfare, and every other named one that the content gives a stand-in, since it is
for the hours when it is closed that the stand-in is there; a stand-in that is named alone; and an emergency number that
is named first. Where the advice names none of these, one of the services that it does name must answer. What is on the
inside (the leader, the head teacher) has no opening hours. National lines don't count (`answer_hours`).

How well: `now` and `today` at every minute. `deadline` and `routine` may wait until it opens: the longest that an
office open on ordinary weekdays is closed is from Wednesday afternoon to Tuesday morning at Easter, five days and a
half and more, so six days is the most for `deadline`; one that opens once a week and has its day taken by a holiday is
back in less than fourteen days, the most for `routine`. Shorter gaps are no errors and stand in the table
(`answer_table`).

The workplace changes which outcomes are reached, not who answers: every outcome is held to account, and one that fails
is a finding only if a walk leads there, from some workplace, with a child of such an age.

Hours that no source gives are neither: they are a warning where urgent advice rests on them alone.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from guide.checks.proofs.answer_hours import DAYS, Ages, AnswerHours
from guide.checks.proofs.answer_table import Row, rows
from guide.checks.proofs.answer_words import (
    CLOSED_LONG,
    MISSING,
    MISSING_STAND_IN,
    OR,
    SILENT,
    SILENT_AT_AGE,
    UNSURE,
    WRONG_AGE,
    ages_words,
    moment_words,
)
from guide.checks.proofs.distance import within_reach
from guide.checks.proofs.shortest import GaveUpError, shortest, starts
from guide.checks.proofs.spans import DAY, longest
from guide.checks.proofs.verdict import Broken, Verdict
from guide.core.content import ALARM_MARK, OUTCOME, Card, Content, Node
from guide.core.emergency import NUMBERS
from guide.core.lay import Laid, Place, lay
from guide.core.step import Known
from guide.core.together import MUNICIPALITY, towns_with

PROOF: Final = "P3"
TAKES_REPORTS: Final = "barnevern"
CLOSED_AT_MOST: Final = {"deadline": 6, "routine": 14}
"""Whole days. Urgencies that are not here may not wait at all."""


@dataclass(slots=True)
class _Flaw:
    """What is wrong with one group of services in one pack, for some ages and the ends of one card."""

    code: str
    group: tuple[str, ...]
    hours: AnswerHours
    span: tuple[int, int]
    times: int
    most: int
    ages: dict[Ages, None] = field(default_factory=dict)
    ends: dict[str, Place] = field(default_factory=dict)


class Answering:
    """P3 over one content from one moment on. Hours are worked out once a pack, whatever the number of cards."""

    def __init__(self, content: Content, start: datetime, days: int = DAYS) -> None:
        self._content = content
        self.days = days
        towns = [pack.id for pack in content.packs.values() if pack.kind == MUNICIPALITY]
        self.hours = {pack: AnswerHours(content, pack, start, days) for pack in towns}

    def packs_of(self, card: Card) -> tuple[str, ...]:
        """The packs that a card is used with: its own, those that share its plan, or every municipality."""
        return towns_with(self._content, card)

    def card(self, card_id: str) -> Verdict:
        """The proof over every outcome of one card, in every pack that it is used with. Raises LayError."""
        begin = time.perf_counter()
        laid = lay(self._content, card_id)
        looked = 0
        broken: list[Broken] = []
        for pack in self.packs_of(laid.card):
            hours = self.hours[pack]
            wanted = _wanted(hours, laid)
            looked += sum(hours.answer(g, ages).intervals for g, _ in wanted for ages in hours.classes(g))
            broken += [found for flaw in _flaws(hours, wanted) if (found := self._broken(laid, flaw))]
        return Verdict(PROOF, card_id, looked, time.perf_counter() - begin, tuple(broken))

    def numbers(self, pack: str) -> Verdict:
        """The services that the advice of a pack's cards names and that the pack has no number for."""
        begin = time.perf_counter()
        hours = self.hours[pack]
        ends: dict[str, set[tuple[str, str]]] = {}
        for card in self._content.cards.values():
            if pack in self.packs_of(card):
                for node in (node for node in card.nodes.values() if node.kind == OUTCOME):
                    for service, _ in node.contact:
                        ends.setdefault(service, set()).add((card.id, node.id))
        broken = [_missing(hours, service, len(found)) for service, found in ends.items() if hours.lacks(service)]
        named = [service for service in ends if not hours.service(service).inside]
        for service, other in [(s, o) for s in named for o in hours.service(s).stand_in if o not in ends]:
            if hours.lacks(other):
                what = MISSING_STAND_IN.format(
                    pack=hours.name, title=hours.service(other).title, other=hours.service(service).title
                )
                broken.append(Broken("nummer-mangler", "", "", what, severity="warning"))
        return Verdict(PROOF, pack, len(ends), time.perf_counter() - begin, tuple(broken))

    def table(self, pack: str) -> tuple[Row, ...]:
        """When the services answer that the outcomes of a pack's cards name: also the gaps that are no error."""
        cards = [card for card in self._content.cards.values() if pack in self.packs_of(card)]
        ends = [node for card in cards for node in card.nodes.values() if node.kind == OUTCOME]
        return rows(self.hours[pack], (service for node in ends for service, _ in node.contact))

    def all(self) -> tuple[Verdict, ...]:
        """Every card, then every pack."""
        return (*map(self.card, self._content.cards), *map(self.numbers, self.hours))

    def _broken(self, laid: Laid, flaw: _Flaw) -> Broken | None:
        """The finding, with its shortest walk; None where no walk leads to such an end with a child of such an age."""
        ends = [name for name in flaw.ends if not name.startswith(ALARM_MARK)]
        end = next(iter(flaw.ends))
        way: tuple[str, ...] = ()
        settings = [v for v, card in self._content.packs[flaw.hours.pack].cards if card == laid.card.id]
        ages = [age[0] for age in flaw.ages if age]
        fits = lambda known: _age_class(known, flaw.ages)  # noqa: E731
        try:
            known = starts(laid, settings or self._settings())
            found = shortest(laid, self._content.lists, known, ends, fits, ages)
            if found is None and len(ends) == len(flaw.ends):
                return None
            end, way = found or (end, way)
        except GaveUpError:
            pass  # the finding stands, without a walk
        severity = "warning" if flaw.code == "apningstid-ukjent" else "error"
        return Broken(flaw.code, laid.card.id, end, self._words(flaw, flaw.ends[end]), way, severity)

    def _settings(self) -> list[str]:
        fact = self._content.facts.get("virksomhet")
        return ["", *(value for value, _ in fact.values)] if fact else [""]

    def _words(self, flaw: _Flaw, end: Place) -> str:
        hours = flaw.hours
        every = len(flaw.ages) == len(hours.classes(flaw.group))
        silent = SILENT if every else SILENT_AT_AGE
        template = {
            "tjeneste-svarer-ikke": silent,
            "stengt-for-lenge": CLOSED_LONG,
            "feil-alder": WRONG_AGE,
            "apningstid-ukjent": UNSURE,
        }[flaw.code]
        return template.format(
            pack=hours.name,
            titles=OR.join(hours.service(service).title for service in flaw.group),
            begin=moment_words(flaw.span[0]),
            end=moment_words(flaw.span[1]),
            ages=OR.join(ages_words(ages) for ages in flaw.ages),
            advice=end.node.text,
            ends=len(flaw.ends),
            times=flaw.times,
            days=self.days,
            most=flaw.most,
        )


def groups(hours: AnswerHours, node: Node) -> tuple[tuple[str, ...], ...]:
    """The services of an outcome that must answer: each group by one of its own. None where all is on the inside."""
    outside = [service for service, _ in node.contact if not hours.service(service).inside]
    bound: list[tuple[str, ...]] = [(outside[0],)] if outside and outside[0] in NUMBERS else []
    bound += [(s, *hours.service(s).stand_in) for s in outside if _always(hours, s)]
    covered = {service for group in bound for service in group}
    bound += [(s,) for s in outside if s in hours.stand_ins and s not in covered]
    if bound:
        return tuple(bound)
    return (tuple(rest),) if (rest := [s for s in outside if s not in NUMBERS]) else ()


def _always(hours: AnswerHours, service: str) -> bool:
    """Whether a service must answer at all hours: somebody stands in for it, or it takes the reports."""
    return bool(hours.service(service).stand_in) or service == TAKES_REPORTS


def _wanted(hours: AnswerHours, laid: Laid) -> dict[tuple[tuple[str, ...], str], dict[str, Place]]:
    """The ends of a card by (group that must answer, how soon); `now` and `today` are one."""
    found: dict[tuple[tuple[str, ...], str], dict[str, Place]] = {}
    for place in (laid.nodes[name] for name in sorted(within_reach(laid))):
        if place.kind == OUTCOME:
            urgency = place.node.urgency if place.node.urgency in CLOSED_AT_MOST else ""
            for group in groups(hours, place.node):
                found.setdefault((group, urgency), {})[place.id] = place
    return found


def _flaws(hours: AnswerHours, wanted: dict[tuple[tuple[str, ...], str], dict[str, Place]]) -> Iterator[_Flaw]:
    """What is wrong, one flaw for all ages and ends that share it."""
    for (group, urgency), ends in wanted.items():
        if not any(hours.counting(service) for service in group):
            continue  # no number at all: a finding of the pack
        found: dict[tuple[str, tuple[int, int]], _Flaw] = {}
        for ages in hours.classes(group):
            if flaw := _flaw(hours, group, urgency, ages):
                found.setdefault((flaw.code, flaw.span), flaw).ages[ages] = None
        for flaw in found.values():
            flaw.ends = ends
            yield flaw


def _flaw(hours: AnswerHours, group: tuple[str, ...], urgency: str, ages: Ages) -> _Flaw | None:
    answer = hours.answer(group, ages)
    most = CLOSED_AT_MOST.get(urgency, 0)
    if not answer.numbered:
        return _Flaw("feil-alder", group, hours, hours.whole[0], 1, most)
    worst = longest(answer.gaps)
    if most:
        if worst and worst[1] - worst[0] > most * DAY:
            return _Flaw("stengt-for-lenge", group, hours, worst, 1, most)
        return None
    if answer.gaps:
        return _Flaw("tjeneste-svarer-ikke", group, hours, answer.gaps[0], len(answer.gaps), most)
    if answer.unsure:
        return _Flaw("apningstid-ukjent", group, hours, answer.unsure[0], len(answer.unsure), most)
    return None


def _age_class(known: Known, classes: Iterable[Ages]) -> bool:
    """Whether what is known of the child's age is one of the classes."""
    text = known.get("alder", "")
    if not text.isdigit():
        return None in classes
    return any(ages is not None and ages[0] <= int(text) <= ages[1] for ages in classes)


def _missing(hours: AnswerHours, service: str, ends: int) -> Broken:
    what = MISSING.format(pack=hours.name, title=hours.service(service).title, ends=ends)
    return Broken("nummer-mangler", "", "", what, severity="warning")
