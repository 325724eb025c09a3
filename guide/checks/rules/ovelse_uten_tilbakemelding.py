"""Et svar som øvelsen ikke sier noe om

## Hva
Hvert svar som kan velges, skal stå under `right`, `possible`, `wrong` eller `grave` med en grunn, eller så skal `rest`
dekke det. Det gjelder spørsmålene på den riktige veien, og spørsmålene som hendelser stiller.

## Hvorfor
Den som velger noe annet, lærer bare av å få vite hvorfor.

## Feil
```yaml
  - at: fare
    right: {nei: Barnet er hos deg}     # hva med ja og vet_ikke?
```

## Slik retter du
Skriv hva svaret gjør for barnet, eller hvilket punkt i planen det bryter med. Gjelder det samme for mange svar, bruker
du `rest`.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.exercises import decisions
from guide.checks.rule import Subject, Words
from guide.core.findings import ERROR, Finding
from guide.core.places import exercise_file

WORDS = Words(
    "ovelse-uten-tilbakemelding",
    ERROR,
    "Øvelsen sier ingenting om svaret «{answer}».",
    "Enten setter du svaret i en av gruppene, eller så legger du til «rest».",
)
WHOLE = True


def find(subject: Subject) -> Iterator[Finding]:
    """The first answer of each question that nothing is said of."""
    for spoken in subject.spoken:
        file = exercise_file(spoken.exercise.id)
        for way, item in decisions(spoken.exercise):
            offered = spoken.offered(item) if spoken.asks(item) else {}
            silent = next((key for key, value in offered.items() if item.verdict(value) is None), "")
            if silent:
                yield WORDS.say(file, subject.spots.at(file, *way), answer=silent)
