"""En alvorlig feil som ikke har noe navn

## Hva
Alt under `grave` har et slag under `mistake`, for eksempel `lovet_taushet`. Ingenting annet har det.

## Hvorfor
En alvorlig feil stopper klokka og blir forklart. Navnet gjør at den som holder kurs, ser hvilke feil som går igjen.

## Feil
```yaml
    grave: {lov: Det løftet kan du ikke holde}      # mistake mangler
```

## Slik retter du
Skriv `mistake: {lov: lovet_taushet}`. Gjelder det svarene under `rest`, skriver du `mistake: {rest: …}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.exercises import decisions
from guide.checks.rule import Subject, Words
from guide.core.exercise import GRAVE
from guide.core.findings import ERROR, Finding
from guide.core.places import exercise_file

WORDS = Words(
    "ovelse-alvorlig-uten-slag",
    ERROR,
    "Svaret «{answer}» er alvorlig uten et slag, eller har et slag uten å være alvorlig.",
    "Rett «mistake», så hvert svar under «grave» har et slag, og ingen andre.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Verdicts whose kind and mistake do not go together."""
    for spoken in subject.spoken:
        file = exercise_file(spoken.exercise.id)
        for way, item in decisions(spoken.exercise):
            for verdict in (*item.verdicts, *((item.rest,) if item.rest else ())):
                if (verdict.kind == GRAVE) != bool(verdict.mistake):
                    inner = (verdict.kind, verdict.answer) if verdict.answer else ("rest", verdict.kind)
                    place = subject.spots.key(file, *way, *inner)
                    yield WORDS.say(file, place, answer=verdict.answer or "rest")
