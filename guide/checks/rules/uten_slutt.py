"""Et steg som ikke leder til noen slutt

## Hva
Fra hvert steg skal det finnes en vei til et råd som er slutten på kortet, eller til en utgang. Regelen følger pilene
gjennom kortene som er lagt inn, og finner steg som bare leder rundt i ring.

## Hvorfor
Den som går kortet, blir aldri ferdig og får kanskje aldri rådet.

## Feil
```yaml
  del: {task: Del bekymringen, go: snakk}
  snakk: {task: Snakk med barnet, go: del}   # herfra kommer ingen ut
```

## Slik retter du
Led minst ett svar eller ett steg ut av ringen, til et råd uten `then`.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.rule import Subject, Words
from guide.checks.ways import traps
from guide.core.findings import ERROR, Finding
from guide.core.places import card_file

WORDS = Words(
    "uten-slutt",
    ERROR,
    "Fra steget «{node}» kommer ingen til noen slutt.",
    "Enten leder du et svar til et råd uten «then», eller så tar du bort «then» fra et råd på veien.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """The first node of each group that leads only to itself: those that lead there mostly follow from it."""
    told = set()
    for laid in subject.laid.values():
        for group in traps(laid):
            place = laid.nodes[group[0]]
            if (place.card, place.node.id) not in told:
                told.add((place.card, place.node.id))
                here = subject.at_node(place.card, place.node.id)
                yield WORDS.say(card_file(place.card), here, node=place.node.id)
