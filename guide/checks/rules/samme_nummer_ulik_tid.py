"""Samme nummer med ulik åpningstid

## Hva
To kontakter har det samme nummeret, men ikke den samme åpningstiden (eller bare den ene har noen).

## Hvorfor
Det er én telefon. Programmet kan da si at den er åpen og stengt på samme tid.

## Feil
```yaml
  - {id: mottak, service: barnevern, name: Mottaket, phone: 22 33 44 55, hours: "Mo-Fr 08:00-15:30; PH off"}
  - {id: raad, service: ppt, name: Råd, phone: 22 33 44 55, hours: "Mo-Fr 09:00-15:00; PH off"}
```

## Slik retter du
Finn ut hvilken tid som gjelder, og skriv den samme på begge. Er det to telefoner, rett det ene nummeret.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.checks.rule import Subject, Words
from guide.core.contacts import ContactPoint
from guide.core.findings import ERROR, Finding
from guide.core.places import contacts_file

WORDS = Words(
    "samme-nummer-ulik-tid",
    ERROR,
    "{number} står også på «{other}», med en annen åpningstid.",
    "Enten skriver du den samme tiden på begge, eller så retter du det ene nummeret.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Points that share a number and not their hours; told at the later one."""
    first: dict[str, ContactPoint] = {}
    for pack, points in subject.content.contacts.items():
        for index, point in enumerate(points):
            number = re.sub(r"[^0-9]", "", point.phone.removeprefix("+47"))
            other = first.setdefault(number, point) if number else point
            if _hours(other) != _hours(point):
                place = subject.spots.at(contacts_file(pack), "contacts", index, "phone")
                yield WORDS.say(contacts_file(pack), place, number=point.phone, other=other.name)


def _hours(point: ContactPoint) -> str:
    """The hours, however they are spaced."""
    return re.sub(r"\s+", "", point.hours)
