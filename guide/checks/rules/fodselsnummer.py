"""Et fødselsnummer

## Hva
Elleve siffer der de seks første kan være en dato. Det gjelder også D-nummer (40 lagt til dagen), H-nummer (40 lagt
til måneden), Skatteetatens oppdiktede numre (80 lagt til måneden) og numrene som kommer i 2032. Kontrollsifrene blir
ikke regnet ut: et nummer med én skrivefeil viser fortsatt hvem det er.

## Hvorfor
Innholdet blir lest av mange og ligger i historikken for alltid. Et nummer som viser hvem noen er, hører aldri hjemme
her, heller ikke et oppdiktet.

## Feil
```yaml
    note: [Gjelder 010190 12345]
```

## Slik retter du
Slett nummeret. Har fila vært delt, så si fra til personvernombudet i kommunen.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.prose import place_of
from guide.checks.rule import Subject, Words
from guide.core.findings import ERROR, Finding
from guide.core.identity import identity_numbers
from guide.core.places import Place

WORDS = Words(
    "fodselsnummer",
    ERROR,
    "Her står det som kan være et fødselsnummer.",
    "Slett det. Har fila vært delt, så si fra til personvernombudet.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Identity numbers anywhere: in values, keys and comments, and in files that are no YAML. Never repeats one."""
    for file in subject.spots.written():
        told = set()
        for value in subject.spots.values(file):
            if len(value.text) > 10:
                for found in identity_numbers(value.text):
                    place = place_of(subject.spots, value, found.start())
                    told.add(place.line)
                    yield WORDS.say(file, place)
        for number, line in enumerate(subject.spots.lines(file), 1):
            if number not in told and len(line) > 10:
                for found in identity_numbers(line):
                    yield WORDS.say(file, Place(number, found.start() + 1))
