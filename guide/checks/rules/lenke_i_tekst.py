"""En nettadresse midt i en tekst

## Hva
Nettadresser skal stå som `web` på en kontakt eller `url` på en kilde. I notater (`note`, `notes`) er de lov når noe
skal forklares.

## Hvorfor
Skjemaer flytter seg. Står adressen ett sted, blir den rettet ett sted. Fra en tekst er den dessuten vanskelig å åpne.

## Feil
```yaml
    do: [Send meldingen på https://www.eksempel.no/skjema]
```

## Slik retter du
Lag en kontakt med `web`, og vis til tjenesten under `contact`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guide.checks.prose import place_of
from guide.checks.rule import Subject, Words
from guide.checks.texts import EXPLAINS, kind_of
from guide.core.findings import WARNING, Finding

LINK: Final = re.compile(
    r"(?:https?://|www\.)[^\s»)]+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:no|com|org)/[^\s»)]*", re.IGNORECASE
)
WORDS = Words(
    "lenke-i-tekst",
    WARNING,
    "Her står en nettadresse i teksten: {link}.",
    "Enten setter du den som «web» på en kontakt, eller så forklarer du den i «note».",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Addresses in texts that are no notes."""
    for value in subject.prose:
        if kind_of(value) not in EXPLAINS:
            for found in LINK.finditer(value.text):
                yield WORDS.say(value.file, place_of(subject.spots, value, found.start()), link=found[0])
