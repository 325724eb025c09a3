"""Et faktum som ingen bruker

## Hva
Et faktum er beskrevet, men ingen kort spør om det, setter det eller går etter det, og ingen regel leser det. Fakta
som profilen eller tegnene setter (`set_by`), er unntatt.

## Hvorfor
Det kan være at spørsmålet skulle stått i kortet og er glemt. Ellers er det bare i veien.

## Feil
```yaml
facts:
  soesken: {about: Søsken, values: {ja: Ja, nei: Nei, vet_ikke: Vet ikke}}   # ingen spør
```

## Slik retter du
Lag spørsmålet, eller slett faktumet.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.asked import declared_facts
from guide.checks.rule import Subject, Words, givens
from guide.core.findings import WARNING, Finding

WHOLE = True
WORDS = Words(
    "faktum-uten-bruk",
    WARNING,
    "Ingen bruker faktumet «{fact}».",
    "Enten lager du spørsmålet, eller så sletter du faktumet.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Facts that are declared, and neither asked, set nor read."""
    content = subject.content
    used = {node.fact for _, node in subject.nodes}
    used |= {fact for card in content.cards.values() for fact, _ in card.sets}
    used |= {fact for found in content.lists.values() for fact, _ in found.sets}
    used |= {fact for given in givens(content) for fact, _ in given}
    for fact, file, way in declared_facts(subject):
        if fact.id not in used and not fact.set_by:
            yield WORDS.say(file, subject.spots.key(file, *way), fact=fact.id)
