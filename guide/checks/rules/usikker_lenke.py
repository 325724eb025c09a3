"""En lenke uten kryptering

## Hva
Nettadresser (`web` og `url`) skal begynne med `https://`.

## Hvorfor
På en lenke med `http://` kan andre på nettet lese og endre det som sendes. Et meldeskjema skal aldri ligge der.

## Feil
```yaml
    web: http://www.eksempel.no/skjema
```

## Slik retter du
Bytt `http://` med `https://`, og prøv at siden åpner seg.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.rule import Subject, Words
from guide.core.findings import ERROR, Finding

WORDS = Words(
    "usikker-lenke",
    ERROR,
    "Lenken er ikke kryptert: {link}.",
    "Bytt «http://» med «https://», og prøv at siden åpner seg.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Addresses that begin with http://."""
    for file in subject.spots.files():
        for value in subject.spots.values(file):
            if value.way[-1:] in (("web",), ("url",)) and value.text.startswith("http://"):
                yield WORDS.say(file, subject.spots.at(file, *value.way), link=value.text)
