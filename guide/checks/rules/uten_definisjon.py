"""Et spørsmål der ordene ikke er forklart

## Hva
Hvert faktum som et kort spør om, skal ha en `definition`: hva ordene betyr, sagt én gang for alle kort.

## Hvorfor
To som leser «vold» hver på sin måte, svarer ulikt på det samme. Da får de ulike råd.

## Feil
```yaml
facts:
  trenger_mote: {about: Møte, values: {ja: Ja, nei: Nei, vet_ikke: Vet ikke}}
```

## Slik retter du
Skriv en kort setning under `definition`. Den vises når noen ber om forklaring.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.asked import asked_facts
from guide.checks.rule import Subject, Words
from guide.core.findings import WARNING, Finding

WORDS = Words(
    "uten-definisjon",
    WARNING,
    "Det blir spurt om «{fact}», men ingen steder står det hva det betyr.",
    "Skriv en kort setning under «definition».",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Facts that are asked and never explained."""
    for fact, file, way in asked_facts(subject):
        if not fact.definition:
            yield WORDS.say(file, subject.spots.key(file, *way), fact=fact.id)
