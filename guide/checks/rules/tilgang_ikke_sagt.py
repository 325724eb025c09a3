"""Tiltak som ikke sier hvordan en får dem

## Hva
`access` og `how` sier hva som skal til for å få et tiltak: ingenting, henvisning, søknad eller vedtak. Lista har
tiltak som er i bruk, og som mangler begge.

## Hvorfor
Den som finner tiltaket, får da bare vite at planen ikke sier noe om det. Det er riktig, men det hjelper lite.

## Feil
```yaml
  - {id: nbo, name: NBO, given_by: Helsestasjonen, status: in_use}
```

## Slik retter du
Spør tjenesten, og skriv `access: none`, `referral`, `application` eller `decision`, eller fortell det i `how`.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.rule import Subject, Words
from guide.core.findings import WARNING, Finding
from guide.core.places import list_file

WORDS = Words(
    "tilgang-ikke-sagt",
    WARNING,
    "{count} tiltak i bruk sier ikke hvordan en får dem. Det første er «{name}».",
    "Spør tjenestene, og skriv «access» eller «how».",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Lists with measures in use that say nothing of how one gets them: one finding a list."""
    for found in subject.content.measures.values():
        silent = [
            index
            for index, measure in enumerate(found.measures)
            if measure.status in ("in_use", "partly") and not (measure.access or measure.how)
        ]
        if silent:
            file = list_file(found.id)
            place = subject.spots.at(file, "measures", silent[0], "id")
            yield WORDS.say(file, place, count=len(silent), name=found.measures[silent[0]].name)
