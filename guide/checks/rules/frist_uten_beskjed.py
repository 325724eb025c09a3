"""En frist uten beskjed om hva du gjør når den er ute

## Hva
Et steg med `deadlines` skal ha `overdue`: setningen som vises når fristen er gått ut.

## Hvorfor
Den som er for sen, skal ikke lure på om det er for sent. Svaret er som regel: gjør det nå.

## Feil
```yaml
  del:
    task: Del bekymringen
    deadlines: [{id: deling, within: 3, unit: working_days, from: oppsto.dato}]
```

## Slik retter du
Legg til `overdue: Fristen er ute. Del bekymringen nå.` eller det som passer.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.rule import Subject, Words
from guide.core.findings import WARNING, Finding
from guide.core.places import card_file

WORDS = Words(
    "frist-uten-beskjed",
    WARNING,
    "Steget «{node}» har en frist, men sier ikke hva en gjør når den er ute.",
    "Skriv det under «overdue».",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Nodes with a deadline and nothing to say once it has passed."""
    for card, node in subject.nodes:
        if node.deadlines and not node.overdue:
            place = subject.spots.key(card_file(card.id), "nodes", node.id, "deadlines")
            yield WORDS.say(card_file(card.id), place, node=node.id)
