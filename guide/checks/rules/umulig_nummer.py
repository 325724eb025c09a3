"""Et nummer som ikke kan være riktig

## Hva
Nummeret har riktig antall siffer, men finnes ikke i den norske nummerplanen, eller det ser ut som noe som bare er
fylt inn («99 99 99 99»). Regelen kjenner seriene for fasttelefon, mobil, gratisnumre og korte numre. Betalingsnumre
(82x) blir også funnet: ingen skal betale for å få hjelp.

## Hvorfor
En tastefeil i et nummer oppdages ikke før noen trenger det.

## Feil
```yaml
    phone: 49 33 44 55    # ingen serie begynner slik
```

## Slik retter du
Slå opp nummeret på nytt hos tjenesten selv. Kjenner du det ikke, skriv `missing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guide.checks.rule import Subject, Words
from guide.core.findings import ERROR, Finding
from guide.core.places import contacts_file

SERIES: Final = re.compile(
    r"(?:2[1-4]|3[1-3578]|5[1-35-7]|6[1-46-9]|7[0-9])[0-9]{6}"  # fixed lines
    r"|(?:4[015-8]|9[0-9])[0-9]{6}"  # mobile
    r"|80[01][0-9]{5}|81[0-35][0-9]{5}|880[0-9]{5}|85[0-5][0-9]{5}"  # free, shared, personal, over the net
    r"|0[2-9][0-9]{3}"  # five digits for one company
    r"|11[023]|116(?:000|006|111|117|123)|1[2-9][0-9]|1[48][0-9]{2}"  # short ones
)
"""Series in use. Held against the `phonenumbers` package by a test: no number that it knows is refused."""
FILLED_IN: Final = re.compile(r"([0-9])\1{7}|([0-9]{2})\2{3}|23456789|98765432")
WORDS = Words(
    "umulig-nummer",
    ERROR,
    "{number} kan ikke være nummeret til «{name}».",
    "Enten slår du opp nummeret på nytt, eller så skriver du «missing» til du har det.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Numbers of the right length that nobody can have."""
    for pack, points in subject.content.contacts.items():
        for index, point in enumerate(points):
            if point.phone and not is_possible(point.phone):
                place = subject.spots.at(contacts_file(pack), "contacts", index, "phone")
                yield WORDS.say(contacts_file(pack), place, number=point.phone, name=point.name)


def is_possible(phone: str) -> bool:
    """Whether somebody can have the number, written with or without blanks and +47."""
    digits = re.sub(r"[^0-9+]", "", phone).removeprefix("+47")
    return SERIES.fullmatch(digits) is not None and not FILLED_IN.fullmatch(digits)
