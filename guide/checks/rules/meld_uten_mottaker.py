"""Et råd om å melde uten noen å melde til

## Hva
Rådet sier at det er plikt til å melde (`report: must`), men verken barneverntjenesten, barnevernvakta, meldeskjemaet
eller politiet står under `contact`.

## Hvorfor
Den som har plikt til å melde, skal se hvem som tar imot meldingen.

## Feil
```yaml
  meld:
    outcome: Meld i dag
    report: must
    contact: {leder: Skal vite det}
```

## Slik retter du
Legg til den som tar imot meldingen under `contact`, eller rett `report`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guide.checks.rule import Subject, Words
from guide.core.content import OUTCOME
from guide.core.findings import ERROR, Finding
from guide.core.places import card_file

TAKE: Final = frozenset(("barnevern", "barnevernvakt", "meldeskjema", "politi", "politi_nod"))
WORDS = Words(
    "meld-uten-mottaker",
    ERROR,
    "Steget «{node}» sier at du skal melde, men ikke hvem som tar imot meldingen.",
    "Enten legger du til barnevernet eller politiet under «contact», eller så retter du «report».",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Outcomes with a duty to report and nobody who takes a report."""
    for card, node in subject.nodes:
        if node.kind == OUTCOME and node.report == "must" and not TAKE & {service for service, _ in node.contact}:
            place = subject.spots.key(card_file(card.id), "nodes", node.id, "contact")
            yield WORDS.say(card_file(card.id), place, node=node.id)
