"""En øvelse som ikke er skrevet ferdig

## Hva
Når du lager en øvelse av en vei gjennom kortet, begynner alle tekster med «Fyll inn». Regelen finner dem som fortsatt
gjør det.

## Hvorfor
De er til deg som skriver, ikke til den som øver.

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
from guide.core.places import exercise_file

WORDS = Words(
    "ovelse-ikke-ferdig",
    WARNING,
    "Denne teksten er ikke skrevet ennå.",
    "Skriv den, eller slett den.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Texts that still say what is to be written there."""
    for spoken in subject.spoken:
        file = exercise_file(spoken.exercise.id)
        for value in subject.spots.values(file):
            if value.text.startswith(FILL):
                yield WORDS.say(file, subject.spots.at(file, *value.way))
