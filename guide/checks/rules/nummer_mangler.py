"""Et nummer som mangler

## Hva
Kontakten har `phone: missing`: planen nevner tjenesten, men gir ikke noe nummer.

## Hvorfor
De som går kortet, får lese «nummer mangler» der de skulle ha ringt. Bare kommunen kan fylle det ut.

## Feil
```yaml
  - {id: barnevern, service: barnevern, name: Barneverntjenesten, phone: missing}
```

## Slik retter du
Skriv nummeret i stedet for `missing`, med kilden under `source`. Finnes det ikke noe nummer, la det stå.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.rule import Subject, Words
from guide.core.findings import WARNING, Finding
from guide.core.places import contacts_file

WORDS = Words(
    "nummer-mangler",
    WARNING,
    "«{name}» har ikke noe nummer. De som går kortet, får lese at det mangler.",
    "Enten skriver du nummeret med kilde, eller så lar du det stå til kommunen har et.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Contact points whose number no source gives."""
    for pack, points in subject.content.contacts.items():
        for index, point in enumerate(points):
            if point.missing:
                place = subject.spots.at(contacts_file(pack), "contacts", index, "phone")
                yield WORDS.say(contacts_file(pack), place, name=point.name)
