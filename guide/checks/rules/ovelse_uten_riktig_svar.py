"""Noe å velge, uten noe riktig svar

## Hva
Alt den som øver skal velge, har minst ett svar under `right`. Det første er det øvelsen selv ville valgt.

## Hvorfor
Uten et riktig svar kan ingen få poeng, og øvelsen vet ikke hvor den skal gå videre.

## Feil
```yaml
  - id: mor-ringer
    ask: Hva svarer du?
    options: {ja: Ja, nei: Nei}
    wrong: {ja: Ikke nå, nei: Ikke slik}
```

## Slik retter du
Flytt det beste svaret til `right`, og skriv hvorfor det er best. Er flere like gode, kan alle stå der.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.exercises import decisions
from guide.checks.rule import Subject, Words
from guide.core.findings import ERROR, Finding
from guide.core.places import exercise_file

WORDS = Words(
    "ovelse-uten-riktig-svar",
    ERROR,
    "Ingen av svarene er riktig her.",
    "Sett minst ett svar under «right», med grunnen.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Questions of the way and of the story without a right answer."""
    for spoken in subject.spoken:
        file = exercise_file(spoken.exercise.id)
        for way, item in decisions(spoken.exercise):
            if spoken.asks(item) and not item.right():
                yield WORDS.say(file, subject.spots.at(file, *way))
