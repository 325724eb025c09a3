"""En tekst som ikke er skrevet ennå

## Hva
Når du lager en øvelse av en vei gjennom kortet, eller en ny kommune, begynner det som må fylles ut, med «Fyll inn».
Regelen finner det som fortsatt gjør det.

## Hvorfor
Slike tekster er til deg som skriver, ikke til den som leser.

## Feil
```yaml
title: "Fyll inn: navnet på øvelsen"
```

## Slik retter du
Skriv teksten. Trengs den ikke, sletter du den.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.exercises import FILL
from guide.checks.rule import Subject, Words
from guide.core.findings import WARNING, Finding

WORDS = Words(
    "ikke-skrevet",
    WARNING,
    "Denne teksten er ikke skrevet ennå.",
    "Skriv den, eller slett den.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Texts that still say what is to be written there."""
    for value in subject.prose:
        if value.text.startswith(FILL):
            yield WORDS.say(value.file, subject.spots.at(value.file, *value.way))
