"""Et spørsmål uten «vet ikke»

## Hva
Hvert faktum som et kort spør om, skal ha et svar for den som ikke vet. Som regel heter det `vet_ikke`. Heter det noe
annet, sier faktumet det med `unknown`.

## Hvorfor
Den som må gjette, gjetter ofte «nei». «Vet ikke» skal alltid være et svar, og aldri det minste.

## Feil
```yaml
facts:
  rom: {about: Rom, definition: Rommet barnet er i., values: {stort: Stort, lite: Lite}}
```

## Slik retter du
Legg til `vet_ikke: Vet ikke` under `values`, og led svaret et sted i kortet.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.asked import asked_facts
from guide.checks.rule import Subject, Words
from guide.core.findings import ERROR, Finding

WORDS = Words(
    "uten-vet-ikke",
    ERROR,
    "Det blir spurt om «{fact}», men «vet ikke» er ikke et svar.",
    "Enten legger du til «vet_ikke» under «values», eller så sier du med «unknown» hvilket svar det er.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Facts that are asked and have no value for the one who does not know."""
    for fact, file, way in asked_facts(subject):
        if not fact.allows(fact.unknown):
            yield WORDS.say(file, subject.spots.key(file, *way), fact=fact.id)
