"""P2: whoever comes to advice gets all of it: how urgent, report, guardians, whom to contact, what to do, what is next.

For every outcome that a walk of the card leads to, in the cards that it includes and in its alarms as well, whether the
case ends there or goes on. Urgency, report, guardians and duties are of the closed lists; whoever is to be contacted is
a service that exists; and the duties that the facts force (`felles/duties.yaml`) are among those that are shown, for
every set of facts that a rule speaks of.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from itertools import islice, product
from typing import Final

from guide.checks.proofs.distance import within_reach
from guide.checks.proofs.verdict import Broken, Verdict
from guide.checks.proofs.way import way_to
from guide.core.advice import DUTIES, GUARDIANS, REPORT, URGENCY
from guide.core.content import NOT_ASKED, OUTCOME, Content, DutyRule, Fact
from guide.core.emergency import SERVICES
from guide.core.invariants import binding
from guide.core.lay import Laid, Place, lay

PROOF: Final = "P2"
MOST_FACTS: Final = 10_000
"""Sets of facts that are tried of one duty rule."""
MOST_WALKS: Final = 5
"""Walks that are searched for one card: where more is wrong, these show how, and the rest is named."""

_LISTS: Final[Mapping[str, tuple[str, ...]]] = {"urgency": URGENCY, "report": REPORT, "guardians": GUARDIANS}
_NAMES: Final = {
    "urgency": "hvor mye det haster",
    "report": "svaret på meldeplikten",
    "guardians": "hva foresatte kan få vite",
    "contact": "hvem du kontakter",
    "source": "hva det bygger på",
    "do": "hva du gjør nå",
    "next": "hva som skjer videre",
}
LACKING: Final = "Rådet «{advice}» mangler {name}."
NO_SUCH_VALUE: Final = "Rådet «{advice}» sier «{value}» om {name}. Det er ikke et av valgene: {known}."
NO_SUCH_DUTY: Final = "Rådet «{advice}» viser plikten «{value}», som ikke finnes. Disse finnes: {known}."
NO_SUCH_SERVICE: Final = "Rådet «{advice}» sender deg til tjenesten «{value}», som ikke finnes."
NOT_BINDING: Final = "Rådet «{advice}» viser ikke plikten «{value}», som gjelder når {facts}."
NEVER_BINDS: Final = "Regelen «{rule}» om plikten «{value}» kan aldri gjelde: {fact} har ikke svaret {answers}."
_AND: Final = " og "
_OR: Final = " eller "
_IS: Final = "{fact} er {value}"

Flaw = tuple[str, str]
"""A code and a sentence."""


def prove_ends(content: Content, card_id: str) -> Verdict:
    """The proof over every outcome that a walk of one card leads to. Raises LayError."""
    begin = time.perf_counter()
    laid = lay(content, card_id)
    places = [laid.nodes[name] for name in sorted(within_reach(laid)) if laid.nodes[name].kind == OUTCOME]
    forced = [(rule, list(facts_of(rule))) for rule in content.duties]
    looked, broken = 0, [Broken("plikt-gjelder-aldri", "", "", what) for what in _dead_rules(content, laid)]
    shown: set[str] = set()
    for place in places:
        looked += 1 + sum(len(facts) for _, facts in forced)
        flaws = [*_lacks(place), *_unlisted(content, place), *_not_binding(content, place, forced)]
        if not flaws:
            continue
        way = way_to(content, laid, [place.id], laid.card.serves) if len(shown) < MOST_WALKS else (place.id, ())
        shown.add(place.id)
        if way is not None:
            broken += [Broken(code, card_id, place.id, what, way[1]) for code, what in flaws]
    return Verdict(PROOF, card_id, looked, time.perf_counter() - begin, tuple(broken))


def facts_of(rule: DutyRule) -> Iterator[dict[str, str]]:
    """Every set of facts that a duty rule speaks of; one that nobody has asked is left out of it."""
    names = [fact for fact, _ in rule.given]
    for values in islice(product(*(values for _, values in rule.given)), MOST_FACTS):
        yield {fact: value for fact, value in zip(names, values, strict=True) if value != NOT_ASKED}


def _lacks(place: Place) -> Iterator[Flaw]:
    """What is not there at all. Duties may be none."""
    for key, name in _NAMES.items():
        if not getattr(place.node, key):
            yield "raad-mangler-noe", LACKING.format(advice=place.node.text, name=name)


def _unlisted(content: Content, place: Place) -> Iterator[Flaw]:
    """What is there and is none of the values that there are."""
    node = place.node
    for key, known in _LISTS.items():
        value = getattr(node, key)
        if value and value not in known:
            said = NO_SUCH_VALUE.format(advice=node.text, value=value, name=_NAMES[key], known=", ".join(known))
            yield "raad-ukjent-verdi", said
    for duty in node.duties:
        if duty not in DUTIES:
            yield "raad-ukjent-verdi", NO_SUCH_DUTY.format(advice=node.text, value=duty, known=", ".join(DUTIES))
    for service, _ in node.contact:
        if service not in content.services and service not in SERVICES:
            yield "raad-ukjent-tjeneste", NO_SUCH_SERVICE.format(advice=node.text, value=service)


def _not_binding(content: Content, place: Place, forced: list[tuple[DutyRule, list[dict[str, str]]]]) -> Iterator[Flaw]:
    """The duties that facts force and that this outcome would not show."""
    for rule, sets in forced:
        missed = next((facts for facts in sets if rule.duty not in binding(place, facts, content.duties)), None)
        if missed is not None:
            said = _AND.join(_IS.format(fact=fact, value=value) for fact, value in missed.items())
            yield "plikt-vises-ikke", NOT_BINDING.format(advice=place.node.text, value=rule.duty, facts=said)


def _dead_rules(content: Content, laid: Laid) -> Iterator[str]:
    """Duty rules that speak of answers that the fact doesn't have. Facts of other cards are not this card's to know."""
    for rule in content.duties:
        for name, values in rule.given:
            fact: Fact | None = laid.facts.get(name)
            if fact and not any(value == NOT_ASKED or fact.allows(value) for value in values):
                yield NEVER_BINDS.format(rule=rule.id, value=rule.duty, fact=name, answers=_OR.join(values))
