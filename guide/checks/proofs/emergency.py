"""P6: from every stop of every card that somebody walks, one key leads to the emergency numbers.

Three things together make it so. The alarm `felles/akutt` can be opened at every stop, by the walk's own step, and all
its ways out lead somewhere. From where it starts, whatever is known by then of what its turns read and its questions
are not asked anew (role, workplace, age), a walk leads to advice that is urgent `now` and names an emergency number
first. That advice shows the number itself, first, in every pack, with the contacts as they are, with none, and with
ones that claim the number for another service or another number for the service. Urgent advice that names it further
down, because somebody else is rung first (ADR 0031), shows it, too.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import product
from typing import Final

from guide.checks.proofs.distance import within_reach
from guide.checks.proofs.shortest import GaveUpError
from guide.checks.proofs.verdict import Broken, Verdict
from guide.checks.proofs.way import from_place, way_to
from guide.core.contacts import ContactPoint, Service, contact_book, resolve
from guide.core.content import ALARM_MARK, ASK, BACK, BY, EXIT, INCLUDE, OUTCOME, Card, Content
from guide.core.emergency import NUMBERS
from guide.core.lay import Laid, Place, lay
from guide.core.step import Known, StuckError
from guide.core.together import towns_with
from guide.core.walk import ALARM, Move, State, WalkError, advance

PROOF: Final = "P6"
AKUTT: Final = "felles/akutt"
EVERYWHERE: Final = "nasjonalt"
WHEN: Final = datetime(2026, 11, 27, 23, 30, tzinfo=UTC)
"""An hour at which offices are closed; the emergency numbers do not care."""

NO_ALARM: Final = "Kortet har ikke alarmen {alarm}, så nødnumrene er ikke én tast unna."
NO_EXIT: Final = "Alarmen {alarm} har utgangen «{exit}», men kortet sier ikke hvor den leder."
SHUT: Final = "Alarmen {alarm} kan ikke åpnes fra «{stop}». Det gjelder så mange steder på kortet: {number}."
NO_NUMBER: Final = "Alarmen {alarm} leder ikke til et nødnummer når dette er kjent: {facts}."
TOO_MANY: Final = "Alarmen {alarm} er for stor til at vi kan si om den alltid leder til et nødnummer."
CHANGED: Final = "Rådet «{advice}» viser ikke {number} øverst i {pack}, selv om det viser til nødnummeret."
CHANGED_BELOW: Final = "Rådet «{advice}» viser ikke {number} i {pack}, selv om det viser til nødnummeret."
CHANGED_BOOK: Final = "Kontaktene i {pack} viser ikke nødnummeret {number} øverst."
NOTHING: Final = "ingenting"
_IS: Final = "{fact} er {value}"
_AND: Final = ", "

Book = tuple[str, Mapping[str, Service], tuple[ContactPoint, ...]]
"""A pack's name, services and contact points."""


def prove_emergency(content: Content, card_id: str) -> Verdict:
    """The proof over one card that a workplace walks."""
    begin = time.perf_counter()
    missing = _missing(content, content.cards[card_id])
    if missing:
        return Verdict(PROOF, card_id, 1, time.perf_counter() - begin, missing)
    laid = lay(content, card_id)
    stops = [
        place for name in sorted(within_reach(laid)) if (place := laid.nodes[name]).kind not in (BY, INCLUDE, EXIT)
    ]
    known = list(known_before(laid))
    urgent = [place for place in stops if is_emergency(place)]
    books = list(_books(content, laid.card))
    broken = [*_shut(content, laid, stops), *_leads_nowhere(content, laid, known, urgent)]
    named = [place for place in stops if names_emergency(place)]
    broken += _other_numbers(content, laid, named, books)
    states = len(stops) + len(known) + (len(named) + 1) * len(books)
    return Verdict(PROOF, card_id, states, time.perf_counter() - begin, tuple(broken))


def walked(content: Content) -> tuple[str, ...]:
    """The cards that serve a workplace or that a pack names: those that somebody begins with."""
    named = {card for pack in content.packs.values() for _, card in pack.cards}
    return tuple(name for name, card in content.cards.items() if card.serves or name in named)


def is_emergency(place: Place) -> bool:
    """Whether a stop is advice that is urgent now and has an emergency number as the first one to ring."""
    return names_emergency(place) and place.node.contact[0][0] in NUMBERS


def names_emergency(place: Place) -> bool:
    """Whether a stop is advice that is urgent now and names an emergency number, first or further down."""
    return place.kind == OUTCOME and place.node.urgency == "now" and any(s in NUMBERS for s, _ in place.node.contact)


def known_before(laid: Laid) -> Iterator[dict[str, str]]:
    """Everything that may be known when the alarm is opened, of what it reads and does not ask anew.

    A fact that nobody has given yet is left out, unless the card or its own default always gives it.
    """
    alarm = laid.alarms[AKUTT]
    inside = [place for name, place in laid.nodes.items() if name.startswith(f"{ALARM_MARK}{AKUTT}/")]
    read = {place.fact for place in inside if place.kind in (ASK, BY)} - (alarm.asks - laid.lasting)
    facts = sorted(read)
    choices = []
    for name in facts:
        fact = laid.facts[name]
        first = {str(low) for place in inside for low, _, _ in place.ages if place.fact == name}
        values = tuple(value for value, _ in fact.values) or (*sorted(first), fact.unknown)
        given = name in laid.init or fact.default
        choices.append(values if given else ("", *values))
    for values in product(*choices):
        yield {name: value for name, value in zip(facts, values, strict=True) if value}


