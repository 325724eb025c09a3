"""Noe som ikke er kontrollert på lenge

## Hva
`checked` sier hvilken dag en kontakt, en lov eller en veileder sist ble holdt mot kilden. Er det mer enn tolv måneder
siden, kommer et varsel. En dato fram i tid gir også et varsel.

## Hvorfor
Numre og paragrafer endrer seg. Den som følger kortet, må kunne stole på at noen har sett etter.

## Feil
```yaml
    phone: 22 33 44 55
    checked: 2024-03-01
```

## Slik retter du
Slå opp i kilden. Rett det som er endret, og skriv dagens dato under `checked`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from guide.checks.rule import Subject, Words
from guide.core.findings import WARNING, Finding
from guide.core.places import Place, contacts_file, shared_file

CODE: Final = "for-lenge-siden"
WORDS = Words(
    CODE,
    WARNING,
    "«{name}» ble sist kontrollert {checked}. Det er mer enn tolv måneder siden.",
    "Slå opp i kilden, rett det som er endret, og skriv dagens dato under «checked».",
)
AHEAD = Words(
    CODE,
    WARNING,
    "«{name}» er kontrollert {checked}, og den dagen er ikke kommet.",
    "Skriv dagen den ble kontrollert.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Contacts, statutes and guidance that nobody has checked for a year."""
    for file, place, name, text in _checked(subject):
        try:
            checked = date.fromisoformat(text)
        except ValueError:
            continue  # the loader tells of it
        if checked > subject.today:
            yield AHEAD.say(file, place, name=name, checked=text)
        elif (checked.year + 1, checked.month, checked.day) < (
            subject.today.year,
            subject.today.month,
            subject.today.day,
        ):
            yield WORDS.say(file, place, name=name, checked=text)


def _checked(subject: Subject) -> Iterator[tuple[str, Place, str, str]]:
    """(file, place, name, date) of everything that says when it was checked."""
    for pack, points in subject.content.contacts.items():
        for index, point in enumerate(points):
            place = subject.spots.at(contacts_file(pack), "contacts", index, "checked")
            yield contacts_file(pack), place, point.name, point.checked
    file = shared_file("laws")
    for law in subject.content.laws.values():
        kind, _, name = law.id.partition(":")
        place = subject.spots.at(file, "statutes" if kind == "lov" else "guidance", name, "checked")
        yield file, place, law.title, law.checked
