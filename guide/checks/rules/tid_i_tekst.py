"""En åpningstid midt i en tekst

## Hva
Klokkeslett som sier når noen svarer, skal stå som `hours` i `contacts/`. Regelen finner tidsrom («08.00–15.30», «kl.
9 til 12») og setninger som «åpent fra kl. 8». Ord som «hele døgnet» er lov: de har ikke noe klokkeslett som kan bli
galt. Notater i `contacts/` er også lov, for der står de ved nummeret de gjelder.

## Hvorfor
Programmet regner ut hvem som svarer nå. Det leser bare `hours`. En tid i teksten blir stående når tiden endrer seg.

## Feil
```yaml
    next: [Barnevernvakta svarer fra kl. 15.30]
```

## Slik retter du
Skriv tiden som `hours` på kontakten. I teksten skriver du for eksempel «Kortet viser hvem som svarer nå».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guide.checks.prose import place_of
from guide.checks.rule import Subject, Words
from guide.core.findings import ERROR, Finding

_CLOCK: Final = r"[0-2]?[0-9](?:[.:][0-5][0-9])?"
HOURS: Final = re.compile(
    rf"\b[0-2]?[0-9][.:][0-5][0-9]\s?(?:[–-]|til|og)\s?[0-2]?[0-9][.:][0-5][0-9]\b"
    rf"|\bkl(?:okka|okken|\.)?\s?{_CLOCK}\s?(?:[–-]|til|og)\s?(?:kl\.?\s?)?{_CLOCK}\b"
    rf"|\b(?:åpen|åpent|åpne|åpner|stenger|stengt|svarer|bemannet|telefontid)\b[^.!?]{{0,30}}?\bkl(?:okka|okken|\.)?\s?{_CLOCK}\b"
    r"|\b(?:Mo|Tu|We|Th|Fr)-(?:Tu|We|Th|Fr|Sa|Su)\b",
    re.IGNORECASE,
)
WORDS = Words(
    "tid-i-tekst",
    ERROR,
    "Her står en åpningstid i teksten: {hours}.",
    "Sett tiden som «hours» i «contacts», og ta den ut av teksten.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Opening hours in texts outside of contacts/."""
    for value in subject.prose:
        if value.file.startswith("contacts/"):
            continue
        for found in HOURS.finditer(value.text):
            yield WORDS.say(value.file, place_of(subject.spots, value, found.start()), hours=found[0])
