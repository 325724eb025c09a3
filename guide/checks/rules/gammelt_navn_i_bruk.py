"""Et gammelt navn som er i bruk

## Hva
`was` sier hva et steg het før, så saker og øvelser følger med. Regelen finner gamle navn som et annet steg har nå, og
gamle navn som to steg gjør krav på.

## Hvorfor
En sak som står på det gamle navnet, kan havne på feil steg.

## Feil
```yaml
  del: {task: Del bekymringen, was: [snakk]}
  snakk: {task: Snakk med barnet}   # «snakk» er i bruk
```

## Slik retter du
Slett det gamle navnet under `was`, eller gi det nye steget et navn som ikke har vært brukt.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.rule import Subject, Words
from guide.core.findings import ERROR, Finding
from guide.core.places import card_file

WORDS = Words(
    "gammelt-navn-i-bruk",
    ERROR,
    "Det gamle navnet «{old}» hører også til steget «{other}».",
    "Enten sletter du det under «was», eller så gir du det andre steget et annet navn.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Old names that are some other node's, now or before."""
    for card in subject.content.cards.values():
        owner = {name: name for name in card.nodes}
        for node in card.nodes.values():
            for index, old in enumerate(node.was):
                if owner.setdefault(old, node.id) != node.id or old == node.id:
                    place = subject.at_node(card.id, node.id, "was", index)
                    yield WORDS.say(card_file(card.id), place, old=old, other=owner[old])
