"""En kontakt uten kilde eller dato

## Hva
Hver kontakt skal ha `source` (hvor nummeret står) og `checked` (dagen det ble holdt mot kilden).

## Hvorfor
Et nummer som ingen vet hvor kommer fra, kan ingen kontrollere. Vi finner aldri opp et nummer.

## Feil
```yaml
  - {id: ppt, service: ppt, name: PPT, phone: 22 33 44 55}
```

## Slik retter du
Skriv punktet i planen eller kilden i laws.yaml under `source`, og dagen under `checked`.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.rule import Subject, Words
from guide.core.findings import ERROR, Finding
from guide.core.places import contacts_file

WORDS = Words(
    "kontakt-uten-kilde",
    ERROR,
    "Kontakten «{name}» mangler «{key}».",
    "Skriv hvor nummeret står, og hvilken dag det ble kontrollert.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Contact points without a source or the day they were checked."""
    for pack, points in subject.content.contacts.items():
        for index, point in enumerate(points):
            for key in ("source", "checked"):
                if not getattr(point, key):
                    place = subject.spots.at(contacts_file(pack), "contacts", index)
                    yield WORDS.say(contacts_file(pack), place, name=point.name, key=key)
