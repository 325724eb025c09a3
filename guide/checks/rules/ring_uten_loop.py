"""En ring som ikke er merket

## Hva
Pilene i kortet kan gå i ring, for eksempel når dere møtes på nytt og ser om tiltakene virket. Minst ett steg i ringen
skal ha `loop: ja`. Regelen finner ringer der ingen steg har det.

## Hvorfor
Merket viser at ringen er ment. En ring som ingen har tenkt på, kan holde folk fast.

## Feil
```yaml
  tiltak: {task: Prøv tiltaket, go: virket}
  virket: {ask: Virket det?, fact: tiltak_virket, answers: {ja: slutt, nei: tiltak, vet_ikke: tiltak}}
```

## Slik retter du
Sett `loop: ja` på steget der runden begynner på nytt. Skulle det ikke være noen ring, led pilen et annet sted.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.rule import Subject, Words
from guide.checks.ways import circles
from guide.core.findings import ERROR, Finding
from guide.core.places import card_file

WORDS = Words(
    "ring-uten-loop",
    ERROR,
    "Steget «{node}» er med i en ring som ikke er merket: {way}.",
    "Enten setter du «loop: ja» der runden begynner på nytt, eller så leder du pilen et annet sted.",
)
SHOWN = 4


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each group of nodes that lead round, at the one that stands first in the card walked."""
    told = set()
    for laid in subject.laid.values():
        for group in circles(laid):
            first = min((laid.nodes[node] for node in group), key=lambda place: place.prefix.count("/"))
            if (first.card, first.node.id) not in told:
                told.add((first.card, first.node.id))
                way = " → ".join(
                    [*(laid.nodes[node].node.id for node in group[:SHOWN]), *(["…"] * (len(group) > SHOWN))]
                )
                here = subject.at_node(first.card, first.node.id)
                yield WORDS.say(card_file(first.card), here, node=first.node.id, way=way)
