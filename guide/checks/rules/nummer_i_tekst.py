"""Et telefonnummer midt i en tekst

## Hva
Telefonnumre skal stå i `contacts/`, ikke i kort, lister eller beskrivelser. Regelen finner numre på åtte siffer,
116-numre, femsifrede numre som begynner med 0, og korte numre etter ord som «ring». Nødnumrene 110, 112 og 113 er lov
overalt. Datoer, årstall, aldre og paragrafer er ikke telefonnumre.

## Hvorfor
Et nummer i en tekst blir ikke rettet når det i kontaktlista blir det. Da ringer noen feil sted. Kontakten har
dessuten åpningstid og viser hvem som svarer når det er stengt.

## Feil
```yaml
    do: [Ring barnevernet på 22 33 44 55]
```

## Slik retter du
Skriv tjenesten under `contact` i steget, og nummeret i `contacts/`. I teksten skriver du hvem som skal ringes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guide.checks.prose import place_of
from guide.checks.rule import Subject, Words
from guide.core.emergency import PHONES
from guide.core.findings import ERROR, Finding

_GAP: Final = "[ \u00a0.-]?"
LONG: Final = re.compile(
    rf"(?<![0-9§/.,–-])(?:\+47{_GAP})?"
    # the same gap all through, or none: 2026-11-22 is a date
    rf"(?:[2-9][0-9](?P<two>{_GAP})[0-9]{{2}}(?P=two)[0-9]{{2}}(?P=two)[0-9]{{2}}"
    rf"|[2-9][0-9]{{2}}(?P<three>{_GAP})[0-9]{{2}}(?P=three)[0-9]{{3}}"
    rf"|116[ \u00a0]?[0-9]{{3}}|0[2-9][0-9]{{3}})(?![0-9]|[–-][0-9]|\.[a-z])"
)
SHORT: Final = re.compile(
    r"\b(?:ring|ringe|ringer|slå|sms|tlf\.?|telefon(?:en|nummer|nummeret)?|mobil(?:en|nummer|nummeret)?|nummer|nummeret)"
    r"(?: (?:til|på|er))?:? ((?!(?:19|20)[0-9]{2}\b)[1-9][0-9]{2,4})\b(?! ?(?:år|kroner|m\b))",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile("[0-9]{2}")
WORDS = Words(
    "nummer-i-tekst",
    ERROR,
    "Her står et telefonnummer i teksten: {number}.",
    "Sett nummeret i «contacts», og skriv her hvem en skal ringe.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Telephone numbers in texts outside of contacts/."""
    for value in subject.prose:
        if value.file.startswith("contacts/") or not _DIGITS.search(value.text):
            continue
        hits = {found.start(): found[0] for found in LONG.finditer(value.text)}
        hits |= {found.start(1): found[1] for found in SHORT.finditer(value.text) if found[1] not in PHONES}
        for start, number in sorted(hits.items()):
            yield WORDS.say(value.file, place_of(subject.spots, value, start), number=number)
