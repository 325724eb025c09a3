"""Every proof: what it proves in plain words, over which cards or packs, on what it rests, and the function.

A new proof is one more entry. It is given the content cut down to what the entry says that it rests on (`parts`), so
that a verdict that was kept for later stands for as long as just that is unchanged.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from guide.checks.proofs.answering import Answering
from guide.checks.proofs.deadline_days import DeadlineDays
from guide.checks.proofs.discussing import prove_discussing
from guide.checks.proofs.emergency import prove_emergency, walked
from guide.checks.proofs.ending import prove_ending
from guide.checks.proofs.ends import prove_ends
from guide.checks.proofs.safety import prove_safety
from guide.checks.proofs.severity import prove_severity
from guide.checks.proofs.tracing import packs_of, prove_tracing
from guide.checks.proofs.verdict import Verdict
from guide.core.content import Content

PACKS: Final = "packs"
CONTACTS: Final = "contacts"
EVERYTHING: Final = "everything"
DAY: Final = "day"

Over = Callable[[Content], tuple[str, ...]]
Run = Callable[[Content, str, date], Verdict]
"""The content, the id of the card or pack, and the day in Oslo that is counted from."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One proof. `id` stands in every verdict; a property of cards and of packs has an entry for each."""

    id: str
    says: str
    over: Over
    run: Run
    rests_on: frozenset[str] = frozenset()
    """Beside a card's own parts: PACKS, CONTACTS, EVERYTHING; and DAY where the verdict may be another tomorrow."""
    file: str = "trees/{about}.yaml"
    """The file that a finding is about where it is about no node."""


def every_card(content: Content) -> tuple[str, ...]:
    """All cards, those that others include as well."""
    return tuple(content.cards)


def with_alarms(content: Content) -> tuple[str, ...]:
    """The cards that are walked with alarms."""
    return tuple(name for name, card in content.cards.items() if card.alarms)


def with_deadlines(content: Content) -> tuple[str, ...]:
    """The cards that count a deadline of their own; those of a card that is included are that card's.

    A date that people agree on is not counted, and may be any day.
    """
    counted = {
        name
        for name, card in content.cards.items()
        for node in card.nodes.values()
        if any(not rule.on for rule in node.deadlines)
    }
    return tuple(name for name in content.cards if name in counted)


def municipalities(content: Content) -> tuple[str, ...]:
    """The packs that are a municipality's own."""
    return tuple(pack.id for pack in content.packs.values() if pack.kind == "municipality")


def _answers(content: Content, card: str, day: date) -> Verdict:
    return Answering(content, datetime.combine(day, time())).card(card)


def _numbers(content: Content, pack: str, day: date) -> Verdict:
    return Answering(content, datetime.combine(day, time())).numbers(pack)


PROOFS: Final[tuple[Proof, ...]] = (
    Proof(
        "P1",
        "Alle vandringer kan ta slutt: ingen står fast, og ingen går i ring uten at det er meningen.",
        every_card,
        lambda content, card, _: prove_ending(content, card),
    ),
    Proof(
        "P2",
        "Alle råd sier hvor mye det haster, om du skal melde, hva foresatte får vite, hvem du ringer, og hvorfor.",
        every_card,
        lambda content, card, _: prove_ends(content, card),
    ),
    Proof(
        "P3",
        "Tjenesten som rådet viser til, eller den som står inn for den, svarer hvert minutt i 400 dager.",
        every_card,
        _answers,
        frozenset({PACKS, CONTACTS, DAY}),
    ),
    Proof(
        "P3",
        "Hvert nummer som kortene viser til og kommunen mangler, er funnet og nevnt her.",
        municipalities,
        _numbers,
        frozenset({EVERYTHING, DAY}),
        file="contacts/{about}.yaml",
    ),
    Proof(
        "P4",
        "Ingen vei gjennom kortet bryter en sikkerhetsregel, i noen runde.",
        every_card,
        lambda content, card, _: prove_safety(content, card),
    ),
    Proof(
        "P4",
        "Ingen vei der du åpner én alarm underveis, bryter en sikkerhetsregel.",
        with_alarms,
        lambda content, card, _: prove_safety(content, card, alarms=True),
    ),
    Proof(
        "P5",
        "Et mer alvorlig svar gir aldri råd som haster mindre, og aldri svakere svar på meldeplikten.",
        every_card,
        lambda content, card, _: prove_severity(content, card),
    ),
    Proof(
        "P6",
        "Nødnumrene er én tast unna fra alle steder på kortet, og ingen kontakt kan endre dem.",
        walked,
        lambda content, card, _: prove_emergency(content, card),
        frozenset({PACKS, CONTACTS}),
    ),
    Proof(
        "P7",
        "Under meldeplikt kan du alltid drøfte uten navn. Er det meldeplikt, kommer det aldri i stedet for å melde.",
        every_card,
        lambda content, card, _: prove_discussing(content, card),
    ),
    Proof(
        "P8",
        "Hvert punkt i planen blir fulgt av en node, en liste eller en kontakt, og alt som er sitert, finnes.",
        packs_of,
        lambda content, pack, _: prove_tracing(content, pack),
        frozenset({EVERYTHING}),
        file="trees/{about}/pack.yaml",
    ),
    Proof(
        "P9",
        "Ingen frist på virkedager faller på en fridag, uansett hvilken dag i ti år den regnes fra.",
        with_deadlines,
        lambda content, card, day: DeadlineDays(content, day).card(card),
        frozenset({PACKS, DAY}),
    ),
)
"""In the order in which they are shown."""
