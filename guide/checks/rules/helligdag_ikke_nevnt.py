"""En åpningstid som ikke sier noe om helligdager

## Hva
Åpningstiden nevner ukedager, men ikke `PH` (helligdager). Da regnes tjenesten som åpen også 1. mai og 1. juledag når
de faller på en hverdag.

## Hvorfor
Noen kan bli bedt om å ringe et nummer der ingen svarer, på en dag da de trenger et svar.

## Feil
```yaml
    hours: "Mo-Fr 08:00-15:30"
```

## Slik retter du
Legg til `; PH off` når det er stengt på helligdager, eller for eksempel `; PH 00:00-24:00` når noen svarer da.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.checks.hours import readable_hours
from guide.checks.rule import Subject, Words
from guide.core.findings import WARNING, Finding
from guide.core.hours import ALWAYS

WORDS = Words(
    "helligdag-ikke-nevnt",
    WARNING,
    "Åpningstiden sier ikke noe om helligdager: {hours}.",
    "Enten legger du til «; PH off», eller så skriver du når noen svarer, som «; PH 00:00-24:00».",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Hours without a word on public holidays."""
    for file, place, hours in readable_hours(subject):
        if hours.text != ALWAYS and not re.search(r"\bPH\b", hours.text):
            yield WORDS.say(file, place, hours=hours.text)