def _missing(content: Content, card: Card) -> tuple[Broken, ...]:
    """No alarm at all, or a way out of it that the card has forgotten."""
    alarms = {name: dict(exits) for name, exits in card.alarms}
    if AKUTT not in alarms or AKUTT not in content.cards:
        return (Broken("alarm-mangler", card.id, card.start, NO_ALARM.format(alarm=AKUTT)),)
    lost = [name for name in content.cards[AKUTT].exits if alarms[AKUTT].get(name, "") not in (*card.nodes, BACK)]
    return tuple(
        Broken("alarm-uten-utgang", card.id, "", NO_EXIT.format(alarm=AKUTT, exit=exit_name)) for exit_name in lost
    )


def _shut(content: Content, laid: Laid, stops: Sequence[Place]) -> Iterator[Broken]:
    """The nearest of the stops where the key does not open the alarm."""
    inside = f"{ALARM_MARK}{AKUTT}/"
    known = {name: next((value for value, _ in fact.values), "0") for name, fact in laid.facts.items()}
    shut: list[str] = []
    for place in stops:
        if place.id.startswith(inside):
            continue  # one is there
        state = State(place.id, known, frozenset())
        try:
            opened = advance(laid, content.lists, state, Move(place.id, 0, ALARM, WHEN, answer=AKUTT)).stop
        except (WalkError, StuckError, KeyError):
            opened = ""
        if not opened.startswith(inside):
            shut.append(place.id)
    if shut and (found := way_to(content, laid, shut, laid.card.serves)):
        said = SHUT.format(alarm=AKUTT, stop=laid.nodes[found[0]].node.text, number=len(shut))
        yield Broken("alarm-stengt", laid.card.id, found[0], said, found[1])


def _leads_nowhere(content: Content, laid: Laid, known: Sequence[Known], urgent: Sequence[Place]) -> Iterator[Broken]:
    """What may be known so that the alarm leads to no number."""
    start = laid.alarms[AKUTT].start
    ends = [place.id for place in urgent if place.id.startswith(f"{ALARM_MARK}{AKUTT}/")]
    for facts in known:
        said = _AND.join(_IS.format(fact=fact, value=value) for fact, value in facts.items()) or NOTHING
        try:
            found = from_place(content, laid, start, ends, [facts])
        except GaveUpError:
            yield Broken("alarm-for-stor", laid.card.id, start, TOO_MANY.format(alarm=AKUTT))
            return
        if found is None:
            yield Broken("alarm-uten-nummer", laid.card.id, start, NO_NUMBER.format(alarm=AKUTT, facts=said))
            return


def _other_numbers(content: Content, laid: Laid, named: Sequence[Place], books: Sequence[Book]) -> Iterator[Broken]:
    """Advice that names an emergency number and would show another one, or show it below what it does not put first."""
    for pack, services, points in books:
        shown = [(line.phone, line.state) for line in contact_book(services, points, WHEN)[: len(NUMBERS)]]
        for point in NUMBERS.values():
            if (point.phone, "always") not in shown:
                said = CHANGED_BOOK.format(pack=pack, number=point.phone)
                yield Broken("nodnummer-endret", laid.card.id, "", said)
        changed: dict[str, str] = {}
        for place in named:
            wanted = [NUMBERS[service].phone for service, _ in place.node.contact if service in NUMBERS]
            lines = resolve(services, points, place.node.contact, WHEN, acute=True)
            shown_first = lines[: len(wanted)] if is_emergency(place) else lines
            seen = [line.phone for line in shown_first if line.state == "always"]
            if number := next((number for number in wanted if number not in seen), ""):
                changed[place.id] = number
        if changed and (found := way_to(content, laid, list(changed), laid.card.serves)):
            advice, number = laid.nodes[found[0]].node.text, changed[found[0]]
            words = CHANGED if is_emergency(laid.nodes[found[0]]) else CHANGED_BELOW
            said = words.format(advice=advice, number=number, pack=pack)
            yield Broken("nodnummer-endret", laid.card.id, found[0], said, found[1])


def _books(content: Content, card: Card) -> Iterator[Book]:
    """The contacts that the card is used with, none at all, and hostile ones."""
    national = content.contacts.get(EVERYWHERE, ())
    for pack in towns_with(content, card):
        yield content.packs[pack].name, content.services, (*content.contacts.get(pack, ()), *national)
    yield "en kommune uten kontakter", {}, ()
    yield "en kommune med gale kontakter", dict(_hostile_services()), tuple(_hostile_points())


def _hostile_services() -> Iterator[tuple[str, Service]]:
    """Services that would put somebody else before the emergency numbers, and themselves in their place."""
    for name in NUMBERS:
        yield name, Service(name, "Noen andre", stand_in=("annen",), fallback=("annen",), acute=("annen",), inside=True)
    yield "annen", Service("annen", "En annen", acute=("annen",))


def _hostile_points() -> Iterator[ContactPoint]:
    """Contact points that claim the numbers, each in another way."""
    for number, (name, point) in enumerate(NUMBERS.items()):
        yield ContactPoint(
            f"g{number}", name, "Feil nummer", "p", phone="22 22 22 22", hours="24/7", entered="2026-11-01"
        )
        yield ContactPoint(f"m{number}", name, "Uten nummer", "p", missing=True)
        yield ContactPoint(f"s{number}", name, "Stengt", "p", phone=point.phone, hours="off", ages=(1, 2))
        yield ContactPoint(f"a{number}", "annen", "Tar nummeret", "p", phone=f"+47 {point.phone}", hours="ikke timer")
