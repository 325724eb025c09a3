"""Et steg som ingen kommer til

## Hva
Regelen følger alle pilene i kortet: fra `start`, fra svarene, fra `go`, `then`, `alone` og `exits`, og fra der
alarmene leder. Et steg som ingen av dem når, får en feil. Kortet blir fulgt både slik det gås alene, og slik andre
kort legger det inn.

## Hvorfor
Det som står i steget, får ingen lese. Som regel er det en pil som skulle ha gått dit.

## Feil
```yaml
start: fare
nodes:
  fare: {ask: Er barnet i fare nå?, fact: akutt_fare, answers: {ja: ring, nei: slutt, vet_ikke: ring}}
  del: {task: Del bekymringen, go: slutt}   # ingen leder hit
```

## Slik retter du
Led et svar eller et annet steg dit, eller slett steget.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.rule import Subject, Words
from guide.checks.ways import reached
from guide.core.findings import ERROR, Finding
from guide.core.places import card_file

WORDS = Words(
    "uten-inngang",
    ERROR,
    "Ingen kommer til steget «{node}».",
    "Enten leder du et annet steg dit, eller så sletter du det.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Nodes that cannot be come to, however the card is walked."""
    for card in subject.content.cards.values():
        there = reached(subject.content, card)
        for node in card.nodes:
            if node not in there:
                yield WORDS.say(card_file(card.id), subject.at_node(card.id, node), node=node)
