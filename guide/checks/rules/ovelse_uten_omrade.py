"""Et valg som ikke hører til noe område

## Hva
Det som gir poeng, har et `area`: oppdage, meldeplikt, foresatte, kontakt, frister eller taushetsplikt. Området skal
også stå under `areas` øverst, og der står bare områder som minst ett valg prøver.

## Hvorfor
Poengene samles etter område, så den som øver får vite hva det er lurt å øve mer på. Lista viser hva øvelsen handler om.

## Feil
```yaml
  - at: fare
    right: {nei: Barnet er hos deg}     # area mangler
```

## Slik retter du
Sett området som valget prøver. Passer flere, tar du det som er viktigst å lære her.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.exercises import decisions
from guide.checks.rule import Subject, Words
from guide.core.findings import ERROR, Finding
from guide.core.places import exercise_file

WORDS = Words(
    "ovelse-uten-omrade",
    ERROR,
    "Valget og områdene øverst i øvelsen passer ikke sammen.",
    "Sett «area» på valget. Ta området med under «areas» øverst, og bare områder som noe prøver.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Things to decide without an area, or with one that the exercise does not name; areas that nothing tries."""
    for spoken in subject.spoken:
        file, judged = exercise_file(spoken.exercise.id), set[str]()
        for way, item in decisions(spoken.exercise):
            judged.add(item.area)
            if (spoken.asks(item) or item.verdicts or item.rest) and item.area not in spoken.exercise.areas:
                yield WORDS.say(file, subject.spots.at(file, *way, "area"))
        for number, area in enumerate(spoken.exercise.areas):
            if area not in judged:
                yield WORDS.say(file, subject.spots.at(file, "areas", number))
