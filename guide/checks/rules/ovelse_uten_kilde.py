"""En alvorlig feil uten kilde

## Hva
Der et svar kan være en alvorlig feil, skal `source` si hva det bygger på: et punkt i planen, en lov eller en veileder.

## Hvorfor
Den som får vite at et svar er alvorlig feil, skal kunne se hvorfor. Og den som retter planen eller loven, skal finne
øvelsene som bygger på den.

## Feil
```yaml
    grave: {venter: Plikten gjelder nå}     # source mangler
```

## Slik retter du
Legg til kilden, for eksempel `source: ["lov:barnehageloven-46"]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.exercises import decisions
from guide.checks.rule import Subject, Words
from guide.core.exercise import GRAVE
from guide.core.findings import ERROR, Finding
from guide.core.places import exercise_file

WORDS = Words(
    "ovelse-uten-kilde",
    ERROR,
    "Her kan noen gjøre en alvorlig feil, men ingen kilde sier hvorfor.",
    "Legg til «source» med punktet i planen, loven eller veilederen.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Grave mistakes that rest on nothing."""
    for spoken in subject.spoken:
        file = exercise_file(spoken.exercise.id)
        for way, item in decisions(spoken.exercise):
            verdicts = (*item.verdicts, *((item.rest,) if item.rest else ()))
            if any(verdict.kind == GRAVE for verdict in verdicts) and not item.source:
                yield WORDS.say(file, subject.spots.at(file, *way))
