"""En tjeneste som ingen kan nå

## Hva
Kortene for en kommune ber deg ringe en tjeneste. Regelen finner tjenester som ikke er ført opp i `contacts/`, verken
for kommunen eller for hele landet, og som ingen svarer i stedet for (`stand_in`, `fallback`). Roller på
arbeidsplassen (`inside`) er unntatt: dem legger hver enkelt inn selv.

## Hvorfor
De som går kortet, får lese «nummeret mangler», og ingen har sett at det gjør det.

## Feil
```yaml
    contact: {fastlege: Kan henvise videre}   # ingen kontakt har service: fastlege
```

## Slik retter du
Legg til en kontakt for tjenesten, med `phone: missing` når planen ikke har noe nummer. Eller si i services.yaml hvem
som svarer i stedet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.checks.rule import Subject, Words
from guide.core.contacts import WHOLE_COUNTRY, Service
from guide.core.emergency import NUMBERS
from guide.core.findings import WARNING, Finding
from guide.core.places import card_file

WHOLE = True
WORDS = Words(
    "tjeneste-uten-vei",
    WARNING,
    "Rådet peker på «{service}». Ingen kontakt og ingen som svarer i stedet er ført opp for {packs}.",
    "Enten legger du til en kontakt, eller så skriver du i services.yaml hvem som svarer i stedet.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Services that the cards of a municipality contact and that nobody answers for there."""
    content = subject.content
    everywhere = {point.service for pack in WHOLE_COUNTRY for point in content.contacts.get(pack, ())} | NUMBERS.keys()
    found: dict[tuple[str, str, str], list[str]] = {}
    for pack in content.packs.values():
        reached = everywhere | {point.service for point in content.contacts.get(pack.id, ())}
        lost: dict[str, tuple[str, str, str]] = {}
        for card in dict.fromkeys(card for _, card in pack.cards):
            for place in subject.laid[card].nodes.values():
                for service, _ in place.node.contact:
                    if not _answers(service, content.services, reached):
                        lost.setdefault(service, (place.card, place.node.id, service))
        for where in lost.values():
            found.setdefault(where, []).append(pack.name)
    for (card, node, service), packs in found.items():
        here = subject.spots.key(card_file(card), "nodes", node, "contact", service)
        title = content.services[service].title
        yield WORDS.say(card_file(card), here, service=title, packs=", ".join(packs))


def _answers(service: str, services: Mapping[str, Service], reached: set[str]) -> bool:
    """Whether somebody answers for the service."""
    known = services.get(service)
    if known is None or known.inside or service in reached:
        return True
    return any(other in reached for other in (*known.stand_in, *known.fallback))
