"""To svar som ser like ut

## Hva
To av svarene på et spørsmål har de samme ordene.

## Hvorfor
Den som svarer, kan ikke vite hvilket av dem som leder hvor.

## Feil
```yaml
    values: {ja: Ja, kanskje: Vet ikke, vet_ikke: Vet ikke}
```

## Slik retter du
Skriv ulike ord, eller ta bort det ene svaret.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.asked import declared_facts
from guide.checks.rule import Subject, Words
from guide.core.findings import ERROR, Finding

WORDS = Words(
    "like-svar",
    ERROR,
    "Svarene «{one}» og «{other}» har de samme ordene.",
    "Enten skriver du ulike ord, eller så tar du bort det ene svaret.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Values of one fact that read alike; told at the later one."""
    for fact, file, way in declared_facts(subject):
        first: dict[str, str] = {}
        for value, words in fact.values:
            one = first.setdefault(" ".join(words.lower().split()), value)
            if one != value:
                yield WORDS.say(file, subject.spots.at(file, *way, "values", value), one=one, other=value)
