"""Øvelsen bruker et navn som ikke finnes

## Hva
Kortet, stegene, svarene, tegnene, feltene, alarmene, tjenestene og kildene som en øvelse nevner, skal finnes. Gamle
navn på steg er greit: det som står under `was` i kortet, blir funnet.

## Hvorfor
Et svar som kortet ikke har, kan ingen velge. Da får heller ingen lese hva øvelsen sier om det.

## Feil
```yaml
  - at: vold/mistanke
    right: {helt_sikkert: Barnet har sagt det}
```

## Slik retter du
Bruk navnet som står i kortet. Ligger steget i et kort som er lagt inn, skriver du begge: `vold/mistanke`.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.rule import Subject, Words
from guide.core.findings import ERROR, Finding
from guide.core.places import exercise_file

WORDS = Words(
    "ovelse-ukjent-navn",
    ERROR,
    "«{name}» finnes ikke der øvelsen bruker det.",
    "Enten retter du navnet, eller så tar du det ut av øvelsen.",
)
WHOLE = True


def find(subject: Subject) -> Iterator[Finding]:
    """Each name that is not there, where it stands."""
    for spoken in subject.spoken:
        file = exercise_file(spoken.exercise.id)
        for way, name in spoken.unknown():
            key = name == way[-1]
            place = subject.spots.key(file, *way) if key else subject.spots.at(file, *way)
            yield WORDS.say(file, place, name=name)
